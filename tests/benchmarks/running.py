"""Runs the groups of one size, each in a process of its own, and gathers what they found.

A group that fails or hangs costs its own rows and no others: they are missed, with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.groups import FILLING, GROUPS, PREPARING, PREPARING_AND_FILLING, Group
from benchmarks.memory import largest_megabytes
from benchmarks.plan import Plan
from benchmarks.records import GroupRun, Measured

_TESTS = Path(__file__).parents[1]
_TIMEOUT, _TIMEOUT_SHORT = 3 * 3600, 300
Say = Callable[[str], None]


def run_size(
    plan: Plan, numbers: Sequence[str], *, reuse: bool, keep: bool, say: Say
) -> tuple[list[Measured], list[GroupRun]]:
    """All rows of one size, or those asked for; with `reuse`, in the store of the last run."""
    wanted = [one for one in GROUPS if not numbers or one.numbers & set(numbers)]
    ready = reuse and plan.full.is_dir() and plan.bare.exists()
    found: list[Measured] = []
    runs: list[GroupRun] = []
    if not ready:
        shutil.rmtree(plan.folder, ignore_errors=True)
        plan.folder.mkdir(parents=True)
        wanted.insert(0, PREPARING if FILLING in wanted else PREPARING_AND_FILLING)
    for group in wanted:
        say(f"{plan.size:,}: {group.name}")
        measured, run = _run(plan, group)
        found += measured
        runs.append(run)
        if group.name == "prepare" and any(one.why for one in measured):
            break
    if not keep:
        shutil.rmtree(plan.folder, ignore_errors=True)
    return found, runs


def _run(plan: Plan, group: Group) -> tuple[list[Measured], GroupRun]:
    handed, out = plan.folder / "plan.json", plan.folder / f"{group.name}.json"
    errors = plan.folder / f"{group.name}.log"
    plan.write(handed)
    out.unlink(missing_ok=True)
    begun = time.monotonic()
    with errors.open("wb") as log:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "benchmarks.one_group", group.module, group.function),
                *(str(handed), str(out)),
            ],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        why, peak = _waited(process, _TIMEOUT_SHORT if plan.short else _TIMEOUT)
    seconds = time.monotonic() - begun
    if not out.exists():
        why = why or _last_words(errors)
        failed = [Measured(key, None, why=why) for key in group.keys]
        return failed or [Measured(group.name, None, why=why)], GroupRun(
            group.name, plan.size, seconds, peak, None
        )
    content = json.loads(out.read_text("utf-8"))
    measured = [Measured(**one) for one in content["measured"]]
    return measured, GroupRun(group.name, plan.size, seconds, peak, content["private_mb"])


_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


def _environment() -> dict[str, str]:
    """Of this process, but that modules are kept compiled, as they are where people work."""
    paths = [str(_TESTS), os.environ.get("PYTHONPATH", "")]
    kept = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
        "QT_QPA_PLATFORM": "offscreen",
    }


def _waited(process: subprocess.Popen[bytes], seconds: float) -> tuple[str, float]:
    """Why it failed, if it took too long, and the peak of its memory in MB."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, _, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            process.returncode = 0
            return "", largest_megabytes(usage)
        time.sleep(0.02)
    process.kill()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = -9
    return f"not done within {seconds:.0f} s", largest_megabytes(usage)


def _last_words(errors: Path) -> str:
    lines = [line.strip() for line in errors.read_text("utf-8", "replace").splitlines()]
    said = [line for line in lines if line][-1:]
    return said[0][:300] if said else "it ended without a word"

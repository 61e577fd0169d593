"""S10: the signed package of up to 100,000 approved orders, made and checked.

Ours is `export`: what leaves is worked out, the files written, hashed, listed, signed, synced,
moved into place and logged. The baseline writes the very same files again from memory, one after
the other, and syncs the file system once. Later rounds make a full package of the same
configurations.

Checking is `verify_package` on what was made, beside the making of it.
"""

from __future__ import annotations

import os
import shutil
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.timing import MICRO, median, seconds_of
from benchmarks.workspaces import approve_fully, copy_of, office

_KEYS = ("package", "package-check")


def measure(plan: Plan) -> list[Measured]:
    """Approve, then make, write bare and check, in turn."""
    out = plan.folder / "packages"
    with copy_of(plan, plan.full, "package") as folder, office(folder) as opened:
        ready = approve_fully(opened.desk, plan.leaving)
        if not ready:
            return [Measured(key, None, why="no order could be approved") for key in _KEYS]
        making, bare_writing, checking, leaving = [], [], [], 1
        for number in range(plan.heavy_rounds):
            shutil.rmtree(out, ignore_errors=True)
            seconds, report = _made(opened.desk, out, full=number > 0)
            making.append(seconds)
            leaving = report.configurations
            contents = _contents(Path(report.path))
            bare_writing.append(seconds_of(partial(_write_bare, out / "bare", contents)))
            checking.append(_checked(opened.desk, Path(report.path)))
    shutil.rmtree(out, ignore_errors=True)
    each = MICRO / leaving
    note = f"{leaving:,} configurations, {len(contents):,} files"
    making_us = median(making) * each
    return [
        Measured("package", making_us, median(bare_writing) * each, note),
        Measured("package-check", median(checking) * each, making_us),
    ]


def _made(desk: Any, out: Path, *, full: bool) -> tuple[float, Any]:
    reports: list[Any] = []
    seconds = seconds_of(lambda: reports.append(desk.export(out, USER, full=full)))
    return seconds, reports[0]


def _checked(desk: Any, package: Path) -> float:
    verdicts: list[Any] = []
    seconds = seconds_of(lambda: verdicts.append(desk.verify_package(package)))
    if not verdicts[0].valid:
        message = f"a package that was just made is not valid: {verdicts[0].problems[:3]}"
        raise AssertionError(message)
    return seconds


def _contents(package: Path) -> list[tuple[str, bytes]]:
    """Every file of a package with its path below it."""
    return [
        (path.relative_to(package).as_posix(), path.read_bytes())
        for path in sorted(package.rglob("*"))
        if path.is_file()
    ]


def _write_bare(folder: Path, contents: list[tuple[str, bytes]]) -> None:
    """Write the files into a new folder, and sync the file system once."""
    for place in {str(Path(name).parent) for name, _ in contents}:
        (folder / place).mkdir(parents=True, exist_ok=True)
    root = str(folder)
    for name, content in contents:
        with open(f"{root}/{name}", "wb") as file:  # noqa: PTH123 - the bare way
            file.write(content)
    os.sync()

"""The benchmark: `./dev bench [ROW...]`. Every figure of speed beside its raw baseline.

Exit codes: 0 every figure is met, 1 one is missed, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import timebok_desktop
from benchmarks.figures import NUMBERS
from benchmarks.judging import is_missed, judged
from benchmarks.plan import Plan
from benchmarks.printing import document, table, write_document
from benchmarks.records import GroupRun, Measured
from benchmarks.running import run_size

SIZES = (10_000, 100_000, 1_000_000)
_PARTIES, _PARTIES_SHORT = 300_000, 2_000
_SEED = 20260302
_CACHE = Path(".dev/bench")


def main(words: Sequence[str] | None = None) -> int:
    """Measure, or judge again what was measured; print, write, and say whether all is met."""
    arguments = _arguments(words)
    goals = _goals(arguments.goals)
    if arguments.judge:
        measured, runs, numbers = _read(arguments.judge)
        numbers = tuple(arguments.rows) or numbers
    else:
        numbers = tuple(arguments.rows)
        measured, runs = _measure(arguments, numbers)
    lines = judged(measured, numbers, goals)
    sys.stdout.write(table(lines, runs))
    if not arguments.judge or arguments.out:
        now = datetime.now(UTC)
        path = arguments.out or arguments.cache / f"{now:%Y%m%d-%H%M%S}.json"
        write_document(path, document(lines, measured, runs, _about(now, numbers)))
        sys.stdout.write(f"Written to {path}\n")
    return int(is_missed(lines))


def _measure(
    arguments: argparse.Namespace, numbers: Sequence[str]
) -> tuple[dict[int, list[Measured]], list[GroupRun]]:
    measured, runs = {}, []
    for size in arguments.size:
        plan = Plan(
            size=size,
            parties=arguments.parties or (_PARTIES_SHORT if arguments.short else _PARTIES),
            seed=_SEED,
            short=arguments.short,
            folder=arguments.cache.absolute() / f"run-{size}",
            cache=arguments.cache.absolute(),
        )
        measured[size], of_size = run_size(
            plan, numbers, reuse=arguments.reuse, keep=arguments.keep or arguments.reuse, say=_say
        )
        runs += of_size
    return measured, runs


def _say(text: str) -> None:
    sys.stderr.write(f"bench: {text}\n")


def _about(now: datetime, numbers: Sequence[str]) -> dict[str, Any]:
    return {
        "made_at": now.isoformat(),
        "version": timebok_desktop.__version__,
        "rows": list(numbers),
        "machine": {
            "system": platform.platform(),
            "processors": os.cpu_count(),
            "python": platform.python_version(),
        },
    }


def _read(
    path: Path,
) -> tuple[dict[int, list[Measured]], list[GroupRun], tuple[str, ...]]:
    content = json.loads(path.read_text("utf-8"))
    measured = {
        int(size): [Measured(**one) for one in found] for size, found in content["measured"].items()
    }
    return measured, [GroupRun(**run) for run in content["runs"]], tuple(content["rows"])


def _goals(path: Path | None) -> Mapping[str, float]:
    if path is None:
        return {}
    found: dict[str, float] = json.loads(path.read_text("utf-8"))
    return found


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", type=str.upper, help=f"only these: {' '.join(NUMBERS)}"
    )
    parser.add_argument(
        "--size",
        type=_size,
        action="append",
        help="orders; may be repeated (else SIZE from the environment, else all three)",
    )
    parser.add_argument("--parties", type=_size, help="parties in the registry")
    parser.add_argument("--short", action="store_true", help="one small round: proves the harness")
    parser.add_argument("--keep", action="store_true", help="keep the filled store")
    parser.add_argument("--reuse", action="store_true", help="measure in the store that was kept")
    parser.add_argument("--judge", type=Path, metavar="FILE", help="judge a written run again")
    parser.add_argument("--goals", type=Path, metavar="FILE", help="JSON: other goals, by key")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where the JSON goes")
    parser.add_argument("--cache", type=Path, metavar="DIR", default=_CACHE, help="worlds and runs")
    found = parser.parse_args(words)
    unknown = sorted(set(found.rows) - set(NUMBERS))
    if unknown:
        parser.error(f"no such row: {' '.join(unknown)}; there are {' '.join(NUMBERS)}")
    if not found.size:
        asked = os.environ.get("SIZE")
        try:
            found.size = [_size(asked)] if asked else list(SIZES)
        except ValueError:
            parser.error(f"SIZE is «{asked}», not a number of orders")
    return found


def _size(text: str) -> int:
    size = int(text.replace("_", "").replace(",", ""))
    if size < 1:
        raise ValueError
    return size


if __name__ == "__main__":
    sys.exit(main())

"""S1 and S12: start, and private memory, each in processes of their own.

S1 ours: from starting the interpreter until `app.start_window`, the door that people come in by,
says that the first page of orders stands on the screen (`firstPainted`). The baseline: from
starting the interpreter to the first frame of a bare PySide6 window with a stock table of 60 rows
in memory. Same interpreter, same size, offscreen, in turn; the files are in the system's cache.

S12 is the private dirty memory of the same two processes once ours is furnished, after the table
was scrolled from the first to the last row in twenty steps and came to rest.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from benchmarks.opened import number_in
from benchmarks.plan import Plan
from benchmarks.records import Measured
from benchmarks.timing import MILLI, median

_ROUNDS = 9


def measure(plan: Plan) -> list[Measured]:
    """Starts in turn after one of each that does not count, then memory."""
    ours, bare = [], []
    for number in range(1 if plan.short else _ROUNDS + 1):
        first, second = _start(plan, "ours"), _start(plan, "bare")
        if number or plan.short:
            ours.append(first)
            bare.append(second)
    return [
        Measured("start", median(ours) * MILLI, median(bare) * MILLI),
        _memory(plan),
    ]


def _start(plan: Plan, whose: str) -> float:
    begun = time.monotonic()
    return _told(plan, whose, "start") - begun


def _memory(plan: Plan) -> Measured:
    rounds = range(1 if plan.short else 3)
    try:
        ours = median([_told(plan, "ours", "memory") for _ in rounds])
    except ValueError:
        return Measured("private", None, why="this system does not tell private memory")
    return Measured("private", ours, median([_told(plan, "bare", "memory") for _ in rounds]))


def _told(plan: Plan, whose: str, wanted: str) -> float:
    """What the process tells; the clock of `time.monotonic` is the same for all processes."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.opened", whose, str(plan.full), wanted],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return number_in(done.stdout)

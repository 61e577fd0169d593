"""Memory of this process, where the system tells: private pages, and the peak of one call.

`mmap` shows in the resident size, so what counts as used is what is private and dirty.
"""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PROCESS = Path("/proc/self")
_RESET_PEAK = "5"
MEGABYTE = 1024 * 1024


def private_megabytes() -> float | None:
    """Private dirty memory in MB; None where the system does not tell."""
    rollup = _PROCESS / "smaps_rollup"
    if not rollup.exists():
        return None
    for line in rollup.read_text().splitlines():
        if line.startswith("Private_Dirty:"):
            return int(line.split()[1]) * 1024 / MEGABYTE
    return None


def peak_above_now(job: Callable[[], Any]) -> float | None:
    """How many MB the resident size rose above what it was before the call; None if untold."""
    gc.collect()
    try:
        (_PROCESS / "clear_refs").write_text(_RESET_PEAK)
    except OSError:
        return None
    before = _status("VmRSS")
    job()
    peak = _status("VmHWM")
    return None if before is None or peak is None else max(0.0, peak - before)


def largest_megabytes(usage: resource.struct_rusage) -> float:
    """The peak of a process that has ended."""
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / MEGABYTE


def _status(name: str) -> float | None:
    for line in (_PROCESS / "status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1]) * 1024 / MEGABYTE
    return None

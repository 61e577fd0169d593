"""Clocks and middles: timed calls, ours and the baseline in turn, medians and percentiles."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

Job = Callable[[], Any]
MILLI = 1e3
MICRO = 1e6


def seconds_of(job: Job) -> float:
    """What one call takes, with the garbage of others collected before."""
    gc.collect()
    begun = time.perf_counter()
    job()
    return time.perf_counter() - begun


def in_turn(rounds: int, ours: Job, baseline: Job) -> tuple[list[float], list[float]]:
    """Times of both, alternating and beginning with each in turn, so that drift hits both."""
    of_ours, of_baseline = [], []
    for number in range(rounds):
        if number % 2 == 0:
            of_ours.append(seconds_of(ours))
            of_baseline.append(seconds_of(baseline))
        else:
            of_baseline.append(seconds_of(baseline))
            of_ours.append(seconds_of(ours))
    return of_ours, of_baseline


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(share * len(ordered)) - 1))]


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return percentile(values, 0.95)

"""The figures of a period, ready to be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timebok_desktop.domain.workflow import Action


class DayFigures(NamedTuple):
    """What happened on one day; `decided` are those approved for good or rejected."""

    day: date
    received: int
    decided: int
    exported: int
    acknowledged: int


class RuleFigures(NamedTuple):
    """Of the orders that were decided on or sent back: how many had a finding of this rule, and
    how many of them were approved in spite of it."""

    code: str
    fired: int
    overruled: int


class WaitFigures(NamedTuple):
    """How many working days the orders of a county and a category (None: of all) had waited, from
    receipt until they were approved for good or rejected: half of them at most `median`, nine in
    ten at most `ninetieth`."""

    county: str | None
    category: str | None
    orders: int
    median: int
    ninetieth: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened from the first day to the last, both included.

    `by_caseworker` counts decisions of each kind by user name; `approved_first` are first
    approvals, `approved` those that count. `reasons` are by kind and reason code ("other" for
    words without a code). `waits` begin with those of all counties and categories, and have none
    of which nothing was decided.
    """

    first: date
    last: date
    days: tuple[DayFigures, ...]
    received: int
    approved_first: int
    approved: int
    rejected: int
    requested: int
    held: int
    withdrawn: int
    exported: int
    acknowledged: int
    failed: int
    reasons: Mapping[tuple[Action, str], int]
    by_caseworker: Mapping[str, Mapping[Action, int]]
    rules: tuple[RuleFigures, ...]
    waits: tuple[WaitFigures, ...] = ()

    @property
    def decided(self) -> int:
        """Approved for good, or rejected."""
        return self.approved + self.rejected

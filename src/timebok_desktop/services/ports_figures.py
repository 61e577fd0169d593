"""What the services ask of the storage room about a period: rows grouped in the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol


@dataclass(frozen=True, slots=True)
class Scope:
    """From a moment up to another, of the orders of some municipalities (None: of all), of one
    category ("": of all)."""

    begins: datetime
    ends: datetime
    municipalities: Sequence[str] | None = None
    category: str = ""


class DecidedRow(NamedTuple):
    """So many decisions of one sort, made within the hour that begins `at`; none taken back."""

    at: datetime
    kind: str
    status_after: str
    by: str
    reason: str
    orders: int


class JudgedRow(NamedTuple):
    """So many orders whose last decision of the period is of this kind: the rules of their
    verdict, and those that the approval overruled (codes)."""

    rules: int
    overruled: frozenset[str]
    orders: int


class WaitedRow(NamedTuple):
    """So many orders of a municipality and a category that had waited so many working days when
    they were approved for good or rejected; a decision that was taken back does not count."""

    municipality: str
    category: str
    days: int
    orders: int


class FigureStore(Protocol):
    """Counts of a period."""

    def first_day(self) -> datetime | None:
        """When the first order was received, to the hour; None before that."""

    def received(self, scope: Scope) -> list[tuple[datetime, int]]:
        """How many orders were received, by hour."""

    def exported(self, scope: Scope) -> list[tuple[datetime, int]]:
        """How many orders left in a package, by hour; one that leaves again counts again."""

    def answered(self, scope: Scope, *, ok: bool) -> list[tuple[datetime, int]]:
        """How many receipts came, by hour: acknowledged, or failed."""

    def decided(self, scope: Scope) -> list[DecidedRow]:
        """Decisions that were not taken back, by sort."""

    def waited(self, scope: Scope) -> list[WaitedRow]:
        """How many working days the orders had waited that were decided for good."""

    def judged(self, scope: Scope) -> list[JudgedRow]:
        """The orders that were approved, rejected or sent back, by their rules."""

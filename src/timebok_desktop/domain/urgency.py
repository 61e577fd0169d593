"""By which day an open order should be seen to, and why: the order of what is to be done first.

The day is worked out once, when an order changes, and does not depend on the day it is looked at:
the order that should have been seen to first stands first today and tomorrow. How many working days
each thing may take is a setting of the workspace, not a rule of anybody else's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.working_days import after_working_days, before_working_days


class Reason(IntEnum):
    """Why an order should be seen to by its day; of several on one day, the first that stands
    here."""

    ANSWERED = 1
    DEADLINE = 2
    DESIRED = 3
    SECOND_APPROVAL = 4
    UNANSWERED = 5
    HELD = 6
    WAITING = 7


class Urgency(NamedTuple):
    """The day, the reason, and the day that the reason counts from or is about."""

    due: date
    reason: Reason
    since: date


@dataclass(frozen=True, slots=True)
class UrgencyDays:
    """How many working days each thing may take."""

    waiting: int = 5
    answer: int = 1
    second_approval: int = 1
    unanswered: int = 5
    held: int = 10
    before_desired: int = 5


class Dates(NamedTuple):
    """What urgency looks at: the day that an order has waited since, the day that it came as an
    answer, the day from which it is wanted, that of the decision which stands, and the deadline
    that the municipality was told.
    """

    waiting_since: date
    answered: date | None = None
    desired: date | None = None
    decided: date | None = None
    deadline: date | None = None


_ON_THE_DESK = frozenset(
    {Status.RECEIVED, Status.IN_REVIEW, Status.ON_HOLD, Status.AWAITING_SECOND_APPROVAL}
)
_DAY_BITS, _REASON_BITS = 22, 4
_DAY_MASK, _REASON_MASK = (1 << _DAY_BITS) - 1, (1 << _REASON_BITS) - 1
NEVER = (1 << 2 * _DAY_BITS + _REASON_BITS) - 1
"""The key of an order that nothing has to be done about; it stands behind all others."""


def urgency(status: Status, dates: Dates, days: UrgencyDays) -> Urgency | None:
    """The earliest day of all that apply; None for an order that is not open."""
    key = key_of(status, dates, days)
    return urgency_of(key)


def key_of(status: Status, dates: Dates, days: UrgencyDays) -> int:
    """The same as one number that sorts: the day, the reason, the day that it counts from."""
    decided = dates.decided or dates.waiting_since
    if status is Status.AWAITING_INFORMATION:
        if dates.deadline is not None:
            return _key(_after(dates.deadline, 1), Reason.DEADLINE, dates.deadline)
        return _key(_after(decided, days.unanswered), Reason.UNANSWERED, decided)
    if status not in _ON_THE_DESK:
        return NEVER
    found = []
    if status is Status.ON_HOLD:
        found.append(_key(_after(decided, days.held), Reason.HELD, decided))
    elif status is Status.AWAITING_SECOND_APPROVAL:
        due = _after(decided, days.second_approval)
        found.append(_key(due, Reason.SECOND_APPROVAL, decided))
    else:
        since = dates.waiting_since
        found.append(_key(_after(since, days.waiting), Reason.WAITING, since))
        if dates.answered is not None:
            due = _after(dates.answered, days.answer)
            found.append(_key(due, Reason.ANSWERED, dates.answered))
    if dates.desired is not None:
        due = _before(dates.desired, days.before_desired)
        found.append(_key(due, Reason.DESIRED, dates.desired))
    return min(found)


def urgency_of(key: int) -> Urgency | None:
    """What a key says; None for `NEVER`, and for 0, which is no key."""
    if not 0 < key < NEVER:
        return None
    since, rest = key & _DAY_MASK, key >> _DAY_BITS
    due = date.fromordinal(rest >> _REASON_BITS)
    return Urgency(due, Reason(rest & _REASON_MASK), date.fromordinal(since))


def _key(due: date, reason: Reason, since: date) -> int:
    return (due.toordinal() << _REASON_BITS | reason) << _DAY_BITS | since.toordinal()


@lru_cache(maxsize=4096)
def _after(day: date, count: int) -> date:
    try:
        return after_working_days(day, count)
    except OverflowError:  # there is no day after the last one
        return date.max


@lru_cache(maxsize=4096)
def _before(day: date, count: int) -> date:
    try:
        return before_working_days(day, count)
    except OverflowError:
        return date.min

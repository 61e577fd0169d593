"""Training: decisions on a synthetic world against its answer key. Nothing is read or written.

What counts as right is our own teaching, drawn from the workflow alone: an order without findings
is approved; a warning is weighed, so it is approved with a reason or asked about; what stops is
asked about or rejected, unless it was put right first. Whatever could be approved was approvable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timebok_desktop.domain.codes import LEAVING_STATUSES, Kind, Severity, Status
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.queue_views import OrderQuery, OrderRow

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

AnswerKey = Mapping[str, frozenset[str]]
"""The rules that must fire, by the order's own reference."""

_MADE = {
    **dict.fromkeys(LEAVING_STATUSES | {Status.EXPORTED, Status.ACKNOWLEDGED}, Action.APPROVE),
    Status.AWAITING_SECOND_APPROVAL: Action.APPROVE,
    Status.AWAITING_INFORMATION: Action.REQUEST_INFORMATION,
    Status.REJECTED: Action.REJECT,
}
"""The decision that a status tells of; no other status tells of one."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One order against the key. `made` is None while nothing was decided."""

    reference: str
    rules: tuple[str, ...]
    right: tuple[Action, ...]
    made: Action | None

    @property
    def is_right(self) -> bool:
        """Whether what was decided is right. What could be approved in spite of a stop in the key
        was put right before.
        """
        return self.made is Action.APPROVE or self.made in self.right


@dataclass(frozen=True, slots=True)
class Score:
    """All orders of a round."""

    orders: tuple[Judged, ...] = ()

    @property
    def decided(self) -> tuple[Judged, ...]:
        """Those that were decided."""
        return tuple(one for one in self.orders if one.made is not None)

    @property
    def right(self) -> int:
        """How many were decided rightly."""
        return sum(one.is_right for one in self.decided)

    @property
    def by_rule(self) -> Mapping[str, tuple[int, int]]:
        """By rule, in their order, of those decided: how many rightly, and how many; "" are the
        orders without any.
        """
        found = {}
        for code in ("", *RULES):
            those = [one for one in self.decided if code in (one.rules or ("",))]
            if those:
                found[code] = (sum(one.is_right for one in those), len(those))
        return found


def right_decisions(rules: frozenset[str], kind: Kind) -> tuple[Action, ...]:
    """What is right for an order on which these rules must fire."""
    ends = kind is Kind.DEACTIVATE
    severities = {
        RULES[code].at_deactivation if ends else RULES[code].severity
        for code in rules
        if code in RULES
    }
    if Severity.STOP in severities:
        return (Action.REQUEST_INFORMATION, Action.REJECT)
    if Severity.WARNING in severities:
        return (Action.APPROVE, Action.REQUEST_INFORMATION)
    return (Action.APPROVE,)


def scored(rows: Sequence[OrderRow], key: AnswerKey) -> Score:
    """The orders of the key as they stand now."""
    return Score(
        tuple(
            Judged(
                row.reference,
                tuple(code for code in RULES if code in key[row.external_reference]),
                right_decisions(key[row.external_reference], row.kind),
                _MADE.get(row.status),
            )
            for row in rows
            if row.external_reference in key
        )
    )


def score_of(desk: Desk, user: str, key: AnswerKey) -> Score:
    """The score as the store stands; runs on the lane."""
    return scored(desk.order_rows(desk.order_ids(OrderQuery(), user)), key)

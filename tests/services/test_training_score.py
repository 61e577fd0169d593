"""Decisions in training against the answer key: what is right, and the score of a round."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Status
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.services.training import Score, right_decisions, scored

NOW = datetime(2026, 11, 25, tzinfo=UTC)
ASK_OR_REJECT = (Action.REQUEST_INFORMATION, Action.REJECT)
WEIGH = (Action.APPROVE, Action.REQUEST_INFORMATION)


def row(number: int, status: Status, kind: Kind = Kind.ACTIVATE) -> OrderRow:
    return OrderRow(
        id=number,
        reference=f"RTB-2026-{number:06d}",
        status=status,
        kind=kind,
        scheme=Scheme.RESOURCE_SCHEDULE,
        municipality_number="0301",
        municipality_name="Oslo",
        organization_number="",
        her_id="1",
        category="Lab",
        form="",
        vendor="",
        external_reference=f"X{number}",
        received_at=NOW,
        waiting_since=NOW,
        outcome=Outcome.CLEAR,
        holder="",
    )


def judged(status: Status, *rules: str):
    (one,) = scored([row(1, status)], {"X1": frozenset(rules)}).orders
    return one


@pytest.mark.parametrize(
    ("rules", "right"),
    [
        ((), (Action.APPROVE,)),
        (("VENDOR-UNKNOWN",), WEIGH),
        (("HER-UNKNOWN",), ASK_OR_REJECT),
        (("VENDOR-UNKNOWN", "HER-UNKNOWN"), ASK_OR_REJECT),
    ],
)
def test_that_what_is_right_follows_from_the_heaviest_rule(rules, right):
    assert right_decisions(frozenset(rules), Kind.ACTIVATE) == right


@pytest.mark.parametrize("code", ["HER-UNKNOWN", "HER-INACTIVE"])
def test_that_a_party_that_is_gone_is_only_a_warning_where_its_set_up_ends(code):
    assert right_decisions(frozenset({code}), Kind.DEACTIVATE) == WEIGH


@pytest.mark.parametrize(
    ("status", "made"),
    [
        (Status.RECEIVED, None),
        (Status.IN_REVIEW, None),
        (Status.ON_HOLD, None),
        (Status.WITHDRAWN, None),
        (Status.APPROVED, Action.APPROVE),
        (Status.AWAITING_SECOND_APPROVAL, Action.APPROVE),
        (Status.EXPORTED, Action.APPROVE),
        (Status.REJECTED, Action.REJECT),
        (Status.AWAITING_INFORMATION, Action.REQUEST_INFORMATION),
    ],
)
def test_that_a_status_tells_of_its_decision(status, made):
    assert judged(status).made is made


def test_that_rejecting_what_is_clear_is_not_right():
    assert not judged(Status.REJECTED).is_right
    assert judged(Status.APPROVED).is_right


def test_that_a_stopped_order_that_was_put_right_may_be_approved():
    assert judged(Status.APPROVED, "HER-UNKNOWN").is_right


def test_that_the_score_counts_what_was_decided_by_rule():
    rows = [row(1, Status.APPROVED), row(2, Status.REJECTED), row(3, Status.REJECTED)]
    rows += [row(4, Status.RECEIVED), row(5, Status.REJECTED)]
    key = {
        "X1": frozenset[str](),
        "X2": frozenset({"HER-UNKNOWN"}),
        "X3": frozenset({"VENDOR-UNKNOWN"}),
        "X4": frozenset({"HER-UNKNOWN"}),
        "X5": frozenset({"HER-UNKNOWN", "VENDOR-UNKNOWN"}),
    }
    score = scored(rows, key)
    assert (len(score.orders), len(score.decided), score.right) == (5, 4, 3)
    assert score.by_rule == {"": (1, 1), "HER-UNKNOWN": (2, 2), "VENDOR-UNKNOWN": (1, 2)}


def test_that_orders_without_a_key_are_left_out():
    assert scored([row(1, Status.APPROVED)], {}) == Score()


def test_that_every_rule_can_be_answered():
    for code in RULES:
        assert right_decisions(frozenset({code}), Kind.ACTIVATE)

"""The workflow, written out: every status against every action, amendments, second approval."""

from __future__ import annotations

import re

import pytest

from timebok_desktop.domain.codes import LEAVING_STATUSES, OPEN_STATUSES, STATUS_WORDS, Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.workflow import (
    ACTION_WORDS,
    AMENDABLE,
    DECISION_WORDS,
    TRANSITIONS,
    UNDOABLE,
    Action,
    allowed_actions,
    refused,
    status_after,
    status_after_amendment,
)

COLUMNS = (
    "claim",
    "release",
    "approve",
    "request-information",
    "hold",
    "reject",
    "withdraw",
    "reopen",
)
MATRIX = """
received                 in_review - awaiting_second_approval awaiting_information on_hold rejected withdrawn -
in_review                - received awaiting_second_approval awaiting_information on_hold rejected withdrawn -
awaiting_information     - - - - - - withdrawn -
on_hold                  - - awaiting_second_approval awaiting_information on_hold rejected withdrawn in_review
awaiting_second_approval - - approved awaiting_information on_hold rejected withdrawn -
approved                 - - - - - - withdrawn in_review
exported                 - - - - - - - -
export_failed            - - - - - - - -
acknowledged             - - - - - - - -
rejected                 - - - - - - withdrawn in_review
withdrawn                - - - - - - - in_review
superseded               - - - - - - - -
"""  # noqa: E501 - a table
CELLS = [
    (status, action, following)
    for status, *cells in (line.split() for line in MATRIX.strip().splitlines())
    for action, following in zip(COLUMNS, cells, strict=True)
]
AMENDED = {
    Status.RECEIVED: Status.RECEIVED,
    Status.IN_REVIEW: Status.IN_REVIEW,
    Status.AWAITING_INFORMATION: Status.RECEIVED,
    Status.ON_HOLD: Status.ON_HOLD,
    Status.AWAITING_SECOND_APPROVAL: Status.IN_REVIEW,
    Status.APPROVED: Status.IN_REVIEW,
}


def test_that_the_matrix_names_every_status_and_every_action_but_undo() -> None:
    assert {status for status, _action, _following in CELLS} == set(Status)
    assert {*COLUMNS, "undo"} == set(Action)


@pytest.mark.parametrize(("status", "action", "following"), CELLS)
def test_that_a_status_follows_an_action_as_agreed(status, action, following) -> None:
    if following == "-":
        with pytest.raises(RefusedError):
            status_after(Action(action), Status(status))
    else:
        assert status_after(Action(action), Status(status)) is Status(following)


@pytest.mark.parametrize(("status", "action", "following"), CELLS)
def test_that_without_second_approval_only_the_first_approval_leads_elsewhere(
    status, action, following
) -> None:
    if following == "-":
        with pytest.raises(RefusedError):
            status_after(Action(action), Status(status), second_approval=False)
        return
    expected = "approved" if following == "awaiting_second_approval" else following
    after = status_after(Action(action), Status(status), second_approval=False)
    assert after is Status(expected)


@pytest.mark.parametrize("status", Status)
def test_that_undo_has_no_status_of_its_own(status: Status) -> None:
    assert Action.UNDO not in TRANSITIONS
    with pytest.raises(RefusedError):
        status_after(Action.UNDO, status)


def test_that_undo_is_for_any_status_before_export() -> None:
    after = {Status.EXPORTED, Status.EXPORT_FAILED, Status.ACKNOWLEDGED, Status.SUPERSEDED}
    assert set(Status) - after == UNDOABLE


@pytest.mark.parametrize("status", Status)
def test_that_the_allowed_actions_are_those_of_the_matrix(status: Status) -> None:
    expected = {Action(action) for held, action, after in CELLS if held == status and after != "-"}
    assert allowed_actions(status) == expected


@pytest.mark.parametrize("status", Status)
def test_that_an_amendment_takes_approvals_back_and_ends_the_waiting(status: Status) -> None:
    if status in AMENDED:
        assert status_after_amendment(status) is AMENDED[status]
        return
    with pytest.raises(RefusedError) as refusal:
        status_after_amendment(status)
    assert STATUS_WORDS[status].text("nb") in refusal.value.text("nb")
    assert STATUS_WORDS[status].text("nn") in refusal.value.text("nn")


def test_that_amendable_is_what_an_amendment_takes() -> None:
    assert set(AMENDED) == AMENDABLE


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("status", Status)
def test_that_a_refusal_names_the_action_and_the_status_in_both_languages(
    action: Action, status: Status
) -> None:
    refusal = refused(action, status)
    for language in ("nb", "nn"):
        text = refusal.text(language)
        assert f"«{ACTION_WORDS[action].text(language)}»" in text
        assert f"«{STATUS_WORDS[status].text(language)}»" in text
        assert not re.search(r"[{}]", text)
    assert refusal.text("nb") != refusal.text("nn")


def test_that_open_orders_wait_for_a_decision_and_leaving_ones_for_an_export() -> None:
    assert {
        "received",
        "in_review",
        "awaiting_information",
        "on_hold",
        "awaiting_second_approval",
    } == OPEN_STATUSES
    assert {"approved", "export_failed"} == LEAVING_STATUSES


def test_that_every_status_and_action_has_its_words() -> None:
    assert set(STATUS_WORDS) == set(Status)
    assert set(ACTION_WORDS) == set(DECISION_WORDS) == set(Action)

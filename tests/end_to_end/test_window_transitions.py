"""The window offers exactly the steps that the workflow has, and takes them as the command does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction

ACTIONS = {
    "claim": "claimAction",
    "release": "releaseAction",
    "approve": "approveAction",
    "reject": "rejectAction",
    "request-information": "requestInformationAction",
    "hold": "holdAction",
    "reopen": "reopenAction",
    "withdraw": "withdrawAction",
    "undo": "undoAction",
}
PARTIES = ((9001001, "0301", "958935420"), (9001002, "3405", "945578564"))
NOTHING: dict[str, str] = {}
OPEN = {
    "reject": "rejected",
    "request-information": "awaiting_information",
    "hold": "on_hold",
    "withdraw": "withdrawn",
}
FIRST = {**OPEN, "approve": "awaiting_second_approval"}

# How a status is reached, and what carla may do there: action -> status after.
CASES = {
    "received": ([], {**FIRST, "claim": "in_review"}),
    "in_review": (["claim"], {**FIRST, "release": "received", "undo": "received"}),
    "awaiting_information": (
        ["request-information"],
        {"withdraw": "withdrawn", "undo": "received"},
    ),
    "on_hold": (["hold"], {**FIRST, "reopen": "in_review", "undo": "received"}),
    "awaiting_second_approval": (
        ["approve anna"],
        {**OPEN, "approve": "approved", "undo": "received"},
    ),
    "awaiting_second_approval by herself": (["approve carla"], {**OPEN, "undo": "received"}),
    "approved": (
        ["approve anna", "approve bjorn"],
        {"reopen": "in_review", "withdraw": "withdrawn", "undo": "awaiting_second_approval"},
    ),
    "rejected": (["reject"], {"reopen": "in_review", "withdraw": "withdrawn", "undo": "received"}),
    "withdrawn": (["withdraw"], {"reopen": "in_review", "undo": "received"}),
    "exported": (["approve anna", "approve bjorn", "export"], NOTHING),
}


def settle(window):
    for _ in range(3):
        assert window.tasks.settle(10)


def bring(desk, reference, steps, tmp_path):
    for step in steps:
        action, _, who = step.partition(" ")
        if action == "export":
            desk("export", "--out", tmp_path / "out")
        else:
            desk("decide", reference, action, by=who or "anna")


def choose(window, reference):
    window.orders.list.choose(int(reference[-6:]))
    settle(window)
    assert window.orders.panel.case.order.reference == reference


def trigger(window, action):
    """What the menu, the key and the button do; a reason where one is asked for."""
    window.findChild(QAction, ACTIONS[action]).trigger()
    settle(window)
    form = window.orders.panel.reason_form
    if not form.isHidden():
        form.text.setText("prøvd i en test")
        form.submit()
        settle(window)


@pytest.mark.parametrize("status", CASES)
def test_that_the_window_offers_and_does_what_the_workflow_says(
    status, desk, order, open_window, tmp_path
):
    steps, allowed = CASES[status]
    references = [
        order(category=category, herId=her_id, municipalityNumber=number, organizationNumber=owner)
        for her_id, number, owner in (
            (9001001, "0301", "958935420"),
            (9001002, "3405", "945578564"),
        )
        for category in ("Lab", "Vaksine")
    ]
    for reference in references:
        bring(desk, reference, steps, tmp_path)
    window = open_window(desk.workspace, "carla")
    choose(window, references[0])
    offered = {
        action for action, name in ACTIONS.items() if window.findChild(QAction, name).isEnabled()
    }
    assert offered == set(allowed)
    for action in ACTIONS.keys() - allowed.keys():
        before = desk.state()
        trigger(window, action)
        assert desk.state() == before, action
    # Undo first: later it would take back the decision made last, wherever that was.
    steps_taken = sorted(allowed.items(), key=lambda step: step[0] != "undo")
    for action, after in steps_taken[: len(references)]:
        reference = references.pop()
        choose(window, reference)
        trigger(window, action)
        shown = desk("orders", "show", reference).document
        assert shown["status"] == after, action
        assert shown["decisions"][-1]["by"] == "carla"


@pytest.mark.parametrize("action", ["claim", "approve", "reject", "request-information", "hold"])
def test_that_each_decision_can_be_made_and_undone_in_the_window(action, desk, order, open_window):
    reference = order()
    window = open_window(desk.workspace, "carla")
    choose(window, reference)
    trigger(window, action)
    made = desk("orders", "show", reference).document
    assert made["status"] == CASES["received"][1][action]
    choose(window, reference)
    trigger(window, "undo")
    assert desk("orders", "show", reference).document["status"] == "received"

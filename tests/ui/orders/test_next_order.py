"""After a decision the next case comes by itself: the next that waits, not just the next row."""

from __future__ import annotations

from pathlib import Path

import pytest
from orders_window import choose, press, reference_of, settle
from PySide6.QtCore import Qt

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery


@pytest.fixture
def window(make_window, orders_desk):
    return make_window(orders_desk)


def listed(window) -> list[str]:
    """The references in the order of the list."""
    return [f"RTB-2026-{one:06d}" for one in window.orders.list.model.ids]


def clear_ones(window, desk) -> list[str]:
    """Those that one key approves, in the order of the list."""
    return [one for one in listed(window) if not desk.findings[one]]


def between(window, first: str, last: str) -> list[str]:
    """Those that stand between two."""
    names = listed(window)
    return names[names.index(first) + 1 : names.index(last)]


def show_again(window, qtbot) -> None:
    window.orders.refresh()
    settle(window, qtbot)


def test_that_what_is_decided_or_held_by_a_colleague_is_passed_over(
    window, orders_desk, qtbot
) -> None:
    first, *_, last = clear_ones(window, orders_desk)[:3]
    skipped = between(window, first, last)
    assert len(skipped) >= 1
    for place, reference in enumerate(skipped):
        if place % 2:
            orders_desk.decide(reference, Action.HOLD, "anna", "venter")
        else:
            orders_desk.decide(reference, Action.CLAIM, "bjarne")
            orders_desk.holders[reference] = "bjarne"
    show_again(window, qtbot)
    choose(window, qtbot, first)
    press(window, qtbot, Qt.Key.Key_A)
    assert reference_of(window) == last


def test_that_what_i_hold_myself_is_not_passed_over(window, orders_desk, qtbot) -> None:
    first = clear_ones(window, orders_desk)[0]
    following = listed(window)[listed(window).index(first) + 1]
    orders_desk.decide(following, Action.CLAIM, "Anna")
    orders_desk.holders[following] = "Anna"
    show_again(window, qtbot)
    choose(window, qtbot, first)
    press(window, qtbot, Qt.Key.Key_A)
    assert reference_of(window) == following


def test_that_after_the_last_one_come_those_that_were_passed_by(window, orders_desk, qtbot) -> None:
    last = clear_ones(window, orders_desk)[-1]
    names = listed(window)
    for reference in (*names[:3], *names[names.index(last) + 1 :]):
        orders_desk.decide(reference, Action.HOLD, "anna", "venter")
    show_again(window, qtbot)
    choose(window, qtbot, last)
    press(window, qtbot, Qt.Key.Key_A)
    assert reference_of(window) == names[3]


def test_that_a_second_approver_goes_on_with_second_approvals(window, orders_desk, qtbot) -> None:
    first, second, third = clear_ones(window, orders_desk)[:3]
    for reference in (first, third):
        orders_desk.decide(reference, Action.APPROVE, "bjarne")
    show_again(window, qtbot)
    choose(window, qtbot, first)
    press(window, qtbot, Qt.Key.Key_A)
    assert orders_desk.orders[first].status is Status.APPROVED
    assert orders_desk.orders[second].status is Status.RECEIVED
    assert reference_of(window) == third


def test_that_the_view_is_kept_while_one_goes_on(window, orders_desk, qtbot) -> None:
    window.orders.show_query(OrderQuery(view="new", categories=("Lab",), sort="her_id"))
    settle(window, qtbot)
    before = window.orders.list.filters.query()
    press(window, qtbot, Qt.Key.Key_H)
    window.orders.panel.reason_form.text.setText("venter")
    window.orders.panel.reason_form.submit()
    settle(window, qtbot)
    assert window.orders.list.filters.query() == before
    shown = orders_desk.orders[reference_of(window)]
    assert (shown.status, shown.category) == (Status.RECEIVED, "Lab")


def test_that_an_import_leads_to_the_first_order_that_waits(
    window, orders_desk, qtbot, tmp_path: Path
) -> None:
    names = listed(window)
    for reference in names[:5]:
        orders_desk.decide(reference, Action.HOLD, "anna", "venter")
    show_again(window, qtbot)
    choose(window, qtbot, names[0])
    window.orders.intake.take([tmp_path])
    settle(window, qtbot)
    assert reference_of(window) == names[5]


def test_that_a_second_approval_comes_after_what_nobody_has_looked_at(
    window, orders_desk, qtbot, tmp_path: Path
) -> None:
    names = listed(window)
    orders_desk.decide(clear_ones(window, orders_desk)[0], Action.APPROVE, "bjarne")
    for reference in names[1:5]:
        if orders_desk.orders[reference].status is Status.RECEIVED:
            orders_desk.decide(reference, Action.HOLD, "anna", "venter")
    orders_desk.decide(names[-1], Action.REJECT, "anna", "avvist")
    show_again(window, qtbot)
    choose(window, qtbot, names[-1])
    window.orders.intake.take([tmp_path])
    settle(window, qtbot)
    assert orders_desk.orders[reference_of(window)].status is Status.RECEIVED


def test_that_an_import_leaves_a_case_that_is_looked_at(
    window, orders_desk, qtbot, tmp_path: Path
) -> None:
    looked_at = listed(window)[4]
    choose(window, qtbot, looked_at)
    window.orders.intake.take([tmp_path])
    settle(window, qtbot)
    assert reference_of(window) == looked_at


def test_that_whoever_takes_over_begins_with_what_waits(window, orders_desk, qtbot) -> None:
    names = listed(window)
    for reference in names:
        orders_desk.decide(reference, Action.HOLD, "anna", "venter")
    for reference in clear_ones(window, orders_desk)[2:5]:
        orders_desk.decide(reference, Action.APPROVE, "anna")
    waiting = [
        one for one in names if orders_desk.orders[one].status is Status.AWAITING_SECOND_APPROVAL
    ]
    show_again(window, qtbot)
    choose(window, qtbot, names[-1])
    window.context.change_user("bjarne")
    settle(window, qtbot)
    assert reference_of(window) == waiting[0]
    choose(window, qtbot, waiting[1])
    window.context.change_user("celine")
    settle(window, qtbot)
    assert reference_of(window) == waiting[1]

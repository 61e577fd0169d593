"""Decisions in the window: one key where all is clear, questions where they are needed."""

from __future__ import annotations

import pytest
from invented_findings import INTERIM
from invented_orders import OrdersDesk
from orders_window import (
    MakeWindow,
    choose,
    clear_orders,
    decided,
    press,
    reference_of,
    settle,
    table,
)
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery


def test_that_one_key_approves_and_goes_on(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = clear_orders(orders_desk)[0]
    choose(window, qtbot, reference)
    following = window.orders.list.model.ids[table(window).currentIndex().row() + 1]
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk) == [(reference, Action.APPROVE, "", {})]
    assert orders_desk.orders[reference].status is Status.AWAITING_SECOND_APPROVAL
    assert reference_of(window) == f"RTB-2026-{following:06d}"
    assert table(window).hasFocus()


def test_that_in_a_view_that_the_order_leaves_the_next_one_takes_its_place(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(view="new"))
    settle(window, qtbot)
    reference = clear_orders(orders_desk)[3]
    choose(window, qtbot, reference)
    row = table(window).currentIndex().row()
    following = window.orders.list.model.ids[row + 1]
    press(window, qtbot, Qt.Key.Key_A)
    assert table(window).model().rowCount() == 37
    assert table(window).currentIndex().row() == row
    assert reference_of(window) == f"RTB-2026-{following:06d}"


def test_that_a_second_key_before_the_next_case_has_come_decides_nothing(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, clear_orders(orders_desk)[0])
    for _ in range(5):
        QTest.keyClick(table(window), Qt.Key.Key_A)
    settle(window, qtbot)
    assert len(decided(orders_desk)) == 1


def test_that_undo_takes_back_the_decision_just_made(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = clear_orders(orders_desk)[0]
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_A)
    press(window, qtbot, Qt.Key.Key_U)
    assert orders_desk.orders[reference].status is Status.RECEIVED
    assert decided(orders_desk)[-1][:2] == (reference, Action.UNDO)


def test_that_warnings_are_answered_one_by_one_before_the_approval(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = next(one for one, found in orders_desk.findings.items() if INTERIM in found)
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_A)
    form = window.orders.panel.override_form
    assert form.isVisible()
    assert decided(orders_desk) == []
    form.submit()
    assert form.complaint.isVisible()
    form.findChild(QLineEdit, "override-HER-OWNER").setText("Interkommunalt samarbeid")
    form.submit()
    assert form.complaint.isVisible(), "the checklist is not ticked yet"
    for box in form.findChildren(QCheckBox):
        box.setChecked(True)
    form.submit()
    settle(window, qtbot)
    ((_reference, action, _reason, overrides),) = decided(orders_desk)
    assert action is Action.APPROVE
    assert overrides["HER-OWNER"] == "Interkommunalt samarbeid"
    assert overrides["INTERIM-SOLUTION"]


def test_that_the_second_approver_confirms_with_one_key(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = next(one for one, found in orders_desk.findings.items() if INTERIM in found)
    given = {"HER-OWNER": "Avtalt", "INTERIM-SOLUTION": "Krysset av"}
    orders_desk.decide(reference, Action.APPROVE, "bjarne", "", given)
    orders_desk.calls.clear()
    window = make_window(orders_desk)
    choose(window, qtbot, reference)
    told = window.orders.panel.bar.why_not.text()
    assert "Parten eies av en annen virksomhet: Avtalt" in told
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk) == [(reference, Action.APPROVE, "", given)]
    assert orders_desk.orders[reference].status is Status.APPROVED


def test_that_nobody_is_offered_a_second_approval_of_their_own(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = clear_orders(orders_desk)[0]
    orders_desk.decide(reference, Action.APPROVE, "anna")
    window = make_window(orders_desk)
    choose(window, qtbot, reference)
    assert not window.context.actions["approveAction"].isEnabled()
    assert "allerede godkjent" in window.orders.panel.bar.why_not.text()


def test_that_a_stopped_order_says_why_it_cannot_be_approved(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    assert not window.context.actions["approveAction"].isEnabled()
    assert window.orders.panel.bar.why_not.isVisible()
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk) == []


@pytest.mark.parametrize(
    ("key", "action", "status"),
    [
        (Qt.Key.Key_R, Action.REJECT, Status.REJECTED),
        (Qt.Key.Key_I, Action.REQUEST_INFORMATION, Status.AWAITING_INFORMATION),
        (Qt.Key.Key_H, Action.HOLD, Status.ON_HOLD),
    ],
)
def test_that_other_decisions_ask_for_their_reason_inline(
    make_window: MakeWindow,
    orders_desk: OrdersDesk,
    qtbot: QtBot,
    key: Qt.Key,
    action: Action,
    status: Status,
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    press(window, qtbot, key)
    form = window.orders.panel.reason_form
    assert form.isVisible()
    form.text.setText("Avklart på telefon")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    settle(window, qtbot)
    ((reference, made, reason, _overrides),) = decided(orders_desk)
    assert (reference, made) == ("RTB-2026-000002", action)
    assert reason.endswith("Avklart på telefon")
    assert orders_desk.orders[reference].status is status


def test_that_escape_closes_a_form_and_gives_the_focus_back(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    press(window, qtbot, Qt.Key.Key_R)
    form = window.orders.panel.reason_form
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert table(window).hasFocus()
    assert decided(orders_desk) == []


def test_that_letters_typed_in_the_search_decide_nothing(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    search = window.findChild(QLineEdit, "searchField")
    search.setFocus()
    QTest.keyClicks(search, "arih")
    settle(window, qtbot)
    assert search.text() == "arih"
    assert decided(orders_desk) == []
    assert window.orders.panel.reason_form.isHidden()


def test_that_a_suggestion_is_taken_with_one_action(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    findings = window.findChild(QListWidget, "findingsList")
    assert findings.count() == 2
    spoken = findings.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Stopper: HER-id 8143040 er deaktivert")
    take = next(
        button
        for button in findings.findChildren(QPushButton)
        if "8143043" in button.accessibleName()
    )
    take.click()
    settle(window, qtbot)
    amended = [call[1] for call in orders_desk.calls if call[0] == "amend"]
    assert amended[0][:2] == ("RTB-2026-000002", {"her_id": "8143043"})
    assert reference_of(window) == "RTB-2026-000002"
    assert findings.count() == 1


def test_that_a_digit_takes_the_suggestion_of_that_number(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    press(window, qtbot, Qt.Key.Key_9)
    assert not [call for call in orders_desk.calls if call[0] == "amend"]
    press(window, qtbot, Qt.Key.Key_1)
    amended = [call[1] for call in orders_desk.calls if call[0] == "amend"]
    assert amended[0][:2] == ("RTB-2026-000002", {"her_id": "8143043"})
    assert reference_of(window) == "RTB-2026-000002"
    assert table(window).hasFocus()


def test_that_a_digit_takes_nothing_where_nothing_may_be_amended(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    orders_desk.decide("RTB-2026-000002", Action.REJECT, "anna", "avvist")
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    press(window, qtbot, Qt.Key.Key_1)
    assert not [call for call in orders_desk.calls if call[0] == "amend"]


def test_that_a_field_is_amended_inline_with_a_reason(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    window.orders.panel.open_amendment("vendor")
    form = window.orders.panel.amend_form
    assert form.value.text() == "Fjordjournal AS (oppdiktet)"
    form.value.setText("Ny journal AS (oppdiktet)")
    form.submit()
    assert form.complaint.isVisible()
    form.reason.setText("Bekreftet av kommunen")
    form.submit()
    settle(window, qtbot)
    amended = [call[1] for call in orders_desk.calls if call[0] == "amend"]
    changes = {"vendor": "Ny journal AS (oppdiktet)"}
    assert amended == [("RTB-2026-000002", changes, "Bekreftet av kommunen")]

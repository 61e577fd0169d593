"""One decision on many orders: one preview, one confirmation, and what is left as it is."""

from __future__ import annotations

from invented_orders import OrdersDesk
from orders_window import MakeWindow, clear_orders, decided, press, settle, table
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.bulk import BulkForm


def form_of(window: MainWindow) -> BulkForm:
    return window.orders.panel.bulk_form


def lines(window: MainWindow) -> list[str]:
    return form_of(window).list.lines()


def orders_below(window: MainWindow, line: str) -> list[str]:
    shown = form_of(window).list
    item = shown.topLevelItem(lines(window).index(line))
    shown.expandItem(item)
    return sorted(item.child(row).text(0) for row in range(item.childCount()))


def select_all(window: MainWindow) -> None:
    table(window).setFocus()
    QTest.keyClick(table(window), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_that_all_clear_orders_are_approved_with_one_confirmation(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    window.context.actions["approveClearAction"].trigger()
    settle(window, qtbot)
    clear = {
        reference
        for reference in clear_orders(orders_desk)
        if orders_desk.orders[reference].category == "Lab"
    }
    assert sum(int(line.rpartition(": ")[2]) for line in lines(window)) == len(clear)
    assert all("Lab" in line for line in lines(window))
    form_of(window).submit()
    settle(window, qtbot)
    assert {reference for reference, *_rest in decided(orders_desk)} == clear
    assert f"{len(clear)} bestillinger" in window.messages.message.text


def test_that_a_letter_decides_all_selected_orders_after_one_preview(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    select_all(window)
    press(window, qtbot, Qt.Key.Key_A)
    stopped = [one for one in orders_desk.orders.values() if one.outcome is Outcome.STOPPED]
    assert decided(orders_desk) == []
    assert f"{38 - len(stopped)} bestillinger?" in form_of(window).heading.text()
    (refused,) = [line for line in lines(window) if line.startswith("▲")]
    assert refused.endswith(f": {len(stopped)}")
    assert orders_below(window, refused) == sorted(one.reference for one in stopped)
    form_of(window).submit()
    settle(window, qtbot)
    assert len(decided(orders_desk)) == 38 - len(stopped)
    assert window.messages.message.tone == "clear"
    assert window.orders.list.table.selected_count() == 1


def test_that_what_a_colleague_decided_meanwhile_is_named_and_left(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    select_all(window)
    press(window, qtbot, Qt.Key.Key_T)
    reference = "RTB-2026-000009"
    orders_desk.decide(reference, Action.REJECT, "bjarne")
    form_of(window).submit()
    settle(window, qtbot)
    assert orders_desk.orders[reference].status is Status.REJECTED
    assert window.messages.message.tone == "warning"
    assert reference in window.messages.message.detail


def test_that_one_reason_is_asked_for_all_of_them(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    for _ in range(2):
        QTest.keyClick(table(window), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_H)
    form = form_of(window)
    assert form.reason.isVisible()
    form.submit()
    assert form.complaint.isVisible()
    form.reason.text.setText("Venter på ny liste")
    form.submit()
    settle(window, qtbot)
    assert [(one[1], one[2]) for one in decided(orders_desk)] == [
        (Action.HOLD, "Venter på ny liste")
    ] * 3


def test_that_what_cannot_be_decided_so_offers_no_confirmation(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    select_all(window)
    settle(window, qtbot)
    window.context.actions["releaseAction"].trigger()
    settle(window, qtbot)
    assert {order.status for order in orders_desk.orders.values()} == {Status.RECEIVED}
    assert not form_of(window).confirm.isEnabled()
    assert form_of(window).isVisible()


def test_that_several_orders_offer_only_what_is_done_to_several(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    actions = window.context.actions
    assert not actions["releaseAction"].isEnabled()
    select_all(window)
    settle(window, qtbot)
    assert actions["releaseAction"].isEnabled()
    assert not actions["reopenAction"].isEnabled()
    press(window, qtbot, Qt.Key.Key_Escape)
    assert not actions["releaseAction"].isEnabled()
    assert actions["approveAction"].isEnabled()


def bulk_undos(orders_desk: OrdersDesk) -> list[range]:
    return [call[1] for call in orders_desk.calls if call[0] == "undo_many"]


def test_that_one_letter_takes_all_of_a_decision_on_many_back(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(view="new"))
    settle(window, qtbot)
    select_all(window)
    settle(window, qtbot)
    window.context.actions["approveAction"].trigger()
    settle(window, qtbot)
    form_of(window).submit()
    settle(window, qtbot)
    done = len(decided(orders_desk))
    assert done > 20
    assert "U angrer alt" in window.messages.message.text
    press(window, qtbot, Qt.Key.Key_U)
    assert bulk_undos(orders_desk) == [range(1, done + 1)]
    assert {order.status for order in orders_desk.orders.values()} == {Status.RECEIVED}
    assert f"{done}" in window.messages.message.text


def test_that_undo_is_of_one_order_again_where_the_caseworker_has_gone_on(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    select_all(window)
    press(window, qtbot, Qt.Key.Key_A)
    form_of(window).submit()
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_Down)
    press(window, qtbot, Qt.Key.Key_U)
    assert bulk_undos(orders_desk) == []
    assert decided(orders_desk)[-1][1] is Action.UNDO


def test_that_undo_goes_back_through_what_was_decided_one_by_one_and_together(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    for _ in range(2):
        QTest.keyClick(table(window), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_T)
    form_of(window).submit()
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_A)
    assert [made[1] for made in decided(orders_desk)] == [Action.CLAIM] * 3 + [Action.APPROVE]
    press(window, qtbot, Qt.Key.Key_U)
    assert bulk_undos(orders_desk) == []
    press(window, qtbot, Qt.Key.Key_U)
    assert bulk_undos(orders_desk) == [range(1, 4)]

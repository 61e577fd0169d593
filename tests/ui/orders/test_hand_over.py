"""Handing over asks who and, where a colleague holds the order, why."""

from __future__ import annotations

from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle, table
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.hand_over import HandOverForm


def opened(window: MainWindow, qtbot: QtBot) -> HandOverForm:
    window.context.actions["handOverAction"].trigger()
    settle(window, qtbot)
    return window.orders.panel.hand_over_form


def handed(desk: OrdersDesk) -> list[tuple]:
    return [call[1] for call in desk.calls if call[0] == "hand_over"]


def test_that_several_orders_are_handed_over_at_once(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    for _ in range(2):
        QTest.keyClick(table(window), Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle(window, qtbot)
    form = opened(window, qtbot)
    assert "3 bestillinger" in form.heading.text()
    form.to.setCurrentText("bjarne")
    form.submit()
    settle(window, qtbot)
    ((ids, to, user, reason),) = handed(orders_desk)
    assert (len(ids), to, user, reason) == (3, "bjarne", "anna", "")
    assert "bjarne" in window.messages.message.text


def test_that_what_a_colleague_holds_is_not_taken_silently(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    orders_desk.holders |= dict.fromkeys(orders_desk.orders, "bjarne")
    window = make_window(orders_desk)
    settle(window, qtbot)
    form = opened(window, qtbot)
    assert "bjarne" in form.held.text()
    assert form.to.currentText() == "anna"
    form.submit()
    assert form.complaint.isVisible()
    assert handed(orders_desk) == []
    form.reason.setText("bjarne er syk")
    form.submit()
    settle(window, qtbot)
    assert handed(orders_desk)[0][1:] == ("anna", "anna", "bjarne er syk")


def test_that_somebody_must_take_over(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    settle(window, qtbot)
    form = opened(window, qtbot)
    form.to.setCurrentText(" ")
    form.submit()
    assert form.complaint.isVisible()
    assert handed(orders_desk) == []

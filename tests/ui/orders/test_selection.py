"""Selecting many orders: ranges, all of a filter, what survives, and how it is told."""

from __future__ import annotations

from dataclasses import replace

from invented_orders import OrdersDesk
from orders_window import MakeWindow, press, settle, table
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Status
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def selected(window: MainWindow) -> list[int]:
    return list(window.orders.list.table.selected_ids())


def ids(window: MainWindow, *rows: int) -> list[int]:
    return [window.orders.list.model.ids[row] for row in rows]


def told(window: MainWindow) -> list[str]:
    return [label.text() for label in window.orders.list.findChildren(QLabel) if label.text()]


def click(window: MainWindow, row: int, modifier: Qt.KeyboardModifier) -> None:
    view = table(window)
    place = QPoint(30, view.rowViewportPosition(row) + 5)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_that_all_of_a_filter_are_selected_without_loading_them(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = OrdersDesk(1200)
    window = make_window(desk)
    QTest.keyClick(table(window), Qt.Key.Key_A, CONTROL)
    settle(window, qtbot)
    assert len(selected(window)) == 1200
    assert "1\u00a0200 valgt (Esc opphever)" in told(window)
    loaded = {one for call in desk.calls if call[0] == "order_rows" for one in call[1]}
    assert len(loaded) < 600


def test_that_keys_and_clicks_extend_and_escape_leaves_the_current_one(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    for _ in range(3):
        QTest.keyClick(table(window), Qt.Key.Key_Down, SHIFT)
    assert selected(window) == ids(window, 0, 1, 2, 3)
    click(window, 6, CONTROL)
    assert selected(window) == ids(window, 0, 1, 2, 3, 6)
    click(window, 6, Qt.KeyboardModifier.NoModifier)
    click(window, 8, SHIFT)
    assert selected(window) == ids(window, 6, 7, 8)
    press(window, qtbot, Qt.Key.Key_Escape)
    assert selected(window) == ids(window, 8)
    assert not [text for text in told(window) if "valgt" in text]


def test_that_selected_orders_stay_selected_when_the_list_moves(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(statuses=(Status.RECEIVED,)))
    settle(window, qtbot)
    click(window, 2, Qt.KeyboardModifier.NoModifier)
    click(window, 5, SHIFT)
    click(window, 8, CONTROL)
    chosen = ids(window, 2, 3, 4, 5, 8)
    assert selected(window) == chosen
    for number in ids(window, 0, 3):
        reference = f"RTB-2026-{number:06d}"
        gone = replace(orders_desk.orders[reference], status=Status.ON_HOLD)
        orders_desk.orders[reference] = gone
    window.context.storeChanged.emit()
    settle(window, qtbot)
    assert selected(window) == [chosen[0], *chosen[2:]]
    assert window.orders.list.current().id == chosen[-1]


def test_that_another_order_of_the_list_keeps_them_selected(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    click(window, 0, Qt.KeyboardModifier.NoModifier)
    click(window, 2, SHIFT)
    chosen = selected(window)
    window.orders.list.filters.sort_by("received_at", descending=True)
    settle(window, qtbot)
    assert sorted(selected(window)) == sorted(chosen)
    assert selected(window) != chosen
    window.orders.show_query(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    assert len(selected(window)) == 1


def test_that_what_is_selected_while_the_list_is_asked_counts(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    orders_desk.add(39, ())
    window.context.storeChanged.emit()
    click(window, 1, Qt.KeyboardModifier.NoModifier)
    click(window, 4, SHIFT)
    chosen = selected(window)
    settle(window, qtbot)
    settle(window, qtbot)
    assert window.orders.list.model.rowCount() == 39
    assert len(chosen) == 4
    assert sorted(selected(window)) == sorted(chosen)


def test_that_the_rest_stays_selected_where_the_current_order_is_gone(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    click(window, 0, Qt.KeyboardModifier.NoModifier)
    click(window, 3, SHIFT)
    chosen = selected(window)
    del orders_desk.orders[f"RTB-2026-{chosen[-1]:06d}"]
    window.context.storeChanged.emit()
    settle(window, qtbot)
    assert selected(window) == chosen[:-1]
    assert window.orders.list.table.current_row() == 3


def test_that_the_header_asks_no_row_whether_it_is_selected(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    QTest.keyClick(table(window), Qt.Key.Key_A, CONTROL)
    header = table(window).horizontalHeader()
    assert not header.selectionModel().hasSelection()
    assert window.orders.list.table.selected_count() == 38

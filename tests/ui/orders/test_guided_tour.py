"""The guided tour: over the real window, by keys alone, in the way of nothing."""

from __future__ import annotations

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.tour import Tour
from timebok_desktop.ui.tour_stops import STOPS


def started(window: MainWindow, qtbot: QtBot) -> Tour:
    settle(window, qtbot)
    window.context.actions["tourAction"].trigger()
    settle(window, qtbot)
    tour = window.commands._tour
    assert tour is not None
    return tour


def seen(window: MainWindow, widget: QWidget) -> QRect:
    rect = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, rect.topLeft()), rect.size())


def press(tour: Tour, qtbot: QtBot, key: Qt.Key) -> None:
    focused = tour.card.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle(tour._window, qtbot)


def test_that_every_stop_is_reached_and_left_by_keys(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    tour = started(window, qtbot)
    titles = [tour.card.title.text()]
    for _ in STOPS[1:]:
        press(tour, qtbot, Qt.Key.Key_Right)
        titles.append(tour.card.title.text())
    assert len(set(titles)) == len(STOPS) == 8
    press(tour, qtbot, Qt.Key.Key_Left)
    assert tour.card.title.text() == titles[-2]
    for _ in range(2):
        press(tour, qtbot, Qt.Key.Key_Return)
    assert not tour.running
    assert window.orders.list.table.hasFocus()


def test_that_escape_ends_it_anywhere(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    tour = started(window, qtbot)
    press(tour, qtbot, Qt.Key.Key_Right)
    press(tour, qtbot, Qt.Key.Key_Escape)
    assert not tour.running
    assert tour.frame.isHidden()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 768)])
def test_that_the_card_covers_neither_what_it_tells_of_nor_the_decisions(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = make_window(orders_desk)
    window.resize(*size)
    tour = started(window, qtbot)
    for _ in STOPS:
        card = tour.card.geometry()
        assert window.rect().contains(card)
        assert not card.intersects(tour.frame.geometry())
        assert not card.intersects(seen(window, window.orders.panel.bar))
        tour.on()
        settle(window, qtbot)


def test_that_work_goes_on_beside_it(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    tour = started(window, qtbot)
    assert QApplication.activeModalWidget() is None
    window.orders.list.table.setFocus()
    QTest.keyClick(window.orders.list.table, Qt.Key.Key_Down)
    settle(window, qtbot)
    assert window.orders.list.table.current_row() == 1
    assert tour.running


def test_that_a_stop_is_read_out_whole(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    tour = started(make_window(orders_desk), qtbot)
    assert tour.card.accessibleName().startswith("1 av 8. Hvor du er. Her er sidene")


def test_that_it_tells_its_way_in_nynorsk_too(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    tour = started(make_window(orders_desk, language="nn"), qtbot)
    assert tour.card.title.text() == "Kvar du er"


def test_that_an_empty_desk_still_has_every_stop(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(OrdersDesk(number=0))
    tour = started(window, qtbot)
    for _ in STOPS:
        assert tour.frame.width() > 0
        tour.on()
        settle(window, qtbot)
    assert not tour.running


def test_that_another_walk_begins_anew(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    started(window, qtbot).on()
    again = started(window, qtbot)
    assert again.card.title.text() == "Hvor du er"


def test_that_list_and_panel_take_turns_in_a_narrow_window(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.resize(1100, 800)
    tour = started(window, qtbot)
    seen_parts = []
    for _ in STOPS:
        seen_parts.append((window.orders.list.isVisible(), window.orders.panel.isVisible()))
        tour.on()
        settle(window, qtbot)
    assert seen_parts[1] == (True, False)
    assert seen_parts[3] == seen_parts[5] == (False, True)

"""The way back on the page of orders: what is recorded, and what coming back restores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from invented_orders import OrdersDesk
from orders_window import choose, clear_orders, decided, press, reference_of, settle, table
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.history import History
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.places import OrderPlaces
from timebok_desktop.ui.window_lock import WindowLock

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def window(make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot) -> MainWindow:
    made = make_window(orders_desk)
    made.activateWindow()
    table(made).setFocus()
    settle(made, qtbot)
    return made


def keeper(window: MainWindow) -> OrderPlaces:
    found = window.history._keepers["orders"]
    assert isinstance(found, OrderPlaces)
    return found


def go(window: MainWindow, qtbot: QtBot, by: int) -> None:
    name = "backAction" if by < 0 else "forwardAction"
    window.context.actions[name].trigger()
    settle(window, qtbot)


def query(window: MainWindow) -> OrderQuery:
    return window.orders.list.filters.query()


def test_that_passing_with_the_arrow_keys_leaves_no_trace(window: MainWindow, qtbot: QtBot) -> None:
    first = reference_of(window)
    for _ in range(4):
        press(window, qtbot, Qt.Key.Key_Down)
    passed = reference_of(window)
    assert passed != first
    assert window.history.can_go == (False, False)
    go(window, qtbot, -1)
    assert reference_of(window) == passed


def test_that_an_order_one_stayed_at_is_come_back_to(window: MainWindow, qtbot: QtBot) -> None:
    first = reference_of(window)
    keeper(window).stay()
    for _ in range(3):
        press(window, qtbot, Qt.Key.Key_Down)
    last = reference_of(window)
    go(window, qtbot, -1)
    assert reference_of(window) == first
    go(window, qtbot, 1)
    assert reference_of(window) == last


def test_that_filters_selection_and_scrolling_are_restored(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, qtbot, "RTB-2026-000020")
    bar = table(window).verticalScrollBar()
    bar.setValue(bar.value() + 80)
    before = (query(window), reference_of(window), bar.value())
    window.context.queueWanted.emit(OrderQuery(categories=("Lab",), sort="her_id"))
    settle(window, qtbot)
    assert query(window) != before[0]
    go(window, qtbot, -1)
    assert (query(window), reference_of(window), bar.value()) == before
    go(window, qtbot, 1)
    assert query(window).categories == ("Lab",)


def test_that_an_order_far_down_a_long_list_is_come_back_to(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(OrdersDesk(number=400))
    settle(window, qtbot)
    choose(window, qtbot, "RTB-2026-000333")
    bar = table(window).verticalScrollBar()
    bar.setValue(bar.value() - 40)
    settle(window, qtbot)
    before = (query(window), reference_of(window), bar.value())
    window.context.queueWanted.emit(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    go(window, qtbot, -1)
    qtbot.waitUntil(lambda: reference_of(window) == before[1], timeout=5000)
    assert (query(window), reference_of(window), bar.value()) == before


def test_that_a_decided_order_is_come_back_to_though_it_has_left_the_view(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window.context.queueWanted.emit(OrderQuery(view="new"))
    settle(window, qtbot)
    wanted = clear_orders(orders_desk)[0]
    choose(window, qtbot, wanted)
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk)[-1][0] == wanted
    assert reference_of(window) != wanted
    going_on = reference_of(window)
    go(window, qtbot, -1)
    settle(window, qtbot)
    assert reference_of(window) == wanted
    assert query(window) == OrderQuery(search=wanted)
    go(window, qtbot, 1)
    settle(window, qtbot)
    assert reference_of(window) == going_on
    assert query(window).view == "new"


def test_that_typing_a_search_is_one_step_and_not_one_for_each_letter(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = query(window)
    QTest.keyClicks(window.orders.list.filters.search, "Lille")
    settle(window, qtbot)
    assert query(window).search == "Lille"
    go(window, qtbot, -1)
    assert query(window) == before
    go(window, qtbot, 1)
    assert query(window).search == "Lille"


def test_that_a_link_from_the_palette_can_be_come_back_from(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = (query(window), reference_of(window))
    window.context.pageWanted.emit("orders", "RTB-2026-000031")
    settle(window, qtbot)
    assert reference_of(window) == "RTB-2026-000031"
    go(window, qtbot, -1)
    assert (query(window), reference_of(window)) == before


def test_that_the_buttons_of_the_mouse_and_of_the_header_lead_the_same_way(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = query(window)
    assert not window.header.back.isEnabled()
    window.context.queueWanted.emit(OrderQuery(view="new"))
    settle(window, qtbot)
    assert window.header.back.isEnabled()
    middle = table(window).viewport().mapTo(window, QPoint(60, 60))
    QTest.mouseClick(
        window.windowHandle(),
        Qt.MouseButton.BackButton,
        Qt.KeyboardModifier.NoModifier,
        middle,
    )
    settle(window, qtbot)
    assert query(window) == before
    window.header.forward.click()
    settle(window, qtbot)
    assert query(window).view == "new"


def test_that_behind_a_lock_the_mouse_leads_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    window.context.queueWanted.emit(OrderQuery(view="new"))
    settle(window, qtbot)
    lock = WindowLock(window, Path("arbeidsmappe"), lambda _typed: None, lambda: "nb")
    lock.lock()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton)
    settle(window, qtbot)
    assert query(window).view == "new"
    assert lock.cover is not None
    lock.cover.panel.given.emit("")
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton)
    settle(window, qtbot)
    assert query(window).view == "all"


def test_that_there_is_an_end_and_it_is_said(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.context.noted.connect(said.append)
    go(window, qtbot, -1)
    assert said == ["Du er ved begynnelsen; det er ikke noe å gå tilbake til."]


def test_that_the_way_back_is_bounded_and_never_has_one_place_twice_in_a_row(
    window: MainWindow, qtbot: QtBot
) -> None:
    for number in range(150):
        window.context.queueWanted.emit(OrderQuery(search=f"søk {number}"))
        window.context.queueWanted.emit(OrderQuery(search=f"søk {number}"))
        qtbot.wait(1)
    settle(window, qtbot)
    history: History = window.history
    assert len(history._places) <= 100
    pairs = list(zip(history._places[:-1], history._places[1:-1], strict=False))
    assert all(one != other for one, other in pairs)


def test_that_another_language_keeps_the_way_back(window: MainWindow, qtbot: QtBot) -> None:
    before = query(window)
    window.context.queueWanted.emit(OrderQuery(view="new"))
    settle(window, qtbot)
    window.context.actions["languageAction"].trigger()
    settle(window, qtbot)
    go(window, qtbot, -1)
    assert query(window) == before
    window.context.actions["languageAction"].trigger()
    settle(window, qtbot)

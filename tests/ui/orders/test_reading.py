"""Orders that have not been read are marked by weight, mark and word until they have been open."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle, table
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.order import Order
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui import translation
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.columns import sentence, shown
from timebok_desktop.ui.orders.quick_ways import QuickWays
from timebok_desktop.ui.orders.row_painter import EDGE, EDGE_AT
from timebok_desktop.ui.theme import tokens

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


@dataclass
class UnreadDesk(OrdersDesk):
    """Nobody has read anything."""

    marked: list[tuple] = field(default_factory=list)

    def _row(self, order: Order) -> OrderRow:
        row = super()._row(order)
        read = [mark[0] == "read" for mark in self.marked if row.id in mark]
        return row._replace(unread=not (read and read[-1]))


@pytest.fixture
def desk() -> UnreadDesk:
    return UnreadDesk()


@pytest.fixture
def window(make_window: MakeWindow, desk: UnreadDesk, qtbot: QtBot) -> MainWindow:
    made = make_window(desk)
    settle(made, qtbot)
    return made


def margin(window: MainWindow, row: int) -> set[str]:
    """The colours that stand in the margin of a row, between its mark and its shape."""
    view = table(window)
    picture = view.viewport().grab().toImage()
    top, ratio = view.rowViewportPosition(row), picture.devicePixelRatio()
    return {
        picture.pixelColor(round(x * ratio), round(y * ratio)).name()
        for x in range(EDGE_AT + EDGE, 11)
        for y in range(top + 2, top + view.rowHeight(row) - 2)
    }


def test_that_the_word_unread_comes_first_in_the_sentence(
    desk: UnreadDesk, qapp: QApplication
) -> None:
    translation.install(qapp, "nb", resource_folder() / "translations")
    row = desk._row(desk.orders["RTB-2026-000001"])
    assert sentence(row, "nb", NOW).startswith("ulest, ")
    assert "ulest" not in sentence(row._replace(unread=False), "nb", NOW)
    assert shown(row, "nb", NOW).unread


def test_that_what_has_been_open_is_read_and_what_was_passed_is_not(
    window: MainWindow, desk: UnreadDesk, qtbot: QtBot
) -> None:
    model = window.orders.list.model
    accent = tokens().accent.lower()
    assert accent in margin(window, 1)
    for _ in range(3):
        QTest.keyClick(table(window), Qt.Key.Key_Down)
    passed, here = list(model.ids[1:3]), model.ids[3]
    qtbot.waitUntil(lambda: ("read", here) in desk.marked, timeout=10_000)
    settle(window, qtbot)
    assert {("read", one) for one in passed}.isdisjoint(desk.marked)
    assert not model.order(3).unread
    assert all(model.order(model.row_of(one)).unread for one in passed)
    assert accent not in margin(window, 3)
    assert model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole).count("ulest") == 0

    actions = window.context.actions
    actions["markUnreadAction"].trigger()
    settle(window, qtbot)
    assert model.order(3).unread
    window.refresh_shell()
    window.context.storeChanged.emit()  # the case is shown anew: that does not make it read
    settle(window, qtbot)
    assert desk.marked[-1] == ("unread", here)
    actions["markReadAction"].trigger()
    settle(window, qtbot)
    assert not model.order(3).unread


def test_that_what_is_decided_or_selected_is_marked_together(
    window: MainWindow, desk: UnreadDesk, qtbot: QtBot
) -> None:
    model, actions = window.orders.list.model, window.context.actions
    here = model.ids[0]
    actions["claimAction"].trigger()
    settle(window, qtbot)
    assert ("read", here) in desk.marked
    table(window).selectAll()
    actions["markReadAction"].trigger()
    settle(window, qtbot)
    assert desk.marked[-1] == ("read", *model.ids)
    assert not any(model.order(row).unread for row in range(model.rowCount()))


def test_that_unread_is_a_filter_with_a_chip_and_a_button_below_the_whole_list(
    window: MainWindow, desk: UnreadDesk, qtbot: QtBot
) -> None:
    filters = window.orders.list.filters
    ways = window.findChild(QuickWays)
    assert ways.isVisible()
    table(window).selectAll()
    assert not ways.isVisible()
    table(window).selectRow(0)
    ways.unread.setFocus()
    ways.unread.click()
    settle(window, qtbot)
    assert not ways.isVisible()
    assert window.focusWidget() is filters.views
    assert filters.query().unread
    assert filters.chips.labels() == ["Uleste"]
    filters.chips.findChild(QPushButton).click()
    settle(window, qtbot)
    assert not filters.query().unread
    assert filters.chips.labels() == []

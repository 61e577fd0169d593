"""How tests use a window of orders: what a caseworker presses, chooses and reads."""

from __future__ import annotations

from collections.abc import Callable

from invented_orders import OrdersDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QTableView,
)
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Let everything that was asked come home, and what is asked for then."""
    for _ in range(2):
        qtbot.wait(40)
        assert window.tasks.settle(10)
    qtbot.wait(10)


def table(window: MainWindow) -> QTableView:
    found = window.findChild(QTableView, "orderTable")
    assert found is not None
    return found


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(table(window), key)
    settle(window, qtbot)


def choose(window: MainWindow, qtbot: QtBot, reference: str) -> None:
    window.orders.list.choose(int(reference[-6:]))
    settle(window, qtbot)


def reference_of(window: MainWindow) -> str:
    case = window.orders.panel.case
    assert case is not None
    return case.order.reference


def decided(desk: OrdersDesk) -> list[tuple]:
    return [call[1] for call in desk.calls if call[0] == "decide"]


def clear_orders(desk: OrdersDesk) -> list[str]:
    return [reference for reference, found in desk.findings.items() if not found]

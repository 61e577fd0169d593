"""A window that closes does first what the caseworker has decided."""

from __future__ import annotations

import threading

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, clear_orders, decided
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot


def test_that_a_decision_that_waits_its_turn_is_made_before_the_window_is_gone(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = clear_orders(orders_desk)[0]
    choose(window, qtbot, reference)
    gate = threading.Event()
    window.tasks.run(gate.wait, 10, owner=window)
    window.context.actions["approveAction"].trigger()
    assert decided(orders_desk) == []
    QTimer.singleShot(0, gate.set)
    window.close()
    assert [call[0] for call in decided(orders_desk)] == [reference]

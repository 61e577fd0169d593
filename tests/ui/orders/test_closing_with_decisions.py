"""A window that closes does first what the caseworker has decided, and says so where that takes
time.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, clear_orders, decided
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Status
from timebok_desktop.ui import farewell
from timebok_desktop.ui.main_window import MainWindow


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What holds the lane up until it is set."""
    made = threading.Event()
    yield made
    made.set()


def hold_up(window: MainWindow, gate: threading.Event) -> None:
    """Keep the lane busy until the gate is set; what has begun is not stopped."""
    begun = threading.Event()

    def wait() -> None:
        begun.set()
        gate.wait(30)

    window.tasks.run(wait, owner=window)
    assert begun.wait(30)


@pytest.fixture
def window(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, gate: threading.Event
) -> MainWindow:
    """A window with an approval that waits its turn."""
    made = make_window(orders_desk)
    choose(made, qtbot, clear_orders(orders_desk)[0])
    hold_up(made, gate)
    made.context.actions["approveAction"].trigger()
    assert decided(orders_desk) == []
    return made


def test_that_a_decision_that_waits_its_turn_is_made_before_the_window_is_gone(
    window: MainWindow, orders_desk: OrdersDesk, gate: threading.Event
) -> None:
    QTimer.singleShot(0, gate.set)
    assert window.close()
    assert [call[0] for call in decided(orders_desk)] == [clear_orders(orders_desk)[0]]


def test_that_a_window_that_has_to_wait_says_so_and_closes_by_itself(
    window: MainWindow,
    orders_desk: OrdersDesk,
    gate: threading.Event,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(farewell, "_PATIENCE", 0.01)
    assert not window.close()
    assert window.farewell.text.text() == "Timebok lukkes så snart dette er gjort."
    (stay,) = [one for one in window.farewell.findChildren(QPushButton) if one.isVisible()]
    assert stay.hasFocus()
    stay.click()
    assert not window.farewell.isVisible()
    assert not window.close()
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(decided(orders_desk)) == 1


def test_that_a_window_stays_where_what_it_waited_for_is_refused(
    window: MainWindow, orders_desk: OrdersDesk, gate: threading.Event
) -> None:
    reference = clear_orders(orders_desk)[0]
    left = replace(orders_desk.orders[reference], status=Status.EXPORTED)
    orders_desk.orders[reference] = left
    QTimer.singleShot(0, gate.set)
    assert not window.close()
    assert window.isVisible()
    assert window.messages.message is not None
    assert window.messages.message.tone == "stop"
    assert window.close()


def test_that_an_import_is_stopped_and_not_waited_for(
    make_window: MakeWindow, orders_desk: OrdersDesk, gate: threading.Event
) -> None:
    window = make_window(orders_desk)
    hold_up(window, gate)
    window.orders.intake.verify()
    QTimer.singleShot(0, gate.set)
    assert window.close()
    assert "verify" not in [call[0] for call in orders_desk.calls]

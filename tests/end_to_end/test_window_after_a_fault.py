"""A fault of ours, in a slot or in a job: told, offered as a report without data, and survived."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from timebok_desktop.app import DeskWindow, create_window

PERSONAL = "Planta Person, 01010112345, /hemmelig/sti"


@pytest.fixture
def window(desk: Any, order: Any, qapp: Any) -> Iterator[DeskWindow]:
    order()
    found = sys.excepthook
    made = create_window(desk.workspace, "anna")
    assert isinstance(made, DeskWindow)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.show()
    made.furniture.catch_defects()
    assert made.tasks.settle(10)
    yield made
    made.close()
    sys.excepthook = found


def failing() -> None:
    person = PERSONAL
    raise LookupError(person)


def in_a_slot(window: DeskWindow) -> None:
    QTimer.singleShot(0, failing)


def in_an_action(window: DeskWindow) -> None:
    action = window.context.actions["verifyAction"]
    action.triggered.connect(failing)
    action.triggered.emit()
    action.triggered.disconnect(failing)


def in_a_job(window: DeskWindow) -> None:
    window.tasks.run(failing, owner=window)


def in_an_answer(window: DeskWindow) -> None:
    window.tasks.run(lambda: 1, owner=window, done=lambda _number: failing())


@pytest.mark.parametrize("happens", [in_a_slot, in_an_action, in_a_job, in_an_answer])
def test_that_a_fault_is_told_without_data_and_the_session_goes_on(
    happens: Any, window: DeskWindow, qtbot: Any
) -> None:
    happens(window)
    qtbot.waitUntil(lambda: "Noe gikk galt i programmet" in window.messages._text.text())
    window.messages._button.click()
    report = QGuiApplication.clipboard().text()
    assert "LookupError" in report
    assert "test_window_after_a_fault.py" in report
    assert "timebok-desktop" in report
    for part in (*PERSONAL.split(", "), "person"):
        assert part not in report
    window.messages.hide()
    window.show_page("overview")
    window.show_page("orders", "RTB-2026-000001")
    assert window.tasks.settle(10)
    window.context.actions["holdAction"].trigger()
    assert window.orders.panel.isVisible()

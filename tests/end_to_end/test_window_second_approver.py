"""In the window: keys go through findings, and a second approver opens what was set aside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton


@pytest.fixture
def waiting(desk, order):
    """An order that anna has approved in spite of a warning."""
    reference = order(vendor="Ukjent leverandør")
    desk("decide", reference, "approve", "--override", "VENDOR-UNKNOWN=ringte dem")
    return reference


def settle(window):
    for _ in range(3):
        assert window.tasks.settle(10)


def choose(window, reference):
    window.orders.list.choose(int(reference[-6:]))
    settle(window)
    assert window.orders.panel.case.order.reference == reference


def press(window, key):
    QTest.keyClick(window.orders.list.table, key)
    settle(window)


def seen(window):
    """The buttons that are on the screen, by their words without the key."""
    return {
        one.text().split("  ")[0]
        for one in window.findChildren(QPushButton)
        if one.isVisible() and one.isEnabled()
    }


def status(desk, reference):
    return desk("orders", "show", reference).document["status"]


def test_that_the_opening_stands_where_the_approval_will(desk, open_window, waiting):
    window = open_window(desk.workspace, "bjarne")
    choose(window, waiting)
    assert "anna godkjente" in window.orders.panel.first_look.who.text()
    assert "Godkjenn og neste" not in seen(window)
    (button,) = [
        one
        for one in window.findChildren(QPushButton)
        if one.isVisible() and one.text().startswith("Åpne funnet")
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Godkjenn og neste" in seen(window)
    assert "Åpne funnet" not in seen(window)


def test_that_the_key_of_the_approval_opens_first_and_approves_then(desk, open_window, waiting):
    window = open_window(desk.workspace, "bjarne")
    choose(window, waiting)
    press(window, Qt.Key.Key_A)
    assert status(desk, waiting) == "awaiting_second_approval"
    assert window.orders.panel.findings.current_finding().rule == "VENDOR-UNKNOWN"
    assert "ringte dem" in window.orders.panel.findings.current_card().spoken()
    press(window, Qt.Key.Key_A)
    assert status(desk, waiting) == "approved"


def test_that_a_folded_finding_tells_nothing_yet(desk, open_window, waiting):
    window = open_window(desk.workspace, "bjarne")
    choose(window, waiting)
    item = window.orders.panel.findings.item(0)
    assert "Ikke åpnet" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    press(window, Qt.Key.Key_F)
    assert "ringte dem" in item.data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_who_approved_first_has_nothing_to_open(desk, open_window, waiting):
    window = open_window(desk.workspace, "anna")
    choose(window, waiting)
    assert "Åpne funnet" not in seen(window)
    assert not window.orders.panel.opened.missing(window.orders.panel.case)


def test_that_keys_lead_to_the_finding_its_field_and_back(desk, order, open_window):
    reference = order(herId="9001099")
    window = open_window(desk.workspace, "anna")
    choose(window, reference)
    panel = window.orders.panel
    press(window, Qt.Key.Key_F)
    assert panel.findings.current_finding().rule == "HER-UNKNOWN"
    press(window, Qt.Key.Key_G)
    assert "HER-id" in panel.comparison.spoken("her_id")
    before = panel.findings.current_finding()
    press(window, Qt.Key.Key_G)
    assert panel.findings.current_finding() == before

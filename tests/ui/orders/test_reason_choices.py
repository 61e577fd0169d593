"""Reasons are chosen, not typed: by digit, by arrow, by click; the findings propose one."""

from __future__ import annotations

import pytest
from invented_findings import INTERIM
from orders_window import choose, decided, press, reference_of, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QRadioButton

from timebok_desktop.domain.workflow import Action

STOPPED = "RTB-2026-000002"


@pytest.fixture
def window(make_window, orders_desk):
    return make_window(orders_desk)


def type_keys(window, qtbot, *keys: Qt.Key) -> None:
    """Keys as they come: each goes to what has the focus then."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        settle(window, qtbot)


def warned_by(desk, *rules: str) -> str:
    return next(
        reference
        for reference, found in desk.findings.items()
        if [one.rule for one in found] == list(rules)
    )


def test_that_the_reason_that_the_findings_speak_for_needs_no_choosing(
    window, orders_desk, qtbot
) -> None:
    choose(window, qtbot, STOPPED)
    type_keys(window, qtbot, Qt.Key.Key_I, Qt.Key.Key_Return)
    assert decided(orders_desk) == [(STOPPED, Action.REQUEST_INFORMATION, "her-id", {})]
    assert reference_of(window) != STOPPED


def test_that_a_digit_chooses_another_reason(window, orders_desk, qtbot) -> None:
    choose(window, qtbot, STOPPED)
    type_keys(window, qtbot, Qt.Key.Key_R, Qt.Key.Key_4, Qt.Key.Key_Return)
    assert decided(orders_desk) == [(STOPPED, Action.REJECT, "not-entitled", {})]


def test_that_nothing_is_decided_where_nothing_speaks_for_a_reason(
    window, orders_desk, qtbot
) -> None:
    clear = next(one for one, found in orders_desk.findings.items() if not found)
    choose(window, qtbot, clear)
    type_keys(window, qtbot, Qt.Key.Key_R, Qt.Key.Key_Return)
    assert decided(orders_desk) == []
    assert window.orders.panel.reason_form.complaint.isVisible()


def test_that_digits_in_the_words_are_words(window, orders_desk, qtbot) -> None:
    choose(window, qtbot, STOPPED)
    press(window, qtbot, Qt.Key.Key_H)
    text = window.orders.panel.reason_form.text
    text.setFocus()
    QTest.keyClicks(text, "2 dager")
    type_keys(window, qtbot, Qt.Key.Key_Return)
    assert decided(orders_desk) == [(STOPPED, Action.HOLD, "awaiting-registry: 2 dager", {})]


def test_that_a_warning_is_set_aside_with_a_digit_and_approved_with_a(
    window, orders_desk, qtbot
) -> None:
    reference = warned_by(orders_desk, "HER-OWNER")
    choose(window, qtbot, reference)
    type_keys(window, qtbot, Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_A)
    overrides = {"HER-OWNER": "Tjenesten er interkommunal"}
    assert decided(orders_desk) == [(reference, Action.APPROVE, "", overrides)]


def test_that_digits_tick_the_checklist_and_go_on_to_the_next_question(
    window, orders_desk, qtbot
) -> None:
    window.resize(1440, 520)  # so low that the questions have to be scrolled
    reference = next(one for one, found in orders_desk.findings.items() if INTERIM in found)
    choose(window, qtbot, reference)
    asked = [one.rule for one in orders_desk.findings[reference]]
    ticks = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    answers = [ticks if rule == "INTERIM-SOLUTION" else ticks[:1] for rule in asked]
    type_keys(window, qtbot, Qt.Key.Key_A, *(key for keys in answers for key in keys))
    assert decided(orders_desk) == []
    at = QApplication.focusWidget()
    assert at.visibleRegion().contains(at.rect().center())
    type_keys(window, qtbot, Qt.Key.Key_Return)
    ((_reference, _action, _reason, overrides),) = decided(orders_desk)
    assert set(overrides) == set(asked)


def test_that_the_mouse_sets_a_warning_aside_with_the_same_button(
    window, orders_desk, qtbot
) -> None:
    reference = warned_by(orders_desk, "HER-OWNER")
    choose(window, qtbot, reference)
    approve = next(
        one
        for one in window.orders.panel.bar.findChildren(QPushButton)
        if one.property("look") == "primary"
    )
    QTest.mouseClick(approve, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    form = window.orders.panel.override_form
    QTest.mouseClick(form.findChildren(QRadioButton)[1], Qt.MouseButton.LeftButton)
    assert form.findChild(QLineEdit, "override-HER-OWNER").text() == "Kommunen har bekreftet det"
    QTest.mouseClick(approve, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert len(decided(orders_desk)) == 1


def test_that_return_on_a_button_presses_that_button(window, orders_desk, qtbot) -> None:
    choose(window, qtbot, STOPPED)
    press(window, qtbot, Qt.Key.Key_R)
    window.orders.panel.reason_form.cancel.setFocus()
    type_keys(window, qtbot, Qt.Key.Key_Return)
    assert decided(orders_desk) == []
    assert window.orders.panel.reason_form.isHidden()


def test_that_choices_are_targets_that_can_be_hit(window, orders_desk, qtbot) -> None:
    reference = next(one for one, found in orders_desk.findings.items() if INTERIM in found)
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_A)
    form = window.orders.panel.override_form
    choices = [*form.findChildren(QRadioButton), *form.findChildren(QCheckBox)]
    assert len(choices) >= 3
    assert all(min(one.width(), one.height()) >= 24 for one in choices)

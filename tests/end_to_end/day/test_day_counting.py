"""The counter counts what a person does, once each, whoever takes the event; and the hands press
only what is seen.
"""

from __future__ import annotations

import pytest
from day_hand import CTRL, SHIFT, Counter, Hand, Screen
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

KEY = Qt.Key


class Still:
    """Nothing is ever worked on."""

    def settle(self, _seconds: float) -> bool:
        return True


@pytest.fixture
def hand(qapp):
    window = QMainWindow()
    window.tasks = Still()
    body = QWidget()
    layout = QVBoxLayout(body)
    window.field = QLineEdit()
    window.button = QPushButton("Press")
    layout.addWidget(window.field)
    layout.addWidget(window.button)
    window.setCentralWidget(body)
    window.shortcuts = []
    QShortcut(QKeySequence("Ctrl+Shift+W"), window).activated.connect(
        lambda: window.shortcuts.append("W")
    )
    window.show()
    window.activateWindow()
    QTest.qWait(20)
    made = Hand(Screen(window))
    yield made
    made.counter.stop()
    window.close()
    window.deleteLater()


def test_that_a_chord_is_one_action_also_where_a_shortcut_takes_it(hand):
    hand.key(KEY.Key_W, CTRL | SHIFT)
    assert hand.screen.window.shortcuts == ["W"]
    assert hand.counter.keys == hand.counter.actions == 1


def test_that_every_typed_letter_is_an_action(hand):
    hand.screen.window.field.setFocus()
    for key in (KEY.Key_A, KEY.Key_B, KEY.Key_C):
        hand.key(key)
    assert hand.screen.window.field.text() == "abc"
    assert hand.counter.actions == 3


def test_that_a_click_is_one_action(hand):
    pressed = []
    hand.screen.window.button.clicked.connect(lambda: pressed.append(1))
    hand.click("Press")
    assert (pressed, hand.counter.clicks, hand.counter.actions) == ([1], 1, 1)


def test_that_a_turn_of_the_wheel_and_a_drop_are_actions(hand, tmp_path):
    window = hand.screen.window.windowHandle()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window, wheel)
    hand.drop([tmp_path])
    assert (hand.counter.wheels, hand.counter.drops, hand.counter.actions) == (1, 1, 2)


def test_that_what_calls_the_window_itself_is_no_action(hand):
    hand.screen.window.button.click()
    hand.screen.window.field.setText("abc")
    assert hand.counter.actions == 0


def test_that_a_button_that_is_scrolled_away_cannot_be_clicked(hand):
    area = QScrollArea()
    tall = QWidget()
    layout = QVBoxLayout(tall)
    layout.addSpacing(2000)
    layout.addWidget(QPushButton("Far away"))
    area.setWidget(tall)
    hand.screen.window.setCentralWidget(area)
    QTest.qWait(20)
    with pytest.raises(AssertionError, match="Far away"):
        hand.click("Far away")


def test_that_two_counters_do_not_count_twice(hand):
    other = Counter()
    hand.click("Press")
    assert (hand.counter.actions, other.actions) == (1, 1)
    other.stop()

"""Another caseworker takes over, and a view is shown, without typing."""

from __future__ import annotations

import pytest
from orders_window import settle, table
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import SAVED_VIEWS

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(make_window, orders_desk):
    orders_desk.caseworkers = ("bjarne", "Anna", "celine", "bjarne")
    return make_window(orders_desk)


def ask_who(window, qtbot) -> None:
    QTest.keyClick(window, Qt.Key.Key_U, CTRL_SHIFT)
    settle(window, qtbot)


def test_that_the_last_colleague_who_approved_takes_over_with_return(window, qtbot) -> None:
    ask_who(window, qtbot)
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    assert (name.text(), name.selectedText()) == ("bjarne", "bjarne")
    QTest.keyClick(name, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.context.user == "bjarne"
    assert table(window).hasFocus()


def test_that_everybody_else_who_has_approved_is_a_click_away(window, qtbot) -> None:
    ask_who(window, qtbot)
    offered = {one.text(): one for one in window.user_switch.findChildren(QPushButton)}
    assert {"bjarne", "celine"} <= set(offered)
    assert "Anna" not in offered
    QTest.mouseClick(offered["celine"], Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert window.context.user == "celine"


def test_that_what_is_typed_is_not_replaced_by_an_offer(window, qtbot) -> None:
    window.user_switch.open()
    field = window.user_switch.findChild(QLineEdit)
    QTest.keyClicks(field, "dag")
    window.user_switch.offer(["bjarne"], "anna")
    assert field.text() == "dag"


@pytest.mark.parametrize("place", range(len(SAVED_VIEWS)))
def test_that_alt_and_a_digit_shows_a_view(place, window, orders_desk, qtbot) -> None:
    reference = next(iter(orders_desk.orders))
    orders_desk.decide(reference, Action.HOLD, "anna", "venter")
    key = Qt.Key(Qt.Key.Key_1.value + place)
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
    settle(window, qtbot)
    assert window.orders.list.filters.query().view == SAVED_VIEWS[place].name
    if window.orders.list.model.rowCount():
        assert table(window).hasFocus()


@pytest.mark.parametrize(("tone", "stays"), [("clear", False), ("note", False), ("stop", True)])
def test_that_good_news_of_a_colleague_goes_and_trouble_stays(window, qtbot, tone, stays) -> None:
    window.context.tell("Noe ble gjort.", tone)
    window.context.change_user("bjarne")
    settle(window, qtbot)
    assert (window.messages.message is not None) is stays


def test_that_what_a_colleague_was_writing_is_not_shown_to_the_next(window, qtbot) -> None:
    QTest.keyClick(table(window), Qt.Key.Key_H)
    settle(window, qtbot)
    QTest.keyClicks(window.orders.panel.reason_form.text, "Mellom oss")
    window.context.change_user("bjarne")
    settle(window, qtbot)
    assert window.orders.panel.reason_form.isHidden()

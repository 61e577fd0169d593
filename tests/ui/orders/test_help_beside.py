"""The help beside the work: what F1 opens it on, where it stands, and the way back to the work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from invented_orders import OrdersDesk
from orders_window import choose, settle, table
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.help_book import HelpBook
from timebok_desktop.ui.help_library import Address
from timebok_desktop.ui.help_topics import PAGES
from timebok_desktop.ui.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def window(make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot) -> MainWindow:
    made = make_window(orders_desk)
    made.activateWindow()
    table(made).setFocus()
    settle(made, qtbot)
    return made


def ask(window: MainWindow) -> HelpBook:
    window.context.actions["helpAction"].trigger()
    book = window.help_place.book
    assert book is not None
    return book


def stopped(orders_desk: OrdersDesk) -> str:
    """An order with a finding."""
    return next(reference for reference, found in orders_desk.findings.items() if found)


def area(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def assert_clear(window: MainWindow, book: HelpBook) -> None:
    bar = window.orders.panel.bar
    assert not (bar.isVisible() and area(window, book).intersects(area(window, bar)))
    if window.orders.list.isVisible() and window.orders.panel.isVisible():
        assert not area(window, book).intersects(area(window, window.orders.panel))


def test_that_help_opens_on_the_page_that_is_in_front(window: MainWindow) -> None:
    assert ask(window).address == PAGES["orders"]


def test_that_help_on_a_finding_opens_the_page_of_its_rule(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = stopped(orders_desk)
    choose(window, qtbot, reference)
    findings = window.orders.panel.findings
    findings.setFocus()
    findings.setCurrentRow(0)
    rule = orders_desk.findings[reference][0].rule
    assert findings.item(0).data(Qt.ItemDataRole.UserRole) == rule
    assert ask(window).address == Address(rule)


def test_that_each_finding_has_a_way_to_the_page_of_its_rule(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = stopped(orders_desk)
    choose(window, qtbot, reference)
    rule = orders_desk.findings[reference][0].rule
    ways = [
        one
        for one in window.orders.panel.findings.findChildren(QPushButton)
        if one.property("timebok_rule") == rule
    ]
    assert ways[0].accessibleName() == f"Hva sier regelen {rule}?"
    ways[0].click()
    book = window.help_place.book
    assert book is not None
    assert book.isVisible()
    assert book.address == Address(rule)


def test_that_help_stands_beside_the_work_where_there_is_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1900, 950)
    qtbot.wait(20)
    book = ask(window)
    assert isinstance(book.parentWidget(), QSplitter)
    for part in (window.orders.list, window.orders.panel):
        assert part.isVisible()
        assert not area(window, book).intersects(area(window, part))


@pytest.mark.parametrize("width", [1440, 1300, 1100])
def test_that_help_never_covers_the_decision_bar_nor_the_case(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 900)
    qtbot.wait(20)
    choose(window, qtbot, stopped(orders_desk))
    book = ask(window)
    qtbot.wait(20)
    assert_clear(window, book)
    window.resize(1900, 950)
    qtbot.wait(30)
    assert isinstance(book.parentWidget(), QSplitter)
    window.resize(width, 900)
    qtbot.wait(30)
    assert window.width() == width
    assert book.isVisible()
    assert_clear(window, book)


def test_that_f1_in_the_help_leads_back_to_the_work_and_leaves_it_open(
    window: MainWindow, qtbot: QtBot
) -> None:
    book = ask(window)
    assert book.isAncestorOf(window.focusWidget())
    ask(window)
    assert book.isVisible()
    assert window.focusWidget() is table(window)
    ask(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert book.isHidden()
    assert window.focusWidget() is table(window)


def test_that_deciding_goes_on_while_the_help_is_open(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    choose(window, qtbot, stopped(orders_desk))
    book = ask(window)
    ask(window)
    QTest.keyClick(table(window), Qt.Key.Key_J)
    settle(window, qtbot)
    assert book.isVisible()
    assert window.focusWidget() is table(window)


def test_that_the_palette_leads_to_a_heading_and_searches_the_help(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.context.actions["paletteAction"].trigger()
    palette = window.palette_panel
    palette.field.setText("vanlige feil")
    qtbot.waitUntil(lambda: "…" not in palette.told.text(), timeout=5000)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    book = window.help_place.book
    assert book is not None
    assert book.address == Address("her-id", 5)
    window.context.actions["paletteAction"].trigger()
    palette.field.setText("språklova xyz")
    qtbot.waitUntil(lambda: palette.told.text() == "0 treff", timeout=5000)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert book.search.text() == "språklova xyz"
    assert book.search.hasFocus()


@pytest.mark.parametrize("text", ["her-unknown", "HER UNKNOWN", "finnes ikke i ar"])
def test_that_a_rule_is_found_by_its_code_and_by_what_it_says(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    window.context.actions["paletteAction"].trigger()
    palette = window.palette_panel
    palette.field.setText(text)
    qtbot.waitUntil(lambda: "…" not in palette.told.text(), timeout=5000)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    book = window.help_place.book
    assert book is not None
    assert book.address == Address("HER-UNKNOWN")


def test_that_the_help_changes_language_with_the_window(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    ask(window).go(Address("regler"))
    window.context.actions["languageAction"].trigger()
    settle(window, qtbot)
    qtbot.waitUntil(lambda: len(window.findChildren(HelpBook)) == 0, timeout=3000)
    book = ask(window)
    book.go(Address("regler"))
    assert book.view.toPlainText().startswith("Reglar")
    window.context.actions["languageAction"].trigger()
    settle(window, qtbot)

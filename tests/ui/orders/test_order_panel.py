"""The panel of one order: panes, history, source, and a window that is narrow."""

from __future__ import annotations

from array import array
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, clear_orders, press, reference_of, settle, table
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui import theme
from timebok_desktop.ui.actions import Actions
from timebok_desktop.ui.orders.model import OrderModel
from timebok_desktop.ui.orders.table import OrderTable


def test_that_the_panes_say_what_was_ordered_what_ar_says_and_what_becomes(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    texts = {
        name: " | ".join(
            label.text() for label in window.findChild(QWidget, name).findChildren(QLabel)
        )
        for name in ("orderPane", "registryPane", "configurationPane")
    }
    assert "81\u00a043\u00a0123" in texts["orderPane"]
    assert "sendt som" not in texts["orderPane"]
    assert "≠" in texts["registryPane"]
    assert "Smittevern" in texts["registryPane"]
    assert "før: Gammel journal AS (oppdiktet)" in texts["configurationPane"]


def test_that_the_rows_of_the_panes_stand_on_one_line(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    panes = window.orders.panel.comparison
    findings = window.orders.panel.findings
    findings.addItem("")  # as while a card is being put in, which large text makes it fit again
    findings.resize(findings.width() - 40, findings.height())
    for field in ("her_id", "vendor", "category", "system"):
        tops = {
            pane.cells[field].mapTo(window, pane.cells[field].rect().topLeft()).y()
            for pane in (panes.order, panes.registry, panes.configuration)
        }
        assert len(tops) == 1, field


def test_that_history_tells_decisions_with_their_reasons(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    given = "awaiting-vendor: ringt i dag"
    orders_desk.decide("RTB-2026-000005", Action.HOLD, "bjarne", given)
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000005")
    history = window.findChild(QListWidget, "historyList")
    assert "bjarne" in history.item(0).text()
    assert "Venter på journalleverandøren: ringt i dag" in history.item(0).text()
    assert "bestillinger-uke-47.xlsx" in history.item(history.count() - 1).text()


def test_that_a_narrow_window_lets_the_panel_take_over_with_a_way_back(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.resize(1000, 800)
    settle(window, qtbot)
    page = window.orders
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    page.panel.backWanted.emit()
    assert page.list.isVisible()
    window.resize(1440, 900)
    settle(window, qtbot)
    assert page.list.isVisible()
    assert page.panel.isVisible()


def test_that_the_source_of_every_field_is_a_key_away(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    press(window, qtbot, Qt.Key.Key_S)
    source = window.orders.panel.tabs.source
    assert source.isVisible()
    lines = [source.item(row).text() for row in range(source.count())]
    assert "HER-id: 8 143 123  ·  rad 8, HER-id" in lines
    assert any("bestillinger-uke-47.xlsx" in line for line in lines)


def test_that_in_a_narrow_window_work_goes_on_in_the_panel(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, clear_orders(orders_desk)[0])
    window.resize(1000, 800)
    settle(window, qtbot)
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    before = reference_of(window)
    window.context.actions["approveAction"].trigger()
    settle(window, qtbot)
    assert window.orders.panel.isVisible()
    assert reference_of(window) != before
    assert window.orders.panel.isAncestorOf(window.focusWidget())


def test_that_in_a_narrow_window_the_panel_has_the_letters_of_the_list(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    def type_letter(key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget(), key)
        settle(window, qtbot)

    window = make_window(orders_desk)
    page, panel = window.orders, window.orders.panel
    choose(window, qtbot, "RTB-2026-000002")
    page.list.table.choose_row(0)
    window.resize(1000, 800)
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_F)  # a finding that is opened is seen
    assert panel.isVisible()
    type_letter(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    first = reference_of(window)
    type_letter(Qt.Key.Key_J)
    assert reference_of(window) != first
    panel.tabs.history.setFocus()
    type_letter(Qt.Key.Key_K)
    assert reference_of(window) == first
    panel.tabs.history.setFocus()
    type_letter(Qt.Key.Key_N)
    assert panel.note_form.text.hasFocus()
    type_letter(Qt.Key.Key_J)
    assert (reference_of(window), panel.note_form.text.toPlainText()) == (first, "j")
    panel.note_form.confirm.setFocus()
    type_letter(Qt.Key.Key_J)
    assert reference_of(window) == first
    type_letter(Qt.Key.Key_Escape)
    assert not panel.note_form.isVisible()
    assert panel.tabs.history.hasFocus()
    window.header.user.setFocus()
    type_letter(Qt.Key.Key_J)
    assert reference_of(window) == first
    panel.take_focus()
    window.context.actions.keys.use_letters(on=False)
    type_letter(Qt.Key.Key_J)
    assert reference_of(window) == first
    type_letter(Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert table(window).hasFocus()


def test_that_a_narrow_window_shows_the_list_where_no_order_is_left(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    """The way back stands in the head of the case, and goes with it."""
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    window.resize(1000, 800)
    settle(window, qtbot)
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    window.orders.show_query(OrderQuery(search="finnes ikke"))
    settle(window, qtbot)
    assert window.orders.list.isVisible()


def test_that_a_list_that_is_hidden_asks_for_the_row_that_is_chosen(qtbot: QtBot) -> None:
    """Where the panel has taken its place, no painting does."""
    owner = QObject()
    model = OrderModel("nb", lambda: datetime.now(UTC), owner)
    table = OrderTable(model, Actions(owner))
    qtbot.addWidget(table)
    model.show_ids(array("q", range(1, 1001)))
    with qtbot.waitSignal(model.rowsWanted) as asked:
        table.choose_row(700)
    assert 701 in asked.args[0]


def test_that_large_text_makes_the_window_no_wider_than_it_was(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, qapp: QApplication
) -> None:
    system = QFont(qapp.font())
    kept = qapp.property(theme._SYSTEM_FONT)
    system.setPointSizeF(2 * theme.BASE_POINTS)
    qapp.setProperty(theme._SYSTEM_FONT, system)
    try:
        window = make_window(orders_desk)
        settle(window, qtbot)
        assert window.width() == 1440
    finally:
        qapp.setProperty(theme._SYSTEM_FONT, kept)
        theme.apply(qapp, "light")


def test_that_a_question_is_seen_in_a_narrow_window_too(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    window.resize(1000, 800)
    settle(window, qtbot)
    assert not window.orders.panel.isVisible()
    press(window, qtbot, Qt.Key.Key_I)
    form = window.orders.panel.reason_form
    assert form.isVisible()
    assert form.isAncestorOf(window.focusWidget())
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_L)
    settle(window, qtbot)
    assert window.orders.panel.letter.text.hasFocus()


@pytest.mark.parametrize(
    "text",
    [
        "<img src='file:///etc/passwd'>",
        "Kristian\u202eSand",
        "a" * 4000,
        "linje\nskift\ttab",
        "\u0000\ufeff",
        "🏥 أحمد 你好",
    ],
)
def test_that_any_text_is_shown_as_it_stands_or_spelled_out_in_every_place(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, text: str
) -> None:
    reference = "RTB-2026-000002"
    order = orders_desk.orders[reference]
    orders_desk.orders[reference] = replace(
        order,
        municipality_name=text,
        category=text,
        form=text,
        vendor=text,
        system=text,
        comment=text,
        external_reference=text,
        source_name=text,
        contact=replace(order.contact, name=text, email=text),
        extras={text: text},
        places={"her_id": text},
    )
    orders_desk.decide(reference, Action.HOLD, text, text)
    orders_desk.holders[reference] = text
    window = make_window(orders_desk, text)
    choose(window, qtbot, reference)
    window.orders.panel.open_amendment("vendor")
    for tab in range(3):
        window.orders.panel.tabs.setCurrentIndex(tab)
        assert not window.grab().isNull()
    labels = window.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert spelled_out(text) in {label.text() for label in labels}
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    assert not any("<img" in tip for tip in tips)
    assert window.tasks.settle(5)


def test_that_signs_that_deceive_are_spelled_out_and_listed_with_their_field(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = "RTB-2026-000002"
    order = orders_desk.orders[reference]
    sent = {**order.as_sent, "vendor": "L\u0430b\u202e", "her_id": "81\u200b43"}
    orders_desk.orders[reference] = replace(order, vendor="L\u0430b\u202e", as_sent=sent)
    window = make_window(orders_desk)
    choose(window, qtbot, reference)
    pane = window.findChild(QWidget, "orderPane")
    assert "L\u0430⟨U+0430⟩b⟨U+202E⟩" in {label.text() for label in pane.findChildren(QLabel)}
    said = window.orders.panel.details._values["odd_signs"].text()
    assert "Leverandør: U+0430 CYRILLIC SMALL LETTER A (2), U+202E" in said
    assert "HER-id: U+200B ZERO WIDTH SPACE (3)" in said

"""From a field or a finding one key shows the place in the original file, as plain text."""

from __future__ import annotations

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, press, settle
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot


def asked(desk: OrdersDesk) -> list[tuple]:
    return [call[1] for call in desk.calls if call[0] == "source_view"]


def test_that_one_key_shows_the_line_of_the_value_marked_and_as_it_stands(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    assert asked(orders_desk) == [], "nothing is read before it is asked for"
    press(window, qtbot, Qt.Key.Key_S)
    excerpt = window.orders.panel.tabs.excerpt
    assert excerpt.isVisible()
    assert "rad 8, HER-id · uke-47.xlsx" in excerpt.heading.text()
    lines = [excerpt.lines.item(row).text() for row in range(excerpt.lines.count())]
    assert lines[1].startswith("▶ HER-id")
    assert lines[2].endswith("<b>1</b>")
    assert excerpt.lines.currentRow() == 1
    assert asked(orders_desk) == [("RTB-2026-000008", "her_id", "anna")]


def test_that_the_source_opens_at_the_field_of_the_finding_that_is_looked_at(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    press(window, qtbot, Qt.Key.Key_F)
    press(window, qtbot, Qt.Key.Key_S)
    assert asked(orders_desk)[-1][1] == "organization_number"


def test_that_a_click_on_a_place_shows_it_and_another_order_begins_without(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    tabs = window.orders.panel.tabs
    tabs.show_source_of("her_id")
    tabs.source.itemClicked.emit(tabs.source.currentItem())
    settle(window, qtbot)
    assert asked(orders_desk)[-1][1] == "her_id"
    choose(window, qtbot, "RTB-2026-000009")
    assert tabs.excerpt.isHidden()

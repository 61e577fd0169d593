"""Finding one's way in the real window over a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.help_topics import PAGES


def find(window, qtbot, text):
    """Type into the palette, and wait for everything that is found."""
    window.context.actions["paletteAction"].trigger()
    palette = window.palette_panel
    assert window.tasks.settle(10)
    palette.field.setText(text)
    qtbot.waitUntil(lambda: "…" not in palette.told.text(), timeout=10_000)
    return palette


def take(window, qtbot):
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    for _ in range(3):
        qtbot.wait(50)
        assert window.tasks.settle(10)


@pytest.mark.parametrize("name", ["karasjok", "kárášjohka", "KARASJOHKA", "5610"])
def test_that_a_municipality_is_found_by_all_its_official_names(
    desk, order, open_window, qtbot, name
):
    here = order(municipalityNumber="5610")
    order(municipalityNumber="0301")
    window = open_window(desk.workspace)
    palette = find(window, qtbot, name)
    place = [hit.key for hit in palette.hits()].index("municipality:5610")
    for _ in range(place):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    take(window, qtbot)
    assert window.orders.list.model.rowCount() == 1
    assert window.orders.list.current().reference == here


def test_that_an_order_and_a_party_are_found_in_the_store(desk, order, open_window, qtbot):
    wanted = order(municipalityNumber="5610")
    order(municipalityNumber="0301")
    window = open_window(desk.workspace)
    find(window, qtbot, wanted)
    take(window, qtbot)
    assert window.orders.panel.case.order.reference == wanted
    party = window.palette_panel
    find(window, qtbot, "9001001")
    keys = [hit.key for hit in party.hits()]
    assert "party:9001001" in keys
    for _ in range(keys.index("party:9001001")):
        QTest.keyClick(party.field, Qt.Key.Key_Down)
    take(window, qtbot)
    assert window.page("registry").isVisible()
    assert "9001001" in window.page("registry").search_field.text()


def test_that_help_opens_on_each_page_that_is_in_front(desk, open_window, qtbot):
    window = open_window(desk.workspace)
    for key, address in PAGES.items():
        window.context.actions[f"{key}PageAction"].trigger()
        assert window.tasks.settle(10)
        window.context.actions["helpAction"].trigger()
        assert window.help_place.book.isVisible()
        assert window.help_place.book.address == address
        window.help_place.book.close_book()


def go(window, qtbot, name):
    window.context.actions[name].trigger()
    for _ in range(3):
        qtbot.wait(50)
        assert window.tasks.settle(10)


def test_that_the_way_back_leads_through_every_page_as_it_was(desk, order, open_window, qtbot):
    for number in ("5610", "0301"):
        order(municipalityNumber=number)
    window = open_window(desk.workspace)
    find(window, qtbot, "9001001")
    palette = window.palette_panel
    keys = [hit.key for hit in palette.hits()]
    for _ in range(keys.index("party:9001001")):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    take(window, qtbot)
    registry = window.page("registry")
    assert registry.shown_party == 9001001
    parties = registry.desk.search_parties("")
    owner = next(one.her_id for one in parties if one.her_id != 9001001)
    registry.details.partyWanted.emit(owner)
    for _ in range(3):
        qtbot.wait(50)
        assert window.tasks.settle(10)
    assert registry.shown_party == owner
    window.context.pageWanted.emit("settings", "rules")
    qtbot.wait(20)
    window.context.actions["logPageAction"].trigger()
    qtbot.wait(20)
    go(window, qtbot, "backAction")
    assert window.current_page == "settings"
    assert window.page("settings").sections.currentRow() == 4
    go(window, qtbot, "backAction")
    assert (window.current_page, registry.shown_party) == ("registry", owner)
    go(window, qtbot, "backAction")
    assert (window.current_page, registry.shown_party) == ("registry", 9001001)
    assert registry.search_field.text() == "9001001"
    go(window, qtbot, "backAction")
    assert window.current_page == "orders"
    for _ in range(4):
        go(window, qtbot, "forwardAction")
    assert window.current_page == "log"


def test_that_back_in_the_help_turns_the_pages_of_the_help(desk, open_window, qtbot):
    window = open_window(desk.workspace)
    window.activateWindow()
    window.context.actions["helpAction"].trigger()
    book = window.help_place.book
    first = book.address
    book.go(book.guides.resolve("her-id.md"))
    book.view.setFocus()
    go(window, qtbot, "backAction")
    assert book.address == first
    assert window.current_page == "orders"


def test_that_an_order_that_was_decided_is_found_again_the_way_back(
    desk, order, open_window, qtbot
):
    references = [order(municipalityNumber="0301") for _ in range(3)]
    window = open_window(desk.workspace)
    window.context.queueWanted.emit(OrderQuery(view="new"))
    go(window, qtbot, "ordersPageAction")
    claimed = window.orders.panel.case.order.reference
    assert claimed in references
    go(window, qtbot, "claimAction")
    assert window.orders.panel.case.order.reference != claimed
    go(window, qtbot, "nextAction")
    go(window, qtbot, "backAction")
    go(window, qtbot, "findAction")  # one more round of waiting
    assert window.orders.panel.case.order.reference == claimed

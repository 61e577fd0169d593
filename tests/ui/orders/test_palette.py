"""The command palette in a window: what it finds, in which order, and where it leads."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from invented_orders import OrdersDesk
from orders_window import reference_of, settle, table
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop.ui import announce as saying
from timebok_desktop.ui import palette as palette_module
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.palette import CommandPalette
from timebok_desktop.ui.palette_hits import Group

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def window(make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot) -> MainWindow:
    made = make_window(orders_desk)
    settle(made, qtbot)
    return made


def opened(window: MainWindow, qtbot: QtBot, text: str = "") -> CommandPalette:
    """The palette after `text` was typed and its answers have come."""
    window.context.actions["paletteAction"].trigger()
    settle(window, qtbot)
    palette = window.palette_panel
    if text:
        QTest.keyClicks(palette.field, text)
        qtbot.waitUntil(lambda: "…" not in palette.told.text(), timeout=5000)
    return palette


def take(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window.palette_panel.field, Qt.Key.Key_Return)
    settle(window, qtbot)


def keys(palette: CommandPalette) -> list[str]:
    return [hit.key for hit in palette.hits()]


def headings(palette: CommandPalette) -> list[str]:
    items = [palette.list.item(row) for row in range(palette.list.count())]
    return [item.text() for item in items if item.flags() == Qt.ItemFlag.NoItemFlags]


def test_that_every_possible_command_is_offered_with_its_shortcut(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    actions = window.context.actions
    possible = {one.objectName() for one in actions.all() if one.isEnabled()} - {"paletteAction"}
    assert {key.removeprefix("command:") for key in keys(palette)} == possible
    shown = {hit.title: hit.keys for hit in palette.hits()}
    assert shown["Importer bestillinger …"] == "Ctrl+O"


def test_that_an_order_is_found_by_its_reference_and_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot, "RTB-2026-000007")
    assert keys(palette)[0] == "order:RTB-2026-000007"
    assert headings(palette)[0] == "Bestillinger"
    take(window, qtbot)
    assert palette.isHidden()
    assert reference_of(window) == "RTB-2026-000007"


@pytest.mark.parametrize("text", ["rtb-2026-00003", "RTB 2026 00003", "rtb2026-00003"])
def test_that_the_beginning_of_a_reference_finds_orders_of_it_and_no_others(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    palette = opened(window, qtbot, text)
    found = [key for key in keys(palette) if key.startswith("order:")]
    assert len(found) == 6
    assert all("RTB-2026-00003" in key for key in found)


def test_that_a_party_leads_to_the_registry(window: MainWindow, qtbot: QtBot) -> None:
    asked = []
    window.context.pageWanted.disconnect()
    window.context.pageWanted.connect(lambda *where: asked.append(where))
    palette = opened(window, qtbot, "8143043")
    assert keys(palette)[0] == "party:8143043"
    take(window, qtbot)
    assert asked == [("registry", "8143043")]


@pytest.mark.parametrize("text", ["Tromsø", "tromso", "romsa", "5501"])
def test_that_a_municipality_by_any_of_its_names_leads_to_its_orders(
    window: MainWindow, qtbot: QtBot, text: str
) -> None:
    palette = opened(window, qtbot, text)
    assert "municipality:5501" in keys(palette)
    while palette.current() is None or palette.current().key != "municipality:5501":
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    take(window, qtbot)
    assert window.orders.list.filters.query().municipality_numbers == ("5501",)


def test_that_settings_tables_and_views_are_found(window: MainWindow, qtbot: QtBot) -> None:
    assert keys(opened(window, qtbot, "tjenestetyper"))[0] == "settings:service_types"
    window.palette_panel.close_palette()
    assert "view:awaiting-municipality" in keys(opened(window, qtbot, "venter på"))
    take(window, qtbot)
    assert window.orders.list.filters.query().view == "awaiting-municipality"


def test_that_every_word_must_fit_and_the_nearest_line_comes_first(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot, "importer kv")
    assert keys(palette)[0] == "command:importReceiptAction"
    palette.field.setText("importer xyz")
    qtbot.waitUntil(lambda: palette.told.text() == "0 treff", timeout=5000)
    assert keys(palette) == ["search:help"]


def test_that_a_return_before_the_answer_waits_for_what_a_number_finds(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    orders_desk.gate = threading.Event()
    QTest.keyClicks(palette.field, "000009")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    orders_desk.gate.set()
    qtbot.waitUntil(palette.isHidden, timeout=5000)
    settle(window, qtbot)
    assert reference_of(window) == "RTB-2026-000009"


def test_that_a_command_that_is_plainly_meant_waits_for_nothing(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    orders_desk.gate = threading.Event()
    QTest.keyClicks(palette.field, "skriv brev")
    first = keys(palette)[0]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert first == "command:letterAction"
    orders_desk.gate.set()
    settle(window, qtbot)


def test_that_an_overtaken_answer_is_thrown_away(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    orders_desk.gate = threading.Event()
    palette.field.setText("smittevern")
    qtbot.waitUntil(lambda: "smittevern" in orders_desk.searched, timeout=5000)
    palette.field.setText("legevakt")
    orders_desk.gate.set()
    qtbot.waitUntil(lambda: "…" not in palette.told.text(), timeout=5000)
    assert [key for key in keys(palette) if key.startswith("party")] == ["party:8143099"]


def test_that_who_has_gone_to_a_line_stays_on_it_when_an_answer_comes(
    window: MainWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    palette = opened(window, qtbot)
    orders_desk.gate = threading.Event()
    palette.field.setText("5501")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    before = palette.current()
    orders_desk.gate.set()
    qtbot.waitUntil(lambda: "…" not in palette.told.text(), timeout=5000)
    assert before is not None
    assert palette.current() is not None
    assert palette.current().key == before.key


def test_that_what_was_chosen_lately_comes_first_and_is_kept_without_what_the_store_holds(
    window: MainWindow, make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    opened(window, qtbot, "RTB-2026-000007")
    take(window, qtbot)
    opened(window, qtbot, "lys eller")
    take(window, qtbot)
    palette = opened(window, qtbot)
    assert headings(palette) == ["Sist valgt", "Kommandoer"]
    assert keys(palette)[:2] == ["command:themeAction", "order:RTB-2026-000007"]
    palette.close_palette()
    window.close()
    kept = (window.state.fileName(), window.state.value("palette/recent"))
    assert "RTB" not in str(kept[1])
    again = opened(make_window(orders_desk), qtbot)
    assert keys(again)[0] == "command:themeAction"
    assert headings(again)[0] == "Sist valgt"


def test_that_lines_are_read_aloud_as_sentences_and_the_hits_are_counted(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(palette_module, "announce", lambda _widget, text: said.append(text))
    palette = opened(window, qtbot, "smittevern")
    qtbot.waitUntil(lambda: bool(said), timeout=5000)
    assert said[0].startswith("2 treff. Part: 8143043 Smittevern, Lillehammer sentrum.")
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert said[-1] == palette.current().sentence()
    read = QAccessible.queryAccessibleInterface(palette.list)
    texts = [read.child(n).text(QAccessible.Text.Name) for n in range(read.childCount())]
    assert "Part: 8143043 Smittevern, Lillehammer sentrum. Tjeneste" in texts
    assert saying.announce is not palette_module.announce


def test_that_names_from_a_file_stay_plain_text(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot, "legevakt")
    titles = [hit.title for hit in palette.hits() if hit.group is Group.PARTIES]
    assert titles == ["81\u00a043\u00a0099  Legevakt <b>fet</b>"]
    assert not palette.findChildren(QLabel, options=Qt.FindChildOption.FindChildrenRecursively)[
        0
    ].openExternalLinks()


def test_that_escape_gives_the_focus_back_and_losing_the_focus_closes(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    table(window).setFocus()
    palette = opened(window, qtbot)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.focusWidget() is table(window)
    palette = opened(window, qtbot)
    window.orders.list.filters.search.setFocus()
    qtbot.waitUntil(palette.isHidden, timeout=2000)
    assert window.focusWidget() is window.orders.list.filters.search

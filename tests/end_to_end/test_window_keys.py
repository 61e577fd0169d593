"""The keys of the commands: listed, changed, refused, kept, and named where a text names them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from timebok_desktop.ui.actions import RECORDS
from timebok_desktop.ui.help_keys import keys_in_words
from timebok_desktop.ui.orders.decision_bar import DecisionBar

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier


def section(window):
    window.show_page("settings", "keys")
    assert window.tasks.settle(10)
    return window.page("settings").keys


def choose(keys, name):
    keys.search.clear()
    rows = keys.table.records
    places = {rows.record(row).name: row for row in range(rows.rowCount())}
    keys.table.select_row(places[name])


def press(keys, key, held=CONTROL):
    """What a caseworker presses in the field for a shortcut."""
    QTest.keyClick(keys.shortcut, key, held)


def letter(keys, sign):
    keys.letter.selectAll()
    QTest.keyClicks(keys.letter, sign)


def shown(window):
    return [label.text() for label in window.findChildren(QLabel)]


def test_that_every_command_is_listed_with_its_keys_and_found_by_them(desk, open_window):
    keys = section(open_window(desk.workspace))
    rows = keys.table.records
    assert rows.rowCount() == len(RECORDS)
    keys.search.setText("ctrl+k")
    found = [rows.record(row).name for row in range(rows.rowCount())]
    assert "paletteAction" in found
    keys.search.setText("finnes ikke i det hele tatt")
    assert rows.rowCount() == 0
    assert not keys.shortcut.isEnabled()
    assert keys.usual.toolTip()
    keys.search.clear()
    assert rows.rowCount() == len(RECORDS)
    assert keys.shortcut.isEnabled()
    choose(keys, "paletteAction")
    assert "Finn fram" in keys.shortcut.accessibleName()
    assert all(one.accessibleName() for one in keys.shortcut.findChildren(QLineEdit))


def test_that_a_changed_key_works_at_once_and_the_old_one_does_not(desk, open_window, qtbot):
    window = open_window(desk.workspace)
    keys = section(window)
    choose(keys, "paletteAction")
    press(keys, Qt.Key.Key_M)
    assert "andre taster" in keys.told.text()
    window.activateWindow()
    keys.table.setFocus()
    QTest.keyClick(keys.table, Qt.Key.Key_K, CONTROL)
    assert not window.palette_panel.isVisible()
    QTest.keyClick(keys.table, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(window.palette_panel.isVisible)


def test_that_every_text_that_names_a_key_names_the_new_one(desk, order, open_window):
    order()
    window = open_window(desk.workspace)
    keys = section(window)
    for name, key in (
        ("paletteAction", Qt.Key.Key_M),
        ("findAction", Qt.Key.Key_J),
    ):
        choose(keys, name)
        press(keys, key)
    choose(keys, "approveAction")
    letter(keys, "q")
    assert keys.letter.text() == "Q"
    actions = window.context.actions
    assert "Ctrl+M" in actions["paletteAction"].toolTip()
    assert "Ctrl+M  finn fram" in shown(window)
    assert window.orders.list.filters.search.placeholderText().endswith("Ctrl+J")
    told = keys_in_words(actions)
    assert "Ctrl+M" in told
    assert "Ctrl+K " not in told
    buttons = [one.text() for one in window.orders.findChild(DecisionBar).findChildren(QPushButton)]
    assert "Godkjenn og neste  Q" in buttons
    choose(keys, "paletteAction")
    keys.no_shortcut.click()
    assert not any("finn fram" in text for text in shown(window))


def test_that_a_changed_letter_works_in_the_list_and_the_old_one_does_not(
    desk, order, open_window, qtbot
):
    reference = order()
    window = open_window(desk.workspace)
    keys = section(window)
    choose(keys, "claimAction")
    letter(keys, "q")
    window.show_page("orders")
    assert window.tasks.settle(10)
    table = window.orders.list.table
    for key in (Qt.Key.Key_T, Qt.Key.Key_Q):
        assert not desk("orders", "show", reference).document["holder"]
        QTest.keyClick(table, key)
        for _ in range(3):
            qtbot.wait(30)
            assert window.tasks.settle(10)
    assert desk("orders", "show", reference).document["holder"] == "anna"


def test_that_chosen_keys_are_there_after_a_restart(desk, open_window):
    window = open_window(desk.workspace)
    keys = section(window)
    choose(keys, "paletteAction")
    press(keys, Qt.Key.Key_M)
    choose(keys, "approveAction")
    letter(keys, "q")
    choose(keys, "holdAction")
    keys.no_letter.click()
    window.close()
    again = open_window(desk.workspace).context.actions
    assert again["paletteAction"].shortcut().toString() == "Ctrl+M"
    assert again.of_letter("q") is again["approveAction"]
    assert again.of_letter("a") is None
    assert again.of_letter("h") is None


def test_that_a_key_of_another_command_is_refused_by_its_name(desk, open_window):
    window = open_window(desk.workspace)
    keys = section(window)
    choose(keys, "paletteAction")
    press(keys, Qt.Key.Key_E)
    assert "«Eksporter endringer»" in keys.told.text()
    assert keys.shortcut.keySequence().toString() == "Ctrl+K"
    choose(keys, "holdAction")
    letter(keys, "a")
    assert "«Godkjenn og neste»" in keys.told.text()
    assert keys.letter.text() == "H"
    actions = window.context.actions
    assert actions["paletteAction"].shortcut().toString() == "Ctrl+K"
    assert actions.of_letter("a") is actions["approveAction"]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Escape, NONE),
        (Qt.Key.Key_Return, NONE),
        (Qt.Key.Key_Return, CONTROL),
        (Qt.Key.Key_Down, NONE),
        (Qt.Key.Key_Home, CONTROL),
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_F10, NONE),
        (Qt.Key.Key_F2, NONE),
        (Qt.Key.Key_B, ALT),
        (Qt.Key.Key_3, ALT),
        (Qt.Key.Key_B, NONE),
        (Qt.Key.Key_C, CONTROL),
        (Qt.Key.Key_B, CONTROL | ALT),
        (Qt.Key.Key_B, META),
    ],
)
def test_that_keys_with_a_use_of_their_own_are_refused_with_a_reason(desk, open_window, key, held):
    window = open_window(desk.workspace)
    keys = section(window)
    choose(keys, "paletteAction")
    press(keys, key, held)
    assert keys.told.text()
    assert keys.shortcut.keySequence().toString() == "Ctrl+K"
    assert window.context.actions["paletteAction"].shortcut().toString() == "Ctrl+K"


def test_that_tab_leaves_the_field_for_keys(desk, open_window):
    window = open_window(desk.workspace)
    keys = section(window)
    choose(keys, "paletteAction")
    keys.shortcut.setFocus()
    before = window.focusWidget()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert window.focusWidget() is not before
    assert keys.shortcut.keySequence().toString() == "Ctrl+K"


def test_that_letters_can_be_switched_off_altogether(desk, open_window):
    window = open_window(desk.workspace)
    keys = section(window)
    actions = window.context.actions
    keys.letters.click()
    assert all(actions.of_letter(one.letter) is None for one in RECORDS if one.letter)
    bar = window.orders.findChild(DecisionBar)
    assert "Godkjenn og neste" in [one.text() for one in bar.findChildren(QPushButton)]
    assert actions["approveAction"].shortcut().toString() == "Ctrl+Return"
    window.close()
    again = open_window(desk.workspace)
    assert again.context.actions.of_letter("a") is None
    keys = section(again)
    assert not keys.letters.isChecked()
    keys.letters.click()
    assert again.context.actions.of_letter("a") is again.context.actions["approveAction"]


def test_that_one_command_or_all_get_their_usual_keys_again(desk, open_window):
    window = open_window(desk.workspace)
    actions = window.context.actions
    keys = section(window)
    choose(keys, "paletteAction")
    press(keys, Qt.Key.Key_M)
    choose(keys, "exportAction")
    press(keys, Qt.Key.Key_K)
    choose(keys, "paletteAction")
    keys.usual.click()
    assert "«Eksporter endringer»" in keys.told.text()
    assert actions["paletteAction"].shortcut().toString() == "Ctrl+M"
    choose(keys, "exportAction")
    keys.usual.click()
    choose(keys, "paletteAction")
    keys.usual.click()
    assert actions["exportAction"].shortcut().toString() == "Ctrl+E"
    assert actions["paletteAction"].shortcut().toString() == "Ctrl+K"
    press(keys, Qt.Key.Key_M)
    keys.letters.click()
    keys.all_usual.click()
    assert actions.of_letter("a") is actions["approveAction"]
    window.messages.message.follow()
    assert actions.of_letter("a") is None
    keys.all_usual.click()
    assert all(
        actions[one.name].shortcut().toString() == QKeySequence(one.shortcut).toString()
        for one in RECORDS
    )
    assert actions.of_letter("a") is actions["approveAction"]


def test_that_stored_keys_that_cannot_be_are_left_out_and_told(desk, open_window, qapp):
    window = open_window(desk.workspace)
    state = window.state.fileName()
    window.close()
    file = QSettings(state, QSettings.Format.IniFormat)
    for name, value in {
        "shortcuts/paletteAction": "Bare+Tull",
        "shortcuts/exportAction": ["Ctrl+M", "Ctrl+J"],
        "shortcuts/quitAction": "Tab",
        "shortcuts/noSuchAction": "Ctrl+M",
        "shortcuts/helpAction": "Ctrl+J",
        "shortcuts/aboutAction": "Ctrl+J",
        "letters/approveAction": "AB",
        "letters/holdAction": "1",
        "letters_off": "kanskje",
    }.items():
        file.setValue(f"keys/{name}", value)
    file.sync()
    again = open_window(desk.workspace)
    actions = again.context.actions
    for name in ("paletteAction", "exportAction", "quitAction"):
        declared = next(one.shortcut for one in RECORDS if one.name == name)
        assert actions[name].shortcut().toString() == declared
    assert actions.of_letter("a") is actions["approveAction"]
    both = [actions[name].shortcut().toString() for name in ("helpAction", "aboutAction")]
    assert both.count("Ctrl+J") == 1
    assert len(actions.keys.ignored) == 8
    assert again.messages.isVisible()
    assert "noSuchAction" in section(again).told.text()


def test_that_a_chosen_key_wins_over_a_declared_one(desk, open_window):
    window = open_window(desk.workspace)
    state = window.state.fileName()
    window.close()
    file = QSettings(state, QSettings.Format.IniFormat)
    file.setValue("keys/shortcuts/paletteAction", "Ctrl+E")
    file.sync()
    actions = open_window(desk.workspace).context.actions
    assert actions["paletteAction"].shortcut().toString() == "Ctrl+E"
    assert actions["exportAction"].shortcut().isEmpty()

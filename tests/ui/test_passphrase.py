"""The question for a passphrase: what it takes, what it says, what it keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.passphrase_dialog import DialogAsker, PassphraseDialog
from timebok_desktop.ui.passphrase_panel import PassphrasePanel

WORDS = "blåbær på tunet i august"


def shown(qtbot: QtBot, purpose) -> PassphrasePanel:
    panel = PassphrasePanel(purpose, "<b>mappe</b>")
    qtbot.addWidget(panel)
    panel.show()
    return panel


def press(panel: PassphrasePanel) -> None:
    panel.findChild(QPushButton, "unlockButton").click()


def test_that_what_was_typed_is_handed_on_once_and_not_kept(qtbot):
    panel, given = shown(qtbot, "open"), []
    panel.given.connect(given.append)
    press(panel)
    assert given == []
    panel.field.setText(WORDS)
    press(panel)
    assert given == [WORDS]
    assert panel.field.text() == ""


def test_that_a_new_passphrase_is_long_and_typed_twice_alike(qtbot):
    panel, given = shown(qtbot, "choose"), []
    panel.given.connect(given.append)
    for first, second in (("kort", "kort"), (WORDS, "noe annet enn det")):
        panel.field.setText(first)
        panel.again.setText(second)
        press(panel)
        assert given == []
        assert panel.trouble.isVisible()
    panel.field.setText(WORDS)
    panel.again.setText(WORDS)
    press(panel)
    assert given == [WORDS]


@pytest.mark.parametrize("purpose", ["open", "choose", "resume"])
def test_that_what_is_typed_is_hidden_unless_wished_and_all_is_named(qtbot, purpose):
    panel = shown(qtbot, purpose)
    assert panel.field.echoMode() == QLineEdit.EchoMode.Password
    panel.findChild(QCheckBox).setChecked(True)
    assert panel.field.echoMode() == QLineEdit.EchoMode.Normal
    assert all(field.accessibleName() for field in panel.findChildren(QLineEdit))
    assert panel.again.isVisible() == (purpose == "choose")
    assert panel.findChild(QPushButton, "declineButton").isVisible() == (purpose != "resume")


def answer_with(act) -> None:
    def when_there() -> None:
        (dialog,) = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, PassphraseDialog) and one.isVisible()
        ]
        act(dialog)

    QTimer.singleShot(0, when_there)


def test_that_a_dialog_gives_the_answer_and_says_that_the_one_before_was_wrong(qapp):
    asker, said = DialogAsker(qapp, "nn", "light"), []

    def give(dialog: PassphraseDialog) -> None:
        said.append(dialog.panel.trouble.text())
        dialog.panel.field.setText(WORDS)
        press(dialog.panel)

    for wrong in (False, True):
        answer_with(give)
        assert asker.passphrase(Path("mappe"), wrong=wrong) == WORDS
    assert said[0] == ""
    assert said[1].startswith("Feil passordfrase")
    assert not asker.declined


def test_that_whoever_leaves_the_dialog_gives_no_passphrase(qapp):
    asker = DialogAsker(qapp, "nb", "light")
    answer_with(lambda dialog: dialog.findChild(QPushButton, "declineButton").click())
    assert asker.new_passphrase(Path("mappe")) is None
    assert asker.declined

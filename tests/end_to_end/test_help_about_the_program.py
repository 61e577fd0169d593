"""About, what is new and technical information: in the window and on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop import __version__
from timebok_desktop.app import create_window
from timebok_desktop.cli import main
from timebok_desktop.files.machine_settings import MachineFile

Opened = Callable[[], Any]


@pytest.fixture
def opened(desk: Any, qtbot: QtBot) -> Iterator[Opened]:
    """Opens the window over the desk, as often as wanted."""
    made: list[Any] = []

    def open_again() -> Any:
        window: Any = create_window(desk.workspace, "planta.person", machine=MachineFile(None))
        qtbot.addWidget(window)
        window.show()
        assert window.tasks.settle(20)
        made.append(window)
        return window

    yield open_again
    for window in made:
        window.close()


def test_that_about_tells_the_version_the_parts_and_the_licence_of_qt(opened: Opened) -> None:
    window = opened()
    window.context.actions["aboutAction"].trigger()
    assert window.tasks.settle(20)
    about = window.help_panel.about
    told = " ".join(label.text() for label in about.findChildren(QLabel))
    assert __version__ in told
    assert "Lesser General Public License" in told
    about.copy_button.click()
    copied = QApplication.clipboard().text()
    assert "SQLAlchemy" in copied
    assert "PySide6_Essentials" in copied
    assert all(line.rpartition(": ")[2] for line in copied.split("\n\n")[1].splitlines())
    about.parts.selectRow(0)
    assert about.licence.toPlainText()


def test_that_news_are_told_once_after_an_upgrade_and_can_be_read_again(opened: Opened) -> None:
    first = opened()
    assert first.messages.message is None
    first.close()
    again = opened()
    assert again.messages.message is None
    again.state.setValue("seen_version", "0.0.1")
    again.close()
    upgraded = opened()
    assert __version__ in upgraded.messages.message.text
    upgraded.messages._button.click()
    assert upgraded.help_panel.isVisible()
    told = " ".join(label.text() for label in upgraded.help_panel.news.findChildren(QLabel))
    assert "krypter" in told
    upgraded.close()
    later = opened()
    assert later.messages.message is None
    later.context.actions["newsAction"].trigger()
    assert later.help_panel.isVisible()


def test_that_a_window_from_before_there_were_news_tells_them(opened: Opened) -> None:
    first = opened()
    first.close()
    first.state.remove("seen_version")
    first.state.sync()
    assert opened().messages.message is not None


def test_that_technical_information_is_shown_copied_and_saved_without_names(
    opened: Opened, tmp_path: Path
) -> None:
    window = opened()
    window.context.actions["technicalAction"].trigger()
    assert window.tasks.settle(30)
    technical = window.help_panel.technical
    told = technical.report.toPlainText()
    assert "synchronous 2" in told
    assert "offscreen" in told
    assert "planta" not in told.lower()
    technical.copy_button.click()
    assert QApplication.clipboard().text() == told
    for target, words in ((tmp_path / "t.txt", "Lagret."), (tmp_path / "x" / "t.txt", "kan ikke")):
        window.context.choose_file = lambda _parent, _question, path=target: path
        technical.save_button.click()
        assert words in technical.told.text()
    assert (tmp_path / "t.txt").read_text("utf-8") == told + "\n"


def test_that_nothing_is_saved_where_nobody_chose(opened: Opened) -> None:
    window = opened()
    window.open_technical()
    assert window.tasks.settle(30)
    window.context.choose_file = lambda _parent, _question: None
    window.help_panel.technical.save_button.click()
    assert window.help_panel.technical.told.text() == ""


def test_that_the_command_line_tells_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["whats-new", "--json", "--language", "nn"], MachineFile(None)) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["version"] == document["releases"][0]["version"] == __version__
    assert main(["whats-new", "--json", "--since", __version__], MachineFile(None)) == 0
    assert json.loads(capsys.readouterr().out)["releases"] == []

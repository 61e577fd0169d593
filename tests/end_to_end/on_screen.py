"""What somebody sees who has read nothing: buttons, fields and rows are found by what stands on
the screen, and only there can they be clicked.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.main_window import MainWindow

_PATIENCE = 30_000
"""Milliseconds in which what is waited for must come to be seen; nothing is measured by it."""
PICTURES = "TIMEBOK_PICTURES"
"""Names a folder that the steps leave their pictures in."""


def words_of(widget: QWidget) -> str:
    """The words on a button without the mark of its key and the letter that stands after it."""
    text = str(getattr(widget, "text", str)())
    return text.replace("&", "").split("  ")[0].strip()


def is_seen(widget: QWidget) -> bool:
    """Whether the middle of a widget is on the screen, covered by nothing that hides it."""
    middle = widget.rect().center()
    return widget.isVisible() and widget.visibleRegion().contains(middle)


class OnScreen:
    """A window as it is seen. `walk` names the pictures."""

    def __init__(self, window: MainWindow, qtbot: QtBot, walk: str) -> None:
        self.window, self._qtbot, self._walk = window, qtbot, walk
        self._steps = 0
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was asked has come."""
        for _ in range(4):
            self._qtbot.wait(30)
            assert self.window.tasks.settle(30)
        self._qtbot.wait(20)

    def texts(self) -> list[str]:
        """Every label that is seen."""
        return [one.text() for one in self.window.findChildren(QLabel) if is_seen(one)]

    def buttons(self) -> list[str]:
        """The words of every button that is seen and can be pressed."""
        found = self.window.findChildren(QAbstractButton)
        return [words_of(one) for one in found if is_seen(one) and one.isEnabled() and one.text()]

    def click(self, words: str) -> None:
        """Press the button with these words, once it can be seen and pressed."""

        def is_there() -> None:
            assert words in self.buttons()

        self._qtbot.waitUntil(is_there, timeout=_PATIENCE)
        self._picture(words)
        found = next(
            one
            for one in self.window.findChildren(QAbstractButton)
            if words_of(one) == words and is_seen(one) and one.isEnabled()
        )
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, hint: str, text: str) -> None:
        """Write into the field that says what belongs there."""
        found = [
            one
            for one in self.window.findChildren(QLineEdit)
            if one.placeholderText() == hint and is_seen(one)
        ]
        assert found, f"no field says “{hint}”"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
        QTest.keyClicks(found[0], text)

    def click_first_order(self) -> None:
        """Choose the order at the top of the list."""
        table = self.window.findChild(QTableView, "orderTable")
        assert table is not None
        self._qtbot.waitUntil(
            lambda: is_seen(table.viewport()) and table.model().rowCount() > 0, timeout=_PATIENCE
        )
        place = QPoint(60, table.rowHeight(0) // 2)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def _picture(self, words: str) -> None:
        folder = os.environ.get(PICTURES)
        if not folder:
            return
        self._steps += 1
        name = "".join(sign if sign.isalnum() else "-" for sign in words.lower()).strip("-")
        target = Path(folder) / f"{self._walk}-{self._steps:02d}-{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        assert self.window.grab().save(str(target))

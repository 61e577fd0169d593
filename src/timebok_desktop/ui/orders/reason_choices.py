"""Reasons to choose from, numbered: a digit, an arrow or a click chooses one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.theme import SPACE

_LEAST = 3
"""Letters that a reason has at least."""
_DIGITS = 9


class Choices(QWidget):
    """Some words to choose among: `chosen(code)` when a person chose one."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._codes: list[str] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self._flow = FlowLayout(SPACE.m, self)

    def offer(self, words: Mapping[str, str]) -> None:
        """Offer these, and none is chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._codes = list(words)
        for place, text in enumerate(words.values()):
            number = f"{place + 1}  " if place < _DIGITS else ""
            button = QRadioButton(plain_button(f"{number}{text}"), self)
            button.setAccessibleName(f"{self._name}: {text}")
            self._group.addButton(button, place)
            self._flow.addWidget(button)
            button.show()
        if words:
            self.setFocusProxy(self._group.button(0))
        self.setVisible(bool(words))

    def code(self) -> str:
        """What is chosen, "" where nothing is."""
        place = self._group.checkedId()
        return self._codes[place] if place >= 0 else ""

    def choose(self, code: str) -> None:
        """Choose one, or none with ""."""
        blocker = QSignalBlocker(self._group)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._codes[self._group.id(button)] == code)
        self._group.setExclusive(True)
        blocker.unblock()
        chosen = self._group.checkedButton() or self._group.button(0)
        if chosen is not None:
            self.setFocusProxy(chosen)

    def _toggled(self, place: int, on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        if on:
            self.chosen.emit(self._codes[place])

    def press(self, digit: int) -> bool:
        """Choose by number, as a person does; whether there is such a one."""
        button = self._group.button(digit - 1) if digit <= _DIGITS else None
        if button is None:
            return False
        button.setFocus()
        button.click()
        return True


class ReasonFields(QWidget):
    """A reason code to choose and words to write: `entered()` on Return in the words."""

    entered = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.code = Choices(self.tr("Reason"), self)
        self.code.setObjectName("reasonCode")
        self.text = QLineEdit()
        self.text.setObjectName("reasonText")
        self.text.setAccessibleName(self.tr("Reason in your own words"))
        self.text.setPlaceholderText(self.tr("In your own words (goes into the log)"))
        self.text.returnPressed.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.code)
        layout.addWidget(self.text)

    def offer(self, codes: Mapping[str, Phrase], proposed: str = "") -> None:
        """Offer these codes, with the proposed one chosen, and no words."""
        self.code.offer({code: self._context.say(words) for code, words in codes.items()})
        self.code.choose(proposed)
        self.text.clear()

    def first(self) -> QWidget:
        """Where to begin."""
        return self.code if not self.code.isHidden() else self.text

    def reason(self) -> str:
        """The code and the words as one reason, "" where it is none."""
        code, words = self.code.code(), self.text.text().strip()
        if not code and len(words) < _LEAST:
            return ""
        return ": ".join(part for part in (code, words) if part)

    def complaint(self) -> str:
        """What to say where there is no reason."""
        return self.tr("Write why, so that others understand it.")

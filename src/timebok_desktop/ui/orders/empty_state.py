"""What stands where nothing stands: what belongs here, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE


class EmptyState(QWidget):
    """A heading, a sentence and at most one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Text("", "heading")
        self._words = Text("", "muted", wrap=True)
        self._button = QPushButton()
        self._button.setAccessibleName(self.tr("Next step"))
        self._button.hide()
        dress(self._button, look="primary")
        self._call: Callable[[], None] | None = None
        self._button.clicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xxl, SPACE.xxl, SPACE.xxl, SPACE.xxl)
        layout.setSpacing(SPACE.m)
        layout.addStretch(2)
        for label in (self._heading, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def say(
        self, heading: str, words: str, button: str = "", call: Callable[[], None] | None = None
    ) -> None:
        """Say what belongs here and offer the next step."""
        self._heading.setText(heading)
        self._words.setText(words)
        self._button.setText(plain_button(button))
        self._button.setAccessibleName(button or self.tr("Next step"))
        self._button.setVisible(call is not None)
        self._call = call

    def _follow(self) -> None:
        if self._call is not None:
            self._call()

"""The question of the first start, inline: bokmål or nynorsk. Asked in both languages at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE


class LanguageChoice(QFrame):
    """Emits `chosen("nb")` or `chosen("nn")`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("languageChoice")
        dress(self, look="notice", tone="note")
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xs)
        first = "Velkommen til Timebok. Hvilken målform vil du bruke?"
        second = "Velkomen til Timebok. Kva målform vil du bruke? Du kan byte når som helst."
        texts.addWidget(Text(first, "strong", wrap=True))
        texts.addWidget(Text(second, wrap=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addLayout(texts, 1)
        for language, name in (("nb", "Bokmål"), ("nn", "Nynorsk")):
            button = QPushButton(name)
            button.setObjectName(f"{language}Button")
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked, code=language: self.chosen.emit(code))
            layout.addWidget(button)
        self.hide()

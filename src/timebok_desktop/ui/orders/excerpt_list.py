"""The lines around a value in the original file, as plain text, with the value's line marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.domain.places import in_words
from timebok_desktop.services.source_views import SourceView
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.theme import SPACE

_MOST_SEEN = 12
"""Lines that are seen at once; the rest is scrolled to."""


class ExcerptList(QWidget):
    """A heading that names file and place, and the lines; not there until it is asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.heading = Text("", "strong", wrap=True)
        self.lines = QListWidget()
        self.lines.setObjectName("sourceExcerpt")
        self.lines.setAccessibleName(self.tr("From the original file"))
        self.lines.setProperty("look", "flush")
        self.lines.setWordWrap(True)
        self.lines.setTextElideMode(Qt.TextElideMode.ElideNone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.s, 0, SPACE.s)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.heading)
        layout.addWidget(self.lines)
        self.hide()

    def clear(self) -> None:
        """Another order: nothing was asked for yet."""
        self.lines.clear()
        self.hide()

    def show_waiting(self) -> None:
        """Say that the file is being looked into."""
        self.show_words(self.tr("Looking into the original file …"))

    def show_words(self, words: str) -> None:
        """Say something in place of the lines."""
        self.heading.setText(words)
        self.lines.clear()
        self.lines.hide()
        self.show()
        announce(self, words)

    def show_source(self, found: SourceView) -> None:
        """Show the lines, and put the marked one in sight and under the focus."""
        had_focus = self.lines.hasFocus()
        place = self._context.say(in_words(found.place))
        self.heading.setText(f"{title(found.field)} · {place} · {found.name}")
        self.lines.clear()
        for at, (label, text) in enumerate(found.lines):
            is_marked = at == found.marked
            item = QListWidgetItem(self._line(label, text, is_marked=is_marked), self.lines)
            font = item.font()
            font.setBold(is_marked)
            item.setFont(font)
        self.lines.show()
        self.show()
        rows = min(_MOST_SEEN, self.lines.count())
        height = max(24, self.lines.sizeHintForRow(0))
        self.lines.setFixedHeight(rows * height + 2 * self.lines.frameWidth() + SPACE.s)
        self.lines.setCurrentRow(max(0, found.marked))
        self.lines.scrollToItem(self.lines.currentItem(), QListWidget.ScrollHint.PositionAtCenter)
        if had_focus:
            self.lines.setFocus()
        announce(self, f"{self.heading.text()}: {self.lines.currentItem().text()}")

    @staticmethod
    def _line(label: str, text: str, *, is_marked: bool) -> str:
        mark = "▶ " if is_marked else "    "
        return without_tricks(f"{mark}{label}    {text}" if label else f"{mark}{text}")

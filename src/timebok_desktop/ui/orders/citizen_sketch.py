"""What the citizen meets, today and after approval: our own sketch, drawn and labelled as such.

It shows what `domain.citizen` says, as labels; a screen reader reads each sketch as sentences.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QVBoxLayout, QWidget

from timebok_desktop.domain.citizen import CitizenPreview, Sketch
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.views import Case
from timebok_desktop.ui.cards import clear
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_TOP = Qt.AlignmentFlag.AlignTop
_Role = Literal["strong", "base", "muted"]
_SIDE_BY_SIDE = 76
"""Letters that must fit for two sketches to stand beside each other."""


class SketchCard(QFrame):
    """One sketch: a heading and its lines, or why there is none. What changes is strong and has a
    mark in the margin.
    """

    def __init__(self, name: str, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        dress(self, look="sketch")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading = heading
        self._why = Text("", wrap=True)
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(SPACE.s)
        self._lines.setVerticalSpacing(SPACE.xs)
        self._lines.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addWidget(Text(heading, "strong"))
        layout.addWidget(self._why)
        layout.addLayout(self._lines)
        layout.addStretch()

    def show_sketch(
        self, sketch: Sketch, why: Phrase | None, marked: frozenset[str], context: Context
    ) -> None:
        """Show another sketch; `why` stands in its place where it is empty."""
        clear(self._lines)
        empty = context.say(why) if why is not None else ""
        self._why.setText(empty)
        self._why.setVisible(bool(empty))
        told = [empty] if empty else []
        for row, line in enumerate(sketch):
            title, words = context.say(line.title), context.say(line.text)
            changes = line.name in marked
            self._lines.addWidget(Text("→" if changes else ""), row, 0, _TOP)
            self._lines.addWidget(Text(title, "muted"), row, 1, _TOP)
            role: _Role = "strong" if changes else "base" if line.known else "muted"
            self._lines.addWidget(Text(words, role, wrap=True), row, 2)
            sentence = self.tr("{title} (changes): {text}") if changes else "{title}: {text}"
            told.append(sentence.format(title=title, text=words.rstrip(".")))
        self.setAccessibleName(f"{self._heading}. {'. '.join(told)}")


class CitizenSketch(QWidget):
    """Today beside what becomes, one above the other where there is little room."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("citizenSketch")
        self.setAccessibleName(self.tr("What the citizen meets"))
        self.today = SketchCard("sketchToday", self.tr("Today"))
        self.after = SketchCard("sketchAfter", self.tr("After approval"))
        self._remarks = Text("", wrap=True)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(SPACE.s)
        for card in (self.today, self.after):
            self._cards.addWidget(card, 1)
        whose = Text(self.tr("Our own sketch, not Helsenorge"), "strong", wrap=True)
        source = Text(
            self.tr(
                "It says what the configuration, AR and the table of forms say. How Helsenorge "
                "looks, and what else it shows there, is not known here."
            ),
            "small",
            wrap=True,
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, SPACE.s, 0, 0)
        self._layout.setSpacing(SPACE.s)
        self._layout.addWidget(whose)
        self._layout.addLayout(self._cards)
        self._layout.addWidget(self._remarks)
        self._layout.addWidget(source)
        self._layout.addStretch()

    def show_case(self, case: Case) -> None:
        """Show another case."""
        self.show_preview(case.citizen)

    def show_preview(self, preview: CitizenPreview) -> None:
        """Show what a citizen meets before and after."""
        self.today.show_sketch(preview.before, preview.today, frozenset(), self._context)
        self.after.show_sketch(preview.after, preview.becomes, preview.changed, self._context)
        remarks = " ".join(self._context.say(one) for one in preview.remarks)
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))
        self._fit()

    def take_focus(self) -> None:
        """Reading begins with what becomes."""
        self.after.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room asks for it, and keep every line in sight."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        wide = self.width() >= _SIDE_BY_SIDE * self.fontMetrics().averageCharWidth()
        sideways, downwards = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(sideways if wide else downwards)
        self._layout.activate()
        self.setMinimumHeight(self._layout.totalHeightForWidth(self.width()))

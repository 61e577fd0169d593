"""Paints the visible rows of the list of orders: two lines a column, one shape, one line below.

Most words of a row come again and again (statuses, categories, municipalities), so each text is
shortened and laid out once and then drawn as it stands. A painter is good for one set of colours,
fonts and column widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from timebok_desktop.ui.orders.columns import KEEPS_END, NUMBERS, ShownRow
from timebok_desktop.ui.shapes import paint_shape
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.tokens import Tokens, Tone

_SHAPE = 0.65
"""The side of a shape, of the height of a line."""
_EDGE = 4
"""The width of the mark at the left of a selected row."""
_LAID_OUT = 4000
"""Texts kept laid out."""
_PLACEHOLDER = "…"


class Cells(NamedTuple):
    """Where the columns are: the width of all, left edge and width of each, height of a row."""

    width: int
    columns: tuple[tuple[int, int], ...]
    height: int


class RowPainter:
    """Paints rows in one set of colours, at one set of places."""

    def __init__(self, tokens: Tokens, cells: Cells, pixel_ratio: float) -> None:
        self.tokens, self.cells, self.pixel_ratio = tokens, cells, pixel_ratio
        self._selected, self._line = QColor(tokens.selected), QColor(tokens.line)
        self._accent = QColor(tokens.accent)
        self._ink, self._muted = QPen(QColor(tokens.ink)), QPen(QColor(tokens.muted))
        self._tones: dict[Tone, QPen] = {}
        self._shapes: dict[Tone, QPixmap] = {}
        strong, small = _Hand(font("strong")), _Hand(font("small", tabular=True))
        tabular = _Hand(font("base", tabular=True))
        self._side = round(strong.height * _SHAPE)
        self._upper = (cells.height - strong.height - small.height) // 2
        self._lower = self._upper + strong.height
        self._columns = [
            _Column(left, width, section, self._side, (tabular if section in NUMBERS else strong))
            for section, (left, width) in enumerate(cells.columns)
        ]
        self._strong, self._small = strong, small

    def paint(
        self,
        painter: QPainter,
        top: int,
        rows: Sequence[ShownRow | None],
        selected: Sequence[bool],
    ) -> None:
        """Paint rows from `top` downwards, one font after the other."""
        height = self.cells.height
        places = range(top, top + height * len(rows), height)
        self._paint_grounds(painter, places, selected)
        come = [(place, row) for place, row in zip(places, rows, strict=True) if row is not None]
        self._paint_outcomes(painter, come)
        painter.setPen(self._ink)
        for section, column in enumerate(self._columns[1:], 1):
            painter.setFont(column.upper.font)
            laid, left, room = column.upper_texts, column.left, column.room
            for place, row in come:
                text = row.lines[section][0]
                painter.drawStaticText(
                    left, place + self._upper, laid.get(text) or column.upper.lay(laid, text, room)
                )
        self._paint_lower(painter, come)
        if len(come) < len(rows):
            for place, waiting in zip(places, rows, strict=True):
                if waiting is None:
                    painter.drawText(SPACE.m, place + self._lower, _PLACEHOLDER)

    def _paint_grounds(
        self, painter: QPainter, places: Sequence[int], selected: Sequence[bool]
    ) -> None:
        width, height = self.cells.width, self.cells.height
        for place, chosen in zip(places, selected, strict=True):
            if chosen:
                painter.fillRect(0, place, width, height, self._selected)
                painter.fillRect(0, place, _EDGE, height, self._accent)
                if self.tokens.name == "contrast":
                    painter.setPen(QPen(self._accent, 2))
                    painter.drawRect(1, place + 1, width - 2, height - 3)
            painter.fillRect(0, place + height - 1, width, 1, self._line)

    def _paint_outcomes(self, painter: QPainter, rows: Sequence[tuple[int, ShownRow]]) -> None:
        """The first column: a shape, and the outcome in its colour."""
        column = self._columns[0]
        middle = self._upper + (self._strong.height - self._side) // 2
        painter.setFont(column.upper.font)
        for place, row in rows:
            tone, text = row.tone, row.lines[0][0]
            if tone not in self._shapes:
                self._learn(tone)
            painter.drawPixmap(column.shape, place + middle, self._shapes[tone])
            painter.setPen(self._tones[tone])
            laid = column.upper_texts
            painter.drawStaticText(
                column.left,
                place + self._upper,
                laid.get(text) or column.upper.lay(laid, text, column.room),
            )

    def _paint_lower(self, painter: QPainter, rows: Sequence[tuple[int, ShownRow]]) -> None:
        painter.setFont(self._small.font)
        painter.setPen(self._muted)
        for section, column in enumerate(self._columns):
            laid, left, room = column.lower_texts, column.left, column.room
            for place, row in rows:
                text = row.lines[section][1]
                if text:
                    painter.drawStaticText(
                        left,
                        place + self._lower,
                        laid.get(text) or self._small.lay(laid, text, room, column.cut),
                    )

    def _learn(self, tone: Tone) -> None:
        """The pen and the shape of a tone."""
        self._tones[tone] = QPen(QColor(self.tokens.of_tone(tone)))
        drawn = QPixmap(QSize(self._side, self._side) * self.pixel_ratio)
        drawn.setDevicePixelRatio(self.pixel_ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_shape(painter, tone, QRectF(0, 0, self._side, self._side))
        painter.end()
        self._shapes[tone] = drawn


class _Hand:
    """A font, and how it lays texts out."""

    def __init__(self, made: QFont) -> None:
        self.font = made
        self._metrics = QFontMetrics(made)
        self.height = self._metrics.height()

    def lay(
        self,
        laid: dict[str, QStaticText],
        text: str,
        room: int,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> QStaticText:
        """A text that fits, ready to be drawn, kept under what it was."""
        if len(laid) >= _LAID_OUT:
            laid.clear()
        fits = QStaticText(self._metrics.elidedText(text, cut, room))
        fits.setTextFormat(Qt.TextFormat.PlainText)
        fits.prepare(QTransform(), self.font)
        laid[text] = fits
        return fits


class _Column:
    """Where the texts of a column stand, and those that are laid out."""

    def __init__(self, left: int, width: int, section: int, side: int, upper: _Hand) -> None:
        self.shape = left + SPACE.m
        inset = SPACE.m + (0 if section else side + SPACE.s)
        self.left = left + inset
        self.room = max(0, width - inset - SPACE.xs)
        self.upper = upper
        keeps_end = section == KEEPS_END
        self.cut = Qt.TextElideMode.ElideLeft if keeps_end else Qt.TextElideMode.ElideRight
        self.upper_texts: dict[str, QStaticText] = {}
        self.lower_texts: dict[str, QStaticText] = {}

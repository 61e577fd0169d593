"""Paints rows of the list of orders: two lines a column, one shape, one line below.

Most words of a row come again and again (statuses, categories, municipalities), so each text is
shortened and laid out once and then drawn as it stands. A painter is good for one set of colours,
fonts and column widths. `write` names nothing of `Qt` (see `ui.theme`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize
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

from timebok_desktop.ui.orders.columns import (
    COLUMNS,
    KEEPS_BOTH_ENDS,
    KEEPS_END,
    NUMBERS,
    STRETCHES,
    ShownRow,
)
from timebok_desktop.ui.shapes import paint_dot, paint_shape
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.tokens import Tokens, Tone

_ROW = 40
_COMPACT_ROW = 32
_SHAPE = 0.65
"""The side of a shape, of the height of a line."""
EDGE_AT, EDGE = 3, 3
"""Where the mark of a selected row begins, so that the focus ring does not cover it, and its
width."""
_LAID_OUT = 4000
"""Texts kept laid out."""
_ELLIPSIS = "…"
_LEAST = 6
"""Letters that stand before a name's last part: a number and the name's first letter."""
Part = Literal["start", "end", "ends"]
"""What is kept of a text that is too long."""
_KEPT_PART: dict[int, Part] = {KEEPS_END: "end", **dict.fromkeys(KEEPS_BOTH_ENDS, "ends")}
Ink = Literal["ink", "muted", "clear", "warning", "stop"]
"""What texts are written in: roles of `Tokens`."""
INKS: tuple[Ink, ...] = ("ink", "muted", "clear", "warning", "stop")
_INK_OF_TONE: dict[Tone, Ink] = {
    "clear": "clear",
    "warning": "warning",
    "stop": "stop",
    "note": "ink",
    "neutral": "muted",
}
_UNSEEN = QColor(0, 0, 0, 0)
_DOT = 5
"""The diameter of the mark of an unread row, which stands between the edge and the shape."""


class Cells(NamedTuple):
    """Where the columns are: the width of all, left edge and width of each, height of a row."""

    width: int
    columns: tuple[tuple[int, int], ...]
    height: int


def row_height(*, compact: bool = False) -> int:
    """The height of a row in the fonts in force."""
    lines = QFontMetrics(font()).height() + QFontMetrics(font("small")).height()
    return max(_COMPACT_ROW, lines) if compact else max(_ROW, lines + SPACE.s)


def column_widths(wanted: Sequence[int], room: int = 0) -> list[int]:
    """The widths of the columns in the font in force (`Look.widths`); the one that stretches takes
    what the others leave of `room`.
    """
    scale = text_scale()
    widths = [round(width * scale) for width in wanted]
    if room:
        squeezed = 0 if is_crowded(wanted) else -widths[STRETCHES] // 2
        widths[STRETCHES] += max(room - sum(widths), squeezed)
    return widths


def is_crowded(wanted: Sequence[int]) -> bool:
    """Whether there are more columns than usual, so that the list is moved sideways where it has no
    room for them, and none is squeezed."""
    return any(width and column.extra for width, column in zip(wanted, COLUMNS, strict=True))


def text_scale() -> float:
    """How much wider letters are than those that widths are thought for."""
    return max(1.0, QFontMetrics(font()).averageCharWidth() / 7)


class RowPainter:
    """Paints rows in one set of colours, at one set of places."""

    def __init__(self, tokens: Tokens, cells: Cells, pixel_ratio: float) -> None:
        self.tokens, self.cells, self.pixel_ratio = tokens, cells, pixel_ratio
        self._selected, self._line = QColor(tokens.selected), QColor(tokens.line)
        self._accent = QColor(tokens.accent)
        self._pens: dict[Ink, QPen] = {}
        self._shapes: dict[Tone, QPixmap] = {}
        self._strong, self._small = _Hand(font("strong")), _Hand(font("small", tabular=True))
        read, number = _Hand(font()), _Hand(font("base", tabular=True))
        self._side = round(self._strong.height * _SHAPE)
        self._upper = (cells.height - self._strong.height - self._small.height) // 2
        self._lower = self._upper + self._strong.height
        self._columns = [
            _Column(
                left,
                width,
                section,
                self._side,
                (number, number) if section in NUMBERS else (self._strong, read),
            )
            for section, (left, width) in enumerate(cells.columns)
        ]
        self._dot: QPixmap | None = None
        self._seen = [section for section, (_, width) in enumerate(cells.columns) if width]

    def paint(
        self,
        painter: QPainter,
        top: int,
        rows: Sequence[ShownRow | None],
        selected: Sequence[bool],
    ) -> None:
        """Paint rows from `top` downwards, one ink after the other."""
        self._paint_grounds(painter, top, selected)
        for ink in INKS:
            if ink not in self._pens:
                self._pens[ink] = QPen(QColor(getattr(self.tokens, ink)))
            painter.setPen(self._pens[ink])
            self.write(painter, ink, top, rows)

    def _paint_grounds(self, painter: QPainter, top: int, selected: Sequence[bool]) -> None:
        """What the texts of rows stand on, for rows from `top` downwards."""
        width, height = self.cells.width, self.cells.height
        for place, chosen in enumerate(selected):
            at = top + place * height
            if chosen:
                painter.fillRect(0, at, width, height, self._selected)
                painter.fillRect(EDGE_AT, at, EDGE, height, self._accent)
                if self.tokens.name == "contrast":
                    painter.setPen(QPen(self._accent, 2))
                    painter.drawRect(1, at + 1, width - 2, height - 3)
            painter.fillRect(0, at + height - 1, width, 1, self._line)

    def write(self, painter: QPainter, ink: Ink, top: int, rows: Sequence[ShownRow | None]) -> None:
        """Write what has one ink with the painter's own pen, for rows from `top` downwards."""
        height = self.cells.height
        come = [(place, row) for place, row in enumerate(rows) if row is not None]
        if ink == "ink":
            placed = [(top + at * height, row) for at, row in come]
            unread = [one for one in placed if one[1].unread]
            read = [one for one in placed if not one[1].unread]
            for section in self._seen[1:]:
                self._write_upper(painter, section, unread, self._columns[section].unread)
                self._write_upper(painter, section, read, self._columns[section].read)
            self._draw_dots(painter, [at for at, _ in unread])
            return
        told = [(top + at * height, row) for at, row in come if _INK_OF_TONE[row.tone] == ink]
        self._draw_shapes(painter, told)
        self._write_upper(painter, 0, told, self._columns[0].unread)
        if ink == "muted":
            self._write_lower(painter, [(top + at * height, row) for at, row in come])
            for place, row in enumerate(rows):
                if row is None:
                    painter.drawText(SPACE.m, top + place * height + self._lower, _ELLIPSIS)

    def _write_upper(
        self,
        painter: QPainter,
        section: int,
        rows: Sequence[tuple[int, ShownRow]],
        upper: _Upper,
    ) -> None:
        if not rows:
            return
        column, hand, laid = self._columns[section], upper.hand, upper.texts
        left, room = column.left, column.room
        painter.setFont(hand.font)
        for at, row in rows:
            text = row.lines[section][0]
            ready = laid.get(text) or hand.lay(laid, text, room)
            painter.drawStaticText(left, at + self._upper, ready)

    def _write_lower(self, painter: QPainter, rows: Sequence[tuple[int, ShownRow]]) -> None:
        hand = self._small
        painter.setFont(hand.font)
        for section in self._seen:
            column = self._columns[section]
            laid, left, room = column.lower_texts, column.left, column.room
            keeps = _KEPT_PART.get(section, "start")
            for at, row in rows:
                text = row.lines[section][1]
                if text:
                    ready = laid.get(text) or hand.lay(laid, text, room, keeps)
                    painter.drawStaticText(left, at + self._lower, ready)

    def _draw_shapes(self, painter: QPainter, rows: Sequence[tuple[int, ShownRow]]) -> None:
        left = self._columns[0].shape
        middle = self._upper + (self._strong.height - self._side) // 2
        for at, row in rows:
            if row.tone not in self._shapes:
                self._learn(row.tone)
            painter.drawPixmap(left, at + middle, self._shapes[row.tone])

    def _draw_dots(self, painter: QPainter, tops: Sequence[int]) -> None:
        """The marks of unread rows, in the margin."""
        if not tops:
            return
        if self._dot is None:
            self._dot = self._drawn(_DOT)
            inside = QPainter(self._dot)
            paint_dot(inside, self.tokens.accent, QRectF(0, 0, _DOT, _DOT))
            inside.end()
        left = self._columns[0].shape - SPACE.m + EDGE_AT + EDGE
        middle = self._upper + (self._strong.height - _DOT) // 2
        for at in tops:
            painter.drawPixmap(left, at + middle, self._dot)

    def _drawn(self, side: int) -> QPixmap:
        drawn = QPixmap(QSize(side, side) * self.pixel_ratio)
        drawn.setDevicePixelRatio(self.pixel_ratio)
        drawn.fill(_UNSEEN)
        return drawn

    def _learn(self, tone: Tone) -> None:
        """The shape of a tone."""
        drawn = self._drawn(self._side)
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
        self, laid: dict[str, QStaticText], text: str, room: int, keeps: Part = "start"
    ) -> QStaticText:
        """A text that fits, ready to be drawn, kept under what it was."""
        if len(laid) >= _LAID_OUT:
            laid.clear()
        ready = QStaticText(self._fitted(text, room, keeps))
        if "<" in text or "&" in text:  # only then does Qt guess that it might be markup
            ready.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        ready.prepare(QTransform(), self.font)
        laid[text] = ready
        return ready

    def _fitted(self, text: str, room: int, keeps: Part) -> str:
        """The text, or as much as there is room for of the part that tells it apart."""
        width = self._metrics.horizontalAdvance
        if width(text) <= room:
            return text
        last = text[text.rfind(" (") :] if text.endswith(")") else ""
        kept_whole = last and width(f"{text[:_LEAST]}{_ELLIPSIS}{last}") <= room
        if last and keeps == "start":
            keeps = "ends"

        def shortened(kept: int) -> str:
            if kept_whole:
                return text[: min(kept, len(text) - len(last))].rstrip() + _ELLIPSIS + last
            if keeps == "end":
                return _ELLIPSIS + text[len(text) - kept :]
            if keeps == "ends":
                start = (kept + 1) // 2
                return text[:start] + _ELLIPSIS + text[len(text) - (kept - start) :]
            return text[:kept].rstrip() + _ELLIPSIS

        too_long = bisect_left(
            range(1, len(text) + 1), True, key=lambda kept: width(shortened(kept)) > room
        )
        return shortened(too_long)


class _Upper(NamedTuple):
    """How the upper line is written, and the texts that are laid out so."""

    hand: _Hand
    texts: dict[str, QStaticText]


class _Column:
    """Where the texts of a column stand, and those that are laid out."""

    def __init__(
        self, left: int, width: int, section: int, side: int, hands: tuple[_Hand, _Hand]
    ) -> None:
        self.shape = left + SPACE.m
        inset = SPACE.m + (0 if section else side + SPACE.s)
        self.left = left + inset
        self.room = max(0, width - inset - SPACE.xs)
        self.unread, self.read = (_Upper(hand, {}) for hand in hands)
        self.lower_texts: dict[str, QStaticText] = {}

"""Paints the headings of municipalities between rows of the list of orders: a quiet band with the
number, the name and how many. It names nothing of `Qt` (see `ui.theme`).
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics, QPainter

from timebok_desktop.ui.shapes import pixel
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.tokens import Tokens


def heading_height() -> int:
    """The height of a heading in the font in force."""
    return QFontMetrics(_hand()).height() + SPACE.m


def paint_band(painter: QPainter, top: int, width: int, tokens: Tokens) -> None:
    """What a heading stands on."""
    height = heading_height()
    painter.drawPixmap(0, top, width, height, pixel(tokens.canvas))
    painter.drawPixmap(0, top + height - 1, width, 1, pixel(tokens.line))


def write_heading(painter: QPainter, top: int, width: int, text: str) -> None:
    """Write a heading with the painter's own pen; a name that is too long loses its end."""
    hand = _hand()
    metrics = QFontMetrics(hand)
    painter.setFont(hand)
    line = top + (heading_height() - metrics.height()) // 2 + metrics.ascent()
    room = width - 2 * SPACE.m
    shown = text
    while shown and metrics.horizontalAdvance(shown) > room:
        shown = f"{shown[:-2].rstrip()}…"
    painter.drawText(SPACE.m, line, shown)


def _hand() -> QFont:
    made = font("small", tabular=True)
    made.setWeight(QFont.Weight.DemiBold)
    return made

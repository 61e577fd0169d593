"""The shape of a tone as a small widget, for places where the word stands beside it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timebok_desktop.ui.shapes import paint_shape
from timebok_desktop.ui.tokens import Tone

_SHARE = 0.7
"""Of the height of a line."""


class ShapeLabel(QWidget):
    """A circle, triangle, square, i or ring; silent to screen readers, which get the word."""

    def __init__(self, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tone(self, tone: Tone) -> None:
        """Show another shape."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """A small square."""
        side = max(16, self.fontMetrics().height())
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        painter = QPainter(self)
        side = self.fontMetrics().height() * _SHARE
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        paint_shape(painter, self._tone, place)

"""What stands in the window at its first paint: the first page of orders in its place, and plain
surfaces where the rest will be.

The places are remembered from the window as it was closed, so that nothing moves when it is
furnished.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSettings, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from timebok_desktop.ui.orders.table import OrderTable
from timebok_desktop.ui.theme import RADIUS_CARD, SPACE, font, tokens

_KEY = "opening/places"


class Places(NamedTuple):
    """Where things stand, in pixels from the window's edges: the height of the header and of the
    status bar, the width of the rail; the list's card from `left` to `right`; the table from `top`
    down to `bottom` above the window's lower edge.
    """

    header: int = 39
    rail: int = 169
    foot: int = 34
    left: int = 182
    right: int = 706
    card_top: int = 55
    top: int = 216
    bottom: int = 75


def recalled(state: QSettings) -> Places:
    """The places as they were remembered."""
    kept = state.value(_KEY)
    try:
        return Places(*(int(one) for one in kept))
    except (TypeError, ValueError):
        return Places()


def remember(state: QSettings, places: Places) -> None:
    """Keep the places for the next start."""
    state.setValue(_KEY, [str(one) for one in places])


class Opening(QWidget):
    """The surfaces, with the table on them."""

    def __init__(self, table: OrderTable, places: Places) -> None:
        super().__init__()
        self.setObjectName("opening")
        self._table, self._places = table, places
        table.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table goes down as far as the window does."""
        super().resizeEvent(event)
        at = self._places
        self._table.setGeometry(
            at.left + 1, at.top, at.right - at.left - 2, self.height() - at.top - at.bottom
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surfaces."""
        at, colours, rect = self._places, tokens(), self.rect()
        surface, line = QColor(colours.surface), QColor(colours.line)
        painter = QPainter(self)
        painter.fillRect(rect, QColor(colours.canvas))
        bottom = rect.height() - at.foot
        for strip, edge in (
            (QRect(0, 0, rect.width(), at.header), QRect(0, at.header - 1, rect.width(), 1)),
            (
                QRect(0, at.header, at.rail, bottom - at.header),
                QRect(at.rail - 1, at.header, 1, bottom - at.header),
            ),
            (QRect(0, bottom, rect.width(), at.foot), QRect(0, bottom, rect.width(), 1)),
        ):
            painter.fillRect(strip, surface)
            painter.fillRect(edge, line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1))
        painter.setBrush(surface)
        height = bottom - SPACE.m - at.card_top
        right = at.right + SPACE.s
        for left, width in ((at.left, at.right - at.left), (right, rect.width() - SPACE.m - right)):
            card = QRectF(left + 0.5, at.card_top + 0.5, width - 1, height - 1)
            painter.drawRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
        painter.setPen(QColor(colours.ink))
        painter.setFont(font("heading"))
        name = QRect(SPACE.l, 0, at.rail, at.header)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, "Timebok")

"""How a line of the command palette is painted: what it is on the left, its shortcut on the right.
Plain text only.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.ui.icons import pixmap
from timebok_desktop.ui.marks import mark
from timebok_desktop.ui.palette_hits import Hit
from timebok_desktop.ui.theme import ICON, SPACE, font, tokens

HIT = Qt.ItemDataRole.UserRole
"""The line behind an item, None for a heading."""
_LEAST = 34
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class PalettePainter(QStyledItemDelegate):
    """Paints headings and lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line is a target of its own; a heading stands a little off what is above it."""
        is_line = isinstance(index.data(HIT), Hit)
        metrics = QFontMetrics(font("base" if is_line else "small"))
        return QSize(0, max(_LEAST, metrics.height() + 2 * SPACE.s) if is_line else _high(metrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one of them."""
        painter.save()
        area = QRect(option.rect)
        hit = index.data(HIT)
        if isinstance(hit, Hit):
            state = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, QColor(tokens().selected))
                mark(painter, area)
            _paint_hit(painter, area.adjusted(SPACE.m, 0, -SPACE.m, 0), hit)
        else:
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            _write(painter, area.adjusted(SPACE.m, SPACE.s, 0, 0), text, font("small"), "muted")
        painter.restore()


def _high(metrics: QFontMetrics) -> int:
    return metrics.height() + SPACE.m + SPACE.xs


def _paint_hit(painter: QPainter, area: QRect, hit: Hit) -> None:
    if hit.icon:
        drawn = pixmap(hit.icon, QColor(tokens().muted), ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(area.x(), area.y() + (area.height() - ICON) // 2, drawn)
    area.setLeft(area.x() + ICON + SPACE.m)
    if hit.keys:
        taken = _write(painter, area, hit.keys, font("small"), "muted", _RIGHT)
        area.setRight(area.right() - taken - SPACE.l)
    taken = _write(painter, area, without_tricks(hit.title), font("base"), "ink")
    area.setLeft(area.x() + taken + SPACE.m)
    if hit.detail:
        _write(painter, area, without_tricks(hit.detail), font("small"), "muted")


def _write(
    painter: QPainter,
    area: QRect,
    text: str,
    written: QFont,
    role: str,
    side: Qt.AlignmentFlag = _LEFT,
) -> int:
    """Write on one line what fits, with both its ends; returns how much room it took."""
    metrics = QFontMetrics(written)
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(0, area.width()))
    painter.setFont(written)
    painter.setPen(QColor(getattr(tokens(), role)))
    painter.drawText(area, int(side | Qt.TextFlag.TextSingleLine), fitting)
    return metrics.horizontalAdvance(fitting)

"""The mark of what is chosen: a bar in the accent at the left. A tint alone is too faint to be seen
by everybody. It stands a little in, where the focus ring does not cover it.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from timebok_desktop.ui.theme import tokens
from timebok_desktop.ui.tokens import STRONGEST

MARK_AT, MARK = 5, 3
"""Where it begins, and its width."""


def mark(painter: QPainter, row: QRect, at: int = MARK_AT) -> None:
    """Mark one row."""
    painter.fillRect(row.x() + at, row.y(), MARK, row.height(), QColor(tokens().accent))


def mark_rows(view: QAbstractItemView) -> None:
    """Mark the chosen rows of a view; for the end of its `paintEvent`."""
    painter = QPainter(view.viewport())
    for first in view.selectionModel().selectedRows():
        last = first.siblingAtColumn(view.model().columnCount() - 1)
        shown = view.visualRect(first) | view.visualRect(last)
        row = QRect(0, shown.y(), shown.right() + 1, shown.height())
        mark(painter, row)
        if not row.isEmpty() and tokens().name == STRONGEST.name:  # there is no tint
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(row.adjusted(1, 1, -1, -2))

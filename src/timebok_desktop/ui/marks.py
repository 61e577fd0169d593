"""The mark of what is chosen: a bar in the accent at the left. A tint alone is too faint to be seen
by everybody.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView

from timebok_desktop.ui.theme import tokens

MARK = 3
"""Its width."""


def mark(painter: QPainter, row: QRect) -> None:
    """Mark one row."""
    painter.fillRect(row.x(), row.y(), MARK, row.height(), QColor(tokens().accent))


def mark_rows(view: QAbstractItemView) -> None:
    """Mark the chosen rows of a view; for the end of its `paintEvent`."""
    painter = QPainter(view.viewport())
    for part in view.selectionModel().selection():
        shown = view.visualRect(part.topLeft()) | view.visualRect(part.bottomRight())
        mark(painter, QRect(0, shown.y(), MARK, shown.height()))

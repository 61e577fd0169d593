"""The model of the list of orders: an array of ids, and the rows of a window around what is seen.

It asks for rows with a signal and shows placeholders until they come; it never asks the store
itself, and `data` only looks up what is there.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from timebok_desktop.services.views import OrderRow
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import plain_tooltip
from timebok_desktop.ui.orders.columns import COLUMNS, ShownRow, column_title, shown

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MARGIN = 60
_KEPT = 4000
"""Rows kept in memory; the farthest are let go first."""
PLACEHOLDER = "…"


class OrderModel(QAbstractTableModel):
    """Signal `rowsWanted(ids)`: a tuple of ids whose rows are about to be seen."""

    rowsWanted = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._ids: array[int] = array("q")
        self._rows: dict[int, OrderRow] = {}
        self._shown: dict[int, ShownRow] = {}
        self._stale: set[int] = set()
        self._asked: tuple[int, ...] = ()

    # -- what the page does --------------------------------------------------------------------
    def show_ids(self, ids: array[int]) -> None:
        """Show these orders in this order; rows that are known stay visible."""
        if ids == self._ids:
            return
        self.beginResetModel()
        self._ids = ids
        self._asked = ()
        self.endResetModel()

    def take_rows(self, rows: Sequence[OrderRow]) -> None:
        """Take rows that were asked for."""
        if len(self._rows) > _KEPT:
            self._rows.clear()
            self._shown.clear()
        language, now = self._context.language, self._context.now()
        for row in rows:
            self._rows[row.id] = row
            self._shown[row.id] = shown(row, language, now)
            self._stale.discard(row.id)
        self._asked = ()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def forget_rows(self) -> None:
        """The store has changed: what is known is shown until fresh rows come."""
        self._stale = set(self._rows)
        self._asked = ()

    def want(self, first: int, last: int) -> None:
        """Rows from `first` to `last` are seen: ask for what is missing around them."""
        if not self._ids:
            return
        seen = self._ids[max(0, first) : last + 1]
        if all(one in self._rows and one not in self._stale for one in seen):
            return
        around = self._ids[max(0, first - _MARGIN) : last + 1 + _MARGIN]
        missing = tuple(one for one in around if one not in self._rows or one in self._stale)
        if missing and missing != self._asked:
            self._asked = missing
            self.rowsWanted.emit(missing)

    # -- what the view asks --------------------------------------------------------------------
    @property
    def ids(self) -> array[int]:
        """All ids in their order."""
        return self._ids

    def row_of(self, order_id: int) -> int:
        """The place of an id, -1 where it is not shown."""
        try:
            return self._ids.index(order_id)
        except ValueError:
            return -1

    def order(self, row: int) -> OrderRow | None:
        """The order of a row, None while it has not come."""
        return self._rows.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def shown_row(self, row: int) -> ShownRow | None:
        """The texts of a row, None while it has not come."""
        return self._shown.get(self._ids[row])

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of orders."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        horizontal = orientation is Qt.Orientation.Horizontal
        if horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return column_title(section)
        if horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell: its two lines; the whole row as a sentence for assistive technology."""
        text = self._shown.get(self._ids[index.row()]) if index.isValid() else None
        if text is None:
            waiting = index.isValid() and role == Qt.ItemDataRole.DisplayRole
            return PLACEHOLDER if waiting else None
        return _told(text, index.column(), role)


def _told(text: ShownRow, column: int, role: int) -> str | None:
    lines = text.lines[column]
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return "\n".join(lines)
        case Qt.ItemDataRole.AccessibleTextRole if column > 0:
            return ", ".join(line for line in lines if line)
        case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.AccessibleDescriptionRole:
            return text.sentence
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{text.sentence}\n{text.received}")
    return None

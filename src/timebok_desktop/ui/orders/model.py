"""The model of the list of orders: the ids, and the rows of a window around what is seen.

It asks for rows with a signal and shows placeholders until they come; it never asks the store
itself, and `data` only looks up what is there. Nothing here takes longer for more orders.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.orders.arrangement import place_of
from timebok_desktop.ui.orders.columns import (
    AGE,
    COLUMNS,
    ShownRow,
    column_title,
    exact_times,
    sentence,
    shown,
)
from timebok_desktop.ui.orders.groups import NOT_GROUPED, Groups, Heading
from timebok_desktop.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_AHEAD = 120
_BEHIND = 40
"""Rows fetched along with those that are seen: more of them in the direction of scrolling."""
_KEPT = 500
"""Rows kept in memory; when there are twice as many, the farthest are let go."""
PLACEHOLDER = "…"


class OrderModel(QAbstractTableModel):
    """Signal `rowsWanted(ids)`: a tuple of ids whose rows are about to be seen."""

    rowsWanted = Signal(object)

    def __init__(
        self,
        language: Language,
        now: Callable[[], datetime],
        parent: QObject | None = None,
        claimed_limit: Callable[[], int] = lambda: 2,
    ) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._now, self._limit = now, claimed_limit
        self._ids: Sequence[int] = ()
        self._rows: dict[int, OrderRow] = {}
        self._shown: dict[int, ShownRow] = {}
        self._stale: set[int] = set()
        self._asked: tuple[int, ...] = ()
        self._span = (0, -1)
        self._first = 0
        self._says_why = False
        self._groups = NOT_GROUPED

    # -- what the list does --------------------------------------------------------------------
    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these orders in this order; rows that are known stay visible."""
        self.beginResetModel()
        self._ids, self._groups = ids, NOT_GROUPED
        self._asked = ()
        self._span = (0, len(ids) - 1)
        self.endResetModel()

    def show_groups(self, groups: Groups) -> None:
        """These orders are put together by municipality."""
        self._groups = groups

    def open_on(self, rows: Sequence[OrderRow]) -> None:
        """Show the first rows of a list whose other ids have not come."""
        self.show_ids([row.id for row in rows])
        self.take_rows(rows)

    def say_why(self, *, wanted: bool) -> None:
        """Say of each order why it stands where it does, in the place of its age, or do not."""
        if wanted != self._says_why:
            self._says_why = wanted
            self._shown.clear()
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, AGE, AGE)

    def take_rows(self, rows: Sequence[OrderRow]) -> None:
        """Take rows that were asked for."""
        self._let_go()
        for row in rows:
            self._rows[row.id] = row
            self._shown.pop(row.id, None)
            self._stale.discard(row.id)
        self._asked = ()
        first, last = self._span
        if rows and first <= last < len(self._ids):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def mark(self, ids: Collection[int], *, unread: bool) -> None:
        """These orders have been read now, or are to be as though they had not been."""
        for one in self._rows.keys() & set(ids):
            self._rows[one] = self._rows[one]._replace(unread=unread)
            self._shown.pop(one, None)
        first, last = self._span
        if first <= last < len(self._ids):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def forget_rows(self) -> None:
        """The store has changed: what is known is shown until fresh rows come."""
        self._stale = set(self._rows)
        self._asked = ()

    def want(self, first: int, last: int) -> None:
        """Rows from `first` to `last` are seen: ask for what is missing around them."""
        down, self._first = first >= self._first, first
        rows, stale = self._rows, self._stale
        if all(one in rows and one not in stale for one in self._ids[first : last + 1]):
            return
        before, after = (_BEHIND, _AHEAD) if down else (_AHEAD, _BEHIND)
        start, end = max(0, first - before), min(len(self._ids), last + 1 + after)
        missing = tuple(one for one in self._ids[start:end] if one not in rows or one in stale)
        if missing != self._asked:
            self._asked, self._span = missing, (start, end - 1)
            self.rowsWanted.emit(missing)

    # -- what the view asks --------------------------------------------------------------------
    @property
    def ids(self) -> Sequence[int]:
        """All ids in their order; never changed in place."""
        return self._ids

    @property
    def groups(self) -> Groups:
        """The municipalities that the orders are put together by."""
        return self._groups

    def heading(self, row: int) -> Heading | None:
        """What stands above a row, None where nothing does or it has not come."""
        order = self.order(row) if self._groups.begins_at(row) else None
        return self._groups.heading(row, order) if order is not None else None

    def row_of(self, order_id: int, near: int = 0) -> int:
        """The place of an id, -1 where it is not shown. `near` is where it may well be."""
        return place_of(self._ids, order_id, near)

    def order(self, row: int) -> OrderRow | None:
        """The order of a row, None while it has not come."""
        return self._rows.get(self._ids[row]) if 0 <= row < len(self._ids) else None

    def shown_rows(self, first: int, last: int) -> list[ShownRow | None]:
        """The texts of rows, None for those that have not come."""
        return [self._texts(one) for one in self._ids[first : last + 1]]

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
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if horizontal and shown and 0 <= section < len(COLUMNS):
            return column_title(section, says_why=self._says_why)
        if horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell: its two lines; the whole row as a sentence for assistive technology."""
        order = self.order(index.row()) if index.isValid() else None
        if order is None:
            waiting = index.isValid() and role == Qt.ItemDataRole.DisplayRole
            return PLACEHOLDER if waiting else None
        told = self._told(order, index.column(), role)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0 and self._groups:
            heading = self.heading(index.row())
            return f"{heading.said}. {told}" if heading else told
        return told

    def _told(self, order: OrderRow, column: int, role: int) -> str | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "\n".join(self._lines(order.id, column))
            case Qt.ItemDataRole.AccessibleTextRole if column > 0:
                return ", ".join(line for line in self._lines(order.id, column) if line)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._sentence(order)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(f"{self._sentence(order)}\n{exact_times(order)}")
        return None

    def _sentence(self, order: OrderRow) -> str:
        return sentence(order, self._language, self._now(), self._limit())

    def _lines(self, order_id: int, column: int) -> tuple[str, ...]:
        texts = self._texts(order_id)
        return texts.lines[column] if texts is not None else ()

    def _texts(self, order_id: int) -> ShownRow | None:
        found = self._shown.get(order_id)
        if found is None and order_id in self._rows:
            row = self._rows[order_id]
            found = shown(
                row,
                self._language,
                self._now(),
                says_why=self._says_why,
                claimed_limit=self._limit(),
            )
            self._shown[order_id] = found
        return found

    def _let_go(self) -> None:
        """Keep the rows around what is seen, where too many have come together."""
        if len(self._rows) <= 2 * _KEPT:
            return
        start = max(0, self._first - _KEPT // 2)
        near = self._ids[start : start + _KEPT]
        self._rows = {one: self._rows[one] for one in near if one in self._rows}
        self._shown = {one: self._shown[one] for one in near if one in self._shown}
        self._stale.intersection_update(self._rows)

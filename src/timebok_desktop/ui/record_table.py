"""A table of a small list in memory (up to some thousand records), declared by its columns.

Not for the queue of orders, which is windowed. Sorting happens in place in the list; every cell
is plain text; a row is read by a screen reader as one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.ui.icons import as_it_is, pixmap
from timebok_desktop.ui.marks import mark_rows
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.theme import font, tokens
from timebok_desktop.ui.tokens import Tone

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_STRETCHED = 180
_BELOW = 4
"""What a frame with round corners needs below the last row."""
_AROUND_TITLE = 36
"""A title's padding, and the sign of how the list is sorted."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: `text` what is shown, `order` what is sorted by (else the text).

    `spoken` is what a screen reader says where it differs; `tone` adds the status shape;
    `numeric` aligns right with digits of equal width; `stretch` takes the room that is left, at
    least its `width`.
    """

    title: str
    text: Callable[[Record], str]
    order: Callable[[Record], Any] | None = None
    tooltip: Callable[[Record], str] | None = None
    spoken: Callable[[Record], str] | None = None
    tone: Callable[[Record], Tone | None] | None = None
    numeric: bool = False
    stretch: bool = False
    width: int = 0


class RecordModel(QAbstractTableModel, Generic[Record]):
    """The model over the list."""

    def __init__(self, columns: Sequence[Column[Record]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._records: list[Record] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show(self, records: Sequence[Record]) -> None:
        """Show other records, in the order that the reader chose."""
        self.beginResetModel()
        self._records = list(records)
        self._arrange()
        self.endResetModel()

    def show_columns(self, columns: Sequence[Column[Record]]) -> None:
        """Tell of each record other things, in the order that it had."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._sorted_by = None
        self.endResetModel()

    def record(self, row: int) -> Record:
        """The record of a row."""
        return self._records[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell in one role."""
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._records[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return without_tricks(column.text(record))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip((column.tooltip or column.text)(record))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.column(), record)
        return self._look(column, record, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the list itself."""
        self.layoutAboutToBeChanged.emit()
        places = {id(record): row for row, record in enumerate(self._records)}
        self._sorted_by = (column, order) if column >= 0 else None
        self._arrange()
        self._move_persistent(places)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted_by is None:
            return
        column, order = self._sorted_by
        by = self.columns[column].order or self.columns[column].text
        self._records.sort(key=by, reverse=order is Qt.SortOrder.DescendingOrder)

    def _move_persistent(self, places: dict[int, int]) -> None:
        now = {places[id(record)]: row for row, record in enumerate(self._records)}
        old = self.persistentIndexList()
        self.changePersistentIndexList(
            old, [self.index(now[index.row()], index.column()) for index in old]
        )

    def _spoken(self, column: int, record: Record) -> str:
        def say(declared: Column[Record]) -> str:
            return f"{declared.title}: {(declared.spoken or declared.text)(record)}"

        if column == 0:
            return ", ".join(say(declared) for declared in self.columns)
        return say(self.columns[column])

    @staticmethod
    def _look(column: Column[Record], record: Record, role: int) -> Any:
        if column.numeric and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if column.numeric and role == Qt.ItemDataRole.FontRole:
            return font("base", tabular=True)
        tone = column.tone(record) if column.tone is not None else None
        if tone is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens().of_tone(tone))
        return _shape(tone) if role == Qt.ItemDataRole.DecorationRole else None


def _shape(tone: Tone) -> QIcon:
    return as_it_is(pixmap(f"status-{tone}", QColor(tokens().of_tone(tone)), 14, 2.0))


class RecordTable(QTableView, Generic[Record]):
    """The view. `chosen(record or None)` follows the current row, `opened(record)` tells of
    Return or a double click.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        name: str,
        accessible_name: str,
        columns: Sequence[Column[Record]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.records = RecordModel(columns)
        self._stretched, self._least = -1, 0
        self._most = 0
        self.setModel(self.records)
        self._dress()
        self._widths()
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_records(self, records: Sequence[Record], *, key: Callable[[Record], Any]) -> None:
        """Show records; the current one stays current, by its `key`."""
        current = self.current()
        kept = None if current is None else key(current)
        self.records.show(records)
        for row in range(self.records.rowCount()):
            if kept is not None and key(self.records.record(row)) == kept:
                self.select_row(row)
                return
        self.chosen.emit(None)

    def show_columns(self, columns: Sequence[Column[Record]]) -> None:
        """Show other columns, where their titles are others."""
        if [one.title for one in columns] == [one.title for one in self.records.columns]:
            return
        self.records.show_columns(columns)
        self._widths()
        self._fill()

    def current(self) -> Record | None:
        """The record of the current row."""
        index = self.currentIndex()
        return self.records.record(index.row()) if index.isValid() else None

    def select_row(self, row: int) -> None:
        """Make a row the current one."""
        self.selectionModel().setCurrentIndex(
            self.records.index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the mark of the current one."""
        super().paintEvent(event)
        mark_rows(self)

    def fit_height(self, most: int) -> None:
        """Be as high as the records need, up to so many; beyond that they are scrolled."""
        self._most = most
        rows = min(most, max(1, self.records.rowCount()))
        header = self.horizontalHeader()
        high = rows * self.verticalHeader().defaultSectionSize() + header.sizeHint().height()
        if header.length() > self.viewport().width():
            high += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(high + 2 * self.frameWidth() + _BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room that is left has changed."""
        super().resizeEvent(event)
        self._fill()
        if self._most:
            self.fit_height(self._most)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names are told apart by their ends
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(32, QFontMetrics(font()).height() + 16))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _widths(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(48)
        scale = QFontMetrics(font()).averageCharWidth() / 7
        for section, column in enumerate(self.records.columns):
            wanted = column.width or (_LEAST_STRETCHED if column.stretch else 120)
            title = header.fontMetrics().horizontalAdvance(column.title) + _AROUND_TITLE
            self.setColumnWidth(section, max(round(wanted * max(1.0, scale)), title))
            if column.stretch:
                self._stretched, self._least = section, self.columnWidth(section)

    def _fill(self) -> None:
        """Give the stretched column the room that is left, but never less than it needs."""
        if self._stretched >= 0:
            header = self.horizontalHeader()
            others = header.length() - header.sectionSize(self._stretched)
            header.resizeSection(
                self._stretched, max(self._least, self.viewport().width() - others)
            )

    def _row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.records.record(index.row()) if index.isValid() else None)

    def _open(self, row: int) -> None:
        self.opened.emit(self.records.record(row))

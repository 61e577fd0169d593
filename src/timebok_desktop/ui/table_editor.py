"""Editing a reference table in memory: rows of text with choices, marked where they differ.

Nothing is stored here; the page saves all rows as one transaction or takes the changes back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import font

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WIDEST = 340


class TableModel(QAbstractTableModel):
    """The rows as they are being edited, beside the rows as they are stored."""

    def __init__(self, say: Callable[[str], str], column_title: Callable[[str], str]) -> None:
        super().__init__()
        self._say = say
        self._column_title = column_title
        self._columns: tuple[str, ...] = ()
        self._rows: list[list[str]] = []
        self._stored: tuple[tuple[str, ...], ...] = ()
        self._known: frozenset[tuple[str, ...]] = frozenset()
        self.choices: Mapping[str, tuple[str, ...]] = {}

    def show(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        choices: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Start from what is stored."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._stored = tuple(tuple(row) for row in rows)
        self._known = frozenset(self._stored)
        self._rows = [list(row) for row in rows]
        self.choices = choices
        self.endResetModel()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows as edited; a row without any text is not one."""
        return tuple(tuple(row) for row in self._rows if any(cell.strip() for cell in row))

    @property
    def stored(self) -> tuple[tuple[str, ...], ...]:
        """The rows as they are stored."""
        return self._stored

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.rows != self._stored

    def take_back(self) -> None:
        """Return to what is stored."""
        self.show(self._columns, self._stored, self.choices)

    def add_row(self, after: int) -> int:
        """Put an empty row below another one (-1: at the top) and return its place."""
        place = after + 1
        self.beginInsertRows(_ROOT, place, place)
        self._rows.insert(place, [self._first_choice(name) for name in self._columns])
        self.endInsertRows()
        return place

    def remove(self, places: Sequence[int]) -> None:
        """Take rows out."""
        for place in sorted(set(places), reverse=True):
            self.beginRemoveRows(_ROOT, place, place)
            del self._rows[place]
            self.endRemoveRows()

    def _first_choice(self, column: str) -> str:
        offered = self.choices.get(column, ())
        return "unknown" if "unknown" in offered else ""

    def rowCount(self, parent: Index = _ROOT) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def column_name(self, column: int) -> str:
        """A column's name in the table's CSV."""
        return self._columns[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles of the columns and the numbers of the rows."""
        if orientation is Qt.Orientation.Vertical:
            mark = " •" if self._is_new(section) else ""
            return f"{section + 1}{mark}" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._column_title(self._columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One cell in one role."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        offered = self._columns[index.column()] in self.choices
        match role:
            case Qt.ItemDataRole.EditRole:
                return cell
            case Qt.ItemDataRole.DisplayRole:
                return self._say(cell) if offered else cell
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index, self._say(cell) if offered else cell)
        return self._look(index.row(), role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = str(value).strip()
        if self._rows[index.row()][index.column()] == text:
            return False
        self._rows[index.row()][index.column()] = text
        row = index.row()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
        return True

    def _is_new(self, row: int) -> bool:
        return tuple(self._rows[row]) not in self._known

    def _spoken(self, index: Index, cell: str) -> str:
        title = self._column_title(self._columns[index.column()])
        return f"{title}: {cell or '–'}"

    def _look(self, row: int, role: int) -> QFont | None:
        return font("strong") if role == Qt.ItemDataRole.FontRole and self._is_new(row) else None


class ChoiceDelegate(QStyledItemDelegate):
    """Offers the choices of a column in a list; every other cell is a line of text."""

    def __init__(self, say: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._say = say

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list of choices, or Qt's own line of text."""
        model = index.model()
        if not isinstance(model, TableModel):
            return super().createEditor(parent, option, index)
        name = model.column_name(index.column())
        title = model.headerData(index.column(), Qt.Orientation.Horizontal)
        if name not in model.choices:
            editor = super().createEditor(parent, option, index)
            editor.setAccessibleName(str(title))
            return editor
        box = QComboBox(parent)
        box.setAccessibleName(str(title))
        box.view().setAccessibleName(str(title))
        for choice in model.choices[name]:
            box.addItem(self._say(choice), choice)
        box.activated.connect(lambda _place: self._finish(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from what the cell holds; what is no choice is kept as one."""
        if not isinstance(editor, QComboBox):
            super().setEditorData(editor, index)
            return
        held = index.data(Qt.ItemDataRole.EditRole)
        if editor.findData(held) < 0:
            editor.insertItem(0, self._say(held) if held else "–", held)
        editor.setCurrentIndex(editor.findData(held))
        if not editor.property("opened"):
            editor.setProperty("opened", True)
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Write the choice."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class TableEditor(QTableView):
    """The view: F2, Return or a key starts editing; Delete empties the chosen cells."""

    def __init__(
        self,
        name: str,
        say: Callable[[str], str],
        column_title: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows_model = TableModel(say, column_title)
        self.setModel(self.rows_model)
        dress(self, look="cells")
        self.setItemDelegate(ChoiceDelegate(say, self))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(max(36, QFontMetrics(font()).height() + 20))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def show_table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        choices: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Show a table as it is stored."""
        self.rows_model.show(columns, rows, choices)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column the room that its first rows need."""
        for column in range(self.rows_model.columnCount() - 1):
            wanted = max(
                self.sizeHintForColumn(column),
                self.horizontalHeader().sectionSizeHint(column),
            )
            self.setColumnWidth(column, min(_WIDEST, wanted + 24))

    def add_row(self) -> None:
        """Add a row below the current one and begin with its first cell."""
        current = self.currentIndex()
        last = self.rows_model.rowCount() - 1
        place = self.rows_model.add_row(current.row() if current.isValid() else last)
        first = self.rows_model.index(place, 0)
        self.setCurrentIndex(first)
        self.scrollTo(first)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_rows(self) -> None:
        """Remove the rows of the chosen cells."""
        places = {index.row() for index in self.selectionModel().selectedIndexes()}
        self.rows_model.remove(tuple(places))

    def empty_cells(self) -> None:
        """Empty the chosen cells."""
        for index in self.selectionModel().selectedIndexes():
            self.rows_model.setData(index, "")

    def event(self, event: QEvent) -> bool:
        """Return edits the current cell, as in a sheet; Delete empties."""
        if event.type() == QEvent.Type.KeyPress and self.state() != self.State.EditingState:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
                self.edit(self.currentIndex())
                return True
            if key == Qt.Key.Key_Delete:
                self.empty_cells()
                return True
        return super().event(event)

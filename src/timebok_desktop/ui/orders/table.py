"""The list of orders: a table view that paints its visible rows itself, in two lines each.

Qt's own delegate and style cost more than a frame at depth; here a row is a few texts and one
shape. Single letters trigger the commands of `ui.actions` while this list has the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from timebok_desktop.ui.actions import Actions
from timebok_desktop.ui.orders.columns import COLUMNS, ShownRow
from timebok_desktop.ui.orders.model import PLACEHOLDER, Index, OrderModel
from timebok_desktop.ui.shapes import paint_shape
from timebok_desktop.ui.theme import SPACE, font, tokens
from timebok_desktop.ui.tokens import Tokens

_ROW = 40
_SHAPE = 0.65
"""The side of a shape, of the height of a line."""
_PLACE = 1
_NUMBERS = (2, 3)
_WITHOUT_TEXT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class OrderTable(QTableView):
    """Signals: `orderChosen(row)` when the current row changes, `orderOpened(row)` on Return or
    a click (where the panel takes over).
    """

    orderChosen = Signal(int)
    orderOpened = Signal(int)

    def __init__(self, model: OrderModel, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderTable")
        self.setAccessibleName(self.tr("Orders"))
        self.setProperty("look", "flush")
        self._orders = model
        self._actions = actions
        self.setModel(model)
        self._dress()
        self._measure()

    def current_row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def choose_row(self, row: int) -> None:
        """Make a row the current and only selected one."""
        if 0 <= row < self._orders.rowCount():
            self.selectionModel().setCurrentIndex(
                self._orders.index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )

    def visible_rows(self) -> tuple[int, int]:
        """First and last row that are seen."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else self._orders.rowCount() - 1

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which order is looked at."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
            self.orderChosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters are commands here, and nowhere else."""
        letter = event.text().upper()
        plain = not event.modifiers() & _WITHOUT_TEXT
        action = self._actions.of_letter(letter) if plain and letter else None
        if action is not None:
            if action.isEnabled():
                action.trigger()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() >= 0:
            self.orderOpened.emit(self.current_row())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the order where list and panel do not stand side by side."""
        super().mouseReleaseEvent(event)
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0:
            self.orderOpened.emit(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the visible rows, and ask for those that have not come."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._orders.rowCount():
            first, last = self.visible_rows()
            self._orders.want(first, last)
            _RowPainter(self, painter).paint(first, last)
        painter.end()

    def cells(self) -> list[tuple[int, int]]:
        """Left edge and width of every column, as shown."""
        header = self.horizontalHeader()
        return [
            (header.sectionViewportPosition(section), header.sectionSize(section))
            for section in range(len(COLUMNS))
        ]

    def look(self, row: int) -> tuple[ShownRow | None, bool]:
        """What a row shows and whether it is selected."""
        selected = self.selectionModel().isRowSelected(row, QModelIndex())
        return self._orders.shown_row(row), selected

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)

    def _measure(self) -> None:
        metrics = QFontMetrics(font())
        small = QFontMetrics(font("small"))
        vertical = self.verticalHeader()
        vertical.setMinimumSectionSize(_ROW)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(max(_ROW, metrics.height() + small.height() + SPACE.s))
        header = self.horizontalHeader()
        scale = max(1.0, metrics.averageCharWidth() / 7)
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, round(column.width * scale))
        header.setSectionResizeMode(_PLACE, QHeaderView.ResizeMode.Stretch)


class _RowPainter:
    """Paints rows with fonts and measures fetched once a frame."""

    def __init__(self, table: OrderTable, painter: QPainter) -> None:
        self._table = table
        self._painter = painter
        self._tokens: Tokens = tokens()
        self._strong: QFont = font("strong")
        self._tabular: QFont = font("base", tabular=True)
        self._small: QFont = font("small", tabular=True)
        self._strong_metrics = QFontMetrics(self._strong)
        self._tabular_metrics = QFontMetrics(self._tabular)
        self._small_metrics = QFontMetrics(self._small)
        self._cells = table.cells()

    def paint(self, first: int, last: int) -> None:
        """Paint the rows from `first` to `last`."""
        width = self._table.viewport().width()
        for row in range(first, last + 1):
            top, height = self._table.rowViewportPosition(row), self._table.rowHeight(row)
            texts, selected = self._table.look(row)
            where = QRect(0, top, width, height)
            if selected:
                self._painter.fillRect(where, QColor(self._tokens.selected))
                self._painter.fillRect(QRect(0, top, 4, height), QColor(self._tokens.accent))
                if self._tokens.name == "contrast":
                    self._painter.setPen(QPen(QColor(self._tokens.accent), 2))
                    self._painter.drawRect(where.adjusted(1, 1, -1, -2))
            self._painter.fillRect(QRect(0, top + height - 1, width, 1), QColor(self._tokens.line))
            if texts is None:
                self._painter.setPen(QColor(self._tokens.muted))
                self._painter.drawText(
                    where.adjusted(SPACE.m, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, PLACEHOLDER
                )
            else:
                self._paint_row(texts, top, height)

    def _paint_row(self, texts: ShownRow, top: int, height: int) -> None:
        upper = self._strong_metrics.height()
        lower = self._small_metrics.height()
        start = top + (height - upper - lower) // 2
        for section, (left, width) in enumerate(self._cells):
            first, second = texts.lines[section]
            inset = SPACE.m
            ink = self._tokens.ink
            if section == 0:
                side = upper * _SHAPE
                shape = QRectF(left + SPACE.m, start + (upper - side) / 2, side, side)
                paint_shape(self._painter, texts.tone, shape)
                inset += round(side) + SPACE.s
                ink = self._tokens.of_tone(texts.tone)
            room = max(0, width - inset - SPACE.xs)
            place = QRect(left + inset, start, room, upper)
            self._line(place, first, ink, is_number=section in _NUMBERS)
            place = QRect(left + inset, start + upper, room, lower)
            self._small_line(place, second, keep_end=section == _NUMBERS[0])

    def _line(self, where: QRect, text: str, ink: str, *, is_number: bool) -> None:
        metrics = self._tabular_metrics if is_number else self._strong_metrics
        self._painter.setFont(self._tabular if is_number else self._strong)
        self._painter.setPen(QColor(ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        self._painter.drawText(where, Qt.TextFlag.TextSingleLine, shown)

    def _small_line(self, where: QRect, text: str, *, keep_end: bool) -> None:
        self._painter.setFont(self._small)
        self._painter.setPen(QColor(self._tokens.muted))
        mode = Qt.TextElideMode.ElideLeft if keep_end else Qt.TextElideMode.ElideRight
        shown = self._small_metrics.elidedText(text, mode, where.width())
        self._painter.drawText(where, Qt.TextFlag.TextSingleLine, shown)

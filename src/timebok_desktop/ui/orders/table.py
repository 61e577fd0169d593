"""The list of orders: a table view that paints its visible rows itself, in two lines each.

Qt's own delegate and style cost more than a frame at depth; here a row is a few texts and one
shape. Keyboard, selection and accessibility stay Qt's. Single letters trigger the commands of
`ui.actions` while this list has the focus.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from timebok_desktop.ui.actions import Actions
from timebok_desktop.ui.orders.columns import COLUMNS, STRETCHES
from timebok_desktop.ui.orders.groups import Groups
from timebok_desktop.ui.orders.heading_painter import (
    heading_height,
    paint_band,
    write_heading,
)
from timebok_desktop.ui.orders.looks import Look
from timebok_desktop.ui.orders.model import PLACEHOLDER, Index, OrderModel
from timebok_desktop.ui.orders.row_painter import (
    Cells,
    RowPainter,
    column_widths,
    is_crowded,
    row_height,
    text_scale,
)
from timebok_desktop.ui.theme import tokens

_ROOT = QModelIndex()
_WITHOUT_TEXT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_CHOOSES_MORE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_Flag = QItemSelectionModel.SelectionFlag
Span = tuple[int, int]
"""The first and the last of some rows that follow each other."""


class OrderTable(QTableView):
    """Signals: `orderChosen(row)` when the current row changes, `orderOpened(row)` on Return or
    a click (where the panel takes over), `selectionCounted(number)` of selected rows,
    `digitPressed(number)`, `refused(action)` on the letter of an action that may not be done now.
    """

    orderChosen = Signal(int)
    orderOpened = Signal(int)
    selectionCounted = Signal(int)
    digitPressed = Signal(int)
    refused = Signal(str)

    def __init__(self, model: OrderModel, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orderTable")
        self.setAccessibleName(self.tr("Orders"))
        self.setProperty("look", "flush")
        self.orders = model
        self._actions = actions
        self._painter: RowPainter | None = None
        self._fetching = QTimer(self, singleShot=True, interval=0)
        self._fetching.timeout.connect(self._fetch)
        self.setModel(model)
        self._dress()
        self._look, self._crowded = Look(), False
        self._raised: array[int] = array("q")
        self._measure()

    # -- the place -----------------------------------------------------------------------------
    def current_row(self) -> int:
        """The current row, -1 where there is none."""
        return self.currentIndex().row()

    def choose_row(self, row: int) -> None:
        """Make a row the current and only selected one."""
        if 0 <= row < self.orders.rowCount():
            self.selectionModel().setCurrentIndex(
                self.orders.index(row, 0), _Flag.ClearAndSelect | _Flag.Rows
            )

    def visible_rows(self) -> Span:
        """First and last row that are seen."""
        return self._rows_between(0, self.viewport().height() - 1)

    # -- the look ------------------------------------------------------------------------------
    def take_look(self, look: Look) -> None:
        """Show these columns in these widths, and rows of that height."""
        row = self.current_row()
        self._look = look
        self._measure()
        if row >= 0:
            self.scrollTo(self.orders.index(row, 0))

    def look(self) -> Look:
        """The columns as they are shown now, widths as somebody has drawn them."""
        header, scale = self.horizontalHeader(), text_scale()
        kept = self._look.widths
        widths = tuple(
            0
            if header.isSectionHidden(section)
            else kept[section]
            if section == STRETCHES
            else _as_kept(header.sectionSize(section), kept[section], scale)
            for section in range(len(COLUMNS))
        )
        return self._look._replace(widths=widths)

    def show_groups(self, groups: Groups) -> None:
        """Make room for a heading above the first order of each municipality."""
        self.orders.show_groups(groups)
        if groups.starts != self._raised:  # a header keeps its sizes when the rows are new
            self._resize_rows(self._raised, 0)
            self._resize_rows(groups.starts, heading_height())
            self._raised = groups.starts

    def _resize_rows(self, rows: Iterable[int], room: int) -> None:
        """Leave room above these rows. A header that told of each of them would take its time."""
        vertical = self.verticalHeader()
        height = row_height(compact=self._look.compact)
        vertical.blockSignals(True)
        vertical.setUpdatesEnabled(False)
        for row in rows:
            vertical.resizeSection(row, height + room)
        vertical.setUpdatesEnabled(True)
        vertical.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()

    # -- the selection -------------------------------------------------------------------------
    def selected_spans(self) -> list[Span]:
        """The selected rows, in their order, without going through them one by one."""
        chosen = self.selectionModel().selection().toList()
        return sorted((one.top(), one.bottom()) for one in chosen)

    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self.selected_spans())

    def selected_ids(self) -> array[int]:
        """The ids of the selected rows, in the order of the list."""
        chosen: array[int] = array("q")
        for first, last in self.selected_spans():
            chosen.extend(self.orders.ids[first : last + 1])
        return chosen

    def select_spans(self, spans: Iterable[Span], current: int) -> None:
        """Select these rows, and make one row the current one."""
        chosen, end = QItemSelection(), len(COLUMNS) - 1
        for first, last in spans:
            chosen.select(self.orders.index(first, 0), self.orders.index(last, end))
        model = self.selectionModel()
        model.select(chosen, _Flag.ClearAndSelect)
        model.setCurrentIndex(self.orders.index(current, 0), _Flag.NoUpdate)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell how many are selected."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.selectionCounted.emit(self.selected_count())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which order is looked at."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()
            self.orderChosen.emit(current.row())
            if not self.isVisible() and current.isValid():  # no painting asks for it
                self.orders.want(current.row(), current.row())

    # -- keys and clicks -----------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters are commands here, and in the panel where it has taken over."""
        if self.take_letter(event):
            return
        if event.text().isdecimal() and not event.modifiers() & _WITHOUT_TEXT:
            self.digitPressed.emit(int(event.text()))
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() >= 0:
            self.orderOpened.emit(self.current_row())
            return
        if event.key() == Qt.Key.Key_Escape and self.selected_count() > 1:
            self.choose_row(self.current_row())
            return
        super().keyPressEvent(event)

    def take_letter(self, event: QKeyEvent) -> bool:
        """Give the command of a letter, or tell why not; False where it is none."""
        letter = event.text() if not event.modifiers() & _WITHOUT_TEXT else ""
        action = self._actions.of_letter(letter)
        if action is None:
            return False
        if action.isEnabled():
            action.trigger()
        else:
            self.refused.emit(action.objectName())
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the order where list and panel do not stand side by side."""
        super().mouseReleaseEvent(event)
        row = self.rowAt(event.position().toPoint().y())
        if row >= 0 and not event.modifiers() & _CHOOSES_MORE:
            self.orderOpened.emit(row)

    # -- painting ------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that lie open, and ask for those that have not come."""
        if not self.orders.rowCount():
            return
        area = event.rect()
        first, last = self._rows_between(area.top(), area.bottom())
        rows = self.orders.shown_rows(first, last)
        is_selected = self.selectionModel().isRowSelected
        chosen = [is_selected(row, _ROOT) for row in range(first, last + 1)]
        painter = QPainter(self.viewport())
        for start, end in self.orders.groups.stretches(first, last):
            some = slice(start - first, end - first + 1)
            top = self._paint_heading(painter, start)
            self._row_painter().paint(painter, top, rows[some], chosen[some])
        painter.end()
        # After the frame, because the lane that fetches rows takes its share of the interpreter.
        self._fetching.start()

    def _paint_heading(self, painter: QPainter, row: int) -> int:
        """Paint what stands above a row, if anything does; where the row itself begins."""
        top = self.rowViewportPosition(row)
        if not self.orders.groups.begins_at(row):
            return top
        heading, width = self.orders.heading(row), self.viewport().width()
        paint_band(painter, top, width, tokens())
        painter.setPen(QPen(QColor(tokens().muted)))
        write_heading(painter, top, width, heading.text if heading else PLACEHOLDER)
        return top + heading_height()

    def _fetch(self) -> None:
        """Ask for the rows that are seen and have not come."""
        if self.orders.rowCount():
            self.orders.want(*self.visible_rows())

    def changeEvent(self, event: QEvent) -> None:
        """Other fonts: what was laid out in the old ones is of no use."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._painter = None
            self._look = Look()
        self._measure()

    def _rows_between(self, top: int, bottom: int) -> Span:
        last = self.rowAt(bottom)
        return max(0, self.rowAt(top)), last if last >= 0 else self.orders.rowCount() - 1

    def _row_painter(self) -> RowPainter:
        """The painter of the colours, fonts and widths that are in force."""
        header = self.horizontalHeader()
        columns = tuple(
            (header.sectionViewportPosition(section), header.sectionSize(section))
            for section in range(len(COLUMNS))
        )
        cells = Cells(self.viewport().width(), columns, self.verticalHeader().defaultSectionSize())
        ratio, colours, made = self.devicePixelRatio(), tokens(), self._painter
        if made is None or (made.tokens, made.cells, made.pixel_ratio) != (colours, cells, ratio):
            made = self._painter = RowPainter(colours, cells, ratio)
        return made

    # -- building ------------------------------------------------------------------------------
    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        # A header asks of every row whether it is selected, to paint a title: it gets a selection
        # of its own, in which none is.
        header.setSelectionModel(QItemSelectionModel(self.orders, header))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is for the column that stretches."""
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """Where there are more columns than room, none of them is squeezed away."""
        if self._crowded:
            header = self.horizontalHeader()
            others = header.length() - header.sectionSize(STRETCHES)
            least = column_widths(self._look.widths)[STRETCHES]
            self.setColumnWidth(STRETCHES, max(least, self.viewport().width() - others))

    def _measure(self) -> None:
        vertical, header = self.verticalHeader(), self.horizontalHeader()
        height = row_height(compact=self._look.compact)
        vertical.setMinimumSectionSize(height)
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(height)
        self._resize_rows(self._raised, heading_height())
        widths = column_widths(self._look.widths)
        crowded = is_crowded(self._look.widths)
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(STRETCHES, mode.Interactive if crowded else mode.Stretch)
        for section, width in enumerate(widths):
            header.setSectionHidden(section, not width)
            if width:
                self.setColumnWidth(section, width)
        self._crowded = crowded
        self._take_room()
        bar = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            bar.ScrollBarAsNeeded if crowded else bar.ScrollBarAlwaysOff
        )
        self._painter = None
        self.viewport().update()


def _as_kept(width: int, kept: int, scale: float) -> int:
    """The width to keep for one that is shown: the one that is kept, if it gives just that."""
    return kept if round(kept * scale) == width else max(1, round(width / scale))

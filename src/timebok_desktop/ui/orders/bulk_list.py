"""The lines of a bulk preview: each opens to its orders, and none is cut short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from timebok_desktop.ui.marks import mark_rows
from timebok_desktop.ui.wording import grouped_count

_LISTED = 1000
"""So many orders are listed below an opened line; the rest are counted."""
_AROUND = QSize(12, 12)
"""The room around the words of a line."""


class BulkList(QTreeWidget):
    """Lines with their orders, which are put below a line when it is opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkList")
        self.setAccessibleName(self.tr("What is decided"))
        self.setAccessibleDescription(self.tr("Right arrow shows the orders of a line"))
        self.setHeaderHidden(True)
        self.setMinimumHeight(200)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Lines(self))
        self.itemExpanded.connect(self._fill)
        self._orders: dict[int, Sequence[str]] = {}

    def show_lines(self, lines: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show these lines, each with the names of its orders."""
        self.clear()
        self._orders = dict(enumerate(orders for _, orders in lines))
        for line, orders in lines:
            item = QTreeWidgetItem(self, [line])
            if orders:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self.setCurrentIndex(self.model().index(0, 0))

    def lines(self) -> list[str]:
        """The lines that are shown."""
        items = map(self.topLevelItem, range(self.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and the mark of the current one."""
        super().paintEvent(event)
        mark_rows(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere in another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _fill(self, item: QTreeWidgetItem) -> None:
        orders = self._orders.pop(self.indexOfTopLevelItem(item), ())
        shown = list(orders[:_LISTED])
        if len(orders) > _LISTED:
            more = grouped_count(len(orders) - _LISTED)
            shown.append(self.tr("and {count} more").format(count=more))
        item.addChildren([QTreeWidgetItem([one]) for one in shown])


class _Lines(QStyledItemDelegate):
    """Lines as high as their words are in the width that there is."""

    def __init__(self, view: BulkList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The size of a line."""
        depth = 2 if index.parent().isValid() else 1
        room = self._view.viewport().width() - depth * self._view.indentation() - _AROUND.width()
        area = QRect(0, 0, max(room, 1), 1 << 20)
        words = QFontMetrics(self._view.font()).boundingRect(
            area, Qt.TextFlag.TextWordWrap, str(index.data())
        )
        return words.size() + _AROUND

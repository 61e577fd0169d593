"""The views above the list of orders, with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from timebok_desktop.services.queue_views import SAVED_VIEWS, OrderQuery, OwnView
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.wording import grouped_count

_DIGITS = 9


class ViewList(QListWidget):
    """The saved views as a row of words with their counts, wrapping where it must. Signal
    `chosenByKey()` after Alt and a digit.
    """

    chosenByKey = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewList")
        self.setAccessibleName(self.tr("Saved views"))
        self.setProperty("look", "chips")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for view in SAVED_VIEWS:
            item = QListWidgetItem(context.say(view.title), self)
            item.setData(Qt.ItemDataRole.UserRole, view.name)
        self._offer_keys()
        self._own: tuple[OwnView, ...] = ()
        self._titles = [context.say(view.title) for view in SAVED_VIEWS]
        self.setCurrentRow(0)

    def _offer_keys(self) -> None:
        """Alt and a digit shows a view, wherever the focus is on the page."""
        for row in range(min(self.count(), _DIGITS)):
            keys = QKeySequence(f"Alt+{row + 1}")
            shortcut = QShortcut(keys, self)
            shortcut.activated.connect(partial(self._go_to, row))
            self.item(row).setToolTip(
                plain_tooltip(keys.toString(QKeySequence.SequenceFormat.NativeText))
            )

    def _go_to(self, row: int) -> None:
        self.setCurrentRow(row)
        self.chosenByKey.emit()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many orders each view holds."""
        for row, view in enumerate(SAVED_VIEWS):
            count = counts.get(view.name)
            number = "" if count is None else f" {grouped_count(count)}"
            self.item(row).setText(f"{self._titles[row]}{number}")
        self._fit()

    def show_own(self, views: Sequence[OwnView], counts: Mapping[str, int]) -> None:
        """Show one's own views after the others; the current one stays so."""
        current = self.own()
        self.blockSignals(True)
        while self.count() > len(SAVED_VIEWS):
            self.takeItem(self.count() - 1)
        self._own = tuple(views)
        for view in views:
            number = f" {grouped_count(counts[view.name])}" if view.name in counts else ""
            item = QListWidgetItem(f"★ {view.name}{number}", self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{view.name}{number}")
        if current is not None and not self.choose_own(current.name):
            self.choose(current.query.view)
        self.blockSignals(False)
        self._fit()

    def own(self) -> OwnView | None:
        """The current view, where it is one's own."""
        place = self.currentRow() - len(SAVED_VIEWS)
        return self._own[place] if 0 <= place < len(self._own) else None

    def choose_own(self, name: str) -> bool:
        """Make a view of one's own the current one, if it is there."""
        for place, view in enumerate(self._own):
            if view.name == name:
                self.setCurrentRow(len(SAVED_VIEWS) + place)
                return True
        return False

    def own_of(self, query: OrderQuery) -> OwnView | None:
        """The view of one's own that is just this query."""
        return next((view for view in self._own if view.query == query), None)

    def chosen(self) -> str:
        """The name of the current view; of one's own, that of the view it narrows."""
        own = self.own()
        return own.query.view if own else SAVED_VIEWS[max(0, self.currentRow())].name

    def choose(self, name: str) -> None:
        """Make a view the current one."""
        for row, view in enumerate(SAVED_VIEWS):
            if view.name == name:
                self.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """No view is ever hidden."""
        return QSize(120, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number of lines may have changed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.doItemsLayout()
        self.setFixedHeight(self._wanted_height())

    def _wanted_height(self) -> int:
        last = self.visualItemRect(self.item(self.count() - 1))
        return max(28, last.bottom() + self.verticalScrollBar().value() + 3)

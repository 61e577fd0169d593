"""The middle zone: filters, the list of orders and how many there are. It asks, page by page."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.queue_views import OrderPage, OrderQuery, OrderRow
from timebok_desktop.ui.cards import scrolled
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.arrangement import (
    Arrangement,
    Kept,
    arrange,
    place_of,
    rearranged,
)
from timebok_desktop.ui.orders.columns import COLUMNS
from timebok_desktop.ui.orders.empty_state import EmptyState
from timebok_desktop.ui.orders.filters import OrderFilters
from timebok_desktop.ui.orders.groups import groups_of
from timebok_desktop.ui.orders.list_foot import ListFoot
from timebok_desktop.ui.orders.model import OrderModel
from timebok_desktop.ui.orders.next_order import (
    after_decision,
    first_waiting,
    is_work,
    waits,
)
from timebok_desktop.ui.orders.quick_ways import QuickWays
from timebok_desktop.ui.orders.table import OrderTable
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

_FIRST_PAGE = 60
_TYPING_PAUSE = 250
_FRAME = 30
"""Milliseconds before all orders are put in order, after a key and after anything else: the first
page, which is what is seen, is to be painted before. So is it before the order that came to stand
first is told of.
"""
_ASCENDING = Qt.SortOrder.AscendingOrder


class OrderList(QFrame):
    """Signals: `chosen(OrderRow or None)` the order looked at, `opened()`, `importWanted()`,
    `selectionCounted(number)` of selected orders, `arranged()` when all orders have come.

    The place in the list survives a refresh: the same order stays current, and where it is gone,
    the one that followed it. Orders that were selected together stay so.
    """

    chosen = Signal(object)
    opened = Signal()
    importWanted = Signal()
    selectionCounted = Signal(int)
    arranged = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress(self, look="card")
        self._desk, self._tasks, self._context = desk, tasks, context
        self._query = OrderQuery()
        self._wanted = 0
        self._told = 0
        self._refreshing = self._hurried = False
        self._seeking, self._taken_over = "", False
        self._carried: Kept | None = None
        self._rest = QTimer(self, singleShot=True, interval=_TYPING_PAUSE)
        self._rest.timeout.connect(self._ask_rest)
        self._telling = QTimer(self, singleShot=True, interval=_FRAME)
        self._telling.timeout.connect(self._tell_of_current)
        self.filters = OrderFilters(context)
        self.model = OrderModel(context.language, context.now, self, lambda: context.claimed_limit)
        self.table = OrderTable(self.model, context.actions)
        self.empty = EmptyState()
        self.foot = ListFoot(self.table)
        self.foot.selectionCounted.connect(self.selectionCounted)
        self.count = self.foot.count
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(scrolled(self.empty))
        self._lay_out()
        self._connect()
        self._show_sort()
        if context.opening_rows:
            self.model.open_on(context.opening_rows)
            self.table.choose_row(0)
            self._told = 0  # nobody listens yet

    # -- what the page does --------------------------------------------------------------------
    def refresh(self) -> None:
        """The store has changed: ask again for order, rows and counts."""
        self.model.forget_rows()
        self.table.viewport().update()
        self._ask_ids()
        self._ask(
            self._desk.view_counts,
            self._context.user,
            done=self.filters.views.show_counts,
            latest="counts",
        )
        self._ask(
            self._desk.table, "categories", done=self.filters.learn_categories, latest="tables"
        )

    def recall(self, state: QSettings) -> None:
        """Begin with the orders sorted as they were."""
        self.filters.recall(state)
        self._query = self.filters.query()
        self._show_sort()
        self.table.show_groups(groups_of(self._context.opening_rows, self._query.sort))

    def show_query(self, query: OrderQuery) -> None:
        """Show other orders."""
        if query.municipality_numbers or query.municipality_number:
            self._ask(
                self._desk.table, "municipalities", done=self.filters.chips.learn, latest="places"
            )
        self.filters.show_query(query)

    def current(self) -> OrderRow | None:
        """The order that is looked at."""
        return self.model.order(self.table.current_row())

    def step(self, by: int) -> None:
        """Go to the next or previous order."""
        row = self.table.current_row() + by
        if 0 <= row < self.model.rowCount():
            self.table.choose_row(row)

    def plan_next(self, status: Status) -> None:
        """Remember the order that comes after the current one, which stood in `status`; it becomes
        current with the next refresh."""
        here = self.table.current_row()
        row = after_decision(self.model, here, self._context.user, status)
        if row >= 0:
            self._wanted = self.model.ids[row]

    def begin_work(self, *, taken_over: bool = False) -> None:
        """Orders came in, or somebody else sits down: go to the first order that waits, unless the
        current one does."""
        self._seeking, self._taken_over = "ids", taken_over

    def go_to_planned(self) -> None:
        """Make the remembered order the current one at once."""
        row = self.model.row_of(self._wanted, self.table.current_row())
        if row >= 0:
            self.table.choose_row(row)

    def choose(self, order_id: int) -> bool:
        """Make an order the current one, if the list has it."""
        row = self.model.row_of(order_id)
        self.table.choose_row(row)
        return row >= 0

    def want(self, order_id: int) -> None:
        """Make an order the current one as soon as it comes."""
        self._wanted = order_id

    @property
    def is_settling(self) -> bool:
        """Whether the list itself is putting rows and the current one in their places."""
        return self._refreshing

    def has_several(self) -> bool:
        """Whether more than one order is selected."""
        return self.table.selected_count() > 1

    def drop_selection(self) -> None:
        """Nothing stays selected but the current order."""
        self._carried = None
        self.table.choose_row(self.table.current_row())

    # -- asking --------------------------------------------------------------------------------
    def _ask_ids(self) -> None:
        """The first page comes first, the order of all of them behind it."""
        if not self.model.rowCount():
            self._ask_first()
        self._ask_rest()

    def _ask_first(self) -> None:
        self._ask(
            partial(self._desk.order_page, counted=False),
            self._query,
            self._context.user,
            _FIRST_PAGE,
            done=self._show_first,
            latest="page",
        )

    def _ask_rest(self) -> None:
        self._rest.stop()
        self._ask(
            arrange,
            self._desk,
            self._query,
            self._context.user,
            self._carried or self._kept(),
            done=self._arrange,
            latest="ids",
        )

    def _ask(self, function: Any, *arguments: Any, done: Any, latest: str) -> None:
        self._tasks.run(
            function, *arguments, owner=self, done=done, failed=self._tell, latest=latest
        )

    def _tell(self, error: TimebokError) -> None:
        self._context.tell(error.text(self._context.language), "stop")

    def _query_changed(self, query: OrderQuery) -> None:
        if query == self._query:
            return
        before = self._query
        typing = replace(query, search=before.search) == before
        sorting = replace(query, sort=before.sort, descending=before.descending) == before
        self._carried = (self._carried or self._kept()) if sorting else None
        self._query = query
        self._told = 0
        self._hurried = True
        self._show_sort()
        self._tasks.void(self, "ids")
        self._ask_first()
        self._rest.start(_TYPING_PAUSE if typing else _FRAME)

    # -- showing -------------------------------------------------------------------------------
    def _show_first(self, page: OrderPage) -> None:
        ids = array("q", (row.id for row in page.rows))
        groups = groups_of(page.rows, self._query.sort)
        self._put(rearranged(ids, self._kept()._replace(spans=()), groups))
        self.model.take_rows(page.rows)
        if page.total >= 0:
            self.foot.say_count(page.total)
        self._settle()

    def _arrange(self, found: Arrangement) -> None:
        """All orders have come; what was done in the list meanwhile counts."""
        now = self._kept()
        if self._carried is None and now.spans != found.kept.spans:
            self._ask(rearranged, found.ids, now, found.groups, done=self._arrange, latest="ids")
            return
        self._carried = None
        place = found.place
        if now.wanted != found.kept.wanted and now.wanted:
            place = place_of(found.ids, now.wanted[0], now.near)
        self._put(found._replace(place=place))
        self.foot.say_count(len(found.ids))
        self._seeking = self._seeking and "rows"
        self._settle()
        self.arranged.emit()

    def _kept(self) -> Kept:
        """What must survive, whatever comes."""
        row, ids = self.table.current_row(), self.model.ids
        current = ids[row] if 0 <= row < len(ids) else 0
        spans = tuple(self.table.selected_spans())
        several = sum(last - first + 1 for first, last in spans) > 1
        wanted = tuple(one for one in (self._wanted, current) if one)
        return Kept(ids, wanted, max(0, row), spans if several else ())

    def _put(self, found: Arrangement) -> None:
        """Show ids, and keep current and selected what was so. Who is current now is told later."""
        row = self.table.current_row()
        self._refreshing = True
        if found.ids is not self.model.ids:
            top = self.table.verticalScrollBar().value()
            self.model.show_ids(found.ids)
            self.table.show_groups(found.groups)
            if found.place >= 0:
                self.table.verticalScrollBar().setValue(top)
        self.table.show_groups(found.groups)
        if found.place >= 0:
            self._wanted = 0
        last = len(found.ids) - 1
        follower = min(max(row, 0), last) if found.kept.wanted else 0
        place = found.place if found.place >= 0 else follower
        if found.spans:
            self.table.select_spans(found.spans, place)
        elif place != self.table.current_row():
            self.table.choose_row(place)
        self._refreshing = False

    def _settle(self) -> None:
        has_rows = self.model.rowCount() > 0
        if not has_rows:
            self._say_empty()
            self._told = 0
            self.chosen.emit(None)
        self._stack.setCurrentIndex(0 if has_rows else 1)
        if self._hurried:
            self._telling.start()
        else:
            self._tell_of_current()

    def _tell_of_current(self) -> None:
        self._hurried = False
        self._row_chosen(self.table.current_row())

    def _take_rows(self, rows: Sequence[OrderRow]) -> None:
        self.model.take_rows(rows)
        self._seek()
        self._row_chosen(self.table.current_row())

    def _seek(self) -> None:
        """Once the orders and their rows have come."""
        current = self.current()
        if self._seeking != "rows" or current is None:
            return
        user = self._context.user
        stays = is_work(current, user) if self._taken_over else waits(current, user)
        row = -1 if stays else first_waiting(self.model, user)
        if row < 0 or self.model.order(row) is not None:
            self._seeking = ""
            self.table.choose_row(row)

    def _row_chosen(self, row: int) -> None:
        """Tell of the current order once, as soon as its row has come."""
        order = self.model.order(row)
        if self._refreshing or order is None or order.id == self._told:
            return
        self._told, self._seeking = order.id, ""
        self.chosen.emit(order)

    def _say_empty(self) -> None:
        if self.filters.is_narrowed():
            self.empty.say(
                self.tr("No orders fit"),
                self.tr("There are no orders in this view with these filters."),
                self.tr("Show all orders"),
                self.filters.clear,
            )
        else:
            self.empty.say(
                self.tr("No orders yet"),
                self.tr("Drop mails, spreadsheets, CSV or JSON files here, or import them."),
                self.tr("Import orders"),
                self.importWanted.emit,
            )

    def _show_sort(self) -> None:
        self.model.say_why(wanted=self._query.sort == "urgency")
        fields = [column.sort for column in COLUMNS]
        order = Qt.SortOrder.DescendingOrder if self._query.descending else _ASCENDING
        section = fields.index(self._query.sort) if self._query.sort in fields else -1
        self.table.horizontalHeader().setSortIndicator(section, order)

    def _sort_clicked(self, section: int) -> None:
        if field := COLUMNS[section].sort:
            same = self._query.sort == field
            self.filters.sort_by(field, descending=same and not self._query.descending)

    def _connect(self) -> None:
        self.filters.changed.connect(self._query_changed)
        self.filters.search.returnPressed.connect(self.table.setFocus)
        self.filters.views.chosenByKey.connect(self.table.setFocus)
        self.model.rowsWanted.connect(self._ask_rows)
        self.table.orderChosen.connect(self._row_chosen)
        self.table.selectionCounted.connect(self.foot.say_selection)
        self.table.orderOpened.connect(lambda _row: self.opened.emit())
        self.table.horizontalHeader().sectionClicked.connect(self._sort_clicked)

    def _ask_rows(self, ids: tuple[int, ...]) -> None:
        user = self._context.user
        self._ask(self._desk.order_rows, ids, user, done=self._take_rows, latest="rows")

    def _lay_out(self) -> None:
        ways = QuickWays(self._context.actions, self.filters.views)
        self.foot.offer(ways, self.filters.keep, self.filters.all)
        self.foot.told.connect(
            lambda total, several: ways.offer(
                wanted=total and not several and not self.filters.is_narrowed()
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addLayout(self._stack, 1)
        layout.addLayout(self.foot.line)

"""Where one is on the page of orders: the query, the order, and how far the list is scrolled."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from timebok_desktop.services.queue_views import OrderQuery, OrderRow
from timebok_desktop.ui.place_keeper import PlaceKeeper

if TYPE_CHECKING:
    from timebok_desktop.ui.orders.page import OrdersPage

STAY = 2000
"""Milliseconds on an order after which one has been there, and not merely passed by."""
_PASSES = frozenset(
    {"nextAction", "previousAction", "findAction", "markReadAction", "markUnreadAction"}
)


@dataclass(frozen=True, slots=True)
class OrderPlace:
    """The query, and the order that is looked at ("" where there is none)."""

    query: OrderQuery
    reference: str
    order_id: int = field(compare=False)
    scrolled: int = field(default=0, compare=False)


class OrderPlaces(PlaceKeeper):
    """Tells of a place that is left: an order that one stayed at or did something with, or the
    queue as it was before it was narrowed or sorted otherwise.
    """

    def __init__(self, page: OrdersPage) -> None:
        super().__init__(page)
        self._page, self._list = page, page.list
        self._wanted: OrderPlace | None = None
        self._stayed = self._arriving = self._typing = False
        self._last = self.here()
        self._dwelling = QTimer(self, singleShot=True, interval=STAY)
        self._dwelling.timeout.connect(self.stay)
        self._list.chosen.connect(self._chosen)
        self._list.filters.changed.connect(self._narrowed)
        self._list.arranged.connect(self._arranged)
        self._list.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        actions = page.context.actions
        for action in actions.of_menu("order"):
            if action.objectName() not in _PASSES:
                action.triggered.connect(lambda _checked: self.stay())
        self._dwelling.start()

    def stay(self) -> None:
        """One has been at the order that is shown."""
        self._stayed, self._typing = True, False

    def here(self) -> OrderPlace:
        """The place that is shown now."""
        row = self._list.current()
        return OrderPlace(
            self._list.filters.query(),
            row.reference if row is not None else "",
            row.id if row is not None else 0,
            self._list.table.verticalScrollBar().value(),
        )

    def return_to(self, place: object) -> None:
        """Show the queue as it was, on the same order; where that has left the queue meanwhile,
        the order for itself.
        """
        if not isinstance(place, OrderPlace):
            return
        self._stayed, self._arriving = False, True
        self._wanted = place
        if place.query == self._list.filters.query():
            self._arranged()
            return
        self._list.want(place.order_id)
        self._list.show_query(place.query)

    def _arranged(self) -> None:
        place, self._wanted = self._wanted, None
        if place is None:
            return
        here = self._list.current()
        there = here is not None and here.id == place.order_id
        gone = bool(place.order_id) and not there and not self._list.choose(place.order_id)
        if gone and not self._is_alone(place):
            self._show_alone(place)
            return
        self._list.table.verticalScrollBar().setValue(place.scrolled)
        self._arriving = False
        self._last = place

    @staticmethod
    def _is_alone(place: OrderPlace) -> bool:
        return place.query == OrderQuery(search=place.reference)

    def _show_alone(self, place: OrderPlace) -> None:
        """The order is no longer in the queue as it was, because it was decided, say."""
        alone = OrderPlace(OrderQuery(search=place.reference), place.reference, place.order_id)
        self._wanted = alone
        self._list.show_query(alone.query)
        self._page.context.note(
            self.tr("{reference} is no longer in the view; it is shown alone.").format(
                reference=place.reference
            )
        )

    def _chosen(self, _row: OrderRow | None) -> None:
        now = self.here()
        if now == self._last:
            return
        if self._stayed and self._last.reference and not self._arriving:
            self.left.emit(self._last)
        self._come_to(now)

    def _narrowed(self, query: OrderQuery) -> None:
        if query == self._last.query:
            return
        typed = replace(query, search=self._last.query.search) == self._last.query
        if not self._arriving and not (typed and self._typing):
            self.left.emit(self._last)
        self._typing = typed
        self._come_to(self.here())

    def _scrolled(self, value: int) -> None:
        last = self._last
        if not self._arriving and self.here() == last:
            self._last = OrderPlace(last.query, last.reference, last.order_id, value)

    def _come_to(self, place: OrderPlace) -> None:
        self._last = place
        self._stayed = False
        self._dwelling.start()

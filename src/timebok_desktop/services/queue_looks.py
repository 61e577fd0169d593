"""Looking at the queue: pages, rows, ids and counts. A light module: what it needs is loaded before
the first paint.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.identifiers import normalise_municipality_number
from timebok_desktop.services.queue_views import (
    GROUPED_BY,
    SAVED_VIEWS,
    OrderGroup,
    OrderPage,
    OrderQuery,
    OrderRow,
)

if TYPE_CHECKING:
    from timebok_desktop.services.ports_orders import Queue


class QueueLooks(ABC):
    """Implements the part of the desk that shows the queue."""

    @abstractmethod
    def queue(self) -> Queue:
        """The queue that is looked at."""

    def order_ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> Sequence[int]:
        """The ids of all orders of a query, in its order."""
        return self.queue().ids(padded(query), user, cancelled)

    def grouped_order_ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> tuple[Sequence[int], tuple[OrderGroup, ...]]:
        """The same, and how many of them each municipality has, where it is sorted by these."""
        if query.sort != GROUPED_BY:
            return self.order_ids(query, user, cancelled), ()
        return self.queue().grouped_ids(padded(query), user, cancelled)

    def order_rows(self, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
        """The rows of these ids, in this order."""
        return self.queue().rows(ids, user)

    def order_page(
        self, query: OrderQuery, user: str, limit: int, after: str = "", *, counted: bool = True
    ) -> OrderPage:
        """A page by keyset; its cursor is opaque to the caller."""
        # The first paint needs the first page alone, and no cursor.
        from timebok_desktop.services.queue_cursor import cursor_of, opaque  # noqa: PLC0415

        asked = padded(query)
        rows, following = self.queue().page(
            asked, user, limit, cursor_of(query, after) if after else None
        )
        total = self.queue().count(asked, user, at_once=not counted)
        return OrderPage(
            -1 if total is None else total, rows, opaque(query, following) if following else ""
        )

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each saved view holds."""
        everyone, own = self.queue().counts(user)
        counts = {}
        for view in SAVED_VIEWS:
            source = own if view.mine else everyone
            statuses = view.statuses or tuple(Status)
            counts[view.name] = sum(source.get(status, 0) for status in statuses)
        return counts


def padded(query: OrderQuery) -> OrderQuery:
    """The query with lost leading zeros back in a municipality number."""
    if not query.municipality_number:
        return query
    return replace(
        query, municipality_number=normalise_municipality_number(query.municipality_number)
    )

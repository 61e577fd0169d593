"""The municipalities that the list of orders is put together by: where each of them begins, and
what its heading says. A light module, because the first paint may ask for it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.services.queue_views import GROUPED_BY, OrderGroup, OrderRow
from timebok_desktop.ui.wording import grouped_count, orders_in_words


class Heading(NamedTuple):
    """What stands above the first order of a municipality: its number and name, and how many
    orders there are, -1 where that is not known yet."""

    place: str
    orders: int

    @property
    def text(self) -> str:
        """As it is written."""
        return f"{self.place} · {grouped_count(self.orders)}" if self.orders >= 0 else self.place

    @property
    def said(self) -> str:
        """As it is said aloud."""
        if self.orders < 0:
            return self.place
        return f"{self.place}, {orders_in_words(self.orders)}"


class Groups:
    """Where each municipality begins among the rows of a list; there are none where it is not put
    together by them."""

    def __init__(self, found: Sequence[OrderGroup] = ()) -> None:
        counts = [abs(group.orders) for group in found]
        self.starts = array("q", [0, *accumulate(counts)][: len(counts)])
        self._counts = [group.orders for group in found]

    def __bool__(self) -> bool:
        return bool(self.starts)

    def begins_at(self, row: int) -> bool:
        """Whether a row is the first of its municipality."""
        place = bisect_left(self.starts, row)
        return place < len(self.starts) and self.starts[place] == row

    def heading(self, row: int, order: OrderRow) -> Heading:
        """The heading above a row where one begins, which is that order's."""
        return Heading(_place(order), self._counts[bisect_left(self.starts, row)])

    def stretches(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The rows from `first` to `last`, cut where a municipality begins."""
        place = bisect_left(self.starts, first + 1)
        while place < len(self.starts) and self.starts[place] <= last:
            yield first, self.starts[place] - 1
            first = self.starts[place]
            place += 1
        yield first, last


NOT_GROUPED = Groups()


def groups_of(rows: Sequence[OrderRow], sort: str) -> Groups:
    """The municipalities of a first page, before it is known how many orders each of them has."""
    if sort != GROUPED_BY:
        return NOT_GROUPED
    pieces = groupby(rows, key=lambda row: row.municipality_number)
    return Groups([OrderGroup(number, -len(list(some))) for number, some in pieces])


def _place(order: OrderRow) -> str:
    if not order.municipality_number:
        return QCoreApplication.translate("OrderList", "Municipality number not stated")
    return spelled_out(f"{order.municipality_number} {order.municipality_name}".strip())

"""From what stands in a file to batches of tuples that the store takes.

Ordinary rows go the short way (`ordinary_orders`); everything else goes the general way, which is
the one truth: `domain.normalising`, `order_keys`, `prepared_of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from timebok_desktop.domain.normalising import normalise
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.plain_row import PlainRow
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rules.verdict import OwnRules
from timebok_desktop.services.order_keys import order_keys
from timebok_desktop.services.ordinary_orders import OrdinaryOrders
from timebok_desktop.services.ports_files import Part
from timebok_desktop.services.ports_orders import PreparedOrder
from timebok_desktop.services.prepared import prepared_of

BATCH = 2000
"""Orders that are handed on together."""

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


class Preparing:
    """Prepares the orders of files, with the reference tables of one moment and one day."""

    def __init__(self, tables: ReferenceTables, today: date) -> None:
        self._tables = tables
        self._rules = OwnRules(tables, today)
        self._ordinary = OrdinaryOrders(tables, self._rules)

    def batches(
        self, items: Iterable[PlainRow | RawOrder | Problem | Part], size: int = BATCH
    ) -> Iterator[list[PreparedOrder] | Problem | Part]:
        """Orders in batches of at least `size`, and every problem and part, each in the order of
        the file.

        A problem may come before the batch in which its neighbours are; a part never does.
        """
        batch: list[PreparedOrder] = []
        ordinary = self._ordinary.prepared
        for item in items:
            if isinstance(item, PlainRow):
                row = ordinary(item)
                if row is not None:
                    batch.append(row)
                else:
                    for one in item.general():
                        yield from self._taken(one, batch)
            elif isinstance(item, Part):
                if batch:
                    yield batch
                    batch = []
                yield item
            else:
                yield from self._taken(item, batch)
            if len(batch) >= size:
                yield batch
                batch = []
        if batch:
            yield batch

    def _taken(self, item: RawOrder | Problem, batch: list[PreparedOrder]) -> Iterable[Problem]:
        """Takes an order into the batch; what is to be said of it."""
        if isinstance(item, Problem):
            return (item,)
        prepared, problems = self.general(item)
        if prepared is not None:
            batch.append(prepared)
        return problems

    def general(self, raw: RawOrder) -> tuple[PreparedOrder | None, tuple[Problem, ...]]:
        """The tuple of any order, None where it is refused; and every problem with it."""
        order, problems = normalise(
            raw, reference="", received_at=_NO_TIME, source_sha256="", source_name=""
        )
        if order is None:
            return None, problems
        keys = order_keys(order, self._tables)
        return prepared_of(order, keys, self._rules.of_order(order, keys.her_id)), problems

"""Counting orders of a query: for as long as nobody notices, or municipality by municipality.
Nothing here knows SQLAlchemy.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any

from timebok_desktop.domain.errors import CancelledError
from timebok_desktop.services.queue_views import GROUPED_BY, OrderGroup, OrderQuery
from timebok_desktop.storage.queue_sql import counted, stopped_by
from timebok_desktop.storage.queue_terms import INDEXES, match_expression, terms

_STEPS_TO_COUNT = 25
"""So many times as many steps count a view that is not known from the tallies."""


def counted_in_few(driver: Any, query: OrderQuery, user: str) -> int | None:
    """The same in a few steps, however many orders there are; None where they are not enough."""
    steps = iter(range(_STEPS_TO_COUNT))
    try:
        with stopped_by(driver, lambda: next(steps, None) is None):
            return counted(driver, query, user)
    except CancelledError:
        return None


def groups_of(
    driver: Any, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
) -> tuple[OrderGroup, ...]:
    """How many orders of a query each municipality has, in the order of the query; CancelledError
    as soon as `cancelled` says so. Without filters the index of the sort alone is read.
    """
    filters = terms(query, user)
    found = [term.sql for term in filters]
    values = list(chain.from_iterable(term.values for term in filters))
    if match := match_expression(query.search):
        found.append("id IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)")
        values.append(match)
    source = "orders" if found else f"orders INDEXED BY {INDEXES[GROUPED_BY]}"
    where = f" WHERE {' AND '.join(found)}" if found else ""
    direction = " DESC" if query.descending else ""
    with stopped_by(driver, cancelled):
        cursor = driver.execute(
            f"SELECT {GROUPED_BY}, count(*) FROM {source}{where} GROUP BY 1 ORDER BY 1{direction}",
            values,
        )
        return tuple(OrderGroup._make(row) for row in cursor.fetchall())

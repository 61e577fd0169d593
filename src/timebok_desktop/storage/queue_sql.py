"""The queue, straight on the driver: pages, ids and counts. Nothing here knows SQLAlchemy.

A page is found in one of three ways, whichever reads least: along the index of its sort, along
the index of its most selective filter, or along the hits of its search. How many rows each would
read is known beforehand from the tallies.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import CancelledError
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.storage.queue_terms import (
    INDEXES,
    Term,
    match_expression,
    sort_columns,
    statuses_of,
    terms,
)

if TYPE_CHECKING:
    from timebok_desktop.services.ports_orders import Cursor

_FEW_HITS = 8_000
"""So many hits of a search are put in order faster than an index is walked."""
_STEPS = 20_000
"""Steps of SQLite's machine, less than a millisecond, between two questions whether to stop."""
_PIECE = 20_000
"""Ids that are taken from an answer at a time."""
_STATUS = {status.value: status for status in Status}


def ids_of(
    driver: Any, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
) -> Sequence[int]:
    """All ids of a query in its order; CancelledError as soon as `cancelled` says so."""
    sort, filters = sort_columns(query), terms(query, user)
    match = match_expression(query.search)
    if not (sort or filters or match) and (known := _every_id(driver, query)):
        return known
    found, values = _conditions(filters)
    source = "orders"
    if match and not (sort or filters):
        source, found, values = "order_search", ["order_search MATCH ?"], (match,)
    elif match:
        found = [*found, "id IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)"]
        values = (*values, match)
    elif sort and not found:
        source = f"orders INDEXED BY {INDEXES[sort[0]]}"
    row = "rowid" if source == "order_search" else "id"
    by = _by(sort, query) if row == "id" else f"rowid{' DESC' if query.descending else ''}"
    with stopped_by(driver, cancelled):
        cursor = driver.execute(f"SELECT {row} FROM {source}{_where(found)} ORDER BY {by}", values)
        return _in_pieces(cursor, cancelled)


def _every_id(driver: Any, query: OrderQuery) -> range | None:
    """All ids by arrival, where they follow each other without a gap, as they do but for orders
    that were taken out by hand."""
    # Each by itself is the end of an index; both in one would look at every order.
    ends = "SELECT (SELECT min(id) FROM orders), (SELECT max(id) FROM orders)"
    first, last = driver.execute(ends).fetchone()
    if first is None or last - first + 1 != _tallied(driver, [], "tally_queue"):
        return None
    every = range(first, last + 1)
    return every[::-1] if query.descending else every


def _in_pieces(cursor: Any, cancelled: Callable[[], bool] | None) -> array[int]:
    """The one column of an answer; in between, others get their turn and may say that it is no
    longer wanted."""
    found = array("q")
    while piece := cursor.fetchmany(_PIECE):
        found.extend(chain.from_iterable(piece))
        if cancelled is not None and cancelled():
            raise CancelledError
    return found


@contextmanager
def stopped_by(driver: Any, cancelled: Callable[[], bool] | None) -> Iterator[None]:
    """Ask now and then whether the answer is still wanted."""
    if cancelled is None:
        yield
        return
    driver.set_progress_handler(lambda: int(cancelled()), _STEPS)
    try:
        yield
    except dbapi2.OperationalError as error:
        if cancelled():
            raise CancelledError from error
        raise
    finally:
        driver.set_progress_handler(None, _STEPS)


def count_of(driver: Any, query: OrderQuery, user: str) -> int | None:
    """How many orders a query has, where the tallies know; None where they would be counted."""
    if match_expression(query.search):
        return None
    found = terms(query, user)
    tallies = {term.tally for term in found}
    if not found:
        tallies = {"tally_queue"}
    if tallies not in ({"tally_queue"}, {"tally_rules"}, {"tally_place"}, {"tally_hour"}):
        return None
    return _tallied(driver, found, tallies.pop())


def counted(driver: Any, query: OrderQuery, user: str) -> int:
    """How many orders a query has, counted."""
    found, values = _conditions(terms(query, user))
    match = match_expression(query.search)
    if match and not found:
        sql = "SELECT count(*) FROM order_search WHERE order_search MATCH ?"
        return int(driver.execute(sql, (match,)).fetchone()[0])
    if match:
        found = [*found, "id IN (SELECT rowid FROM order_search WHERE order_search MATCH ?)"]
        values = (*values, match)
    sql = f"SELECT count(*) FROM orders{_where(found)}"
    return int(driver.execute(sql, values).fetchone()[0])


def page_of(
    driver: Any, query: OrderQuery, user: str, limit: int, after: Cursor | None
) -> tuple[list[int], Cursor | None]:
    """The ids of one page and the place to go on after, None on the last page."""
    sort = sort_columns(query)
    filters = terms(query, user)
    found = _search_page(driver, query, filters, limit + 1, after)
    if found is None:
        found = _filter_page(driver, query, filters, limit + 1, after)
    here = found[:limit]
    more = len(found) > limit and bool(here)
    cursor = (tuple(here[-1][1 : 1 + len(sort)]), int(here[-1][0])) if more else None
    return [row[0] for row in here], cursor


def counts_by_status(driver: Any) -> dict[Status, int]:
    """How many orders have each status."""
    rows = driver.execute("SELECT status, sum(orders) FROM tally_queue GROUP BY 1").fetchall()
    return {_STATUS[status]: count for status, count in rows if count}


def counts_of_holder(driver: Any, user: str) -> dict[Status, int]:
    """How many orders a caseworker holds, by status."""
    rows = driver.execute(
        "SELECT status, sum(orders) FROM tally_queue WHERE holder_key = ? GROUP BY 1",
        (squeezed(user),),
    ).fetchall()
    return {_STATUS[status]: count for status, count in rows if count}


def _filter_page(
    driver: Any, query: OrderQuery, filters: list[Term], limit: int, after: Cursor | None
) -> list[tuple[Any, ...]]:
    """A page without a search: along the sort, the statuses or the most selective filter."""
    sort = sort_columns(query)
    statuses = statuses_of(query)
    if query.her_id:  # few orders share one
        hint = " INDEXED BY ix_orders_her_id_number"
        return _select(driver, query, filters, limit, after, hint=hint)
    if query.happened is not None:  # its own index knows which
        own = [*_plain(filters[:-1]), filters[-1]]
        return _select(driver, query, own, limit, after, hint="")
    if not sort and statuses is not None:
        return _status_streams(driver, query, filters, limit, after)
    if filters and _is_selective(driver, filters, limit):
        return _select(driver, query, filters, limit, after, hint="")
    if sort:
        return _walk(driver, query, filters, limit, after)
    return _select(driver, query, filters, limit, after, hint=" NOT INDEXED")


def _is_selective(driver: Any, filters: list[Term], limit: int) -> bool:
    """Whether it reads less to fetch all that one filter gives than to walk until enough fit."""
    total = _tallied(driver, [], "tally_queue")
    each = [_tallied(driver, [term], term.tally) for term in filters if term.tally]
    least = min((count for count in each), default=total // 300)
    facets = [term for term in filters if term.tally == "tally_queue"]
    fitting = min(least, _tallied(driver, facets, "tally_queue")) or 1
    return least <= limit * total // fitting


def _tallied(driver: Any, filters: Iterable[Term], tally: str) -> int:
    listed = [term for term in filters if term.tally == tally]
    where = _where([term.tally_sql for term in listed])
    values = tuple(chain.from_iterable(term.tally_values for term in listed))
    sql = f"SELECT coalesce(sum(orders), 0) FROM {tally}{where}"
    return int(driver.execute(sql, values).fetchone()[0])


def _status_streams(
    driver: Any, query: OrderQuery, filters: list[Term], limit: int, after: Cursor | None
) -> list[tuple[Any, ...]]:
    """By arrival among some statuses: each status is in that order by itself; merged here."""
    place = next(term for term in filters if term.sql.startswith("status_place"))
    rest = [term for term in filters if term is not place]
    found: list[tuple[Any, ...]] = []
    for status in place.values:
        stream = Term("status_place = ?", (status,))
        hint = " INDEXED BY ix_orders_status_place"
        found += _select(driver, query, [stream, *_plain(rest)], limit, after, hint=hint)
    return sorted(found, reverse=query.descending)[:limit]


def _walk(
    driver: Any, query: OrderQuery, filters: list[Term], limit: int, after: Cursor | None
) -> list[tuple[Any, ...]]:
    """Along the index of the sort; where a filter names values of its column, value by value."""
    first = sort_columns(query)[0]
    own = next((term for term in filters if term.sql.startswith(f"{first} ")), None)
    rest = _plain([term for term in filters if term is not own])
    if own is None:
        return _steps(driver, query, rest, limit, after)
    found: list[tuple[Any, ...]] = []
    for value in sorted(set(own.values), reverse=query.descending):
        if after is not None and _is_past(value, after, query):
            continue
        begun = after if after is not None and after[0][0] == value else None
        only = [Term(f"{first} = ?", (value,)), *rest]
        found += _steps(driver, query, only, limit - len(found), begun)
        if len(found) >= limit:
            break
    return found


def _is_past(value: Any, after: Cursor, query: OrderQuery) -> bool:
    last: Any = after[0][0]
    return bool(value > last if query.descending else value < last)


def _steps(
    driver: Any, query: OrderQuery, filters: list[Term], limit: int, after: Cursor | None
) -> list[tuple[Any, ...]]:
    """First the rows that share the last one's values, then those beyond: each an index range."""
    sort = sort_columns(query)
    hint = f" INDEXED BY {INDEXES[sort[0]]}"
    if after is None:
        return _select(driver, query, filters, limit, None, hint=hint)
    values, last = (*after[0], after[1]), (*sort, "id")
    beyond = "<" if query.descending else ">"
    found: list[tuple[Any, ...]] = []
    for equal in range(len(sort), -1, -1):
        shared = [Term(f"{last[n]} = ?", (values[n],)) for n in range(equal)]
        step = [*shared, Term(f"{last[equal]} {beyond} ?", (values[equal],)), *filters]
        found += _select(driver, query, step, limit - len(found), None, hint=hint)
        if len(found) >= limit:
            break
    return found


def _plain(filters: list[Term]) -> list[Term]:
    """The same filters, not to be looked up by an index of their own."""
    return [
        Term(term.sql if term.sql.startswith(("(", "EXISTS")) else f"+{term.sql}", term.values)
        for term in filters
    ]


def _search_page(
    driver: Any, query: OrderQuery, filters: list[Term], limit: int, after: Cursor | None
) -> list[tuple[Any, ...]] | None:
    """A page of a search; None where nothing is searched."""
    match = match_expression(query.search)
    if not match:
        return None
    sort = sort_columns(query)
    if not sort:
        return _hits_by_arrival(driver, query, match, filters, limit, after)
    hits = driver.execute(
        "SELECT rowid FROM order_search WHERE order_search MATCH ? LIMIT ?", (match, _FEW_HITS + 1)
    ).fetchall()
    if len(hits) <= _FEW_HITS:
        among = f"id IN ({','.join(str(hit) for (hit,) in hits)})"
        return _select(driver, query, [Term(among, ()), *_plain(filters)], limit, after, hint="")
    probe = (
        "EXISTS (SELECT 1 FROM order_search WHERE order_search MATCH ?"
        " AND order_search.rowid = orders.id)"
    )
    return _walk(driver, query, [*filters, Term(f"({probe})", (match,))], limit, after)


def _hits_by_arrival(
    driver: Any,
    query: OrderQuery,
    match: str,
    filters: list[Term],
    limit: int,
    after: Cursor | None,
) -> list[tuple[Any, ...]]:
    """The index gives its hits in this order by itself."""
    found = ["order_search MATCH ?"]
    values: list[Any] = [match]
    if after is not None:
        found.append(f"order_search.rowid {'<' if query.descending else '>'} ?")
        values.append(after[1])
    joined = ""
    if filters:
        joined = " CROSS JOIN orders ON orders.id = order_search.rowid"
        for term in _plain(filters):
            found.append(term.sql)
            values += term.values
    direction = " DESC" if query.descending else ""
    return list(
        driver.execute(
            f"SELECT order_search.rowid FROM order_search{joined}{_where(found)}"
            f" ORDER BY order_search.rowid{direction} LIMIT ?",
            (*values, limit),
        ).fetchall()
    )


def _select(
    driver: Any,
    query: OrderQuery,
    filters: list[Term],
    limit: int,
    after: Cursor | None,
    *,
    hint: str,
) -> list[tuple[Any, ...]]:
    sort = sort_columns(query)
    found = [term.sql for term in filters]
    values = [value for term in filters for value in term.values]
    if after is not None:
        beyond = "<" if query.descending else ">"
        marks = ", ".join("?" * (len(sort) + 1))
        found.append(f"({', '.join((*sort, 'id'))}) {beyond} ({marks})")
        values += [*after[0], after[1]]
    columns = ", ".join(("id", *sort))
    return list(
        driver.execute(
            f"SELECT {columns} FROM orders{hint}{_where(found)}"
            f" ORDER BY {_by(sort, query)} LIMIT ?",
            (*values, limit),
        ).fetchall()
    )


def _conditions(filters: list[Term]) -> tuple[list[str], tuple[Any, ...]]:
    return [term.sql for term in filters], tuple(
        chain.from_iterable(term.values for term in filters)
    )


def _where(found: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(found)}" if found else ""


def _by(sort: tuple[str, ...], query: OrderQuery) -> str:
    direction = " DESC" if query.descending else ""
    return ", ".join(f"{column}{direction}" for column in (*sort, "id"))

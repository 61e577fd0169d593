"""The queue's questions answered by looking at every order: no index, no SQL, one row at a time.

This is the other opinion on what the desk answers: totals, the order of the rows, search hits.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timebok_desktop.domain.codes import KIND_WORDS, SCHEME_WORDS, Outcome, Status
from timebok_desktop.domain.folding import same_text, squeezed, words
from timebok_desktop.domain.identifiers import usable_her_id
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.tables import reference_tables
from timebok_desktop.services.views import SAVED_VIEWS, SORT_FIELDS, OrderQuery, OrderRow

_CHUNK = 20_000
_OUTCOMES: tuple[Outcome | None, ...] = (Outcome.STOPPED, Outcome.WARNINGS, Outcome.CLEAR, None)
_STATUSES = tuple(Status)
Unshown = Mapping[str, tuple[str, str]]
"""By external reference, what a row does not show: the municipality's name as sent, the system."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the desk must answer to a query."""

    query: OrderQuery
    ids: array[int]


class _Tables:
    """The desk's reference tables as the services read them."""

    def __init__(self, desk: Any) -> None:
        self._desk = desk

    def rows(self, name: str) -> Any:
        """The rows of a table."""
        return self._desk.table(name).rows


def tables_of(desk: Any) -> ReferenceTables:
    """The reference tables of a desk."""
    return reference_tables(_Tables(desk))  # type: ignore[arg-type]


def scan(
    desk: Any, queries: Sequence[OrderQuery], user: str, unshown: Unshown
) -> Iterator[Expected]:
    """The answers to all queries from one look at every row."""
    tables = tables_of(desk)
    fits = [_condition(query, user, tables) for query in queries]
    keys = [_key(query.sort, tables) for query in queries]
    found: list[list[tuple[Any, int]]] = [[] for _ in queries]
    searched = any(query.search for query in queries)
    for row in _all_rows(desk, user):
        told = _told(row, tables, unshown) if searched else ""
        for number, condition in enumerate(fits):
            if condition(row, told):
                found[number].append((keys[number](row), row.id))
    for query, hits in zip(queries, found, strict=True):
        hits.sort(reverse=query.descending)
        yield Expected(query, array("q", [order_id for _, order_id in hits]))


def differences(desk: Any, expected: Expected, user: str, chance: random.Random) -> list[str]:
    """How the desk's answers differ: all ids, the first page and its total, a page further on."""
    query, ids = expected.query, expected.ids
    found = []
    if array("q", desk.order_ids(query, user)) != ids:
        found.append(f"order of all: {query}")
    limit = chance.randint(1, 80)
    page = desk.order_page(query, user, limit)
    if page.total != len(ids):
        found.append(f"total {page.total}, not {len(ids)}: {query}")
    if [row.id for row in page.rows] != list(ids[:limit]):
        found.append(f"first page: {query}")
    if page.next:
        following = desk.order_page(query, user, limit, page.next)
        if [row.id for row in following.rows] != list(ids[limit : 2 * limit]):
            found.append(f"second page: {query}")
    elif len(ids) > limit:
        found.append(f"no second page: {query}")
    return found


def random_query(chance: random.Random, rows: Sequence[OrderRow], user: str) -> OrderQuery:
    """A query that some of these rows may fit."""
    row = chance.choice(rows)
    rule = (chance.choice(row.rules),) if row.rules and chance.random() < 0.3 else ()
    return OrderQuery(
        view=chance.choice(SAVED_VIEWS).name if chance.random() < 0.3 else "all",
        statuses=_some(chance, (row.status, *_STATUSES[:2]), 0.3),
        categories=_some(chance, (row.category,), 0.2),
        outcomes=_some(chance, [one for one in _OUTCOMES if one is not None], 0.3),
        municipality_number=row.municipality_number if chance.random() < 0.15 else "",
        holder=user if chance.random() < 0.1 else "",
        her_id=row.her_id if chance.random() < 0.1 and usable_her_id(row.her_id) else "",
        rules=rule,
        unverified=chance.random() < 0.05,
        search=_search_for(chance, row) if chance.random() < 0.5 else "",
        sort=chance.choice(SORT_FIELDS),
        descending=chance.random() < 0.5,
    )


def _some(chance: random.Random, values: Sequence[Any], share: float) -> tuple[Any, ...]:
    if chance.random() >= share:
        return ()
    return tuple(dict.fromkeys(chance.choice(values) for _ in range(chance.randint(1, 2))))


def _search_for(chance: random.Random, row: OrderRow) -> str:
    """The beginning of a word of a row, or of two."""
    told = words(
        f"{row.municipality_name} {row.her_id} {row.category} {row.vendor} "
        f"{row.external_reference} {row.municipality_number} {row.organization_number}"
    )
    chosen = [word for word in (chance.choice(told), chance.choice(told)) if not word.isdigit()]
    parts = chosen[: chance.randint(1, 2)] or [chance.choice(told)]
    return " ".join(part[: chance.randint(1, len(part))] for part in parts)


def _all_rows(desk: Any, user: str) -> Iterator[OrderRow]:
    ids = desk.order_ids(OrderQuery(), user)
    for first in range(0, len(ids), _CHUNK):
        yield from desk.order_rows(ids[first : first + _CHUNK])


def _told(row: OrderRow, tables: ReferenceTables, unshown: Unshown) -> str:
    """Every word that an order can be found by, each after a space."""
    sent_name, system = unshown.get(row.external_reference, ("", ""))
    number = tables.municipality_of(row.municipality_number, row.organization_number)
    entry = tables.municipality_by_number.get(number)
    told = (
        row.reference,
        row.municipality_number,
        number,
        tables.municipality_name(row.municipality_number),
        *((entry.name, *entry.official_names) if entry else ()),
        sent_name,
        row.organization_number,
        row.her_id,
        row.category,
        row.form,
        row.vendor,
        system,
        row.external_reference,
        KIND_WORDS[row.kind].text("nb"),
        SCHEME_WORDS[row.scheme].text("nb"),
    )
    return " " + " ".join(words(" ".join(told)))


Condition = Callable[[OrderRow, str], bool]


def _condition(query: OrderQuery, user: str, tables: ReferenceTables) -> Condition:
    """Whether a row with its words fits a query."""
    (view,) = [one for one in SAVED_VIEWS if one.name == query.view]
    holders = [squeezed(user)] if view.mine else []
    holders += [squeezed(query.holder)] if query.holder else []
    prefixes = [f" {word}" for word in words(query.search)]
    place = query.municipality_number

    def of_place(row: OrderRow) -> bool:
        resolved = tables.municipality_of(row.municipality_number, row.organization_number)
        return place in (row.municipality_number, resolved)

    def fits(row: OrderRow, told: str) -> bool:
        return (
            (not view.statuses or row.status in view.statuses)
            and all(squeezed(row.holder) == holder for holder in holders)
            and (not query.statuses or row.status in query.statuses)
            and (not query.outcomes or row.outcome in query.outcomes)
            and (not query.unverified or row.outcome is None)
            and (not query.categories or _any_same(row.category, query.categories))
            and (not query.rules or not set(query.rules).isdisjoint(row.rules))
            and (not place or of_place(row))
            and (not query.her_id or usable_her_id(row.her_id) == usable_her_id(query.her_id))
            and all(prefix in told for prefix in prefixes)
        )

    return fits


def _any_same(value: str, wanted: Iterable[str]) -> bool:
    return any(same_text(value, one) for one in wanted)


def _key(sort: str, tables: ReferenceTables) -> Callable[[OrderRow], Any]:
    """What a row is sorted by, before the order of arrival, which both of the first mean."""
    keys: dict[str, Callable[[OrderRow], Any]] = {
        "received_at": lambda row: row.id,
        "reference": lambda row: row.id,
        "status": lambda row: _STATUSES.index(row.status),
        "outcome": lambda row: _OUTCOMES.index(row.outcome),
        "category": lambda row: _code_of(row.category, tables),
        "her_id": lambda row: usable_her_id(row.her_id) or 0,
        "holder": lambda row: squeezed(row.holder),
        "urgency": lambda row: row.urgency,
        "municipality_number": lambda row: row.municipality_number,
    }
    return keys[sort]


def _code_of(category: str, tables: ReferenceTables) -> str:
    """The category's code, or what was sent where that is no category."""
    known = tables.category(category)
    return known.code if known else category

"""The queue's questions in SQL: filters, sorts and keyset pages. Every value is a parameter."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    true,
)

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.folding import squeezed, words
from timebok_desktop.domain.identifiers import is_digits, without_spaces
from timebok_desktop.domain.party import NORWAY
from timebok_desktop.services.views import SAVED_VIEWS, OrderQuery, SavedView
from timebok_desktop.storage.schema import finding, orders
from timebok_desktop.storage.values import moment_text

_STATUS_ORDER = {status.value: f"{place:02}" for place, status in enumerate(Status)}
_SEARCH = table("order_search", column("rowid"))
_OUTCOME_ORDER = {"stopped": "1", "warnings": "2", "clear": "3"}

waiting_since_column: ColumnElement[str] = func.min(
    orders.c.received_at,
    func.coalesce(func.strftime("%Y-%m-%dT%H:%M:%fZ", orders.c.submitted_at), orders.c.received_at),
)
"""`domain.order.waiting_since` in SQL, as text in UTC. A submission is stored with its zone."""

CATEGORY: ColumnElement[str] = func.coalesce(
    func.nullif(orders.c.category_key, ""), orders.c.category
)
"""The category's code, or what was sent where that is no category."""

SORTS: dict[str, ColumnElement[str]] = {
    "received_at": orders.c.received_at,
    "reference": orders.c.reference,
    "status": case(_STATUS_ORDER, value=orders.c.status, else_="99"),
    "municipality_number": orders.c.municipality_number,
    "category": orders.c.category,
    "her_id": case(
        (orders.c.her_id_number.is_(None), orders.c.her_id),
        else_=func.printf("%010d", orders.c.her_id_number),
    ),
    "outcome": case(_OUTCOME_ORDER, value=orders.c.outcome, else_="9"),
    "holder": orders.c.holder_key,
}


def saved_view(name: str) -> SavedView:
    """A saved view by name; RefusedError for one that does not exist."""
    for view in SAVED_VIEWS:
        if view.name == name:
            return view
    raise RefusedError(
        "Visningen «{name}» finnes ikke.", "Visinga «{name}» finst ikkje.", name=name
    )


def sort_value(query: OrderQuery) -> ColumnElement[str]:
    """What a query sorts by; RefusedError for a field that is not offered."""
    if query.sort not in SORTS:
        raise RefusedError(
            "Køen kan ikke sorteres på «{name}». Velg blant {known}.",
            "Køen kan ikkje sorterast på «{name}». Vel blant {known}.",
            name=query.sort,
            known=", ".join(SORTS),
        )
    return SORTS[query.sort]


def match_expression(text: str) -> str:
    """What a person typed, as a full-text query: every word a quoted prefix; "" for no words.

    Numbers alone may be one number typed in groups (945 578 564), or several.
    """
    joined = without_spaces(text)
    apart = " AND ".join(f'"{part}"*' for part in dict.fromkeys(words(text)))
    return f'"{joined}"* OR ({apart})' if is_digits(joined) and apart else apart


def conditions(query: OrderQuery, user: str) -> list[ColumnElement[bool]]:
    """The filters of a query."""
    view = saved_view(query.view)
    found: list[ColumnElement[bool]] = []
    if view.statuses:
        found.append(orders.c.status.in_([status.value for status in view.statuses]))
    if view.mine:
        found.append(orders.c.holder_key == squeezed(user))
    if query.statuses:
        found.append(orders.c.status.in_([status.value for status in query.statuses]))
    if query.categories:
        found.append(CATEGORY.in_(query.categories))
    if query.outcomes:
        found.append(orders.c.outcome.in_([outcome.value for outcome in query.outcomes]))
    if query.municipality_number:
        number = query.municipality_number
        found.append(
            or_(orders.c.municipality_key == number, orders.c.municipality_number == number)
        )
    if query.holder:
        found.append(orders.c.holder_key == squeezed(query.holder))
    found += _narrower(query)
    if match := match_expression(query.search):
        hits = select(_SEARCH.c.rowid).where(literal_column("order_search").op("MATCH")(match))
        found.append(orders.c.id.in_(hits))
    return found


def _narrower(query: OrderQuery) -> list[ColumnElement[bool]]:
    """What the overview's bars narrow the queue down to."""
    found: list[ColumnElement[bool]] = []
    if query.rules:
        fired = select(finding.c.order_id).where(finding.c.rule.in_(query.rules))
        found.append(orders.c.id.in_(fired))
    if query.municipality_numbers:
        found.append(orders.c.municipality_key.in_(query.municipality_numbers))
    if query.unverified:
        found.append(orders.c.outcome.is_(None))
    if query.waiting_from is not None:
        found.append(waiting_since_column >= _beginning(query.waiting_from))
    if query.waiting_to is not None:
        found.append(waiting_since_column < _beginning(query.waiting_to + timedelta(days=1)))
    return found


def _beginning(day: date) -> str:
    """The moment at which a day begins in Norway."""
    return moment_text(datetime.combine(day, time(), NORWAY))


def ordered_ids(query: OrderQuery, user: str) -> Select[int]:
    """All ids of a query in its order."""
    sort = sort_value(query)
    by = (sort.desc(), orders.c.id.desc()) if query.descending else (sort, orders.c.id)
    return select(orders.c.id).where(and_(true(), *conditions(query, user))).order_by(*by)


def page_of_ids(
    query: OrderQuery, user: str, limit: int, after: tuple[str, int] | None
) -> Select[int, str]:
    """One page by keyset, one row more than asked for (to know whether there is a next)."""
    sort = sort_value(query)
    asked = select(orders.c.id, sort.label("sort_value"))
    asked = asked.where(and_(true(), *conditions(query, user)))
    if after is not None:
        value, last = after
        beyond = sort < value if query.descending else sort > value
        tie = orders.c.id < last if query.descending else orders.c.id > last
        asked = asked.where(or_(beyond, and_(sort == value, tie)))
    by = (sort.desc(), orders.c.id.desc()) if query.descending else (sort, orders.c.id)
    return asked.order_by(*by).limit(limit + 1)

"""The queue's questions as SQL terms: filters and sorts. Every value is a parameter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from timebok_desktop.domain.codes import OPEN_STATUSES, Outcome, Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.folding import squeezed, words
from timebok_desktop.domain.identifiers import is_digits, usable_her_id, without_spaces
from timebok_desktop.domain.norway import day_begins, day_ends
from timebok_desktop.domain.rule_codes import BIT, mask_of
from timebok_desktop.services.queue_views import SAVED_VIEWS, OrderQuery, SavedView
from timebok_desktop.storage.values import hours, moment_text

PLACE_OF_STATUS = {status: place for place, status in enumerate(Status)}

SORTS: dict[str, tuple[str, ...]] = {
    "received_at": (),
    "reference": (),
    "status": ("status_place",),
    "municipality_number": ("municipality_number",),
    "category": ("category_code",),
    "her_id": ("her_id_number",),
    "outcome": ("outcome_place",),
    "holder": ("holder_key",),
    "urgency": ("urgency",),
}
"""The columns that each field sorts by, before the order of arrival (the id): references are given
in that order, whatever the clock says."""

INDEXES = {
    "status_place": "ix_orders_status_place",
    "municipality_number": "ix_orders_municipality_number",
    "category_code": "ix_orders_category_code",
    "her_id_number": "ix_orders_her_id_number",
    "outcome_place": "ix_orders_outcome_place",
    "holder_key": "ix_orders_holder_key",
    "urgency": "ix_orders_urgency",
}
"""The index that each sort can be walked by, by its first column."""


HELD_SINCE = (
    "CASE WHEN holder_key <> '' THEN max(coalesce(handed_at, ''), coalesce((SELECT d.\"at\""
    " FROM decision d WHERE d.order_id = orders.id AND d.by_key = orders.holder_key"
    " ORDER BY d.id DESC LIMIT 1), '')) END"
)
"""Since when somebody holds an order: their own last decision about it, or that it was handed to
them; "" where neither is known."""
SHOWN = f"coalesce(orders.rules & ~{BIT['SNAPSHOT-STALE']}, -1)"
"""What somebody sees of the verdict on an order; that the snapshot grows old is no news of it."""
NOT_SEEN = (
    "NOT EXISTS (SELECT 1 FROM seen WHERE order_id = orders.id AND by_key = ?"
    f" AND seen.rules = {SHOWN})"
)
"""Whether somebody has not seen an order as it is now: one look at an index."""


@dataclass(frozen=True, slots=True)
class Term:
    """A filter: SQL over `orders`, its values, and the same over a tally where one has it."""

    sql: str
    values: tuple[Any, ...]
    tally: str = ""
    tally_sql: str = ""
    tally_values: tuple[Any, ...] = ()


def saved_view(name: str) -> SavedView:
    """A saved view by name; RefusedError for one that does not exist."""
    for view in SAVED_VIEWS:
        if view.name == name:
            return view
    raise RefusedError(
        "Visningen «{name}» finnes ikke.", "Visinga «{name}» finst ikkje.", name=name
    )


def sort_columns(query: OrderQuery) -> tuple[str, ...]:
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


def statuses_of(query: OrderQuery) -> tuple[Status, ...] | None:
    """The statuses that a query restricts to; None where it does not."""
    view = saved_view(query.view)
    unread = OPEN_STATUSES if query.unread else ()
    claimed = (Status.IN_REVIEW,) if query.claimed_until else ()
    both = [set(some) for some in (view.statuses, query.statuses, unread, claimed) if some]
    if not both:
        return None
    return tuple(status for status in Status if all(status in some for some in both))


def terms(query: OrderQuery, user: str) -> list[Term]:
    """The filters of a query but for its search."""
    found = _facets(query, user)
    if query.municipality_number:
        number = query.municipality_number
        where = (
            "(municipality_number = ? OR (municipality_key = ?"
            " AND municipality_key <> municipality_number))"
        )
        found.append(Term(where, (number, number)))
    if query.her_id:
        found.append(Term("her_id_number = ?", (usable_her_id(query.her_id) or -1,)))
    if query.rules:
        found.append(_of_rules(query.rules))
    if query.municipality_numbers:
        found.append(
            _among("municipality_key", query.municipality_numbers, "tally_place", "municipality")
        )
    if query.claimed_until is not None:
        end = moment_text(day_ends(query.claimed_until))
        found.append(Term(f"({HELD_SINCE}) BETWEEN '0' AND ?", (end,)))
    if query.unread:
        found.append(Term(f"({NOT_SEEN})", (squeezed(user),)))
    if query.waiting_from is not None:
        found.append(_hour(">=", day_begins(query.waiting_from)))
    if query.waiting_to is not None:
        found.append(_hour("<", day_ends(query.waiting_to)))
    if query.happened is not None:
        found.append(_happened(query))
    return found


def _happened(query: OrderQuery) -> Term:
    # The first page of orders is painted without what only this filter needs.
    from timebok_desktop.storage.happened_terms import happened  # noqa: PLC0415

    return Term(*happened(query))


def _facets(query: OrderQuery, user: str) -> list[Term]:
    """The filters that `tally_queue` knows together."""
    found: list[Term] = []
    statuses = statuses_of(query)
    if statuses is not None:
        places = tuple(PLACE_OF_STATUS[status] for status in statuses)
        names = tuple(status.value for status in statuses)
        marks = _marks(statuses)
        found.append(
            Term(f"status_place IN ({marks})", places, "tally_queue", f"status IN ({marks})", names)
        )
    holders = {squeezed(user)} if saved_view(query.view).mine else set()
    holders |= {squeezed(query.holder)} if query.holder else set()
    found += [
        Term("holder_key = ?", (holder,), "tally_queue", "holder_key = ?", (holder,))
        for holder in holders
    ]
    if query.categories:
        found.append(_among("category_code", query.categories, "tally_queue", "category"))
    outcomes = {outcome.value for outcome in query.outcomes}
    if outcomes:
        found.append(_of_outcomes(tuple(sorted(outcomes))))
    if query.unverified:
        found.append(_of_outcomes(("",)))
    return found


_PLACE_OF_OUTCOME = {Outcome.STOPPED.value: 1, Outcome.WARNINGS.value: 2, Outcome.CLEAR.value: 3}


def _of_outcomes(outcomes: tuple[str, ...]) -> Term:
    marks = _marks(outcomes)
    places = tuple(_PLACE_OF_OUTCOME.get(outcome, 9) for outcome in outcomes)
    return Term(
        f"outcome_place IN ({marks})", places, "tally_queue", f"outcome IN ({marks})", outcomes
    )


def _of_rules(codes: tuple[str, ...]) -> Term:
    """The verdicts with one of these rules are few, however many orders have them."""
    mask = mask_of(code for code in codes if code in BIT)
    which = f"rules & {mask}"
    return Term(f"rules IN (SELECT rules FROM tally_rules WHERE {which})", (), "tally_rules", which)


def _among(column: str, values: tuple[str, ...], tally: str, tally_column: str) -> Term:
    marks = _marks(values)
    return Term(f"{column} IN ({marks})", values, tally, f"{tally_column} IN ({marks})", values)


def _hour(compares: str, moment: datetime) -> Term:
    """A day begins in Norway at a whole hour."""
    beginning = hours(moment)
    return Term(
        f"waiting_hour {compares} ?", (beginning,), "tally_hour", f"hour {compares} ?", (beginning,)
    )


def _marks(values: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(values))

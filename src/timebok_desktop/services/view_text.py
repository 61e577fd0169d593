"""A view of one's own as text: strict JSON, the same in the store and in a file to share.

Nothing else of the program is in it: no order, no path, no name but those in its filters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.services.queue_views import (
    SAVED_VIEWS,
    SORT_FIELDS,
    Happening,
    OrderQuery,
    OwnView,
)

SCHEMA = "timebok-view/1"
LARGEST = 64 * 1024
"""Bytes of a file."""
LONGEST_NAME = 60
_LONGEST_TEXT = 200
_MOST = 400
_NUMBER = re.compile(r"(\d{4})?", re.ASCII)
_Check = Callable[[Any], Any]


def view_text(view: OwnView) -> str:
    """A view as a file says it; what does not restrict is left out."""
    query = view.query
    told: dict[str, Any] = {"schema": SCHEMA, "name": view.name, "view": query.view}
    told |= {
        "statuses": list(query.statuses),
        "categories": list(query.categories),
        "outcomes": list(query.outcomes),
        "municipalityNumber": query.municipality_number,
        "municipalityNumbers": list(query.municipality_numbers),
        "herId": query.her_id,
        "search": query.search,
        "holder": query.holder,
        "rules": list(query.rules),
        "waitingFrom": _day(query.waiting_from),
        "waitingTo": _day(query.waiting_to),
        "happened": query.happened or "",
        "happenedFrom": _day(query.happened_from),
        "happenedTo": _day(query.happened_to),
        "reason": query.reason,
        "unverified": query.unverified,
        "unread": query.unread,
        "claimedUntil": query.claimed_until.isoformat() if query.claimed_until else "",
        "sort": query.sort,
        "descending": query.descending,
    }
    kept = {name: value for name, value in told.items() if value not in ([], "", False)}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def view_of_text(text: str | bytes) -> OwnView:
    """The view that a text says; UnreadableError with the place and the reason otherwise."""
    try:
        told = json.loads(text, object_pairs_hook=_once, parse_constant=_refused_number)
    except UnreadableError:
        raise
    except (ValueError, RecursionError) as error:
        raise _wrong("", Phrase("filen er ikke JSON", "fila er ikkje JSON")) from error
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise _wrong("schema", Phrase(f"må være «{SCHEMA}»", f"må vere «{SCHEMA}»"))
    for name in told:
        if name not in _FIELDS and name not in {"schema", "name"}:
            raise _wrong(name, Phrase("feltet finnes ikke", "feltet finst ikkje"))
    values = {
        _FIELDS[name][0]: _checked(name, _FIELDS[name][1], value)
        for name, value in told.items()
        if name in _FIELDS
    }
    name = _checked("name", _name, told.get("name", ""))
    return OwnView(name, OrderQuery(**values))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _checked(name: str, check: _Check, value: Any) -> Any:
    try:
        return check(value)
    except (ValueError, TypeError, KeyError) as error:
        raise _wrong(
            name,
            Phrase(
                "verdien kan ikke brukes: {value}",
                "verdien kan ikkje brukast: {value}",
                {"value": spelled_out(str(value)[:80])},
            ),
        ) from error


def _name(value: Any) -> str:
    name = _text(value)
    if not name or len(name) > LONGEST_NAME:
        raise ValueError(name)
    return name


def _text(value: Any) -> str:
    """A line of text without signs that cannot be seen."""
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise ValueError
    if not value.isprintable() or spelled_out(value) != value:
        raise ValueError
    return value.strip()


def _each(check: _Check) -> _Check:
    def checked(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list) or len(value) > _MOST:
            raise ValueError
        return tuple(check(one) for one in value)

    return checked


def _among(known: Sequence[str]) -> _Check:
    def checked(value: Any) -> str:
        if value not in known:
            raise ValueError
        return str(value)

    return checked


def _number(value: Any) -> str:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise ValueError
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


_FIELDS: dict[str, tuple[str, _Check]] = {
    "view": ("view", _among([view.name for view in SAVED_VIEWS])),
    "statuses": ("statuses", _each(Status)),
    "categories": ("categories", _each(_text)),
    "outcomes": ("outcomes", _each(Outcome)),
    "municipalityNumber": ("municipality_number", _number),
    "municipalityNumbers": ("municipality_numbers", _each(_number)),
    "herId": ("her_id", _text),
    "search": ("search", _text),
    "holder": ("holder", _text),
    "rules": ("rules", _each(_among(list(BIT)))),
    "waitingFrom": ("waiting_from", date.fromisoformat),
    "waitingTo": ("waiting_to", date.fromisoformat),
    "happened": ("happened", Happening),
    "happenedFrom": ("happened_from", date.fromisoformat),
    "happenedTo": ("happened_to", date.fromisoformat),
    "reason": ("reason", _text),
    "unverified": ("unverified", _truth),
    "unread": ("unread", _truth),
    "claimedUntil": ("claimed_until", date.fromisoformat),
    "sort": ("sort", _among(SORT_FIELDS)),
    "descending": ("descending", _truth),
}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _wrong(twice, Phrase("feltet står to ganger", "feltet står to gonger"))
    return found


def _refused_number(text: str) -> Any:
    raise ValueError(text)


def _wrong(at: str, why: Phrase) -> UnreadableError:
    return UnreadableError(
        "Visningen kan ikke leses{place}: {why}. Ingenting er lagret.",
        "Visinga kan ikkje lesast{place}: {why}. Ingenting er lagra.",
        code="wrong-view",
        at=at,
        place=f" ({spelled_out(at[:60])})" if at else "",
        why=why,
    )

"""Objects of JSON as plain rows: those that have only fields of the order form.

Objects with the same names in the same order are picked apart alike, and most of a file are so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any

from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.order_labels import JSON_NAMES, REQUIRED_FIELDS
from timebok_desktop.domain.plain_row import TEXT_FIELDS, PlainRow, RowLayout
from timebok_desktop.domain.problems import Problem

OWN_FIELDS = {name: field for field, name in JSON_NAMES.items() if "/" not in name}
CONTACT_FIELDS = {
    name.removeprefix("contact/"): field for field, name in JSON_NAMES.items() if "/" in name
}
"""The field by its name in JSON: those of the order itself and those of its contact."""

_PLACES = {field: JSON_NAMES[field] for field in (*OWN_FIELDS.values(), *CONTACT_FIELDS.values())}
_REQUIRED = {JSON_NAMES[field] for field in REQUIRED_FIELDS}
_INTERIM = JSON_NAMES["had_interim_solution"]
_MOST_SHAPES = 10_000


def plain_rows(
    general: Callable[[dict[str, Any], str], Iterator[RawOrder | Problem]],
) -> Callable[[Any, str], PlainRow | None]:
    """What makes plain rows of the values of one file and their pointers; None of a value that is
    more, or less, than such an order."""
    layout = RowLayout(_PLACES, general)
    shapes: dict[tuple[Any, ...], Callable[[list[Any]], tuple[Any, ...]] | None] = {}

    def plain_row(value: Any, pointer: str) -> PlainRow | None:
        if type(value) is not dict:
            return None
        contact = value.get("contact", _NO_CONTACT)
        if type(contact) is not dict:
            return None
        shape = (*value, None, *contact)
        if shape not in shapes:
            if len(shapes) >= _MOST_SHAPES:
                shapes.clear()
            shapes[shape] = _picker(list(value), list(contact))
        texts = shapes[shape]
        if texts is None:
            return None
        return PlainRow(
            texts([*value.values(), *contact.values(), ""]),
            value.get(_INTERIM),
            f"{pointer}/",
            layout,
            (value, pointer),
        )

    return plain_row


_NO_CONTACT: dict[str, Any] = {}


def _picker(
    names: list[str], contact_names: list[str]
) -> Callable[[list[Any]], tuple[Any, ...]] | None:
    """What picks the text fields from the values of an object and of its contact, with "" behind
    them; None where there are other names, or none that makes it an order."""
    known = OWN_FIELDS.keys() | {"contact"}
    if _REQUIRED.isdisjoint(names) or not (
        known.issuperset(names) and CONTACT_FIELDS.keys() >= set(contact_names)
    ):
        return None
    fields = [OWN_FIELDS.get(name) for name in names] + list(map(CONTACT_FIELDS.get, contact_names))
    places = {field: place for place, field in enumerate(fields)}
    return itemgetter(*(places.get(field, len(fields)) for field in TEXT_FIELDS))

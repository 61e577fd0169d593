"""How the values of an order are spelt: as text for people's files, as scalars for JSON.

Labels and JSON names come from the order form. Must not know any file format.
"""

from __future__ import annotations

from datetime import date, datetime

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.domain.order import FIELDS
from timebok_desktop.domain.order_labels import JSON_NAMES, label_of
from timebok_desktop.services.synthesis.written import WrittenOrder

LABELS = tuple(label_of(field) for field in FIELDS)
"""The header row of sheets."""

NUMBER_FIELDS = frozenset({"municipality_number", "organization_number", "her_id"})
_WORDS = {
    Kind.ACTIVATE: "Bestilling",
    Kind.CHANGE: "Endring",
    Kind.DEACTIVATE: "Avslutning",
    Scheme.RESOURCE_SCHEDULE: "Ressurstimebok",
    Scheme.VIA_PRACTITIONER: "Via behandler",
}
_LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "": ""}
_LARGEST_NUMBER = 2**31 - 1


def as_text(order: WrittenOrder, field: str, *, norwegian_dates: bool = False) -> str:
    """A value as a person writes it; "" where the order does not say."""
    value = getattr(order, field)
    if value is None:
        return ""
    if isinstance(value, Kind | Scheme):
        return _WORDS[value]
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y") if norwegian_dates else value.isoformat()
    return _LANGUAGES[value] if field == "language" else str(value)


def texts(order: WrittenOrder, *, norwegian_dates: bool = False) -> list[str]:
    """All values as text, in the order of the form."""
    return [as_text(order, field, norwegian_dates=norwegian_dates) for field in FIELDS]


def said(order: WrittenOrder) -> list[tuple[str, str, str]]:
    """Field, label and text of what the order says, in the order of the form."""
    return [
        (field, label, text)
        for field, label, text in zip(
            FIELDS, LABELS, texts(order, norwegian_dates=True), strict=True
        )
        if text
    ]


def whole_number(text: str) -> int | None:
    """The number that a spreadsheet makes of a text, which loses its leading zeros."""
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if int(text) <= _LARGEST_NUMBER else None


def as_json(order: WrittenOrder, *, numbers: bool) -> dict[str, object]:
    """The order as a JSON object; with `numbers`, numbers stand as such."""
    found: dict[str, object] = {}
    contact: dict[str, object] = {}
    for field in FIELDS:
        value = getattr(order, field)
        if value is None or value == "":
            continue
        if isinstance(value, date):
            value = value.isoformat()
        if numbers and field in NUMBER_FIELDS:
            number = whole_number(value)
            value = value if number is None else number
        group, _, name = JSON_NAMES[field].rpartition("/")
        (contact if group else found)[name] = value
    return found | ({"contact": contact} if contact else {})

"""Orders in JSON: one object, a list, or `{"schema": "timebok-order/1", "orders": [...]}`.

Places are JSON pointers. One element that is no order does not stop the others.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.normalising import unknown_column
from timebok_desktop.domain.order import RawOrder, RawValue
from timebok_desktop.domain.order_labels import JSON_NAMES, REQUIRED_FIELDS
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.orders.file_format import FileFormat, Item
from timebok_desktop.files.orders.json_rows import CONTACT_FIELDS, OWN_FIELDS, plain_rows
from timebok_desktop.files.orders.json_stream import Document, Element, NotJsonError

SCHEMA = "timebok-order/1"

_DEEPEST = 20
_LONGEST_NAME = 60


def read(source: BinaryIO, _glance: str = "") -> Iterator[Item]:
    """The orders of a JSON file, in its order."""
    try:
        yield from _read(Document(source, "orders", "contact"))
    except NotJsonError as error:
        raise _not_json(error) from error


def _read(document: Document) -> Iterator[Item]:
    noted: set[str] = set()
    if not document.has_list:
        members = dict(document.members)
        _require_schema(members)
        yield from _order(Element(members, tuple(document.doubled)), "", noted)
        return
    _require_envelope(document)
    above = dict(document.members)
    yield from _outside(above)
    yield from _listed(document, "" if document.is_list else "/orders", noted)
    _require_envelope(document)
    yield from _outside({name: 0 for name in document.members if name not in above})


def _listed(document: Document, above: str, noted: set[str]) -> Iterator[Item]:
    index = 0
    plain_row = plain_rows(lambda members, at: _order(Element(members), at, noted))
    for piece in document.pieces():
        for place, value in enumerate(piece.values):
            pointer = f"{above}/{index}"
            index += 1
            doubled = piece.doubled.get(place, ()) if piece.doubled else ()
            row = plain_row(value, pointer) if not doubled else None
            if row is not None:
                yield row
            else:
                yield from _order(Element(value, doubled), pointer, noted)


def looks_like(content: bytes) -> bool:
    """Whether the content begins as an object or a list."""
    return content.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")


FORMAT = FileFormat((".json",), looks_like, stream=read)


def _not_json(error: NotJsonError) -> UnreadableError:
    if error.byte >= 0:
        return UnreadableError(
            "Filen er ikke UTF-8, som JSON skal være (feil ved byte {byte}). Be om filen på nytt "
            "i UTF-8.",
            "Fila er ikkje UTF-8, som JSON skal vere (feil ved byte {byte}). Be om fila på nytt i "
            "UTF-8.",
            code="wrong-encoding",
            byte=error.byte,
        )
    if error.line:
        return UnreadableError(
            "Filen er ikke gyldig JSON: feilen er på linje {line}, tegn {column}. Be om en ny fil.",
            "Fila er ikkje gyldig JSON: feilen er på linje {line}, teikn {column}. Be om ei ny "
            "fil.",
            code="not-json",
            at=f"line {error.line}",
            line=error.line,
            column=error.column,
        )
    return UnreadableError(
        "Filen er ikke JSON med bestillinger: den må være et objekt eller en liste, uten NaN "
        "og uten svært dyp nøsting. Be om en ny fil.",
        "Fila er ikkje JSON med bestillingar: ho må vere eit objekt eller ei liste, utan NaN "
        "og utan svært djup nøsting. Be om ei ny fil.",
        code="not-json",
    )


def _require_schema(members: dict[str, Any]) -> None:
    """Take the schema out of the members; only the one that is known is read."""
    schema = members.pop("schema", SCHEMA)
    if schema != SCHEMA:
        raise UnreadableError(
            "Filen sier at den følger «{schema}», men bare «{known}» kan leses. Be om filen i "
            "dette formatet.",
            "Fila seier at ho følgjer «{schema}», men berre «{known}» kan lesast. Be om fila i "
            "dette formatet.",
            code="unknown-schema",
            at="/schema",
            schema=mask(str(schema))[0][:_LONGEST_NAME],
            known=SCHEMA,
        )


def _require_envelope(document: Document) -> None:
    _require_schema(dict(document.members))
    if document.doubled:
        name = document.doubled[0]
        raise UnreadableError(
            "«{name}» står to ganger i filen, så det er uklart hva som gjelder. Be om en ny fil.",
            "«{name}» står to gonger i fila, så det er uklart kva som gjeld. Be om ei ny fil.",
            code="duplicate-key",
            at=f"/{_pointer_part(name)}",
            name=_shown(name),
        )


def _order(element: Element, pointer: str, noted: set[str]) -> Iterator[RawOrder | Problem]:
    members = element.value
    if not isinstance(members, dict) or not _could_be_an_order(members):
        yield _not_an_order(pointer)
        return
    if element.doubled:
        name = element.doubled[0]
        at = f"{pointer}/{_pointer_part(name)}" if name in members else pointer
        yield _doubled(at, name)
        return
    values = _values(members, OWN_FIELDS, pointer)
    contact = members.get("contact")
    others = {name: value for name, value in members.items() if name not in OWN_FIELDS}
    if contact is None:
        others.pop("contact", None)
    elif isinstance(contact, dict):
        del others["contact"]
        values |= _values(contact, CONTACT_FIELDS, f"{pointer}/contact")
        others |= {
            f"contact.{name}": value
            for name, value in contact.items()
            if name not in CONTACT_FIELDS
        }
    problem = _structured(values) or _too_deep(others, pointer)
    if problem:
        yield problem
        return
    yield from _notes(others, pointer, noted)
    yield RawOrder(pointer, values, _extras(others, pointer), extras_noted=True)


def _could_be_an_order(members: Mapping[str, Any]) -> bool:
    return any(JSON_NAMES[field] in members for field in REQUIRED_FIELDS)


def _values(
    members: Mapping[str, Any], fields: Mapping[str, str], pointer: str
) -> dict[str, RawValue]:
    values = {
        field: RawValue(members[name], f"{pointer}/{name}")
        for name, field in fields.items()
        if name in members
    }
    for field in REQUIRED_FIELDS:
        if fields is OWN_FIELDS and field not in values:
            values[field] = RawValue(None, f"{pointer}/{JSON_NAMES[field]}")
    return values


def _extras(others: Mapping[str, Any], pointer: str) -> dict[str, RawValue]:
    return {
        name: RawValue(
            json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value,
            _place_of_extra(pointer, name),
        )
        for name, value in others.items()
    }


def _notes(others: Mapping[str, Any], pointer: str, noted: set[str]) -> Iterator[Problem]:
    """Unknown fields are noted where they first stand; a million times would help nobody."""
    for name in others:
        if name not in noted and len(noted) < 1000:  # noqa: PLR2004 - a file may invent names
            noted.add(name)
            yield unknown_column(name, _place_of_extra(pointer, name))


def _place_of_extra(pointer: str, name: str) -> str:
    above, dot, below = name.partition(".")
    if dot and above == "contact":
        return f"{pointer}/contact/{_pointer_part(below)}"
    return f"{pointer}/{_pointer_part(name)}"


def _pointer_part(name: str) -> str:
    return _shown(name).replace("~", "~0").replace("/", "~1")


def _shown(name: str) -> str:
    printable = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
    return mask(printable)[0][:_LONGEST_NAME]


def _depth(value: object, deepest: int) -> int:
    """How deep lists and objects stand in each other, counted no further than `deepest`."""
    if deepest == 0 or not isinstance(value, (dict, list)):
        return 0
    inner = value.values() if isinstance(value, dict) else value
    return 1 + max((_depth(item, deepest - 1) for item in inner), default=0)


def _not_an_order(pointer: str) -> Problem:
    return Problem(
        pointer,
        "not-an-order",
        Phrase(
            "Dette er ikke en bestilling: ingen av feltene kind, municipalityNumber, "
            "organizationNumber, herId og category finnes. Be om en ny fil.",
            "Dette er ikkje ei bestilling: ingen av felta kind, municipalityNumber, "
            "organizationNumber, herId og category finst. Be om ei ny fil.",
        ),
        refuses=True,
    )


def _doubled(at: str, name: str) -> Problem:
    return Problem(
        at,
        "duplicate-key",
        Phrase(
            "«{name}» står to ganger i bestillingen, så det er uklart hva som gjelder. Be kommunen "
            "sende den på nytt.",
            "«{name}» står to gonger i bestillinga, så det er uklart kva som gjeld. Be kommunen "
            "sende ho på nytt.",
            {"name": _shown(name)},
        ),
        refuses=True,
    )


def _structured(values: Mapping[str, RawValue]) -> Problem | None:
    for raw in values.values():
        if isinstance(raw.value, (dict, list)):
            return Problem(
                raw.place,
                "structured-value",
                Phrase(
                    "Her skal det stå én verdi, ikke en liste eller et objekt. Be kommunen sende "
                    "bestillingen på nytt.",
                    "Her skal det stå éin verdi, ikkje ei liste eller eit objekt. Be kommunen "
                    "sende bestillinga på nytt.",
                ),
                refuses=True,
            )
    return None


def _too_deep(others: Mapping[str, Any], pointer: str) -> Problem | None:
    for name, value in others.items():
        if _depth(value, _DEEPEST) == _DEEPEST:
            return Problem(
                _place_of_extra(pointer, name),
                "too-deep",
                Phrase(
                    "Verdien er nøstet dypere enn {deepest} nivåer og kan ikke tas vare på. Be "
                    "kommunen sende bestillingen uten den.",
                    "Verdien er nøsta djupare enn {deepest} nivå og kan ikkje takast vare på. Be "
                    "kommunen sende bestillinga utan han.",
                    {"deepest": _DEEPEST},
                ),
                refuses=True,
            )
    return None


def _outside(members: Mapping[str, Any]) -> Iterator[Problem]:
    for name in members:
        if name != "schema":
            yield Problem(
                f"/{_pointer_part(name)}",
                "unknown-column",
                Phrase(
                    "«{name}» står utenfor bestillingene og er ikke lest. Originalen er tatt vare "
                    "på.",
                    "«{name}» står utanfor bestillingane og er ikkje lese. Originalen er teken "
                    "vare på.",
                    {"name": _shown(name)},
                ),
                refuses=False,
            )

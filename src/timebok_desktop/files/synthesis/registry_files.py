"""A world's registry in the shapes AR gives: legacy export, REST v1 objects, SOAP elements.

Each shape says what AR's models say of a party and no more: REST v1 has neither an activity flag
nor a municipality.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

from timebok_desktop.domain.party import Party
from timebok_desktop.files.synthesis.party_shapes import legacy_party, rest_party
from timebok_desktop.services.synthesis.registry import RegistryShape
from timebok_desktop.services.synthesis.written import Surroundings

_FULL_SHAPE = RegistryShape()
_REST_SHAPE = RegistryShape(has_municipality=False, has_active_flag=False)
_GZIP = 16 + zlib.MAX_WBITS
_SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
_NAMESPACE = "http://register.nhn.no/CommunicationParty"
_LISTS = {
    "CoverageAreas": "CoverageInfo",
    "ElectronicAddresses": "ElectronicAddress",
    "PhysicalAddresses": "PhysicalAddress",
}


class RegistryFormat(NamedTuple):
    """A file shape: the file's name, what the shape can express, and its text in pieces."""

    file_name: str
    shape: RegistryShape
    pieces: Callable[[Surroundings], Iterator[str]]
    packed: bool = False


def legacy_pieces(world: Surroundings) -> Iterator[str]:
    """The legacy export with its header."""
    head = json.dumps(
        {"LastDateTimeOffset": _moment(world.taken_at), "LastEventId": world.last_event_id}
    )
    yield head.removesuffix("}") + ', "CommunicationParties": [\n'
    yield from _listed(_compact(legacy_party(party)) for party in world.parties)
    yield "\n]}\n"


def rest_list_pieces(world: Surroundings) -> Iterator[str]:
    """A plain list of REST v1 objects, as a batch request answers."""
    yield "[\n"
    yield from _listed(_compact(rest_party(party)) for party in world.parties)
    yield "\n]\n"


def rest_line_pieces(world: Surroundings) -> Iterator[str]:
    """One REST v1 object a line."""
    for party in world.parties:
        yield _compact(rest_party(party)) + "\n"


def soap_pieces(world: Surroundings) -> Iterator[str]:
    """A stream of CommunicationParty elements with the export's header as attributes."""
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield (
        f'<CommunicationParties xmlns="{_NAMESPACE}" xmlns:i="{_SCHEMA}" '
        f'LastDateTimeOffset="{_moment(world.taken_at)}" LastEventId="{world.last_event_id}">\n'
    )
    for party in world.parties:
        yield _party_element(party)
    yield "</CommunicationParties>\n"


REGISTRY_WRITERS = {
    "legacy": RegistryFormat("ar-export.json", _FULL_SHAPE, legacy_pieces),
    "legacy-gzip": RegistryFormat("ar-export.json.gz", _FULL_SHAPE, legacy_pieces, packed=True),
    "rest-list": RegistryFormat("ar-rest-list.json", _REST_SHAPE, rest_list_pieces),
    "rest-lines": RegistryFormat("ar-rest-lines.jsonl", _REST_SHAPE, rest_line_pieces),
    "soap": RegistryFormat("ar-soap.xml", _FULL_SHAPE, soap_pieces),
}
REGISTRY_FORMATS = tuple(REGISTRY_WRITERS)


def registry_content(format_name: str, world: Surroundings) -> Iterator[bytes]:
    """The file's bytes in pieces."""
    chosen = REGISTRY_WRITERS[format_name]
    pieces = (piece.encode() for piece in chosen.pieces(world))
    if chosen.packed:
        yield from _gzipped(pieces)
    else:
        yield from pieces


def _gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """A gzip file without name or time, so that the same content gives the same bytes."""
    packer = zlib.compressobj(wbits=_GZIP)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def _listed(items: Iterable[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f",\n{item}" if number else item


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _moment(moment: datetime) -> str:
    return moment.isoformat()


def _party_element(party: Party) -> str:
    fields = legacy_party(party)
    subtype = fields.pop("Type")
    inner = "".join(_element(name, value) for name, value in fields.items())
    return f'<CommunicationParty i:type="{subtype}">{inner}</CommunicationParty>\n'


def _element(name: str, value: object) -> str:
    if value is None:
        return f'<{name} i:nil="true"/>'
    if isinstance(value, bool):
        inner = "true" if value else "false"
    elif isinstance(value, dict):
        inner = "".join(_element(key, item) for key, item in value.items())
    elif isinstance(value, list):
        inner = "".join(_element(_LISTS[name], item) for item in value)
    else:
        inner = escape(str(value))
    return f"<{name}>{inner}</{name}>"

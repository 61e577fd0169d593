"""The index of a package (`data/index.json`): what it is, what came before, what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import orjson

from timebok_desktop.domain.codes import Kind
from timebok_desktop.files import strict_json
from timebok_desktop.files.package import layout
from timebok_desktop.files.package.templates import canonical
from timebok_desktop.files.package.times import instant
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader

_ACTIONS = frozenset(kind.value for kind in Kind)


class IndexEntry(NamedTuple):
    """What the index says of one configuration: as the table has it, but its files."""

    reference: str
    her_id: str
    category: str
    action: str


@dataclass(frozen=True, slots=True)
class Index:
    """An index as read; `files` are all payload files but the index itself, with their SHA-256."""

    sequence: int
    uuid: str
    configurations: tuple[IndexEntry, ...]
    files: Mapping[str, str]


def opening(header: PackageHeader) -> bytes:
    """The index up to its configurations. The order of members is that of their names."""
    start = {"audit_head": header.audit_head, "by": header.by}
    return orjson.dumps(start)[:-1] + b',"configurations":['


def entry(order: LeavingOrder, ar_sha256: str, fhir_sha256: str) -> bytes:
    """What the index says of one order."""
    key, reference = order.proposal.key, order.order.reference
    return orjson.dumps(
        {
            "action": order.proposal.action.value,
            "category": key.category,
            "files": {
                layout.ar_path(reference): ar_sha256,
                layout.fhir_path(reference): fhir_sha256,
            },
            "her_id": key.her_id,
            "municipality_number": key.municipality_number,
            "order_reference": reference,
        }
    )


def closing(header: PackageHeader, hashes: Mapping[str, str]) -> bytes:
    """The index after its configurations; `hashes` are those of the files about all orders."""
    end = {
        "created": instant(header.created),
        "files": hashes,
        "kind": "full" if header.full else "delta",
        "previous_sha256": header.previous_sha256,
        "schema": layout.INDEX_SCHEMA,
        "sequence": header.sequence,
        "uuid": header.uuid,
    }
    return b"]," + canonical(end)[1:]


def read_index(content: bytes) -> Index:
    """The index that `content` holds; ValueError where it is not one, whole and consistent."""
    document = _object(_read(content))
    _require(document.get("schema") == layout.INDEX_SCHEMA)
    _require(document.get("kind") in ("full", "delta"))
    for name in ("previous_sha256", "created", "by", "audit_head"):
        _text(document, name)
    uuid, listed = _text(document, "uuid"), document.get("configurations")
    _require(layout.UUID_PATTERN.fullmatch(uuid) and isinstance(listed, list))
    files = _object(document.get("files"))
    _require(set(files) == {layout.CONFIGURATIONS, layout.REPORT})
    configurations = tuple([_entry(one, files) for one in listed or ()])
    references = {one.reference.casefold() for one in configurations}
    _require(len(references) == len(configurations))
    _require(set(map(type, files.values())) == {str})
    return Index(_positive(document, "sequence"), uuid, configurations, files)


def _read(content: bytes) -> Any:
    """The JSON in `content`, read strictly, and quickly where it is written as we write it.

    A fast reader lets doubled keys pass; nothing with such keys comes out as it went in.
    """
    try:
        document = orjson.loads(content)
        if canonical(document) == content:
            return document
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        pass  # the strict reader decides
    return strict_json.loads(content)


def _entry(found: object, files: dict[str, Any]) -> IndexEntry:
    """One configuration; its files are added to `files`."""
    one = _object(found)
    try:
        reference, her_id, own = one["order_reference"], one["her_id"], one["files"]
        action, category, number = one["action"], one["category"], one["municipality_number"]
        right = (
            type(reference) is type(action) is type(category) is type(number) is str
            and layout.is_reference(reference)
            and action in _ACTIONS
            and type(her_id) is int
            and her_id > 0
            and type(own) is dict
            and own.keys() == {layout.ar_path(reference), layout.fhir_path(reference)}
        )
    except KeyError:
        right = False
    if not right:
        raise _no_index()
    files.update(own)
    return IndexEntry(reference, str(her_id), category, action)


def _object(value: object) -> dict[str, Any]:
    _require(isinstance(value, dict))
    return cast("dict[str, Any]", value)


def _text(owner: Mapping[str, Any], name: str) -> str:
    _require(isinstance(owner.get(name), str))
    return str(owner[name])


def _positive(owner: Mapping[str, Any], name: str) -> int:
    number = owner.get(name)
    _require(type(number) is int and number > 0)
    return int(owner[name])


def _require(holds: object) -> None:
    if not holds:
        raise _no_index()


def _no_index() -> ValueError:
    return ValueError("not an index of a package")

"""The index of a package (`data/index.json`): what it is, what came before, what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from timebok_desktop.domain.codes import Kind
from timebok_desktop.files import strict_json
from timebok_desktop.files.package import layout
from timebok_desktop.files.package.times import instant
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What the index says of one configuration; `files` are its paths with their SHA-256."""

    reference: str
    her_id: int
    category: str
    action: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Index:
    """An index as read."""

    sequence: int
    uuid: str
    configurations: tuple[IndexEntry, ...]
    files: Mapping[str, str]


def index_document(
    header: PackageHeader, orders: Sequence[LeavingOrder], hashes: Mapping[str, str]
) -> dict[str, Any]:
    """The index of `orders`; `hashes` are those of every payload file but the index itself."""
    return {
        "schema": layout.INDEX_SCHEMA,
        "sequence": header.sequence,
        "uuid": header.uuid,
        "previous_sha256": header.previous_sha256,
        "created": instant(header.created),
        "by": header.by,
        "kind": "full" if header.full else "delta",
        "audit_head": header.audit_head,
        "configurations": [_configuration(order, hashes) for order in orders],
        "files": {path: hashes[path] for path in (layout.CONFIGURATIONS, layout.REPORT)},
    }


def _configuration(order: LeavingOrder, hashes: Mapping[str, str]) -> dict[str, Any]:
    key, reference = order.proposal.key, order.order.reference
    paths = (layout.ar_path(reference), layout.fhir_path(reference))
    return {
        "order_reference": reference,
        "her_id": key.her_id,
        "municipality_number": key.municipality_number,
        "category": key.category,
        "action": order.proposal.action.value,
        "files": {path: hashes[path] for path in paths},
    }


def read_index(content: bytes) -> Index:
    """The index that `content` holds; ValueError where it is not one, whole and consistent."""
    document = _object(strict_json.loads(content))
    _require(document.get("schema") == layout.INDEX_SCHEMA)
    _require(document.get("kind") in ("full", "delta"))
    for name in ("previous_sha256", "created", "by", "audit_head"):
        _text(document, name)
    uuid, entries = _text(document, "uuid"), document.get("configurations")
    _require(layout.UUID_PATTERN.fullmatch(uuid) and isinstance(entries, list))
    configurations = tuple(_entry(_object(entry)) for entry in entries or ())
    references = {entry.reference.casefold() for entry in configurations}
    _require(len(references) == len(configurations))
    files = _hashes(document)
    _require(set(files) == {layout.CONFIGURATIONS, layout.REPORT})
    return Index(_positive(document, "sequence"), uuid, configurations, files)


def _entry(entry: Mapping[str, Any]) -> IndexEntry:
    reference, action = _text(entry, "order_reference"), _text(entry, "action")
    _require(layout.is_reference(reference) and action in {kind.value for kind in Kind})
    _text(entry, "municipality_number")
    files = _hashes(entry)
    _require(set(files) == {layout.ar_path(reference), layout.fhir_path(reference)})
    return IndexEntry(
        reference, _positive(entry, "her_id"), _text(entry, "category"), action, files
    )


def _hashes(owner: Mapping[str, Any]) -> dict[str, str]:
    files = _object(owner.get("files"))
    return {path: _text(files, path) for path in files}


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
        raise ValueError("not an index of a package")

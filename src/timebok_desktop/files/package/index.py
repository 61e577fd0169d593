"""The index of a package (`data/index.json`): what it is, what came before, what it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar, cast

import orjson

from timebok_desktop.domain.codes import Kind
from timebok_desktop.files import strict_json
from timebok_desktop.files.package import layout
from timebok_desktop.files.package.templates import canonical
from timebok_desktop.files.package.times import instant
from timebok_desktop.services.ports_files import (
    Approval,
    EarlierPackage,
    LeavingOrder,
    PackageHeader,
    Signatures,
)

_ACTIONS = frozenset(kind.value for kind in Kind)


class IndexEntry(NamedTuple):
    """What the index says of one configuration: as the table has it, but its files."""

    reference: str
    her_id: str
    category: str
    action: str


class Cover(NamedTuple):
    """What the index says of the approvals of one configuration: the hash over the order, and of
    each approval the number of its statement (None: not signed) and the hash over its evidence."""

    order_sha256: str
    approvals: tuple[tuple[int | None, str], ...]


class IndexedStatement(NamedTuple):
    """A signed statement as it stands in an index."""

    key: str
    signature: str
    statement: str


class IndexedKey(NamedTuple):
    """A caseworker's public key as it stands in an index."""

    caseworker: str
    kid: str
    x: str


@dataclass(frozen=True, slots=True)
class Index:
    """An index as read; `files` are all payload files but the index itself, with their SHA-256.

    `covers` are as many as `configurations`; none, like all that follows, in an index from before
    approvals were signed.
    """

    sequence: int
    uuid: str
    configurations: tuple[IndexEntry, ...]
    files: Mapping[str, str]
    head: str
    audit_sequence: int | None = None
    covers: tuple[Cover, ...] = ()
    statements: tuple[IndexedStatement, ...] = ()
    keys: tuple[IndexedKey, ...] = ()
    workspace: str = ""
    earlier: tuple[EarlierPackage, ...] = ()


def opening(header: PackageHeader) -> bytes:
    """The index up to its configurations. The order of members is that of their names."""
    checkpoint = {
        "earlier": [one._asdict() for one in header.earlier],
        "head": header.audit_head,
        "sequence": header.audit_sequence,
    }
    start = {"audit_head": header.audit_head, "by": header.by, "checkpoint": checkpoint}
    return canonical(start)[:-2] + b',"configurations":['


class Numbered:
    """The statements of a package, numbered as they are first asked for."""

    def __init__(self, signatures: Signatures) -> None:
        self._signatures = signatures
        self._numbers: dict[int, int] = {}

    def cover(self, approval: Approval) -> dict[str, object]:
        """What the index says of an approval."""
        if approval.statement is None:
            return {"unsigned": approval.by}
        number = self._numbers.setdefault(approval.statement, len(self._numbers))
        return {"evidence": approval.evidence, "statement": number}

    def statements(self) -> list[dict[str, str]]:
        """The statements that were asked for, in the order of their numbers."""
        return [self._signatures.statements[one]._asdict() for one in self._numbers]

    def keys(self) -> list[dict[str, str]]:
        """The public keys that these were signed with, as JWK."""
        used = {self._signatures.statements[one].key for one in self._numbers}
        return [
            {
                "caseworker": key.caseworker,
                "crv": "Ed25519",
                "kid": key.thumbprint,
                "kty": "OKP",
                "x": key.x,
            }
            for key in self._signatures.keys
            if key.thumbprint in used
        ]


def entry(order: LeavingOrder, ar_sha256: str, fhir_sha256: str, numbered: Numbered) -> bytes:
    """What the index says of one order."""
    key, reference = order.proposal.key, order.order.reference
    return orjson.dumps(
        {
            "action": order.proposal.action.value,
            "approvals": [numbered.cover(approval) for approval in order.approvals],
            "category": key.category,
            "files": {
                layout.ar_path(reference): ar_sha256,
                layout.fhir_path(reference): fhir_sha256,
            },
            "her_id": key.her_id,
            "municipality_number": key.municipality_number,
            "order_reference": reference,
            "order_sha256": order.order_sha256,
        }
    )


def closing(header: PackageHeader, hashes: Mapping[str, str], numbered: Numbered) -> bytes:
    """The index after its configurations; `hashes` are those of the files about all orders."""
    end = {
        "created": instant(header.created),
        "files": hashes,
        "keys": numbered.keys(),
        "kind": "full" if header.full else "delta",
        "previous_sha256": header.previous_sha256,
        "schema": layout.INDEX_SCHEMA,
        "sequence": header.sequence,
        "statements": numbered.statements(),
        "uuid": header.uuid,
        "workspace": header.workspace,
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
    index = Index(
        _positive(document, "sequence"),
        uuid,
        configurations,
        files,
        _text(document, "audit_head"),
    )
    return replace(index, **_signed(document, listed or ())) if "checkpoint" in document else index


def _signed(document: Mapping[str, Any], listed: Sequence[Any]) -> dict[str, Any]:
    """What an index says of approvals and of the log."""
    checkpoint = _object(document["checkpoint"])
    statements = tuple([_texts(one, IndexedStatement) for one in _list(document, "statements")])
    keys = tuple([_texts(one, IndexedKey) for one in _list(document, "keys")])
    _require(checkpoint.get("head") == document["audit_head"])
    return {
        "audit_sequence": _sequence(checkpoint),
        "covers": tuple([_cover(one, len(statements)) for one in listed]),
        "statements": statements,
        "keys": keys,
        "workspace": _text(document, "workspace"),
        "earlier": tuple([_earlier(one) for one in _list(checkpoint, "earlier")]),
    }


def _cover(found: Mapping[str, Any], statements: int) -> Cover:
    try:
        order_sha256, approvals = found["order_sha256"], found["approvals"]
        _require(type(order_sha256) is str and type(approvals) is list)
        given = [
            (None, one["unsigned"]) if "unsigned" in one else (one["statement"], one["evidence"])
            for one in approvals
        ]
    except (KeyError, TypeError) as error:
        raise _no_index() from error
    for number, text in given:
        fits = number is None or (type(number) is int and 0 <= number < statements)
        _require(fits and type(text) is str)
    return Cover(order_sha256, tuple(given))


def _earlier(found: object) -> EarlierPackage:
    one = _object(found)
    return EarlierPackage(
        _positive(one, "package"), _text(one, "sha256"), _sequence(one), _text(one, "head")
    )


def _sequence(owner: Mapping[str, Any]) -> int | None:
    number = owner.get("sequence")
    _require(number is None or (type(number) is int and number >= 0))
    return number


_T = TypeVar("_T", IndexedStatement, IndexedKey)


def _texts(found: object, kind: type[_T]) -> _T:
    one = _object(found)
    return kind(*[_text(one, name) for name in kind._fields])


def _list(owner: Mapping[str, Any], name: str) -> list[Any]:
    _require(isinstance(owner.get(name), list))
    return cast("list[Any]", owner[name])


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

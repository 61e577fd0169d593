"""What the elements of AR's XML mean: parties, their fields, and all the rest, which is skipped.

Told of each start, end and text by the parser; keeps only the parties that are open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import Progress
from timebok_desktop.files.registry.header import HEADER_FIELDS, HeaderFields
from timebok_desktop.files.registry.party_mapping import NESTED_LISTS

_PARTY = "CommunicationParty"
_SUBTYPES = frozenset({"Organization", "Service", "Department", "OrganizationPerson", "Person"})
_LISTS = frozenset({"ElectronicAddresses", "PhysicalAddresses", "CoverageAreas"})
_FIELDS = _LISTS | {
    "Active",
    "BusinessType",
    "Code",
    "Description",
    "DisplayName",
    "HerId",
    "LastChanged",
    "LocationDescription",
    "Municipality",
    "Name",
    "OrganizationNumber",
    "ParentBusinessType",
    "ParentHerId",
    "ParentName",
    "ParentOrganizationNumber",
    "Type",
    "Valid",
}
_LARGEST_PARTY = 16 * 1024 * 1024
"""Characters and elements kept of one party; the example has six thousand."""
_DEEPEST = 100


class _Role(Enum):
    AROUND = auto()
    PARTY = auto()
    ANSWER = auto()
    """Get...Result: a party of its own, or the cover of a list of them."""
    NESTED = auto()
    MEMBERS = auto()
    FIELD = auto()
    HEADER = auto()


_PARTIES = frozenset({_Role.PARTY, _Role.ANSWER, _Role.NESTED})


@dataclass(slots=True)
class _Node:
    role: _Role
    name: str
    empty: bool = False
    subtype: str = ""
    number: int = 0
    size: int = 0
    pieces: list[str] = field(default_factory=list)
    children: dict[str, object] = field(default_factory=dict)
    members: list[object] = field(default_factory=list)


class PartyHandler:
    """Builds the objects of the legacy shape from elements, by local name."""

    def __init__(self, progress: Progress) -> None:
        self.header = HeaderFields(soap=True)
        self._progress = progress
        self._open: list[_Node] = []
        self._skipped = 0
        self._done: list[tuple[str, object]] = []

    @property
    def between_documents(self) -> bool:
        """Whether no element is open."""
        return not self._open and not self._skipped

    def taken(self) -> Iterator[tuple[str, object]]:
        """The parties that were completed since the last time."""
        done, self._done = self._done, []
        return iter(done)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skipped:
            self._skipped += 1
            return
        local = name.rpartition(":")[2]
        empty, subtype = _marks(attributes) if attributes else (False, "")
        role = self._role(local, subtype)
        if role is None:
            self._skipped = 1
            return
        if len(self._open) >= _DEEPEST:
            raise failures.too_large(self._progress)
        if role is _Role.AROUND and attributes:
            self._header_attributes(attributes)
        if role is _Role.FIELD:
            self._count(local)
        self._open.append(_Node(role, local, empty, subtype))

    def data(self, text: str) -> None:
        """Text inside an element."""
        if self._skipped or not self._open:
            return
        node = self._open[-1]
        if node.role is _Role.FIELD or node.role is _Role.HEADER:
            self._count(text)
            node.pieces.append(text)

    def end(self, _name: str) -> None:
        """An element ends."""
        if self._skipped:
            self._skipped -= 1
            return
        node = self._open.pop()
        if node.role is _Role.FIELD:
            self._end_field(node)
        elif node.role is _Role.HEADER:
            self.header.found(node.name, None if node.empty else "".join(node.pieces))
        elif node.role in _PARTIES:
            self._end_party(node)

    def _role(self, local: str, subtype: str) -> _Role | None:
        """What an element is, by what it stands in; None for what nobody reads."""
        parent = self._open[-1].role if self._open else _Role.AROUND
        if parent is _Role.AROUND or parent is _Role.ANSWER:
            return _around(local, subtype, answer=parent is _Role.ANSWER)
        if parent is _Role.MEMBERS:
            return _Role.NESTED
        if parent is _Role.FIELD:
            return _Role.FIELD
        return None if parent is _Role.HEADER else _in_party(local)

    def _header_attributes(self, attributes: Mapping[str, str]) -> None:
        for name, value in attributes.items():
            if name.rpartition(":")[2].lower() in HEADER_FIELDS:
                self.header.found(name.rpartition(":")[2], value)

    def _count(self, kept: str) -> None:
        """Keep one party within bounds, however it is built."""
        owner = next(node for node in reversed(self._open) if node.role is not _Role.FIELD)
        owner.size += len(kept) + 100
        if owner.size > _LARGEST_PARTY:
            raise failures.too_large(self._progress)

    def _end_field(self, node: _Node) -> None:
        parent = self._open[-1]
        if parent.role is not _Role.FIELD and not parent.number:
            self._progress.elements += 1
            parent.number = self._progress.elements
            self._progress.place = f"element {parent.number}"
        value = _value(node, is_list=parent.role is not _Role.FIELD and node.name in _LISTS)
        parent.children[node.name] = value
        if parent.name in _LISTS and parent.role is _Role.FIELD:
            parent.members.append(value)

    def _end_party(self, node: _Node) -> None:
        known = node.children
        if node.empty or (not known and node.role is not _Role.PARTY):
            return
        if node.role is _Role.NESTED and known.get("HerId") is None:
            return
        if not node.number:
            self._progress.elements += 1
            node.number = self._progress.elements
        if known.get("Type") is None:
            known["Type"] = node.subtype or (node.name if node.name in _SUBTYPES else None)
        self._done.append((f"element {node.number}", known))


def _around(local: str, subtype: str, *, answer: bool) -> _Role | None:
    if local == _PARTY:
        return _Role.PARTY
    if answer and (inside := _in_party(local)) is not None:
        return inside
    if local.startswith("Get") and local.endswith("Result"):
        return _Role.ANSWER
    if local.lower() in HEADER_FIELDS:
        return _Role.HEADER
    return _Role.PARTY if subtype in _SUBTYPES else _Role.AROUND


def _in_party(local: str) -> _Role | None:
    if local in _FIELDS:
        return _Role.FIELD
    return _Role.MEMBERS if local in NESTED_LISTS else None


def _marks(attributes: Mapping[str, str]) -> tuple[bool, str]:
    """xsi:nil and xsi:type, whatever their prefix; the type without its own prefix."""
    empty, subtype = False, ""
    for name, value in attributes.items():
        local = name.rpartition(":")[2]
        if local == "nil":
            empty = value.strip() in {"true", "1"}
        elif local == "type":
            subtype = value.strip().rpartition(":")[2]
    return empty, subtype


def _value(node: _Node, *, is_list: bool) -> object:
    if node.empty:
        return None
    if is_list:
        return node.members
    return node.children or "".join(node.pieces)

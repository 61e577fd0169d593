"""The shapes in which AR files come as JSON: export object, list, lines, single objects.

Finds the parties and the header in the stream; does not look into a party.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import DamagedError, Progress
from timebok_desktop.files.registry.header import HEADER_FIELDS, HeaderFields
from timebok_desktop.files.registry.json_cursor import JsonCursor
from timebok_desktop.files.registry.source import ByteSource
from timebok_desktop.services.ports_files import RegistryHeader

LIST_NAME = "communicationparties"
MOST_MEMBERS = 10_000
"""Members of one object; the largest party has sixty."""


class Element(NamedTuple):
    """What stands where a party should: `place` for people, `value` as decoded."""

    place: str
    value: object


Read = RegistryHeader | Problem | Element


def read_json(source: ByteSource, progress: Progress) -> Iterator[Read]:
    """Every header, problem and element of a JSON file, in its order."""
    return _JsonShapes(JsonCursor(source, progress), progress).read()


@dataclass(slots=True)
class _JsonShapes:
    cursor: JsonCursor
    progress: Progress
    full: bool = False
    lines_known: bool = False
    members: dict[str, object] = field(default_factory=dict)

    def read(self) -> Iterator[Read]:
        yield RegistryHeader("rest-list", full=False)
        first, broken = True, False
        while self.cursor.peek():
            if self.full:
                raise failures.several_exports()
            line = self.cursor.line
            try:
                yield from self._top_value(line, first=first)
            except DamagedError:
                if not self.cursor.skip_broken_line(lines_known=self.lines_known):
                    raise failures.damaged(self.progress) from None
                broken = True
                yield broken_line(line)
            else:
                self.lines_known = self.cursor.line == line and self.cursor.ends_with_this_line()
            first = False
        if broken and not self.progress.elements:
            raise failures.damaged(self.progress)

    def _top_value(self, line: int, *, first: bool) -> Iterator[Read]:
        place = f"line {line}"
        opening = self.cursor.peek()
        if opening == "[":
            yield from self._elements("" if first else f"{place}, ")
        elif first and opening == "{":
            yield from self._object_by_members(place)
        else:
            self.progress.place = place
            yield from self._in_memory(place, self.cursor.value())

    def _object_by_members(self, place: str) -> Iterator[Read]:
        """The first object, member by member: it may be an export of any size."""
        header = HeaderFields()
        self.progress.place = place
        try:
            yield from self._members(header)
        except DamagedError:
            if header.list_name or header.full:  # no line among others: the export is spoilt
                raise failures.damaged(self.progress) from None
            raise
        self.full = header.full
        if header.list_name:
            yield from header.problems()
            yield from self._count_problem()
            yield header.header()
        elif header.full:
            raise failures.not_a_registry_file()
        else:
            self.progress.elements += 1
            yield Element(place, self.members)

    def _members(self, header: HeaderFields) -> Iterator[Read]:
        for name in self._member_names():
            if name.lower() == LIST_NAME and self.cursor.peek() == "[":
                header.list_name = name
                yield header.header()
                yield from self._elements(f"/{name}")
            else:
                self._keep_member(name, header)

    def _count_problem(self) -> Iterator[Problem]:
        """REST v1 says how many parties an export has; another number is worth a look."""
        said = self.members.get("count")
        found = self.progress.elements
        if isinstance(said, int) and said != found:
            phrase = failures.OTHER_COUNT.fill(said=said, found=found)
            yield Problem("/count", "other-count", phrase, refuses=False)

    def _keep_member(self, name: str, header: HeaderFields) -> None:
        value = self.cursor.value()
        if name.lower() in HEADER_FIELDS:
            header.found(name, value)
        elif len(self.members) >= MOST_MEMBERS:
            raise failures.not_a_registry_file()
        else:
            self.members[name] = value

    def _member_names(self) -> Iterator[str]:
        """The name of each member of an object; the caller takes the value."""
        self.cursor.take("{")
        if self.cursor.peek() != "}":
            while True:
                name = self.cursor.value() if self.cursor.peek() in {'"', ""} else None
                if not isinstance(name, str):
                    raise DamagedError
                self.cursor.take(":")
                yield name
                if self.cursor.peek() != ",":
                    break
                self.cursor.take(",")
        self.cursor.take("}")

    def _elements(self, prefix: str) -> Iterator[Element]:
        """The elements of a list, one by one; a break inside it spoils the file."""
        try:
            yield from self._list_elements(prefix)
        except DamagedError:
            raise failures.damaged(self.progress) from None

    def _list_elements(self, prefix: str) -> Iterator[Element]:
        self.cursor.take("[")
        index = 0
        while index or self.cursor.peek() != "]":
            place = f"{prefix}/{index}"
            self._begin(place)
            value = self.cursor.value()
            if index == 0 and isinstance(value, int) and not isinstance(value, bool):
                raise failures.her_ids_only(place)
            yield Element(place, value)
            index += 1
            if self.cursor.peek() != ",":
                break
            self.cursor.take(",")
        self.cursor.take("]")

    def _in_memory(self, place: str, value: object) -> Iterator[Read]:
        """A further value of a file of lines: a party, or an answer with a list of them."""
        listed = None
        if isinstance(value, dict):
            if any(name.lower() in HEADER_FIELDS for name in value):
                raise failures.several_exports()
            listed = next((value[name] for name in value if name.lower() == LIST_NAME), None)
        if not isinstance(listed, list):
            self.progress.elements += 1
            yield Element(place, value)
            return
        for index, item in enumerate(listed):
            self._begin(f"{place}, /{index}")
            yield Element(self.progress.place, item)

    def _begin(self, place: str) -> None:
        self.progress.place = place
        self.progress.elements += 1


def broken_line(line: int) -> Problem:
    """One line of a file of lines is no JSON."""
    return Problem(f"line {line}", "damaged-line", failures.BROKEN_LINE, refuses=True)

"""The reader of AR files: streams headers, parties and problems of every known shape.

Nothing is decided here about what a snapshot keeps; a file that fails raises as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timebok_desktop.domain.party import Party
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import PartyError, Progress
from timebok_desktop.files.registry.json_shapes import Element, Read, read_json
from timebok_desktop.files.registry.party_mapping import looks_like_a_party, party, with_nested
from timebok_desktop.files.registry.source import opened
from timebok_desktop.files.registry.xml_parties import read_xml
from timebok_desktop.services.ports_files import RegistryHeader


class RegistryFileReader:
    """Implements `services.ports_files.RegistryReader`."""

    def read(self, path: Path) -> Iterator[RegistryHeader | Party | Problem]:
        """Parties as they come; UnreadableError for a file that cannot be trusted as a whole."""
        progress = Progress()
        with opened(path, progress) as source:
            shapes = read_xml if source.kind() == "xml" else read_json
            yield from _parties(shapes(source, progress))


def _parties(stream: Iterator[Read]) -> Iterator[RegistryHeader | Party | Problem]:
    elements, recognised = 0, False
    for item in stream:
        if not isinstance(item, Element):
            yield item
            continue
        elements += 1
        recognised = recognised or looks_like_a_party(item.value)
        for place, value in with_nested(item.place, item.value):
            yield _party_or_problem(place, value)
    if elements and not recognised:
        raise failures.not_a_registry_file()


def _party_or_problem(place: str, value: object) -> Party | Problem:
    try:
        return party(value)
    except PartyError as error:
        return Problem(place, error.code, error.phrase, refuses=True)

"""What an AR file says of itself: when it was taken and the last event it holds.

The names are the legacy export's and REST v1's, in any case; XML has them as elements or
attributes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.party import NORWAY
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import PartyError
from timebok_desktop.files.registry.values import is_blank, moment, shown
from timebok_desktop.services.ports_files import RegistryHeader

TIME = "lastdatetimeoffset"
EVENTS = ("lasteventid", "lastsequencenumber")
HEADER_FIELDS = frozenset({TIME, *EVENTS})
_EVENT_DIGITS = 18
"""Event numbers are int64; these many digits always fit."""


@dataclass(slots=True)
class HeaderFields:
    """Header fields as they are found; a file with any of them is a full export."""

    list_name: str = ""
    soap: bool = False
    values: dict[str, tuple[str, object]] = field(default_factory=dict)

    def found(self, name: str, value: object) -> None:
        """Remember a field; of one that comes twice the last counts."""
        self.values[name.lower()] = (name, value)

    @property
    def full(self) -> bool:
        """Whether this is an export and not a handful of parties."""
        return bool(self.values)

    def header(self) -> RegistryHeader:
        """The header as far as it is known."""
        return RegistryHeader(self._format(), self.full, self._taken_at(), self._last_event_id())

    def problems(self) -> Iterator[Problem]:
        """Fields that are there but cannot be read."""
        for key, (name, value) in self.values.items():
            if is_blank(value):
                continue
            if key == TIME and self._taken_at() is None:
                yield _note(name, "no-time", failures.NO_TIME, value)
            elif key != TIME and _event_number(value) is None:
                yield _note(name, "no-event", failures.NO_EVENT, value)

    def _format(self) -> Literal["legacy-export", "rest-export", "rest-list", "soap"]:
        if self.soap:
            return "soap"
        if "lastsequencenumber" in self.values:
            return "rest-export"
        if self.values or self.list_name == "CommunicationParties":
            return "legacy-export"
        return "rest-list"

    def _taken_at(self) -> datetime | None:
        try:
            taken_at = moment(self.values.get(TIME, ("", None))[1], TIME)
        except PartyError:
            return None
        if taken_at is not None and taken_at.tzinfo is None:
            return taken_at.replace(tzinfo=NORWAY)  # AR's times without a zone are Norwegian
        return taken_at

    def _last_event_id(self) -> int | None:
        numbers = (_event_number(self.values[name][1]) for name in EVENTS if name in self.values)
        return next((number for number in numbers if number is not None), None)


def _event_number(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    digits = str(value).strip()
    return int(digits) if is_digits(digits) and len(digits) <= _EVENT_DIGITS else None


def _note(name: str, code: str, phrase: Phrase, value: object) -> Problem:
    return Problem(f"/{name}", code, phrase.fill(value=shown(value)), refuses=False)

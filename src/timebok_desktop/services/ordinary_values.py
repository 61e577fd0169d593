"""The values of ordinary orders, each asked once of the functions that the general way asks.

What is answered here is remembered by `ordinary_orders`. None stands for: not ordinary.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from timebok_desktop.domain.folding import squeezed, words
from timebok_desktop.domain.identifiers import (
    normalise_her_id,
    normalise_municipality_number,
    normalise_organization_number,
    usable_her_id,
)
from timebok_desktop.domain.order import SentValue
from timebok_desktop.domain.plain_row import TEXT_FIELDS, RowLayout
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.domain.rules.verdict import OwnRules
from timebok_desktop.domain.sent_values import (
    KINDS,
    SCHEMES,
    category_of,
    day_of,
    language_of,
    moment_of,
    yes_or_no,
)
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.order_keys import category_key, place_keys, told_of_kind
from timebok_desktop.services.prepared import place_prefix

Words: TypeAlias = dict[str, None]
HerId: TypeAlias = tuple[str, int, Words, str, int]
"""HER-id, its number or 0, words to find it by, how it was sent, the verdict on it."""

Meaning: TypeAlias = tuple[str | None, str]
"""What a value means, and how it was sent."""

MEANINGS = frozenset({"desired_from", "language", "submitted_at"})
"""The text fields that mean something else than their text."""

_MOMENTS = frozenset({"desired_from", "submitted_at"})
_LARGEST_NUMBER = 10**9
"""A number cell with ten digits may be a national identity number without its zero in front."""

_REMEMBERED = 65_536
_LONGEST_WORD = 60
_SOME_DAY = "2000-01-01"
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ZONE = re.compile(r"(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})\Z")


@dataclass(slots=True)
class Place:
    """What the fields that name the municipality come to, and how they were sent."""

    number: str
    organization: str
    key: str
    title: str
    words: Words
    sent_number: str
    sent_organization: str
    rules: int


@dataclass(slots=True)
class Matter:
    """What is ordered, and how it was sent. Many orders have it in common."""

    kind: str
    scheme: str
    category: str
    interim: int | None
    category_key: str
    words: Words
    words_of_kind: Words
    sent_kind: str
    sent_category: str
    sent_interim: str
    rules: int


class Remembered(dict[Any, Any]):
    """The answers of a function; forgets them all where too many things are asked."""

    def __init__(self, ask: Callable[[Any], Any]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, key: Any) -> Any:
        if len(self) >= _REMEMBERED:
            self.clear()
        answer = self[key] = self._ask(key)
        return answer


class OrdinaryValues:
    """Those values that are judged by the reference tables."""

    def __init__(self, tables: ReferenceTables, rules: OwnRules) -> None:
        self._tables = tables
        self._rules = rules

    def place(self, sent: tuple[str, str, str]) -> Place | None:
        """Municipality number, its name and organisation number."""
        sent_number, name, sent_organization = sent
        if not sent_number and not sent_organization:
            return None
        number = normalise_municipality_number(sent_number) if sent_number else ""
        organization = normalise_organization_number(sent_organization) if sent_organization else ""
        keys = place_keys(number, name, organization, self._tables)
        return Place(
            number,
            organization,
            keys.municipality,
            "" if keys.title == name else keys.title,
            _words(*keys.told),
            sent_as("municipality_number", sent_number, number),
            sent_as("organization_number", sent_organization, organization),
            self._rules.of_place(number, organization),
        )

    def matter(self, sent: tuple[Any, ...]) -> Matter | None:
        """Kind, scheme, category, form, vendor, system, and whether there was an interim
        solution, with the type of that, since True equals 1."""
        sent_kind, sent_scheme, sent_category, form, vendor, system, sent_interim, _ = sent
        kind = KINDS.get(squeezed(sent_kind))
        scheme = SCHEMES.get(squeezed(sent_scheme or "resource-schedule"))
        yes = yes_or_no(sent_interim)
        if not kind or not scheme or not sent_category or not _plain_yes_or_no(sent_interim):
            return None
        interim = None if yes is None else int(yes)
        category = category_of(sent_category)
        return Matter(
            kind.value,
            scheme.value,
            category,
            interim,
            category_key(category, self._tables),
            _words(category, form, vendor, system),
            _words(*told_of_kind(kind, scheme)),
            sent_as("kind", sent_kind, kind.value) + sent_as("scheme", sent_scheme, scheme.value),
            sent_as("category", sent_category, category),
            sent_as("had_interim_solution", sent_interim, yes),
            self._rules.of_matter(kind, scheme, category, form, vendor, system, interim),
        )


def her_id(sent: str) -> HerId | None:
    """A HER-id in whatever form."""
    if not sent:
        return None
    normalised = normalise_her_id(sent)
    usable = usable_her_id(normalised)
    rules = BIT["HER-SYNTAX"] if usable is None else 0
    return normalised, usable or 0, _words(normalised), sent_as("her_id", sent, normalised), rules


def day(sent: SentValue) -> Meaning | None:
    """The day that is wanted."""
    if sent is None or sent == "":
        return None, ""
    found = day_of(sent)
    if found is None:
        return None
    return found.isoformat(), sent_as("desired_from", sent, found.isoformat())


def language(sent: SentValue) -> Meaning | None:
    """nb or nn, "" where nothing was sent."""
    if sent is None or sent == "":
        return "", ""
    found = language_of(sent)
    return None if found is None else (found, sent_as("language", sent, found))


def moment(sent: SentValue) -> Meaning | None:
    """When an order was submitted."""
    if sent is None or sent == "":
        return None, ""
    found = moment_of(sent)
    if found is None:
        return None
    return found.isoformat(), sent_as("submitted_at", sent, found.isoformat())


def iso_day(text: str) -> bool:
    """Whether an ISO moment may begin with this."""
    return _ISO_DAY.fullmatch(text) is not None and day_of(text) is not None


def iso_clock(text: str) -> str | None:
    """The clock and zone of an ISO moment as they are kept; None where the day decides the zone."""
    found = moment_of(f"{_SOME_DAY}T{text}") if _ZONE.search(text) else None
    whole = found.isoformat() if found else ""
    return whole.removeprefix(f"{_SOME_DAY}T") if whole.startswith(_SOME_DAY) else None


def place_suffixes(asked: tuple[RowLayout, tuple[bool, ...], bool]) -> str | None:
    """The places of the fields that were sent, without the prefix of their row."""
    layout, present, interim_present = asked
    sent = {name for name, there in zip(TEXT_FIELDS, present, strict=True) if there}
    if interim_present:
        sent.add("had_interim_solution")
    suffixes = {name: place for name, place in layout.places.items() if name in sent}
    if len(suffixes) != len(sent) or place_prefix(suffixes):
        return None
    return compact(suffixes)


def sent_as(name: str, sent: SentValue, value: SentValue) -> str:
    """The field's part of `sent`, with a comma behind it; "" where it is the ordinary form."""
    sent = None if sent == "" else sent
    value = None if value == "" else value
    if type(sent) is type(value) and sent == value:
        return ""
    return f'"{name}":{compact(sent)},'


def conversions(types: tuple[type, ...]) -> list[tuple[int, str, type]] | None:
    """Which values of these types are to be made texts; None where one cannot be."""
    found = [
        (place, name, kind)
        for place, (name, kind) in enumerate(zip(TEXT_FIELDS, types, strict=True))
        if kind is not str
    ]
    return found if all(_is_convertible(name, kind) for _, name, kind in found) else None


def _is_convertible(name: str, kind: type) -> bool:
    if kind is int:
        return name not in MEANINGS
    return kind is type(None) or (kind in (date, datetime) and name in _MOMENTS)


def as_texts(
    values: Any, changes: list[tuple[int, str, type]] | None
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Typed values as texts, and how they were sent where that is no text; no texts where one of
    them cannot be one."""
    texts = list(values)
    odd: dict[str, str] = {}
    for place, name, kind in changes or ():
        value = texts[place]
        if kind is int:
            if not 0 < value < _LARGEST_NUMBER:
                return (), odd
            odd[name] = f'"{name}":{value},'
        texts[place] = "" if value is None else str(value)
    return (() if changes is None else tuple(texts)), odd


def _words(*told: str) -> Words:
    return dict.fromkeys(words(" ".join(told)))


def _plain_yes_or_no(sent: SentValue) -> bool:
    """Whether it is understood, or nothing was sent; nothing odd is hidden in its spaces."""
    if isinstance(sent, str):
        return not sent or (
            yes_or_no(sent) is not None and sent.isprintable() and len(sent) <= _LONGEST_WORD
        )
    return sent is None or isinstance(sent, bool)

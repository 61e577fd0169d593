"""The short way from a row as it was sent to the tuple that the store takes, for ordinary orders.

It means what `domain.normalising` and `prepared_of` mean, and asks the same functions: once for
each set of values that occurs, since most occur again and again. Whatever it does not know beyond
doubt (odd signs, a possible national identity number, a value that is not understood, a field that
is missing) it leaves to the general way.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from timebok_desktop.domain.folding import words
from timebok_desktop.domain.normalising import LONGEST_VALUE, UNSTORABLE
from timebok_desktop.domain.order import FIELDS, SentValue
from timebok_desktop.domain.personal_numbers import mask, may_hold_number
from timebok_desktop.domain.plain_row import TEXT_FIELDS, PlainRow
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.domain.rules.verdict import OwnRules
from timebok_desktop.services import ordinary_values
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.ordinary_values import (
    MEANINGS,
    HerId,
    Matter,
    Meaning,
    OrdinaryValues,
    Place,
    Remembered,
    as_texts,
)
from timebok_desktop.services.ports_orders import PreparedOrder
from timebok_desktop.services.sent import AS_NUMBERS, NUMBERS

_HER_ID, _FORM, _CONTACT, _DAY, _LANGUAGE, _COMMENT, _MOMENT = (
    TEXT_FIELDS.index(name)
    for name in (
        "her_id",
        "form",
        "contact_name",
        "desired_from",
        "language",
        "comment",
        "submitted_at",
    )
)
Texts: TypeAlias = tuple[tuple[str, ...], dict[str, str], frozenset[str]]
"""Texts, how those were sent that were no text, and the fields in which a number is masked."""

_NOWHERE: frozenset[str] = frozenset()
_NOTHING: Texts = ((), {}, _NOWHERE)
_PERSONAL_ID = BIT["PERSONAL-ID"]
_NOTHING_ODD: dict[str, str] = {}
_SHORT_HER_ID = 9
_ISO_DAY = 10


class OrdinaryOrders:
    """Prepares ordinary orders for the store, with the reference tables of one moment."""

    def __init__(self, tables: ReferenceTables, rules: OwnRules) -> None:
        values = OrdinaryValues(tables, rules)
        self._places = Remembered(values.place)
        self._matters = Remembered(values.matter)
        self._her_ids = Remembered(ordinary_values.her_id)
        self._days = Remembered(ordinary_values.day)
        self._languages = Remembered(ordinary_values.language)
        self._iso_days = Remembered(ordinary_values.iso_day)
        self._iso_clocks = Remembered(ordinary_values.iso_clock)
        self._suffixes = Remembered(ordinary_values.place_suffixes)
        self._conversions = Remembered(ordinary_values.conversions)

    def prepared(self, row: PlainRow) -> PreparedOrder | None:
        """The tuple of an order; None where it must go the general way."""
        values, interim, prefix, layout, _ = row
        texts, odd, masked = self._texts(values)
        if not texts:
            return None
        kind, scheme, number, name, organization, sent_her_id, category, form, vendor, system = (
            texts[:_CONTACT]
        )
        place: Place | None = self._places[number, name, organization]
        matter: Matter | None = self._matters[
            kind, scheme, category, form, vendor, system, interim, type(interim)
        ]
        her_id = self._her_id(sent_her_id)
        day: Meaning | None = self._days[values[_DAY]]
        language: Meaning | None = self._languages[values[_LANGUAGE]]
        moment = self._moment(values[_MOMENT])
        if not (place and matter and her_id and day and language and moment):
            return None
        suffixes = self._suffixes[layout, tuple(map(bool, texts)), matter.interim is not None]
        if suffixes is None:
            return None
        comment, external = texts[_COMMENT:_MOMENT]
        sent = (
            f"{matter.sent_kind}{place.sent_number}{place.sent_organization}{her_id[3]}"
            f"{matter.sent_category}{matter.sent_interim}{day[1]}{language[1]}{moment[1]}"
            if not odd
            else _odd_sent(place, matter, her_id, (day, language, moment), odd)
        )
        found_by = {
            **place.words,
            **her_id[2],
            **matter.words,
            **dict.fromkeys(words(external)),
            **matter.words_of_kind,
        }
        head = (matter.kind, matter.scheme, place.number, name, place.organization, her_id[0])
        middle = (matter.interim, day[0], language[0], comment, external, moment[0])
        stored = ("{" + sent[:-1] + "}", prefix, suffixes, "{}")
        keys = (place.key, place.title, matter.category_key, her_id[1], " ".join(found_by))
        rules = place.rules | matter.rules | her_id[4]
        marks = (
            (_masked_places(row, masked), *keys, rules | _PERSONAL_ID)
            if masked
            else ("{}", *keys, rules)
        )
        return (*head, matter.category, *texts[_FORM:_DAY], *middle, *stored, *marks)

    def _texts(self, values: Any) -> Texts:
        """The values as texts without a national identity number; no texts where one of them must
        be looked at more closely."""
        odd = _NOTHING_ODD
        try:
            # Where a number stands, it stands here, and an exception takes longer than the rest.
            joined = "|".join(values if type(values[_HER_ID]) is str else ())
        except TypeError:
            joined = ""
        if not joined:
            values, odd = as_texts(values, self._conversions[tuple(map(type, values))])
            joined = "|".join(values)
        if len(joined) > LONGEST_VALUE:
            return _NOTHING
        if joined.isprintable():
            # Then a space is the only white space there can be.
            trimmed = "| " not in joined and " |" not in joined and joined.strip(" ") == joined
        else:
            trimmed = not UNSTORABLE.search(joined) and all(text == text.strip() for text in values)
        if not trimmed:
            return _NOTHING
        if may_hold_number(joined):
            return _masked(values, odd)
        return values, odd, _NOWHERE

    def _her_id(self, sent: str) -> HerId | None:
        if len(sent) < _SHORT_HER_ID and sent.isdigit() and sent.isascii() and sent[0] != "0":
            return sent, int(sent), {sent: None}, "", 0
        found: HerId | None = self._her_ids[sent]
        return found

    def _moment(self, sent: SentValue) -> Meaning | None:
        """Days and clocks occur again and again, though moments do not."""
        if type(sent) is str and sent[_ISO_DAY : _ISO_DAY + 1] == "T":
            clock = sent[_ISO_DAY + 1 :]
            kept: str | None = self._iso_clocks[clock]
            if kept and self._iso_days[sent[:_ISO_DAY]]:
                if kept == clock:
                    return sent, ""
                value = f"{sent[:_ISO_DAY]}T{kept}"
                return value, ordinary_values.sent_as("submitted_at", sent, value)
        return ordinary_values.moment(sent)


def _masked(values: tuple[str, ...], odd: dict[str, str]) -> Texts:
    masked = [mask(text) for text in values]
    names = frozenset(name for name, one in zip(TEXT_FIELDS, masked, strict=True) if one[1])
    if names & MEANINGS:
        return _NOTHING
    return tuple(text for text, _ in masked), odd, names


def _masked_places(row: PlainRow, masked: frozenset[str]) -> str:
    places = row.layout.places.items()
    return compact({name: row.prefix + place for name, place in places if name in masked})


def _odd_sent(
    place: Place,
    matter: Matter,
    her_id: HerId,
    meanings: tuple[Meaning, Meaning, Meaning],
    odd: dict[str, str],
) -> str:
    """What was sent where some of it was no text."""
    day, language, moment = meanings
    letters, told = "", []
    for name, value, usual in (
        ("municipality_number", place.number, place.sent_number),
        ("organization_number", place.organization, place.sent_organization),
        ("her_id", her_id[0], her_id[3]),
    ):
        sent = odd.get(name, usual)
        if sent and sent == f'"{name}":{value.lstrip("0")},':
            letters += NUMBERS[name]
            sent = ""
        told.append(sent)
    number, organization, sent_her_id = told
    begins = f'"{AS_NUMBERS}":"{letters}",' if letters else ""
    if NUMBERS.keys() >= odd.keys():
        return (
            f"{begins}{matter.sent_kind}{number}{organization}{sent_her_id}"
            f"{matter.sent_category}{matter.sent_interim}{day[1]}{language[1]}{moment[1]}"
        )
    parts = {
        "kind": matter.sent_kind,
        "category": matter.sent_category,
        "had_interim_solution": matter.sent_interim,
        "desired_from": day[1],
        "language": language[1],
        "submitted_at": moment[1],
        **odd,
        "municipality_number": number,
        "organization_number": organization,
        "her_id": sent_her_id,
    }
    return begins + "".join(parts[name] for name in FIELDS if name in parts)

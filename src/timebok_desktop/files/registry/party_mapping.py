"""From one AR object, in the legacy or the REST v1 shape, to a communication party.

A person's birth date, citizen id and HPR-number are never looked at. `IsValidCommunicationParty`
is not activity and is not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.files.registry import legacy_party, rest_party
from timebok_desktop.files.registry.failures import PartyError
from timebok_desktop.files.registry.values import Record, is_blank, record, shown, text

NESTED_LISTS = ("People", "Services", "Departments", "Organizations")
"""Lists in an Organization (or a person) whose members are parties of their own."""

_TYPES = {
    **{kind.value: kind for kind in PartyType},
    "OrganizationPerson": PartyType.PERSON,
    "1": PartyType.PERSON,
    "2": PartyType.ORGANIZATION,
    "4": PartyType.SERVICE,
    "8": PartyType.DEPARTMENT,
}
"""Names of the REST model, of SOAP's subtypes, and the numbers of SOAP's enumeration."""


def party(element: object) -> Party:
    """The party that `element` describes; PartyError says what is wrong with it."""
    inner = unwrapped(element)
    kind = party_type(inner.get("Type", inner.get("type")))
    return legacy_party.party(inner, kind) if "HerId" in inner else rest_party.party(inner, kind)


def party_type(value: object) -> PartyType:
    """The type of a party; None, All and what is unknown are refused."""
    known = _TYPES.get(text(value, "Type"))
    if known is None:
        raise PartyError(
            "unknown-type",
            Phrase(
                "Kommunikasjonsparten er ikke importert: typen er «{value}», men skal være "
                "Organization, Service, Person eller Department.",
                "Kommunikasjonsparten er ikkje importert: typen er «{value}», men skal vere "
                "Organization, Service, Person eller Department.",
                {"value": "" if is_blank(value) else shown(value)},
            ),
        )
    return known


def unwrapped(element: object) -> Record:
    """The object itself; the wrapped form repeats HER-id, parent and type around it."""
    outer = record(element, "CommunicationParty")
    if "communicationParty" not in outer:
        return _with_her_id(outer)
    inner = record(outer["communicationParty"], "communicationParty")
    around = {"HerId": outer.get("herId"), "ParentHerId": outer.get("parentHerId")}
    around["Type"] = outer.get("type")
    filled = {name: value for name, value in inner.items() if value is not None}
    return _with_her_id({**around, **filled} if "herId" not in inner else inner)


def looks_like_a_party(element: object) -> bool:
    """Whether an element has the two fields that every shape of a party has."""
    if not isinstance(element, dict):
        return False
    return ("HerId" in element and "Type" in element) or ("herId" in element and "type" in element)


def with_nested(place: str, element: object) -> Iterator[tuple[str, object]]:
    """The element, and every party that is nested in it and carries a HER-id, with its place."""
    waiting = [(place, element)]
    while waiting:
        here, value = waiting.pop()
        yield here, value
        if isinstance(value, dict):
            inner = value.get("communicationParty")
            owner = inner if isinstance(inner, dict) else value
            waiting.extend(reversed(list(_nested(here, owner))))


def _nested(place: str, owner: Record) -> Iterator[tuple[str, object]]:
    for name in NESTED_LISTS:
        members = owner.get(name)
        for index, member in enumerate(members if isinstance(members, list) else ()):
            if isinstance(member, dict) and member.get("HerId") is not None:
                yield f"{place}/{name}/{index}", member


def _with_her_id(candidate: Record) -> Record:
    if is_blank(candidate.get("HerId")) and is_blank(candidate.get("herId")):
        raise PartyError(
            "missing-her-id",
            Phrase(
                "Kommunikasjonsparten er ikke importert: den har ingen HER-id.",
                "Kommunikasjonsparten er ikkje importert: han har ingen HER-id.",
            ),
        )
    return candidate

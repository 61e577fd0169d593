"""Communication parties between the store's rows and the domain's objects."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.folding import words
from timebok_desktop.domain.party import (
    CoverageArea,
    ElectronicAddress,
    Party,
    PostalAddress,
    ServiceType,
    norwegian_day,
)
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.configuration_changes import fingerprint_of
from timebok_desktop.storage.values import iso, optional_moment

_PLAIN = (
    "her_id",
    "name",
    "display_name",
    "parent_her_id",
    "parent_name",
    "parent_organization_number",
    "parent_business_type",
    "organization_number",
    "business_type",
    "municipality_number",
    "municipality_name",
    "location_description",
    "description",
)


def party_values(snapshot_id: int, party: Party) -> dict[str, object]:
    """The columns of a party."""
    service = party.service_type
    return {
        "snapshot_id": snapshot_id,
        **{name: getattr(party, name) for name in _PLAIN},
        "type": party.type.value,
        "active": party.active,
        "service_code_list": service.code_list if service else None,
        "service_code": service.code if service else None,
        "service_text": service.text if service else None,
        "valid_from": iso(party.valid_from),
        "valid_to": iso(party.valid_to),
        "coverage": compact(
            [[area.her_id, area.organization_number, area.name] for area in party.coverage]
        ),
        "postal_addresses": compact(
            [[a.kind, a.street, a.postbox, a.postal_code, a.city] for a in party.postal_addresses]
        ),
        "electronic_addresses": compact(
            [[a.kind, a.address, a.inherited] for a in party.electronic_addresses]
        ),
        "last_changed": iso(party.last_changed),
        "first_day": iso(norwegian_day(party.valid_from)) if party.valid_from else None,
        "last_day": iso(norwegian_day(party.valid_to)) if party.valid_to else None,
    }


def party_of(row: Mapping[Any, Any]) -> Party:
    """A party as it was imported."""
    service = None
    if row["service_code"] is not None:
        service = ServiceType(row["service_code_list"], row["service_code"], row["service_text"])
    return Party(
        **{name: row[name] for name in _PLAIN},
        type=PartyType(row["type"]),
        active=_truth(row["active"]),
        service_type=service,
        valid_from=optional_moment(row["valid_from"]),
        valid_to=optional_moment(row["valid_to"]),
        coverage=tuple(CoverageArea(*area) for area in _listed(row["coverage"])),
        postal_addresses=tuple(PostalAddress(*a) for a in _listed(row["postal_addresses"])),
        electronic_addresses=tuple(
            ElectronicAddress(*a) for a in _listed(row["electronic_addresses"])
        ),
        last_changed=optional_moment(row["last_changed"]),
    )


FINGERPRINT_ROWS = (
    "SELECT party.her_id, party.type, name, parent_her_id, parent_organization_number,"
    " organization_number, business_type, municipality_number, service_code_list, service_code,"
    " active, valid_from, valid_to, location_description, coverage"
    " FROM json_each(?1) asked CROSS JOIN party"
    " ON party.snapshot_id = ?2 AND party.her_id = asked.value"
)


def fingerprint_of_row(row: Sequence[Any]) -> str:
    """The fingerprint of a party, from a row of `FINGERPRINT_ROWS`."""
    service = (row[8], row[9]) if row[9] is not None else None
    areas = [(area[0] or 0, area[1]) for area in _listed(row[14])]
    return fingerprint_of(tuple(row[1:8]), service, (_truth(row[10]), *row[11:14]), areas)


def _listed(text: str) -> list[Any]:
    """A JSON list; most are empty."""
    return json.loads(text) if text != "[]" else []


def _truth(value: int | None) -> bool | None:
    """A truth value as SQLite has it, which is what plain SQL gives, or as SQLAlchemy reads it."""
    return None if value is None else bool(value)


def search_words(party: Party, municipality_names: str) -> str:
    """What a party is found by, folded."""
    service = party.service_type
    told = (
        party.name,
        party.display_name,
        party.parent_name,
        party.location_description,
        str(party.her_id),
        party.organization_number,
        party.parent_organization_number,
        party.municipality_number,
        party.municipality_name,
        municipality_names,
        f"{service.code} {service.text}" if service else "",
    )
    return " ".join(dict.fromkeys(words(" ".join(told))))

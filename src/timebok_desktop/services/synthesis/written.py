"""A world as its files will say it: orders with their answers, parties, set-ups and tables.

What is written down here is what every writer writes; it knows no file format.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.domain.party import Party
from timebok_desktop.services.synthesis.draft import BaseConfiguration, Draft

TableRows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class WrittenOrder:
    """One order of a file, and the rules that must fire for it. "" and None are left out."""

    kind: Kind
    scheme: Scheme
    municipality_number: str
    municipality_name: str
    organization_number: str
    her_id: str
    category: str
    form: str
    vendor: str
    system: str
    contact_name: str
    contact_email: str
    contact_phone: str
    contact_role: str
    had_interim_solution: bool | None
    desired_from: date | None
    language: str
    comment: str
    external_reference: str
    submitted_at: datetime | None
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the orders of a world are judged against: AR, earlier set-ups, reference tables."""

    taken_at: datetime
    last_event_id: int
    parties: Sequence[Party]
    bases: Sequence[BaseConfiguration]
    tables: Mapping[str, TableRows]


def written(draft: Draft, rules: frozenset[str]) -> WrittenOrder:
    """A finished draft as its file will say it."""
    return WrittenOrder(
        kind=draft.kind,
        scheme=draft.scheme,
        municipality_number=draft.municipality_number,
        municipality_name=draft.sender.name,
        organization_number=draft.organization_number,
        her_id=draft.her_id,
        category=draft.category,
        form=draft.form,
        vendor=draft.vendor,
        system=draft.system,
        contact_name=draft.contact_name,
        contact_email=draft.contact_email,
        contact_phone=draft.contact_phone,
        contact_role=draft.contact_role,
        had_interim_solution=draft.had_interim_solution,
        desired_from=draft.desired_from,
        language=draft.language,
        comment=draft.comment,
        external_reference=draft.external_reference,
        submitted_at=draft.submitted_at,
        rules=rules,
    )

"""The curated sample world: what its data say, as parties, set-ups and orders of a given day.

Days and hours in the data count from the day the sample is made, so it never ages. The answers
stand in the data; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from timebok_desktop.domain.codes import Kind, PartyType, Scheme
from timebok_desktop.domain.party import CoverageArea, ElectronicAddress, Party, ServiceType
from timebok_desktop.services.synthesis.draft import BaseConfiguration
from timebok_desktop.services.synthesis.geography import Geography, Place
from timebok_desktop.services.synthesis.invented import SERVICE_TYPE_TEXTS
from timebok_desktop.services.synthesis.numbers import synthetic_identity_number
from timebok_desktop.services.synthesis.registry import OPEN_END
from timebok_desktop.services.synthesis.written import WrittenOrder

Record = Mapping[str, Any]  # a JSON object of the sample's own data

_MUNICIPALITY = "102"
_DAYS_KNOWN = 1500
_IDENTITY_SEED = 8


@dataclass(frozen=True, slots=True)
class CuratedFile:
    """One order file of the sample."""

    name: str
    format: str
    orders: tuple[WrittenOrder, ...]


@dataclass
class CuratedWorld:
    """The sample's data, read for one day."""

    geography: Geography
    now: datetime
    _bodies: dict[int, Party] = field(default_factory=dict)

    # -- registry --------------------------------------------------------------------------------
    def parties(self, data: Record) -> tuple[Party, ...]:
        """All parties: bodies first, then what hangs below them."""
        for record in data["municipalities"]:
            place = self.geography.place(record["number"])
            name = f"{place.name.split(' (')[0]} kommune"
            numbers = (place.organization_number, _MUNICIPALITY)
            self._keep_body(record["her_id"], name, numbers, place)
        for record in data["bodies"]:
            place = self.geography.place(record["municipality"])
            numbers = (record["organization_number"], record["business_type"])
            self._keep_body(record["her_id"], record["name"], numbers, place)
        services = tuple(self._service(record) for record in data["services"])
        persons = tuple(self._person(record) for record in data["persons"])
        return (*self._bodies.values(), *services, *persons)

    def _keep_body(self, her_id: int, name: str, numbers: tuple[str, str], place: Place) -> None:
        self._bodies[her_id] = Party(
            her_id=her_id,
            type=PartyType.ORGANIZATION,
            name=name,
            organization_number=numbers[0],
            business_type=numbers[1],
            municipality_number=place.number,
            municipality_name=place.name,
            active=True,
            valid_from=self._midnight(-_DAYS_KNOWN),
            valid_to=OPEN_END,
        )

    def _service(self, record: Record) -> Party:
        parent = self._bodies[record["parent"]]
        place = self.geography.place(record["municipality"])
        text = SERVICE_TYPE_TEXTS[record["code"]]
        ends = record.get("ends_in_days")
        address = f"{record['her_id']}@edi.example"
        return Party(
            her_id=record["her_id"],
            type=PartyType.SERVICE,
            name=text,
            parent_her_id=parent.her_id,
            parent_name=parent.name,
            parent_organization_number=parent.organization_number,
            parent_business_type=parent.business_type,
            municipality_number=place.number,
            municipality_name=place.name,
            service_type=ServiceType("8663", record["code"], text),
            active=record.get("active", True),
            valid_from=self._midnight(-_DAYS_KNOWN),
            valid_to=OPEN_END if ends is None else self._midnight(ends),
            location_description=record["place"],
            coverage=tuple(self._covered(number) for number in record.get("covers", ())),
            electronic_addresses=(ElectronicAddress("E_EDI", address),),
        )

    def _person(self, record: Record) -> Party:
        parent = self._bodies[record["parent"]]
        return Party(
            her_id=record["her_id"],
            type=PartyType.PERSON,
            name=record["name"],
            parent_her_id=parent.her_id,
            parent_name=parent.name,
            parent_organization_number=parent.organization_number,
            parent_business_type=parent.business_type,
            municipality_number=parent.municipality_number,
            municipality_name=parent.municipality_name,
            active=True,
            valid_from=self._midnight(-_DAYS_KNOWN),
            valid_to=OPEN_END,
        )

    def _covered(self, number: str) -> CoverageArea:
        found = next(
            body
            for body in self._bodies.values()
            if body.municipality_number == number and body.business_type == _MUNICIPALITY
        )
        return CoverageArea(found.her_id, found.organization_number, found.name)

    # -- earlier set-ups -------------------------------------------------------------------------
    def bases(self, records: Sequence[Record]) -> tuple[BaseConfiguration, ...]:
        """What was set up before."""
        return tuple(
            BaseConfiguration(
                record["municipality_number"],
                record["her_id"],
                record["category"],
                record["form"],
                record["vendor"],
                record["system"],
                self._day(record["valid_from_in_days"]),
            )
            for record in records
        )

    # -- orders ----------------------------------------------------------------------------------
    def files(self, records: Sequence[Record]) -> Iterator[CuratedFile]:
        """The order files, each with its orders."""
        for record in records:
            orders = tuple(self._order(order) for order in record["orders"])
            yield CuratedFile(record["name"], record["format"], orders)

    def _order(self, record: Record) -> WrittenOrder:
        sender = self.geography.place(record.get("sender", record["municipality"]))
        contact = record["contact"]
        wanted = record.get("desired_in_days")
        return WrittenOrder(
            kind=Kind(record.get("kind", Kind.ACTIVATE)),
            scheme=Scheme(record.get("scheme", Scheme.RESOURCE_SCHEDULE)),
            municipality_number=record["municipality"],
            municipality_name=sender.name,
            organization_number=record.get("organization_number", sender.organization_number),
            her_id=record["her_id"],
            category=record["category"],
            form=record.get("form", ""),
            vendor=record["vendor"],
            system=record["system"],
            contact_name=contact["name"],
            contact_email=contact["email"],
            contact_phone=contact["phone"],
            contact_role=contact["role"],
            had_interim_solution=record.get("had_interim_solution"),
            desired_from=None if wanted is None else self._day(wanted),
            language=record.get("language", ""),
            comment=record.get("comment", "").format(identity_number=_identity_number()),
            external_reference=record["reference"],
            submitted_at=self.now.replace(second=0, microsecond=0)
            - timedelta(hours=record["submitted_hours_ago"]),
            rules=frozenset(record["rules"]),
        )

    # -- days ------------------------------------------------------------------------------------
    def _day(self, days: int) -> date:
        return self.now.date() + timedelta(days=days)

    def _midnight(self, days: int) -> datetime:
        midnight = self.now.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
        return midnight + timedelta(days=days)


def _identity_number() -> str:
    return synthetic_identity_number(Random(_IDENTITY_SEED))  # noqa: S311 - a sample, not a secret

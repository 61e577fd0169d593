"""The invented address register in the shape of its legacy export."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from outside_world.facts import MUNICIPALITIES

OPEN_ENDS = (
    "9999-12-31T00:00:00",
    "9999-12-31T23:59:59",
    "9999-12-31T23:59:59.9999999",
    "9999-12-31T00:00:00Z",
    "2119-03-01T00:00:00",
    None,
)
START = "2019-03-01T00:00:00"


def code(oid: int, value: str, text: str, kind: str) -> dict[str, Any]:
    return {
        "Active": True,
        "CodeText": text,
        "CodeValue": value,
        "LongDescription": None,
        "OID": oid,
        "SimpleType": kind,
    }


class Registry:
    """Collects the parties; each method adds one and answers with its HER-id."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.parties: list[dict[str, Any]] = []
        self.by_her_id: dict[int, dict[str, Any]] = {}
        self.municipality_her_id: dict[str, int] = {}
        self._next_organization = 110_001
        self._next_service = 8_100_001
        for number, (name, organization_number) in MUNICIPALITIES.items():
            self.municipality_her_id[number] = self.organization(
                f"{name} kommune", organization_number, number
            )

    def organization(
        self,
        name: str,
        organization_number: str | None,
        municipality: str | None,
        business: tuple[str, str] = ("102", "Kommune"),
        **changes: Any,
    ) -> int:
        her_id = self._next_organization
        self._next_organization += 1
        return self._add(
            her_id,
            "Organization",
            name,
            municipality,
            {
                "ParentHerId": -1,
                "OrganizationNumber": int(organization_number) if organization_number else None,
                "BusinessType": code(9040, *business, "helsevirksomhet_type"),
            },
            changes,
        )

    def service(
        self,
        parent: int,
        kind: tuple[int, str] | None = (8663, "KA03"),
        municipality: str | None = "as parent",
        covers: list[dict[str, Any]] | None = None,
        **changes: Any,
    ) -> int:
        her_id = self._next_service
        self._next_service += 1
        if municipality == "as parent":
            value = self.by_her_id[parent]["Municipality"]
            municipality = value["CodeValue"] if value else None
        text = f"Tjeneste {kind[1]}" if kind else "Tjeneste"
        return self._add(
            her_id,
            "Service",
            text,
            municipality,
            {
                **self._parent(parent),
                "Code": code(kind[0], kind[1], text, "tjenestetyper") if kind else None,
                "LocationDescription": f"Oppdiktet sted {her_id % 1000}",
                "CoverageAreas": covers or [],
            },
            changes,
        )

    def below(self, parent: int, kind: str, **changes: Any) -> int:
        """A Person or a Department below an organisation, without a municipality of its own."""
        her_id = self._next_service
        self._next_service += 1
        own: dict[str, Any] = {"Title": "Lege"} if kind == "Person" else {"BusinessType": None}
        return self._add(
            her_id, kind, f"Oppdiktet {kind}", None, {**self._parent(parent), **own}, changes
        )

    def export(self) -> dict[str, Any]:
        taken = self.today - timedelta(days=1)
        return {
            "LastDateTimeOffset": f"{taken.isoformat()}T06:00:00+01:00",
            "LastEventId": 4711,
            "CommunicationParties": self.parties,
        }

    def _parent(self, parent: int) -> dict[str, Any]:
        party = self.by_her_id.get(parent)
        return {
            "ParentHerId": parent,
            "ParentName": party["Name"] if party else None,
            "ParentOrganizationNumber": party["OrganizationNumber"] if party else None,
            "ParentBusinessType": party["BusinessType"] if party else None,
        }

    def _add(
        self,
        her_id: int,
        kind: str,
        name: str,
        municipality: str | None,
        own: dict[str, Any],
        changes: dict[str, Any],
    ) -> int:
        party = {
            "HerId": her_id,
            "Type": kind,
            "Name": name,
            "DisplayName": None,
            "Active": True,
            "IsValidCommunicationParty": kind in ("Service", "Person"),
            "LastChanged": "2024-02-27T15:43:36.56",
            "Municipality": self._municipality(municipality),
            "OrganizationNumber": None,
            "Valid": {"From": START, "To": OPEN_ENDS[her_id % len(OPEN_ENDS)]},
            "PhysicalAddresses": [],
            "ElectronicAddresses": [],
            **own,
            **changes,
        }
        self.parties.append(party)
        self.by_her_id[her_id] = party
        return her_id

    @staticmethod
    def _municipality(number: str | None) -> dict[str, Any] | None:
        if number is None:
            return None
        return code(3402, str(int(number)), "Kommune", "kommunenummer")


def covers(her_id: int = 0, organization_number: str | None = None) -> dict[str, Any]:
    """One coverage area: whichever of the two keys is not known is 0, as in an integer field."""
    return {
        "HerId": her_id,
        "OrganizationNumber": int(organization_number) if organization_number else 0,
        "Name": None,
        "DisplayName": None,
    }

"""Communication parties and snapshots of Adresseregisteret (AR).

Field names follow AR's REST and SOAP models; `IsValidCommunicationParty` only means "is a
Service or a Person" and is never used as activity.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from timebok_desktop.domain import norway
from timebok_desktop.domain.codes import PartyType

NORWAY = norway.NORWAY
"""Days of validity are days in Norway."""


@dataclass(frozen=True, slots=True)
class ServiceType:
    """A service type is the pair (code list, code); the text changes and is never compared."""

    code_list: str
    code: str
    text: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What service types are compared by."""
        return (self.code_list, self.code)

    @property
    def described(self) -> str:
        """The pair and, where AR gives one, its text."""
        return " ".join(part for part in (*self.key, self.text) if part)


@dataclass(frozen=True, slots=True)
class CoverageArea:
    """A municipality that an intermunicipal service covers, as AR names it (either may lack)."""

    her_id: int | None
    organization_number: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """A physical address; `kind` is a code of list 3401 (PST, RES), the postal code 4 digits."""

    kind: str
    street: str = ""
    postbox: str = ""
    postal_code: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class ElectronicAddress:
    """An electronic address; `kind` is a code of list 9044 (E_EDI, E_TLF, ...)."""

    kind: str
    address: str
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A communication party as a snapshot holds it. "" and None mean: AR did not say.

    Organisation numbers have nine digits, municipality numbers four; `active` is None where the
    source has no flag (REST v1): then the period alone decides.
    """

    her_id: int
    type: PartyType
    name: str = ""
    display_name: str = ""
    parent_her_id: int | None = None
    parent_name: str = ""
    parent_organization_number: str = ""
    parent_business_type: str = ""
    organization_number: str = ""
    business_type: str = ""
    municipality_number: str = ""
    municipality_name: str = ""
    service_type: ServiceType | None = None
    active: bool | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    location_description: str = ""
    description: str = ""
    coverage: tuple[CoverageArea, ...] = ()
    postal_addresses: tuple[PostalAddress, ...] = ()
    electronic_addresses: tuple[ElectronicAddress, ...] = ()
    last_changed: datetime | None = None

    def is_active_on(self, day: date) -> bool:
        """Active flag (where there is one) and period, both ends included, in Norwegian days."""
        if self.active is False:
            return False
        if self.valid_from is not None and day < norwegian_day(self.valid_from):
            return False
        return self.valid_to is None or day <= norwegian_day(self.valid_to)

    @property
    def label(self) -> str:
        """Name for people: a service's name is only its type, so the place is added."""
        name = self.display_name or self.name
        place = self.location_description or self.parent_name
        return ", ".join(dict.fromkeys(part for part in (name, place) if part))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A dated local copy of AR. `revision` goes up when single responses supplement it."""

    id: int
    taken_at: datetime
    last_event_id: int | None
    parties: int
    sha256: str
    includes_deactivated: bool
    revision: int = 0
    imported_at: datetime | None = None
    source_name: str = ""


def norwegian_day(moment: datetime) -> date:
    """The day in Norway; a moment without a zone is Norwegian time already (AR's SOAP)."""
    return moment.date() if moment.tzinfo is None else _day_in_norway(moment)


def _day_in_norway(moment: datetime) -> date:
    try:
        return moment.astimezone(NORWAY).date()
    except OverflowError:  # 9999-12-31 with a zone: the open end
        return moment.date()

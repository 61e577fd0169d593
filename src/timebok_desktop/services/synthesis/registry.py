"""The parties of a synthetic world: municipalities with their services, joint and private bodies.

Municipalities are real, everything below them is invented. The parties are grouped by what an
order that names them has to expect, which is how the answers come about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from typing import NamedTuple

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import CoverageArea, Party, ServiceType
from timebok_desktop.services.synthesis.geography import Geography, Place
from timebok_desktop.services.synthesis.invented import (
    FIRST_NAMES,
    LOCATIONS,
    SERVICE_TYPE_TEXTS,
    SURNAMES,
    UNFITTING_TYPES,
)
from timebok_desktop.services.synthesis.numbers import invented_organization_numbers

COMMON_TYPES = ("KA0301", "KA02", "KF01", "KA0301", "KA02", "KA0301", "KF01", "KP01", "KF0103")
ROLE_CYCLE = (
    *("own",) * 4,
    "inactive",
    *("own",) * 2,
    "person",
    *("own",) * 2,
    "other",
    *("own",) * 2,
    "displaced",
    *("own",) * 6,
)
OPEN_END = datetime(9999, 12, 31)  # noqa: DTZ001 - AR's open end has no zone
SHARE_OF_ODD_NUMBERS = 0.04
PARTIES_PER_MUNICIPALITY = 8
PARTIES_PER_SPECIAL_BODY = 60


@dataclass(frozen=True, slots=True)
class RegistryShape:
    """What the file shape of the registry can express."""

    has_municipality: bool = True
    has_active_flag: bool = True


class Site(NamedTuple):
    """A party and the municipalities whose orders for it meet no objection to place or owner."""

    party: Party
    senders: tuple[Place, ...]

    @property
    def code(self) -> str:
        """The code of its service type."""
        return self.party.service_type.code if self.party.service_type else ""


@dataclass(slots=True)
class Registry:
    """All parties, and the sites by what an order on them meets."""

    parties: list[Party] = field(default_factory=list)
    organizations: dict[str, Party] = field(default_factory=dict)
    own: list[Site] = field(default_factory=list)
    joint: list[Site] = field(default_factory=list)
    inactive: list[Site] = field(default_factory=list)
    other_type: list[Site] = field(default_factory=list)
    displaced: list[Site] = field(default_factory=list)
    private: list[Site] = field(default_factory=list)
    other_level: list[Site] = field(default_factory=list)
    her_ids: set[int] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)


class RegistryBuilder:
    """Builds the registry, party by party, from one stream of randomness."""

    def __init__(
        self, geography: Geography, random: Random, taken_at: datetime, shape: RegistryShape
    ) -> None:
        self._geography = geography
        self._random = random
        self._shape = shape
        self._today = taken_at.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)
        self._next_her_id = 80_000
        self._numbers = invented_organization_numbers()
        self._types = cycle(COMMON_TYPES)
        self._unfitting_types = cycle(UNFITTING_TYPES)
        self._inactive_periods = cycle(self._periods_of_inactivity())
        self.registry = Registry()

    def build(self, count: int) -> Registry:
        """A registry of exactly `count` parties (at least two)."""
        wanted = max(1, min(len(self._geography.places), count // PARTIES_PER_MUNICIPALITY))
        places = self._random.sample(self._geography.places, wanted)
        self.registry.places = places
        for place in places:
            self._add_municipality(place)
        bodies = count // PARTIES_PER_SPECIAL_BODY if wanted > 1 else 0
        for index in range(bodies):
            self._add_joint_body(index, self._random.sample(places, min(len(places), 3)))
            self._add_private_body(index, self._random.choice(places))
        self._fill(places, count)
        self._random.shuffle(self.registry.parties)
        return self.registry

    def _fill(self, places: list[Place], count: int) -> None:
        roles = cycle(ROLE_CYCLE)
        senders = cycle(places)
        while len(self.registry.parties) < count:
            place, role = next(senders), next(roles)
            if role == "person":
                self._add_person(place)
            elif role == "displaced" and self._shape.has_municipality and len(places) > 1:
                self._add_displaced(place, places)
            elif role == "inactive":
                self._add_inactive(place)
            elif role == "other":
                code = next(self._unfitting_types)
                self.registry.other_type.append(Site(self._service(place, code), (place,)))
            else:
                self.registry.own.append(Site(self._service(place, next(self._types)), (place,)))

    # -- bodies ----------------------------------------------------------------------------------
    def _add_municipality(self, place: Place) -> None:
        party = self._keep(
            Party(
                her_id=self._her_id(),
                type=PartyType.ORGANIZATION,
                name=f"{place.name.split(' (')[0]} kommune",
                organization_number=place.organization_number,
                business_type="102",
                municipality_number=self._registered(place.number),
                municipality_name=self._registered(place.name),
                active=self._flag(active=True),
                valid_from=self._today - timedelta(days=4000),
                valid_to=OPEN_END,
            )
        )
        self.registry.organizations[place.number] = party
        self.registry.other_level.append(Site(party, (place,)))

    def _add_joint_body(self, index: int, covered: list[Place]) -> None:
        seat = covered[0]
        body = self._body(f"Oppdiktet interkommunal legevakt {index + 1} IKS", "114", seat)
        coverage = tuple(self._coverage(place) for place in covered)
        for code in ("KA02", "KA0301"):
            service = self._service(seat, code, parent=body, coverage=coverage)
            self.registry.joint.append(Site(service, tuple(covered)))

    def _add_private_body(self, index: int, place: Place) -> None:
        body = self._body(f"Oppdiktet legesenter {index + 1} AS", "103", place)
        service = self._service(place, "KA02", parent=body)
        self.registry.private.append(Site(service, (place,)))

    def _body(self, name: str, business_type: str, seat: Place) -> Party:
        return self._keep(
            Party(
                her_id=self._her_id(),
                type=PartyType.ORGANIZATION,
                name=name,
                organization_number=next(self._numbers),
                business_type=business_type,
                municipality_number=self._registered(seat.number),
                municipality_name=self._registered(seat.name),
                active=self._flag(active=True),
                valid_from=self._today - timedelta(days=2000),
                valid_to=OPEN_END,
            )
        )

    def _coverage(self, place: Place) -> CoverageArea:
        organization = self.registry.organizations[place.number]
        return CoverageArea(organization.her_id, place.organization_number, organization.name)

    # -- what hangs below a body -----------------------------------------------------------------
    def _add_person(self, place: Place) -> None:
        parent = self.registry.organizations[place.number]
        name = f"{self._random.choice(FIRST_NAMES)} {self._random.choice(SURNAMES)}"
        person = self._keep(
            Party(
                her_id=self._her_id(),
                type=PartyType.PERSON,
                name=name,
                parent_her_id=parent.her_id,
                parent_name=parent.name,
                parent_organization_number=parent.organization_number,
                parent_business_type=parent.business_type,
                municipality_number=self._registered(place.number),
                municipality_name=self._registered(place.name),
                active=self._flag(active=True),
                valid_from=self._today - timedelta(days=900),
                valid_to=OPEN_END,
            )
        )
        self.registry.other_level.append(Site(person, (place,)))

    def _add_displaced(self, place: Place, places: list[Place]) -> None:
        elsewhere = self._random.choice([other for other in places if other is not place])
        parent = self.registry.organizations[place.number]
        service = self._service(elsewhere, next(self._types), parent=parent)
        self.registry.displaced.append(Site(service, (place,)))

    def _add_inactive(self, place: Place) -> None:
        active, since, until = next(self._inactive_periods)
        service = self._service(
            place, next(self._types), active=active, period=(since, until), plain=True
        )
        self.registry.inactive.append(Site(service, (place,)))

    def _service(
        self,
        place: Place,
        code: str,
        *,
        parent: Party | None = None,
        coverage: tuple[CoverageArea, ...] = (),
        active: bool = True,
        period: tuple[datetime, datetime] | None = None,
        plain: bool = False,
    ) -> Party:
        owner = parent or self.registry.organizations[place.number]
        random = self._random
        number = place.number if plain else self._number_in_registry(place, owner)
        since, until = period or (self._today - timedelta(days=random.randint(400, 3000)), OPEN_END)
        text = SERVICE_TYPE_TEXTS[code]
        return self._keep(
            Party(
                her_id=self._her_id(),
                type=PartyType.SERVICE,
                name=text,
                parent_her_id=owner.her_id,
                parent_name=owner.name,
                parent_organization_number=owner.organization_number,
                parent_business_type=owner.business_type,
                municipality_number=self._registered(number),
                municipality_name=self._registered(place.name) if number else "",
                service_type=ServiceType("8663", code, text),
                active=self._flag(active=active),
                valid_from=since,
                valid_to=until,
                location_description=f"{place.name} {random.choice(LOCATIONS)}",
                coverage=coverage,
            )
        )

    def _number_in_registry(self, place: Place, owner: Party) -> str:
        """Now and then none (the parent's counts) or a retired number (its successor counts)."""
        without, retired = self._random.random(), self._random.random()
        if without < SHARE_OF_ODD_NUMBERS and owner.municipality_number == place.number:
            return ""
        if retired < SHARE_OF_ODD_NUMBERS and place.retired_numbers:
            return self._random.choice(place.retired_numbers)
        return place.number

    # -- small things ----------------------------------------------------------------------------
    def _periods_of_inactivity(self) -> Iterator[tuple[bool, datetime, datetime]]:
        long_ago = self._today - timedelta(days=2000)
        ended = self._today - timedelta(days=60)
        if self._shape.has_active_flag:
            yield False, long_ago, OPEN_END
        yield True, long_ago, ended
        yield True, self._today + timedelta(days=700), OPEN_END

    def _keep(self, party: Party) -> Party:
        self.registry.parties.append(party)
        self.registry.her_ids.add(party.her_id)
        return party

    def _her_id(self) -> int:
        self._next_her_id += self._random.randint(1, 9)
        return self._next_her_id

    def _registered(self, text: str) -> str:
        return text if self._shape.has_municipality else ""

    def _flag(self, *, active: bool) -> bool | None:
        return active if self._shape.has_active_flag else None

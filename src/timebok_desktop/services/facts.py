"""Gathers the facts around orders for the rules: one way for one order and for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from timebok_desktop.domain.codes import OPEN_STATUSES
from timebok_desktop.domain.configuration import Configuration
from timebok_desktop.domain.findings import Finding, Suggestion
from timebok_desktop.domain.party import Party, Snapshot, norwegian_day
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rules import Neighbour, RuleCase, judge
from timebok_desktop.domain.suggestions import ranked, slips_of
from timebok_desktop.services.ports_orders import OpenOrder, StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork

_CANDIDATES = 200
Pair = tuple[int, str]


@dataclass(frozen=True)
class Bench:
    """What all cases of one verification share."""

    unit: UnitOfWork
    tables: ReferenceTables
    snapshot: Snapshot
    now: datetime
    snapshot_max_age_days: int
    services: dict[tuple[str, str], list[Party]] = field(default_factory=dict)
    """The services of each organisation and municipality that was asked for, looked up once."""

    def cases(self, orders: Sequence[StoredOrder]) -> list[RuleCase]:
        """The cases of these orders, in their order."""
        registry = self.unit.registry
        her_ids = [stored.keys.her_id for stored in orders if stored.keys.her_id is not None]
        parties = registry.parties(self.snapshot.id, her_ids)
        further = {party.parent_her_id for party in parties.values()} | {
            area.her_id for party in parties.values() for area in party.coverage
        }
        relatives = registry.parties(
            self.snapshot.id, [her_id for her_id in further if her_id is not None]
        )
        pairs = {pair for stored in orders if (pair := pair_of(stored)) is not None}
        neighbours: dict[Pair, list[OpenOrder]] = {}
        for neighbour in self.unit.orders.open_neighbours(pairs):
            neighbours.setdefault((neighbour.her_id, neighbour.category), []).append(neighbour)
        configurations: dict[Pair, list[Configuration]] = {}
        for one in self.unit.configurations.of_pairs(pairs):
            configurations.setdefault((one.key.her_id, one.key.category), []).append(one)
        decided = [
            stored.order.reference for stored in orders if stored.order.status not in OPEN_STATUSES
        ]
        ended = {
            one.ended_by: one for one in self.unit.configurations.ended_by_orders(pairs, decided)
        }
        return [
            self._case(stored, parties, relatives, neighbours, configurations, ended)
            for stored in orders
        ]

    def judged(self, orders: Sequence[StoredOrder]) -> list[tuple[Finding, ...]]:
        """The findings on these orders, in their order."""
        return [judge(case) for case in self.cases(orders)]

    def _case(
        self,
        stored: StoredOrder,
        parties: dict[int, Party],
        relatives: dict[int, Party],
        neighbours: dict[Pair, list[OpenOrder]],
        configurations: dict[Pair, list[Configuration]],
        ended: dict[str, Configuration],
    ) -> RuleCase:
        pair = pair_of(stored)
        party = parties.get(stored.keys.her_id) if stored.keys.her_id is not None else None
        parent = None
        if party is not None and party.parent_her_id is not None:
            parent = relatives.get(party.parent_her_id)
        return RuleCase(
            order=stored.order,
            today=norwegian_day(self.now),
            now=self.now,
            tables=self.tables,
            snapshot=self.snapshot,
            snapshot_max_age_days=self.snapshot_max_age_days,
            party=party,
            parent=parent,
            coverage=self._coverage(party, relatives),
            neighbours=tuple(
                Neighbour(other.reference, other.municipality, other.kind)
                for other in (neighbours.get(pair, ()) if pair else ())
                if other.id != stored.id
            ),
            configurations=tuple(configurations.get(pair, ()) if pair else ()),
            has_taken_effect_on=ended.get(stored.order.reference),
            suggest=Suggester(self),
        )

    def _coverage(self, party: Party | None, relatives: dict[int, Party]) -> frozenset[str]:
        """The municipalities that a party covers: by organisation number, else by HER-id."""
        covered: set[str] = set()
        for area in party.coverage if party else ():
            there = relatives.get(area.her_id) if area.her_id is not None else None
            number = area.organization_number or (there.organization_number if there else "")
            entry = self.tables.municipality_by_organization.get(number)
            if entry is not None:
                covered.add(entry.number)
            elif there is not None:
                covered.add(self.tables.resolve_municipality(there.municipality_number))
        return frozenset(covered - {""})


class Suggester:
    """Finds candidates in the snapshot once per order, however many rules ask."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._found: tuple[Suggestion, ...] | None = None

    def __call__(self, case: RuleCase) -> tuple[Suggestion, ...]:
        """The ranked suggestions for a case."""
        if self._found is None:
            self._found = ranked(case, self._candidates(case))
        return self._found

    def _candidates(self, case: RuleCase) -> list[Party]:
        registry, here = self._bench.unit.registry, self._bench.snapshot.id
        found: list[Party] = []
        if case.party is not None:
            found += registry.children(here, case.party.her_id, _CANDIDATES)
        if case.her_id is not None:
            found += registry.parties(here, slips_of(case.her_id)).values()
        for number in {case.organization_number, case.order.her_id} - {""}:
            found += self._services(organization_number=number)
        if case.municipality:
            found += self._services(municipality=case.municipality)
        return found

    def _services(self, *, organization_number: str = "", municipality: str = "") -> list[Party]:
        known, key = self._bench.services, (organization_number, municipality)
        if key not in known:
            known[key] = self._bench.unit.registry.services_of(
                self._bench.snapshot.id,
                organization_number=organization_number,
                municipality=municipality,
                limit=_CANDIDATES,
            )
        return known[key]


def pair_of(stored: StoredOrder) -> Pair | None:
    """The (HER-id, category) that an order has neighbours by; None where either is unresolved."""
    if stored.keys.her_id is None or not stored.keys.category:
        return None
    return (stored.keys.her_id, stored.keys.category)

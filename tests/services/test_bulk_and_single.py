"""Many orders judged at once in the store get the verdicts that the rules give each by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timebok_desktop.bootstrap import open_office
from timebok_desktop.domain.codes import Answer, Kind, PartyType, Scheme, Status
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.domain.party import CoverageArea, Party, ServiceType, norwegian_day
from timebok_desktop.domain.reference import (
    Category,
    Form,
    MunicipalityEntry,
    ReferenceTables,
    RetiredMunicipality,
    VendorSystem,
)
from timebok_desktop.domain.rules.verdict import OwnRules, outcome_of_verdict, verdict_of
from timebok_desktop.services.facts import Bench
from timebok_desktop.services.order_keys import order_keys
from timebok_desktop.services.ports_files import RegistryHeader
from timebok_desktop.services.ports_orders import Judging, VerifiedAt
from timebok_desktop.services.prepared import prepared_of
from timebok_desktop.services.verification import STORED_STATUSES

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
TODAY = norwegian_day(NOW)
ORGANISATIONS = ("", "958935420", "944496394", "964965226", "974760673", "958935421")
MUNICIPALITIES = ("", "0301", "1101", "1103", "0101", "1507", "7777")
HER_IDS = (1, 2, 3, 4)
MANY = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def entry(number: str, organization_number: str) -> MunicipalityEntry:
    return MunicipalityEntry(number, number, (number,), number[:2], "", organization_number, 0, 0)


TABLES = ReferenceTables(
    categories=(
        Category("Lab", "Lab", form_required=False),
        Category("Koronatest", "Koronatest", form_required=True),
        Category("Blod'bank", "Blodbank", form_required=False),
        Category("Vaksine", "Vaksine", form_required=False, active=False),
    ),
    forms=(
        Form("test-1", "Test 1", "Koronatest", True),
        Form("test-0", "Test 0", "Koronatest", False, None, TODAY - timedelta(days=1)),
    ),
    vendors=(
        VendorSystem("Fjord", "EPJ", Answer.YES, Answer.NO, Answer.NO),
        VendorSystem("Fjell", "EPJ", Answer.NO, Answer.YES, Answer.UNKNOWN),
    ),
    service_types=(("Lab", "8663", "KX01"), ("Blod'bank", "8663", "KA02")),
    municipalities=(
        entry("0301", "958935420"),
        entry("1101", "944496394"),
        entry("1103", "964965226"),
    ),
    municipality_history=(
        RetiredMunicipality("0101", "", ("1101",)),
        RetiredMunicipality("1507", "", ("1101", "1103")),
    ),
)

moments = st.sampled_from(
    (
        None,
        NOW - timedelta(days=400),
        datetime(2026, 3, 15, 23, 0, tzinfo=UTC),
        datetime(2026, 3, 15, 22, 59, 59, tzinfo=UTC),
        datetime(2026, 3, 16),  # noqa: DTZ001 - AR's SOAP has no zone
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    )
)
organisations = st.sampled_from(ORGANISATIONS)
municipalities = st.sampled_from(MUNICIPALITIES)
her_ids = st.sampled_from(HER_IDS)
categories = st.sampled_from(("Lab", "lab", "Koronatest", "Blod'bank", "Vaksine", "ukjent"))
coverage = st.builds(CoverageArea, st.one_of(st.none(), her_ids), organisations)
parties = st.builds(
    Party,
    her_id=her_ids,
    type=st.sampled_from(PartyType),
    parent_her_id=st.one_of(st.none(), her_ids),
    parent_organization_number=organisations,
    organization_number=organisations,
    municipality_number=municipalities,
    service_type=st.one_of(
        st.none(),
        st.builds(
            ServiceType, st.sampled_from(("8663", "8666")), st.sampled_from(("KA02", "KX01"))
        ),
    ),
    active=st.sampled_from((True, False, None)),
    valid_from=moments,
    valid_to=moments,
    coverage=st.lists(coverage, max_size=2).map(tuple),
)
orders = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind),
        "scheme": st.sampled_from(Scheme),
        "municipality_number": municipalities,
        "organization_number": organisations,
        "her_id": st.sampled_from(("1", "2", "3", "4", "9", "0", "feil", "958935420")),
        "category": categories,
        "form": st.sampled_from(("", "test-1", "Test 0", "annet")),
        "vendor": st.sampled_from(("", "Fjord", "fjell", "ukjent")),
        "system": st.sampled_from(("", "EPJ")),
        "had_interim_solution": st.sampled_from((True, False, None)),
        "masked": st.sampled_from(({}, {"comment": "line 4"})),
        "status": st.sampled_from(Status),
    }
)
configurations = st.builds(
    Configuration,
    key=st.builds(
        ConfigurationKey, municipalities, her_ids, st.sampled_from(("Lab", "Koronatest"))
    ),
    scheme=st.sampled_from(Scheme),
    form=st.just(""),
    vendor=st.just(""),
    system=st.just(""),
    valid_from=st.none(),
    order_reference=st.sampled_from(("", "RTB-2026-000001", "RTB-2026-000002")),
    created_at=st.just(NOW),
)
ended = st.tuples(
    st.sampled_from(("RTB-2026-000001", "RTB-2026-000003")),
    st.sampled_from(("replaced", "deactivated", "undone")),
)
worlds = st.fixed_dictionaries(
    {
        "parties": st.lists(parties, max_size=4),
        "orders": st.lists(orders, min_size=1, max_size=6),
        "later": st.lists(orders, max_size=3),
        "judged_as_they_come": st.lists(orders, min_size=1, max_size=3),
        "current": st.lists(configurations, max_size=3, unique_by=lambda one: one.key),
        "past": st.lists(st.tuples(configurations, ended), max_size=2),
        "age": st.integers(0, 30),
        "parties_later": st.lists(parties, max_size=4),
        "age_later": st.integers(0, 30),
        "which": st.sampled_from(("all", "waiting")),
    }
)


def order_of(number: int, values) -> Order:
    return Order(
        reference=f"RTB-2026-{number:06}",
        municipality_name="",
        contact=Contact(),
        desired_from=None,
        language="",
        comment="",
        external_reference="",
        submitted_at=None,
        received_at=NOW,
        **values,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    office = open_office(tmp_path_factory.mktemp("verdicts"))
    yield office.store
    office.close()


def add(unit, number: int, values: list, judging: Judging | None = None) -> range:
    """Adds orders as intake does, and brings each to its status."""
    made = [order_of(number + place, one) for place, one in enumerate(values)]
    own = OwnRules(TABLES, TODAY)
    rows = []
    for one in made:
        keys = order_keys(one, TABLES)
        rows.append(prepared_of(one, keys, own.of_order(one, keys.her_id)))
    with unit.orders.many(0, judging):
        ids = unit.orders.add(rows, [one.reference for one in made], NOW, None)
    for identity, one in zip(ids, made, strict=True):
        (stored,) = unit.orders.by_ids([identity])
        unit.orders.save(replace(stored, order=replace(stored.order, status=one.status)))
    unit.verdicts.refresh_added(ids, TABLES)
    return ids


@MANY
@given(world=worlds)
def test_that_bulk_and_single_verification_give_the_same_verdicts(store, world) -> None:
    with store.write() as unit:  # never committed: the next world begins from nothing
        at = snapshot_of(unit, world["parties"], world["age"])
        first = add(unit, 1, world["orders"])
        unit.verdicts.work_out_facts(at, TABLES, 1)
        judge_all(unit, at)
        for one in world["current"]:
            unit.configurations.add(one)
        for one, (by, reason) in world["past"]:
            past = replace(one, current=False, ended_at=NOW, ended_by=by, ended_reason=reason)
            unit.configurations.add(past)
        pairs = {(her_id, category) for her_id in HER_IDS for category in ("Lab", "Koronatest")}
        unit.verdicts.refresh_neighbours(pairs, TABLES)
        last = add(unit, first.stop, world["later"]) if world["later"] else first
        ids = range(first.start, last.stop)
        kept = [one.rules for one in unit.orders.by_ids(ids)]
        unit.verdicts.refresh_all(TABLES)
        assert [one.rules for one in unit.orders.by_ids(ids)] == kept  # right all along
        judge_all(unit, at, world["which"])
        compare(unit, at, ids)
        assert unit.verdicts.rests_on(at)
        last = add(unit, last.stop, world["judged_as_they_come"], Judging(at, TABLES))
        ids = range(first.start, last.stop)
        compare(unit, at, ids)
        assert not unit.verdicts.any_waits()
        later = snapshot_of(unit, world["parties_later"], world["age_later"])
        unit.verdicts.work_out_facts(later, TABLES, 1)
        count, _shares = unit.verdicts.begin(later, "waiting")
        assert count == sum(one.order.status in STORED_STATUSES for one in unit.orders.by_ids(ids))
        judge_all(unit, later)
        compare(unit, later, ids)
        assert unit.orders.miscounts() == []


def snapshot_of(unit, parties, age: int) -> VerifiedAt:
    staged = unit.registry.begin_snapshot(NOW, "00", "uttrekk.json", NOW)
    if parties:
        unit.registry.add_parties(staged, parties)
    taken = NOW - timedelta(days=age)
    header = RegistryHeader("legacy-export", full=True, taken_at=taken)
    snapshot = unit.registry.finish_snapshot(staged, header, includes_deactivated=True)
    return VerifiedAt(snapshot, TODAY, is_stale=NOW - taken > timedelta(days=14))


def compare(unit, at: VerifiedAt, ids: range) -> None:
    single = Bench(unit, TABLES, at.snapshot, NOW, 14)
    fresh = unit.verdicts.fresh(at, TABLES, ids)
    for stored in unit.orders.by_ids(ids):
        if stored.order.status in STORED_STATUSES:
            (found,) = single.judged([stored])
            assert stored.rules == verdict_of(found), stored.order
            assert stored.order.outcome is outcome_of_verdict(stored.rules, stored.order.kind)
            assert fresh[stored.id] == stored.rules
            on = (stored.snapshot_id, stored.snapshot_revision)
            assert on == (at.snapshot.id, at.snapshot.revision)


def judge_all(unit, at, which="waiting") -> None:
    _count, shares = unit.verdicts.begin(at, which)
    for share in shares:
        unit.verdicts.judge(at, TABLES, share)
    unit.verdicts.rest_all_on(at)


def test_that_a_day_in_norway_bounds_validity_in_bulk_too() -> None:
    assert date(2026, 3, 16) == TODAY

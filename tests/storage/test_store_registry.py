"""Snapshots in the store: kept, one current, supplemented; parties by number, owner and words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import (
    CoverageArea,
    ElectronicAddress,
    PostalAddress,
    ServiceType,
)
from timebok_desktop.services.ports_files import RegistryHeader

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def test_that_a_party_comes_back_as_it_was_imported(store, snapshot_of, make_party):
    sent = make_party(
        8,
        type=PartyType.SERVICE,
        display_name="Legevakt Sør",
        parent_her_id=1,
        parent_name="Stavanger kommune",
        service_type=ServiceType("8663", "KA02", "Legevakt"),
        active=True,
        valid_from=datetime(2020, 1, 1),  # noqa: DTZ001 - as SOAP says it
        valid_to=datetime(9999, 12, 31, tzinfo=UTC),
        coverage=(CoverageArea(7, "964965226", "Stavanger"), CoverageArea(None)),
        postal_addresses=(PostalAddress("RES", "Gate 1", "", "4005", "Stavanger"),),
        electronic_addresses=(ElectronicAddress("E_EDI", "a@example.no", inherited=True),),
        last_changed=NOW,
    )
    snapshot = snapshot_of(sent, make_party(9))
    with store.read() as unit:
        assert unit.registry.party(snapshot.id, 8) == sent
        assert unit.registry.party(snapshot.id, 9) == make_party(9)
        assert unit.registry.party(snapshot.id, 10) is None
        assert snapshot.parties == 2


def test_that_earlier_snapshots_are_kept_and_one_is_current(store, snapshot_of, make_party):
    first = snapshot_of(make_party(1))
    second = snapshot_of(make_party(2))
    with store.read() as unit:
        assert unit.registry.current() == second
        assert [one.id for one in unit.registry.snapshots()] == [second.id, first.id]
        assert unit.registry.party(first.id, 1) is not None
        assert unit.registry.party(second.id, 1) is None
    with pytest.raises(IntegrityError), store.write() as unit:
        unit._connection.execute(text("UPDATE snapshot SET is_current = 1"))


def test_that_the_later_of_two_entries_counts(store, snapshot_of, make_party):
    twice = snapshot_of(make_party(1, name="Gammel"), make_party(1, name="Ny"))
    assert twice.parties == 1
    with store.write() as unit:
        unit.registry.add_parties(twice.id, [make_party(1, name="Nyest")])
        assert [p.name for p in unit.registry.search(twice.id, ["ny"], 9)] == ["Nyest"]
        assert unit.registry.search(twice.id, ["gammel"], 9) == []


def test_that_a_supplement_moves_into_the_snapshot_and_raises_its_revision(
    store, snapshot_of, make_party
):
    snapshot = snapshot_of(make_party(1, name="Gammel"), make_party(2, name="Urørt"))
    with store.write() as unit:
        staged = unit.registry.begin_snapshot(NOW, "01", "svar.json", NOW)
        unit.registry.add_parties(staged, [make_party(1, name="Ny"), make_party(3, name="Tredje")])
        after = unit.registry.supplement(snapshot.id, staged)
        assert (after.id, after.parties, after.revision) == (snapshot.id, 3, 1)
        assert (after.taken_at, after.sha256) == (snapshot.taken_at, snapshot.sha256)
        assert [one.id for one in unit.registry.snapshots()] == [snapshot.id]
        names = {her: p.name for her, p in unit.registry.parties(after.id, range(9)).items()}
        assert names == {1: "Ny", 2: "Urørt", 3: "Tredje"}
        for word, found in (("ny", [1]), ("gammel", []), ("tredje", [3]), ("urort", [2])):
            assert [p.her_id for p in unit.registry.search(after.id, [word], 9)] == found


def test_that_parties_are_found_by_the_words_of_search(store, make_party):
    with store.write() as unit:
        unit.tables.replace(
            "municipalities",
            (("5610", "Karasjok", "Kárášjohka|Karasjok", "56", "Finnmark", "", "", "", ""),),
        )
        identity = unit.registry.begin_snapshot(NOW, "00", "u.json", NOW)
        unit.registry.add_parties(
            identity,
            [
                make_party(
                    81234,
                    name="Legevakt",
                    organization_number="945578564",
                    municipality_number="5610",
                    service_type=ServiceType("8663", "KA02", "Legevakt"),
                ),
                make_party(81235, type=PartyType.ORGANIZATION, name="Ås legevakt IKS"),
                make_party(81236, name="Avviklet legevakt", active=False),
            ],
        )
        made = unit.registry.finish_snapshot(
            identity,
            RegistryHeader("legacy-export", full=True, taken_at=NOW),
            includes_deactivated=True,
        )
        assert (made.includes_deactivated, made.taken_at) == (True, NOW)

        def found(text, limit=9):
            return [p.her_id for p in unit.registry.search(identity, [text], limit)]

        assert found("legevakt") == [81234, 81236, 81235]
        assert found("legevakt", 1) == [81234]
        assert found("karasjohka") == [81234]
        assert found("945 578 564") == [81234]
        assert found("KA02 lege") == [81234]
        assert found("aas") == [81235]
        assert found("8123") == [81234, 81236, 81235]
        assert found('"') == [81234, 81236]  # no words: the first services
        other = unit.registry.begin_snapshot(NOW, "01", "u.json", NOW)
        assert unit.registry.search(other, ["legevakt"], 9) == []


def test_that_services_are_found_by_owner_and_place(store, snapshot_of, make_party):
    snapshot = snapshot_of(
        make_party(1, type=PartyType.ORGANIZATION, organization_number="964965226"),
        make_party(2, parent_her_id=1, parent_organization_number="964965226"),
        make_party(3, organization_number="964965226", municipality_number="1103"),
        make_party(4, municipality_number="1103"),
    )
    with store.read() as unit:
        registry = unit.registry

        def ids(found):
            return [one.her_id for one in found]

        assert ids(registry.children(snapshot.id, 1, 9)) == [2]
        by_owner = registry.services_of(snapshot.id, organization_number="964965226", limit=9)
        assert ids(by_owner) == [2, 3]
        assert ids(registry.services_of(snapshot.id, municipality="1103", limit=9)) == [3, 4]
        assert ids(registry.services_of(snapshot.id, municipality="1103", limit=1)) == [3]


def test_that_an_inactive_party_is_noticed(store, snapshot_of, make_party):
    ended = make_party(1, valid_to=datetime(2026, 3, 15, tzinfo=UTC))
    flagged = make_party(1, active=False)
    open_ended = make_party(1, active=True, valid_to=datetime(9999, 12, 31, tzinfo=UTC))
    for one, due in ((ended, True), (flagged, True), (open_ended, False), (make_party(1), False)):
        snapshot = snapshot_of(one)
        with store.read() as unit:
            assert unit.registry.any_inactive(snapshot.id, "2026-03-16") is due


def test_that_many_parties_go_in_and_come_out(store, snapshot_of, make_party):
    snapshot = snapshot_of(*(make_party(number) for number in range(1, 1201)))
    with store.read() as unit:
        assert len(unit.registry.parties(snapshot.id, range(2000))) == 1200

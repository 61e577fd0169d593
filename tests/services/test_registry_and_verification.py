"""Snapshots through the desk, and verification against the current one."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from timebok_desktop.domain.codes import Outcome
from timebok_desktop.domain.errors import (
    CancelledError,
    NotFoundError,
    RefusedError,
    UnreadableError,
)


def test_that_an_export_becomes_the_current_snapshot(bench, make_party, make_organisation):
    assert bench.desk.current_snapshot() is None
    told = []
    report = bench.registry(
        make_organisation(),
        *(make_party(number) for number in range(8000001, 8000600)),
        progress=lambda *p: told.append(p),
    )
    assert (report.supplemented, report.snapshot.parties) == (False, 600)
    assert (report.snapshot.last_event_id, report.snapshot.revision) == (4711, 0)
    assert report.snapshot == bench.desk.current_snapshot()
    assert (500, 0) in told
    second = bench.registry(*(make_party(n) for n in range(8000001, 8000551)))
    assert [one.id for one in bench.desk.snapshots()] == [second.snapshot.id, report.snapshot.id]
    assert bench.desk.audit_events()[-1].action == "registry-imported"


def test_that_the_time_of_an_export_may_be_given(bench, make_party):
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert bench.registry(make_party(1), taken_at=at.isoformat()).snapshot.taken_at == at
    path = bench.file({"CommunicationParties": [make_party(1)]})
    report = bench.desk.import_registry(path, "kari", at)
    assert report.supplemented
    assert report.snapshot.taken_at == at


def test_that_single_answers_alone_make_a_first_snapshot(bench, make_party):
    report = bench.supplement(make_party(1))
    assert (report.supplemented, report.snapshot.taken_at) == (False, bench.now)


def test_that_far_fewer_parties_are_asked_about(bench, make_party):
    many = [make_party(number) for number in range(8000001, 8000011)]
    bench.registry(*many)
    before = bench.state()
    with pytest.raises(RefusedError, match="accept-fewer"):
        bench.registry(*many[:7])
    asked = []
    with pytest.raises(RefusedError):
        bench.registry(*many[:7], accept_fewer=lambda *n: asked.append(n))
    assert asked == [(7, 10)]
    assert bench.state() == before
    assert bench.registry(*many[:8]).snapshot.parties == 8
    assert bench.registry(*many[:1], accept_fewer=lambda *_: True).snapshot.parties == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text[:-3],
        lambda _: "",
        lambda _: "dette er ikke AR",
        lambda _: json.dumps({"LastEventId": 1, "CommunicationParties": []}),
        lambda _: json.dumps([{"HerId": "feil", "Type": "Service"}]),
    ],
)
def test_that_a_file_that_is_cut_off_or_empty_leaves_the_store_unchanged(office, make_party, spoil):
    text = json.dumps(
        {"LastEventId": 1, "CommunicationParties": [make_party(n) for n in range(1, 900)]}
    )
    before = office.state()
    with pytest.raises(UnreadableError):
        office.desk.import_registry(office.file(spoil(text)), "kari")
    assert office.state() == before


def test_that_an_import_that_is_stopped_leaves_the_store_unchanged(office, make_party):
    before = office.state()
    with pytest.raises(CancelledError):
        office.registry(make_party(1), cancelled=lambda: True)
    assert office.state() == before


def test_that_a_party_that_cannot_be_read_is_said_and_the_rest_is_taken(bench, make_party):
    report = bench.registry(make_party(1), make_party("feil"), make_party(3))
    assert report.snapshot.parties == 2
    (problem,) = [one for one in report.problems if one.refuses]
    assert "1" in problem.at


def test_that_a_party_that_is_absent_may_be_deactivated(bench, make_party):
    with pytest.raises(RefusedError, match="registry import"):
        bench.desk.party(1)
    bench.registry(make_party(1), make_party(2))
    for her_id in (3, 2**70, 0, -5):
        with pytest.raises(NotFoundError, match="kan være deaktivert"):
            bench.desk.party(her_id)
    report = bench.registry(make_party(1), make_party(2, Active=False))
    assert report.snapshot.includes_deactivated
    with pytest.raises(NotFoundError, match="også har deaktiverte"):
        bench.desk.party(3)
    assert bench.desk.party(2).active is False


def test_that_relatives_and_words_lead_to_parties(office):
    parent, children = office.desk.party_relatives(8000000)
    assert parent is None
    assert [one.her_id for one in children] == [8000001, 8000002]
    parent, children = office.desk.party_relatives(8000001)
    assert (parent.name, children) == ("Stavanger kommune", ())
    assert office.desk.party_relatives(8000002)[0] == parent
    assert [p.her_id for p in office.desk.search_parties("legevakt stavanger")] == [
        8000001,
        8000002,
    ]
    assert len(office.desk.search_parties("964 965 226", limit=2)) == 2
    assert [p.her_id for p in office.desk.search_parties(' *"', limit=1)] == [8000001]
    assert office.desk.search_parties("nordpolen") == ()


def test_that_nothing_is_found_without_a_snapshot(bench):
    assert bench.desk.search_parties("legevakt") == ()


# -- verification ---------------------------------------------------------------------------------


def test_that_verification_needs_a_snapshot_and_known_orders(bench, make_party):
    with pytest.raises(RefusedError, match="registry import"):
        bench.desk.verify(everything=True, user="kari")
    bench.registry(make_party(1))
    with pytest.raises(NotFoundError, match="RTB-9"):
        bench.desk.verify(["RTB-9"], user="kari")


def test_that_only_what_is_old_is_verified_unless_all_is_asked_for(office):
    first, second = office.order(), office.order(verify=False, herId="8009999")
    told = []
    report = office.desk.verify(user="kari", progress=lambda *p: told.append(p))
    assert [one.reference for one in report.orders] == [second]
    assert report.counts == {Outcome.CLEAR: 0, Outcome.WARNINGS: 0, Outcome.STOPPED: 1}
    assert told == [(0, 1), (1, 1)]
    assert office.desk.verify(user="kari").orders == ()
    report = office.desk.verify(everything=True, user="kari", details=False)
    assert (report.orders, sum(report.counts.values())) == ((), 2)
    report = office.desk.verify([first, first], user="kari")
    assert [one.reference for one in report.orders] == [first]
    assert office.desk.audit_events()[-1].details["counts"] == {
        "clear": 1,
        "warnings": 0,
        "stopped": 0,
    }


def test_that_what_comes_back_on_its_way_is_verified_again(office):
    reference = office.order()
    office.decide(reference, ("kari", "reject"), reason="her-id")
    office.later(days=20)
    office.desk.verify(user="kari")
    office.decide(reference, ("kari", "reopen"), reason="her-id")
    with pytest.raises(RefusedError, match="SNAPSHOT-STALE"):
        office.decide(reference, ("kari", "approve"))
    (verified,) = office.desk.verify(user="kari").orders
    assert verified.reference == reference
    assert office.rules(reference) == ["SNAPSHOT-STALE"]
    assert office.desk.verify(user="kari").orders == ()


def test_that_verification_can_be_stopped(office):
    office.order(verify=False)
    with pytest.raises(CancelledError):
        office.desk.verify(user="kari", cancelled=lambda: True)
    assert office.desk.verify(user="kari", cancelled=lambda: False).orders


def test_that_findings_of_what_has_left_stay_as_they_were(office, make_party, make_organisation):
    reference = office.order()
    office.approve(reference)
    office.export()
    office.registry(make_organisation(), make_party(8000002), make_party(8000003))
    (verified,) = office.desk.verify([reference], user="kari").orders
    assert [one.rule for one in verified.findings] == ["HER-UNKNOWN"]
    assert office.rules(reference) == []


def test_that_a_clear_order_has_no_findings(office):
    reference = office.order()
    case = office.desk.case(reference, "kari")
    assert (case.findings, case.verified, case.order.outcome) == ((), True, Outcome.CLEAR)
    assert case.party.her_id == 8000001
    assert case.parent.name == "Stavanger kommune"
    assert case.findings_snapshot == case.snapshot
    assert case.may_amend


@pytest.mark.parametrize(
    "area",
    [
        {"HerId": 8000009, "OrganizationNumber": "958935420"},
        {"HerId": 8000009},
        {"HerId": 8000010},
        {"OrganizationNumber": "958935420"},
    ],
)
def test_that_an_intermunicipal_service_covers_what_its_areas_name(
    office, make_party, make_organisation, area
):
    by_number = make_organisation(HerId=8000009, OrganizationNumber="958935420", Municipality=None)
    by_place = make_organisation(
        HerId=8000010, OrganizationNumber=None, Municipality={"CodeValue": 301}
    )
    areas = [area, {"HerId": 8009998}]
    office.supplement(by_number, by_place, make_party(8000001, CoverageAreas=areas))
    fields = {"municipalityNumber": "0301", "organizationNumber": "958935420"}
    covered = office.order(**fields)
    assert office.rules(covered) == []
    other = office.order(herId="8000002", **fields)
    assert {"HER-MUNICIPALITY", "HER-OWNER"} <= set(office.rules(other))


def test_that_suggestions_are_ranked_and_say_why(office, make_party):
    slip = office.order(herId="8000010")  # two digits changed places in 8000001
    (unknown,) = office.desk.case(slip, "kari").findings
    assert unknown.rule == "HER-UNKNOWN"
    assert unknown.suggestions
    assert {one.her_id for one in unknown.suggestions} <= {8000001, 8000002}
    assert unknown.suggestions[0].her_id == 8000001
    assert all(one.reasons for one in unknown.suggestions)
    level = office.order(herId="8000000")
    (finding,) = office.desk.case(level, "kari").findings
    assert [one.her_id for one in finding.suggestions] == [8000001, 8000002]


def test_that_a_slip_is_found_also_where_the_municipality_is_unknown(office):
    reference = office.order(herId="8000010", municipalityNumber="9999", organizationNumber=None)
    found = {one.rule: one for one in office.desk.case(reference, "kari").findings}
    assert 8000001 in [one.her_id for one in found["HER-UNKNOWN"].suggestions]


def test_that_an_organisation_number_in_place_of_a_her_id_leads_to_its_services(office):
    reference = office.order(herId="964965226", municipalityNumber=None)
    (finding,) = office.desk.case(reference, "kari").findings
    assert finding.rule == "HER-SYNTAX"
    assert finding.evidence["looks_like"] == "organization_number"
    assert [one.her_id for one in finding.suggestions] == [8000001, 8000002]


def test_that_both_of_a_pair_are_found_and_let_go(office):
    first = office.order()
    second = office.order(municipalityNumber="0301", organizationNumber="958935420")
    assert "HER-IN-USE" in office.rules(first)
    assert "HER-IN-USE" in office.rules(second)
    office.decide(second, ("kari", "reject"))
    assert office.rules(first) == []
    office.decide(second, ("kari", "undo"))
    assert office.rules(first) == ["HER-IN-USE"]


def test_that_what_a_day_changed_is_not_forgotten_by_the_next_extract(bench, make_party) -> None:
    ending = make_party(8000001, Valid={"From": None, "To": "2026-03-17T00:00:00"})
    bench.registry(ending, make_party(8000002))
    reference = bench.order(organizationNumber="")
    bench.desk.verify(user="kari")
    assert bench.rules(reference) == []
    bench.later(days=2)
    bench.desk.verify(user="kari")
    assert bench.rules(reference) == ["HER-INACTIVE"]
    bench.registry(ending, make_party(8000002))
    assert bench.desk.verify(user="kari").counts[Outcome.STOPPED] == 1
    assert bench.rules(reference) == ["HER-INACTIVE"]


def test_that_an_extract_that_has_become_old_is_found_on_every_order(office) -> None:
    reference = office.order()
    office.desk.verify(user="kari")
    office.later(days=20)
    assert office.desk.verify(user="kari").counts[Outcome.WARNINGS] == 1
    assert office.rules(reference) == ["SNAPSHOT-STALE"]
    office.settings(snapshot_max_age_days=30)
    assert office.desk.verify(user="kari").counts[Outcome.CLEAR] == 1
    assert office.rules(reference) == []

"""Export takes what is approved and still sound, once; receipts move it on, once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.workflow import Action


def index(report):
    return json.loads((Path(report.path) / "data" / "index.json").read_text("utf-8"))


def exported(office, **fields):
    reference = office.order(**fields)
    office.approve(reference)
    office.export()
    return reference, office.desk.packages()[0].uuid


def test_that_nothing_to_export_gives_no_package(bench, make_party):
    for _ in range(2):
        report = bench.export()
        assert (report.path, report.sequence, report.configurations) == ("", None, 0)
        assert bench.desk.export_preview() == ((), ())
        bench.registry(make_party(8000001))
    bench.order()
    assert bench.export().path == ""


def test_that_what_is_approved_leaves_once(office, tmp_path):
    reference = office.order()
    office.approve(reference)
    rows, held = office.desk.export_preview()
    assert ([row.reference for row in rows], held) == ([reference], ())
    told = []
    report = office.desk.export(tmp_path / "ut", "ola", progress=lambda *p: told.append(p))
    assert told == [(0, 1), (1, 1)]
    assert (report.sequence, report.configurations, report.held_back) == (1, 1, ())
    assert Path(report.path).parent == tmp_path / "ut"
    assert office.status(reference) == "exported"
    trust = tmp_path / "trust.json"
    office.desk.export_trust(trust)
    check = office.desk.verify_package(Path(report.path), trust)
    assert (check.valid, check.sha256, check.configurations) == (True, report.sha256, 1)
    assert office.desk.verify_package(Path(report.path), after=1).valid is False
    again = office.export()
    assert (again.path, again.configurations) == ("", 0)
    (row,) = office.desk.packages()
    assert (row.by, row.waiting, row.sha256) == ("ola", 1, report.sha256)
    assert [e.action for e in office.desk.audit_events(reference)][-1] == "exported"


def test_that_packages_follow_each_other(office):
    first = exported(office)[1]
    exported(office, herId="8000002")
    second, one = office.desk.packages()
    assert (second.sequence, one.sequence, one.uuid) == (2, 1, first)
    with office.office.store.read() as unit:
        assert unit.packages.last().header.previous_sha256 == one.sha256


@pytest.mark.parametrize("action", [*Action])
def test_that_nothing_is_decided_after_export(office, action):
    reference, _ = exported(office)
    before = office.state()
    with pytest.raises(RefusedError):
        office.desk.decide(reference, action, "per", "angret")
    with pytest.raises(RefusedError):
        office.desk.amend(reference, {"comment": "ny"}, "angret", "per")
    assert office.state() == before


def test_that_a_changed_registry_entry_holds_an_order_back(office, make_party):
    kept, drifted = office.order(herId="8000002"), office.order()
    office.approve(kept)
    office.approve(drifted)
    office.supplement(make_party(8000001, LocationDescription="Ny adresse"))
    _, (held,) = office.desk.export_preview()
    assert (held.reference, "avvik" in held.why.text("nb")) == (drifted, True)
    report = office.export()
    assert report.configurations == 1
    assert [one.reference for one in report.held_back] == [drifted]
    assert (office.status(kept), office.status(drifted)) == ("exported", "approved")
    again = office.export()
    assert (again.path, len(again.held_back)) == ("", 1)
    office.decide(drifted, ("per", "reopen"))
    office.desk.verify([drifted], user="per")
    office.approve(drifted)
    assert office.export().configurations == 1


def test_that_a_new_stop_holds_an_order_back(office, make_party, make_organisation):
    reference = office.order()
    office.approve(reference)
    office.registry(make_organisation(), make_party(8000002), make_party(8000003))
    (held,) = office.export().held_back
    assert "HER-UNKNOWN" in held.why.text("nn")


def test_that_what_was_overridden_leaves(office):
    reference = office.order(herId="8000000")
    assert office.rules(reference) == ["HER-LEVEL"]
    office.approve(reference, overrides={"HER-LEVEL": "avtalt"})
    report = office.export()
    assert (report.configurations, report.held_back) == (1, ())


def test_that_a_neighbour_that_came_later_holds_nothing_back(office):
    reference = office.order()
    office.approve(reference)
    office.order(municipalityNumber="0301", organizationNumber="958935420")
    assert office.export().configurations == 1


def test_that_a_full_export_takes_all_that_is_current(office, make_party, make_organisation):
    first, _ = exported(office)
    second = office.order(herId="8000002")
    office.approve(second)
    office.order()
    report = office.export(full=True)
    assert report.configurations == 2
    assert office.status(first) == office.status(second) == "exported"
    office.registry(make_organisation(), make_party(8000002), make_party(8000003))
    assert office.export(full=True).configurations == 2


def test_that_a_deactivation_leaves_also_when_the_party_is_gone(
    office, make_party, make_organisation
):
    exported(office)
    office.registry(make_organisation(), make_party(8000002), make_party(8000003))
    reference = office.order(kind="deactivate")
    overrides = dict.fromkeys(office.rules(reference), "avtalt")
    office.approve(reference, overrides=overrides)
    assert office.desk.configurations() == ()
    assert office.export().configurations == 1
    assert office.status(reference) == "exported"


def test_that_a_deactivation_of_nothing_leaves(office):
    reference = office.order(kind="deactivate")
    office.approve(reference, overrides={"CHANGE-WITHOUT-BASE": "satt opp for hånd"})
    assert office.export().configurations == 1


def test_that_what_an_order_ended_is_told_also_after_a_second_approval_round(office):
    exported(office)
    change = office.order(kind="change", vendor="Fjelljournal", system="Fjell EPJ")
    office.desk.amend(change, {"vendor": "Fjordjournal", "system": "Fjord EPJ"}, "rettet", "per")
    office.approve(change)
    office.decide(change, ("per", "undo"), ("per", "undo"))
    office.approve(change)
    report = office.export()
    with office.office.store.read() as unit:
        ended = unit.configurations.ended_by(change)
        made = unit.configurations.made_by(change)
    assert ended.order_reference != change
    assert made.current
    assert report.configurations == 1
    text = (Path(report.path) / "data" / "ar" / f"{change}.json").read_text("utf-8")
    assert json.loads(text)
    assert office.get(change).kind is Kind.CHANGE


def test_that_a_changed_table_does_not_lose_what_was_approved(office, make_party):
    office.supplement(make_party(8000001, Municipality=None, ParentHerId=None))
    reference = office.order(municipalityNumber="1507", organizationNumber=None)
    office.approve(reference, overrides=dict.fromkeys(office.rules(reference), "avklart"))
    rows = office.desk.table("municipality_history").rows
    merged = [(*row[:4], "1508", row[5]) if row[0] == "1507" else row for row in rows]
    office.desk.replace_table("municipality_history", merged, "kari")
    report = office.export()
    assert (report.configurations, report.held_back) == (1, ())
    (row,) = office.desk.configurations()
    assert row.configuration.order_reference == reference


# -- receipts -------------------------------------------------------------------------------------


def test_that_a_receipt_moves_orders_on(office):
    good, bad = office.order(), office.order(herId="8000002")
    office.approve(good)
    office.approve(bad)
    office.export()
    (package,) = office.desk.packages()
    before = office.state()
    assert office.receipt(package.uuid, (good, "ok"), (bad, "ok"), dry_run=True).accepted == 2
    assert office.state() == before
    report = office.receipt(package.uuid, (good, "ok"), (bad, "failed"), ("RTB-9", "ok"))
    assert (report.accepted, report.failed, report.unknown) == (1, 1, 1)
    assert (office.status(good), office.status(bad)) == ("acknowledged", "export_failed")
    (row,) = office.desk.packages()
    assert (row.acknowledged, row.failed, row.waiting) == (1, 1, 0)
    assert office.desk.audit_events(bad)[-1].details["ok"] is False


def test_that_a_receipt_of_an_unknown_package_changes_nothing(office):
    reference, _ = exported(office)
    before = office.state()
    report = office.receipt("11111111-1111-4111-8111-111111111111", (reference, "ok"))
    assert (report.accepted, report.failed, report.unknown) == (0, 0, 1)
    assert office.state() == before


def test_that_a_failed_order_leaves_again(office):
    reference, package = exported(office)
    office.receipt(package, (reference, "failed"))
    assert office.export().configurations == 1
    assert office.status(reference) == "exported"
    assert office.desk.packages()[0].sequence == 2


@pytest.mark.parametrize("said", ["ok", "failed"])
def test_that_a_receipt_taken_twice_changes_nothing(office, said):
    reference, package = exported(office)
    office.receipt(package, (reference, said), message="mottatt")
    before = office.state()
    report = office.receipt(package, (reference, said), message="mottatt")
    assert (report.accepted, report.failed) == (said == "ok", said == "failed")
    assert report.problems == ()
    assert office.state() == before


def test_that_an_old_receipt_does_not_fail_what_has_left_again(office):
    reference, first = exported(office)
    office.receipt(first, (reference, "failed"))
    office.export()
    before = office.state()
    office.receipt(first, (reference, "failed"))
    assert office.state() == before
    assert office.status(reference) == "exported"
    office.receipt(office.desk.packages()[0].uuid, (reference, "ok"))
    assert office.status(reference) == "acknowledged"


def test_that_the_first_answer_counts_and_another_one_is_said(office):
    reference, package = exported(office)
    office.receipt(package, (reference, "ok"))
    before = office.state()
    report = office.receipt(package, (reference, "failed"))
    (problem,) = report.problems
    assert (problem.code, problem.refuses) == ("already-answered", True)
    assert reference in problem.phrase.text("nn")
    assert office.state() == before


def test_that_an_acknowledged_order_stays_so_in_a_full_package(office):
    reference, package = exported(office)
    office.receipt(package, (reference, "ok"))
    office.export(full=True)
    assert office.status(reference) == "acknowledged"
    office.receipt(office.desk.packages()[0].uuid, (reference, "failed"))
    assert office.status(reference) == "acknowledged"
    assert office.desk.packages()[0].failed == 1


def test_that_a_number_in_a_receipt_is_masked(office):
    reference, package = exported(office)
    office.receipt(package, (reference, "failed"), message="gjelder 01817050006")
    assert "01817050006" not in repr(office.state())


def test_that_a_package_gets_its_name_when_the_program_was_killed_before_that(office) -> None:
    office.approve(office.order())
    package = Path(office.export().path)
    package.rename(package.with_name(f".timebok-part-{package.name}"))

    office.close()

    assert office.desk.verify_package(package).valid
    assert office.export().path == ""

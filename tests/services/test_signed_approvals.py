"""An approval is signed by its caseworker over exactly what was shown; what changes voids it."""

from __future__ import annotations

import json
import os
import stat

import pytest

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.domain.workflow import Action
from timebok_desktop.files.caseworker_keys import is_signed, thumbprint_of
from timebok_desktop.services.approving import Looks
from timebok_desktop.services.configuration_changes import proposal
from timebok_desktop.services.looks import Look
from timebok_desktop.services.shown import change_of, set_up


def statements(bench):
    with bench.office.store.read() as unit:
        rows = unit._connection.exec_driver_sql(
            "SELECT statement, signature, thumbprint FROM approval_statement ORDER BY id"
        ).all()
    return [(json.loads(row[0]), *row) for row in rows]


def behind_the_back(bench, *statements):
    """Edit the store as somebody could who has its file and no key."""
    with bench.office.store.write() as unit:
        for statement in statements:
            unit._connection.exec_driver_sql(statement)
        unit.commit()


def key_files(bench):
    return sorted((bench.office.workspace.keys / "caseworkers").iterdir())


# -- keys --------------------------------------------------------------------------------------
def test_that_a_caseworkers_key_is_made_at_the_first_approval_and_logged(office):
    assert office.desk.caseworker_keys() == ()
    first, second = office.order(), office.order(herId="8000002")
    office.decide(first, ("Kari", "claim"), ("Kari", "release"))
    assert office.desk.caseworker_keys() == ()
    office.decide(first, ("Kari", "approve"))
    (key,) = office.desk.caseworker_keys()
    assert (key.caseworker, key.thumbprint) == ("Kari", thumbprint_of(key.x))
    office.decide(second, ("KARI", "approve"))
    assert office.desk.caseworker_keys() == (key,)
    made = [e for e in office.desk.audit_events() if e.action == "caseworker-key-made"]
    assert [(e.by, e.details) for e in made] == [
        ("Kari", {"caseworker": "Kari", "key": key.thumbprint})
    ]


def test_that_private_keys_are_their_owners_alone(office):
    office.decide(office.order(), ("kari", "approve"))
    private, public = key_files(office)
    assert (private.name[-12:], public.name[-11:]) == (".private.jwk", ".public.jwk")
    if os.name != "nt":
        assert stat.S_IMODE(private.stat().st_mode) == 0o600
    told = json.loads(public.read_text())
    assert "d" not in told
    assert told["caseworker"] == "kari"


@pytest.mark.parametrize("what", ["gone", "swapped", "garbage", "no object"])
def test_that_a_key_file_that_is_not_the_registered_one_is_noticed(office, what):
    for user, category in (("kari", "Lab"), ("ola", "Vaksine")):
        office.decide(office.order(herId="8000002", category=category), (user, "approve"))
    reference = office.order()
    office.close()
    first, second = (p for p in key_files(office) if p.name.endswith(".private.jwk"))
    office.close()
    if what == "gone":
        first.unlink()
        second.unlink()
    elif what == "swapped":
        one, two = first.read_bytes(), second.read_bytes()
        first.write_bytes(two)
        second.write_bytes(one)
    else:
        for file in (first, second):
            file.write_text("{}" if what == "garbage" else "[]")
    before = office.state()
    with pytest.raises(UnavailableError) as error:
        office.decide(reference, ("kari", "approve"))
    assert "keys renew" in error.value.text("nn")
    assert office.state() == before
    made = office.desk.renew_key("kari")
    assert office.decide(reference, ("kari", "approve")) == "awaiting_second_approval"
    assert statements(office)[-1][3] == made.thumbprint
    (entry,) = [e for e in office.desk.audit_events() if "instead_of" in e.details]
    assert entry.details["key"] == made.thumbprint


def test_that_a_folder_of_keys_that_cannot_be_written_is_said(office):
    reference = office.order()
    (office.office.workspace.keys / "caseworkers").write_text("in the way")
    before = office.state()
    with pytest.raises(UnavailableError):
        office.decide(reference, ("kari", "approve"))
    assert office.state() == before


# -- what is signed ----------------------------------------------------------------------------
def test_that_a_statement_says_who_approved_what_and_when(office):
    reference = office.order()
    office.decide(reference, ("Kari", "approve"))
    ((document, statement, signature, thumbprint),) = statements(office)
    (key,) = office.desk.caseworker_keys()
    assert is_signed(key.x, statement.encode(), signature)
    events = office.desk.audit_events()
    assert document == {
        "action": "approve",
        "at": office.now.isoformat(),
        "audit": {"head": events[-2].hash, "sequence": events[-2].seq},
        "caseworker": "Kari",
        "key": thumbprint,
        "orders": {reference: document["orders"][reference]},
        "type": "timebok-approval/1",
        "workspace": events[0].hash,
    }
    assert len(document["orders"][reference]) == 64


def test_that_a_bulk_approval_is_one_statement(office):
    references = [
        office.order(herId=her_id, category=category)
        for her_id in ("8000001", "8000002")
        for category in ("Lab", "Vaksine")
    ]
    with office.office.store.read() as unit:
        ids = [*unit.orders.ids_of_references(references).values()]
    clear = office.desk.preview_many(ids, Action.APPROVE, "kari").ids
    assert office.desk.decide_many(clear, Action.APPROVE, "kari").done == len(clear)
    ((document, *_),) = statements(office)
    assert document["orders"].keys() == {*references}


def test_that_both_ways_to_approve_sign_the_same(make_workbench, make_party, tmp_path):
    signed = []
    for way in ("one", "many"):
        (tmp_path / way).mkdir()
        bench = make_workbench(tmp_path / way)
        bench.registry(make_party(8000001))
        reference = bench.order(form="", comment="æøå", desiredFrom="2026-04-01")
        with bench.office.store.read() as unit:
            ids = [*unit.orders.ids_of_references([reference]).values()]
        for user in ("kari", "ola"):
            if way == "one":
                bench.desk.decide(reference, Action.APPROVE, user)
            else:
                assert bench.desk.decide_many(ids, Action.APPROVE, user).refused == ()
        signed.append([document["orders"] for document, *_ in statements(bench)])
        assert bench.export().held_back == ()
        bench.close()
    assert signed[0] == signed[1]
    assert signed[0][0] != signed[0][1]  # first and second approval are told apart


def test_that_what_an_order_would_do_is_said_the_same_from_either_side(office):
    for fields in (
        {"category": "Koronavaksine", "form": "Koronavaksine 1: Egenerklæring (Standard)"},
        {"kind": "deactivate"},
        {"kind": "change", "municipalityNumber": "9999", "desiredFrom": "2026-05-01"},
        {"herId": "feil"},
        {"category": "Ukjent"},
    ):
        reference = office.order(**fields)
        with office.office.store.read() as unit:
            stored = unit.orders.get(reference)
            tables = office.desk._context.tables(unit)
            looks = Looks(office.desk._context, unit)
            shown = looks.change(looks.orders([stored.id])[stored.id])
            expected = proposal(unit, tables, stored)
        if expected is None:
            assert shown is None
        else:
            assert shown == change_of(expected, stored.order.scheme.value)
    assert set_up(None) is None


# -- what was shown ----------------------------------------------------------------------------
def test_that_an_approval_takes_what_was_shown(office):
    reference = office.order()
    shown = office.desk.case(reference, "kari").shown
    office.desk.decide(reference, Action.APPROVE, "kari", look=Look(shown))
    second = office.desk.case(reference, "ola").shown
    assert second == shown
    office.desk.decide(reference, Action.APPROVE, "ola", look=Look(second))
    assert office.status(reference) == "approved"


def _amended(office, reference):
    office.desk.amend(reference, {"comment": "en annen"}, "presisert", "per")


def _other_entry(office, reference):
    office.supplement({**PARTY, "LocationDescription": "Ny adresse"})
    office.desk.verify([reference], user="per")


def _other_finding(office, reference):
    office.order(municipalityNumber="0301", organizationNumber="958935420")


PARTY = {
    "HerId": 8000001,
    "Type": "Service",
    "Name": "Legevakt",
    "ParentHerId": 8000000,
    "ParentOrganizationNumber": "964965226",
    "Municipality": {"CodeValue": "1103", "CodeText": "Stavanger"},
    "Active": True,
    "Valid": {"From": "2020-01-01T00:00:00", "To": None},
}


@pytest.mark.parametrize("change", [_amended, _other_entry, _other_finding])
def test_that_an_approval_of_what_is_no_longer_shown_is_refused(office, change):
    reference, kept = office.order(), office.order(herId="8000002")
    with office.office.store.read() as unit:
        ids = [*unit.orders.ids_of_references([reference, kept]).values()]
    shown = office.desk.case(reference, "kari").shown
    preview = office.desk.preview_many(ids, Action.APPROVE, "kari")
    assert len(preview.shown) == 32 * 2
    change(office, reference)
    office.desk.verify(everything=True, user="per")
    before = office.state()
    with pytest.raises(RefusedError):
        office.desk.decide(reference, Action.APPROVE, "kari", look=Look(shown))
    assert office.state() == before
    outcome = office.desk.decide_many(preview.ids, Action.APPROVE, "kari", shown=preview.shown)
    assert reference in [one.reference for one in outcome.refused]
    assert office.status(reference) == "received"


def test_that_only_approvals_ask_for_what_was_shown(office):
    reference = office.order()
    office.desk.decide(reference, Action.HOLD, "kari", "venter", look=Look("noe annet"))
    assert office.status(reference) == "on_hold"


def test_that_what_was_shown_must_fit_to_the_orders(office):
    reference = office.order()
    with office.office.store.read() as unit:
        ids = [*unit.orders.ids_of_references([reference]).values()]
    outcome = office.desk.decide_many(ids, Action.APPROVE, "kari", shown=b"")
    assert [one.reference for one in outcome.refused] == [reference]


# -- what voids it -----------------------------------------------------------------------------
EDITS = {
    "her_id": "UPDATE orders SET her_id = '8000002', her_id_number = 8000002",
    "vendor": "UPDATE orders SET vendor = 'En annen'",
    "comment": "UPDATE orders SET comment = 'En annen'",
    "municipality": "UPDATE orders SET municipality_key = '0301'",
    "kind": "UPDATE orders SET kind = 'change'",
    "evidence": "UPDATE decision SET evidence = 'en annen'",
    "signature": "UPDATE approval_statement SET signature = substr(signature, 2) || 'A'",
    "statement": "UPDATE approval_statement SET statement = replace(statement, 'kari', 'karl')",
    "no statement": "DELETE FROM approval_statement",
    "name": "UPDATE decision SET by = 'per' WHERE by = 'kari'",
    "key": "UPDATE caseworker_key SET x = iif(x LIKE 'A%', 'B', 'A') || substr(x, 2)",
}
DROPS = [
    f"DROP TRIGGER IF EXISTS {name}"
    for name in (
        "approval_statement_no_update",
        "approval_statement_no_delete",
        "caseworker_key_no_update",
        "decision_keeps_its_statement",
    )
]


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_that_an_edit_behind_the_back_voids_the_first_approval(office, edit):
    reference = office.order()
    office.decide(reference, ("kari", "approve"))
    behind_the_back(office, *DROPS, "PRAGMA defer_foreign_keys = ON", edit)
    with office.office.store.read() as unit:
        ids = [*unit.orders.ids_of_references([reference]).values()]
    with pytest.raises(RefusedError):
        office.decide(reference, ("ola", "approve"))
    outcome = office.desk.decide_many(ids, Action.APPROVE, "ola")
    assert [one.reference for one in outcome.refused] == [reference]
    assert office.status(reference) == "awaiting_second_approval"


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_that_an_edit_behind_the_back_is_held_back_at_export(office, edit):
    reference = office.order()
    office.approve(reference)
    behind_the_back(office, *DROPS, "PRAGMA defer_foreign_keys = ON", edit)
    report = office.export()
    assert (report.path, [one.reference for one in report.held_back]) == ("", [reference])


def test_that_another_set_up_than_the_approved_one_is_held_back(office):
    reference = office.order()
    office.approve(reference)
    behind_the_back(office, "UPDATE configuration SET vendor = 'En annen'")
    assert [one.reference for one in office.export().held_back] == [reference]


def test_that_a_statement_of_another_workspace_counts_for_nothing(
    make_workbench, make_party, tmp_path
):
    benches = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        bench = make_workbench(tmp_path / name)
        bench.registry(make_party(8000001))
        benches.append(bench)
        bench.now = bench.now.replace(second=len(benches))
    first, second = benches
    references = [bench.order() for bench in benches]
    first.decide(references[0], ("kari", "approve"))
    second.decide(references[1], ("kari", "approve"))
    _, statement, signature, _ = statements(first)[0]
    (key,) = first.desk.caseworker_keys()
    behind_the_back(second, *DROPS)
    with second.office.store.write() as unit:
        run = unit._connection.exec_driver_sql
        run("UPDATE caseworker_key SET x = ?", (key.x,))
        run("UPDATE approval_statement SET statement = ?, signature = ?", (statement, signature))
        unit.commit()
    with pytest.raises(RefusedError):
        second.decide(references[1], ("ola", "approve"))
    for bench in benches:
        bench.close()


def test_that_a_table_that_changes_the_set_up_voids_the_first_approval(office):
    forms = office.desk.table("forms").rows
    reference = office.order(category="Koronavaksine", form="koronavaksine-1")
    office.decide(reference, ("kari", "approve"))
    changed = [("ny-kode", *row[1:]) if row[0] == "koronavaksine-1" else row for row in forms]
    changed = [
        (row[0], "koronavaksine-1", *row[2:]) if row[0] == "ny-kode" else row for row in changed
    ]
    office.desk.replace_table("forms", changed, "per")
    office.desk.verify([reference], user="per")
    with pytest.raises(RefusedError) as error:
        office.decide(reference, ("ola", "approve"))
    assert "kari" in error.value.text("nb")
    assert office.decide(reference, ("ola", "undo"), ("ola", "approve")) == (
        "awaiting_second_approval"
    )
    assert office.decide(reference, ("kari", "approve")) == "approved"


def test_that_taking_back_does_not_bring_a_void_approval_into_force(office):
    reference = office.order()
    office.approve(reference)
    office.decide(reference, ("per", "reopen"))
    behind_the_back(office, "UPDATE orders SET vendor = 'Fjordjournal AS'")
    with pytest.raises(RefusedError):
        office.decide(reference, ("per", "undo"))
    assert office.status(reference) == "in_review"


def test_that_new_contact_data_void_nothing(office):
    reference = office.order()
    office.decide(reference, ("kari", "approve"))
    behind_the_back(office, "UPDATE orders SET contact_name = '', contact_phone = ''")
    assert office.decide(reference, ("ola", "approve")) == "approved"
    assert office.export().configurations == 1

"""Contact data go when their time is up; the evidence stays, and so does all that was decided."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UsageError

CONTACT = {
    "name": "Oda Hemmelig",
    "email": "oda.hemmelig@example.no",
    "phone": "98765432",
    "role": "rådgiver",
}
SECRETS = ("Oda Hemmelig", "oda.hemmelig@example.no", "98765432")


def acknowledged(office, **fields):
    reference = office.order(contact=CONTACT, **fields)
    office.approve(reference)
    office.export()
    office.receipt(office.desk.packages()[0].uuid, (reference, "ok"))
    assert office.status(reference) == "acknowledged"
    return reference


def originals(office):
    return sorted(p.name for p in office.office.workspace.originals.iterdir())


def contact_of(office, reference):
    contact = office.get(reference).contact
    return (contact.name, contact.email, contact.phone, contact.role)


def store_bytes(office):
    folder = office.office.workspace.folder
    return b"".join(p.read_bytes() for p in folder.glob("store.sqlite3*"))


def test_that_contact_data_go_a_set_time_after_the_receipt(office):
    reference = acknowledged(office, comment="Ring før klokka to")
    office.later(days=364)
    assert office.desk.retain("kari").orders == 0
    assert contact_of(office, reference)[0] == "Oda Hemmelig"
    office.later(days=2)
    report = office.desk.retain("kari")
    assert (report.days, report.orders, report.originals) == (365, 1, 1)
    assert report.kinds == dict.fromkeys(
        ("contact_email", "contact_name", "contact_phone", "contact_role"), 1
    )
    assert contact_of(office, reference) == ("", "", "", "")
    order = office.get(reference)
    assert not [name for name in order.as_sent if name.startswith("contact_")]
    assert order.comment == "Ring før klokka to"
    assert office.desk.retain("kari").orders == 0


def test_that_the_evidence_is_in_the_log_without_the_values(office):
    reference = acknowledged(office)
    office.later(days=366)
    office.desk.retain("per")
    (one,) = [e for e in office.desk.audit_events(reference) if e.action == "contact-deleted"]
    assert one.by == "per"
    assert one.details["kinds"] == [
        "contact_email",
        "contact_name",
        "contact_phone",
        "contact_role",
    ]
    (run,) = [e for e in office.desk.audit_events() if e.action == "retention"]
    assert (run.details["orders"], run.details["originals"]) == (1, 1)
    told = json.dumps([dict(e.details) for e in office.desk.audit_events()])
    assert not [secret for secret in SECRETS if secret in told]


def test_that_nothing_of_it_is_left_in_the_files_of_the_store(office):
    acknowledged(office)
    assert b"Oda Hemmelig" in store_bytes(office)
    office.later(days=366)
    office.desk.retain("kari")
    office.close()
    left = store_bytes(office)
    assert not [secret for secret in SECRETS if secret.encode() in left]


def test_that_the_desk_stays_whole_and_its_packages_valid(office):
    acknowledged(office, herId="8000002")
    package = Path(office.desk.packages()[0].path)
    office.later(days=366)
    office.registry({"HerId": 1, "Type": "Service"}, accept_fewer=lambda *_: True)
    office.desk.retain("kari")
    assert office.desk.check_store().ok
    assert office.desk.verify_audit().intact
    assert office.desk.verify_package(package, strict=True).valid
    full = office.export(full=True)
    assert office.desk.verify_package(Path(full.path), strict=True).valid


def test_that_an_original_goes_with_the_last_order_that_came_in_it(office, make_order):
    before = set(originals(office))
    (file,) = office.take(
        make_order(contact=CONTACT), make_order(contact=CONTACT, herId="8000002")
    ).files
    first, second = file.orders
    office.desk.verify([first, second], user="kari")
    office.approve(first)
    office.export()
    office.receipt(office.desk.packages()[0].uuid, (first, "ok"))
    office.later(days=366)
    assert office.desk.retain("kari").originals == 0
    assert file.sha256 in originals(office)
    office.decide(second, ("kari", "reject"), reason="wrong-her-id: feil")
    office.later(days=366)
    assert office.desk.retain("kari").originals == 1
    assert file.sha256 not in originals(office)
    assert set(originals(office)) >= before - {file.sha256}
    assert office.desk.import_orders([], "kari").files == ()


def test_that_originals_with_a_national_identity_number_go_first(office):
    acknowledged(office)
    marked = office.order(
        contact=CONTACT, herId="8000002", comment="Gjelder 01817050006", category="Vaksine"
    )
    office.decide(marked, ("kari", "reject"), reason="wrong-her-id: feil")
    office.later(days=366)
    with office.office.store.write() as unit:
        unit.retention.delete_contact(unit.retention.due(office.now.replace(year=2099)), office.now)
        due = unit.retention.due_originals()
    assert [one.is_marked for one in due] == sorted((one.is_marked for one in due), reverse=True)
    report = office.desk.retain("kari")
    assert report.originals == 2
    assert report.marked == 1


def test_that_a_dry_run_only_tells(office):
    acknowledged(office)
    office.later(days=366)
    before, files = office.state(), originals(office)
    report = office.desk.retain("kari", dry_run=True)
    assert (report.orders, report.originals) == (1, 1)
    assert office.desk.would_retain("kari", 500).orders == 0
    assert office.desk.would_retain("kari", 30) == replace(report, days=30)
    assert (office.state(), originals(office)) == (before, files)


def test_that_never_is_never_and_another_time_another(office):
    reference = acknowledged(office)
    office.later(days=3000)
    office.settings(contact_retention_days=0)
    assert office.desk.retain("kari").orders == 0
    assert contact_of(office, reference)[0]
    office.later(days=30)  # the clock has stood by its leap
    office.settings(contact_retention_days=3031)
    assert office.desk.retain("kari").orders == 0
    office.settings(contact_retention_days=3029)
    assert office.desk.retain("kari").orders == 1


def test_that_what_is_on_its_way_keeps_its_contact(office):
    references = [office.order(contact=CONTACT)]
    second = office.order(contact=CONTACT, herId="8000002")
    office.approve(second)
    office.export()
    references.append(second)
    office.later(days=3000)
    assert office.desk.retain("kari").orders == 0
    assert all(contact_of(office, one)[0] for one in references)


def test_that_notes_lose_the_names_and_drafts_go(office):
    reference = acknowledged(office)
    office.desk.add_note(reference, "Snakket med Oda Hemmelig på 98765432", "kari")
    office.desk.save_draft(reference, "note", "Oda Hemmelig sa", "kari")
    office.later(days=366)
    report = office.desk.retain("kari")
    assert (report.kinds["note"], report.kinds["draft"]) == (1, 1)
    with office.office.store.read() as unit:
        (text,) = unit._connection.exec_driver_sql("SELECT text FROM note").scalars()
        assert text == "Snakket med […] på […]"
        assert unit._connection.exec_driver_sql("SELECT count(*) FROM draft").scalar() == 0


def test_that_a_file_that_was_left_by_a_stop_goes_the_next_time(office):
    reference = acknowledged(office)
    sha256 = office.get(reference).source_sha256
    kept = office.office.workspace.originals / sha256
    content = kept.read_bytes()
    office.later(days=366)
    office.desk.retain("kari")
    assert not kept.exists()
    kept.write_bytes(content)
    office.desk.would_retain("kari", 30)
    assert kept.exists()  # who only asks deletes nothing
    office.desk.retain("kari")
    assert not kept.exists()


def test_that_what_is_stored_about_a_person_is_told(office):
    reference = acknowledged(office)
    office.desk.add_note(reference, "Oda svarte", "kari")
    for text in ("oda hemmelig", "ODA.HEMMELIG@example.no", "987 65 432"):
        found = office.desk.about_person(text, "kari")
        assert [one["reference"] for one in found["orders"]] == [reference]
        assert found["orders"][0]["contact_phone"] == "98765432"
        assert [one["text"] for one in found["notes"]] == ["Oda svarte"]
        assert len(found["originals"]) == 1
    asked = [e for e in office.desk.audit_events() if e.action == "person-exported"]
    assert len(asked) == 3
    assert not [s for s in SECRETS if s in json.dumps([dict(e.details) for e in asked])]
    caseworker = office.desk.about_person("Kari", "kari")
    assert (len(caseworker["keys"]), len(caseworker["decisions"])) == (1, 1)
    office.later(days=366)
    office.desk.retain("kari")
    after = office.desk.about_person("oda hemmelig", "kari")
    assert not after["orders"]
    assert not after["originals"]


@pytest.mark.parametrize("text", ["", "  ", "ab"])
def test_that_nobody_is_looked_for_with_next_to_nothing(office, text):
    with pytest.raises(UsageError):
        office.desk.about_person(text, "kari")

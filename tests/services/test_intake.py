"""Intake: every file in one place, nothing lost, nothing twice; an answer replaces what waited."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import timedelta
from email.message import EmailMessage

import pytest

from timebok_desktop.domain.errors import CancelledError, NotFoundError, UnavailableError
from timebok_desktop.services import intake, then_verify
from timebok_desktop.services.views import OrderQuery


def mail(*attachments, body="Vedlagt."):
    message = EmailMessage()
    message["From"] = "oda@example.no"
    message["To"] = "desk@example.no"
    message["Subject"] = "Bestilling"
    message.set_content(body)
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="json", filename=name)
    return message.as_bytes()


def test_that_orders_get_references_in_the_order_of_the_file(office, make_order):
    report = office.take(make_order(), make_order(herId="8000002"))
    (file,) = report.files
    assert (file.outcome, file.format) == ("imported", "json")
    assert file.orders == ("RTB-2026-000001", "RTB-2026-000002")
    assert (report.accepted, report.refused, report.duplicates) == (2, 0, 0)
    order = office.get("RTB-2026-000002")
    assert (order.source_sha256, order.places["her_id"]) == (file.sha256, "/orders/1/herId")
    assert office.desk.original(file.sha256) == (office.folder / order.source_name).read_bytes()
    with pytest.raises(NotFoundError):
        office.desk.original("00")


def test_that_the_year_of_a_reference_is_the_norwegian_one(office, make_order):
    office.now = office.now.replace(month=12, day=31, hour=23, minute=30)
    assert office.order(verify=False) == "RTB-2027-000001"


def test_that_the_same_file_comes_in_once(office, make_order):
    path = office.file([make_order()])
    first = office.desk.import_orders([path, path], "kari")
    assert (first.accepted, first.duplicates) == (1, 0)
    before = office.state()
    copy = office.file(path.read_bytes(), "kopi.json")
    report = office.desk.import_orders([copy], "ola")
    assert (report.accepted, report.duplicates, report.files[0].outcome) == (0, 1, "duplicate")
    assert office.state() == before


def test_that_what_cannot_be_read_as_an_order_is_refused_with_its_place(office, make_order):
    report = office.take(make_order(), make_order(herId=None), make_order(kind="kanskje"))
    (file,) = report.files
    assert (file.outcome, report.accepted, report.refused) == ("partly", 1, 2)
    places = [problem.at for problem in file.problems if problem.refuses]
    assert places == ["/orders/1/herId", "/orders/2/kind"]


@pytest.mark.parametrize("content", [b"{", b"", b"\x00\x01\x02", b'{"orders": [{}]}', b"[]"])
def test_that_a_file_refused_whole_counts_one_and_says_why(office, content):
    report = office.desk.import_orders([office.file(content, "ordre.json")], "kari")
    (file,) = report.files
    assert (file.outcome, report.accepted, report.refused) == ("refused", 0, 1)
    assert [problem.refuses for problem in file.problems] == [True]
    assert office.desk.audit_events()[-1].action == "file-refused"
    again = office.desk.import_orders([office.folder / "ordre.json"], "kari")
    assert again.files[0].outcome == "refused"


def test_that_an_unreadable_file_does_not_stop_the_others(office, make_order):
    bad = office.file(b"{", "a.json")
    good = office.file([make_order()], "b.json")
    seen = []
    report = office.desk.import_orders([office.folder], "kari", lambda *p: seen.append(p))
    by_name = {file.path: file.outcome for file in report.files}
    assert (by_name[str(bad)], by_name[str(good)]) == ("refused", "imported")
    assert seen[-1] == (len(report.files), len(report.files))


def test_that_a_path_that_is_not_there_is_refused_and_the_others_taken(office, make_order):
    there = office.file([make_order()])
    report = office.desk.import_orders([office.folder / "nei", there], "kari")
    assert sorted(file.outcome for file in report.files) == ["imported", "refused"]
    assert (report.accepted, report.refused) == (1, 1)


def test_that_an_import_that_is_stopped_keeps_whole_files_only(office, make_order):
    office.file([make_order()], "a.json")
    office.file([make_order(), make_order(herId="8000002")], "b.json")
    paths = [office.folder / "a.json", office.folder / "b.json"]
    come: list[tuple[int, int]] = []
    asked = iter([False, True])
    with pytest.raises(CancelledError):
        office.desk.import_orders(
            paths, "kari", lambda *p: come.append(p), lambda: bool(come) and next(asked)
        )
    assert come == [(1, 2)]
    assert len(office.desk.order_ids(OrderQuery(), "kari")) == 1
    with pytest.raises(CancelledError):
        office.desk.import_orders(paths, "kari", cancelled=lambda: True)
    report = office.desk.import_orders(paths, "kari")
    assert (report.accepted, report.duplicates) == (2, 1)


def test_that_an_attachment_that_came_before_is_not_taken_again(office, make_order):
    content = json.dumps([make_order()]).encode()
    first = office.file(mail(("ordre.json", content)), "en.eml")
    report = office.desk.import_orders([first], "kari")
    assert (report.accepted, report.files[0].format) == (1, "mail")
    again = office.file(mail(("ordre.json", content), body="En gang til."), "to.eml")
    report = office.desk.import_orders([again], "kari")
    assert (report.accepted, report.duplicates, report.files[0].outcome) == (0, 1, "duplicate")
    assert [p.code for p in report.files[0].problems] == ["duplicate-attachment"]
    alone = office.desk.import_orders([office.file(content, "ordre.json")], "kari")
    assert alone.duplicates == 1
    more = json.dumps([make_order(herId="8000002")]).encode()
    both = office.file(mail(("ordre.json", content), ("ny.json", more)), "tre.eml")
    report = office.desk.import_orders([both], "kari")
    assert (report.accepted, report.duplicates, report.files[0].outcome) == (1, 0, "imported")


def test_that_a_repeated_attachment_with_mistakes_is_not_refused_again(office, make_order):
    content = json.dumps([make_order(), {"kind": "activate"}, 7]).encode()
    report = office.desk.import_orders([office.file(mail(("o.json", content)), "a.eml")], "kari")
    assert (report.accepted, report.refused) == (1, 2)
    again = office.file(mail(("o.json", content), body="Igjen."), "b.eml")
    report = office.desk.import_orders([again], "kari")
    assert (report.accepted, report.refused, report.duplicates) == (0, 0, 1)


def test_that_an_answer_supersedes_what_waited_for_it(office):
    waiting = office.order(externalReference="K-7", herId="8009999")
    office.decide(waiting, ("kari", "request-information"), reason="her-id")
    answer = office.order(externalReference="K-7")
    assert (office.status(waiting), office.status(answer)) == ("superseded", "received")
    assert office.desk.audit_events(waiting)[-1].details == {"by": answer}
    assert office.desk.audit_events(answer)[0].details["supersedes"] == [waiting]
    earlier = [row.reference for row in office.desk.case(answer, "kari").earlier]
    assert earlier == [waiting]


@pytest.mark.parametrize(
    "fields",
    [
        {"externalReference": "K-8"},
        {"externalReference": None},
        {"municipalityNumber": "0301", "organizationNumber": "958935420"},
    ],
)
def test_that_another_order_supersedes_nothing(office, fields):
    waiting = office.order(externalReference="K-7")
    office.decide(waiting, ("kari", "request-information"))
    office.order(**{"externalReference": "K-7", **fields})
    assert office.status(waiting) == "awaiting_information"


def test_that_the_same_organisation_is_the_same_sender(office):
    waiting = office.order(externalReference="K-7", municipalityNumber="9999")
    office.decide(waiting, ("kari", "request-information"))
    office.order(externalReference="K-7", municipalityNumber="8888")
    assert office.status(waiting) == "superseded"


def test_that_an_order_that_does_not_wait_is_not_superseded(office):
    first = office.order(externalReference="K-7")
    second = office.order(externalReference="K-7")
    assert office.status(first) == "received"
    assert office.rules(first) == office.rules(second) == ["DUPLICATE-ORDER"]


def test_that_the_neighbours_of_a_superseded_order_are_judged_again(office):
    waiting, neighbour = office.order(externalReference="K-7"), office.order()
    assert office.rules(neighbour) == ["DUPLICATE-ORDER"]
    office.decide(waiting, ("kari", "request-information"))
    office.order(externalReference="K-7", herId="8000002")
    assert office.rules(neighbour) == []


def test_that_the_inbox_is_emptied_into_its_subfolders(office, make_order, tmp_path):
    assert office.desk.take_inbox("kari").files == ()
    inbox = tmp_path / "innboks"
    inbox.mkdir()
    office.settings(inbox_folder=str(inbox))
    for name, content in (("god.json", json.dumps([make_order()])), ("feil.json", "{")):
        (inbox / name).write_text(content)
        os.utime(inbox / name, (1_700_000_000, 1_700_000_000))
    report = office.desk.take_inbox("kari")
    assert (report.accepted, report.refused, report.duplicates) == (1, 1, 0)
    assert [one for one in inbox.iterdir() if one.is_file()] == []
    assert len(list(inbox.rglob("*.json"))) == 2


def test_that_a_file_that_is_too_large_is_refused_and_the_others_taken(
    office, make_order, monkeypatch
):
    small, large = office.file([make_order()]), office.file(" " * 5000)
    monkeypatch.setattr(intake, "LARGEST_FILE", 4000)
    report = office.desk.import_orders([large, small], "kari")
    assert [file.outcome for file in report.files] == ["refused", "imported"]
    assert report.files[0].problems[0].code == "too-large"


def test_that_the_window_verifies_what_comes_in(bench, make_order, make_party, tmp_path):
    path = bench.file([make_order()])
    assert then_verify.import_orders(bench.desk, [path], "kari").accepted == 1
    assert then_verify.import_orders(bench.desk, [path], "kari").accepted == 0
    export = bench.file({"LastEventId": 1, "CommunicationParties": [make_party(8000001)]})
    assert bench.desk.overview().by_outcome == {"": 1}
    report = then_verify.import_registry(bench.desk, export, "kari")
    assert not report.supplemented
    assert report.verification.counts["clear"] == 1
    assert bench.desk.overview().by_outcome == {"clear": 1}
    bench.settings(verify_after_import=False, inbox_folder=str(tmp_path / "innboks"))
    (tmp_path / "innboks").mkdir()
    assert then_verify.take_inbox(bench.desk, "kari").accepted == 0
    waiting = tmp_path / "innboks" / "ny.json"
    waiting.write_text(json.dumps([make_order()]) + " ")
    os.utime(waiting, (1_700_000_000, 1_700_000_000))
    assert then_verify.take_inbox(bench.desk, "kari").accepted == 1
    # The new one is not verified; that it says the same is found on the old one at once.
    assert bench.desk.overview().by_outcome == {"warnings": 1, "": 1}


def test_that_the_window_verifies_a_file_with_its_import_unless_more_has_to_be(
    bench, make_order, make_party, monkeypatch
):
    export = bench.file({"LastEventId": 1, "CommunicationParties": [make_party(8000001)]})
    then_verify.import_registry(bench.desk, export, "kari")
    one = then_verify.import_orders(bench.desk, [bench.file([make_order()])], "kari")
    assert not one.any_waits
    assert bench.desk.overview().by_outcome == {"clear": 1}
    imported, verified = bench.desk.audit_events(limit=2)
    assert (imported.action, verified.action) == ("file-imported", "verified")
    assert verified.details["file"] == one.files[0].sha256
    assert verified.details["counts"] == {"clear": 1, "warnings": 0, "stopped": 0}
    bench.desk.import_orders([bench.file([make_order(herId="9")])], "kari")
    assert bench.desk.overview().by_outcome == {"clear": 1, "": 1}
    two = then_verify.import_orders(bench.desk, [bench.file([make_order()] * 2)], "kari")
    assert two.any_waits  # the one before; it is verified too
    assert bench.desk.overview().by_outcome == {"warnings": 3, "stopped": 1}
    bench.now += timedelta(days=1)  # what is known of parties is of another day
    three = then_verify.import_orders(bench.desk, [bench.file([make_order(herId="8")])], "kari")
    assert three.any_waits
    assert bench.desk.overview().by_outcome == {"warnings": 3, "stopped": 2}
    bench.now += timedelta(days=1)
    monkeypatch.setattr(intake, "_LARGE", 1)  # a large file has it worked out first
    four = then_verify.import_orders(bench.desk, [bench.file([make_order(herId="7")])], "kari")
    assert not four.any_waits
    assert bench.desk.overview().by_outcome == {"warnings": 3, "stopped": 3}


def test_that_numbers_and_texts_are_kept_as_they_were_sent(office, make_order):
    one = make_order(municipalityNumber=301, herId=8000001, kind="Bestilling")
    two = make_order(municipalityNumber="301", herId="8000001", language="Bokmål")
    (file,) = office.take(one, two).files
    for given, reference in zip((one, two), file.orders, strict=True):
        sent = office.get(reference).as_sent
        assert repr(sent["municipality_number"]) == repr(given["municipalityNumber"])
        assert repr(sent["her_id"]) == repr(given["herId"])
        assert (sent["kind"], sent["language"]) == (given["kind"], given["language"])


def test_that_an_original_is_kept_under_its_hash(office, make_order):
    content = json.dumps([make_order()]).encode()
    (file,) = office.desk.import_orders([office.file(content)], "kari").files
    assert file.sha256 == hashlib.sha256(content).hexdigest()


def test_that_a_disk_that_fails_at_the_original_takes_nothing_in(office, make_order, monkeypatch):
    path = office.file([make_order()])
    before = office.state()

    def fail(*_arguments):
        raise UnavailableError("Disken er full.", "Disken er full.")

    originals = type(office.desk._context.originals)
    for name in ("keep", "keep_file"):
        if hasattr(originals, name):
            monkeypatch.setattr(originals, name, fail)
    with pytest.raises(UnavailableError):
        office.desk.import_orders([path], "kari")
    assert office.state() == before

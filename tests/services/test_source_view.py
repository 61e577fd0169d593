"""The original is looked into at the very value: plain text, masked, logged, by another process."""

from __future__ import annotations

import io

import openpyxl
import pytest

from timebok_desktop.domain.errors import TimebokError, UnreadableError

PERSON = "01817050006"  # of a synthetic person: the month has 80 added
HEADER = ("Gjelder", "Kommunenummer", "HER-id", "Timebok-kategori", "Kommentar")
ROWS = (
    ("Bestilling", "1103", "8000001", "Lab", "først"),
    ("Bestilling", "1103", "8000002", "Vaksine", f"<b>gjelder</b> {PERSON}"),
)
MAIL = "\r\n".join(
    (
        "From: a@kommune.example",
        "Subject: Bestilling",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "Hei,",
        "",
        "Gjelder: Bestilling",
        "Kommunenummer: 1103",
        "HER-id: 8000002",
        "Timebok-kategori: Lab",
        f"Kommentar: pasient {PERSON}",
        "",
        "Hilsen Oda",
    )
)
HTML = (
    "From: a@kommune.example\r\nSubject: Bestilling\r\nContent-Type: text/html; charset=utf-8\r\n"
    "\r\n<table>"
    + "".join(
        f"<tr><td>{label}</td><td>{value.replace('<', '&lt;')}</td></tr>"
        for label, value in zip(HEADER, ROWS[1], strict=True)
    )
    + "</table>"
)


def csv_text():
    return "\r\n".join(";".join(row) for row in (HEADER, *ROWS))


def attached():
    return (
        "From: a@kommune.example\r\nSubject: Bestilling\r\n"
        'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nSe vedlegg, uke 47.\r\n"
        '--x\r\nContent-Type: text/csv; name="uke, 47.csv"\r\n'
        'Content-Disposition: attachment; filename="uke, 47.csv"\r\n\r\n'
        f"{csv_text()}\r\n--x--\r\n"
    )


def workbook():
    made = openpyxl.Workbook()
    for row in (("Bestillinger uke 47",), HEADER, *ROWS):
        made.active.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def last_of(office, name, content):
    (file,) = office.desk.import_orders([office.file(content, name)], "kari").files
    return file.orders[-1]


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("uke.csv", csv_text),
        ("uke.xlsx", workbook),
        ("html.eml", lambda: HTML),
        ("vedlegg.eml", attached),
    ],
)
def test_that_a_cell_is_shown_in_its_row_with_every_heading(office, name, make):
    reference = last_of(office, name, make())
    found = office.desk.source_view(reference, "her_id", "ola")
    assert found.lines[found.marked] == ("HER-id", "8000002")
    assert ("Timebok-kategori", "Vaksine") in found.lines
    assert found.name == name
    comment = office.desk.source_view(reference, "comment", "ola")
    assert comment.lines[comment.marked] == ("Kommentar", "<b>gjelder</b> ***********")


def test_that_a_line_of_a_mail_is_shown_with_the_lines_around_it(office):
    reference = last_of(office, "bestilling.eml", MAIL)
    found = office.desk.source_view(reference, "her_id", "ola")
    assert found.lines[found.marked] == ("5", "HER-id: 8000002")
    assert [label for label, _ in found.lines] == [str(number) for number in range(1, 10)]
    assert PERSON not in repr(found)
    comment = office.desk.source_view(reference, "comment", "ola")
    assert comment.lines[comment.marked] == ("7", "Kommentar: pasient ***********")


def test_that_a_value_in_json_is_shown_in_its_object(office):
    reference = office.order(comment=f"gjelder {PERSON}")
    found = office.desk.source_view(reference, "her_id", "ola")
    assert found.lines[found.marked] == ("herId", "8000001")
    assert ("comment", "gjelder ***********") in found.lines
    name = office.desk.source_view(reference, "contact_name", "ola")
    assert name.lines[name.marked] == ("name", "Oda Oppdiktet")


def test_that_every_look_is_logged_with_who_and_where(office):
    reference = office.order()
    office.desk.source_view(reference, "her_id", "ola")
    event = office.desk.audit_events(reference)[-1]
    assert (event.by, event.action, event.details["field"]) == ("ola", "original-viewed", "her_id")
    assert event.details["file"] == office.get(reference).source_sha256


def test_that_an_amended_field_is_shown_where_its_order_stands(office):
    reference = last_of(office, "uke.csv", csv_text())
    office.desk.amend(reference, {"her_id": "8000001"}, "rettet av kommunen", "kari")
    found = office.desk.source_view(reference, "her_id", "ola")
    assert found.lines[found.marked] == ("HER-id", "8000002")


def test_that_a_field_that_was_not_sent_marks_nothing(office):
    reference = last_of(office, "uke.csv", csv_text())
    found = office.desk.source_view(reference, "vendor", "ola")
    assert found.marked == -1
    assert ("HER-id", "8000002") in found.lines


def test_that_a_lost_original_is_told_and_nothing_is_logged(office):
    reference = office.order()
    before = office.state()
    (
        office.folder.parent / "workspace" / "originals" / office.get(reference).source_sha256
    ).unlink()
    with pytest.raises(TimebokError):
        office.desk.source_view(reference, "her_id", "ola")
    assert office.state() == before


def test_that_a_place_that_is_not_there_is_refused(office):
    content = csv_text().encode()
    with office.office.desk._context.order_reader.session() as reader:
        for place in ("row 99, HER-id", "line 3", "attachment x.csv, row 2, HER-id", "/a", ""):
            with pytest.raises(UnreadableError):
                reader.excerpt("uke.csv", content, place or "row 0", "her_id")

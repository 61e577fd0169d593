"""Orders in workbooks: which sheet, real cells, and guards against harmful archives."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

HEADER = ["Gjelder", "Kommunenummer", "HER-id", "Timebok-kategori", "Ønsket dato"]
ROW = ["Bestilling", 301, 1234, "Lab", None]


def repacked(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """The archive with something replaced in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as fresh:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == part:
                assert old in data
                data = data.replace(old, new, 1)
            fresh.writestr(member.filename, data)
    return target.getvalue()


def test_that_cells_come_as_what_they_are(workbook, read_orders) -> None:
    header = [*HEADER, "Har hatt mellomløsning", "Kommentar", "Referanse"]
    row = ["Bestilling", 301, 1234.0, "Lab", date(2026, 3, 1), True, 2.5, "  tekst "]
    values = read_orders("a.xlsx", workbook(Ark=[header, row])).order.values
    assert values["municipality_number"].value == 301
    assert type(values["her_id"].value) is int
    assert values["desired_from"].value in (date(2026, 3, 1), datetime(2026, 3, 1))  # noqa: DTZ001 - a cell has no zone
    assert values["had_interim_solution"].value is True
    assert values["comment"].value == 2.5
    assert values["external_reference"].value == "  tekst "
    assert values["desired_from"].place == "row 2, Ønsket dato"


def test_that_the_first_sheet_with_a_header_is_read(workbook, read_orders) -> None:
    content = workbook(
        Forside=[["Bestillinger"]],
        Skjult=[HEADER, ["Endring", 301, 1, "Lab"]],
        Ark=[["Oslo"], [], HEADER, ROW],
        Siste=[HEADER, ["Endring", 301, 2, "Lab"]],
        hidden=["Skjult"],
    )
    order = read_orders("a.xlsx", content).order
    assert order.values["her_id"].value == 1234
    assert order.place == "row 4"


def test_that_a_formula_counts_with_the_value_it_was_saved_with(workbook, read_orders) -> None:
    content = repacked(
        workbook(Ark=[HEADER, ROW]),
        "xl/worksheets/sheet1.xml",
        b"<v>1234</v>",
        b"<f>1+1</f><v>4321</v>",
    )
    assert read_orders("a.xlsx", content).column("her_id") == [4321]


def test_that_a_sheet_without_header_is_refused(workbook, refusal_of) -> None:
    assert refusal_of("a.xlsx", workbook(Ark=[["Hei"]])).code == "no-header"
    assert refusal_of("a.xlsx", workbook(Ark=[["x"]] * 20 + [HEADER, ROW])).code == "no-header"


def test_that_two_far_apart_cells_are_refused_before_they_are_parsed(workbook, refusal_of) -> None:
    content = repacked(
        workbook(Ark=[HEADER, ROW]),
        "xl/worksheets/sheet1.xml",
        b"</sheetData>",
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )
    assert refusal_of("a.xlsx", content).code == "too-large"


def test_that_a_part_that_unpacks_to_very_much_is_refused(workbook, refusal_of) -> None:
    target = io.BytesIO(workbook(Ark=[HEADER, ROW]))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", b" " * (300 * 2**20))
    assert refusal_of("a.xlsx", target.getvalue()).code == "too-large"


def test_that_a_document_type_in_a_part_is_refused(workbook, refusal_of) -> None:
    content = repacked(
        workbook(Ark=[HEADER, ROW]),
        "xl/workbook.xml",
        b"<workbook ",
        b'<!DOCTYPE x [<!ENTITY a "b">]><workbook ',
    )
    assert refusal_of("a.xlsx", content).code == "damaged-workbook"


def test_that_a_workbook_behind_a_password_is_refused_as_such(refusal_of) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert refusal_of("a.xlsx", ole).code == "encrypted-workbook"
    assert refusal_of("a.csv", ole).code == "encrypted-workbook"


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"Hei", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
)
def test_that_what_is_no_workbook_is_refused_as_damaged(content: bytes, refusal_of) -> None:
    assert refusal_of("a.xlsx", content).code == "damaged-workbook"


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_that_half_a_workbook_is_refused_as_damaged(kept: float, workbook, refusal_of) -> None:
    content = workbook(Ark=[HEADER, ROW])
    assert refusal_of("a.xlsx", content[: int(len(content) * kept)]).code == "damaged-workbook"


def test_that_a_formula_counts_with_its_saved_value_and_is_told(read_orders) -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["HER-id", "Gjelder"])
    sheet.write_formula(1, 0, "=1230+4", value=1234)
    sheet.write(1, 1, "Bestilling")
    sheet.write_formula(2, 0, "=1230+5", value=1235)
    book.close()
    answer = read_orders("a.xlsx", target.getvalue())
    assert answer.column("her_id") == [1234, 1235]
    assert answer.notes == [("cell A2", "formula")]
    assert answer.problems[0].phrase.values == {"count": 2}

"""A file's format is known by its first bytes, then its name, then what it looks like."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.files.orders import OrderFileReader
from timebok_desktop.services.reading_limits import SAFE_LIMITS

CSV = b"HER-id;Gjelder\n1234;Bestilling\n"
JSON = b'\xef\xbb\xbf {"herId": 1234}'
MAIL = b"From: kari@kommune.example\r\nSubject: Bestilling\r\n\r\nHER-id: 1234\r\n"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("bestilling.json", b"", "json"),
        ("BESTILLING.CSV", b"", "csv"),
        ("bestilling.tsv", b"", "csv"),
        ("bestilling.eml", b"", "mail"),
        ("bestilling.xlsx", b"", "xlsx"),
        ("bestilling", JSON, "json"),
        ("bestilling.txt", b" [1]", "json"),
        ("bestilling.txt", CSV, "csv"),
        ("bestilling.txt", MAIL, "mail"),
    ],
)
def test_that_the_extension_decides_and_else_the_content(
    name: str, content: bytes, expected: str
) -> None:
    assert OrderFileReader().recognise(name, content) == expected


@pytest.mark.parametrize("name", ["bestilling.csv", "bestilling.json", "bestilling"])
def test_that_a_workbook_is_read_as_one_whatever_it_is_called(name, workbook, read_orders) -> None:
    content = workbook(Ark=[["HER-id", "Gjelder"], [1234, "Bestilling"]])
    assert OrderFileReader().recognise(name, content) == "xlsx"
    assert read_orders(name, content).order.values["her_id"].place == "row 2, HER-id"


@pytest.mark.parametrize("content", [b"", b"Hei og hopp", b"%PDF-1.7", b"PK\x03\x04word/", b"\xff"])
def test_that_what_is_no_order_format_is_refused(content: bytes, refusal_of) -> None:
    assert refusal_of("brev.docx", content).code == "unknown-format"


def test_that_a_file_above_the_limit_is_refused_with_its_size() -> None:
    reader = OrderFileReader(replace(SAFE_LIMITS, file_size=1))
    with pytest.raises(UnreadableError) as caught:
        list(reader.read("stor.csv", CSV + b" " * 2**20))
    assert caught.value.code == "too-large"
    assert "2 MB; høyst 1 MB" in caught.value.text("nb")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tom.json", b"[]"),
        ("tom.json", b'{"schema": "timebok-order/1", "orders": []}'),
        ("tom.csv", b"HER-id;Gjelder\n;\n"),
        ("tom.eml", b"From: kari@kommune.example\r\n\r\nHei!\r\n"),
    ],
)
def test_that_a_file_without_any_order_is_refused(name: str, content: bytes, refusal_of) -> None:
    assert refusal_of(name, content).code == "no-order"


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (b'[{"herId": "' + "æ".encode() * 2**21, b'"}]', "json"),
        (CSV + "1;æ\n".encode() * 2**20, b"1;x\n", "csv"),
        (b"\x00" * 2**21, CSV, None),
    ],
)
def test_that_a_large_file_is_recognised_by_its_edges(
    begin: bytes, end: bytes, expected: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "stor"
    path.write_bytes(begin + end)
    if expected:
        assert OrderFileReader().recognise_file("stor", path) == expected
    else:
        with pytest.raises(UnreadableError) as caught:
            OrderFileReader().recognise_file("stor", path)
        assert caught.value.code == "unknown-format"


def test_that_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        OrderFileReader().recognise_file("a.csv", tmp_path / "a.csv")
    with pytest.raises(UnreadableError) as caught:
        OrderFileReader().recognise_file("a.csv", tmp_path)
    assert caught.value.code == "cannot-read"


@pytest.mark.parametrize("name", ["brev.csv", "brev.json", "brev.EML", "brev.tsv"])
@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"%PDF-1.7 HER-id;Gjelder", "PDF"), (b"PK\x03\x04word/", "ZIP"), (b"{\\rtf1 herId}", "RTF")],
)
def test_that_content_of_another_kind_than_the_name_is_refused_as_what_it_is(
    name: str, content: bytes, kind: str, refusal_of
) -> None:
    refusal = refusal_of(name, content)
    assert refusal.code == "content-not-as-named"
    assert f"({kind})" in refusal.text("nb")

"""Receipts are read strictly: what is not clear is a problem with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.files import receipts
from timebok_desktop.files.receipts import ReceiptFileReader, read_receipts
from timebok_desktop.services.ports_files import Receipt, ReceiptLine

FIRST = "4ee942a1-82e8-4657-b8ec-a5b9150d3f61"
SECOND = "5ee942a1-82e8-4657-b8ec-a5b9150d3f61"


def read(place: Path, content: str | bytes) -> tuple[Receipt, ...]:
    file = place / "receipt"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return ReceiptFileReader().read(file)


def problems(receipt: Receipt) -> list[tuple[str, str]]:
    return [(problem.at, problem.code) for problem in receipt.problems]


def test_that_a_json_receipt_is_read(tmp_path: Path) -> None:
    document = {
        "package": FIRST,
        "results": [
            {"reference": "RTB-2026-000001", "status": "ok"},
            {"reference": "RTB-2026-000002", "status": "failed", "message": "Ukjent HER-id"},
        ],
    }
    assert read(tmp_path, "\ufeff" + json.dumps(document)) == (
        Receipt(
            FIRST,
            (
                ReceiptLine("RTB-2026-000001", True, "", "/results/0"),
                ReceiptLine("RTB-2026-000002", False, "Ukjent HER-id", "/results/1"),
            ),
        ),
    )


def test_that_a_uuid_is_known_in_every_usual_spelling(tmp_path: Path) -> None:
    document = {"package": f"urn:uuid:{FIRST.upper()}", "results": []}
    assert read(tmp_path, json.dumps(document)) == (Receipt(FIRST, ()),)


@pytest.mark.parametrize(
    ("result", "at", "code"),
    [
        ("RTB-2026-000001", "/results/0", "missing-reference"),
        ({"status": "ok"}, "/results/0/reference", "missing-reference"),
        ({"reference": 7, "status": "ok"}, "/results/0/reference", "missing-reference"),
        ({"reference": "A", "status": "done"}, "/results/0/status", "bad-status"),
        ({"reference": "A", "status": True}, "/results/0/status", "bad-status"),
        ({"reference": "A"}, "/results/0/status", "bad-status"),
        ({"reference": "A", "status": "ok", "message": 7}, "/results/0/message", "bad-message"),
    ],
)
def test_that_an_unclear_result_is_a_problem_with_its_place(
    tmp_path: Path, result: Any, at: str, code: str
) -> None:
    good = {"reference": "B", "status": "failed"}
    (receipt,) = read(tmp_path, json.dumps({"package": FIRST, "results": [result, good]}))
    assert [line.reference for line in receipt.results] == ["B"]
    assert problems(receipt) == [(at, code)]
    phrase = receipt.problems[0].phrase
    assert phrase.text("nb") != phrase.text("nn")


def test_that_only_the_first_answer_for_an_order_counts(tmp_path: Path) -> None:
    results = [{"reference": "A", "status": "ok"}, {"reference": "A", "status": "failed"}]
    (receipt,) = read(tmp_path, json.dumps({"package": FIRST, "results": results}))
    assert [line.ok for line in receipt.results] == [True]
    assert problems(receipt) == [("/results/1", "repeated")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_a_table_may_hold_several_packages(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["Package", "REFERENCE", "status", "message"],
        [FIRST, "A", "OK", ""],
        [SECOND, "B", "failed", '"Ukjent; kode, 7"'],
        ["", "", "", ""],
        [FIRST, "C", "failed", "Æ"],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    assert read(tmp_path, text) == (
        Receipt(
            FIRST,
            (ReceiptLine("A", True, "", "row 2"), ReceiptLine("C", False, "Æ", "row 5")),
        ),
        Receipt(SECOND, (ReceiptLine("B", False, "Ukjent; kode, 7", "row 3"),)),
    )


def test_that_a_table_of_an_old_spreadsheet_is_read(tmp_path: Path) -> None:
    text = f"package;reference;status;message\n{FIRST};A;failed;Får ikke åpnet\n"
    (receipt,) = read(tmp_path, text.encode("cp1252"))
    assert receipt.results[0].message == "Får ikke åpnet"


def test_that_a_table_needs_no_message(tmp_path: Path) -> None:
    (receipt,) = read(tmp_path, f"reference,package,status\nA,{FIRST},ok\n")
    assert receipt.results == (ReceiptLine("A", True, "", "row 2"),)


def test_that_bad_rows_are_problems_with_their_places(tmp_path: Path) -> None:
    rows = f"package,reference,status\nx,A,ok\n{FIRST},B,ok\n{FIRST},C\n{FIRST},,ok\n{FIRST},D,?\n"
    (receipt,) = read(tmp_path, rows)
    assert [line.reference for line in receipt.results] == ["B"]
    assert sorted(problems(receipt)) == [
        ("row 2, package", "bad-package"),
        ("row 4", "bad-row"),
        ("row 5, reference", "missing-reference"),
        ("row 6, status", "bad-status"),
    ]


@pytest.mark.parametrize(
    ("content", "at"),
    [
        ("", ""),
        ("hello", "row 1"),
        ("package,reference\n", "row 1"),
        ("package,reference,status,status\n", "row 1"),
        ("package,reference,status\n", ""),
        ("package,reference,status\nx,A,ok\n", "row 2, package"),
        (f'package,reference,status\n{FIRST},"A', ""),
        ("{", ""),
        ("[]", ""),
        ('{"package":"x","results":[]}', "/package"),
        ('{"results":[]}', "/package"),
        (f'{{"package":"{FIRST}"}}', ""),
        (f'{{"package":"{FIRST}","results":[],"results":[]}}', ""),
    ],
)
def test_that_what_is_no_receipt_is_refused(tmp_path: Path, content: str, at: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(tmp_path, content)
    assert refused.value.at == at
    assert refused.value.text("nb") != refused.value.text("nn")


def test_that_a_receipt_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_receipts(tmp_path / "nowhere")
    with pytest.raises(UnavailableError):
        read_receipts(tmp_path)


def test_that_a_file_larger_than_any_receipt_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipts, "_LARGEST_FILE", 10)
    with pytest.raises(UnreadableError):
        read(tmp_path, f"package,reference,status\n{FIRST},A,ok\n")

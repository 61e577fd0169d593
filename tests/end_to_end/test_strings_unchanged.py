"""Every naughty string in every text field: kept, shown and handed on as it was sent.

The strings of the reference corpora, where these are beside the project, and our own markup.
"""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hostile.markup import corpus, markup
from timebok_desktop.domain.normalising import UNSTORABLE
from timebok_desktop.domain.odd_signs import odd_signs, spelled_out
from timebok_desktop.ui.orders.details import _values as shown_beside
from timebok_desktop.ui.orders.fields import field_rows

FORMULA_SIGNS = "=+-@\t\r"
FIELDS = {
    "municipalityName": "municipality_name",
    "form": "form",
    "vendor": "vendor",
    "system": "system",
    "comment": "comment",
    "externalReference": "external_reference",
}
CONTACT = ("name", "email", "phone", "role")
FAMILIES = ("naughty", "richtext", "filename", "formula", "bidi_invisible")


@pytest.fixture(scope="module")
def strings(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    found = [text for family in FAMILIES for text in corpus(family)]
    found += [text for _, text, *_ in corpus("confusables")]
    found += markup(tmp_path_factory.mktemp("felle") / "felle.png")
    found += [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "'=1",
        "''=1",
        "=cmd|' /C calc'!A0",
        "\u200b=1",
    ]
    return list(dict.fromkeys(text for text in found if text.strip()))


@pytest.fixture
def sent(timebok: Any, strings: list[str], tmp_path: Path) -> dict[str, str]:
    """The strings by the reference of the order that has each of them in every field."""
    orders = [
        {
            "kind": "activate",
            "municipalityNumber": "0301",
            "herId": "9001001",
            "category": "Lab",
            **dict.fromkeys(FIELDS, text),
            "contact": dict.fromkeys(CONTACT, text),
            "ukjent": text,
        }
        for text in strings
    ]
    path = tmp_path / "strings.json"
    path.write_text(json.dumps(orders), "utf-8")
    report = timebok("orders", "import", path, expect=None).document["files"][0]
    refused = [one for one in report["problems"] if one["refuses"]]
    storable = [text for text in strings if not UNSTORABLE.search(text)]
    assert {one["code"] for one in refused} <= {"control-character"}
    assert len(report["orders"]) == len(storable) == len(strings) - len(refused)
    return dict(zip(report["orders"], storable, strict=True))


def test_that_every_string_comes_back_as_it_was_sent(
    timebok: Any, sent: dict[str, str], tmp_path: Path
) -> None:
    from timebok_desktop.bootstrap import open_office  # noqa: PLC0415 - its libraries are heavy

    office = open_office(timebok.workspace)
    try:
        for reference, text in sent.items():
            case = office.desk.case(reference, "anna")
            order, bare = case.order, text.strip()
            for field in FIELDS.values():
                assert order.as_sent[field] == text
                assert getattr(order, field) == bare
            assert order.extras["ukjent"] == text
            assert [getattr(order.contact, name) for name in CONTACT] == [bare] * 4
            rows = {row.field: row.ordered for row in field_rows(case, "nb")}
            assert rows["vendor"] == rows["system"] == spelled_out(bare)
            beside = shown_beside(case)
            assert beside["comment"] == beside["external_reference"] == bare
            assert bool(beside["odd_signs"]) is bool(odd_signs(text))
    finally:
        office.close()
    _handed_on(timebok, sent, tmp_path)


def _handed_on(timebok: Any, sent: dict[str, str], tmp_path: Path) -> None:
    """Lists in every format: no live formula, and the same when another workspace takes them."""
    for extension in ("json", "csv", "xlsx"):
        path = tmp_path / f"liste.{extension}"
        timebok("orders", "save", path, "--sort", "reference")
        _require_no_formula(path)
        other = type(timebok)(tmp_path / extension, timebok._capture)
        other("init", "--plain")
        report = other("orders", "import", path, expect=None).document
        assert report["refused"] == 0, report["files"][0]["problems"][:3]
        assert report["accepted"] == len(sent)
        taken = report["files"][0]["orders"]
        for reference, text in zip(taken[::40], list(sent.values())[::40], strict=True):
            shown = other("orders", "show", reference).document
            assert [shown[name] for name in FIELDS.values() if name != "municipality_name"] == [
                text.strip()
            ] * (len(FIELDS) - 1)


def _require_no_formula(path: Path) -> None:
    if path.suffix == ".xlsx":
        (sheet,) = openpyxl.load_workbook(path).worksheets
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    if path.suffix == ".csv":
        text = io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")
        cells = [cell for row in csv.reader(text, delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell.startswith(tuple(FORMULA_SIGNS))]

"""A saved list comes back through our own import as it was, and is nothing but text."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.domain.normalising import normalise
from timebok_desktop.domain.order import FIELDS, Order, RawOrder, RawValue
from timebok_desktop.domain.order_labels import JSON_NAMES
from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.lists import csv_list
from timebok_desktop.files.lists.json_list import _members
from timebok_desktop.files.lists.writer import ListWriter
from timebok_desktop.files.orders import OrderFileReader
from timebok_desktop.files.safe_csv import protect

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "|calc",
    "'=1",
    "''-2",
    "\t=1",
    " =1",
    "\u200b=1",
    "＝1",
    "'",
    "''",
    '"=1"',
    "a;b",
    "a\r\nb",
    "a\nb",
    "x\x00y",
    "\x1f",
    "_x0041_",
    "_x005F_",
    "a_xb",
    "<b>&amp;</b>]]>",
    "%s # {0}",
    "Å Ø æ",
    "đ ŋ",
    "\u2028",
    "timebok-order/1",
]
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"), max_size=12
) | st.sampled_from(FORMULAS)
SENT = st.fixed_dictionaries(
    {
        name: TEXTS
        for name in FIELDS
        if name not in ("kind", "scheme", "had_interim_solution", "her_id", "category")
    }
    | {
        "kind": st.sampled_from(["Bestilling", "Endring", "Avslutning"]),
        "scheme": st.sampled_from(["", "Ressurstimebok", "Via behandler"]),
        "had_interim_solution": st.sampled_from(["", "Ja", "Nei"]),
        "municipality_number": st.sampled_from(["3405", "0301", "301"]) | TEXTS,
        "her_id": st.sampled_from(["8143043", "00012", "81 430 43"]) | TEXTS.filter(str.strip),
        "category": st.sampled_from(["Lab", "Koronavaksine"]) | TEXTS.filter(str.strip),
        "desired_from": st.sampled_from(["", "2026-12-01", "01.12.2026"]) | TEXTS,
        "submitted_at": st.sampled_from(["", "2026-10-02T08:12:00+02:00"]) | TEXTS,
        "language": st.sampled_from(["", "nb", "Nynorsk"]) | TEXTS,
        "organization_number": st.just("945578564"),
    }
)

SMALLEST = {
    "kind": "Bestilling",
    "organization_number": "945578564",
    "her_id": "8143043",
    "category": "Lab",
}


def order_of(raw: RawOrder) -> Order | None:
    order, _ = normalise(
        raw, reference="RTB-2026-000001", received_at=NOW, source_sha256="", source_name=""
    )
    return order


def sent(values: dict[str, Any]) -> Order | None:
    return order_of(
        RawOrder("row 1", {name: RawValue(value, name) for name, value in values.items()})
    )


def listed(order: Order) -> tuple[Any, ...]:
    contact = order.contact
    interim = order.had_interim_solution
    values = {
        **{name: getattr(order, name) for name in FIELDS if hasattr(order, name)},
        "kind": order.kind.value,
        "scheme": order.scheme.value,
        "contact_name": contact.name,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
        "contact_role": contact.role,
        "had_interim_solution": None if interim is None else int(interim),
        "desired_from": order.desired_from.isoformat() if order.desired_from else None,
        "submitted_at": order.submitted_at.isoformat() if order.submitted_at else None,
    }
    return (*(values[name] for name in FIELDS), 17)


def save(path: Path, orders: Sequence[Order], language: Language = "nb") -> Path:
    with ListWriter().new(path, language) as file:
        for order in orders:
            file.add([listed(order)])
        file.add([])
        file.finish()
        file.place()
    return path


def read(path: Path) -> list[Any]:
    return list(OrderFileReader().read(path.name, path.read_bytes()))


def what_it_says(order: Order | None) -> Order | None:
    return order and replace(order, as_sent={}, places={}, masked={}, extras={})


@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(values=st.lists(SENT, min_size=1, max_size=4), language=st.sampled_from(["nb", "nn"]))
def test_that_a_list_comes_back_as_it_was(
    tmp_path: Path, extension: str, values: list[dict[str, Any]], language: Language
) -> None:
    orders = [order for one in values if (order := sent(one))]
    assume(orders)  # those with control signs are refused
    items = read(save(tmp_path / f"list.{extension}", orders, language))
    assert all(isinstance(item, RawOrder) for item in items), items
    back = [what_it_says(order_of(item)) for item in items]
    assert back == [what_it_says(order) for order in orders]


def with_text(text: str) -> Order:
    order = sent(SMALLEST)
    assert order
    return replace(order, comment=text, vendor=text)


@pytest.mark.parametrize("text", FORMULAS)
def test_that_no_cell_of_a_workbook_is_a_formula(tmp_path: Path, text: str) -> None:
    path = save(tmp_path / "list.xlsx", [with_text(text)])
    (sheet,) = openpyxl.load_workbook(path).worksheets
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "inlineStr"}
    assert sheet.max_row == 2
    assert sheet.max_column == len(FIELDS)


@pytest.mark.parametrize("text", FORMULAS)
def test_that_no_cell_of_a_csv_begins_like_a_formula(tmp_path: Path, text: str) -> None:
    path = save(tmp_path / "list.csv", [with_text(text)])
    rows = list(
        csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
    )
    assert path.read_bytes().startswith(b"\xef\xbb\xbfGjelder;Ordning;")
    assert rows[1][FIELDS.index("comment")] == protect(text)
    assert {len(row) for row in rows} == {len(FIELDS) + 1}


@given(st.lists(TEXTS, min_size=1))
def test_that_a_row_written_at_a_glance_is_the_row_written_cell_by_cell(cells: list[str]) -> None:
    plainly = csv_list._written([*map(protect, cells), ""])
    assert csv_list._line(cells) == plainly


def test_that_an_apostrophe_in_a_file_of_others_stays(tmp_path: Path) -> None:
    path = tmp_path / "others.csv"
    path.write_text(
        "Gjelder;Kommunenummer;HER-id;Timebok-kategori;Kommentar\nEndring;3405;1;Lab;'=1\n", "utf-8"
    )
    (order,) = map(order_of, read(path))
    assert order
    assert order.comment == "'=1"


def test_that_json_bears_the_names_of_the_contract(tmp_path: Path) -> None:
    row = (*FIELDS[:14], 1, *FIELDS[15:], 17)
    members = _members(*row)
    for field, name in JSON_NAMES.items():
        above, _, last = name.rpartition("/")
        found: Any = members[above] if above else members
        assert found[last] == (True if field == "had_interim_solution" else field)
    path = save(tmp_path / "list.json", [with_text("x")])
    assert json.loads(path.read_bytes())["schema"] == "timebok-order/1"
    assert json.loads(save(tmp_path / "empty.json", []).read_bytes())["orders"] == []


def test_that_words_stand_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    order = replace(
        with_text("x"),
        scheme=Scheme.VIA_PRACTITIONER,
        kind=Kind.DEACTIVATE,
        had_interim_solution=True,
        desired_from=date(2026, 12, 1),
    )
    nb = save(tmp_path / "nb.csv", [order]).read_text("utf-8-sig")
    nn = save(tmp_path / "nn.csv", [order], "nn").read_text("utf-8-sig")
    assert "Har hatt mellomløsning" in nb
    assert "Avslutning;Via behandler" in nb
    assert "Har hatt mellomløysing" in nn
    assert "Avslutning;Via behandlar" in nn
    assert ";Ja;2026-12-01;" in nb


def test_that_a_list_that_is_not_placed_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text("before", "utf-8")
    with ListWriter().new(path, "nb") as file:
        file.add([listed(with_text("x"))])
        file.finish()
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
def test_that_a_list_that_breaks_off_leaves_nothing(tmp_path: Path, extension: str) -> None:
    def fail() -> None:
        with ListWriter().new(tmp_path / f"list.{extension}", "nb") as file:
            file.add([listed(with_text("x"))])
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("extension", ["json", "csv", "xlsx"])
def test_that_a_disk_that_refuses_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, extension: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(UnavailableError) as refused:
        save(tmp_path / f"list.{extension}", [with_text("x")])
    assert list(tmp_path.iterdir()) == []
    assert refused.value.text("nb") != refused.value.text("nn")


def test_that_a_folder_in_the_place_is_explained(tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(UnavailableError):
        save(tmp_path / "list.csv", [])


@pytest.mark.parametrize("name", ["list.txt", "list", "list.xls"])
def test_that_an_unknown_format_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError, match=r"\.json, \.csv, \.xlsx") as refused:
        save(tmp_path / name, [])
    assert refused.value.text("nb") != refused.value.text("nn")


def test_that_a_workbook_takes_no_more_rows_than_a_sheet_has(tmp_path: Path) -> None:
    with ListWriter().new(tmp_path / "list.xlsx", "nb") as file:
        file.expect(1_048_575)
        with pytest.raises(RefusedError, match="1048576") as refused:
            file.expect(1_048_576)
        assert refused.value.text("nb") != refused.value.text("nn")
    with ListWriter().new(tmp_path / "list.CSV", "nb") as file:
        file.expect(2_000_000)
        assert file.format == "csv"

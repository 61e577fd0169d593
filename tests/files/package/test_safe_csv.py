"""No cell of our tables is a live formula, and every text comes back as it was."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.files.safe_csv import protect, read_csv, unprotect, write_csv

FORMULA_SIGNS = "=+-@\t\r＝＋－＠"


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_that_a_cell_that_starts_like_a_formula_gets_an_apostrophe(sign: str) -> None:
    assert protect(f"{sign}1") == f"'{sign}1"
    assert unprotect(f"'{sign}1") == f"{sign}1"


@pytest.mark.parametrize("cell", [" =1+1", "\u200b=1+1", "\n=1", '"=1+1', "'=1+1", "\x00=1", "|x"])
def test_that_what_a_spreadsheet_skips_hides_no_formula(cell: str) -> None:
    assert protect(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Lillehammer", "'Skjema'", "1-2", "8143043", "Å=B", "'"])
def test_that_other_cells_stay_as_they_are(cell: str) -> None:
    assert protect(cell) == cell
    assert unprotect(cell) == cell


@given(st.text(alphabet=st.sampled_from("'\"=+-@\t\r\n ;,aæ\u200b＝")) | st.text())
def test_that_the_way_back_is_exact(cell: str) -> None:
    assert unprotect(protect(cell)) == cell
    assert not protect(cell).startswith(tuple(FORMULA_SIGNS))


encodable = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.lists(encodable, min_size=2, max_size=4), max_size=5))
def test_that_tables_come_back_equal(rows: list[list[str]]) -> None:
    assert list(read_csv(write_csv(rows))) == rows


def test_that_the_known_formulas_are_dead_and_come_back(reference_data: Path) -> None:
    strings = json.loads((reference_data / "corpora/strings.json").read_text("utf-8"))
    entries = [entry for name in strings for entry in strings[name]["strings"]]
    cells = [text for entry in entries for text in ([entry] if isinstance(entry, str) else entry)]
    cells = [text for text in cells if text.encode("utf-8", "ignore").decode() == text]
    content = write_csv([[cell, "x"] for cell in cells])
    live = [
        row[0]
        for row in csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
        if row[0].lstrip(' \u200b"').startswith(tuple(FORMULA_SIGNS))
    ]
    assert live == []
    assert [row[0] for row in read_csv(content)] == cells

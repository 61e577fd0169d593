"""The quick looks at a sheet come to the same as counting each of its cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.files.orders import workbook_guard as guard
from timebok_desktop.services.reading_limits import SAFE_LIMITS

COLUMNS = ["A", "Y", "Z", "AA", "AZ", "IV", "IW", "XFD"]
ROWS = [1, 9, 10, 23_437, 23_438, 99_999, 100_000, 199_999, 200_000, 200_001, 999_999, 1_048_576]
CELLS = st.lists(st.tuples(st.sampled_from(COLUMNS), st.sampled_from(ROWS)), min_size=1)
NAMES = {"A": 1, "Y": 25, "Z": 26, "AA": 27, "AZ": 52, "IV": 256, "IW": 257, "XFD": 16_384}


def sheet(cells: list[tuple[str, int]], prefix: str = "", quote: str = '"') -> bytes:
    inside = "".join(
        f"<{prefix}row r={quote}{row}{quote}><{prefix}c r={quote}{column}{row}{quote} t={quote}s"
        f"{quote}><{prefix}v>0</{prefix}v></{prefix}c></{prefix}row>"
        for column, row in cells
    )
    return f"<{prefix}sheetData>{inside}</{prefix}sheetData>".encode()


@given(CELLS, st.sampled_from(["", "x:"]), st.sampled_from(['"', "'"]))
def test_that_a_sheet_is_too_large_whoever_wrote_it(
    cells: list[tuple[str, int]], prefix: str, quote: str
) -> None:
    rows, columns = max(row for _, row in cells), max(NAMES[column] for column, _ in cells)
    expected = rows > SAFE_LIMITS.rows or columns > SAFE_LIMITS.columns
    expected = expected or rows * columns > guard._MOST_CELLS
    assert guard._too_large(sheet(cells, prefix, quote), SAFE_LIMITS) is expected


def test_that_what_is_passed_at_a_glance_is_within_every_limit() -> None:
    assert SAFE_LIMITS.rows >= 199_999
    assert SAFE_LIMITS.columns >= 26
    assert guard._MOST_CELLS >= 199_999 * 26


@pytest.mark.parametrize("control", [b"\x00", b"\x1b", b"<!DOCTYPE x>", b"<!ENTITY a 'b'>"])
def test_that_control_signs_and_declarations_are_no_sheet(control: bytes) -> None:
    assert not guard._is_plain(b"<a>!</a>" + control)
    assert guard._is_plain(b"<a>! <!-- remark --></a>")


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("space", ["", " "])
def test_that_error_cells_are_read_as_text(quote: str, space: str) -> None:
    cell = f"<c r={quote}A1{quote} t{space}={space}{quote}e{quote}><v>#N/A</v></c>".encode()
    assert b'"str"' in guard._with_readable_errors(cell)
    text = b"<c r='A1' t='s'><v>e it's</v></c>"
    assert guard._with_readable_errors(text) == text

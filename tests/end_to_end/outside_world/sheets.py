"""Writers of CSV and XLSX order files; the bytes are the same at every run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter
from outside_world.labels import LABELS, labelled

NUMBERS = ("Kommunenummer", "Organisasjonsnummer", "HER-id")
CREATED = datetime(2024, 1, 1, tzinfo=UTC)


def csv_bytes(
    rows: list[dict[str, str]], delimiter: str, encoding: str, headers: list[str] | None = None
) -> bytes:
    columns = headers or columns_of(rows)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns])
    return text.getvalue().encode(encoding)


def columns_of(rows: list[dict[str, str]]) -> list[str]:
    known = list(LABELS.values())
    present = {column for row in rows for column in row}
    return [c for c in known if c in present] + sorted(present - set(known))


def order_rows(orders: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [labelled(fields) for fields in orders]


def xlsx_bytes(
    rows: list[dict[str, str]],
    *,
    title_rows: int = 0,
    cover_sheet: bool = False,
    numbers: Sequence[str] = NUMBERS,
) -> bytes:
    """A sheet with real numbers and dates, below a title or behind a cover sheet if asked."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    book.set_properties({"created": CREATED})
    if cover_sheet:
        book.add_worksheet("Forside").write(0, 0, "Bestillinger fra kommunene")
    sheet = book.add_worksheet("Bestillinger")
    dates = book.add_format({"num_format": "dd.mm.yyyy"})
    if title_rows:
        sheet.write(0, 0, "Bestilling av ressurstimebok")
    columns = columns_of(rows)
    for column, label in enumerate(columns):
        sheet.write_string(title_rows, column, label)
    for index, row in enumerate(rows):
        for column, label in enumerate(columns):
            _cell(sheet, title_rows + 1 + index, column, label, row.get(label, ""), dates, numbers)
    book.close()
    return memory.getvalue()


def _cell(
    sheet: Any, row: int, column: int, label: str, value: str, dates: Any, numbers: Sequence[str]
) -> None:
    if not value:
        return
    if label == "Ønsket dato":
        day, month, year = map(int, value.split("."))
        sheet.write_datetime(row, column, date(year, month, day), dates)
    elif label in numbers and value.isdecimal():
        sheet.write_number(row, column, int(value))
    else:
        sheet.write_string(row, column, value)

"""Orders as CSV and as XLSX workbooks, the way municipalities send them: mixed and untidy.

Every file can be read; the same orders give the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime

import xlsxwriter

from timebok_desktop.domain.order import FIELDS
from timebok_desktop.files.synthesis.spelling import (
    LABELS,
    NUMBER_FIELDS,
    as_text,
    texts,
    whole_number,
)
from timebok_desktop.services.synthesis.written import WrittenOrder

_CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
_HEADER_ROW = 2


def windows_csv(orders: Sequence[WrittenOrder]) -> bytes:
    """Semicolons and Windows-1252, numbers without leading zeros: a saved spreadsheet."""
    rows = [_without_leading_zeros(texts(order, norwegian_dates=True)) for order in orders]
    return _csv(rows, ";").encode("cp1252", errors="replace")


def comma_csv(orders: Sequence[WrittenOrder]) -> bytes:
    """Commas and UTF-8 with a byte order mark."""
    return _csv([texts(order) for order in orders], ",").encode("utf-8-sig")


def tab_csv(orders: Sequence[WrittenOrder]) -> bytes:
    """Tabs and plain UTF-8."""
    return _csv([texts(order, norwegian_dates=True) for order in orders], "\t").encode()


def workbook(orders: Sequence[WrittenOrder]) -> bytes:
    """A workbook with a title above the header, number cells and real date cells."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_numbers": False})
    book.set_properties({"created": _CREATED, "author": "Oppdiktet kommune"})
    dates = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet("Bestillinger")
    sheet.write_string(0, 0, "Bestilling av timebok på Helsenorge")
    for column, label in enumerate(LABELS):
        sheet.write_string(_HEADER_ROW, column, label)
    for row, order in enumerate(orders, start=_HEADER_ROW + 1):
        for column, field in enumerate(FIELDS):
            _write_cell(sheet, (row, column), order, field, dates)
    book.close()
    return content.getvalue()


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    cell: tuple[int, int],
    order: WrittenOrder,
    field: str,
    dates: xlsxwriter.format.Format,
) -> None:
    value = getattr(order, field)
    text = as_text(order, field)
    number = whole_number(text) if field in NUMBER_FIELDS else None
    if number is not None:
        sheet.write_number(*cell, number)
    elif isinstance(value, date) and not isinstance(value, datetime):
        sheet.write_datetime(*cell, value, dates)
    elif text:
        sheet.write_string(*cell, text)


def _csv(rows: Sequence[Sequence[str]], delimiter: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(LABELS)
    writer.writerows(rows)
    return text.getvalue()


def _without_leading_zeros(row: list[str]) -> list[str]:
    column = FIELDS.index("municipality_number")
    number = whole_number(row[column])
    return row if number is None else [*row[:column], str(number), *row[column + 1 :]]

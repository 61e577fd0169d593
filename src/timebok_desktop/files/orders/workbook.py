"""Orders in workbooks (xlsx): the first visible sheet that has a header row with HER-id.

A formula counts with the value it had when the file was saved; nothing is ever computed.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypeVar

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.order import SentValue
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.orders.file_format import FileFormat, InnerReader, Item
from timebok_desktop.files.orders.tabular import (
    HEADER_ROWS,
    Row,
    header_of,
    known_labels,
    no_header,
    orders_in,
)
from timebok_desktop.files.orders.workbook_guard import (
    SafeWorkbook,
    damaged,
    is_encrypted,
    safe_workbook,
    too_large,
)

Result = TypeVar("Result")

_EXACT = 2**53


def read(content: bytes, reader: InnerReader) -> Iterator[Item]:
    """The orders of a workbook, in its order."""
    safe, workbook, chosen, sheet, row = _opened(content, reader)
    first_column = sheet.start[1] if sheet.start else 0
    rows = _rows(sheet)
    number, cells = next(itertools.islice(rows, row, None))
    yield from orders_in(header_of(number, cells, first_column), rows)
    if safe.formulas:
        yield _formulas(safe.formulas, safe.first_formula)
    yield from _not_read(workbook, chosen)


def rows_of(content: bytes, reader: InnerReader) -> Iterator[tuple[int, Row]]:
    """The header row of the sheet with orders and every row below it, with their numbers."""
    _, _, _, sheet, row = _opened(content, reader)
    yield from itertools.islice(_rows(sheet), row, None)


def _opened(
    content: bytes, reader: InnerReader
) -> tuple[SafeWorkbook, CalamineWorkbook, int, CalamineSheet, int]:
    """The workbook, its sheet with orders, and how many rows stand above the header there."""
    safe = safe_workbook(content, reader.limits)
    left_out = partial(too_large, reader.limits) if safe.too_large else damaged
    workbook = _parsed(lambda: CalamineWorkbook.from_filelike(io.BytesIO(safe.content)), left_out)
    sheets = _sheets(workbook, left_out)
    found = next(((index, *table) for index, sheet in sheets if (table := _table(sheet))), None)
    if found is None:
        raise no_header()
    chosen, sheet, row = found
    return safe, workbook, chosen, sheet, row


def looks_like(content: bytes) -> bool:
    """Whether the content is a workbook by its first bytes, open or behind a password."""
    return (content.startswith(b"PK") and b"xl/" in content) or is_encrypted(content)


FORMAT = FileFormat((".xlsx", ".xlsm"), looks_like, read, signed=looks_like)


def _sheets(
    workbook: CalamineWorkbook, left_out: Callable[[], UnreadableError]
) -> Iterator[tuple[int, CalamineSheet]]:
    """The sheets that the sender sees; what is hidden was not meant for us."""
    for index, sheet in enumerate(workbook.sheets_metadata):
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet:
            yield index, _sheet(workbook, index, left_out)


def _not_read(workbook: CalamineWorkbook, chosen: int) -> Iterator[Problem]:
    """A note for each other sheet, hidden or not, that has a header row of the order form."""
    for index, sheet in enumerate(workbook.sheets_metadata):
        if index == chosen or sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            table = _table(_sheet(workbook, index, damaged))
        except UnreadableError:
            continue
        if table:
            yield _sheet_not_read(sheet.name)


def _formulas(count: int, first: str) -> Problem:
    return Problem(
        f"cell {first}" if first else "",
        "formula",
        Phrase(
            "Regnearket har formler ({count}). Verdien som sto i cellen da filen ble lagret, er "
            "brukt; ingenting er regnet ut på nytt.",
            "Reknearket har formlar ({count}). Verdien som stod i cella då fila vart lagra, er "
            "brukt; ingenting er rekna ut på nytt.",
            {"count": count},
        ),
        refuses=False,
    )


def _sheet_not_read(name: str) -> Problem:
    shown = mask(name)[0]
    return Problem(
        f"sheet {shown}",
        "sheet-not-read",
        Phrase(
            "Arket «{name}» ser også ut til å ha bestillinger, men bare det første synlige arket "
            "leses. Flytt arket til en egen fil hvis det skal med.",
            "Arket «{name}» ser òg ut til å ha bestillingar, men berre det første synlege arket "
            "blir lese. Flytt arket til ei eiga fil om det skal med.",
            {"name": shown},
        ),
        refuses=False,
    )


def _sheet(
    workbook: CalamineWorkbook, index: int, missing: Callable[[], UnreadableError]
) -> CalamineSheet:
    def load() -> CalamineSheet:
        return workbook.get_sheet_by_index(index)

    return _parsed(load, otherwise=missing)


def _table(sheet: CalamineSheet) -> tuple[CalamineSheet, int] | None:
    """The sheet and how many rows stand above its header row; None where it has none."""
    for row, (_, cells) in enumerate(itertools.islice(_rows(sheet), HEADER_ROWS)):
        if known_labels(cells):
            return sheet, row
    return None


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, Row]]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield number, [(cell or None) if type(cell) is str else _value(cell) for cell in cells]


def _value(cell: object) -> SentValue:
    """A cell that is no text as plain data: whole numbers without decimals."""
    if type(cell) is float:
        return int(cell) if -_EXACT < cell < _EXACT and cell.is_integer() else cell
    if isinstance(cell, (int, date)):
        return cell
    return str(cell)


def _parsed(parse: Callable[[], Result], otherwise: Callable[[], Exception] = damaged) -> Result:
    """What the parser makes of the file; a file that it cannot read is refused."""
    try:
        return parse()
    except (CalamineError, OSError, ValueError) as error:
        raise otherwise() from error
    except BaseException as error:
        # The parser's panics derive from BaseException and their class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise otherwise() from error

"""S11: reading an XLSX of up to 100,000 orders.

Ours is the reader of order files as the intake uses it, with every row normalised, validated and
made ready for the store, in another process where the reader starts one.
The baseline is openpyxl as its tutorial reads a workbook: `load_workbook`, then the bare values of
every row, with nothing made of them.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl

from benchmarks.plain_scan import tables_of
from benchmarks.plan import Plan
from benchmarks.records import Measured
from benchmarks.synthetic import taken_at, workbook_of
from benchmarks.timing import MICRO, in_turn, median
from benchmarks.workspaces import office
from timebok_desktop.domain.normalising import normalise
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import OrderFileReader


def measure(plan: Plan) -> list[Measured]:
    """The same file, ours and bare in turn."""
    path = workbook_of(plan)
    with office(plan.base) as opened:
        tables = tables_of(opened.desk)
    rows = _ours(path, tables)
    if rows != plan.leaving:
        return [Measured("read-xlsx", None, why=f"{rows} of {plan.leaving} orders were read")]
    ours, theirs = in_turn(plan.heavy_rounds, lambda: _ours(path, tables), lambda: _openpyxl(path))
    each = MICRO / rows
    return [Measured("read-xlsx", median(ours) * each, median(theirs) * each, f"{rows:,} rows")]


def _ours(path: Path, tables: ReferenceTables) -> int:
    """Read and validate; how many orders stand in the file."""
    prepare = getattr(OrderFileReader(), "prepare", None)
    if prepare is not None:
        batches = prepare(path.name, path, tables, taken_at().date())
        return sum(len(batch) for batch in batches if isinstance(batch, list))
    found = 0
    for item in OrderFileReader().read(path.name, path.read_bytes()):
        if isinstance(item, RawOrder):
            order, _ = normalise(
                item, reference="", received_at=taken_at(), source_sha256="", source_name=""
            )
            found += order is not None
    return found


def _openpyxl(path: Path) -> int:
    book = openpyxl.load_workbook(path)
    found = sum(1 for row in book.worksheets[0].iter_rows(values_only=True) if any(row))
    book.close()
    return found

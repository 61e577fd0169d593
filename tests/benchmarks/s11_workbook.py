"""S11: reading an XLSX of up to 100,000 orders.

Ours is the reader of order files as the intake uses it, with every row normalised and validated.
The baseline is openpyxl in its read-only mode, going over the bare values of all cells: its
fastest way, with nothing made of them.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl

from benchmarks.plan import Plan
from benchmarks.records import Measured
from benchmarks.synthetic import taken_at, workbook_of
from benchmarks.timing import MICRO, in_turn, median
from timebok_desktop.domain.normalising import normalise
from timebok_desktop.domain.order import RawOrder
from timebok_desktop.files.orders import OrderFileReader


def measure(plan: Plan) -> list[Measured]:
    """The same file, ours and bare in turn."""
    path = workbook_of(plan)
    rows = _ours(path)
    if rows != plan.leaving:
        return [Measured("read-xlsx", None, why=f"{rows} of {plan.leaving} orders were read")]
    ours, theirs = in_turn(plan.heavy_rounds, lambda: _ours(path), lambda: _openpyxl(path))
    each = MICRO / rows
    return [Measured("read-xlsx", median(ours) * each, median(theirs) * each, f"{rows:,} rows")]


def _ours(path: Path) -> int:
    """Read and validate; how many orders stand in the file."""
    found = 0
    for item in OrderFileReader().read(path.name, path.read_bytes()):
        if isinstance(item, RawOrder):
            order, _ = normalise(
                item, reference="", received_at=taken_at(), source_sha256="", source_name=""
            )
            found += order is not None
    return found


def _openpyxl(path: Path) -> int:
    book = openpyxl.load_workbook(path, read_only=True)
    found = sum(1 for row in book.worksheets[0].iter_rows(values_only=True) if any(row))
    book.close()
    return found

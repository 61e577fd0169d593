"""S9: saving a list of up to 100,000 orders as JSON, CSV and XLSX.

Ours is `save_list`, from the store to the file in its place. The baselines read the same number of
rows of 25 texts from the plain table through the bare driver and hand them to `orjson.dumps` (one
object an order), `csv.writer` and `xlsxwriter` with constant memory; they neither guard against
formulas nor sync. Memory is what the resident size rises by during the dearest of the three, beside
fetching all rows into a list.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import orjson
import xlsxwriter

from benchmarks import bare
from benchmarks.memory import peak_above_now
from benchmarks.plan import USER, Plan
from benchmarks.records import NOT_YET, Measured
from benchmarks.synthetic import COLUMNS
from benchmarks.timing import MICRO, in_turn, median
from benchmarks.workspaces import office
from timebok_desktop.services.views import OrderQuery

_ROWS = f"SELECT {','.join(COLUMNS)} FROM orders ORDER BY id LIMIT ?"  # noqa: S608
_FORMATS = ("json", "csv", "xlsx")


def measure(plan: Plan) -> list[Measured]:
    """Each format, ours and bare in turn."""
    out = plan.folder / "lists"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    with office(plan.full) as opened, closing(bare.connect(plan.bare)) as connection:
        save = _saver(plan, opened.desk)
        if save is None:
            why = f"{NOT_YET}: the desk cannot save a list"
            keys = [*(f"save-{name}" for name in _FORMATS), "save-memory"]
            return [Measured(key, None, why=why) for key in keys]
        found = [_saved(plan, name, save, connection, out) for name in _FORMATS]
        found.append(_memory(plan, save, connection, out))
    shutil.rmtree(out)
    return found


Save = Callable[[Path], Any]


def _saver(plan: Plan, desk: Any) -> Save | None:
    """The desk's door for saving the first orders of the queue into a file."""
    door = getattr(desk, "save_list", None)
    if door is None:
        return None
    everything = plan.leaving >= plan.size
    ids = None if everything else desk.order_ids(OrderQuery(), USER)[: plan.leaving]
    return partial(_save, door, ids)


def _save(door: Any, ids: Any, path: Path) -> None:
    saved = door(path, OrderQuery(), USER, ids=ids)
    if ids is not None and saved != len(ids):
        message = f"{saved} orders were saved, not {len(ids)}"
        raise AssertionError(message)


def _saved(plan: Plan, name: str, save: Save, connection: Any, out: Path) -> Measured:
    bare_way = {"json": _bare_json, "csv": _bare_csv, "xlsx": _bare_xlsx}[name]
    ours, theirs = in_turn(
        plan.heavy_rounds,
        lambda: save(out / f"ours.{name}"),
        lambda: bare_way(plan, connection, out / f"bare.{name}"),
    )
    each = MICRO / plan.leaving
    return Measured(f"save-{name}", median(ours) * each, median(theirs) * each)


def _memory(plan: Plan, save: Save, connection: Any, out: Path) -> Measured:
    peaks = {name: peak_above_now(partial(save, out / f"memory.{name}")) for name in _FORMATS}
    known = {name: peak for name, peak in peaks.items() if peak is not None}
    if not known:
        return Measured("save-memory", None, why="this system does not tell peaks")
    dearest = max(known, key=lambda name: known[name])
    rows = peak_above_now(lambda: connection.execute(_ROWS, (plan.leaving,)).fetchall())
    return Measured("save-memory", known[dearest], rows, f"dearest: {dearest}")


def _bare_json(plan: Plan, connection: Any, path: Path) -> None:
    rows = connection.execute(_ROWS, (plan.leaving,))
    path.write_bytes(orjson.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows]))


def _bare_csv(plan: Plan, connection: Any, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(connection.execute(_ROWS, (plan.leaving,)))


def _bare_xlsx(plan: Plan, connection: Any, path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet()
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name)
    for row, values in enumerate(connection.execute(_ROWS, (plan.leaving,)), 1):
        for column, value in enumerate(values):
            sheet.write_string(row, column, value)
    book.close()

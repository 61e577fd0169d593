"""Synthetic worlds from `timebok synthesize`, kept for the next run, and their orders as rows."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import timebok_desktop
from benchmarks.plan import ADDED_FILES, Plan

FORMATS = ("json-list", "csv-comma")
"""Half of the orders come as JSON, half as CSV."""
_GENERATORS = ("services/synthesis", "files/synthesis")
_PACKAGE = Path(timebok_desktop.__file__).parent
_SHEET_PARTIES = 2000

COLUMNS = (
    "reference",
    "status",
    "outcome",
    "kind",
    "scheme",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_role",
    "had_interim_solution",
    "desired_from",
    "language",
    "comment",
    "external_reference",
    "submitted_at",
    "received_at",
    "holder",
)
"""The 25 columns of an order as plain text."""
Row = tuple[str, ...]

_JSON_NAMES = (
    "kind",
    "scheme",
    "municipalityNumber",
    "municipalityName",
    "organizationNumber",
    "herId",
    "category",
    "form",
    "vendor",
    "system",
    "name",
    "email",
    "phone",
    "role",
    "hadInterimSolution",
    "desiredFrom",
    "language",
    "comment",
    "externalReference",
    "submittedAt",
)
_OUTCOMES = ("clear", "clear", "clear", "warnings", "stopped")
_MUNICIPALITY, _REFERENCE = 2, 18


def taken_at() -> datetime:
    """When the world's registry extract was taken: this week's Monday.

    A world can be kept for a week, and its extract is never older than the program allows.
    """
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=today.weekday())


def world_of(plan: Plan) -> Path:
    """The world of a plan: made once a week for its seed, its numbers and its generator."""
    return _kept(plan, plan.orders_in_world, plan.parties, FORMATS, per_file=plan.per_file)


def workbook_of(plan: Plan) -> Path:
    """One XLSX file with as many orders as leave in a package."""
    world = _kept(plan, plan.leaving, _SHEET_PARTIES, ("xlsx",), per_file=plan.leaving)
    (path,) = (world / "orders").iterdir()
    return path


def order_files(world: Path) -> tuple[list[Path], list[Path]]:
    """The files that fill a store, and those that are added to the full one."""
    files = sorted((world / "orders").iterdir())
    return files[:-ADDED_FILES], files[-ADDED_FILES:]


def registry_file(world: Path) -> Path:
    """The world's registry export."""
    (path,) = (world / "registry").iterdir()
    return path


def rows_of(path: Path) -> Iterator[Row]:
    """The orders of a file as plain rows of 25 texts, read without the product."""
    values = _of_json(path) if path.suffix == ".json" else _of_csv(path)
    received = "2026-03-02T08:00:00.000000Z"
    for told in values:
        serial = int(told[_REFERENCE].removeprefix("SYN-"))
        padded = [*told]
        padded[_MUNICIPALITY] = padded[_MUNICIPALITY] and padded[_MUNICIPALITY].zfill(4)
        first = (f"RTB-2026-{serial:06}", "received", _OUTCOMES[serial % len(_OUTCOMES)])
        yield (*first, *padded, received, "")


def _of_json(path: Path) -> Iterator[tuple[str, ...]]:
    for order in json.loads(path.read_bytes()):
        flat = {**order, **order.get("contact", {})}
        yield tuple(str(flat.get(name, "")) for name in _JSON_NAMES)


def _of_csv(path: Path) -> Iterator[tuple[str, ...]]:
    rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    next(rows)
    yield from (tuple(row) for row in rows)


def _kept(
    plan: Plan, orders: int, parties: int, formats: tuple[str, ...], *, per_file: int
) -> Path:
    moment = taken_at()
    name = (
        f"world-{orders}-{parties}-{'-'.join(formats)}-{per_file}-seed{plan.seed}"
        f"-{_generator_mark()}-{moment:%Y%m%d}"
    )
    place = plan.cache / name
    if place.is_dir():
        return place
    beside = plan.cache / f"{name}.part"
    shutil.rmtree(beside, ignore_errors=True)
    words = [sys.executable, "-m", "timebok_desktop", "synthesize", "--out", str(beside)]
    words += ["--orders", str(orders), "--parties", str(parties), "--seed", str(plan.seed)]
    words += ["--per-file", str(per_file), "--taken-at", moment.isoformat()]
    for one in formats:
        words += ["--order-format", one]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    beside.replace(place)
    return place


def _generator_mark() -> str:
    """Changes with the program's version and with what makes the worlds."""
    mark = zlib.crc32(timebok_desktop.__version__.encode())
    for folder in _GENERATORS:
        for path in sorted((_PACKAGE / folder).rglob("*.py")):
            mark = zlib.crc32(path.read_bytes(), mark)
    return f"{mark:08x}"

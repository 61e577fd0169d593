"""A world's folder: registry, orders, tables, set-ups and answers, written piece by piece.

Takes what it is given and judges nothing; a folder that is in use is left alone.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.files.synthesis.order_files import OrderFile
from timebok_desktop.files.synthesis.registry_files import REGISTRY_WRITERS, registry_content
from timebok_desktop.services.synthesis.draft import BaseConfiguration
from timebok_desktop.services.synthesis.written import Surroundings, TableRows, WrittenOrder

_CONFIGURATION_COLUMNS = (
    "municipality_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "valid_from",
)


@dataclass(frozen=True, slots=True)
class WorldSummary:
    """What was written: numbers, and how many orders fire each rule."""

    folder: str
    orders: int
    clean_orders: int
    parties: int
    configurations: int
    order_files: int
    orders_by_rule: dict[str, int]


def write_folder(
    out: Path,
    world: Surroundings,
    files: Iterable[OrderFile],
    registry_format: str = "legacy",
) -> WorldSummary:
    """Write everything below `out`, which must be empty or absent."""
    try:
        _refuse_what_is_in_use(out)
        return _write(out, world, files, registry_format)
    except OSError as error:
        raise UnavailableError(
            "Kan ikke skrive i {path} ({why}). Det som er skrevet, er ufullstendig: slett mappen "
            "og prøv igjen et annet sted.",
            "Kan ikkje skrive i {path} ({why}). Det som er skrive, er ufullstendig: slett mappa "
            "og prøv igjen ein annan stad.",
            path=out,
            why=error.strerror or type(error).__name__,
        ) from error


def _refuse_what_is_in_use(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise RefusedError(
            "{path} er ikke en tom mappe. Velg en ny eller tom mappe.",
            "{path} er ikkje ei tom mappe. Vel ei ny eller tom mappe.",
            path=out,
        )


def _write(
    out: Path, world: Surroundings, files: Iterable[OrderFile], registry_format: str
) -> WorldSummary:
    for name in ("registry", "orders", "tables"):
        (out / name).mkdir(parents=True, exist_ok=True)
    with (out / "registry" / REGISTRY_WRITERS[registry_format].file_name).open("wb") as file:
        file.writelines(registry_content(registry_format, world))
    for name, rows in sorted(world.tables.items()):
        (out / "tables" / f"{name}.csv").write_bytes(_csv(rows))
    configurations = (_CONFIGURATION_COLUMNS, *(_configuration(base) for base in world.bases))
    (out / "configurations.csv").write_bytes(_csv(configurations))
    count = _Count()
    with (out / "answers.json").open("wb") as answers:
        _write_orders(out, world, files, answers, count)
    return WorldSummary(
        folder=str(out),
        orders=count.orders,
        clean_orders=count.clean,
        parties=len(world.parties),
        configurations=len(world.bases),
        order_files=count.files,
        orders_by_rule=dict(sorted(count.rules.items())),
    )


class _Count:
    """What has been written so far."""

    def __init__(self) -> None:
        self.orders = self.clean = self.files = 0
        self.rules: Counter[str] = Counter()

    def take(self, order: WrittenOrder) -> None:
        self.orders += 1
        self.clean += not order.rules
        self.rules.update(order.rules)


def _write_orders(
    out: Path,
    world: Surroundings,
    files: Iterable[OrderFile],
    answers: BinaryIO,
    count: _Count,
) -> None:
    answers.write(f'{{"taken_at": "{world.taken_at.isoformat()}",\n"orders": [\n'.encode())
    for file in files:
        (out / "orders" / file.name).write_bytes(file.content)
        count.files += 1
        answers.writelines(_answers(file, count))
    answers.write(b"\n]}\n")


def _answers(file: OrderFile, count: _Count) -> Iterator[bytes]:
    for order in file.orders:
        separator = ",\n" if count.orders else ""
        count.take(order)
        answer = {
            "external_reference": order.external_reference,
            "municipality_number": order.municipality_number,
            "organization_number": order.organization_number,
            "her_id": int(order.her_id) if is_digits(order.her_id) else order.her_id,
            "category": order.category,
            "kind": order.kind,
            "form": order.form,
            "file": f"orders/{file.name}",
            "rules": sorted(order.rules),
        }
        yield (separator + json.dumps(answer, ensure_ascii=False)).encode()


def _configuration(base: BaseConfiguration) -> tuple[str, ...]:
    return (
        base.municipality_number,
        str(base.her_id),
        base.category,
        base.form,
        base.vendor,
        base.system,
        base.valid_from.isoformat(),
    )


def _csv(rows: TableRows) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()

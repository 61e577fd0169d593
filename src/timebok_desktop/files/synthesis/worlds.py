"""Writes a synthetic world into a folder, from the shipped tables and a seed.

The same arguments give the same bytes. What the orders must fire is decided by the services.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from timebok_desktop.domain.errors import UsageError
from timebok_desktop.files.synthesis.folder import WorldSummary, write_folder
from timebok_desktop.files.synthesis.order_files import ORDER_FORMATS, order_files
from timebok_desktop.files.synthesis.registry_files import REGISTRY_FORMATS, REGISTRY_WRITERS
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.synthesis.geography import Geography, geography_of
from timebok_desktop.services.synthesis.tables import world_tables
from timebok_desktop.services.synthesis.world import World
from timebok_desktop.services.synthesis.written import Surroundings, written


def write_world(
    out: Path,
    *,
    orders: int,
    parties: int,
    seed: int,
    taken_at: datetime,
    registry_format: str = "legacy",
    order_formats: Sequence[str] | None = None,
    per_file: int | None = None,
) -> WorldSummary:
    """Write a world of so many orders and parties into `out`, a new or empty folder.

    Without `per_file`, the size of the world suggests how many orders stand in a file.
    """
    formats = tuple(order_formats or ORDER_FORMATS)
    _refuse_unknown(registry_format, REGISTRY_FORMATS)
    for name in formats:
        _refuse_unknown(name, ORDER_FORMATS)
    world = World(
        shipped_geography(),
        orders=orders,
        parties=parties,
        seed=seed,
        taken_at=taken_at,
        shape=REGISTRY_WRITERS[registry_format].shape,
    )
    surroundings = Surroundings(
        taken_at=taken_at,
        last_event_id=1_000_000 + abs(seed) % 1_000_000,
        parties=world.registry.parties,
        bases=world.bases,
        tables=world_tables(),
    )
    answered = (written(one.draft, one.rules) for one in world.orders())
    files = order_files(answered, orders, formats, per_file)
    return write_folder(out, surroundings, files, registry_format)


def shipped_geography() -> Geography:
    """The municipalities of the shipped tables."""
    return geography_of(_rows("municipalities"), _rows("municipality_history"))


def _rows(name: str) -> list[dict[str, str]]:
    path = resource_folder() / "tables" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _refuse_unknown(name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise UsageError(
            "Formatet «{name}» finnes ikke. Velg ett av {known}.",
            "Formatet «{name}» finst ikkje. Vel eit av {known}.",
            name=name,
            known=", ".join(known),
        )

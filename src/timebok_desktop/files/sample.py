"""Writes the shipped sample world: about fifty curated orders with every kind of finding.

Its data are in `resources/sample`; people, vendors and bodies in them are invented and say so.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from timebok_desktop.files.synthesis.folder import WorldSummary, write_folder
from timebok_desktop.files.synthesis.order_files import order_file
from timebok_desktop.files.synthesis.worlds import shipped_geography
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.synthesis.curated import CuratedWorld
from timebok_desktop.services.synthesis.tables import world_tables
from timebok_desktop.services.synthesis.written import Surroundings

_LAST_EVENT = 1_000_000


def write_sample(out: Path, now: datetime) -> WorldSummary:
    """Write the sample into `out`, a new or empty folder, as if it were made at `now`."""
    world = CuratedWorld(shipped_geography(), now)
    surroundings = Surroundings(
        taken_at=now.replace(microsecond=0),
        last_event_id=_LAST_EVENT,
        parties=world.parties(_data("parties")),
        bases=world.bases(_data("configurations")),
        tables=world_tables(),
    )
    files = (
        order_file(file.name, file.format, file.orders) for file in world.files(_data("orders"))
    )
    return write_folder(out, surroundings, files)


def _data(name: str) -> Any:
    path = resource_folder() / "sample" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))

"""Some municipalities of the shipped table with invented counts."""

from __future__ import annotations

import csv
from datetime import date

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.views import PlaceState

_COUNTS = {
    "0301": ({"stopped": 2, "clear": 4}, date(2026, 11, 9)),
    "3405": ({"warnings": 1}, date(2026, 11, 18)),
    "5501": ({"clear": 3, "": 1}, date(2026, 11, 19)),
    "1103": ({"warnings": 2, "clear": 1}, date(2026, 11, 6)),
}


def _place(row: dict[str, str]) -> PlaceState:
    counts, oldest = _COUNTS.get(row["municipality_number"], ({}, None))
    return PlaceState(
        row["municipality_number"],
        row["name"],
        tuple(row["official_names"].split("|")),
        row["county"],
        float(row["longitude"]),
        float(row["latitude"]),
        counts,
        {},
        oldest,
    )


def _places() -> tuple[PlaceState, ...]:
    path = resource_folder() / "tables" / "municipalities.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_place(row) for row in csv.DictReader(file))


PLACES = _places()
UNPLACED = PlaceState("", "", (), "", 0.0, 0.0, {"stopped": 3}, {}, date(2026, 11, 6))

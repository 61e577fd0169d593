"""The municipalities a synthetic world is set in, from the shipped tables.

Must not read files: the rows are handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality of today and the retired numbers of which it is the only successor."""

    number: str
    name: str
    organization_number: str
    retired_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Geography:
    """All places with an organisation number, and the numbers that lead to no single place."""

    places: tuple[Place, ...]
    split_numbers: tuple[str, ...]
    never_used_numbers: tuple[str, ...]

    def place(self, number: str) -> Place:
        """The place with this number of today."""
        return next(place for place in self.places if place.number == number)


def geography_of(
    municipality_rows: Iterable[Mapping[str, str]], history_rows: Iterable[Mapping[str, str]]
) -> Geography:
    """The geography of the two reference tables (only places with an organisation number)."""
    retired: dict[str, list[str]] = {}
    split: list[str] = []
    used: set[str] = set()
    for row in history_rows:
        used.add(row["municipality_number"])
        successors = [number for number in row["successors"].split("|") if number]
        if len(successors) == 1:
            retired.setdefault(successors[0], []).append(row["municipality_number"])
        else:
            split.append(row["municipality_number"])
    places = []
    for row in municipality_rows:
        used.add(row["municipality_number"])
        if row["organization_number"]:
            places.append(_place(row, retired.get(row["municipality_number"], [])))
    never = [f"{number:04d}" for number in range(6001, 6100) if f"{number:04d}" not in used]
    return Geography(tuple(places), tuple(split), tuple(never))


def _place(row: Mapping[str, str], retired: list[str]) -> Place:
    number = row["municipality_number"]
    return Place(number, row["name"], row["organization_number"], tuple(retired))

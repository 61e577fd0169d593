"""What one run at one size does: how many of everything, and where it lies."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_LARGE = 100_000
_PER_FILE = 50_000
_FILES_OF_SMALL = 4
ADDED_FILES = 2
"""Files that are added to the full store: one of each format."""
USER, SECOND = "anna", "berit"


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbers of a run. `short` is the form that only proves that the harness works."""

    size: int
    parties: int
    seed: int
    short: bool
    folder: Path
    cache: Path

    @property
    def rounds(self) -> int:
        """Rounds of what takes milliseconds."""
        return 1 if self.short else 5

    @property
    def heavy_rounds(self) -> int:
        """Rounds of what goes over every order."""
        return 1 if self.short else 3 if self.size <= _LARGE else 1

    @property
    def per_file(self) -> int:
        """Orders in a file."""
        return _PER_FILE if self.size >= _LARGE else max(1, self.size // _FILES_OF_SMALL)

    @property
    def orders_in_world(self) -> int:
        """The store's own, and those that are added to it."""
        return self.size + ADDED_FILES * self.per_file

    @property
    def samples(self) -> int:
        """Single moments: jumps, key presses, pages."""
        return 12 if self.short else 60

    @property
    def pause(self) -> int:
        """Milliseconds between two keys: those of a fast typist."""
        return 20 if self.short else 100

    @property
    def leaving(self) -> int:
        """Orders in a package, rows in a list or a workbook."""
        return 300 if self.short else min(self.size, _LARGE)

    @property
    def decided(self) -> int:
        """Orders that are approved at once."""
        return 200 if self.short else 10_000

    @property
    def naive_sample(self) -> int:
        """Orders that go the slow way; what they cost is scaled."""
        return min(self.per_file, 300 if self.short else 5_000)

    # -- places ----------------------------------------------------------------------------------
    @property
    def base(self) -> Path:
        """A workspace with tables, registry, earlier set-ups and one order."""
        return self.folder / "base"

    @property
    def full(self) -> Path:
        """A workspace with all orders, verified."""
        return self.folder / "full"

    @property
    def bare(self) -> Path:
        """The plain table with the same orders and parties."""
        return self.folder / "bare.sqlite3"

    @property
    def facts(self) -> Path:
        """What the preparation found out on the way."""
        return self.folder / "facts.json"

    # -- as a file -------------------------------------------------------------------------------
    def write(self, path: Path) -> None:
        """Hand the plan to another process."""
        content = {**asdict(self), "folder": str(self.folder), "cache": str(self.cache)}
        path.write_text(json.dumps(content), "utf-8")


def read_plan(path: Path) -> Plan:
    """A plan that another process wrote."""
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    content["folder"], content["cache"] = Path(content["folder"]), Path(content["cache"])
    return Plan(**content)


def keep_fact(plan: Plan, name: str, value: float) -> None:
    """Remember a number for the groups that follow."""
    plan.facts.write_text(json.dumps({**facts_of(plan), name: value}), "utf-8")


def facts_of(plan: Plan) -> dict[str, float]:
    """The numbers that were remembered."""
    if not plan.facts.exists():
        return {}
    found: dict[str, float] = json.loads(plan.facts.read_text("utf-8"))
    return found

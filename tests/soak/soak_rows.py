"""What a row of the soak found, and how all of it is printed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Row:
    """One row of «Reliability»: what was done to the program, and every promise that broke."""

    number: str
    title: str
    load: dict[str, int | float | str] = field(default_factory=dict)
    breaches: list[str] = field(default_factory=list)
    skipped: str = ""

    def add(self, name: str, count: float = 1) -> None:
        """Count something up."""
        before = self.load.get(name, 0)
        if isinstance(before, str):
            raise TypeError(name)
        self.load[name] = before + count

    def breach(self, *told: str) -> None:
        """A promise that did not hold."""
        self.breaches += told

    @property
    def verdict(self) -> str:
        """One word."""
        if self.skipped:
            return "skipped"
        return "BROKEN" if self.breaches else "held"


def table(rows: Sequence[Row]) -> str:
    """The rows for people."""
    lines = []
    for row in rows:
        load = ", ".join(f"{name} {_shown(value)}" for name, value in row.load.items())
        lines.append(f"{row.number:<3} {row.verdict:<8} {row.title}: {row.skipped or load}")
        lines += [f"      {told}" for told in row.breaches[:_SHOWN]]
        if len(row.breaches) > _SHOWN:
            lines.append(f"      … and {len(row.breaches) - _SHOWN} more")
    return "\n".join(lines) + "\n"


def write_document(path: Path, rows: Sequence[Row]) -> None:
    """The rows as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [{**asdict(row), "verdict": row.verdict} for row in rows]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


_SHOWN = 12


def _shown(value: float | str) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)

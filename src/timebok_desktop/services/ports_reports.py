"""What the services ask of the file room about reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from timebok_desktop.domain.phrases import Language


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A table under its heading; `empty` is said if it has no rows, `more` below its rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A report with all that stands on its sheets."""

    language: Language
    title: str
    note: str
    author: str
    sections: tuple[ReportSection, ...]


class ReportFiles(Protocol):
    """Makes reports that are kept and read aloud."""

    def pdf(self, report: ReportDocument) -> bytes:
        """Tagged. RefusedError where it has a character that no font here can show."""

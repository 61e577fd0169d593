"""What is shown of the place in the original file where a value stands. No behaviour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceView:
    """A place in the file that an order came in with: (label, text) line by line, masked and cut to
    a length, and which of the lines is meant (-1: none of them)."""

    reference: str
    field: str
    name: str
    place: str
    lines: tuple[tuple[str, str], ...]
    marked: int

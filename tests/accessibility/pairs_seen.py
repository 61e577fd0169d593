"""What is seen beside what in the window: the pairs that the pictures of all pages show.

`test_contrast` reads the pictures and holds this list to them, both ways: a pair that is not here
and not made by the style sheet is a finding, and so is one that is here and nowhere else.
"""

from __future__ import annotations

SEEN: dict[str, str] = {
    "accent": "on_accent",
    "canvas": "accent border clear ink muted note off stop warning",
    "surface": "accent border clear ink muted stop warning",
    "selected": "accent border clear ink muted stop warning",
    "clear_soft": "border clear ink",
    "warning_soft": "accent border ink muted warning",
    "stop_soft": "border ink stop",
    "note_soft": "border ink note",
}
"""What is read, by the ground that it is read on."""

BESIDE: dict[tuple[str, str], str] = {
    ("accent", "border"): "the mark of a chosen row ends where the titles' edge begins",
    ("accent", "line"): "and it ends where the line between rows begins",
    ("border", "line"): "the titles' edge ends at the edge of the table",
    ("border", "warning"): "a place with orders lies over one without, on the map",
}
"""Colours that touch; each is told from its ground, and nothing by the touch."""

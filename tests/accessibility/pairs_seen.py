"""What is seen beside what in the window: the pairs that the pictures of all pages show.

`test_contrast` reads the pictures and holds this list to them, both ways. What touches without
either being read on the other stands in `BESIDE`, with the reason.
"""

from __future__ import annotations

SEEN: dict[str, str] = {}
"""What is read, by the ground that it is read on."""

BESIDE: dict[tuple[str, str], str] = {}
"""Colours that touch; each of them is told from its ground."""

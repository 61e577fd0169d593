"""Colours that tell their role: a role has one of its own, so that what is painted can be read back
from a style sheet or a picture. Nobody would want to look at them.
"""

from __future__ import annotations

from timebok_desktop.ui.tokens import Tokens

TELLING = Tokens(
    name="light",
    canvas="#f0f5c8",
    surface="#c8f0f5",
    ink="#1a2330",
    muted="#7a1fa0",
    off="#a06a1f",
    border="#1fa07a",
    line="#f58cc8",
    accent="#1f3cc0",
    on_accent="#ffffff",
    selected="#8cf58c",
    clear="#0a6414",
    clear_soft="#d2ffd2",
    warning="#8c5000",
    warning_soft="#ffe6a0",
    stop="#b40000",
    stop_soft="#ffb4b4",
    note="#503cdc",
    note_soft="#c8b4ff",
)
"""Ink and what stands on the accent are those of the light theme: the pictures of its controls have
them written in."""
STRONG_TELLING = TELLING._replace(name="contrast")
ROLES = tuple(role for role in Tokens._fields if role != "name")
ROLE_OF = {getattr(TELLING, role): role for role in ROLES}
GROUNDS = (
    "canvas",
    "surface",
    "selected",
    "clear_soft",
    "warning_soft",
    "stop_soft",
    "note_soft",
)
"""What things stand on."""
TEXTS = ("ink", "muted", "off", "accent", "clear", "warning", "stop", "note")
"""What is written on any of them."""

"""The colour roles of the desk, light, dark and strong; the tests measure every pair in use."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["clear", "warning", "stop", "note", "neutral"]
"""What a colour may mean. Each tone also has a shape and is never shown without a word."""


class Tokens(NamedTuple):
    """One set of colours. `line` is decoration only; `border` tells where a control ends; `off` is
    written in what cannot be used now.
    """

    name: str
    canvas: str
    surface: str
    ink: str
    muted: str
    off: str
    border: str
    line: str
    accent: str
    on_accent: str
    selected: str
    clear: str
    clear_soft: str
    warning: str
    warning_soft: str
    stop: str
    stop_soft: str
    note: str
    note_soft: str

    def of_tone(self, tone: Tone) -> str:
        """The text colour of a tone."""
        return {
            "clear": self.clear,
            "warning": self.warning,
            "stop": self.stop,
            "note": self.note,
            "neutral": self.muted,
        }[tone]

    def soft_of_tone(self, tone: Tone) -> str:
        """The background of a tone."""
        return {
            "clear": self.clear_soft,
            "warning": self.warning_soft,
            "stop": self.stop_soft,
            "note": self.note_soft,
            "neutral": self.canvas,
        }[tone]

    @property
    def is_dark(self) -> bool:
        """Whether text is light on dark."""
        return is_dark(self.surface)


def is_dark(colour: str) -> bool:
    """Whether a colour is nearer to black than to white."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red + green + blue < 3 * 128


LIGHT = Tokens(
    name="light",
    canvas="#F3F5F7",
    surface="#FFFFFF",
    ink="#1A2330",
    muted="#535E6C",
    off="#535E6C",
    border="#76808E",
    line="#DDE2E8",
    accent="#0B5A8A",
    on_accent="#FFFFFF",
    selected="#D3E6F2",
    clear="#1B6637",
    clear_soft="#E3F3E8",
    warning="#744700",
    warning_soft="#FDF0D2",
    stop="#9E1529",
    stop_soft="#FCE7EA",
    note="#3A4A97",
    note_soft="#EBEEFB",
)

DARK = Tokens(
    name="dark",
    canvas="#11161C",
    surface="#1A212A",
    ink="#E8EDF3",
    muted="#A7B2C0",
    off="#A7B2C0",
    border="#8090A2",
    line="#2D3744",
    accent="#74BBEB",
    on_accent="#0C1A24",
    selected="#21445C",
    clear="#85D6A1",
    clear_soft="#17321F",
    warning="#F3C46C",
    warning_soft="#392A0B",
    stop="#FF9FAB",
    stop_soft="#411A22",
    note="#B4C0FF",
    note_soft="#20284F",
)

STRONGEST = Tokens(
    name="contrast",
    canvas="#000000",
    surface="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    off="#C0C0C0",
    border="#FFFFFF",
    line="#FFFFFF",
    accent="#FFE100",
    on_accent="#000000",
    selected="#000000",
    clear="#FFFFFF",
    clear_soft="#000000",
    warning="#FFFFFF",
    warning_soft="#000000",
    stop="#FFFFFF",
    stop_soft="#000000",
    note="#FFFFFF",
    note_soft="#000000",
)
"""High contrast where the system has no colours of its own for it."""

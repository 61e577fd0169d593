"""Signs that deceive the eye: they turn the text around, are not seen, or look like another letter.

They are kept as they were sent. Where a person reads them they are told apart: as `U+XXXX`.
What is ordinary is listed, not what is odd: ASCII, the letters of Norwegian, the Sámi languages,
Kven and their neighbours, and the punctuation of word processors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

OddKind = Literal["direction", "invisible", "look-alike"]

MOST_SPELLED_OUT = 40
"""Look-alikes in a text that are spelled out; a text in another alphabet would not be readable."""

_LETTERS = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u0148\u014a-\u017e"
    "\u0218-\u021b\u01e4-\u01e9\u01ee\u01ef\u01b7\u0292\u1e9e"
)
_PUNCTUATION = (
    "\u00a1-\u00ac\u00ae-\u00bf\u2010-\u2014\u2018-\u201f\u2020-\u2022\u2026\u2030\u2032\u2033"
    "\u2039\u203a\u20ac\u2103\u2116\u2122\u2190-\u2193\u2264\u2265\u2713\u2714"
)
_PICTURES = "\u2600-\u2712\u2715-\u27bf\U0001f300-\U0001f6ff\U0001f900-\U0001faff"
_ORDINARY = f"\t\n\r\x20-\x7e\x85{_LETTERS}{_PUNCTUATION}{_PICTURES}"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029\u2060-\u2065"
    "\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_ODD = re.compile(f"[^{_ORDINARY}]")
_HIDDEN = re.compile(f"[{_CONTROL}{_DIRECTION}{_UNSEEN}]")
_TURNS = re.compile(f"[{_DIRECTION}]")


@dataclass(frozen=True, slots=True)
class OddSign:
    """An odd sign, by its place in the text (from 1)."""

    sign: str
    position: int
    kind: OddKind

    @property
    def code(self) -> str:
        """How Unicode numbers it: U+200B."""
        return code_of(self.sign)

    @property
    def name(self) -> str:
        """How Unicode names it."""
        return unicodedata.name(self.sign, "")


def odd_signs(text: str) -> tuple[OddSign, ...]:
    """The odd signs of a text, in its order."""
    if text.isascii() and text.isprintable():
        return ()
    return tuple(
        OddSign(found.group(), found.start() + 1, _kind(found.group()))
        for found in _ODD.finditer(text)
        if not _completes_a_letter(text, found.start())
    )


def odd_signs_by_field(values: Mapping[str, object]) -> dict[str, tuple[OddSign, ...]]:
    """The odd signs of values as they were sent, for those that have any."""
    found = {name: odd_signs(value) for name, value in values.items() if isinstance(value, str)}
    return {name: signs for name, signs in found.items() if signs}


def spelled_out(text: str) -> str:
    """The text for a person's eye: what is not seen is written as its code, and what looks like
    another letter has its code behind it."""
    signs = odd_signs(text)
    if not signs:
        return text
    alike = [sign for sign in signs if sign.kind == "look-alike"]
    spelled = set(alike[:MOST_SPELLED_OUT])
    pieces, end = [], 0
    for sign in signs:
        at = sign.position - 1
        kept = at + 1 if sign.kind == "look-alike" else at
        pieces.append(text[end:kept])
        if sign.kind != "look-alike" or sign in spelled:
            pieces.append(f"⟨{sign.code}⟩")
        end = at + 1
    return "".join([*pieces, text[end:]])


def without_tricks(text: str) -> str:
    """The text with only those signs as their codes that are not seen, turn it around, or would
    steer what shows it."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda found: f"⟨{code_of(found.group())}⟩", text)


def code_of(sign: str) -> str:
    """How Unicode numbers a sign."""
    return f"U+{ord(sign):04X}"


def _kind(sign: str) -> OddKind:
    if _TURNS.match(sign):
        return "direction"
    unseen = _HIDDEN.match(sign) or unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")
    return "invisible" if unseen else "look-alike"


def _completes_a_letter(text: str, at: int) -> bool:
    """Whether it is the ring of an å that is written in two signs, or the like."""
    if at == 0 or not unicodedata.combining(text[at]):
        return False
    whole = unicodedata.normalize("NFC", text[at - 1 : at + 1])
    return len(whole) == 1 and not _ODD.match(whole)

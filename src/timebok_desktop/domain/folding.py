"""Folding of text for search and comparison: one form for the ways a name is typed.

å = aa, æ = ae, ø = o or oe are typed interchangeably, Sámi and Kven letters lose their marks.
"""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {"å": "aa", "æ": "ae", "ø": "o", "ö": "o", "ä": "ae", "đ": "d", "ŋ": "n", "ŧ": "t", "ß": "ss"}
)

_ASCII_WORDS = {
    number: chr(number).lower() if chr(number).isalnum() else " " for number in range(128)
}
"""Most of what orders hold is ASCII, and there folding is no more than this."""


def fold(text: str) -> str:
    """`text` in lower case without marks, å as aa, æ as ae, ø as o, đ ŋ ŧ as d n t."""
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", composed)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The folded words of `text`, split at everything that is neither letter nor digit."""
    if text.isascii():
        return text.translate(_ASCII_WORDS).split()
    folded = fold(text)
    return "".join(letter if letter.isalnum() else " " for letter in folded).split()


def same_text(first: str, second: str) -> bool:
    """Whether two names are equal when case and spacing are ignored."""
    return squeezed(first) == squeezed(second)


def squeezed(text: str) -> str:
    """`text` in one case with no spacing at all, for matching names of tables."""
    if text.isascii():
        return "".join(text.lower().split())
    return "".join(unicodedata.normalize("NFC", text).casefold().split())

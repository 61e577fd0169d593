"""What an importer has to say about a place in a file."""

from __future__ import annotations

from dataclasses import dataclass

from timebok_desktop.domain.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Problem:
    """A thing a person must know about: `at` is the place ("row 17, HER-id"; "" the whole file).

    `refuses` tells that an order (or the file, where `at` is "") was not taken; else it is a note.
    `code` is stable and machine-readable, e.g. `missing-field`, `unknown-column`.
    """

    at: str
    code: str
    phrase: Phrase
    refuses: bool

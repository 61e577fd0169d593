"""What is written about an order: letters to the municipality, the caseworkers' own notes, drafts
that nobody has used yet, and which order answers which. Frozen rows for the front doors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.phrases import Language


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """An internal note; `reference` is the order that it was written on."""

    id: int
    reference: str
    by: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """A letter as it was saved. `formats` are those of the files that it was saved in, `decision`
    the decision that it tells of.
    """

    id: int
    reference: str
    kind: LetterKind
    language: Language
    recipient: str
    subject: str
    text: str
    deadline: date | None
    by: str
    at: datetime
    formats: tuple[str, ...]
    decision: int | None = None


@dataclass(frozen=True, slots=True)
class Correspondence:
    """All that is written about one case, oldest first.

    `answers` are the earlier orders that this one answers, the nearest first; their letters and
    notes are among these. `answered_by` is the order that came as the answer to this one.
    `deadline` is the one that the municipality was told, while its answer is awaited. `drafts` are
    the caseworker's own, by the field they were typed into.
    """

    letters: tuple[LetterRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    answers: tuple[str, ...] = ()
    answered_by: str = ""
    deadline: date | None = None
    drafts: Mapping[str, str] = field(default_factory=dict)

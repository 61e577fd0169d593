"""Letters as the front doors show them before they are saved, and as they come back to be saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.services.correspondence_views import LetterRecord


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter as the caseworker wants it."""

    kind: LetterKind
    language: Language
    recipient: str
    subject: str
    text: str
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class ProposedLetter:
    """A letter as the program proposes it. `because` says where its language comes from;
    `blocked` why it cannot be saved now, None where it can.
    """

    reference: str
    letter: LetterText
    because: Phrase
    blocked: Phrase | None = None


@dataclass(frozen=True, slots=True)
class SavedLetter:
    """A letter that was saved, and where."""

    record: LetterRecord
    path: Path

"""The JSON of what is written about orders: letters, notes, answers."""

from __future__ import annotations

from typing import Any

from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.correspondence_views import Correspondence, LetterRecord, NoteRecord
from timebok_desktop.services.letter_views import ProposedLetter

Document = dict[str, Any]


def note(one: NoteRecord) -> Document:
    """A note as it was written."""
    return {
        "id": one.id,
        "reference": one.reference,
        "by": one.by,
        "at": one.at,
        "text": one.text,
    }


def letter(one: LetterRecord) -> Document:
    """A letter as it was saved."""
    return {
        "id": one.id,
        "reference": one.reference,
        "kind": one.kind.value,
        "language": one.language,
        "to": one.recipient,
        "subject": one.subject,
        "text": one.text,
        "deadline": one.deadline,
        "by": one.by,
        "at": one.at,
        "formats": list(one.formats),
    }


def proposed_letter(one: ProposedLetter, language: Language) -> Document:
    """A letter as it is proposed."""
    letter = one.letter
    return {
        "reference": one.reference,
        "kind": letter.kind.value,
        "language": letter.language,
        "because": one.because.text(language),
        "to": letter.recipient,
        "subject": letter.subject,
        "text": letter.text,
        "deadline": letter.deadline,
        "blocked": one.blocked.text(language) if one.blocked else None,
    }


def correspondence(one: Correspondence) -> Document:
    """What stands with an order: its letters and notes, and those of the orders it answers."""
    return {
        "answers": list(one.answers),
        "answered_by": one.answered_by or None,
        "deadline": one.deadline,
        "letters": [letter(made) for made in one.letters],
        "notes": [note(made) for made in one.notes],
    }

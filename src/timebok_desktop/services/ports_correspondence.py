"""What the services ask of the storage room about letters, notes, drafts and answers.

Everything here may hold contact data, and there is no other place for it beside the orders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.correspondence_views import Correspondence, LetterRecord, NoteRecord


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter to be kept; `decision` is the one that it tells of."""

    kind: LetterKind
    language: Language
    recipient: str
    subject: str
    text: str
    deadline: date | None
    by: str
    at: datetime
    format: str
    decision: int | None


class CorrespondenceStore(Protocol):
    """What is written about orders, by the order's id."""

    def of_order(self, order_id: int, user: str) -> Correspondence:
        """All of it, with what was written about the orders that this one answers."""

    def add_note(self, order_id: int, by: str, at: datetime, text: str) -> NoteRecord: ...
    def keep_letter(self, order_id: int, letter: NewLetter) -> LetterRecord:
        """Keep a letter; the last one once more, in another format, is the same letter."""

    def keep_draft(self, order_id: int, user: str, field: str, text: str, at: datetime) -> None:
        """Keep what was typed into a field; "" is no draft."""

    def drop_drafts(self, order_id: int, user: str, fields: Sequence[str]) -> None:
        """These drafts were used or thrown away. A name that ends in `/` is all that begin so."""

    def link_answer(self, waiting_id: int, answer_id: int) -> None:
        """The second order came as the answer to the first."""

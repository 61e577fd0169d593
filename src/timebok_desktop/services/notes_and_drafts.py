"""Notes and drafts: what caseworkers write for themselves and each other. Never exported.

National identity numbers are masked in both. The log tells that a note was written, never what.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timebok_desktop.domain.errors import UsageError
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.services.approval import require_caseworker
from timebok_desktop.services.context import Service
from timebok_desktop.services.correspondence_views import NoteRecord
from timebok_desktop.services.draft_fields import NOTE
from timebok_desktop.services.verification import required_order

_LONGEST = 100_000
_FIELD = re.compile(r"[a-z][a-z_-]*(/[A-Za-z0-9_-]+)*")


class NotesAndDraftsService(Service):
    """Implements the part of the desk that keeps notes and drafts."""

    def add_note(self, reference: str, text: str, user: str) -> NoteRecord:
        """Write a note on an order; it stays as it is."""
        require_caseworker(user)
        written = mask(_sized(text.strip()))[0]
        if not written:
            raise UsageError(
                "Notatet er tomt. Skriv hva det skal stå i det.",
                "Notatet er tomt. Skriv kva det skal stå i det.",
            )
        with self._context.store.write() as unit:
            stored = required_order(unit, reference)
            added = unit.correspondence.add_note(stored.id, user, self._now(), written)
            unit.correspondence.drop_drafts(stored.id, user, [NOTE])
            unit.audit.append(added.at, user, "note-added", reference, {"note": added.id})
            unit.commit()
        return added

    def save_draft(self, reference: str, field: str, text: str, user: str) -> None:
        """Keep what a caseworker has typed into a field and not used yet; "" takes it away."""
        _require_field(field)
        with self._context.store.write() as unit:
            stored = required_order(unit, reference)
            kept = mask(_sized(text))[0]
            unit.correspondence.keep_draft(stored.id, user, field, kept, self._now())
            unit.commit()

    def discard_drafts(self, reference: str, fields: Sequence[str], user: str) -> None:
        """Throw drafts away; a name that ends in `/` is all that begin so."""
        for field in fields:
            _require_field(field.removesuffix("/"))
        with self._context.store.write() as unit:
            stored = required_order(unit, reference)
            unit.correspondence.drop_drafts(stored.id, user, fields)
            unit.commit()


def _require_field(field: str) -> None:
    if not _FIELD.fullmatch(field):
        raise ValueError(field)


def _sized(text: str) -> str:
    if len(text) > _LONGEST:
        raise UsageError(
            "Teksten er for lang ({length} tegn, høyst {most}). Kort den ned.",
            "Teksten er for lang ({length} teikn, høgst {most}). Kort han ned.",
            length=len(text),
            most=_LONGEST,
        )
    return text

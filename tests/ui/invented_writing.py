"""Letters, notes and drafts of the invented desk, in memory, and who has worked at it."""

# ruff: noqa: ARG002 - the signatures are those of the Desk protocol

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.letter_writing import written_weekday
from timebok_desktop.domain.party import Party
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.services.correspondence_views import Correspondence, LetterRecord, NoteRecord
from timebok_desktop.services.letter_views import LetterText, ProposedLetter, SavedLetter
from timebok_desktop.services.ports_approvals import CaseworkerKey
from timebok_desktop.services.source_views import SourceView
from timebok_desktop.services.views import BulkOutcome, PackageRow

_PACKAGE = PackageRow(
    1, "invented", datetime(2026, 11, 2, tzinfo=UTC), "anna", False, 1, "", "", 1, 0, 0
)


@dataclass
class InventedWriting:
    """What is written about orders; `calls` is what was asked of the desk."""

    calls: list[tuple[str, object]] = field(default_factory=list, kw_only=True)
    written: dict[str, Correspondence] = field(default_factory=dict, kw_only=True)
    caseworkers: tuple[str, ...] = field(default=(), kw_only=True)

    def caseworker_keys(self) -> tuple[CaseworkerKey, ...]:
        """One key each."""
        return tuple(CaseworkerKey(name, name, name) for name in self.caseworkers)

    def party_relatives(self, her_id: int) -> tuple[Party | None, tuple[Party, ...]]:
        """An owner with two services, of which one is not active."""
        self.calls.append(("party_relatives", her_id))
        owner = Party(8000000, PartyType.ORGANIZATION, "Kommunen")
        if her_id != owner.her_id:
            return owner, ()
        old = Party(8000009, PartyType.SERVICE, "Nedlagt legevakt", active=False)
        return None, (Party(8000008, PartyType.SERVICE, "Legevakt", active=True), old)

    def source_view(self, reference: str, field: str, user: str) -> SourceView:
        """A row of an invented sheet."""
        self.calls.append(("source_view", (reference, field, user)))
        lines = (("Kommune", "Lillehammer"), ("HER-id", "8 143 123"), ("Skjema", "<b>1</b>"))
        return SourceView(reference, field, "uke-47.xlsx", "row 8, HER-id", lines, 1)

    def packages(self) -> tuple[PackageRow, ...]:
        """One that has left and was answered: nothing is left of the first steps."""
        return (_PACKAGE,)

    def letter(
        self,
        reference: str,
        user: str,
        kind: LetterKind | None = None,
        language: Language | None = None,
        deadline: date | None = None,
        reader: Language = "nb",
    ) -> ProposedLetter:
        """A short letter."""
        spoken = language or reader
        until = deadline or date(2099, 12, 1)
        request = kind is LetterKind.REQUEST_INFORMATION
        text = f"Hei\n\nOm {reference} på {spoken}.\n\n"
        text += f"Svar innen {written_weekday(until, spoken)}.\n\n" if request else ""
        letter = LetterText(
            kind or LetterKind.REQUEST_INFORMATION,
            spoken,
            "kari@example.no",
            f"Om {reference}",
            f"{text}Hilsen\n{user}",
            until if request else None,
        )
        return ProposedLetter(reference, letter, Phrase("valgt", "vald"))

    def check_letter(self, reference: str, letter: LetterText) -> None:
        """RefusedError for a letter without a text."""
        if not letter.text:
            raise RefusedError("Brevet er tomt.", "Brevet er tomt.")

    def save_letter(self, reference: str, letter: LetterText, path: Path, user: str) -> SavedLetter:
        """Remember it."""
        self.check_letter(reference, letter)
        self.calls.append(("save_letter", (reference, letter, path.name, user)))
        record = LetterRecord(
            len(self.calls),
            reference,
            letter.kind,
            letter.language,
            letter.recipient,
            letter.subject,
            letter.text,
            letter.deadline,
            user,
            datetime.now(UTC),
            (path.suffix.removeprefix("."),),
        )
        known = self.written.get(reference, Correspondence())
        self.written[reference] = replace(
            known, letters=(*known.letters, record), deadline=letter.deadline
        )
        return SavedLetter(record, path)

    def add_note(self, reference: str, text: str, user: str) -> NoteRecord:
        """Remember it."""
        note = NoteRecord(1, reference, user, datetime.now(UTC), text)
        known = self.written.get(reference, Correspondence())
        self.written[reference] = replace(known, notes=(*known.notes, note))
        self.discard_drafts(reference, ["note"], user)
        return note

    def save_draft(self, reference: str, field: str, text: str, user: str) -> None:
        """Remember it."""
        self.calls.append(("save_draft", (reference, field, text, user)))
        known = self.written.get(reference, Correspondence())
        drafts = {**known.drafts, field: text}
        kept = {name: words for name, words in drafts.items() if words}
        self.written[reference] = replace(known, drafts=kept)

    def discard_drafts(self, reference: str, fields: Sequence[str], user: str) -> None:
        """Forget them."""
        self.calls.append(("discard_drafts", (reference, tuple(fields), user)))
        known = self.written.get(reference, Correspondence())
        kept = {
            name: text
            for name, text in known.drafts.items()
            if not any(name == one or (one[-1] == "/" and name.startswith(one)) for one in fields)
        }
        self.written[reference] = replace(known, drafts=kept)

    def hand_over(self, ids: Sequence[int], to: str, user: str, reason: str = "") -> BulkOutcome:
        """Remember who holds the orders."""
        self.calls.append(("hand_over", (list(ids), to, user, reason)))
        return BulkOutcome(len(ids), ())

"""Letters, notes, drafts and answers in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Connection, Select, delete, insert, select, text, update

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.correspondence_views import Correspondence, LetterRecord, NoteRecord
from timebok_desktop.services.ports_correspondence import NewLetter
from timebok_desktop.storage.queue_rows import rows_of
from timebok_desktop.storage.schema import orders
from timebok_desktop.storage.schema_correspondence import draft, letter, note, order_answer
from timebok_desktop.storage.urgency import SqlUrgency
from timebok_desktop.storage.values import iso, moment, moment_text, optional_date

_ANSWERED = (
    "WITH RECURSIVE answered(id, step) AS (VALUES (:order_id, 0) UNION"
    " SELECT waiting_id, step + 1 FROM order_answer JOIN answered ON answer_id = answered.id)"
    " SELECT id, reference FROM answered JOIN orders USING (id) ORDER BY step, id"
)


class SqlCorrespondence:
    """Implements `services.ports_correspondence.CorrespondenceStore`."""

    def __init__(self, connection: Connection, urgency: SqlUrgency) -> None:
        self._connection = connection
        self._urgency = urgency

    def of_order(self, order_id: int, user: str) -> Correspondence:
        """All that is written about an order and about those that it answers."""
        answered = self._connection.execute(text(_ANSWERED), {"order_id": order_id}).all()
        ids = [identity for identity, _ in answered]
        answer = self._connection.execute(
            select(orders.c.reference)
            .join(order_answer, order_answer.c.answer_id == orders.c.id)
            .where(order_answer.c.waiting_id == order_id)
        ).scalar()
        return Correspondence(
            letters=tuple(_letter(row) for row in self._rows(_LETTERS, letter.c, ids)),
            notes=tuple(_note(row) for row in self._rows(_NOTES, note.c, ids)),
            answers=tuple(reference for _, reference in answered[1:]),
            answered_by=answer or "",
            deadline=self._deadline(order_id),
            drafts=self._drafts(order_id, user),
        )

    def _deadline(self, order_id: int) -> date | None:
        row = rows_of(self._connection.connection.driver_connection, [order_id])
        return row[0].deadline if row else None

    # -- notes and letters ---------------------------------------------------------------------
    def add_note(self, order_id: int, by: str, at: datetime, text: str) -> NoteRecord:
        """Add a note; nothing ever changes it."""
        added = self._connection.execute(
            insert(note)
            .values(order_id=order_id, by=by, at=moment_text(at), text=text)
            .returning(note.c.id)
        ).scalar_one()
        (row,) = self._connection.execute(_NOTES.where(note.c.id == added)).mappings()
        return _note(row)

    def keep_letter(self, order_id: int, new: NewLetter) -> LetterRecord:
        """Keep a letter; the last one once more, in another format, is the same letter."""
        values = {
            "order_id": order_id,
            "decision_id": new.decision,
            "kind": new.kind.value,
            "language": new.language,
            "recipient": new.recipient,
            "subject": new.subject,
            "text": new.text,
            "deadline": iso(new.deadline),
            "by": new.by,
        }
        last = self._connection.execute(
            select(letter).where(letter.c.order_id == order_id).order_by(letter.c.id.desc())
        ).first()
        known = last._mapping if last is not None else {}  # noqa: SLF001 - SQLAlchemy's own way
        if known and all(known[name] == value for name, value in values.items()):
            identity = known["id"]
            formats = dict.fromkeys([*known["formats"].split(), new.format])
            self._connection.execute(
                update(letter).where(letter.c.id == identity).values(formats=" ".join(formats))
            )
        else:
            identity = self._connection.execute(
                insert(letter)
                .values(**values, at=moment_text(new.at), formats=new.format)
                .returning(letter.c.id)
            ).scalar_one()
        self._urgency.keep("id = ?", order_id)
        (row,) = self._connection.execute(_LETTERS.where(letter.c.id == identity)).mappings()
        return _letter(row)

    # -- drafts --------------------------------------------------------------------------------
    def keep_draft(self, order_id: int, user: str, field: str, text: str, at: datetime) -> None:
        """Keep what was typed into a field; "" is no draft."""
        if not text:
            self.drop_drafts(order_id, user, [field])
            return
        self._connection.execute(
            insert(draft)
            .prefix_with("OR REPLACE")
            .values(
                order_id=order_id,
                by_key=squeezed(user),
                field=field,
                text=text,
                at=moment_text(at),
            )
        )

    def drop_drafts(self, order_id: int, user: str, fields: Sequence[str]) -> None:
        """These drafts were used or thrown away."""
        own = delete(draft).where(draft.c.order_id == order_id, draft.c.by_key == squeezed(user))
        for field in fields:
            named = (
                draft.c.field.startswith(field, autoescape=True)
                if field.endswith("/")
                else draft.c.field == field
            )
            self._connection.execute(own.where(named))

    def _drafts(self, order_id: int, user: str) -> dict[str, str]:
        rows = self._connection.execute(
            select(draft.c.field, draft.c.text)
            .where(draft.c.order_id == order_id, draft.c.by_key == squeezed(user))
            .order_by(draft.c.field)
        )
        return dict(rows.all())

    # -- answers -----------------------------------------------------------------------------
    def link_answer(self, waiting_id: int, answer_id: int) -> None:
        """The second order came as the answer to the first."""
        self._connection.execute(
            insert(order_answer)
            .prefix_with("OR REPLACE")
            .values(waiting_id=waiting_id, answer_id=answer_id)
        )
        self._connection.execute(
            update(orders).where(orders.c.id == answer_id).values(is_answer=True)
        )
        self._urgency.keep("id = ?", answer_id)

    def _rows(
        self, query: Select[Any], columns: Any, order_ids: Sequence[int]
    ) -> Iterable[Mapping[Any, Any]]:
        found = query.where(columns.order_id.in_(order_ids)).order_by(columns.id)
        return self._connection.execute(found).mappings()


_LETTERS = select(letter, orders.c.reference).join(orders, orders.c.id == letter.c.order_id)
_NOTES = select(note, orders.c.reference).join(orders, orders.c.id == note.c.order_id)


def _letter(row: Mapping[Any, Any]) -> LetterRecord:
    deadline: date | None = optional_date(row["deadline"])
    return LetterRecord(
        id=row["id"],
        reference=row["reference"],
        kind=LetterKind(row["kind"]),
        language=cast("Language", row["language"]),
        recipient=row["recipient"],
        subject=row["subject"],
        text=row["text"],
        deadline=deadline,
        by=row["by"],
        at=moment(row["at"]),
        formats=tuple(row["formats"].split()),
        decision=row["decision_id"],
    )


def _note(row: Mapping[Any, Any]) -> NoteRecord:
    return NoteRecord(row["id"], row["reference"], row["by"], moment(row["at"]), row["text"])

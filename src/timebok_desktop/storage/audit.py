"""The append-only log: each entry carries the hash of the one before it.

hash = SHA-256 over the canonical JSON (sorted keys, no spaces, UTF-8) of seq, at, by, action,
subject, details and previous_hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from timebok_desktop.services.clock_jumps import FAR_AHEAD, SET_BACK, SUBJECT, jump
from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.ports_approvals import Checkpoint
from timebok_desktop.services.views import AuditEvent
from timebok_desktop.storage.failures import damaged
from timebok_desktop.storage.schema import audit_event, imported_file, orders
from timebok_desktop.storage.values import moment, moment_text

GENESIS = "0" * 64
"""What the first entry states as its predecessor's hash."""

_HASHED = ("action", "at", "by", "details", "previous_hash", "seq", "subject")
_canonical = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=repr
).encode


class SqlAudit:
    """Implements `services.ports_store.AuditStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tail: tuple[int, str] | None = None

    def append(
        self, at: datetime, by: str, action: str, subject: str, details: Mapping[str, object]
    ) -> AuditEvent:
        """Add an entry in the transaction of what it tells of."""
        self.note_clock(at)
        return self._append(at, by, action, subject, details)

    def note_clock(self, at: datetime) -> None:
        """Where the clock has jumped since the last entry, an entry that says so: order is kept by
        number, and who reads the moments must know."""
        if self._tail is not None:
            return
        last = self._last()
        if last is None:
            return
        self._tail = last[:2]
        code, before = jump(moment(last[2]), at), last[2]
        if code:
            self._append(at, "", code, SUBJECT, {"before": before})

    def clock_jump(self) -> AuditEvent | None:
        """The last entry that says that the clock has jumped."""
        found = [e for e in self.events(SUBJECT) if e.action in (SET_BACK, FAR_AHEAD)]
        return found[-1] if found else None

    def _append(
        self, at: datetime, by: str, action: str, subject: str, details: Mapping[str, object]
    ) -> AuditEvent:
        seq, previous = self._tail or (0, GENESIS)
        row: dict[str, Any] = {
            "seq": seq + 1,
            "at": moment_text(at),
            "by": by,
            "action": action,
            "subject": subject,
            "details": compact(details),
            "previous_hash": previous,
        }
        row["hash"] = entry_hash(row)
        self._connection.execute(insert(audit_event), row)
        self._tail = (row["seq"], row["hash"])
        return _event(row)

    def append_many(
        self,
        at: datetime,
        by: str,
        action: str,
        entries: Iterable[tuple[str, Mapping[str, object]]],
    ) -> None:
        """An entry of the same action for each (subject, details)."""
        self.note_clock(at)
        seq, previous = self._tail or (0, GENESIS)
        when, rows = moment_text(at), []
        for subject, details in entries:
            seq += 1
            row = {
                "seq": seq,
                "at": when,
                "by": by,
                "action": action,
                "subject": subject,
                "details": compact(details),
                "previous_hash": previous,
            }
            row["hash"] = previous = entry_hash(row)
            rows.append(tuple(row.values()))
        driver: Any = self._connection.connection.driver_connection
        driver.executemany(
            'INSERT INTO audit_event(seq, "at", "by", action, subject, details, previous_hash,'
            " hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        ).close()
        self._tail = (seq, previous)

    def head(self) -> str:
        """The hash of the last entry."""
        return self.checkpoint().head

    def checkpoint(self) -> Checkpoint:
        """Number and hash of the last entry."""
        return Checkpoint(*(self._tail or (self._last() or (0, GENESIS))[:2]))

    def origin(self) -> str:
        """The hash of the first entry, which no other log has."""
        return self.hash_of(1)

    def hash_of(self, sequence: int) -> str:
        """The hash of an entry, "" where there is none with this number."""
        found = self._connection.execute(
            select(audit_event.c.hash).where(audit_event.c.seq == sequence)
        ).scalar()
        return str(found or "")

    def contains(self, sequence: int | None, head: str) -> bool:
        """Whether an entry has this hash, and this number where it is known."""
        if sequence is not None:
            return (self.hash_of(sequence) or GENESIS) == head
        found = select(audit_event.c.seq).where(audit_event.c.hash == head).limit(1)
        return self._connection.execute(found).first() is not None

    def events(
        self, subject: str = "", limit: int | None = None, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """Entries in ascending order: of a subject, or the last ones before a number.

        What tells of a file as a whole belongs to each of its orders.
        """
        wanted = select(audit_event).order_by(audit_event.c.seq.desc()).limit(limit)
        if subject:
            wanted = wanted.where(
                or_(audit_event.c.subject == subject, audit_event.c.seq == _intake_of(subject))
            )
        if before is not None:
            wanted = wanted.where(audit_event.c.seq < before)
        rows = self._connection.execute(wanted).mappings().all()
        return tuple(_event(row) for row in reversed(rows))

    def chain(self) -> Iterable[tuple[int, str, str]]:
        """Number and hash of every entry in order, with the hash that its content gives.

        The last is "" where the entry does not follow the one before it.
        """
        previous, expected = GENESIS, 1
        driver: Any = self._connection.connection.driver_connection
        rows = driver.execute(
            'SELECT action, "at", "by", details, previous_hash, seq, subject, hash'
            " FROM audit_event ORDER BY seq"
        )
        for *content, stated in rows:
            linked = content[4] == previous and content[5] == expected
            yield content[5], stated, _hash_of(zip(_HASHED, content, strict=True)) if linked else ""
            previous, expected = stated, expected + 1

    def _last(self) -> tuple[int, str, str] | None:
        row = self._connection.execute(
            select(audit_event.c.seq, audit_event.c.hash, audit_event.c.at)
            .order_by(audit_event.c.seq.desc())
            .limit(1)
        ).first()
        return (row[0], row[1], row[2]) if row else None


def entry_hash(row: Mapping[Any, Any]) -> str:
    """The hash of an entry's content; `details` go in as the JSON text that is stored."""
    return _hash_of((name, row[name]) for name in _HASHED)


def _hash_of(content: Iterable[tuple[str, Any]]) -> str:
    return hashlib.sha256(_canonical(dict(content)).encode()).hexdigest()


def _intake_of(reference: str) -> Any:
    return (
        select(imported_file.c.audit_seq)
        .join(orders, orders.c.source_id == imported_file.c.id)
        .where(orders.c.reference == reference)
        .scalar_subquery()
    )


def _event(row: Mapping[Any, Any]) -> AuditEvent:
    try:
        return AuditEvent(
            seq=row["seq"],
            at=moment(row["at"]),
            by=row["by"],
            action=row["action"],
            subject=row["subject"],
            details=json.loads(row["details"]),
            hash=row["hash"],
        )
    except (ValueError, TypeError) as error:  # edited behind our back
        raise damaged(f"audit_event {row['seq']}") from error

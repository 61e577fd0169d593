"""Snapshots of AR in the store: kept, dated, one of them current."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, text, update

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.services.ports_files import RegistryHeader
from timebok_desktop.storage.party_rows import (
    FINGERPRINT_ROWS,
    fingerprint_of_row,
    party_of,
    party_values,
    search_words,
)
from timebok_desktop.storage.queue_terms import match_expression
from timebok_desktop.storage.schema import party, snapshot
from timebok_desktop.storage.tables import SqlTables
from timebok_desktop.storage.values import json_ids, moment, moment_text

_BATCH = 500


class SqlRegistry:
    """Implements `services.ports_store.RegistryStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def current(self) -> Snapshot | None:
        """The snapshot that verification rests on."""
        row = self._connection.execute(select(snapshot).where(snapshot.c.is_current)).mappings()
        found = row.first()
        return _snapshot(found) if found else None

    def snapshots(self) -> list[Snapshot]:
        """All snapshots, newest first."""
        rows = self._connection.execute(select(snapshot).order_by(snapshot.c.id.desc())).mappings()
        return [_snapshot(row) for row in rows]

    def begin_snapshot(
        self, taken_at: datetime, sha256: str, source_name: str, imported_at: datetime
    ) -> int:
        """Make room for a snapshot that is not current yet."""
        added = self._connection.execute(
            insert(snapshot).values(
                taken_at=moment_text(taken_at),
                parties=0,
                sha256=sha256,
                includes_deactivated=False,
                revision=0,
                is_current=False,
                imported_at=moment_text(imported_at),
                source_name=source_name,
            )
        )
        key = added.inserted_primary_key
        return int(key[0]) if key else 0

    def add_parties(self, snapshot_id: int, parties: Sequence[Party]) -> None:
        """Add parties; one that is there already is replaced by the later one."""
        latest = {one.her_id: one for one in parties}
        self._remove(snapshot_id, list(latest))
        self._connection.execute(
            insert(party), [party_values(snapshot_id, one) for one in latest.values()]
        )
        ids: dict[int, int] = {}
        for some in _batches(list(latest)):
            ids.update(
                self._connection.execute(
                    select(party.c.her_id, party.c.id).where(
                        party.c.snapshot_id == snapshot_id, party.c.her_id.in_(some)
                    )
                ).all()
            )
        self._connection.execute(
            text("INSERT INTO party_search(rowid, words) VALUES(:id, :words)"),
            [
                {"id": ids[one.her_id], "words": search_words(one, self._names(one))}
                for one in latest.values()
            ],
        )

    def finish_snapshot(
        self, snapshot_id: int, header: RegistryHeader, *, includes_deactivated: bool
    ) -> Snapshot:
        """Count the parties and make this snapshot the current one."""
        self._connection.execute(
            update(snapshot).where(snapshot.c.is_current).values(is_current=False)
        )
        values: dict[str, object] = {
            "parties": self._count(snapshot_id),
            "last_event_id": header.last_event_id,
            "includes_deactivated": includes_deactivated,
            "is_current": True,
        }
        if header.taken_at is not None:
            values["taken_at"] = moment_text(header.taken_at)
        self._update(snapshot_id, values)
        return self._one(snapshot_id)

    def supplement(self, snapshot_id: int, staged_id: int) -> Snapshot:
        """Move staged parties into a snapshot: findings that rest on it are old from now on."""
        ids = self._connection.execute(
            select(party.c.her_id).where(party.c.snapshot_id == staged_id)
        )
        self._remove(snapshot_id, list(ids.scalars()))
        self._connection.execute(
            update(party).where(party.c.snapshot_id == staged_id).values(snapshot_id=snapshot_id)
        )
        self._connection.execute(delete(snapshot).where(snapshot.c.id == staged_id))
        self._update(
            snapshot_id,
            {"parties": self._count(snapshot_id), "revision": snapshot.c.revision + 1},
        )
        return self._one(snapshot_id)

    def party(self, snapshot_id: int, her_id: int) -> Party | None:
        """A party by its HER-id."""
        return self.parties(snapshot_id, [her_id]).get(her_id)

    def parties(self, snapshot_id: int, her_ids: Iterable[int]) -> dict[int, Party]:
        """Parties by their HER-ids."""
        found: dict[int, Party] = {}
        for some in _batches(sorted(set(her_ids))):
            for one in self._select(snapshot_id, party.c.her_id.in_(some)):
                found[one.her_id] = one
        return found

    def fingerprints(self, snapshot_id: int, her_ids: Iterable[int]) -> dict[int, str]:
        """What drift is found by (`services.configuration_changes.fingerprint`), by HER-id."""
        driver = self._connection.connection.driver_connection
        rows = driver.execute(  # type: ignore[union-attr]
            FINGERPRINT_ROWS, (json_ids(her_ids), snapshot_id)
        ).fetchall()
        return {row[0]: fingerprint_of_row(row) for row in rows}

    def children(self, snapshot_id: int, her_id: int, limit: int) -> list[Party]:
        """The parties below one."""
        return self._select(snapshot_id, party.c.parent_her_id == her_id, limit=limit)

    def services_of(
        self, snapshot_id: int, *, organization_number: str = "", municipality: str = "", limit: int
    ) -> list[Party]:
        """The services of an organisation or in a municipality."""
        where = [party.c.type == PartyType.SERVICE.value]
        if organization_number:
            # A union and not `or`, for which SQLite would read the whole snapshot.
            own, owned = (
                select(party.c.id).where(
                    party.c.snapshot_id == snapshot_id, column == organization_number
                )
                for column in (party.c.organization_number, party.c.parent_organization_number)
            )
            where.append(party.c.id.in_(own.union(owned)))
        if municipality:
            where.append(party.c.municipality_number == municipality)
        return self._select(snapshot_id, *where, limit=limit)

    def search(self, snapshot_id: int, words: Sequence[str], limit: int) -> list[Party]:
        """Parties that have every word; services first, then by name.

        Without words: the first services by HER-id, for a look around.
        """
        match = match_expression(" ".join(words))
        if not match:
            return self._first_services(snapshot_id, limit)
        hits = self._connection.execute(
            text(
                "SELECT party.* FROM party_search JOIN party ON party.id = party_search.rowid"
                " WHERE party_search MATCH :match AND party.snapshot_id = :snapshot"
                " ORDER BY party.type <> 'Service', party.active = 0, party.name, party.her_id"
                " LIMIT :limit"
            ),
            {"match": match, "snapshot": snapshot_id, "limit": limit},
        ).mappings()
        return [party_of(row) for row in hits]

    def any_inactive(self, snapshot_id: int, day: str) -> bool:
        """Whether the snapshot has a party that is not active on a day (ISO)."""
        found = self._connection.execute(
            select(party.c.id)
            .where(
                party.c.snapshot_id == snapshot_id,
                or_(party.c.active.is_(False), func.substr(party.c.valid_to, 1, 10) < day),
            )
            .limit(1)
        )
        return found.first() is not None

    @cached_property
    def _municipality_names(self) -> dict[str, str]:
        rows = SqlTables(self._connection).rows("municipalities")
        return {row[0]: row[2].replace("|", " ") for row in rows}

    def _names(self, one: Party) -> str:
        return self._municipality_names.get(one.municipality_number, "")

    def _remove(self, snapshot_id: int, her_ids: list[int]) -> None:
        for some in _batches(her_ids):
            ids = self._connection.execute(
                select(party.c.id).where(
                    party.c.snapshot_id == snapshot_id, party.c.her_id.in_(some)
                )
            ).scalars()
            there = [{"id": identity} for identity in ids]
            if there:
                self._connection.execute(text("DELETE FROM party WHERE id = :id"), there)
                self._connection.execute(text("DELETE FROM party_search WHERE rowid = :id"), there)

    def _select(
        self, snapshot_id: int, *where: ColumnElement[bool], limit: int | None = None
    ) -> list[Party]:
        """By HER-id; in that order as a sum, so that the condition's index is used and not that of
        the order, which would read the whole snapshot."""
        rows = self._connection.execute(
            select(party)
            .where(party.c.snapshot_id == snapshot_id, *where)
            .order_by(party.c.her_id + 0)
            .limit(limit)
        ).mappings()
        return [party_of(row) for row in rows]

    def _first_services(self, snapshot_id: int, limit: int) -> list[Party]:
        rows = self._connection.execute(
            select(party)
            .where(party.c.snapshot_id == snapshot_id, party.c.type == PartyType.SERVICE.value)
            .order_by(party.c.her_id)
            .limit(limit)
        ).mappings()
        return [party_of(row) for row in rows]

    def _count(self, snapshot_id: int) -> int:
        counted = self._connection.execute(
            select(func.count()).select_from(party).where(party.c.snapshot_id == snapshot_id)
        )
        return int(counted.scalar_one())

    def _update(self, snapshot_id: int, values: Mapping[str, Any]) -> None:
        self._connection.execute(
            update(snapshot).where(snapshot.c.id == snapshot_id).values(dict(values))
        )

    def _one(self, snapshot_id: int) -> Snapshot:
        row = self._connection.execute(select(snapshot).where(snapshot.c.id == snapshot_id))
        return _snapshot(row.mappings().one())


def _snapshot(row: Mapping[Any, Any]) -> Snapshot:
    return Snapshot(
        id=row["id"],
        taken_at=moment(row["taken_at"]),
        last_event_id=row["last_event_id"],
        parties=row["parties"],
        sha256=row["sha256"],
        includes_deactivated=row["includes_deactivated"],
        revision=row["revision"],
        imported_at=moment(row["imported_at"]),
        source_name=row["source_name"],
    )


def _batches(items: Sequence[int]) -> Iterable[Sequence[int]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]

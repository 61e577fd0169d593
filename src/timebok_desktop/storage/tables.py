"""Reference tables and known files in the store."""

from __future__ import annotations

import json
import secrets

from sqlalchemy import Connection, func, select, text

from timebok_desktop.services.compact_json import compact
from timebok_desktop.services.ports_store import KnownFile, NewFile, TableRows
from timebok_desktop.storage.schema import imported_file, reference_table
from timebok_desktop.storage.values import moment_text

_LARGEST_STEP = 2**31


class SqlTables:
    """Implements `services.ports_store.TableStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def names(self) -> set[str]:
        """The tables that were ever filled."""
        return set(self._connection.execute(select(reference_table.c.name)).scalars())

    def rows(self, name: str) -> TableRows:
        """The rows of a table; none for one that was never filled."""
        found = self._connection.execute(
            select(reference_table.c.rows).where(reference_table.c.name == name)
        ).scalar()
        return tuple(tuple(row) for row in json.loads(found)) if found else ()

    def replace(self, name: str, rows: TableRows) -> None:
        """Replace all rows of a table.

        The version takes a random step: a replacement that is taken back, or a restored backup,
        must not give a number again that somebody has remembered other rows by.
        """
        self._connection.execute(
            text(
                "INSERT INTO reference_table(name, rows, version) VALUES(:name, :rows, :version)"
                " ON CONFLICT(name) DO UPDATE SET rows = :rows, version = :version"
            ),
            {
                "name": name,
                "rows": compact(rows),
                "version": self.version() + 1 + secrets.randbelow(_LARGEST_STEP),
            },
        )

    def version(self) -> int:
        """Goes up with every replacement of any table."""
        newest = self._connection.execute(select(func.max(reference_table.c.version))).scalar()
        return int(newest or 0)


class SqlFiles:
    """Implements `services.ports_store.FileStore`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, sha256: str) -> KnownFile | None:
        """A file that was imported before, by its content."""
        row = self._connection.execute(
            select(
                imported_file.c.sha256,
                imported_file.c.name,
                imported_file.c.outcome,
                imported_file.c.has_personal_number,
            ).where(imported_file.c.sha256 == sha256)
        ).first()
        return KnownFile(*row) if row else None

    def add(self, file: NewFile) -> int:
        """Remember a file under one id for good; one that was refused may be tried again."""
        added = self._connection.execute(
            text(
                "INSERT INTO imported_file(sha256, name, format, outcome, imported_at,"
                " imported_by, has_personal_number, audit_seq) VALUES(:sha256, :name, :format,"
                " :outcome, :imported_at, :imported_by, :has_personal_number, :audit_seq)"
                " ON CONFLICT(sha256) DO UPDATE SET name = :name, format = :format,"
                " outcome = :outcome, imported_at = :imported_at, imported_by = :imported_by,"
                " has_personal_number = :has_personal_number, audit_seq = :audit_seq"
                " RETURNING id"
            ),
            {
                "sha256": file.sha256,
                "name": file.name,
                "format": file.format,
                "outcome": file.outcome,
                "imported_at": moment_text(file.at),
                "imported_by": file.by,
                "has_personal_number": file.has_personal_number,
                "audit_seq": file.audit_seq,
            },
        )
        return int(added.scalar_one())

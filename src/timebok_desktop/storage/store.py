"""The store as a whole: opening, units of work, checking, backup and restore."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from timebok_desktop.domain.errors import (
    NotFoundError,
    RefusedError,
    TimebokError,
    UnavailableError,
)
from timebok_desktop.storage.engine import open_engine
from timebok_desktop.storage.failures import explained
from timebok_desktop.storage.migrate import bring_up_to_date, revision
from timebok_desktop.storage.queue_reader import QueueReader
from timebok_desktop.storage.unit_of_work import SqlUnitOfWork


class SqlStore:
    """Implements `services.ports_store.Store` over one file."""

    def __init__(self, path: Path, backups: Path, key: bytes | None = None) -> None:
        """Open the store, make it where it is missing, upgrade it where it is older.

        UnavailableError where it is damaged, newer, locked, or cannot be written.
        """
        self._path = path
        self._backups = backups
        self._key = key
        _make_for_owner(path)
        _require_ours(path, key)
        self._engine: Engine = open_engine(path, key)
        try:
            with explained():
                bring_up_to_date(self._engine, self._backup_before_upgrade)
        except TimebokError:
            self._engine.dispose()
            raise
        self._queue = QueueReader(path, key)
        with suppress(PermissionError):  # a colleague's file in a shared folder
            path.chmod(0o600)

    @property
    def queue(self) -> QueueReader:
        """The queue, for looking."""
        return self._queue

    @contextmanager
    def read(self) -> Iterator[SqlUnitOfWork]:
        """A consistent view."""
        with explained(), self._engine.connect() as connection:
            connection.begin()
            yield SqlUnitOfWork(connection)

    @contextmanager
    def write(self) -> Iterator[SqlUnitOfWork]:
        """A write transaction, taken back unless committed."""
        with explained(), self._engine.connect().execution_options(writes=True) as connection:
            connection.begin()
            yield SqlUnitOfWork(connection)

    def close(self) -> None:
        """Close every connection."""
        self._queue.close()
        self._engine.dispose()

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file."""
        return _findings(self._engine)

    def backup(self, target: Path) -> None:
        """Write a whole copy, looked through before it gets its name."""
        if target.exists():
            raise RefusedError(
                "{path} finnes allerede. Velg et annet navn på sikkerhetskopien.",
                "{path} finst alt. Vel eit anna namn på tryggingskopien.",
                path=target,
            )
        beside = target.with_name(f".{target.name}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            with explained(), self._engine.connect() as connection:
                raw = connection.connection.driver_connection
                if raw is None:
                    raise RuntimeError("no driver connection")
                connection.rollback()
                raw.execute("VACUUM INTO ?", (str(beside),)).close()
            _verify_copy(beside, self._key)
            beside.chmod(0o600)
            _sync(beside)
            beside.rename(target)
            _sync(target.parent)
        except OSError as error:
            raise _unwritable(target, error) from error
        finally:
            with suppress(OSError):  # what went wrong before must be told, not this
                beside.unlink(missing_ok=True)

    def restore(self, source: Path) -> Path:
        """Replace the store's content by a backup's; the content before it is kept as a backup."""
        if not source.is_file():
            raise NotFoundError(
                "Fant ingen sikkerhetskopi på {path}.",
                "Fann ingen tryggingskopi på {path}.",
                path=source,
            )
        kept = self._backups / f"before-restore-{_stamp()}.sqlite3"
        _verify_copy(source, self._key)
        self.backup(kept)
        copy = open_engine(source, self._key, as_it_is=True)
        try:
            with explained(), copy.connect() as origin, self._engine.connect() as here:
                origin.rollback()
                here.rollback()
                into, out_of = here.connection.driver_connection, origin.connection
                if into is None or out_of.driver_connection is None:
                    raise RuntimeError("no driver connection")
                out_of.driver_connection.backup(into)
        finally:
            copy.dispose()
        self._queue.close()
        self._engine.dispose()
        with explained():
            bring_up_to_date(self._engine, self._backup_before_upgrade)
        return kept

    def _backup_before_upgrade(self, found: str) -> None:
        self.backup(self._backups / f"before-upgrade-from-{found}-{_stamp()}.sqlite3")


def _make_for_owner(path: Path) -> None:
    """An empty file first: what SQLite lays beside a file can be read by the same people."""
    with suppress(OSError):  # whoever opens it says what is wrong
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _require_ours(path: Path, key: bytes | None) -> None:
    """What is not our store, or is newer than we are, is refused before anything touches it."""
    if not path.exists():
        return
    engine = open_engine(path, key, as_it_is=True)
    try:
        with explained(), engine.connect() as connection:
            revision(connection)
    finally:
        engine.dispose()


def _verify_copy(path: Path, key: bytes | None) -> None:
    engine = open_engine(path, key, as_it_is=True)
    try:
        wrong = _findings(engine)
        if wrong:
            raise _no_backup(path, "; ".join(wrong[:3]))
        with explained(), engine.connect() as connection:
            if revision(connection) is None:
                raise _no_backup(path, "empty")
    finally:
        engine.dispose()


def _no_backup(path: Path, message: str) -> UnavailableError:
    return UnavailableError(
        "{path} er skadet eller er ingen sikkerhetskopi av et lager ({message}). Ingenting er "
        "endret. Velg en annen; de som er tatt, ligger i mappen «backups» i arbeidsmappen.",
        "{path} er skadd eller er ingen tryggingskopi av eit lager ({message}). Ingenting er "
        "endra. Vel ein annan; dei som er tekne, ligg i mappa «backups» i arbeidsmappa.",
        path=path,
        message=message,
    )


def _findings(engine: Engine) -> list[str]:
    try:
        with engine.connect() as connection:
            checked = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            foreign = connection.execute(text("PRAGMA foreign_key_check")).all()
    except DBAPIError as error:
        return [str(error.orig)]
    wrong = [str(line) for line in checked if line != "ok"]
    return wrong + [f"foreign key: {row[0]} row {row[1]}" for row in foreign]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except PermissionError:  # a folder on Windows cannot be synced
        pass
    finally:
        os.close(descriptor)


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        "Kan ikke skrive {path} ({reason}). Ingenting er endret. Velg en annen mappe eller frigi "
        "plass.",
        "Kan ikkje skrive {path} ({reason}). Ingenting er endra. Vel ei anna mappe eller frigjer "
        "plass.",
        path=path,
        reason=error.strerror or "",
    )

"""The store as a whole: opening, units of work, checking, backup and restore."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from timebok_desktop.domain.errors import (
    NotFoundError,
    RefusedError,
    TimebokError,
    UnavailableError,
)
from timebok_desktop.storage.backups import (
    BEFORE_RESTORE,
    DAILY,
    BackupForm,
    PlainForm,
    forget_old,
    is_due,
    newest_first,
    next_name,
    stamp,
    sync,
)
from timebok_desktop.storage.driver import change_key, opens
from timebok_desktop.storage.engine import open_engine
from timebok_desktop.storage.failures import damaged, explained
from timebok_desktop.storage.migrate import bring_up_to_date, revision
from timebok_desktop.storage.queue_reader import QueueReader
from timebok_desktop.storage.unit_of_work import SqlUnitOfWork


class SqlStore:
    """Implements `services.ports_store.Store` over one file."""

    def __init__(
        self,
        path: Path,
        backups: Path,
        key: bytes | None = None,
        form: BackupForm | None = None,
    ) -> None:
        """Open the store, make it where it is missing, upgrade it where it is older.

        UnavailableError where it is damaged, newer, locked, or cannot be written.
        """
        self._path = path
        self._backups = backups
        self._key = key
        self._form = form or PlainForm()
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
        return _findings(self._engine, encrypted=self._key is not None)

    def backup(self, target: Path, *, replaces: bool = False) -> None:
        """Write a whole copy, looked through before it gets its name."""
        if target.exists() and (not replaces or target.samefile(self._path)):
            raise RefusedError(
                "{path} finnes allerede. Velg et annet navn på sikkerhetskopien.",
                "{path} finst alt. Vel eit anna namn på tryggingskopien.",
                path=target,
            )
        copy = target.with_name(f".{target.name}.part")
        beside = target.with_name(f".{target.name}.whole.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            for left in (copy, beside):
                left.unlink(missing_ok=True)
            self._copy_to(copy)
            verify_copy(copy, self._key)
            copy.chmod(0o600)
            self._form.wrap(copy, beside)
            sync(beside)
            beside.replace(target)
            sync(target.parent)
        except OSError as error:
            raise _unwritable(target, error) from error
        finally:
            for left in (copy, beside):
                with suppress(OSError):  # what went wrong before must be told, not this
                    left.unlink(missing_ok=True)

    def backup_if_due(self, now: datetime, kept: int) -> Path | None:
        """The backup of the day where there is none yet; of the daily ones `kept` stay."""
        if kept == 0 or not is_due(self._backups, self._path, now):
            return None
        target = next_name(self._backups, DAILY)
        self.backup(target)
        forget_old(self._backups, kept)
        return target

    def restore(self, source: Path) -> Path:
        """Replace the content by a backup's; the content before it is kept as a backup.

        DamagedError where the store is too damaged to be kept so.
        """
        self._require_sound()
        return self._restored(source)

    def restore_last(self) -> tuple[Path, Path]:
        """The same with the last good backup; returns which, and what is kept."""
        self._require_sound()
        for chosen in newest_first(self._backups):
            if chosen.name.startswith(BEFORE_RESTORE):  # somebody wanted to leave that behind
                continue
            with suppress(UnavailableError, RefusedError):
                return chosen, self._restored(chosen)
        raise NotFoundError(
            "Det er ingen god sikkerhetskopi i {path}. Oppgi filen.",
            "Det er ingen god tryggingskopi i {path}. Oppgi fila.",
            path=self._backups,
        )

    def _require_sound(self) -> None:
        wrong = self.check()
        if wrong:
            raise damaged(wrong[0])

    def rekey(self, key: bytes) -> None:
        """Encrypt the whole store under another key, in place and in one transaction.

        UnavailableError where anybody else has it open.
        """
        self._queue.close()
        self._engine.dispose()
        with explained():
            change_key(self._path, self._key, key)
        self._key = key
        self._engine = open_engine(self._path, key)
        self._queue = QueueReader(self._path, key)

    def _copy_to(self, target: Path) -> None:
        with explained(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is None:
                raise RuntimeError("no driver connection")
            connection.rollback()
            raw.execute("VACUUM INTO ?", (str(target),)).close()

    def _restored(self, source: Path) -> Path:
        if not source.is_file():
            raise NotFoundError(
                "Fant ingen sikkerhetskopi på {path}.",
                "Fann ingen tryggingskopi på {path}.",
                path=source,
            )
        kept = next_name(self._backups, BEFORE_RESTORE)
        with self._form.unwrapped(source) as (database, keys):
            key = next((one for one in keys if opens(database, one)), self._key)
            verify_copy(database, key, source)
            self.backup(kept)
            self._take_over(database, key)
        self._queue.close()
        self._engine.dispose()
        with explained():
            bring_up_to_date(self._engine, self._backup_before_upgrade)
        return kept

    def _take_over(self, database: Path, key: bytes | None) -> None:
        copy = open_engine(database, key, as_it_is=True)
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

    def _backup_before_upgrade(self, found: str) -> None:
        self.backup(next_name(self._backups, f"before-upgrade-from-{found}-"))


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


def put_aside(path: Path, backups: Path) -> Path:
    """Move a damaged store out of the way, whole, with all that lies beside it."""
    aside = backups / f"damaged-{stamp()}"
    aside.mkdir(mode=0o700)
    for name in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
        if name.exists():
            name.rename(aside / name.name)
    sync(path.parent)
    return aside


def verify_copy(path: Path, key: bytes | None, told: Path | None = None) -> None:
    """UnavailableError where a copy is damaged or none of ours; `told` is what it is called."""
    engine = open_engine(path, key, as_it_is=True)
    try:
        wrong = _findings(engine, encrypted=key is not None)
        if wrong:
            raise _no_backup(told or path, "; ".join(wrong[:3]))
        with explained(), engine.connect() as connection:
            if revision(connection) is None:
                raise _no_backup(told or path, "empty")
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


def _findings(engine: Engine, *, encrypted: bool) -> list[str]:
    try:
        with engine.connect() as connection:
            codes: list[str] = []
            if encrypted:  # every page bears a code that one flipped bit breaks
                codes = list(connection.execute(text("PRAGMA cipher_integrity_check")).scalars())
            checked = connection.execute(text("PRAGMA integrity_check")).scalars().all()
            foreign = connection.execute(text("PRAGMA foreign_key_check")).all()
    except DBAPIError as error:
        return [str(error.orig)]
    wrong = [*codes, *(str(line) for line in checked if line != "ok")]
    return wrong + [f"foreign key: {row[0]} row {row[1]}" for row in foreign]


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        "Kan ikke skrive {path} ({reason}). Ingenting er endret. Velg en annen mappe eller frigi "
        "plass.",
        "Kan ikkje skrive {path} ({reason}). Ingenting er endra. Vel ei anna mappe eller frigjer "
        "plass.",
        path=path,
        reason=error.strerror or "",
    )

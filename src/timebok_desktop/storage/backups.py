"""Backups as files: their form, their names, how many are kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.errors import RefusedError

SUFFIX = ".timebok-backup"
DAILY = "daily-"
BEFORE_RESTORE = "before-restore-"
_DAY = timedelta(days=1)
_SEALED = b"timebok-backup/"


class BackupForm(Protocol):
    """How the copy of a database becomes a backup that can stand by itself."""

    def wrap(self, database: Path, target: Path) -> None:
        """Write the backup of a copied database to `target`, which does not exist."""

    def unwrapped(self, source: Path) -> AbstractContextManager[tuple[Path, Iterator[bytes]]]:
        """The database of a backup, and the keys that it may have, none where it is plain."""


class PlainForm:
    """A backup that is the database itself."""

    def wrap(self, database: Path, target: Path) -> None:
        """It is the backup already."""
        database.rename(target)

    @contextmanager
    def unwrapped(self, source: Path) -> Iterator[tuple[Path, Iterator[bytes]]]:
        """The file as it is."""
        with suppress(OSError), source.open("rb") as file:
            if file.read(len(_SEALED)) == _SEALED:
                raise RefusedError(
                    "{path} er sikkerhetskopi av en kryptert arbeidsmappe. Hent den fram i en ny "
                    "eller kryptert arbeidsmappe («--workspace DIR»).",
                    "{path} er tryggingskopi av ei kryptert arbeidsmappe. Hent han fram i ei ny "
                    "eller kryptert arbeidsmappe («--workspace DIR»).",
                    path=source,
                )
        yield source, iter(())


def stamp() -> str:
    """This moment, in a file's name."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")


def newest_first(folder: Path) -> list[Path]:
    """Every backup in a folder."""
    found = [
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.is_file() and not path.name.startswith(".")
    ]
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def is_due(folder: Path, store: Path, now: datetime) -> bool:
    """Whether the newest backup, or a store without any, is more than a day old."""
    backups = newest_first(folder)
    newest = backups[0].stat().st_mtime if backups else _made_at(store)
    return now - datetime.fromtimestamp(newest, UTC) >= _DAY


def forget_old(folder: Path, kept: int) -> None:
    """Delete the daily backups but the newest ones."""
    for path in sorted(folder.glob(f"{DAILY}*"), reverse=True)[kept:]:
        with suppress(OSError):
            path.unlink()


def sync(path: Path) -> None:
    """Make a file, or a new name in a folder, durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except PermissionError:  # a folder on Windows cannot be synced
        pass
    finally:
        os.close(descriptor)


def _made_at(store: Path) -> float:
    """When the workspace was made, told by what is written once."""
    for path in (store.parent / "keys" / "signing-public.jwk", store):
        with suppress(OSError):
            return path.stat().st_mtime
    return datetime.now(UTC).timestamp()

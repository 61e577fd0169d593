"""Backups as files: their form, their names, how many are kept."""

from __future__ import annotations

import os
import re
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
_HOUR = timedelta(hours=1)
_NUMBER = re.compile(r"-(\d{6})\.")
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
                    "{path} er sikkerhetskopi av en kryptert arbeidsmappe. Gjenopprett den i en ny "
                    "eller kryptert arbeidsmappe («--workspace DIR»).",
                    "{path} er tryggingskopi av ei kryptert arbeidsmappe. Gjenopprett han i ei ny "
                    "eller kryptert arbeidsmappe («--workspace DIR»).",
                    path=source,
                )
        yield source, iter(())


def stamp() -> str:
    """This moment, in a file's name."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")


def next_name(folder: Path, prefix: str) -> Path:
    """A new backup in the folder of backups. Its number says what came after what, whatever the
    clock said then."""
    number = 1 + max((_number(path) for path in _all(folder)), default=0)
    return folder / f"{prefix}{stamp()}-{number:06}{SUFFIX}"


def newest_first(folder: Path) -> list[Path]:
    """Every backup in a folder."""
    made = _made(folder)
    return sorted(made, key=lambda path: (made[path], _number(path)), reverse=True)


def is_due(folder: Path, store: Path, now: datetime) -> bool:
    """Whether the newest backup, or a store without any, is more than a day old, or of a day to
    come: then the clock was ahead."""
    newest = max(_made(folder).values(), default=0) or _made_at(store)
    return not -_HOUR < now - datetime.fromtimestamp(newest, UTC) < _DAY


def forget_old(folder: Path, kept: int) -> None:
    """Delete the daily backups but the newest ones."""
    daily = [path for path in newest_first(folder) if path.name.startswith(DAILY)]
    for path in daily[kept:]:
        with suppress(OSError):
            path.unlink()


def _all(folder: Path) -> list[Path]:
    return [
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.is_file() and not path.name.startswith(".")
    ]


def _made(folder: Path) -> dict[Path, float]:
    """When each backup was made, and none later than one that has a higher number."""
    made = {path: path.stat().st_mtime for path in _all(folder)}
    latest = float("inf")
    for path in sorted(filter(_number, made), key=_number, reverse=True):
        latest = made[path] = min(made[path], latest)
    return made


def _number(path: Path) -> int:
    found = _NUMBER.search(path.name)
    return int(found[1]) if found else 0


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

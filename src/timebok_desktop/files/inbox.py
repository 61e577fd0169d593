"""The inbox folder: which files have arrived whole, and where they go afterwards.

Does not read them. A file that is still being written is left alone until it has come to rest.
"""

from __future__ import annotations

import os
import time
from enum import StrEnum
from itertools import count
from pathlib import Path

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.folders import make_folders


class Outcome(StrEnum):
    """What became of a file of the inbox: the name of the subfolder it moves to."""

    HANDLED = "behandlet"
    UNREAD = "ikke-lest"


_TEMPORARY_SUFFIXES = frozenset({".part", ".partial", ".crdownload", ".download", ".tmp", ".temp"})
_TEMPORARY_PREFIXES = (".", "~$")
_SETTLED_AFTER = 2.0


class FolderInbox:
    """Implements `services.context.Inbox`; remembers what it saw, so that it never has to wait."""

    def __init__(self, settled_after: float = _SETTLED_AFTER) -> None:
        self._settled_after = settled_after
        self._seen: dict[Path, tuple[int, int]] = {}

    def scan(self, folder: Path) -> list[Path]:
        """The files in `folder` that have stopped growing, by name.

        Last written at least so many seconds ago, and not changed since the last look;
        subfolders are not searched.
        """
        now = time.time_ns()
        before, self._seen = self._seen, _sizes_and_times(folder)
        return sorted(
            path
            for path, seen in self._seen.items()
            if before.get(path, seen) == seen and now - seen[1] >= self._settled_after * 1e9
        )

    def settle(self, path: Path, *, taken: bool) -> Path:
        """Move a file out of the inbox; returns its new place."""
        return settle(path, Outcome.HANDLED if taken else Outcome.UNREAD)


def settle(path: Path, outcome: Outcome) -> Path:
    """Move a file into the subfolder of its outcome, under a free name; returns its new place."""
    try:
        target_folder = path.parent / outcome.value
        make_folders(target_folder)
        target = _reserved(target_folder, path)
        try:
            os.replace(path, target)  # noqa: PTH105 - replaces only the name reserved above
        except OSError:
            target.unlink()
            raise
    except OSError as error:
        raise UnavailableError(
            "Filen {path} kan ikke flyttes til mappen {folder} ({reason}). Lukk filen i andre "
            "programmer, kontroller skrivetilgangen og prøv igjen.",
            "Fila {path} kan ikkje flyttast til mappa {folder} ({reason}). Lukk fila i andre "
            "program, kontroller skrivetilgangen og prøv igjen.",
            path=path,
            folder=outcome.value,
            reason=error.strerror or type(error).__name__,
        ) from error
    return target


def _sizes_and_times(folder: Path) -> dict[Path, tuple[int, int]]:
    try:
        with os.scandir(folder) as entries:
            return {
                Path(entry.path): (seen.st_size, seen.st_mtime_ns)
                for entry in entries
                if _is_for_us(entry) and (seen := entry.stat(follow_symlinks=False))
            }
    except OSError as error:
        raise UnavailableError(
            "Innboksmappen {folder} kan ikke leses ({reason}). Kontroller at den finnes, og at du "
            "har tilgang.",
            "Innboksmappa {folder} kan ikkje lesast ({reason}). Kontroller at ho finst, og at du "
            "har tilgang.",
            folder=folder,
            reason=error.strerror or type(error).__name__,
        ) from error


def _is_for_us(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    return (
        entry.is_file(follow_symlinks=False)
        and not name.startswith(_TEMPORARY_PREFIXES)
        and not name.endswith("~")
        and Path(name).suffix.lower() not in _TEMPORARY_SUFFIXES
    )


def _reserved(folder: Path, path: Path) -> Path:
    """A name nobody has, made sure of by creating it: `name (2).csv` where it is taken."""
    for number in count(1):
        name = path.name if number == 1 else f"{path.stem} ({number}){path.suffix}"
        try:
            (folder / name).open("xb").close()
        except FileExistsError:
            continue
        return folder / name
    raise AssertionError  # counting never ends

"""A folder that comes into being all at once: filled beside, synced, then moved into place.

It knows nothing of packages. Two programs must not fill folders below the same target at the same
time: what another one has begun counts as left over from a killed run and is removed; that other
run then fails cleanly.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from timebok_desktop.domain.errors import RefusedError, UnavailableError

_BESIDE = ".timebok-part-"
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FOLDERS_SYNC = os.name != "nt"
"""Windows cannot sync a folder, and syncs a file only through a handle that may write."""
_FEW_FILES = 100
"""With no more than these, other programs' unwritten data would cost more than it saves."""
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def make_folder(target: Path, name: str, fill: Callable[[Path], None]) -> Path:
    """Make `target/name` with what `fill` writes into it, durably, or leave nothing.

    UnavailableError where the disk or the folder does not allow it.
    """
    made = not target.exists()
    try:
        target.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(target)
        return _make(target, name, fill)
    except OSError as error:
        if made:
            _remove_if_empty(target)
        raise _unavailable(target, error) from error


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def _make(target: Path, name: str, fill: Callable[[Path], None]) -> Path:
    final, beside = target / name, target / f"{_BESIDE}{name}"
    if os.path.lexists(final):
        raise RefusedError(
            "{folder} finnes allerede. Flytt den bort før du eksporterer igjen.",
            "{folder} finst allereie. Flytt ho bort før du eksporterer på nytt.",
            folder=final,
        )
    unfinished = beside
    try:
        beside.mkdir()
        fill(beside)
        _sync_tree(beside)
        beside.rename(final)
        unfinished = final
        _sync_folder(target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return final


def _remove_leftovers(target: Path) -> None:
    for left in target.glob(f"{_BESIDE}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # it was never made, or somebody else uses it by now


def _sync_tree(folder: Path) -> None:
    """Everything below `folder` to the disk: the file system once, then each file for its errors.

    Syncing each file of a large package alone is many times slower; after the file system has
    been synced, asking for each file costs next to nothing and still reports a failed write.
    """
    tree = list(os.walk(folder, topdown=False))
    files = [f"{root}{os.sep}{name}" for root, _, names in tree for name in names]
    if len(files) > _FEW_FILES and hasattr(os, "sync"):
        os.sync()
    for file in files:
        _sync_file(file)
    for root, _, _ in tree:
        _sync_folder(root)


def _sync_folder(folder: str | Path) -> None:
    if _FOLDERS_SYNC:
        _sync_file(folder)


def _sync_file(path: str | Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if _FOLDERS_SYNC else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unavailable(target: Path, error: OSError) -> UnavailableError:
    if error.errno in _FULL:
        return UnavailableError(
            "Disken er full: eksportpakken fikk ikke plass i {folder}. Ingenting ble eksportert. "
            "Frigjør plass eller velg en annen mappe, og eksporter igjen.",
            "Disken er full: eksportpakken fekk ikkje plass i {folder}. Ingenting vart eksportert. "
            "Frigjer plass eller vel ei anna mappe, og eksporter på nytt.",
            folder=target,
        )
    if error.errno in _FORBIDDEN:
        return UnavailableError(
            "Du har ikke skrivetilgang til {folder}. Ingenting ble eksportert. Velg en annen "
            "mappe, eller be den som styrer maskinen, om tilgang.",
            "Du har ikkje skrivetilgang til {folder}. Ingenting vart eksportert. Vel ei anna "
            "mappe, eller be den som styrer maskina, om tilgang.",
            folder=target,
        )
    return UnavailableError(
        "Eksportpakken kunne ikke skrives til {folder}: {reason}. Ingenting ble eksportert. "
        "Kontroller disken eller velg en annen mappe, og eksporter igjen.",
        "Eksportpakken kunne ikkje skrivast til {folder}: {reason}. Ingenting vart eksportert. "
        "Kontroller disken eller vel ei anna mappe, og eksporter på nytt.",
        folder=target,
        reason=error.strerror or error,
    )

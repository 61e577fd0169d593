"""A folder that comes into being all at once: filled beside, synced, noted, then moved into place.

It knows nothing of packages. What was noted and not moved (the program was killed between the two)
is moved by `settle`. Two programs must not fill folders below the same target at the same time:
what another one has begun counts as left over from a killed run and is removed; that other run
then fails cleanly.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.files.folders import make_folders, sync_folder
from timebok_desktop.files.package.syncing import WholeFileSystem, synced_tree

_BESIDE = ".timebok-part-"
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def make_folder(
    target: Path,
    name: str,
    fill: Callable[[Path], int],
    check: Callable[[Path], None],
    note: Callable[[Path], None],
) -> Path:
    """Make `target/name` with what `fill` writes and `check` finds right, durably, or nothing.

    `fill` tells how many files it wrote. `note` is told where the folder will stand, when all of
    it is safe beside; once that has returned, the folder counts as made. Where it fails, what
    stands beside is left: it may have been noted all the same.
    UnavailableError where the disk or the folder does not allow it.
    """
    made = not target.exists()
    try:
        make_folders(target)
        _remove_leftovers(target)
        final = _made_beside(target, name, fill, check)
        note(final)
        settle(final)
    except OSError as error:
        raise _unavailable(target, error) from error
    finally:
        if made:
            _remove_if_empty(target)
    return final


def settle(final: Path) -> None:
    """Move a folder into place that was noted but not moved; nothing where it stands already.

    UnavailableError where the disk or the folder does not allow it.
    """
    beside = final.with_name(f"{_BESIDE}{final.name}")
    try:
        if beside.is_dir() and not os.path.lexists(final):
            beside.rename(final)
            sync_folder(final.parent)
    except OSError as error:
        raise _unsettled(final, error) from error


def _made_beside(
    target: Path, name: str, fill: Callable[[Path], int], check: Callable[[Path], None]
) -> Path:
    final, beside = target / name, target / f"{_BESIDE}{name}"
    if os.path.lexists(final):
        raise RefusedError(
            "{folder} finnes allerede. Flytt den bort før du eksporterer igjen.",
            "{folder} finst alt. Flytt ho bort før du eksporterer igjen.",
            folder=final,
        )
    try:
        beside.mkdir()
        _fill(beside, fill, check)
        sync_folder(target)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    return final


def _fill(beside: Path, fill: Callable[[Path], int], check: Callable[[Path], None]) -> None:
    file_system = WholeFileSystem(beside)
    try:
        files = fill(beside)
        with synced_tree(beside, files, file_system):
            check(beside)
    finally:
        file_system.close()


def _remove_leftovers(target: Path) -> None:
    for left in target.glob(f"{_BESIDE}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # it was never made, or somebody else uses it by now


def _unavailable(target: Path, error: OSError) -> UnavailableError:
    if error.errno in _FULL:
        return UnavailableError(
            "Disken er full: eksportpakken fikk ikke plass i {folder}. Ingenting ble eksportert. "
            "Frigjør plass eller velg en annen mappe, og eksporter igjen.",
            "Disken er full: eksportpakken fekk ikkje plass i {folder}. Ingenting vart eksportert. "
            "Frigjer plass eller vel ei anna mappe, og eksporter igjen.",
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
        "Kontroller disken eller vel ei anna mappe, og eksporter igjen.",
        folder=target,
        reason=error.strerror or error,
    )


def _unsettled(final: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        "Eksportpakken {folder} er ferdig og ført i loggen, men kunne ikke få navnet sitt: "
        "{reason}. Kontroller disken og mappen, og åpne arbeidsmappen igjen; da prøves det på "
        "nytt.",
        "Eksportpakken {folder} er ferdig og ført i loggen, men kunne ikkje få namnet sitt: "
        "{reason}. Kontroller disken og mappa, og opne arbeidsmappa igjen; då blir det prøvd på "
        "nytt.",
        folder=final,
        reason=error.strerror or error,
    )

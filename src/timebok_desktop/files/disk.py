"""Plain files for the services, with failures that say what to do."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from timebok_desktop.domain.errors import (
    NotFoundError,
    RefusedError,
    UnavailableError,
    UnreadableError,
)
from timebok_desktop.files.folders import make_folders, sync_folder
from timebok_desktop.files.safe_csv import unprotect
from timebok_desktop.files.safe_csv import write_csv as safe_csv

if TYPE_CHECKING:  # it brings much along that the process which reads orders can spare
    from timebok_desktop.services.ports_store import TableRows

OWNER_ALONE = 0o600
FOR_OTHERS = 0o666
"""As far as the system lets new files be read by others: what a person puts somewhere to share."""

_PIECE = 1024 * 1024
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class LocalDisk:
    """Implements `services.context.Disk`."""

    def files_below(self, path: Path) -> list[Path]:
        """The file itself, or every file below a folder; hidden files are left alone."""
        resolved = path.expanduser().absolute()
        if resolved.is_file():
            return [resolved]
        if not resolved.is_dir():
            raise missing(path)
        return sorted(
            found
            for found in resolved.rglob("*")
            if found.is_file()
            and not any(part.startswith(".") for part in found.relative_to(resolved).parts)
        )

    def require_size(self, path: Path, limit: int) -> None:
        """Refuse a file of more than `limit` bytes."""
        try:
            if path.stat().st_size > limit:
                raise UnreadableError(
                    "{path} er større enn {limit} byte og er ikke lest. Del den opp.",
                    "{path} er større enn {limit} byte og er ikkje lesen. Del ho opp.",
                    code="too-large",
                    path=path,
                    limit=limit,
                )
        except FileNotFoundError as error:
            raise missing(path) from error
        except OSError as error:
            raise unreadable(path, error) from error

    def read(self, path: Path, limit: int) -> bytes:
        """The content of a file of at most `limit` bytes."""
        self.require_size(path, limit)
        try:
            return path.read_bytes()
        except FileNotFoundError as error:
            raise missing(path) from error
        except OSError as error:
            raise unreadable(path, error) from error

    def read_csv(self, path: Path, columns: Sequence[str]) -> TableRows:
        """The rows of a CSV with exactly these columns, in any order."""
        content = self.read(path, 64 * _PIECE)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableError(
                "{path} er ikke UTF-8. Lagre filen som «CSV UTF-8».",
                "{path} er ikkje UTF-8. Lagre fila som «CSV UTF-8».",
                code="wrong-encoding",
                path=path,
            ) from error
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        except csv.Error as error:
            raise UnreadableError(
                "{path} er ikke gyldig CSV ({why}).",
                "{path} er ikkje gyldig CSV ({why}).",
                code="not-csv",
                path=path,
                why=error,
            ) from error
        return _in_order(path, rows, columns)

    def write_new(self, path: Path, pieces: Iterable[bytes], *, replaces: bool = False) -> int:
        """Write a file for its owner alone; how many bytes it has. One that exists is replaced
        where that is wanted, else refused."""
        if replaces:
            write_beside(path, b"".join(pieces))
        elif not write_unless_taken(path, pieces):
            raise RefusedError(
                "{path} finnes allerede. Velg et annet navn.",
                "{path} finst alt. Vel eit anna namn.",
                path=path,
            )
        return path.stat().st_size

    def write_csv(self, path: Path, columns: Sequence[str], rows: TableRows) -> None:
        """Write a CSV that no spreadsheet takes for formulas beside, then move it to its name."""
        write_beside(path, safe_csv([columns, *rows]), FOR_OTHERS)


def write_beside(path: Path, content: bytes, mode: int = OWNER_ALONE) -> None:
    """Replace a file whole or not at all, durably."""
    beside = _beside(path)
    try:
        _write(beside, (content,), mode)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):  # what went wrong before must be told, not this
            beside.unlink(missing_ok=True)


def write_unless_taken(path: Path, pieces: Iterable[bytes]) -> bool:
    """Write a new file whole or not at all, durably; False where there is one already."""
    beside = _beside(path)
    try:
        _write(beside, pieces, OWNER_ALONE)
        try:
            os.link(beside, path)
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if path.exists():
                return False
            beside.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):  # what went wrong before must be told, not this
            beside.unlink(missing_ok=True)
    return True


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{uuid4().hex}.part")


def _write(beside: Path, pieces: Iterable[bytes], mode: int) -> None:
    make_folders(beside.parent)
    with os.fdopen(os.open(beside, _CREATE, mode), "wb") as file:
        file.writelines(pieces)
        file.flush()
        os.fsync(file.fileno())


def _unwritable(path: Path, error: OSError) -> UnavailableError:
    return UnavailableError(
        "Kan ikke skrive {path} ({why}). Ingenting er endret. Velg en annen mappe eller frigi "
        "plass.",
        "Kan ikkje skrive {path} ({why}). Ingenting er endra. Vel ei anna mappe eller frigjer "
        "plass.",
        path=path,
        why=error.strerror or "",
    )


def _in_order(path: Path, rows: list[list[str]], columns: Sequence[str]) -> TableRows:
    header = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if sorted(header) != sorted(columns):
        raise UnreadableError(
            "{path} må ha kolonnene {expected} i første rad, ikke {found}.",
            "{path} må ha kolonnane {expected} i første rad, ikkje {found}.",
            code="wrong-columns",
            at="row 1",
            path=path,
            expected=", ".join(columns),
            found=", ".join(header) or "–",
        )
    places = [header.index(column) for column in columns]
    taken = []
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise UnreadableError(
                "{path}, rad {row}: Antall celler er {found}, ikke {expected}.",
                "{path}, rad {row}: Talet på celler er {found}, ikkje {expected}.",
                code="wrong-cells",
                at=f"row {number}",
                path=path,
                row=number,
                found=len(row),
                expected=len(header),
            )
        taken.append(tuple(unprotect(row[place]) for place in places))
    return tuple(taken)


def missing(path: Path) -> NotFoundError:
    """There is no such file."""
    return NotFoundError(
        "{path} finnes ikke. Kontroller at stien er riktig.",
        "{path} finst ikkje. Kontroller at stien er rett.",
        path=path,
    )


def unreadable(path: Path, error: OSError) -> UnreadableError:
    """The file is there, but the system does not let us read it."""
    return UnreadableError(
        "{path} kan ikke leses ({why}). Kontroller at du har tilgang til filen.",
        "{path} kan ikkje lesast ({why}). Kontroller at du har tilgang til fila.",
        code="cannot-read",
        path=path,
        why=error.strerror or "",
    )

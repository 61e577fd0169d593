"""Plain files for the services, with failures that say what to do."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.files.safe_csv import unprotect
from timebok_desktop.files.safe_csv import write_csv as safe_csv

if TYPE_CHECKING:  # it brings much along that the process which reads orders can spare
    from timebok_desktop.services.ports_store import TableRows

_PIECE = 1024 * 1024


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

    def write_csv(self, path: Path, columns: Sequence[str], rows: TableRows) -> None:
        """Write a CSV that no spreadsheet takes for formulas beside, then move it to its name."""
        write_beside(path, safe_csv([columns, *rows]))


def write_beside(path: Path, content: bytes) -> None:
    """Replace a file whole or not at all, durably."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnavailableError(
            "Kan ikke skrive {path} ({why}). Ingenting er endret. Velg en annen mappe eller frigi "
            "plass.",
            "Kan ikkje skrive {path} ({why}). Ingenting er endra. Vel ei anna mappe eller frigjer "
            "plass.",
            path=path,
            why=error.strerror or "",
        ) from error


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
                "{path}, rad {row}: {found} celler, ikke {expected}.",
                "{path}, rad {row}: {found} celler, ikkje {expected}.",
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
        "{path} finnes ikke. Se etter at stien er riktig.",
        "{path} finst ikkje. Sjå etter at stien er rett.",
        path=path,
    )


def unreadable(path: Path, error: OSError) -> UnreadableError:
    """The file is there, but the system does not let us read it."""
    return UnreadableError(
        "{path} kan ikke leses ({why}). Se etter at du har tilgang til filen.",
        "{path} kan ikkje lesast ({why}). Sjå etter at du har tilgang til fila.",
        code="cannot-read",
        path=path,
        why=error.strerror or "",
    )

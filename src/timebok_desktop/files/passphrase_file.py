"""A file with a passphrase on its one line, for machines without a keyring."""

from __future__ import annotations

from pathlib import Path

from timebok_desktop.domain.errors import UnavailableError

_LARGEST = 64 * 1024


def passphrase_in(file: Path) -> str:
    """The passphrase that a file holds; UnavailableError where there is none to be read."""
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST + 1)
        passphrase = content.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError) as error:
        raise _unusable(file) from error
    if not passphrase or len(content) > _LARGEST:
        raise _unusable(file)
    return passphrase


def _unusable(file: Path) -> UnavailableError:
    return UnavailableError(
        "Passordfrasen kan ikke leses fra {file}. Filen må kunne leses og ha frasen på én linje i "
        "UTF-8.",
        "Passordfrasen kan ikkje lesast frå {file}. Fila må kunne lesast og ha frasen på éi linje "
        "i UTF-8.",
        file=file,
    )

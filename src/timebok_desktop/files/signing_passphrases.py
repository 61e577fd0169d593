"""Where the passphrase of a signing key comes from: a file, or whoever can be asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from timebok_desktop.domain.errors import UnavailableError

ENVIRONMENT_NAME = "TIMEBOK_SIGNING_PASSPHRASE_FILE"
_LARGEST = 64 * 1024

Ask = Callable[[str, bool], str | None]
"""Asks for a caseworker's passphrase, or for a new one; None where the answer is no."""


class SigningPassphrases:
    """Implements `files.caseworker_keys.Passphrases`: the file that the environment names, else
    `ask`.
    """

    def __init__(self, ask: Ask | None = None) -> None:
        self._ask = ask

    def __call__(self, caseworker: str, *, new: bool) -> str | None:
        """The passphrase of a caseworker's key, or of a `new` one; None where none is found."""
        named = os.environ.get(ENVIRONMENT_NAME)
        if named:
            return _read(Path(named))
        return self._ask(caseworker, new) if self._ask is not None else None


def _read(file: Path) -> str:
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
        "Passordfrasen kan ikke leses fra {file}, som TIMEBOK_SIGNING_PASSPHRASE_FILE peker på. "
        "Filen må kunne leses og ha frasen på én linje i UTF-8.",
        "Passordfrasen kan ikkje lesast frå {file}, som TIMEBOK_SIGNING_PASSPHRASE_FILE peikar på. "
        "Fila må kunne lesast og ha frasen på éi linje i UTF-8.",
        file=file,
    )

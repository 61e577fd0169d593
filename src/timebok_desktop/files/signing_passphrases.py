"""Where the passphrase of a signing key comes from: a file, the keyring, or whoever can be asked.

The keyring has it only where its caseworker wanted that (`timebok keys remember`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.files.key_file import read_key_file
from timebok_desktop.files.keyrings import SystemKeyring
from timebok_desktop.files.passphrase_file import passphrase_in

ENVIRONMENT_NAME = "TIMEBOK_SIGNING_PASSPHRASE_FILE"

Ask = Callable[[str, bool], str | None]
"""Asks for a caseworker's passphrase, or for a new one; None where the answer is no."""


class Ring(Protocol):
    """A keyring for single texts (`files.keyrings.SystemKeyring`)."""

    def text(self, name: str) -> str | None: ...
    def keep_text(self, name: str, text: str) -> bool: ...
    def forget(self, workspace: str) -> bool: ...


class Remembered:
    """Passphrases of caseworkers' keys in a keyring, each under its workspace and caseworker."""

    def __init__(self, store_key: Path, ring: Ring | None = None) -> None:
        self._store_key = store_key
        self._ring = ring or SystemKeyring()

    def get(self, caseworker: str) -> str | None:
        """The passphrase, None where it is not remembered."""
        return self._ring.text(self._name(caseworker))

    def keep(self, caseworker: str, passphrase: str) -> bool:
        """Remember a passphrase; False where there is no keyring to be trusted."""
        return self._ring.keep_text(self._name(caseworker), passphrase)

    def forget(self, caseworker: str) -> bool:
        """Remember it no more; False where it was not remembered."""
        return self._ring.forget(self._name(caseworker))

    def _name(self, caseworker: str) -> str:
        return f"{read_key_file(self._store_key).workspace} caseworker {squeezed(caseworker)}"


class SigningPassphrases:
    """Implements `files.caseworker_keys.Passphrases`: the file that the environment names, else
    what is `remembered`, else `ask`.
    """

    def __init__(self, ask: Ask | None = None, remembered: Remembered | None = None) -> None:
        self._ask = ask
        self._remembered = remembered

    def __call__(self, caseworker: str, *, new: bool) -> str | None:
        """The passphrase of a caseworker's key, or of a `new` one; None where none is found."""
        named = os.environ.get(ENVIRONMENT_NAME)
        if named:
            return passphrase_in(Path(named))
        kept = self._remembered.get(caseworker) if self._remembered and not new else None
        if kept is not None:
            return kept
        return self._ask(caseworker, new) if self._ask is not None else None

"""The folder of originals: every imported file, unchanged, under its SHA-256.

Writes only; what an original means is known to the store.
"""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from uuid import uuid4

from timebok_desktop.domain.errors import UnavailableError

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC})
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class OriginalsFolder:
    """Implements `services.ports_files.Originals` in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Keep the content durably and return its SHA-256; what is there already stays."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path(sha256)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _holds(target, content):
                self._write(target, content)
        except OSError as error:
            raise _unavailable(self._folder, error) from error
        return sha256

    def path(self, sha256: str) -> Path:
        """Where an original is kept."""
        return self._folder / sha256

    def _write(self, target: Path, content: bytes) -> None:
        beside = self._folder / f".{uuid4().hex}.part"
        try:
            with os.fdopen(os.open(beside, _CREATE, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(self._folder)


def _holds(target: Path, content: bytes) -> bool:
    """Whether the original is there and whole; a damaged one is written again."""
    return target.is_file() and target.read_bytes() == content


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; Windows has no such call and does it with the file."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unavailable(folder: Path, error: OSError) -> UnavailableError:
    if error.errno in _NO_ROOM:
        return UnavailableError(
            "Disken er full: originalen kan ikke lagres i {folder}, og filen er ikke tatt inn. "
            "Frigjør plass og prøv igjen.",
            "Disken er full: originalen kan ikkje lagrast i {folder}, og fila er ikkje teken inn. "
            "Frigjer plass og prøv igjen.",
            folder=folder,
        )
    return UnavailableError(
        "Originalen kan ikke lagres i {folder} ({reason}), og filen er ikke tatt inn. Kontroller "
        "at mappen finnes og at du har skrivetilgang.",
        "Originalen kan ikkje lagrast i {folder} ({reason}), og fila er ikkje teken inn. "
        "Kontroller at mappa finst og at du har skrivetilgang.",
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )

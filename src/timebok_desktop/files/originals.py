"""The folder of originals: every imported file, unchanged, under its SHA-256.

Writes only; what an original means is known to the store.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.disk import missing, unreadable

_PIECE = 1024 * 1024
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
                pieces = iter((content, b""))
                self._take(lambda: next(pieces))
        except OSError as error:
            raise _unavailable(self._folder, error) from error
        return sha256

    def keep_file(self, path: Path) -> str:
        """Keep a file of any size durably, copied in pieces, and return its SHA-256."""
        try:
            source = path.open("rb")
        except FileNotFoundError as error:
            raise missing(path) from error
        except OSError as error:
            raise unreadable(path, error) from error
        with source:
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                return self._take(lambda: source.read(_PIECE))
            except OSError as error:
                raise _unavailable(self._folder, error) from error

    def path(self, sha256: str) -> Path:
        """Where an original is kept."""
        return self._folder / sha256

    def _take(self, next_piece: Callable[[], bytes]) -> str:
        """Write pieces beside, then give the whole its name."""
        beside = self._folder / f".{uuid4().hex}.part"
        digest = hashlib.sha256()
        try:
            with os.fdopen(os.open(beside, _CREATE, 0o600), "wb") as file:
                while piece := next_piece():
                    digest.update(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path(digest.hexdigest()))
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(self._folder)
        return digest.hexdigest()


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

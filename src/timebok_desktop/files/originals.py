"""The folder of originals: every imported file, unchanged, under its SHA-256.

What an original means is known to the store.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

from timebok_desktop.domain.errors import NotFoundError, TimebokError, UnavailableError
from timebok_desktop.files.disk import missing, unreadable
from timebok_desktop.files.folders import make_folders, sync_folder

_PIECE = 1024 * 1024
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC})
_NAME = re.compile("[0-9a-f]{64}")
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class OriginalsFolder:
    """Implements `services.ports_files.Originals` in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Keep the content durably and return its SHA-256; what is there already stays."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._folder / sha256
        try:
            make_folders(self._folder, 0o700)
            if not _holds(target, content):
                pieces = iter((content, b""))
                self._take(lambda: next(pieces))
        except OSError as error:
            raise no_room_for(self._folder, error) from error
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
                make_folders(self._folder, 0o700)
                return self._take(lambda: source.read(_PIECE))
            except OSError as error:
                raise no_room_for(self._folder, error) from error

    def readable(self, sha256: str, source: Path) -> Path:  # noqa: ARG002 - a port's method
        """Where the content can be read: here it lies as it is."""
        return self._folder / sha256

    def require_same(self, sha256: str, source: Path) -> None:
        """The kept copy was read, which nobody changes."""

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The content of an original, piece by piece."""
        try:
            with (self._folder / sha256).open("rb") as file:
                while piece := file.read(_PIECE):
                    yield piece
        except OSError as error:
            raise lost(sha256, error) from error

    def delete(self, sha256: str) -> None:
        """Delete an original for good."""
        delete_in(self._folder, sha256)

    def damaged(self) -> Iterator[str]:
        """The names of kept files whose content is another than their name says."""
        yield from damaged_in(self._folder, self.pieces)

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
            beside.replace(self._folder / digest.hexdigest())
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        sync_folder(self._folder)
        return digest.hexdigest()


def damaged_in(folder: Path, pieces: Callable[[str], Iterator[bytes]]) -> Iterator[str]:
    """The names of originals in a folder that do not give the content that their name says."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not _NAME.fullmatch(path.name):
            continue
        digest = hashlib.sha256()
        try:
            for piece in pieces(path.name):
                digest.update(piece)
        except TimebokError:
            yield path.name
            continue
        if digest.hexdigest() != path.name:
            yield path.name


def delete_in(folder: Path, sha256: str) -> None:
    """Delete an original of a folder for good; nothing where there is none."""
    path = folder / sha256
    if not _NAME.fullmatch(sha256) or not path.exists():
        return
    try:
        path.unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise UnavailableError(
            "Originalen {path} kan ikke slettes ({why}). Gi programmet skrivetilgang, og kjør "
            "«timebok retention run» igjen.",
            "Originalen {path} kan ikkje slettast ({why}). Gi programmet skrivetilgang, og køyr "
            "«timebok retention run» igjen.",
            path=path,
            why=error.strerror or "",
        ) from error


def lost(sha256: str, error: Exception) -> TimebokError:
    """An original cannot be given back."""
    if isinstance(error, FileNotFoundError):
        return NotFoundError(
            "Originalen {sha256} finnes ikke i arbeidsmappen.",
            "Originalen {sha256} finst ikkje i arbeidsmappa.",
            sha256=sha256,
        )
    return UnavailableError(
        "Originalen {sha256} kan ikke leses ({why}). Legg den tilbake i mappen «originals» fra en "
        "sikkerhetskopi.",
        "Originalen {sha256} kan ikkje lesast ({why}). Legg han tilbake i mappa «originals» frå "
        "ein tryggingskopi.",
        sha256=sha256,
        why=getattr(error, "strerror", None) or "skadd",
    )


def _holds(target: Path, content: bytes) -> bool:
    """Whether the original is there and whole; a damaged one is written again."""
    return target.is_file() and target.read_bytes() == content


def no_room_for(folder: Path, error: OSError) -> UnavailableError:
    if error.errno in _NO_ROOM:
        return UnavailableError(
            "Disken er full: originalen kan ikke lagres i {folder}, og filen er ikke importert. "
            "Frigjør plass og prøv igjen.",
            "Disken er full: originalen kan ikkje lagrast i {folder}, og fila er ikkje importert. "
            "Frigjer plass og prøv igjen.",
            folder=folder,
        )
    return UnavailableError(
        "Originalen kan ikke lagres i {folder} ({reason}), og filen er ikke importert. Kontroller "
        "at mappen finnes, og at du har skrivetilgang.",
        "Originalen kan ikkje lagrast i {folder} ({reason}), og fila er ikkje importert. "
        "Kontroller at mappa finst, og at du har skrivetilgang.",
        folder=folder,
        reason=error.strerror or type(error).__name__,
    )

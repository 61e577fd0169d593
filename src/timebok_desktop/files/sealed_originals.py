"""The originals of an encrypted workspace: the same names, their content in sealed pieces.

A file is AES-256-GCM in pieces of a mebibyte, after the STREAM construction: every piece is bound
to its place and to being the last or not, so that none can be changed, swapped, or cut off unseen.
Each file has a key of its own, derived with a random salt. Nothing is ever written unsealed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.files.disk import missing, unreadable
from timebok_desktop.files.folders import make_folders, sync_folder
from timebok_desktop.files.originals import damaged_in, delete_in, lost, no_room_for

_MAGIC = b"timebok-original/1\n"
_SALT = 32
_HEAD = len(_MAGIC) + _SALT
_PIECE = 1024 * 1024
_TAG = 16
_LAST, _MORE = b"\x01", b"\x00"
_COUNTER = 11
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class SealedOriginals:
    """Implements `services.ports_files.Originals` in a folder, under the first of its keys."""

    def __init__(self, folder: Path, keys: Sequence[bytes]) -> None:
        """`keys` are those that files in the folder may have, the one for new ones first."""
        self._folder = folder
        self._keys = tuple(keys)

    def keep(self, content: bytes) -> str:
        """Keep the content durably and return its SHA-256."""
        pieces = iter(content[start : start + _PIECE] for start in range(0, len(content), _PIECE))
        return self._keep(lambda: next(pieces, b""))

    def keep_file(self, path: Path) -> str:
        """Keep a file of any size durably, read in pieces, and return its SHA-256."""
        try:
            source = path.open("rb")
        except FileNotFoundError as error:
            raise missing(path) from error
        except OSError as error:
            raise unreadable(path, error) from error
        with source:
            return self._keep(lambda: source.read(_PIECE))

    def readable(self, sha256: str, source: Path) -> Path:  # noqa: ARG002 - a port's method
        """Where the content can be read: where it came from, since here it is sealed."""
        return source

    def require_same(self, sha256: str, source: Path) -> None:
        """UnreadableError where the file at `source` is not what was kept of it any more."""
        try:
            with source.open("rb") as file:
                now = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            now = ""
        if now != sha256:
            raise UnreadableError(
                "Filen ble endret mens den ble lest, og ingenting er importert. Vent til den "
                "er ferdig skrevet og prøv igjen.",
                "Fila vart endra medan ho vart lesen, og ingenting er importert. Vent til ho "
                "er ferdig skriven og prøv igjen.",
                code="changed-while-read",
            )

    def pieces(self, sha256: str) -> Iterator[bytes]:
        """The content of an original, piece by piece; each is genuine before it is handed on."""
        try:
            with (self._folder / sha256).open("rb") as file:
                yield from self._opened(sha256, file)
        except (OSError, InvalidTag) as error:
            raise lost(sha256, error) from error

    def delete(self, sha256: str) -> None:
        """Delete an original for good."""
        delete_in(self._folder, sha256)

    def damaged(self) -> Iterator[str]:
        """The names of kept files whose content is another than their name says."""
        yield from damaged_in(self._folder, self.pieces)

    def seal_again(self) -> None:
        """Bring every file under the first key that has another, or that lies unsealed.

        Each is replaced whole; a stop in between leaves files that can all be read.
        """
        for path in sorted(self._folder.iterdir()):
            if path.name.startswith("."):
                continue
            with path.open("rb") as file:
                head = file.read(_HEAD)
                first = file.read(_PIECE + _TAG)
                if head.startswith(_MAGIC) and self._key_for(head, first) == self._keys[0]:
                    continue
            if head.startswith(_MAGIC):
                pieces = self.pieces(path.name)
                self._keep(lambda given=pieces: next(given, b""))  # type: ignore[misc]
            else:
                self.keep_file(path)

    def _keep(self, next_piece: Callable[[], bytes]) -> str:
        beside = self._folder / f".{uuid4().hex}.part"
        try:
            make_folders(self._folder, 0o700)
            with os.fdopen(os.open(beside, _CREATE, 0o600), "wb") as file:
                sha256 = self._sealed(next_piece, file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._folder / sha256)
            sync_folder(self._folder)
        except OSError as error:
            raise no_room_for(self._folder, error) from error
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        return sha256

    def _sealed(self, next_piece: Callable[[], bytes], file: BinaryIO) -> str:
        digest = hashlib.sha256()
        head = _MAGIC + os.urandom(_SALT)
        cipher = AESGCM(_file_key(self._keys[0], head))
        file.write(head)
        number, piece = 0, next_piece()
        while True:
            following = next_piece() if piece else b""
            digest.update(piece)
            nonce = _nonce(number, _MORE if following else _LAST)
            file.write(cipher.encrypt(nonce, piece, None))
            if not following:
                return digest.hexdigest()
            number, piece = number + 1, following

    def _opened(self, sha256: str, file: BinaryIO) -> Iterator[bytes]:
        head = file.read(_HEAD)
        if len(head) != _HEAD or not head.startswith(_MAGIC):
            raise lost(sha256, ValueError("no original"))
        piece = file.read(_PIECE + _TAG)
        key = self._key_for(head, piece)
        if key is None:
            raise lost(sha256, ValueError("another key"))
        cipher, number = AESGCM(_file_key(key, head)), 0
        while True:
            following = file.read(_PIECE + _TAG)
            yield cipher.decrypt(_nonce(number, _MORE if following else _LAST), piece, None)
            if not following:
                return
            number, piece = number + 1, following

    def _key_for(self, head: bytes, first: bytes) -> bytes | None:
        """Which key opens the file, by its first piece."""
        for key in self._keys:
            cipher = AESGCM(_file_key(key, head))
            for end in (_LAST, _MORE):
                with suppress(InvalidTag, ValueError):
                    cipher.decrypt(_nonce(0, end), first, None)
                    return key
        return None


def _file_key(key: bytes, head: bytes) -> bytes:
    salt = head[len(_MAGIC) :]
    return HKDF(hashes.SHA256(), len(key), salt=salt, info=_MAGIC).derive(key)


def _nonce(number: int, end: bytes) -> bytes:
    return number.to_bytes(_COUNTER, "big") + end

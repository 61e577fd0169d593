"""Files that are written piece by piece: with their SHA-256, or only to be read once and gone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

_PIECE = 256 * 1024
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class GrowingFile:
    """A new file; its size and hash are known once it is closed."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, _NEW, 0o644)
        self._hash = sha256()
        self._waiting: list[bytes] = []
        self._waits = 0
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.close()
        elif self._descriptor >= 0:
            self._let_go()

    @property
    def sha256(self) -> str:
        """The hash of all that was added, in lower-case hex."""
        return self._hash.hexdigest()

    def add(self, piece: bytes) -> None:
        """Write `piece` behind what stands there."""
        self._waiting.append(piece)
        self._waits += len(piece)
        if self._waits >= _PIECE:
            self._write()

    def close(self) -> None:
        """Write what still waits."""
        if self._descriptor < 0:
            return
        try:
            self._write()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        os.close(descriptor)

    def _write(self) -> None:
        piece = b"".join(self._waiting)
        self._waiting.clear()
        self.size += self._waits
        self._waits = 0
        self._hash.update(piece)
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]


class Spool:
    """A file without a name that holds what comes later; it goes when it is closed."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `__exit__`

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, piece: bytes) -> None:
        """Keep `piece` behind the others."""
        self._file.write(piece)

    def pieces(self) -> Iterator[bytes]:
        """Everything that was added, from its beginning."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece

"""Reads the many small files of a package for their hashes, without following links."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Self

_PIECE = 64 * 1024
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""A pipe put in place of a file meanwhile must not make the reader wait."""
_BESIDE_FOLDERS = os.open in os.supports_dir_fd


class OpenFolder:
    """A folder and those below it, held open while their files are read."""

    def __init__(self, folder: Path, below: Sequence[str]) -> None:
        self._folder = folder
        self._below = below
        self._open: dict[str, int] = {}

    def __enter__(self) -> Self:
        for name in self._below if _BESIDE_FOLDERS else ():
            path = self._folder / name
            if path.is_dir():
                self._open[name] = os.open(path, os.O_RDONLY)
        return self

    def __exit__(self, *_: object) -> None:
        while self._open:
            os.close(self._open.popitem()[1])

    def content(self, path: str) -> bytes:
        """What stands in a file."""
        return b"".join(self._pieces(path))

    def sha256(self, path: str) -> tuple[str, int]:
        """The hash of a file in lower-case hex, and its size."""
        digest, size = sha256(), 0
        for piece in self._pieces(path):
            digest.update(piece)
            size += len(piece)
        return digest.hexdigest(), size

    def _pieces(self, path: str) -> Iterator[bytes]:
        below, _, name = path.rpartition("/")
        beside = self._open.get(below)
        if beside is None:
            descriptor = os.open(f"{self._folder}{os.sep}{path}", _FLAGS)
        else:
            descriptor = os.open(name, _FLAGS, dir_fd=beside)
        try:
            while piece := os.read(descriptor, _PIECE):
                yield piece
        finally:
            os.close(descriptor)

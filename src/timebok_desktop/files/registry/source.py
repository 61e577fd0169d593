"""The bytes of an AR file: gzip undone where its magic says so, and what kind of text follows.

Hands out bytes in pieces; never holds the file.
"""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, cast

from timebok_desktop.domain.errors import NotFoundError, UnavailableError
from timebok_desktop.files.registry import failures
from timebok_desktop.files.registry.failures import Progress

Kind = Literal["json", "xml"]

PIECE = 256 * 1024
_GZIP_MAGIC = b"\x1f\x8b"
_SPACES = b" \t\r\n"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class ByteSource:
    """Reads on from a stream; what its compression cannot give is a failure of the file."""

    def __init__(self, stream: BinaryIO, progress: Progress) -> None:
        self._stream = stream
        self._progress = progress
        self._ahead = b""

    def read(self, size: int = PIECE) -> bytes:
        """The next bytes, b"" at the end."""
        if self._ahead:
            ahead, self._ahead = self._ahead, b""
            return ahead
        try:
            return self._stream.read(size)
        except EOFError:
            raise failures.cut_off(self._progress) from None
        except (gzip.BadGzipFile, zlib.error):
            raise failures.damaged(self._progress) from None

    def kind(self) -> Kind:
        """JSON or XML by the first character that is no space; spaces before it are dropped."""
        start = self.read()
        if start.startswith(_UTF_16):
            self._ahead = start
            return "xml"
        start = start.removeprefix(codecs.BOM_UTF8).lstrip(_SPACES)
        while not start:
            piece = self.read()
            if not piece:
                raise failures.empty()
            start = piece.lstrip(_SPACES)
        self._ahead = start
        if start.startswith((b"<", b"\x00<")):
            return "xml"
        if start.startswith((b"{", b"[")):
            return "json"
        raise failures.not_a_registry_file()


@contextmanager
def opened(path: Path, progress: Progress) -> Iterator[ByteSource]:
    """The bytes of the file at `path`, open as long as the block runs."""
    try:
        with path.open("rb") as raw:
            packed = raw.peek(len(_GZIP_MAGIC)).startswith(_GZIP_MAGIC)
            stream = gzip.GzipFile(fileobj=raw) if packed else raw
            yield ByteSource(cast("BinaryIO", stream), progress)
    except FileNotFoundError:
        raise NotFoundError(
            "Filen finnes ikke: {path}. Kontroller navnet og mappen.",
            "Fila finst ikkje: {path}. Kontroller namnet og mappa.",
            path=path,
        ) from None
    except OSError as error:
        raise UnavailableError(
            "Filen kan ikke leses: {path} ({reason}). Kontroller at du har tilgang til filen.",
            "Fila kan ikkje lesast: {path} ({reason}). Kontroller at du har tilgang til fila.",
            path=path,
            reason=error.strerror or type(error).__name__,
        ) from error

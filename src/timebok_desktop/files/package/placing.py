"""Writes new files below a folder and reads each of them back, here or in a process of its own.

A large package is made by two processes: one says what the files hold, the other runs this module
as a script and writes them. So it knows the standard library only, and nothing of packages.
"""

from __future__ import annotations

import errno
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO

HEADER = struct.Struct("<HI")
"""Before each file that goes to the other process: the octets of its name and of its content."""

WRITTEN = 0
NOT_AS_WRITTEN = -1
"""Answers of the other process; any other is the system's number of what went wrong."""

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_BESIDE_FOLDERS = os.open in os.supports_dir_fd
"""Whether names can be opened below an open folder, which spares the system the way there."""

Place = Callable[[str, bytes], None]


class NotAsWrittenError(Exception):
    """A file did not come back as it was written; the argument is its path."""


class Folders:
    """A folder and those below it, held open while files are placed in them."""

    def __init__(self, folder: str, below: Sequence[str]) -> None:
        self._folder = folder
        self._open: dict[str, int] = {}
        if _BESIDE_FOLDERS:
            for name in ("", *below):
                self._open[name] = os.open(os.path.join(folder, name), os.O_RDONLY)  # noqa: PTH118

    def close(self) -> None:
        """Let go of the folders."""
        while self._open:
            os.close(self._open.popitem()[1])

    def place(self, path: str, content: bytes) -> None:
        """Write a file that must not exist yet and compare what the system gives back."""
        below, _, name = path.rpartition("/")
        beside = self._open.get(below)
        if beside is None:
            descriptor = os.open(f"{self._folder}{os.sep}{path}", _NEW, 0o644)
        else:
            descriptor = os.open(name, _NEW, 0o644, dir_fd=beside)
        try:
            written = os.write(descriptor, content)
            if written != len(content):
                _go_on(descriptor, content, written)
            if _read_back(descriptor, len(content)) != content:
                raise NotAsWrittenError(path)
        finally:
            os.close(descriptor)


def _go_on(descriptor: int, content: bytes, written: int) -> None:
    rest = memoryview(content)[written:]
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read_back(descriptor: int, size: int) -> bytes:
    """What the file holds, and one octet more where there is one."""
    if hasattr(os, "pread"):
        content = os.pread(descriptor, size + 1, 0)
        if len(content) >= size:
            return content
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, size + 1):
        pieces.append(piece)
    return b"".join(pieces)


def place_all(source: BinaryIO, place: Place) -> None:
    """Place the files that come from another process, until it says that there are no more."""
    while header := source.read(HEADER.size):
        name, size = HEADER.unpack(header)
        content = source.read(name + size)
        if len(content) != name + size:
            raise EOFError
        place(content[:name].decode("ascii"), content[name:])


def main(arguments: Sequence[str]) -> int:
    """Place what stands on the standard input; the answer is a number and a path."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    folders = Folders(arguments[0], arguments[1:])
    answer, path = WRITTEN, ""
    try:
        place_all(sys.stdin.buffer, folders.place)
    except NotAsWrittenError as error:
        answer, path = NOT_AS_WRITTEN, str(error)
    except OSError as error:
        answer = error.errno or errno.EIO
    except EOFError:
        answer = errno.EIO
    finally:
        folders.close()
    sys.stdout.write(f"{answer} {path}\n")  # to the process that started this one
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

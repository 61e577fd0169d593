"""Places the files of a package: in this process, or for many in a process of its own.

While the other process writes, this one makes what comes next: the system's part in making many
small files is about as long as ours.
"""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from timebok_desktop import child_process
from timebok_desktop.files.package import placing
from timebok_desktop.files.package.placing import HEADER, Folders, NotAsWrittenError, Place

_MANY = 4_000
"""Files from which another process is worth its start."""
_BATCH = 256 * 1024
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@contextmanager
def placed_below(folder: Path, below: Sequence[str], files: int | None) -> Iterator[Place]:
    """What places files below `folder`, all of them when this ends; `files` is about how many."""
    if files is not None and files >= _MANY and child_process.can_start():
        with _elsewhere(folder, below) as place:
            yield place
        return
    folders = Folders(str(folder), below)
    try:
        yield folders.place
    finally:
        folders.close()


@contextmanager
def _elsewhere(folder: Path, below: Sequence[str]) -> Iterator[Place]:
    with subprocess.Popen(  # noqa: S603 - our own interpreter and our own script
        child_process.command(child_process.PLACE_FILES, (str(folder), *below)),
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW,
    ) as process:
        sender = _Sender(_end(process.stdin))
        try:
            yield sender.place
            sender.finish()
        except BrokenPipeError:
            sender.close()  # the other process has stopped; its answer says why
        except BaseException:
            process.kill()
            raise
        answer = _end(process.stdout).read().decode()
    _judge(answer)


def _judge(answer: str) -> None:
    """Raise what kept the other process from writing, if anything did."""
    number, _, path = answer.strip().partition(" ")
    if number == str(placing.NOT_AS_WRITTEN):
        raise NotAsWrittenError(path)
    if number != str(placing.WRITTEN):
        code = int(number) if number.isdigit() else errno.EIO
        raise OSError(code, os.strerror(code))


def _end(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise ValueError("a pipe was asked for")
    return pipe


class _Sender:
    """Sends files to the other process, many at a time."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._pieces: list[bytes] = []
        self._size = 0

    def place(self, path: str, content: bytes) -> None:
        name = path.encode("ascii")
        self._pieces += (HEADER.pack(len(name), len(content)), name, content)
        self._size += len(content)
        if self._size >= _BATCH:
            self._send()

    def finish(self) -> None:
        self._send()
        self.close()

    def close(self) -> None:
        self._pipe.close()

    def _send(self) -> None:
        rest = memoryview(b"".join(self._pieces))
        self._pieces.clear()
        self._size = 0
        while rest:
            rest = rest[self._pipe.write(rest) :]

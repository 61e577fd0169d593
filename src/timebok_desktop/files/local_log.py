"""The local log in a workspace: `logs/timebok.log` and the older ones beside it, for whoever has to
find out why something failed. It holds what ran, how long it took, and where in the code something
went wrong; never a value, a name, a path or an order. A log that cannot be written stops nobody.
"""

from __future__ import annotations

import logging
import os
import time
import traceback
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from timebok_desktop import __version__

FILE_NAME = "timebok.log"
FILES = 5
BYTES_EACH = 1024 * 1024
_PLACES = 8
"""The innermost ones; what lies further out is how the program was entered."""


class LocalLog:
    """Appends to the log of a folder, from any thread and beside other processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handler = _PrivateHandler(
            folder / FILE_NAME,
            maxBytes=BYTES_EACH,
            backupCount=FILES - 1,
            encoding="utf-8",
            delay=True,
        )
        formatter = logging.Formatter(
            "%(asctime)s.%(msecs)03dZ %(levelname)s %(process)d %(message)s", "%Y-%m-%dT%H:%M:%S"
        )
        formatter.converter = time.gmtime
        self._handler.setFormatter(formatter)

    def started(self, front_door: str, versions: str) -> None:
        """A front door was opened, by a program of these versions."""
        self._write(logging.INFO, f"{front_door} started, {versions}")

    def ended(self, operation: str, seconds: float, outcome: str = "done") -> None:
        """An operation of ours, by its name in the code or on the command line, has ended."""
        self._write(logging.INFO, f"{operation} {outcome}, {seconds:.3f} s, {__version__}")

    def failed(self, operation: str, seconds: float, error: BaseException) -> None:
        """An operation failed: the kinds of errors and their places."""
        told = f"{operation} failed, {seconds:.3f} s, {__version__}\n{fault(error)}"
        self._write(logging.WARNING, told)

    def unlocking(self, what: str, way: str, *, opened: bool) -> None:
        """Somebody asked to be let in: to `what`, by which `way`, and whether it opened."""
        told = f"unlock {what} by {way} {'done' if opened else 'refused'}, {__version__}"
        self._write(logging.INFO if opened else logging.WARNING, told)

    def defect(self, report: str) -> None:
        """A fault of ours, as its report tells it."""
        self._write(logging.ERROR, f"defect\n{report}")

    def _write(self, level: int, told: str) -> None:
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, exist_ok=True)
        # Indented, so that nothing in a report can look like a line of its own.
        entry: dict[str, object] = {"msg": "\n  ".join(told.splitlines()), "levelno": level}
        entry["levelname"] = logging.getLevelName(level)
        self._handler.handle(logging.makeLogRecord(entry))


def write_defect(logs: Path, report: str) -> None:
    """Add a report of a fault of ours to the log in `logs` (see `Workspace.logs`)."""
    LocalLog(logs).defect(report)


def fault(error: BaseException) -> str:
    """The kinds of an error and of those that led to it, and where in the code; not what they say:
    that may name a file or a person.
    """
    lines: list[str] = []
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(type(current).__name__)
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)[-_PLACES:]
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


class _PrivateHandler(RotatingFileHandler):
    """For the owner alone. The file is closed after every entry, so that another process can turn
    the files over (Windows refuses that while one is open), and so can whoever removes them.
    """

    def _open(self) -> TextIOWrapper:
        return open(  # `Path.open` knows no opener
            self.baseFilename, "a", encoding="utf-8", errors="backslashreplace", opener=_opener
        )

    def emit(self, record: logging.LogRecord) -> None:
        super().emit(record)
        if self.stream is not None:
            with suppress(OSError):
                self.stream.close()
            self.stream = None

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """A full disk or a folder that cannot be written is no reason to stop."""


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)

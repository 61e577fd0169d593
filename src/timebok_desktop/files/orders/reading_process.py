"""Another process that reads order files, so that what is in them reaches nothing else, and that
reading and storing go on side by side.

It is handed the content of a file and gives plain data back. It serves files that follow each
other, and ends with them, whatever the reason: the last file, a cancellation, an error here, or
the end of this process. A file that is too much for it is refused, and the next one gets a new
process.
"""

from __future__ import annotations

import io
import pickle
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, Any, NamedTuple

from timebok_desktop import child_process
from timebok_desktop.domain.errors import CancelledError, UnreadableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import messages, reading_failures
from timebok_desktop.files.orders.messages import NotPlainError, Told
from timebok_desktop.services.ports_files import OrderFormat, Part
from timebok_desktop.services.ports_intake import Excerpt
from timebok_desktop.services.ports_orders import PreparedOrder
from timebok_desktop.services.preparing import BATCH
from timebok_desktop.services.reading_limits import MEBIBYTE, ReadingLimits

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ASKED_EVERY = 0.1
_ENDS_WITHIN = 10
_LONGER_BY_THE_CLOCK = 5
SECONDS_TO_START = 20
"""Seconds that a machine may take to start the process, beside those that a file may take."""

_NO_TABLES = ReferenceTables()
_HELD_WHOLE = frozenset({"xlsx", "mail"})
_CLEAN = frozenset({Told.END, Told.REFUSED})
_LAST = frozenset({Told.END, Told.REFUSED, Told.DEFECT, Told.NO_MEMORY})
_OUT_OF_TIME = frozenset(
    {-getattr(signal, name) for name in ("SIGPROF", "SIGXCPU") if hasattr(signal, name)}
)


class Request(NamedTuple):
    """What the other process needs to know of a file; it sees its content, never its path."""

    path: Path
    size: int
    kind: OrderFormat
    glance: str
    tables: ReferenceTables
    today: date
    limits: ReadingLimits
    place: str = ""
    """Where to look, instead of reading orders."""
    field: str = ""


class ReadingProcess:
    """The other process, started at once so that it is there when the first file comes, and
    replaced when it has ended. Close it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._tables: ReferenceTables | None = None
        self._tables_written = b""

    def prepared(
        self, request: Request, cancelled: Callable[[], bool] | None = None
    ) -> Generator[list[PreparedOrder] | Problem | Part, None, None]:
        """What the other process makes of the file, as it comes.

        UnreadableError where it refuses the file, dies of it or takes too long, UnavailableError
        where it cannot be started, CancelledError as soon as `cancelled` says so.
        """
        batch: list[PreparedOrder] = []
        with closing(self._told(request, request.path, cancelled)) as items:
            for item in items:
                if isinstance(item, Excerpt):
                    raise reading_failures.stopped("")
                if isinstance(item, list):
                    batch += item
                    if len(batch) < BATCH:
                        continue
                if batch and not isinstance(item, Problem):
                    yield batch
                    batch = []
                if not isinstance(item, list):
                    yield item
        if batch:
            yield batch

    def excerpt(self, request: Request, content: bytes) -> Excerpt:
        """What the other process finds at the place that is asked for; errors as above."""
        with closing(self._told(request, content, None)) as items:
            found = next(items, None)
        if not isinstance(found, Excerpt):
            raise reading_failures.stopped("")
        return found

    def start(self) -> None:
        """Have it ready; it starts while something else is done."""
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it has ended between two files
        self._process = self._process or _started()

    def close(self) -> None:
        """Let it end, which it does when nobody can ask it any more."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_ENDS_WITHIN)
            _end(process)

    def _told(
        self, request: Request, content: Path | bytes, cancelled: Callable[[], bool] | None
    ) -> Generator[list[PreparedOrder] | Problem | Part | Excerpt, None, None]:
        self.start()
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise ValueError("there are no pipes")
        watching = _Watching(process, request, cancelled)
        sending = _Sending(process, self._asked(request), content)
        stays = False
        try:
            with watching.going_on(), sending.going_on(watching):
                while (message := watching.next_message(process.stdout)) is not None:
                    kind, data = message
                    if kind in _LAST:
                        break
                    yield messages.item_of(kind, data)
                else:
                    raise _stopped(process, sending, watching)
            stays = kind in _CLEAN and not _is_large(request)
            if (failure := _failure(kind, data)) is not None:
                raise failure
        except NotPlainError as error:
            raise reading_failures.stopped("") from error
        finally:
            if not stays:
                self._process = None
                _end(process)

    def _asked(self, request: Request) -> bytes:
        """The request as bytes; the same tables are the same bytes, so that what is remembered of
        them serves the next file too."""
        if request.tables is not self._tables:
            self._tables = request.tables
            self._tables_written = pickle.dumps(replace(request.tables))
        return pickle.dumps((request._replace(tables=_NO_TABLES), self._tables_written))


def prepared_elsewhere(
    request: Request, cancelled: Callable[[], bool] | None = None
) -> Generator[list[PreparedOrder] | Problem | Part, None, None]:
    """What a process of its own makes of a file."""
    with closing(ReadingProcess()) as process:
        yield from process.prepared(request, cancelled)


class _Sending:
    """The thread that hands a file over, while what comes back is taken."""

    def __init__(
        self, process: subprocess.Popen[bytes], asked: bytes, content: Path | bytes
    ) -> None:
        self._process = process
        self._asked = asked
        self._content = content
        self._thread = threading.Thread(target=self._send, name="reading-sent", daemon=True)
        self.error: OSError | None = None

    @contextmanager
    def going_on(self, watching: _Watching) -> Iterator[None]:
        """Hands the file over; ends the process where it is not to be read to its end."""
        self._thread.start()
        try:
            yield
        except BaseException:
            self._process.kill()
            raise
        finally:
            with watching.waiting():
                self._thread.join()

    def _send(self) -> None:
        if self._process.stdin is None:
            return
        target = self._process.stdin.fileno()
        with suppress(OSError):  # it has died, which its silence will tell
            messages.write_all(target, messages.framed(self._asked))
        try:
            source: IO[bytes] = (
                self._content.open("rb")
                if isinstance(self._content, Path)
                else io.BytesIO(self._content)
            )
        except OSError as error:
            self.error = error
            self._process.kill()
            return
        with source, suppress(OSError):
            messages.send_content(target, source)


class _Watching:
    """The thread that ends the process when the caseworker has stopped the import, or when it has
    been waited for too long."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        request: Request,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._process = process
        self._cancelled = cancelled
        self._done = threading.Event()
        allowed = request.limits.allowance(request.size).seconds
        self._left = allowed * _LONGER_BY_THE_CLOCK + SECONDS_TO_START
        self._since: float | None = None
        self.is_cancelled = self.is_overdue = False

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Watches until what is inside has ended."""
        thread = threading.Thread(target=self._watch, name="reading-watched", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """What is inside waits for the process; only such time counts."""
        self._since = since = time.monotonic()
        try:
            yield
        finally:
            self._since = None
            self._left -= time.monotonic() - since

    def next_message(self, source: IO[bytes]) -> tuple[Told, Any] | None:
        """The next message, waited for."""
        with self.waiting():
            return messages.next_message(source)

    def _watch(self) -> None:
        while not self._done.wait(_ASKED_EVERY):
            since = self._since
            self.is_cancelled = self._cancelled is not None and self._cancelled()
            self.is_overdue = since is not None and time.monotonic() - since > self._left
            if self.is_cancelled or self.is_overdue:
                self._process.kill()
                return


def _is_large(request: Request) -> bool:
    """Whether reading it may have taken memory that the process has not given back."""
    return request.kind in _HELD_WHOLE and request.size >= MEBIBYTE


def _failure(kind: Told, data: Any) -> UnreadableError | None:
    if kind is Told.REFUSED:
        return messages.refusal_of(data)
    if kind is Told.DEFECT:
        return reading_failures.defect(messages.defect_of(data))
    return reading_failures.too_much_memory() if kind is Told.NO_MEMORY else None


def _stopped(process: subprocess.Popen[bytes], sending: _Sending, watching: _Watching) -> Exception:
    """Why it has ended in the middle of a file."""
    code = process.wait()
    if watching.is_cancelled:
        return CancelledError()
    if sending.error is not None:
        return reading_failures.gone(sending.error)
    if watching.is_overdue or code in _OUT_OF_TIME:
        return reading_failures.too_slow()
    return reading_failures.stopped(code)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it now, if it has not ended by itself."""
    with process:
        process.kill()


def _started() -> subprocess.Popen[bytes]:
    """The process; it finds the program where this one does, and none of its secrets."""
    found = child_process.environment().items()
    try:
        return subprocess.Popen(  # noqa: S603 - our own module
            child_process.command(child_process.READ_ORDERS),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: value for name, value in found if not name.startswith("TIMEBOK_")},
            creationflags=_NO_WINDOW,
        )
    except OSError as error:
        raise reading_failures.cannot_start(error) from error

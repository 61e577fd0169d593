"""Another process that reads large files, so that reading and storing go on side by side.

It holds the file, this process only some batches of it. It serves files that follow each other,
and ends with them, whatever the reason: the last file, a cancellation, an error here, or the end
of this process.
"""

from __future__ import annotations

import pickle
import subprocess
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from timebok_desktop import child_process
from timebok_desktop.domain.errors import CancelledError, UnavailableError, UnreadableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import messages
from timebok_desktop.files.orders.messages import Told
from timebok_desktop.services.ports_files import OrderFormat, Part
from timebok_desktop.services.ports_orders import PreparedOrder
from timebok_desktop.services.preparing import BATCH

_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ASKED_EVERY = 0.1
_ENDS_WITHIN = 10
_LAST = frozenset({Told.END, Told.REFUSED, Told.DEFECT})


@dataclass(frozen=True, slots=True)
class Request:
    """What the other process needs to know."""

    path: Path
    kind: OrderFormat
    tables: ReferenceTables
    today: date


class ReadingDefectError(RuntimeError):
    """A defect of our own in the other process, with what it said of it."""


class ReadingProcess:
    """The other process, started when the first file comes. Close it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._tables: ReferenceTables | None = None
        self._tables_written = b""

    def prepared(
        self, request: Request, cancelled: Callable[[], bool] | None = None
    ) -> Generator[list[PreparedOrder] | Problem | Part, None, None]:
        """What the other process makes of the file, as it comes.

        UnreadableError where it refuses the file or dies of it, UnavailableError where it cannot
        be started, CancelledError as soon as `cancelled` says so.
        """
        batch: list[PreparedOrder] = []
        with closing(self._told(request, cancelled)) as items:
            for item in items:
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

    def close(self) -> None:
        """Let it end, which it does when nobody can ask it any more."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_ENDS_WITHIN)
            _end(process)

    def _told(
        self, request: Request, cancelled: Callable[[], bool] | None
    ) -> Generator[list[PreparedOrder] | Problem | Part, None, None]:
        if self._process is not None and self._process.poll() is not None:
            self.close()  # it has ended between two files
        process = self._process = self._process or _started()
        if process.stdin is None or process.stdout is None:
            raise ValueError("there are no pipes")
        is_whole = False
        try:
            with _cancelling(process, cancelled):
                asked = self._asked(request)
                with suppress(BrokenPipeError):  # it has died, which its silence will tell
                    messages.write_all(process.stdin.fileno(), messages.framed(asked))
                while (message := messages.next_message(process.stdout)) is not None:
                    kind, data = message
                    if kind in _LAST:
                        break
                    yield messages.item_of(kind, data)
                else:
                    if cancelled and cancelled():
                        raise CancelledError
                    raise _died(process.wait())
            is_whole = True
        finally:
            if not is_whole:
                self._process = None
                _end(process)
        if kind is Told.REFUSED:
            raise messages.refusal_of(data)
        if kind is Told.DEFECT:
            raise ReadingDefectError(data)

    def _asked(self, request: Request) -> bytes:
        """The request as bytes; the same tables are the same bytes, so that what is remembered of
        them serves the next file too."""
        if request.tables is not self._tables:
            self._tables = request.tables
            self._tables_written = pickle.dumps(replace(request.tables))
        return pickle.dumps((request.path, request.kind, request.today, self._tables_written))


def prepared_elsewhere(
    request: Request, cancelled: Callable[[], bool] | None = None
) -> Generator[list[PreparedOrder] | Problem | Part, None, None]:
    """What a process of its own makes of a file."""
    with closing(ReadingProcess()) as process:
        yield from process.prepared(request, cancelled)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End it now, if it has not ended by itself."""
    with process:
        process.kill()


def _started() -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own module
            child_process.command(child_process.READ_ORDERS),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_process.environment(),
            creationflags=_NO_WINDOW,
        )
    except OSError as error:
        raise UnavailableError(
            "Kan ikke starte prosessen som skal lese filen ({why}). Ingenting er tatt inn. Lukk "
            "andre programmer, og prøv igjen.",
            "Kan ikkje starte prosessen som skal lese fila ({why}). Ingenting er teke inn. Lukk "
            "andre program, og prøv igjen.",
            why=error.strerror or type(error).__name__,
        ) from error


@contextmanager
def _cancelling(
    process: subprocess.Popen[bytes], cancelled: Callable[[], bool] | None
) -> Iterator[None]:
    """Ends the process as soon as the caseworker has stopped the import."""
    if cancelled is None:
        yield
        return
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_ASKED_EVERY):
            if cancelled():
                process.kill()
                return

    watching = threading.Thread(target=watch, name="reading-cancelled", daemon=True)
    watching.start()
    try:
        yield
    finally:
        done.set()
        watching.join()


def _died(code: int) -> UnreadableError:
    return UnreadableError(
        "Filen kunne ikke leses: prosessen som leste den, stoppet brått (kode {exit}). Ingenting "
        "av filen er tatt inn. Prøv igjen, og del filen i flere hvis det skjer på nytt.",
        "Fila kunne ikkje lesast: prosessen som las henne, stoppa brått (kode {exit}). Ingenting "
        "av fila er teke inn. Prøv igjen, og del fila i fleire om det skjer på nytt.",
        code="reading-stopped",
        exit=code,
    )

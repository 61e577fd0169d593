"""The only thread code of the window: one lane on which everything that touches the store runs.

A job is a plain function with plain data. Callbacks never travel: they stay on the GUI thread in
a dict keyed by the job's number and are forgotten when their owner is destroyed. Signals carry
numbers only; answers wait in a dict until the GUI thread fetches them. Nothing here knows what
the jobs do.
"""

from __future__ import annotations

import gc
import inspect
import queue
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.operation_log import OperationLog
from timebok_desktop.ui.defects import describe

_SWITCH_INTERVAL = 0.0005
"""Seconds that the lane may hold the interpreter while the window wants it. A frame asks for it
some times, so Python's own 0.005 would cost frames while the lane works.
"""
_LONG = 0.25
"""Seconds from which on also a job that only reads is noted in the log."""
_PROGRESS_INTERVAL = 0.05
"""Seconds between two reports of progress; more would only cost frames."""


@dataclass(slots=True)
class _Job:
    """What travels to the lane: no callback, no widget."""

    number: int
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    offered: dict[str, Any]
    cancelled: threading.Event
    noted: bool


@dataclass(slots=True)
class _Home:
    """What stays on the GUI thread."""

    owner: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[TimebokError], None] | None
    progress: Callable[..., None] | None
    latest: str
    cancelled: threading.Event
    lasting: bool


@dataclass(slots=True)
class _Answers:
    """What the lane leaves for the GUI thread to fetch."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    results: dict[int, tuple[str, Any]] = field(default_factory=dict)
    progress: dict[int, tuple[Any, ...]] = field(default_factory=dict)


class Tasks(QObject):
    """Runs plain functions on one worker thread and brings their answers home.

    Signals: `busyChanged(bool)` for a progress display, `defectFound(object)` with a `Defect`
    where a function raised anything else than a TimebokError, `lastingFailed()` where a lasting job
    was not done, `lastingDone()` when none is left. Jobs that tell their progress, long ones and
    those that fail are noted in `log`.
    """

    busyChanged = Signal(bool)
    defectFound = Signal(object)
    lastingFailed = Signal()
    lastingDone = Signal()
    _answered = Signal(int)
    _progressed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._homes: dict[int, _Home] = {}
        self._lasting: set[int] = set()
        self._watched: set[int] = set()
        self._answers = _Answers()
        self._queue: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._patience = sys.getswitchinterval()
        self._collector = _HomeCollector(self)
        self.log: OperationLog | None = None
        self._answered.connect(self._fetch)
        self._progressed.connect(self._fetch_progress)

    def run(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        owner: QObject,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[TimebokError], None] | None = None,
        progress: Callable[..., None] | None = None,
        latest: str = "",
        lasting: bool = False,
    ) -> int:
        """Queue `function(*arguments)` and return its number.

        `done(result)`, `failed(error)` and `progress(*values)` are called on the GUI thread, while
        `owner` lives. With `latest`, a newer request of the same owner and key makes this one's
        answer void. A function with a parameter `cancelled` or `progress` is handed them. What is
        `lasting` is done even where everything is asked to stop, as when the window closes.
        """
        self._count += 1
        number, cancelled = self._count, threading.Event()
        if latest:
            self.void(owner, latest)
        self._homes[number] = _Home(owner, done, failed, progress, latest, cancelled, lasting)
        if lasting:
            self._lasting.add(number)
        self._watch(owner)
        offered = {"cancelled": cancelled.is_set, "progress": _Reporter(self, number).report}
        self._start()
        self._queue.put(_Job(number, function, arguments, offered, cancelled, progress is not None))
        if len(self._homes) == 1:
            self.busyChanged.emit(True)
        return number

    def cancel(self, number: int) -> None:
        """Ask a job to stop; it fails with CancelledError or, not yet begun, never runs."""
        home = self._homes.get(number)
        if home is not None:
            home.cancelled.set()

    def cancel_all(self) -> None:
        """Ask every job to stop that is not lasting."""
        for home in self._homes.values():
            if not home.lasting:
                home.cancelled.set()

    def void(self, owner: QObject, latest: str) -> None:
        """Make the answer that an owner awaits under a key void."""
        for number, home in list(self._homes.items()):
            if home.owner is owner and home.latest == latest:
                self._leave(number)

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._homes)

    @property
    def has_lasting(self) -> bool:
        """Whether a lasting job has still to be done, though its owner may have gone."""
        return bool(self._lasting)

    def drain(self, seconds: float = 30.0) -> bool:
        """Wait until every answer came home and end the lane; False where time ran out."""
        came_home = self.settle(seconds)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(timeout=seconds)
            came_home = came_home and not self._thread.is_alive()
            self._thread = None
            sys.setswitchinterval(self._patience)
        self._homes.clear()
        self._collector.stop()
        return came_home

    def settle(self, seconds: float = 30.0) -> bool:
        """Turn the event loop until no answer is awaited; False where time ran out."""
        deadline = QDeadlineTimer(int(seconds * 1000))
        loop = QEventLoop()
        while (self._homes or self._lasting) and not deadline.hasExpired():
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            if self._homes:
                time.sleep(0.001)
        return not (self._homes or self._lasting)

    def _start(self) -> None:
        if self._thread is None:
            self._collector.start()
            self._patience = sys.getswitchinterval()
            sys.setswitchinterval(_SWITCH_INTERVAL)
            self._thread = threading.Thread(target=self._work, name="store-lane", daemon=True)
            self._thread.start()

    def _watch(self, owner: QObject) -> None:
        identity = id(owner)
        if identity not in self._watched:
            self._watched.add(identity)
            owner.destroyed.connect(lambda: self._forget(identity))

    def _forget(self, identity: int) -> None:
        self._watched.discard(identity)
        for number in [n for n, home in self._homes.items() if id(home.owner) == identity]:
            self._leave(number)

    def _leave(self, number: int) -> None:
        home = self._homes.pop(number)
        if not home.lasting:
            home.cancelled.set()
        # With a window the lane may go before the owners of its last answers.
        if not self._homes and isValid(self):
            self.busyChanged.emit(False)

    @Slot(int)
    def _fetch(self, number: int) -> None:
        with self._answers.lock:
            kind, result = self._answers.results.pop(number)
            self._answers.progress.pop(number, None)
        home = self._homes.pop(number, None)
        if kind == "defect":
            self.defectFound.emit(result)
        if home is not None:
            self._bring_home(home, kind, result)
            if not self._homes:
                self.busyChanged.emit(False)
        if number in self._lasting:
            self._lasting.discard(number)
            self._tell_lasting(well=kind == "done")

    def _tell_lasting(self, *, well: bool) -> None:
        if not well:
            self.lastingFailed.emit()
        if not self._lasting:
            self.lastingDone.emit()

    @staticmethod
    def _bring_home(home: _Home, kind: str, result: Any) -> None:
        if kind == "done" and home.done is not None:
            home.done(result)
        elif kind == "failed" and home.failed is not None:
            home.failed(result)

    @Slot(int)
    def _fetch_progress(self, number: int) -> None:
        with self._answers.lock:
            values = self._answers.progress.pop(number, None)
        home = self._homes.get(number)
        if values is not None and home is not None and home.progress is not None:
            home.progress(*values)

    def _post_progress(self, number: int, values: tuple[Any, ...]) -> None:
        """Called on the lane: keep only the newest report."""
        with self._answers.lock:
            waiting = number in self._answers.progress
            self._answers.progress[number] = values
        if not waiting:
            with suppress(RuntimeError):
                self._progressed.emit(number)

    def _work(self) -> None:
        """The lane. Nothing of a finished job may stay referenced here."""
        while (job := self._queue.get()) is not None:
            outcome = _outcome(job, self.log)
            with self._answers.lock:
                self._answers.results[job.number] = outcome
            with suppress(RuntimeError):  # the window has gone: nobody waits for the answer
                self._answered.emit(job.number)
            del job, outcome


def _outcome(job: _Job, log: OperationLog | None) -> tuple[str, Any]:
    if job.cancelled.is_set():
        return ("void", None)
    begun = time.monotonic()
    outcome = _done(job)
    took = time.monotonic() - begun
    kind, result = outcome
    if log is not None and (job.noted or took >= _LONG or kind != "done"):
        told = f"{kind} ({type(result).__name__})" if kind == "failed" else kind
        log.ended(_name(job.function), took, told)
    return outcome


def _name(function: Callable[..., Any]) -> str:
    """What a function is called in the code."""
    return str(getattr(function, "__name__", None) or type(function).__name__)


def _done(job: _Job) -> tuple[str, Any]:
    try:
        wanted = inspect.signature(job.function).parameters
        keywords = {name: given for name, given in job.offered.items() if name in wanted}
        return ("done", job.function(*job.arguments, **keywords))
    except TimebokError as error:
        error.__traceback__ = None
        return ("failed", error)
    except Exception as error:  # noqa: BLE001 - our own fault: reported, and the session goes on
        return ("defect", describe(error))


class _Reporter:
    """Takes progress from the function on the lane, some times a second."""

    def __init__(self, tasks: Tasks, number: int) -> None:
        self._tasks = tasks
        self._number = number
        self._last = 0.0

    def report(self, *values: Any) -> None:
        """Pass on the values, unless the last report was just now."""
        now = time.monotonic()
        if now - self._last >= _PROGRESS_INTERVAL:
            self._last = now
            self._tasks._post_progress(self._number, values)  # noqa: SLF001 - its other half


class _HomeCollector(QObject):
    """Collects garbage on the GUI thread only.

    A cycle with a widget in it that is collected on the lane destroys the widget there, which
    crashes Qt. So automatic collection is off while a lane runs, and a timer does its work.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._collect)
        self._was_enabled = False

    def start(self) -> None:
        """Take over from the automatic collection."""
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give automatic collection back."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @staticmethod
    def _collect() -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

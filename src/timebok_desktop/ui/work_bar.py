"""The status bar: what the desk is working on, how far it has come, and a way to stop it."""

from __future__ import annotations

import time
from typing import NamedTuple

from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.still_bar import StillBar
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.wording import remaining_in_words

_SETTLED = 2.0
"""Seconds until a pace says anything about the rest."""


class _Job(NamedTuple):
    words: str
    begun: float


def seconds_left(elapsed: float, done: int, total: int) -> float | None:
    """How long the rest takes at the pace so far; None while that says nothing."""
    if elapsed < _SETTLED or not 0 < done < total:
        return None
    return elapsed * (total - done) / done


class WorkBar(QStatusBar):
    """Shows the newest of the jobs that were announced through the context."""

    def __init__(self, tasks: Tasks, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._tasks = tasks
        self._jobs: dict[int, _Job] = {}
        self.summary = Text("", "small")
        self._words = Text("", "small")
        self._bar = StillBar()
        self._bar.setFixedWidth(160)
        self._stop = QPushButton(self.tr("Cancel"))
        self._stop.setAccessibleName(self.tr("Cancel what is running"))
        dress(self._stop, look="quiet")
        self._stop.clicked.connect(self._cancel)
        self.addWidget(self.summary, 1)
        for widget in (self._bar, self._words, self._stop):
            self.addPermanentWidget(widget)
            widget.hide()
        self._actions = context.actions
        self._way = Text("", "small")
        self.addPermanentWidget(self._way)
        self._name_key()
        context.actions.keysChanged.connect(self._name_key)
        context.working.connect(self._begin)
        context.progressed.connect(self._advance)
        context.finished.connect(self._end)
        context.noted.connect(self._note)

    def _name_key(self) -> None:
        words = self.tr("{key}  find your way").format(key=self._actions.key("paletteAction"))
        self._way.setText(words if self._actions.has_key("paletteAction") else "")

    def _note(self, text: str) -> None:
        self.summary.setText(text)
        if text:
            announce(self, text)

    def _begin(self, number: int, words: str) -> None:
        self._jobs[number] = _Job(words, time.monotonic())
        self._bar.begin()
        self._show(words)

    def _advance(self, number: int, done: int, total: int) -> None:
        if number in self._jobs and total > 0:
            self._bar.advance(done, total)
            percent = min(100, 100 * done // total)
            job = self._jobs[number]
            left = seconds_left(time.monotonic() - job.begun, done, total)
            words = f"{job.words} {percent}\u00a0%"
            self._show(words if left is None else f"{words} · {remaining_in_words(left)}")

    def _end(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if self._jobs:
            self._bar.begin()
            self._show(next(reversed(self._jobs.values())).words)
            return
        self._bar.end()
        for widget in (self._words, self._stop):
            widget.hide()
        if job is not None:
            announce(self, self.tr("{words}: finished").format(words=job.words))

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        for widget in (self._words, self._stop):
            widget.show()

    def _cancel(self) -> None:
        for number in list(self._jobs):
            self._tasks.cancel(number)

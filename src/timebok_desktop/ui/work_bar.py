"""The status bar: what the desk is working on, how far it has come, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar, QWidget

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks


class WorkBar(QStatusBar):
    """Shows the newest of the jobs that were announced through the context."""

    def __init__(self, tasks: Tasks, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._tasks = tasks
        self._jobs: dict[int, str] = {}
        self.summary = Text("", "small")
        self._words = Text("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._stop = QPushButton(self.tr("Cancel"))
        self._stop.setAccessibleName(self.tr("Cancel what is running"))
        dress(self._stop, look="quiet")
        self._stop.clicked.connect(self._cancel)
        self.addWidget(self.summary, 1)
        for widget in (self._words, self._bar, self._stop):
            self.addPermanentWidget(widget)
            widget.hide()
        self.addPermanentWidget(Text(self.tr("Ctrl+K  all commands"), "small"))
        context.working.connect(self._begin)
        context.progressed.connect(self._advance)
        context.finished.connect(self._end)
        context.noted.connect(self._note)

    def _note(self, text: str) -> None:
        self.summary.setText(text)
        announce(self, text)

    def _begin(self, number: int, words: str) -> None:
        self._jobs[number] = words
        self._bar.setRange(0, 0)
        self._show(words)

    def _advance(self, number: int, done: int, total: int) -> None:
        if number in self._jobs and total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            percent = min(100, 100 * done // total)
            self._show(f"{self._jobs[number]} {percent}\u00a0%")

    def _end(self, number: int) -> None:
        words = self._jobs.pop(number, "")
        if self._jobs:
            self._show(next(reversed(self._jobs.values())))
            return
        for widget in (self._words, self._bar, self._stop):
            widget.hide()
        announce(self, self.tr("{words}: finished").format(words=words))

    def _show(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        for widget in (self._words, self._bar, self._stop):
            widget.show()

    def _cancel(self) -> None:
        for number in list(self._jobs):
            self._tasks.cancel(number)

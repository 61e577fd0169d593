"""Has contact data deleted that have served their time: soon after the start, then once a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from timebok_desktop.ui.context import Context
from timebok_desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.retention import RetentionReport

_AFTER_THE_START = 60 * 1000
_DAY = 24 * 60 * 60 * 1000
"""Milliseconds."""


class RetentionWatch(QObject):
    """Runs retention on the lane; what it deletes is told in passing and stands in the log."""

    def __init__(self, desk: Desk, tasks: Tasks, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._context = desk, tasks, context
        self._daily = QTimer(self)
        self._daily.timeout.connect(self.run)
        self._daily.start(_DAY)
        QTimer.singleShot(_AFTER_THE_START, self, self.run)

    def run(self) -> None:
        """Delete what is due."""
        self._tasks.run(
            self._desk.retain,
            self._context.user,
            owner=self,
            done=self._done,
            failed=lambda error: self._context.tell(error.text(self._context.language), "stop"),
        )

    def _done(self, report: RetentionReport) -> None:
        if report.orders or report.originals:
            words = self.tr("Contact data of %n order(s) deleted.", "", report.orders)
            self._context.note(words)
            self._context.storeChanged.emit()

"""Waits for paint: turns the event loop until what was asked for has been painted.

The filter lets the widget paint first and looks at the clock then, so a moment is one at which the
frame was done.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QTableView, QWidget

Condition = Callable[[], bool]
WATCHDOG_SECONDS = 120.0


class NeverPainted(Exception):  # noqa: N818 - it says what happened
    """What was waited for was not painted in time."""


class PaintWatch(QObject):
    """Sees every frame of a widget. `last` is when the newest one was done."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self._painting = False
        self._condition: Condition | None = None
        self._loop: QEventLoop | None = None
        self.last = 0.0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the widget paint, then look."""
        if event.type() is not QEvent.Type.Paint or self._painting:
            return False
        self._painting = True
        QCoreApplication.sendEvent(watched, event)
        self._painting = False
        self.last = time.perf_counter()
        self._look()
        return True

    def wait(self, condition: Condition, seconds: float = WATCHDOG_SECONDS) -> float:
        """Turn the loop until a frame fulfils the condition; when that frame was done.

        NeverPainted where time runs out.
        """
        self._condition, self._loop = condition, QEventLoop()
        QTimer.singleShot(int(seconds * 1000), self._loop, lambda: self._end(1))
        code = self._loop.exec()
        self._condition = self._loop = None
        if code:
            raise NeverPainted
        return self.last

    def stop(self) -> None:
        """Look no more."""
        self._widget.removeEventFilter(self)

    def _look(self) -> None:
        if self._condition is not None and self._condition():
            self._condition = None
            self._end(0)

    def _end(self, code: int) -> None:
        if self._loop is not None:
            self._loop.exit(code)


def pause(milliseconds: int) -> None:
    """Let the event loop turn for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seen_rows(table: QTableView) -> range:
    """The rows that are seen."""
    model = table.model()
    if not model.rowCount():
        return range(0)
    first = max(0, table.rowAt(0))
    last = table.rowAt(table.viewport().height() - 1)
    return range(first, (last if last >= 0 else model.rowCount() - 1) + 1)


def text_of(table: QTableView, row: int) -> str:
    """All that a row says, "" while it has not come."""
    model = table.model()
    cells = [model.index(row, column).data() for column in range(model.columnCount())]
    text = "\n".join(str(cell) for cell in cells if cell)
    return text if any(letter.isalnum() for letter in text) else ""


def has_come(table: QTableView) -> bool:
    """Whether every row that is seen has come, and there is any."""
    rows = seen_rows(table)
    return len(rows) > 0 and all(text_of(table, row) for row in rows)

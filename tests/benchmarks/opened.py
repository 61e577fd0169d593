"""Runs as a process of its own: opens a window, and tells when its first page was painted.

`python -m benchmarks.opened ours WORKSPACE start|memory`, or `bare - start|memory`: a bare
PySide6 window with a table of as many rows and columns. Prints one number: the moment on the
system's steady clock in seconds, or private megabytes after some use.

What only the benchmark needs is imported after the window was made: a start is measured with what
the window needs and no more.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

_SIZE = (1440, 900)
_ROWS, _COLUMNS = 60, 4
_MARK = "benchmark:"


def main(words: list[str]) -> None:
    """Open, wait, tell and go."""
    whose, workspace, wanted = words
    if whose == "ours":
        _ours(workspace, wanted)
    else:
        _bare(wanted)


def number_in(output: str) -> float:
    """The number that a process of this module printed."""
    (line,) = [one for one in output.splitlines() if one.startswith(_MARK)]
    return float(line.removeprefix(_MARK))


def _ours(workspace: str, wanted: str) -> None:
    from pathlib import Path  # noqa: PLC0415

    from timebok_desktop.app import start_window  # noqa: PLC0415

    window = start_window(Path(workspace), "anna")
    if wanted == "start":
        # Told right after the paint, before everything else is loaded.
        window.firstPainted.connect(lambda: _tell(time.monotonic()))
        _turn(60_000)
        sys.exit("no page of orders was painted within a minute")
    from PySide6.QtWidgets import QTableView  # noqa: PLC0415

    window.resize(*_SIZE)
    while not window.furnished:
        _turn(10)
    table = window.findChild(QTableView, "orderTable")
    assert table is not None
    _tell_memory(table)


def _bare(wanted: str) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtGui import QPaintEvent, QStandardItem, QStandardItemModel  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView  # noqa: PLC0415

    class Table(QTableView):
        """A stock table that tells of its first frame as ours does: in the turn after it."""

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            if wanted == "start":
                QTimer.singleShot(0, lambda: _tell(time.monotonic()))

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    table = Table(window)
    model = QStandardItemModel(_ROWS, _COLUMNS, table)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem(f"bestilling {row} {column}"))
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(*_SIZE)
    window.show()
    if wanted == "memory":
        _tell_memory(table)
    application.exec()


def _tell_memory(table: QTableView) -> None:
    """Scroll from the first row to the last, rest, and tell."""
    from benchmarks.memory import private_megabytes  # noqa: PLC0415
    from benchmarks.painted import NeverPainted, PaintWatch, has_come  # noqa: PLC0415

    watch = PaintWatch(table.viewport())
    watch.wait(lambda: has_come(table))
    bar = table.verticalScrollBar()
    for step in range(1, 20):
        bar.setValue(bar.maximum() * step // 19)
        with suppress(NeverPainted):  # there may be nothing to scroll
            watch.wait(lambda: has_come(table), 1)
    _turn(1500)
    _tell(private_megabytes())


def _turn(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _tell(number: float | None) -> None:
    sys.stdout.write(f"{_MARK}{number}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])

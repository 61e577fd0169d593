"""Runs as a process of its own: opens a window, and tells when its first page was painted.

`python -m benchmarks.opened ours WORKSPACE start|memory`, or `bare - start|memory`: a bare
PySide6 window with a table of as many rows and columns. Prints one number: the moment on the
system's steady clock in seconds, or private megabytes after some use.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import Any

_SIZE = (1440, 900)
_ROWS, _COLUMNS = 60, 4
_MARK = "benchmark:"


def main(words: list[str]) -> None:
    """Open, wait, tell and go."""
    whose, workspace, wanted = words
    window, table = _ours(workspace) if whose == "ours" else _bare()
    # After the window, as nothing of the benchmark may be imported before what it measures.
    from benchmarks.painted import PaintWatch, has_come  # noqa: PLC0415

    watch = PaintWatch(table.viewport())
    window.resize(*_SIZE)
    window.show()
    watch.wait(lambda: has_come(table))
    moment = time.monotonic()
    told = moment if wanted == "start" else _after_use(table, watch)
    sys.stdout.write(f"{_MARK}{told}\n")
    sys.stdout.flush()
    os._exit(0)


def number_in(output: str) -> float:
    """The number that a process of this module printed."""
    (line,) = [one for one in output.splitlines() if one.startswith(_MARK)]
    return float(line.removeprefix(_MARK))


def _ours(workspace: str) -> tuple[Any, Any]:
    from pathlib import Path  # noqa: PLC0415

    from timebok_desktop import app  # noqa: PLC0415

    begin = getattr(app, "start_window", app.create_window)
    window = begin(Path(workspace), "anna")
    from PySide6.QtWidgets import QTableView  # noqa: PLC0415

    return window, window.findChild(QTableView, "orderTable")


def _bare() -> tuple[Any, Any]:
    from PySide6.QtGui import QStandardItem, QStandardItemModel  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView  # noqa: PLC0415

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setProperty("application", application)  # it must stay as long as the window
    table = QTableView(window)
    model = QStandardItemModel(_ROWS, _COLUMNS, table)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem(f"bestilling {row} {column}"))
    table.setModel(model)
    window.setCentralWidget(table)
    return window, table


def _after_use(table: Any, watch: Any) -> float | None:
    from benchmarks.memory import private_megabytes  # noqa: PLC0415
    from benchmarks.painted import NeverPainted, has_come, pause  # noqa: PLC0415

    bar = table.verticalScrollBar()
    for step in range(1, 20):
        bar.setValue(bar.maximum() * step // 19)
        with suppress(NeverPainted):  # there may be nothing to scroll
            watch.wait(lambda: has_come(table), 1)
    pause(1500)
    return private_megabytes()


if __name__ == "__main__":
    main(sys.argv[1:])

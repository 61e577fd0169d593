"""S14: frames of the window while orders are imported, verified and exported on its lane.

A timer asks for a frame sixty times a second; each scrolls the order table one step and repaints
it. Measured are the intervals between frames: idle right before each job, then during it. The jobs
are the window's own: files dropped on it (two files, 100,000 orders at the larger sizes), verifying
everything (again and again for two seconds), exporting what is approved. The longest block is the
longest interval beyond that of a frame: as long did the GUI thread not answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTableView

from benchmarks.painted import PaintWatch, has_come, pause
from benchmarks.plan import USER, Plan
from benchmarks.records import Measured
from benchmarks.s04_window import SIZE
from benchmarks.synthetic import order_files, world_of
from benchmarks.timing import MILLI, p95
from benchmarks.workspaces import approve_fully, copy_of, office
from timebok_desktop.app import create_window
from timebok_desktop.bootstrap import utc_now

_TICK = 16
_IDLE_MILLISECONDS = 3000
_IDLE_SHORT = 300
_AT_LEAST_SECONDS = 2.0
_LONGEST_SECONDS = 3600


def measure(plan: Plan) -> list[Measured]:
    """Each job in one window over a copy in which orders are ready to leave."""
    _, added = order_files(world_of(plan))
    with copy_of(plan, plan.full, "frames") as folder:
        with office(folder, utc_now) as opened:
            approve_fully(opened.desk, plan.leaving)
        window: Any = create_window(folder, USER)
        table = window.findChild(QTableView, "orderTable")
        watch = PaintWatch(table.viewport())
        window.resize(*SIZE)
        window.show()
        watch.wait(lambda: has_come(table))
        watch.stop()
        pause(500)
        exports = window.page("exports")
        verify_all = window.findChild(QAction, "verifyAllAction")
        jobs: dict[str, Callable[[], Any]] = {
            "import": lambda: window.commands.take_files(added),
            "verify": verify_all.trigger,
            "export": lambda: exports.act(partial(window.desk.export, None, USER), words=""),
        }
        found = []
        for name, begin in jobs.items():
            found += _measured(plan, name, window, table, begin)
        window.close()
    return found


def _measured(
    plan: Plan, name: str, window: Any, table: QTableView, begin: Callable[[], Any]
) -> list[Measured]:
    idle = _frames(table, lambda: pause(_IDLE_SHORT if plan.short else _IDLE_MILLISECONDS))

    def job() -> None:
        until = time.perf_counter() + (0 if plan.short else _AT_LEAST_SECONDS)
        begin()
        _until_idle(window)
        while name == "verify" and time.perf_counter() < until:
            begin()
            _until_idle(window)

    begun = time.perf_counter()
    busy = _frames(table, job)
    note = f"{time.perf_counter() - begun:.1f} s, {len(busy)} frames"
    window.tasks.settle()
    longest, longest_idle = (max(0.0, max(one) * MILLI - _TICK) for one in (busy, idle))
    return [
        Measured(f"frames-{name}", p95(busy) * MILLI, p95(idle) * MILLI, note),
        Measured(f"block-{name}", longest, longest_idle),
    ]


def _frames(table: QTableView, during: Callable[[], Any]) -> list[float]:
    """Seconds between frames while something goes on."""
    moments = [time.perf_counter()]
    bar = table.verticalScrollBar()

    def frame() -> None:
        moments.append(time.perf_counter())
        bar.setValue((bar.value() + 1) % max(1, bar.maximum()))
        table.viewport().repaint()

    timer = QTimer(table, interval=_TICK, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(frame)
    timer.start()
    during()
    timer.stop()
    timer.deleteLater()
    moments.append(time.perf_counter())
    return [later - earlier for earlier, later in pairwise(moments)]


def _until_idle(window: Any) -> None:
    """Turn the event loop until the lane has nothing left to do."""
    loop = QEventLoop()
    looking = QTimer(window, interval=_TICK)
    looking.timeout.connect(lambda: None if window.tasks.busy else loop.quit())
    looking.start()
    QTimer.singleShot(_LONGEST_SECONDS * 1000, loop, loop.quit)
    loop.exec()
    looking.stop()
    looking.deleteLater()

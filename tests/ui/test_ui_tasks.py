"""The one lane: answers come home on the GUI thread, or not at all."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from timebok_desktop.domain.errors import CancelledError, RefusedError, TimebokError
from timebok_desktop.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.cancel_all()
    assert made.drain(10)


def double(number: int) -> int:
    return 2 * number


def test_that_an_answer_comes_home_on_the_gui_thread(tasks: Tasks) -> None:
    came: list[tuple[int, threading.Thread]] = []
    tasks.run(double, 21, owner=tasks, done=lambda n: came.append((n, threading.current_thread())))
    assert tasks.settle(5)
    assert came == [(42, threading.main_thread())]


def test_that_the_function_runs_off_the_gui_thread_on_one_lane(tasks: Tasks) -> None:
    lanes: list[threading.Thread] = []
    for _ in range(5):
        tasks.run(threading.current_thread, owner=tasks, done=lanes.append)
    assert tasks.settle(5)
    assert len(set(lanes)) == 1
    assert lanes[0] is not threading.main_thread()


def test_that_a_refusal_goes_to_failed_and_to_nobody_else(tasks: Tasks, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise RefusedError("Nei.", "Nei.")

    failures: list[TimebokError] = []
    defects: list[object] = []
    tasks.defectFound.connect(defects.append)
    tasks.run(refuse, owner=tasks, done=lambda _r: pytest.fail("done"), failed=failures.append)
    assert tasks.settle(5)
    assert [error.text("nb") for error in failures] == ["Nei."]
    assert not defects


def test_that_our_own_fault_is_reported_without_the_data_and_work_goes_on(tasks: Tasks) -> None:
    def stumble() -> None:
        raise ValueError("01010112345 Kari Nordmann")

    defects: list[object] = []
    came: list[int] = []
    tasks.defectFound.connect(defects.append)
    tasks.run(stumble, owner=tasks, done=lambda _r: pytest.fail("done"))
    tasks.run(double, 1, owner=tasks, done=came.append)
    assert tasks.settle(5)
    assert came == [2]
    (defect,) = defects
    assert "ValueError" in defect.report
    assert "stumble" in defect.report
    assert "Nordmann" not in defect.report
    assert "01010112345" not in defect.report


def test_that_a_newer_request_makes_an_older_answer_void(tasks: Tasks) -> None:
    gate, came = threading.Event(), []

    def slow(number: int) -> int:
        gate.wait(5)
        return number

    tasks.run(slow, 1, owner=tasks, done=came.append, latest="rows")
    tasks.run(double, 10, owner=tasks, done=came.append, latest="other")
    tasks.run(double, 3, owner=tasks, done=came.append, latest="rows")
    gate.set()
    assert tasks.settle(5)
    assert came == [20, 6]


def test_that_a_void_request_that_has_not_begun_never_runs(tasks: Tasks) -> None:
    gate, ran = threading.Event(), []
    tasks.run(gate.wait, 5, owner=tasks)
    for number in range(10):
        tasks.run(ran.append, number, owner=tasks, latest="search")
    gate.set()
    assert tasks.settle(5)
    assert ran == [9]


def test_that_answers_for_a_destroyed_owner_are_forgotten(tasks: Tasks, qtbot: QtBot) -> None:
    gate, came = threading.Event(), []
    owner = QObject()

    def slow() -> int:
        gate.wait(5)
        return 1

    tasks.run(slow, owner=owner, done=came.append)
    owner.deleteLater()
    del owner
    qtbot.waitUntil(lambda: not tasks.busy, timeout=2000)
    gate.set()
    tasks.run(double, 2, owner=tasks, done=came.append)
    assert tasks.settle(5)
    assert came == [4]


def test_that_a_job_is_told_to_stop(tasks: Tasks) -> None:
    started, failures = threading.Event(), []

    def patient(cancelled: Callable[[], bool]) -> None:
        started.set()
        while not cancelled():
            time.sleep(0.001)
        raise CancelledError

    number = tasks.run(patient, owner=tasks, failed=failures.append)
    assert started.wait(5)
    tasks.cancel(number)
    assert tasks.settle(5)
    assert isinstance(failures[0], CancelledError)


def test_that_progress_is_throttled_and_comes_home(tasks: Tasks) -> None:
    seen: list[tuple[int, int]] = []

    def work(start: int, progress: Callable[[int, int], None]) -> int:
        for step in range(start, 20_000):
            progress(step, 20_000)
        return start

    tasks.run(partial(work, 5), owner=tasks, progress=lambda *values: seen.append(values))
    assert tasks.settle(10)
    assert 1 <= len(seen) < 200
    assert all(total == 20_000 for _done, total in seen)


def test_that_busy_is_told_once_for_a_row_of_jobs(tasks: Tasks) -> None:
    told: list[bool] = []
    tasks.busyChanged.connect(told.append)
    for number in range(20):
        tasks.run(double, number, owner=tasks)
    assert tasks.settle(5)
    assert told == [True, False]


def test_that_draining_brings_everything_home_and_ends_the_lane(qtbot: QtBot) -> None:
    before, collected = set(threading.enumerate()), gc.isenabled()
    tasks, came = Tasks(), []
    for number in range(50):
        tasks.run(double, number, owner=tasks, done=came.append)
    assert tasks.drain(10)
    assert came == [2 * number for number in range(50)]
    assert set(threading.enumerate()) <= before
    assert gc.isenabled() is collected


def test_that_a_lasting_job_is_done_though_all_are_asked_to_stop(tasks: Tasks) -> None:
    owner, done, told = QObject(), list[int](), list[str]()

    def refuse() -> None:
        raise RefusedError("Nei.", "Nei.")

    tasks.lastingFailed.connect(lambda: told.append("failed"))
    tasks.lastingDone.connect(lambda: told.append("done"))
    gate = threading.Event()
    tasks.run(gate.wait, 10, owner=tasks)
    tasks.run(done.append, 1, owner=owner, lasting=True)
    tasks.run(done.append, 2, owner=tasks)
    tasks.cancel_all()
    delete(owner)
    assert tasks.has_lasting
    gate.set()
    assert tasks.settle(10)
    assert (done, told, tasks.has_lasting) == ([1], ["done"], False)
    tasks.run(refuse, owner=tasks, lasting=True)
    assert tasks.settle(10)
    assert told == ["done", "failed", "done"]


def test_that_thousands_of_calls_with_dying_owners_survive(tasks: Tasks, qtbot: QtBot) -> None:
    """Widgets in cycles, callbacks that hold them, owners destroyed in between."""
    came: list[int] = []

    def grow(number: int) -> list[dict[str, int]]:
        return [{"number": number} for _ in range(20)]

    for round_number in range(60):
        owner = QLabel(str(round_number))
        cycle = {"widget": owner}
        cycle["self"] = cycle  # type: ignore[assignment] # a cycle is the point
        for number in range(60):
            tasks.run(
                grow,
                number,
                owner=owner,
                done=lambda rows, kept=cycle: came.append(len(rows) if kept else 0),
                latest="odd" if number % 2 else "",
            )
        if round_number % 3 == 0:
            assert tasks.settle(10)
        owner.deleteLater()
        del owner, cycle
        qtbot.wait(1)
    assert tasks.settle(20)
    assert len(came) >= 20 * 30
    assert set(came) == {20}


def test_that_a_lane_may_go_before_the_owners_of_its_answers(qtbot: QtBot) -> None:
    window = QObject()
    lane = Tasks(window)
    owner = QObject(window)
    stop = threading.Event()
    lane.run(stop.wait, 5, owner=owner, done=lambda _answer: None)
    with qtbot.captureExceptions() as caught:
        delete(window)  # children go in the order they were made
        stop.set()
        qtbot.wait(50)
    assert caught == []

"""The first paint: orders at once, everything else behind them, and nothing loaded before."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QTableView, QWidget

from timebok_desktop.app import start_window
from timebok_desktop.cli.opening import opening_of
from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.late_desk import LateDesk, open_desk
from timebok_desktop.services.queue_views import OrderQuery

LOADED = """
import linecache
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from timebok_desktop.app import application, start_window
window = start_window(Path(sys.argv[1]), "anna")
heavy = {"sqlalchemy", "pydantic", "cryptography", "tomlkit", "alembic"}
window.firstPainted.connect(lambda: print(sorted(heavy & set(sys.modules))))
window.firstPainted.connect(lambda: QTimer.singleShot(0, lambda: window.tasks.settle(20)))
window.firstPainted.connect(lambda: QTimer.singleShot(500, window.close))
application().exec()
print([name for name in linecache.cache if {"services", "sqlalchemy"} & {*Path(name).parts}])
"""


@pytest.fixture
def started(qapp):
    made = []

    def start(workspace):
        window = start_window(workspace, "anna")
        made.append(window)
        return window

    yield start
    for window in made:
        window.close()
        window.deleteLater()
    qapp.processEvents()


def test_that_the_first_paint_comes_before_the_toolkits_and_no_text_is_kept(desk, order):
    order()
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(desk.workspace)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.split() == ["[]", "[]"], done.stderr


def test_that_the_window_is_whole_once_it_was_painted(desk, order, started, qtbot):
    reference = order()
    window = started(desk.workspace)
    assert window.findChild(QWidget, "orderTable") is None
    qtbot.waitSignal(window.firstPainted, timeout=10_000).wait()
    assert window.tasks.settle(20)
    assert window.findChild(QTableView, "orderTable").model().rowCount() == 1
    assert window.orders.panel.case.order.reference == reference
    assert window.orders.list.table.current_row() == 0


def test_that_a_window_that_is_never_shown_is_whole_too(desk, order, started, qtbot):
    order()
    window = started(desk.workspace)
    window.hide()
    qtbot.waitUntil(lambda: window.furnished, timeout=5000)
    assert window.findChild(QTableView, "orderTable") is not None


def test_that_a_window_closed_at_once_closes_the_store(desk, order, started):
    order()
    window = started(desk.workspace)
    window.close()
    assert not window.furnished or not window.tasks.busy


def test_that_an_empty_workspace_opens_whole(desk, started):
    window = started(desk.workspace)
    assert window.furnished
    assert window.tasks.settle(20)


def test_that_places_and_colours_are_remembered(desk, order, started, qtbot):
    order()
    first = started(desk.workspace)
    qtbot.waitUntil(lambda: first.furnished, timeout=5000)
    assert first.tasks.settle(20)
    table = first.findChild(QTableView, "orderTable")
    rows = table.viewport().mapTo(first, table.viewport().rect().topLeft()).y()
    first.close()
    again = started(desk.workspace)
    assert again.centralWidget().places.rows == rows


def test_that_the_late_desk_is_the_whole_desk(desk, order):
    reference = order()
    opened = open_desk(desk.workspace, "anna")
    assert isinstance(opened.desk, LateDesk)
    assert [row.reference for row in opened.rows] == [reference]
    assert opened.desk.case(reference, "anna").order.reference == reference
    assert dict(opened.desk.view_counts("anna"))["all"] == 1
    opened.close()


def test_that_the_first_page_comes_sorted_as_it_is_asked_for(desk, order):
    oldest, newest = order(), order()
    for first, expected in ((None, oldest), (OrderQuery(descending=True), newest)):
        opened = open_desk(desk.workspace, "anna", first=first)
        assert opened.rows[0].reference == expected
        opened.close()


@pytest.mark.parametrize(
    "line",
    ['language = "xx"', "theme =", "nonsense", 'unknown = "1"', "snapshot_max_age_days = -1"],
)
def test_that_settings_that_are_not_plain_are_judged_by_their_model(desk, line):
    (desk.workspace / "settings.toml").write_text(f"{line}\n", "utf-8")
    with pytest.raises(UnavailableError, match=r"settings\.toml"):
        open_desk(desk.workspace, "anna")


def test_that_plain_settings_count_at_once(desk, order):
    order()
    (desk.workspace / "settings.toml").write_text(
        '# en merknad\nlanguage = "nn"\ntheme = "dark"\nsample_world = true\n'
        "snapshot_max_age_days = 30\n",
        "utf-8",
    )
    opened = open_desk(desk.workspace, "anna")
    assert isinstance(opened.desk, LateDesk)
    assert tuple(opened.settings) == ("nn", "dark", 30, True, 100, 2)
    opened.close()


@pytest.mark.parametrize(
    ("words", "user"),
    [
        (["--by", "kari", "--workspace", "W"], "kari"),
        (["open", "--workspace=W", "--by=kari"], "kari"),
        (["--workspace", "W", "open", "--by", " kari "], "kari"),
    ],
)
def test_that_a_plain_opening_takes_the_short_way(words, user):
    opening = opening_of(words)
    assert opening is not None
    assert (str(opening.workspace), opening.user) == ("W", user)


@pytest.mark.parametrize(
    "words",
    [
        ["orders", "list"],
        ["open", "open"],
        ["--workspace"],
        ["--workspace", "--by"],
        ["--work", "W"],
        ["--json"],
        ["-h"],
    ],
)
def test_that_everything_else_is_left_to_the_whole_command_line(words):
    assert opening_of(words) is None

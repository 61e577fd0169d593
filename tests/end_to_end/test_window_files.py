"""Files that come to the window from outside: named at the start, or handed over later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QFileOpenEvent

from timebok_desktop.app import DeskWindow, application
from timebok_desktop.cli.opening import opening_of
from timebok_desktop.late_desk import open_desk
from timebok_desktop.ui.handed_over import hand_over

WINDOW_THAT_STAYS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from timebok_desktop import app
from timebok_desktop.ui.window_commands import WindowCommands

def opened(self, paths):
    print("opened", *paths, flush=True)
    QTimer.singleShot(0, self._window.close)

WindowCommands.open_files = opened
settle = app.DeskWindow.settle_in

def settled(self):
    settle(self)
    print("ready", flush=True)

app.DeskWindow.settle_in = settled
sys.exit(app.run_window(Path(sys.argv[1]), "anna"))
"""


@pytest.fixture
def show(desk, qapp):
    """Opens the window with files and waits for what comes of it."""
    made = []

    def shown(*files: Path) -> DeskWindow:
        application()
        window = DeskWindow(open_desk(desk.workspace, "anna"), "anna", "nb", files)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        window.furnish()
        assert window.tasks.settle(10)
        made.append(window)
        return window

    yield shown
    for window in made:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "bestilling.json"
    values = {
        "kind": "activate",
        "municipalityNumber": "0301",
        "herId": 9001001,
        "category": "Lab",
        "vendor": "Eksempel Journal AS (oppdiktet)",
        "system": "Journalen",
    }
    path.write_text(json.dumps(values), "utf-8")
    return path


@pytest.mark.parametrize(
    "words",
    [
        ["open", "--by", "anna", "a.timebok-package", "b.json"],
        ["--by=anna", "open", "a.timebok-package", "b.json"],
        ["open", "a.timebok-package", "b.json", "--by", "anna"],
    ],
)
def test_that_files_are_named_after_the_command(words: list[str]) -> None:
    opening = opening_of(words)
    assert opening is not None
    assert opening.user == "anna"
    assert opening.files == (Path("a.timebok-package").absolute(), Path("b.json").absolute())
    assert opening_of(words[1:]) is None or "open" in words[1:]


def test_that_a_package_opens_on_its_verification(show, tmp_path: Path) -> None:
    package = tmp_path / "ødelagt.timebok-package"
    package.write_bytes(b"ikke en pakke")
    page = show(package).page("exports")
    assert page.verification.path_field.text() == str(package)
    assert page.tabs.currentIndex() == 2
    assert page.verification.problems.isVisibleTo(page)


def test_that_other_files_come_in_as_orders(show, desk, order: Path) -> None:
    window = show(order)
    assert window.orders.list.table.model().rowCount() == 1
    listed = desk("orders", "list").document
    assert listed["total"] == 1


def test_that_a_window_takes_what_is_handed_over_to_its_workspace(
    show, desk, order: Path, qtbot
) -> None:
    window = show()
    names = json.dumps([str(order)])
    folder = desk.workspace / "opening"
    (folder / "1.part").write_text(names, "utf-8")
    (folder / "1.part").rename(folder / "1.json")
    qtbot.waitUntil(lambda: not list(folder.iterdir()))
    assert window.tasks.settle(10)
    assert window.orders.list.table.model().rowCount() == 1


@pytest.mark.parametrize("asked", [b"", b"\xff", b"{}", b"[1]", b'"a"', b"[" * 5000])
def test_that_what_is_no_request_is_thrown_away(show, desk, asked: bytes, qtbot) -> None:
    window = show()
    came: list[object] = []
    window.handed_over.came.connect(came.append)
    (desk.workspace / "opening" / "1.json").write_bytes(asked)
    window.handed_over.look()
    assert came == []
    assert not list((desk.workspace / "opening").iterdir())


def test_that_a_second_start_hands_over_and_ends_well(desk, order: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    first = subprocess.Popen(
        [sys.executable, "-c", WINDOW_THAT_STAYS, str(desk.workspace)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "ready\n"
    second = subprocess.run(
        [
            *(sys.executable, "-m", "timebok_desktop", "open", str(order)),
            *("--workspace", str(desk.workspace)),
        ],
        env=environment,
        check=False,
    )
    assert second.returncode == 0
    said, _ = first.communicate()
    assert (said, first.returncode) == (f"opened {order}\n", 0)


def test_that_nothing_is_handed_to_a_window_that_does_not_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timebok_desktop.ui.handed_over._TAKEN_WITHIN", 0)
    assert not hand_over(tmp_path, [])
    (tmp_path / "opening").mkdir()
    assert not hand_over(tmp_path, [])
    assert not list((tmp_path / "opening").iterdir())


def test_that_what_the_system_asks_for_is_opened(show, order: Path) -> None:
    window = show()
    asked = QFileOpenEvent(QUrl.fromLocalFile(str(order)))
    assert window.handed_over.eventFilter(window, asked)
    assert not window.handed_over.eventFilter(window, QEvent(QEvent.Type.User))
    assert window.tasks.settle(10)
    assert window.orders.list.table.model().rowCount() == 1

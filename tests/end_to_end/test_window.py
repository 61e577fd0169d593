"""The window as a whole: one a store, errors before it opens, files that come in by themselves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from timebok_desktop.app import create_window, run_window
from timebok_desktop.domain.errors import UnavailableError

HOLD_THE_LOCK = """
import sys
from pathlib import Path
from timebok_desktop.app import _only_window
lock = _only_window(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def an_order(folder, name, her_id=9001001):
    path = folder / name
    order = {
        "kind": "activate",
        "municipalityNumber": "0301",
        "herId": her_id,
        "category": "Lab",
        "vendor": "Eksempel Journal AS (oppdiktet)",
        "system": "Journalen",
    }
    path.write_text(json.dumps(order), "utf-8")
    return path


def test_that_a_second_window_on_the_same_store_is_refused(desk, qapp, capsys):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LOCK, str(desk.workspace)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert run_window(desk.workspace, "anna") == 3
    assert str(desk.workspace) in capsys.readouterr().err
    holder.kill()
    holder.communicate()
    assert _shown_until_the_loop(desk.workspace) == ["mainWindow"]


def _shown_until_the_loop(workspace):
    """A lock whose process was killed does not count: the window opens and runs. It is closed,
    or it would catch the mouse of other tests."""
    shown = []

    def reached(_application):
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                shown.append(window.objectName())
                window.close()
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timebok_desktop.app.QApplication.exec", reached)
        assert run_window(workspace, "anna") == 0
    return shown


def test_that_a_store_of_a_newer_program_opens_no_window(desk, qapp):
    newer = "UPDATE alembic_version SET version_num = '9999'"
    change = (
        "import sys; from sqlcipher3 import dbapi2; "
        f"c = dbapi2.connect(sys.argv[1]); c.execute({newer!r}); c.commit(); c.close()"
    )
    store = desk.workspace / "store.sqlite3"
    subprocess.run([sys.executable, "-c", change, str(store)], check=True)
    with pytest.raises(UnavailableError) as caught:
        create_window(desk.workspace, "anna")
    assert "9999" in caught.value.text("nn")


def test_that_a_file_put_into_the_inbox_comes_in_and_is_verified(
    desk, open_window, tmp_path, qtbot
):
    inbox = tmp_path / "innboks"
    inbox.mkdir()
    (desk.workspace / "settings.toml").write_text(
        f'language = "nb"\ninbox_folder = {json.dumps(str(inbox))}\n', "utf-8"
    )
    path = an_order(inbox, "ny.json")
    os.utime(path, (time.time() - 60, time.time() - 60))
    window = open_window(desk.workspace)
    qtbot.waitUntil(lambda: not path.exists(), timeout=10_000)
    assert window.tasks.settle(10)
    assert (inbox / "behandlet" / "ny.json").is_file()
    (order,) = desk("orders", "list").document["orders"]
    assert order["outcome"] == "clear"


def test_that_files_dropped_on_the_window_come_in(desk, open_window, tmp_path):
    window = open_window(desk.workspace)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(an_order(tmp_path, "sluppet.json")))])
    window.dropEvent(
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert window.tasks.settle(10)
    (order,) = desk("orders", "list").document["orders"]
    assert order["outcome"] == "clear"

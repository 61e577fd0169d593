"""A process that is killed while somebody types: what was typed is there again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from timebok_desktop.bootstrap import open_office

CHILD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from timebok_desktop.app import create_window

window = create_window(Path(sys.argv[1]), "anna")
window.show()
loop = QEventLoop()
page = window.orders

def until(holds):
    while not holds():
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

until(lambda: page.panel.case is not None and not window.tasks.busy)
page.panel.open_note()
QTest.keyClicks(page.panel.note_form.text, "Halvferdig notat")
until(lambda: not page.drafts._unsaved and not window.tasks.busy)
QTest.keyClicks(page.panel.note_form.text, " og litt til som ingen rakk")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")
def test_that_a_draft_outlives_a_kill(order, desk) -> None:
    reference = order()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(desk.workspace)],
        env=environment,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    office = open_office(Path(desk.workspace))
    try:
        kept = office.desk.case(reference, "Anna").correspondence.drafts
    finally:
        office.close()
    assert kept == {"note": "Halvferdig notat"}

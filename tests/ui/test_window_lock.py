"""The locked window: nothing to see, nothing to press, everything there again afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.domain.errors import WrongPassphraseError
from timebok_desktop.services.settings import Settings
from timebok_desktop.ui.window_lock import WindowLock

WORDS = "blåbær på tunet i august"


class Desk(QMainWindow):
    """A window with something that is being typed, and a command."""

    def __init__(self) -> None:
        super().__init__()
        self.draft, self.pressed = QLineEdit(), []
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addWidget(self.draft)
        layout.addWidget(QPushButton("Godkjenn"))
        self.setCentralWidget(body)
        command = QAction("Godkjenn", self)
        command.setShortcut("Ctrl+G")
        command.triggered.connect(lambda: self.pressed.append(True))
        self.addAction(command)


def resume(typed: str) -> None:
    if typed != WORDS:
        raise WrongPassphraseError


def press_command(desk: Desk) -> None:
    """As the keyboard does it, with the shortcuts of the window."""
    QTest.keyClick(desk.windowHandle(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def desk(qtbot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def lock(desk) -> WindowLock:
    return WindowLock(desk, Path("mappe"), resume, lambda: "nb")


def test_that_a_locked_window_shows_nothing_and_takes_no_command(desk, lock, qtbot):
    press_command(desk)
    assert desk.pressed == [True]
    desk.draft.setText("halvferdig grunn")
    desk.draft.setFocus()
    lock.lock()
    assert not desk.draft.isVisible()
    assert lock.cover.geometry() == desk.rect()
    press_command(desk)
    assert desk.pressed == [True]
    desk.resize(1000, 700)
    assert lock.cover.geometry() == desk.rect()
    lock.lock()


def test_that_only_the_passphrase_gives_everything_back(desk, lock, qtbot):
    desk.draft.setText("halvferdig grunn")
    desk.draft.setFocus()
    lock.lock()
    panel = lock.cover.panel
    panel.field.setText("feil")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert "Feil passordfrase" in panel.trouble.text()
    assert panel.field.text() == ""
    assert not desk.draft.isVisible()
    panel.field.setText(WORDS)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert lock.cover is None
    assert desk.draft.isVisible()
    assert desk.draft.text() == "halvferdig grunn"
    press_command(desk)
    assert desk.pressed == [True]


def test_that_a_window_that_nobody_touches_locks_itself(desk, lock, qtbot, monkeypatch):
    lock.look()
    assert lock.cover is None
    lock.follow(Settings(lock_after_minutes=1))
    monkeypatch.setattr(lock, "_limit", 50)
    lock.look()
    qtbot.waitUntil(lambda: lock._since_input.elapsed() >= 50)
    qtbot.keyClick(desk.draft, Qt.Key.Key_A)
    lock.look()
    assert lock.cover is None
    qtbot.waitUntil(lambda: lock._since_input.elapsed() >= 50)
    lock.look()
    assert lock.cover is not None


def test_that_a_window_that_shall_not_lock_does_not(desk, lock):
    lock.follow(Settings(lock_after_minutes=0))
    lock.look()
    assert lock.cover is None


HEARD = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from timebok_desktop.ui.session_signals import SessionSignals
running, heard = QCoreApplication([]), []
signals = SessionSignals()
signals.left.connect(lambda: (heard.append(1), running.quit()))
def send(locked):
    told = QDBusMessage.createSignal("/", "org.freedesktop.ScreenSaver", "ActiveChanged")
    told.setArguments([locked])
    QDBusConnection.sessionBus().send(told)
QTimer.singleShot(0, lambda: (send(False), send(True)))
QTimer.singleShot(20000, running.quit)
running.exec()
print(signals.hears >= 3, heard)
"""


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no D-Bus here")
def test_that_a_screen_that_locks_is_heard():
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = bus.stdout.readline().strip()
        done = subprocess.run(
            [sys.executable, "-c", HEARD],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        )
    finally:
        bus.terminate()
        bus.wait()
        bus.stdout.close()
    assert done.stdout.strip() == "True [1]", done.stderr

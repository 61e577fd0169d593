"""Hears when the person leaves the machine: the screen locks, or the machine goes to sleep.

On Linux by D-Bus, where there is one; on Windows and macOS nothing is heard, and the idle time
alone decides. No answer is asked for, so nothing can hang.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")
_LOGIN = "org.freedesktop.login1"


class SessionSignals(QObject):
    """Emits `left()`. `hears` tells how many signals it was able to listen for."""

    left = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hears = 0
        if sys.platform.startswith("linux"):
            self._listen()

    def _listen(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - not on every system
        except ImportError:  # a package without it
            return
        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        for name in _SCREEN_SAVERS:
            self._hear(session, (name, "ActiveChanged"), "_away(bool)")
        self._hear(system, (f"{_LOGIN}.Manager", "PrepareForSleep"), "_away(bool)")
        self._hear(system, (f"{_LOGIN}.Session", "Lock"), "_locked()")

    def _hear(self, bus: object, signal: tuple[str, str], slot: str) -> None:
        interface, name = signal
        if bus.isConnected():  # type: ignore[attr-defined]
            heard = bus.connect("", "", interface, name, self, SLOT(slot))  # type: ignore[attr-defined]
            self.hears += bool(heard)

    @Slot(bool)
    def _away(self, away: bool) -> None:  # noqa: FBT001 - the bus's signal
        if away:
            self.left.emit()

    @Slot()
    def _locked(self) -> None:
        self.left.emit()

"""Files that come to a window from outside: from another start of the program, or the system.

Each start of the program that finds the workspace's window open lays down what it was asked to
open in a folder of the workspace, and the window takes it from there. macOS tells a running
program by an event instead. Knows nothing of what the files are.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QFileSystemWatcher, QObject, Signal
from PySide6.QtGui import QFileOpenEvent

_FOLDER = "opening"
_SUFFIX = ".json"
_LARGEST = 1_000_000
_TAKEN_WITHIN = 5.0
_ASKED_EVERY = 0.02


def hand_over(workspace: Path, files: Sequence[Path]) -> bool:
    """Ask the window of a workspace to come to the front with these files, none of them too.

    False where no window takes it.
    """
    request = workspace.absolute() / _FOLDER / f"{os.getpid()}{_SUFFIX}"
    beside = request.with_suffix(".part")
    try:
        beside.write_text(json.dumps([str(path.absolute()) for path in files]), "utf-8")
        beside.replace(request)
    except OSError:
        return False
    end = time.monotonic() + _TAKEN_WITHIN
    while request.exists():
        if time.monotonic() > end:
            request.unlink(missing_ok=True)
            return False
        time.sleep(_ASKED_EVERY)
    return True


class HandedOver(QObject):
    """Takes what is handed over to the window of a workspace and tells of it."""

    came = Signal(list)

    def __init__(self, workspace: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = workspace / _FOLDER
        self._watcher = QFileSystemWatcher(self)
        with suppress(OSError):  # a window that nothing can be handed to is a window all the same
            self._folder.mkdir(mode=0o700, exist_ok=True)
            for old in self._folder.iterdir():
                old.unlink()
            self._watcher.addPath(str(self._folder))
        self._watcher.directoryChanged.connect(self.look)
        application = QCoreApplication.instance()
        if application is not None and sys.platform == "darwin":
            application.installEventFilter(self)

    def look(self) -> None:
        """Take what lies there."""
        for request in sorted(self._folder.glob(f"*{_SUFFIX}")):
            paths = _asked(request)
            with suppress(OSError):
                request.unlink()
            if paths is not None:
                self.came.emit(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What macOS asks a running program to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.came.emit([Path(event.file())])
            return True
        return super().eventFilter(watched, event)


def _asked(request: Path) -> list[Path] | None:
    """What a request names; None for what is no request."""
    try:
        if request.is_symlink() or request.stat().st_size > _LARGEST:
            return None
        names = json.loads(request.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return [Path(name) for name in names]

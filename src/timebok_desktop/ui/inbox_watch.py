"""Watches the inbox folder and takes in what settles there; says so in the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services import then_verify
from timebok_desktop.services.views import ImportReport
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.import_words import import_words
from timebok_desktop.ui.tasks import Tasks

if TYPE_CHECKING:  # they bring pydantic along, which the first paint can spare
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.settings import Settings

_SETTLING_MILLISECONDS = 3_000
_LOOK_MILLISECONDS = 15_000


class InboxWatch(QObject):
    """Looks when the folder changes, and now and then for what was still growing."""

    def __init__(self, desk: Desk, tasks: Tasks, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._context = context
        self._told = ""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._changed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self)
        self._often.setInterval(_LOOK_MILLISECONDS)
        self._often.timeout.connect(self.look)
        context.settingsChanged.connect(self.follow)

    def follow(self, settings: Settings) -> None:
        """Watch the folder that the settings name; none where they name none."""
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self._often.stop()
        self._told = ""
        if settings.inbox_folder:
            self._watcher.addPath(str(Path(settings.inbox_folder)))
            self._often.start()
            self._soon.start(0)

    def look(self) -> None:
        """Take in what has settled."""
        self._tasks.run(
            then_verify.take_inbox,
            self._desk,
            self._context.user,
            owner=self,
            done=self._taken,
            failed=self._failed,
            latest="inbox",
        )

    def _changed(self, _folder: str) -> None:
        self._soon.start(_SETTLING_MILLISECONDS)

    def _taken(self, report: ImportReport) -> None:
        self._told = ""
        if report.files:
            self._context.tell(*import_words(report, self._context))
            self._context.storeChanged.emit()

    def _failed(self, error: TimebokError) -> None:
        """The same trouble is told once, not every quarter of a minute."""
        text = error.text(self._context.language)
        if text != self._told:
            self._told = text
            self._context.tell(text, "warning")

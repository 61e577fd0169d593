"""The front door of the window: builds the desk, the window and nothing else."""

from __future__ import annotations

import gc
import os
import platform
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

gc.disable()  # what is loaded now stays, and to look through it would only delay the first paint

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QLockFile, QSettings, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMainWindow

from timebok_desktop.ui import pyside_sources

pyside_sources.leave_unread()

from timebok_desktop import __version__
from timebok_desktop.domain.errors import TimebokError, UnavailableError
from timebok_desktop.domain.odd_signs import without_tricks
from timebok_desktop.domain.phrases import LANGUAGES, Language
from timebok_desktop.files.first_settings import first_settings
from timebok_desktop.files.machine_settings import MachineFile
from timebok_desktop.files.workspace import Workspace, make_workspace, workspace_in
from timebok_desktop.late_desk import OpenedDesk, open_desk
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow, WindowOptions
from timebok_desktop.ui.orders.view_sorts import first_query

gc.freeze()
gc.enable()

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from timebok_desktop.files.local_log import LocalLog
    from timebok_desktop.files.store_keys import StoreKeys
    from timebok_desktop.services.behind import Behind
    from timebok_desktop.services.training import AnswerKey
    from timebok_desktop.ui.handed_over import HandedOver
    from timebok_desktop.ui.inbox_watch import InboxWatch
    from timebok_desktop.ui.passphrase_dialog import DialogAsker
    from timebok_desktop.ui.retention_watch import RetentionWatch
    from timebok_desktop.ui.window_lock import WindowLock
    from timebok_desktop.unlocking import Asker

_COULD_NOT = 3
_BACKUP_AFTER = 60_000
_HOUR = 3_600_000
_PICTURE_SIZE = (1440, 900)
_STILL_ROUNDS = 3
_STILL_MILLISECONDS = 150


class DeskWindow(MainWindow):
    """The main window together with the store that it closes when it goes."""

    inbox: InboxWatch
    retention: RetentionWatch
    handed_over: HandedOver
    lock: WindowLock

    def __init__(
        self,
        opened: OpenedDesk,
        user: str,
        language: Language | None = None,
        files: Sequence[Path] = (),
    ) -> None:
        self._opened_desk = opened
        self._first_files = files
        settings = opened.settings
        options = WindowOptions(
            user=user,
            state_file=opened.workspace.window_state,
            language=language or settings.language,
            theme=settings.theme,
            text_size=settings.text_size,
            snapshot_max_age_days=settings.snapshot_max_age_days,
            claimed_limit=settings.due_claimed_working_days,
            sample_world=settings.sample_world,
            unlock=opened.desk.unlock if opened.workspace.is_encrypted else None,
            training=_training_key(opened.workspace),
        )
        super().__init__(opened.desk, options, opened.rows)

    def behind(self) -> Behind:
        """Read from what is installed, and from the workspace's place."""
        from timebok_desktop.bootstrap import behind_window  # noqa: PLC0415 - after the paint

        folder = self._opened_desk.workspace.folder
        return behind_window(
            folder, self._opened_desk.machine, self.context.user, self._opened_desk.key
        )

    def operation_log(self) -> LocalLog:
        """The workspace's own."""
        from timebok_desktop.files.local_log import LocalLog  # noqa: PLC0415 - after the paint

        log = LocalLog(self._opened_desk.workspace.logs)
        log.started("window", f"{__version__}, Qt {qVersion()}, Python {platform.python_version()}")
        return log

    def settle_in(self) -> None:
        """Begin to watch the inbox and what is handed over, and open what was asked for."""
        from timebok_desktop.ui.handed_over import HandedOver  # noqa: PLC0415 - after the paint
        from timebok_desktop.ui.inbox_watch import InboxWatch  # noqa: PLC0415 - after the paint
        from timebok_desktop.ui.retention_watch import (  # noqa: PLC0415 - after the paint
            RetentionWatch,
        )

        self.inbox = InboxWatch(self.desk, self.tasks, self.context, self)
        self.retention = RetentionWatch(self.desk, self.tasks, self.context, self)
        self.tasks.run(
            self.desk.settings,
            owner=self.inbox,
            done=self.inbox.follow,
            failed=lambda error: self.context.tell(error.text(self.context.language), "stop"),
        )

        QtCore.QTimer.singleShot(_BACKUP_AFTER, self, self._back_up)
        if self._opened_desk.workspace.is_encrypted:
            self._learn_to_lock()
        self.setWindowIcon(QIcon(str(resource_folder() / "icons" / "app" / "timebok.svg")))
        self.handed_over = HandedOver(self._opened_desk.workspace.folder, self)
        self.handed_over.came.connect(self.commands.open_files)
        if self._first_files:
            self.commands.open_files(self._first_files)

    def _learn_to_lock(self) -> None:
        """Lock after idle time and with the session, where a passphrase can unlock again."""
        from timebok_desktop.ui.window_lock import WindowLock  # noqa: PLC0415 - after the paint
        from timebok_desktop.unlocking import Unlocking, has_passphrase  # noqa: PLC0415 - as above

        workspace, unlocking = self._opened_desk.workspace, Unlocking()
        if not has_passphrase(workspace):
            return
        self.lock = WindowLock(
            self,
            workspace.folder,
            lambda typed: unlocking.proved(workspace, typed),
            lambda: self.context.language,
        )
        lock_now = self.context.actions["lockAction"]
        lock_now.triggered.connect(self.lock.lock)
        lock_now.setEnabled(True)
        self.context.settingsChanged.connect(self.lock.follow)
        self.tasks.run(
            self.desk.settings,
            owner=self.lock,
            done=self.lock.follow,
            failed=lambda error: self.context.tell(error.text(self.context.language), "stop"),
        )

    def _back_up(self) -> None:
        """The backup of the day; asked again every hour, for a window that stays open."""
        self.tasks.run(
            self.desk.back_up_if_due,
            owner=self,
            done=lambda _made: None,
            failed=lambda error: self.context.tell(error.text(self.context.language), "warning"),
        )
        QtCore.QTimer.singleShot(_HOUR, self, self._back_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Drain the work first, then close the store."""
        super().closeEvent(event)
        if event.isAccepted():
            self._opened_desk.close()
            with suppress(OSError):
                self._opened_desk.workspace.window_state.chmod(0o600)


def create_window(workspace: Path, user: str, *, machine: MachineFile | None = None) -> QMainWindow:
    """The whole window over a workspace, with no event loop running. `machine` is what an
    administrator has fixed, by default the machine's own file.

    TimebokError where the workspace cannot be opened. Nobody is asked for a passphrase.
    """
    application()
    opened = open_desk(
        workspace, user, machine, keys=keys_of(workspace), first=_first_query(workspace)
    )
    window = DeskWindow(opened, user)
    window.furnish()
    return window


def start_window(
    workspace: Path,
    user: str,
    files: Sequence[Path] = (),
    machine: MachineFile | None = None,
    *,
    keys: StoreKeys | None = None,
) -> DeskWindow:
    """The window as it is first seen: on the screen, with the first page of orders where there
    are any. Once that is painted (`MainWindow.firstPainted`) everything else follows.

    `keys` are those of an encrypted workspace (`keys_of`). TimebokError where the workspace cannot
    be opened.
    """
    application()
    opened = open_desk(workspace, user, machine, keys=keys, first=_first_query(workspace))
    window = DeskWindow(opened, user, files=files)
    window.show()
    return window


def _first_query(folder: Path) -> OrderQuery:
    """The orders that the window of a workspace begins with, as they were sorted last."""
    kept = workspace_in(folder).window_state
    return first_query(QSettings(str(kept), QSettings.Format.IniFormat))


def keys_of(folder: Path, asker: Asker | None = None) -> StoreKeys | None:
    """The keys of a workspace, asked for where that is possible; None where it is plain."""
    workspace = workspace_in(folder)
    if not workspace.is_encrypted and workspace.store.exists():
        return None
    from timebok_desktop.unlocking import Unlocking, opened_keys  # noqa: PLC0415 - a plain workspace can spare it

    return opened_keys(folder, Unlocking(asker))


def application() -> QApplication:
    """The one application of the process."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(sys.argv[:1])
    made.setApplicationName("timebok-desktop")
    made.setApplicationDisplayName("Timebok")
    made.setDesktopFileName("timebok-desktop")
    return made


def run_window(
    workspace: Path,
    user: str,
    files: Sequence[Path] = (),
    machine: MachineFile | None = None,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Where the workspace's window is open already, it comes to the front and takes the files.
    """
    running, asker = application(), _asker(workspace)
    try:
        lock = _only_window(workspace, files)
        if lock is None:
            return 0
        window = start_window(workspace, user, files, machine, keys=keys_of(workspace, asker))
    except TimebokError as error:
        _note_failure(workspace, error)
        if asker is None or not asker.declined:
            _say(error, _language_of(workspace))
        return _COULD_NOT
    window.tell_of_defects()
    code = running.exec()
    lock.unlock()
    return code


def _training_key(workspace: Workspace) -> AnswerKey | None:
    """The answer key, where this is a training workspace."""
    if not (workspace.folder / "training.json").exists():
        return None
    from timebok_desktop.files.training import training_key  # noqa: PLC0415 - seldom needed

    return training_key(workspace.folder)


def _note_failure(workspace: Path, error: TimebokError) -> None:
    """In the local log, where there is a workspace to have one."""
    from timebok_desktop.files.local_log import LocalLog  # noqa: PLC0415 - few openings fail

    if workspace_in(workspace).folder.is_dir():
        LocalLog(workspace_in(workspace).logs).failed("window", 0.0, error)


def take_screenshots(workspace: Path, out: Path, machine: MachineFile | None = None) -> list[Path]:
    """A picture of every page in both languages, 1440 x 900, named `<page>-<language>.png`.

    Painted off screen, whatever display there is.
    """
    from timebok_desktop.ui.page_list import PAGES  # noqa: PLC0415 - a window can spare it

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    out.mkdir(parents=True, exist_ok=True)
    keys = keys_of(workspace)
    taken = []
    for language in LANGUAGES:
        first = _first_query(workspace)
        opened = open_desk(workspace, "anna", machine, keys=keys, first=first)
        window = DeskWindow(opened, "anna", language)
        window.furnish()
        window.setAttribute(QtCore.Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*_PICTURE_SIZE)
        window.show()
        window.first_steps.rest()
        for record in PAGES:
            window.show_page(record.key)
            _wait_until_still(window)
            path = out / f"{record.key}-{language}.png"
            if not window.grab().save(str(path)):
                raise UnavailableError(
                    "Kan ikke skrive {path}. Velg en annen mappe.",
                    "Kan ikkje skrive {path}. Vel ei anna mappe.",
                    path=path,
                )
            taken.append(path)
        window.close()
        window.deleteLater()
        QApplication.processEvents()
    return taken


def _wait_until_still(window: MainWindow) -> None:
    """Let the page ask for what it shows, and what it shows ask for more, until nothing moves."""
    for _ in range(_STILL_ROUNDS):
        window.tasks.settle()
        moment = QtCore.QEventLoop()
        QtCore.QTimer.singleShot(_STILL_MILLISECONDS, moment.quit)
        moment.exec()


def _only_window(workspace: Path, files: Sequence[Path] = ()) -> QLockFile | None:
    """One window a store; None where that window has taken over what was asked for.

    A lock whose process has gone does not count.
    """
    lock = QLockFile(str(make_workspace(workspace).folder / "window.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        from timebok_desktop.ui.handed_over import hand_over  # noqa: PLC0415 - seldom needed

        if hand_over(workspace, files):
            return None
        raise UnavailableError(
            "Arbeidsmappen {folder} er allerede åpen i et annet vindu. Bruk det, eller lukk det "
            "først.",
            "Arbeidsmappa {folder} er alt open i eit anna vindauge. Bruk det, eller lukk det "
            "først.",
            folder=workspace,
        )
    with suppress(OSError):
        Path(lock.fileName()).chmod(0o600)
    return lock


def _asker(workspace: Path) -> DialogAsker | None:
    """Who asks for a passphrase; nobody where nobody could see it."""
    if QApplication.platformName() == "offscreen":
        return None
    from timebok_desktop.ui.passphrase_dialog import DialogAsker  # noqa: PLC0415 - seldom needed

    settings = first_settings(Workspace(workspace).settings)
    mode = settings.theme if settings is not None else "system"
    return DialogAsker(application(), _language_of(workspace), mode)


def _language_of(workspace: Path) -> Language:
    """The workspace's language, as far as its settings can be read."""
    settings = first_settings(Workspace(workspace).settings)
    return settings.language or "nb" if settings is not None else "nb"


def say_refusal(error: TimebokError) -> None:
    """Say why the window cannot be opened."""
    application()
    _say(error, "nb")


def _say(error: TimebokError, language: Language) -> None:
    text = error.text(language)
    sys.stderr.write(f"timebok: {without_tricks(text)}\n")
    if QApplication.platformName() == "offscreen":
        return  # nobody could close the box
    box = QtWidgets.QMessageBox()
    box.setTextFormat(box.textFormat().PlainText)
    box.setWindowTitle("Timebok")
    box.setText(text)
    box.exec()

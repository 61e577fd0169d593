"""What the commands of the window do. A command of a page is handed to that page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.queue_views import VIEW_SUFFIX
from timebok_desktop.ui.actions import RECORDS, ActionRecord
from timebok_desktop.ui.appearance import APPEARANCES
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.pages.package_files import is_package

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.settings import Settings
    from timebok_desktop.ui.main_window import MainWindow
    from timebok_desktop.ui.tour import Tour


class WindowCommands(QObject):
    """Connects every action of the window to what it does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tour: Tour | None = None
        own = {
            "quitAction": window.close,
            "backAction": lambda: self.go(-1),
            "forwardAction": lambda: self.go(1),
            "paletteAction": self.open_palette,
            "languageAction": self.change_language,
            "themeAction": self.change_theme,
            "switchUserAction": window.open_user_switch,
            "helpAction": window.open_help,
            "aboutAction": window.open_about,
            "newsAction": window.open_news,
            "technicalAction": window.open_technical,
            "firstStepsAction": self.fetch_first_steps,
            "tourAction": self.start_tour,
            "trainingAction": self.open_training,
        }
        for record in RECORDS:
            action = window.context.actions[record.name]
            if record.page:
                action.triggered.connect(partial(self._hand_to_page, record))
            elif record.name in own:
                action.triggered.connect(lambda _checked, call=own[record.name]: call())
        window.context.actions["lockAction"].setEnabled(False)  # until there is a lock to use
        for page in PAGES:
            action = window.context.actions[f"{page.key}PageAction"]
            action.triggered.connect(lambda _checked, key=page.key: window.show_page(key))

    def open_palette(self) -> None:
        """Open the command palette."""
        self._window.palette_panel.open()

    def go(self, by: int) -> None:
        """Go back (-1) or forward (1): in the help where that has the focus, else in the window."""
        place = self._window.help_place
        if place.book is not None and place.has_focus():
            place.book.step(by)
        elif not self._window.history.step(by):
            self._window.context.note(
                self.tr("There is nothing further back.")
                if by < 0
                else self.tr("There is nothing further on.")
            )

    def open_files(self, paths: Sequence[Path]) -> None:
        """Come to the front with files from outside: packages are verified, orders imported."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        self.take_files(paths)

    @staticmethod
    def files_in(data: QMimeData) -> list[Path]:
        """The files and folders that are dragged."""
        return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]

    def take_files(self, paths: Sequence[Path]) -> None:
        """Import what holds orders; of packages the last one is verified and shown."""
        packages = [path for path in paths if is_package(path)]
        views = [path for path in paths if path.suffix == VIEW_SUFFIX]
        orders = [path for path in paths if path not in packages and path not in views]
        if views:
            self._window.show_page("orders")
            self._window.orders.own_views.take(views[-1])
        if orders:
            self._window.show_page("orders")
            self._window.orders.intake.take(orders)
        if packages:
            self._window.show_page("exports", str(packages[-1]))

    def start_tour(self) -> None:
        """Walk over the window, in the language it has now."""
        from timebok_desktop.ui.tour import Tour  # noqa: PLC0415 - few starts want it

        if self._tour is not None:
            self._tour.take_down()
        self._tour = Tour(self._window)
        self._tour.start()

    def fetch_first_steps(self) -> None:
        """Bring the first steps back, on the page of orders."""
        self._window.show_page("orders")
        self._window.first_steps.fetch()

    def open_sample(self) -> None:
        """Open the sample world beside this window, in a workspace of its own."""
        self._start("sample", self.tr("The sample world opens in a window of its own."))

    def open_training(self) -> None:
        """Open the training beside this window, in a workspace of its own."""
        self._start("training", self.tr("The training opens in a window of its own."))

    def begin_another_round(self) -> None:
        """A new round opens, and this one is left."""
        if self._start("another-round", self.tr("A new round opens in a window of its own.")):
            self._window.close()

    def _start(self, other: str, words: str) -> bool:
        started = self._window.behind().open_beside(other)
        if started:
            self._window.context.tell(words)
        else:
            self._window.context.tell(self.tr("The other window could not be opened."), "stop")
        return started

    def choose_language(self, language: str) -> None:
        """Take on a language and remember it."""
        self._save({"language": language})

    def change_language(self) -> None:
        """Bokmål becomes nynorsk, nynorsk becomes bokmål."""
        self._save({"language": "nn" if self._window.context.language == "nb" else "nb"})

    def change_theme(self) -> None:
        """As the system, light, dark, high contrast, and around again; said aloud."""
        order = tuple(APPEARANCES)
        chosen = order[(order.index(self._window.mode) + 1) % len(order)]
        words = QCoreApplication.translate("Appearance", APPEARANCES[chosen])
        told = self.tr("Appearance: {words}").format(words=words)
        self._save({"theme": chosen}, lambda: self._window.context.note(told))

    def ask_for_user(self) -> None:
        """Ask who takes over, and offer those who are known."""
        window = self._window
        window.user_switch.open()
        window.tasks.run(
            _caseworkers,
            window.desk,
            owner=self,
            done=lambda names: window.user_switch.offer(names, window.context.user),
            failed=self._tell,
            latest="caseworkers",
        )

    def switch_user(self, user: str, passphrase: str) -> None:
        """Another caseworker takes over, after the key was unlocked where there is one."""
        window = self._window
        if window.unlock is None:
            window.context.change_user(user)
            return
        window.tasks.run(
            window.unlock,
            user,
            passphrase,
            owner=self,
            done=lambda _none: window.context.change_user(user),
            failed=self._tell,
        )

    def _hand_to_page(self, record: ActionRecord, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        page = self._window.page(record.page)
        if not page.isVisible():
            self._window.show_page(record.page)
        command = page.commands.get(record.name)
        if command is not None:
            command()

    def _save(self, changes: Mapping[str, Any], then: Callable[[], object] = lambda: None) -> None:
        window = self._window

        def saved(settings: Settings) -> None:
            window.context.settingsChanged.emit(settings)
            then()

        window.tasks.run(
            _save_settings,
            window.desk,
            dict(changes),
            window.context.user,
            owner=self,
            done=saved,
            failed=self._tell,
            lasting=True,
        )

    def _tell(self, error: TimebokError) -> None:
        self._window.context.tell(error.text(self._window.context.language), "stop")


def _save_settings(desk: Desk, changes: dict[str, Any], user: str) -> Settings:
    """On the lane: change some settings and keep the rest."""
    settings = replace(desk.settings(), **changes)
    desk.save_settings(settings, user)
    return settings


def _caseworkers(desk: Desk) -> list[str]:
    """On the lane: whoever has approved here, the newest last."""
    return [key.caseworker for key in desk.caseworker_keys()]

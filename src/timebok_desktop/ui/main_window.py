"""The window's shell: header, rail, pages, message bar, status bar. It decides nothing.

Its content can be taken down and built anew at any time (`compose`), which is how another
language takes effect. No modal dialog is opened while the window is built.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.phrases import Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui import icons, theme, translation
from timebok_desktop.ui.actions import MENUS, menu_title
from timebok_desktop.ui.context import Context, Message
from timebok_desktop.ui.defects import Defect, catch_the_rest
from timebok_desktop.ui.focus import FocusRing
from timebok_desktop.ui.header import Header
from timebok_desktop.ui.help_panel import HelpPanel
from timebok_desktop.ui.language_choice import LanguageChoice
from timebok_desktop.ui.message_bar import MessageBar
from timebok_desktop.ui.names import name_the_rest
from timebok_desktop.ui.navigation import Navigation
from timebok_desktop.ui.orders.page import OrdersPage
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.page_holder import PageHolder
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.pages.welcome import FirstSteps
from timebok_desktop.ui.palette import CommandPalette
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.user_switch import Unlock, UserSwitch
from timebok_desktop.ui.window_commands import WindowCommands
from timebok_desktop.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.settings import Settings


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the window must know before its first paint.

    `state_file` is the ini file in the workspace that geometry is remembered in. `language` is
    None until it was chosen. `unlock` is None in a plain workspace.
    """

    user: str
    state_file: Path
    language: Language | None = None
    theme: theme.Mode = "system"
    snapshot_max_age_days: int = 14
    sample_world: bool = False
    unlock: Unlock | None = None


class MainWindow(QMainWindow):
    """The window of one workspace. Whoever makes it hands over the desk and closes the store
    after `closeEvent` has drained the tasks.
    """

    def __init__(self, desk: Desk, options: WindowOptions) -> None:
        icons.sleep(asleep=True)
        theme.prepare(_application(), options.theme)  # a window keeps the font it was made with
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._options = options
        self._asked_language = options.language is not None
        self._mode: theme.Mode = options.theme
        self._age_limit = options.snapshot_max_age_days
        self._sample_world = options.sample_world
        self.desk = desk
        self.state = QSettings(str(options.state_file), QSettings.Format.IniFormat)
        self.tasks = Tasks(self)
        self.context = Context(options.user, options.language or "nb", self)
        self._dress()
        self.commands = WindowCommands(self)
        self._connect()
        self._holders: dict[str, PageHolder] = {}
        self._overlays: tuple[QWidget, ...] = ()
        self._current = "orders"
        self.compose()
        self._restore()

    # -- building ----------------------------------------------------------------------------
    def compose(self) -> None:
        """Build the content in the language now installed, on the page that was open."""
        self.setWindowTitle(self.tr("Timebok"))
        self.context.actions.retranslate()
        self.navigation = Navigation()
        self.pages = QStackedWidget()
        self._holders = {}
        for record in PAGES:
            title = self.navigation.title_of(record.key)
            self._holders[record.key] = PageHolder(record, self._make_page, title)
            self.pages.addWidget(self._holders[record.key])
        self._build_frame()
        self.navigation.chosen.connect(self.show_page)
        self.navigation.show_key(self._current)
        theme.put_on_sheet(_application())
        QTimer.singleShot(0, self, self._draw_icons)
        self.refresh_shell()

    def _build_frame(self) -> None:
        menus = self._menus = QMenuBar()
        self._fill_menus(menus)
        native = sys.platform == "darwin"
        if native:
            self.setMenuBar(menus)
        self.header = Header(None if native else menus)
        self.header.show_user(self.context.user)
        self.header.sample.setVisible(self._sample_world)
        self.header.user.clicked.connect(self.open_user_switch)
        self.messages = MessageBar()
        self.language_choice = LanguageChoice()
        self.language_choice.setVisible(not self._asked_language)
        self.language_choice.chosen.connect(self.commands.choose_language)
        self.first_steps = FirstSteps(self.desk, self.tasks, self.context)
        self.user_switch = UserSwitch(with_passphrase=self._options.unlock is not None)
        self.user_switch.wanted.connect(self.commands.switch_user)
        self.work_bar = WorkBar(self.tasks, self.context)
        self.setCentralWidget(self._laid_out())
        self.setStatusBar(self.work_bar)
        for old in self._overlays:
            old.hide()
            old.deleteLater()
        self.palette_panel = CommandPalette(self)
        self.help_panel = HelpPanel(self.context.actions, self.context.language, self)
        self._overlays = (self.palette_panel, self.help_panel, FocusRing(self))

    def menuBar(self) -> QMenuBar:
        """The menus, wherever they stand: in the header, or above the screen on macOS."""
        return self._menus

    def _laid_out(self) -> QWidget:
        notices = QVBoxLayout()
        notices.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, 0)
        notices.setSpacing(SPACE.s)
        for notice in (self.language_choice, self.user_switch, self.messages, self.first_steps):
            notices.addWidget(notice)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(notices)
        right.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(right, 1)
        body = QWidget()
        body.setObjectName("windowBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(middle, 1)
        return body

    def _fill_menus(self, menus: QMenuBar) -> None:
        for name, text in MENUS:
            menu = QMenu(menu_title(text), menus)
            menu.addActions(self.context.actions.of_menu(name))
            menu.aboutToShow.connect(self.context.actions.draw_icons)
            menus.addMenu(menu)
        self.addActions(self.context.actions.all())

    def _make_page(self, page: type[Page]) -> Page:
        made = page(self.desk, self.tasks, self.context)
        made.ensure_built()
        name_the_rest(made)
        made.recall(self.state)
        return made

    def _dress(self) -> None:
        application = _application()
        translation.install(application, self.context.language, resource_folder() / "translations")
        theme.prepare(application, self._mode)

    def _connect(self) -> None:
        context = self.context
        context.messaged.connect(self._show_message)
        context.storeChanged.connect(self.refresh_shell)
        context.pageWanted.connect(self.show_page)
        context.queueWanted.connect(self._show_queue)
        context.settingsChanged.connect(self.take_settings)
        context.userChanged.connect(self._user_changed)
        self.tasks.defectFound.connect(self._show_defect)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._colours_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._colours_changed)

    # -- pages -------------------------------------------------------------------------------
    def page(self, key: str) -> Page:
        """The page of a key of `PAGES`, made if it has not been shown yet."""
        return self._holders[key].page

    def show_page(self, key: str, subject: str = "") -> None:
        """Bring a page to the front and show something there; the focus goes with it."""
        holder = self._holders[key]
        self.navigation.list.blockSignals(True)
        self.navigation.show_key(key)
        self.navigation.list.blockSignals(False)
        self.pages.setCurrentWidget(holder)
        self._current = key
        self.first_steps.page_shown(key)
        holder.page.present(subject)
        holder.page.take_focus()

    @property
    def orders(self) -> OrdersPage:
        """The page of orders."""
        page = self.page("orders")
        assert isinstance(page, OrdersPage)  # noqa: S101 - for the type checker
        return page

    def _show_queue(self, query: OrderQuery) -> None:
        self.show_page("orders")
        self.orders.show_query(query)

    def watch_for_defects(self) -> None:
        """Tell of our own faults anywhere in the window; for the process that owns it."""
        catch_the_rest(self._show_defect)

    # -- panels ------------------------------------------------------------------------------
    def open_user_switch(self) -> None:
        """Ask who takes over."""
        self.user_switch.open()

    def open_help(self) -> None:
        """Show the keys and the guides."""
        self.help_panel.open()

    def open_about(self) -> None:
        """Show what this program is."""
        self.help_panel.open_about()

    # -- what changes ------------------------------------------------------------------------
    def refresh_shell(self) -> None:
        """Ask again for what the header shows."""
        self.tasks.run(
            self.desk.current_snapshot,
            owner=self.header,
            done=self._show_snapshot,
            failed=self._tell_failure,
            latest="snapshot",
        )

    def take_settings(self, settings: Settings) -> None:
        """Take on language, theme and limits after the settings were saved."""
        self._age_limit = settings.snapshot_max_age_days
        self._sample_world = settings.sample_world
        self.header.sample.setVisible(self._sample_world)
        if settings.language is not None:
            self._asked_language = True
            self.language_choice.hide()
        if settings.theme != self._mode:
            self._mode = settings.theme
            self._colours_changed()
        if settings.language is not None and settings.language != self.context.language:
            self.context.language = settings.language
            self._dress()
            self.compose()

    def _draw_icons(self) -> None:
        """After the first paint: the pictures."""
        icons.sleep(asleep=False)
        icons.recolour(self)
        self.navigation.recolour()

    @property
    def mode(self) -> theme.Mode:
        """The chosen theme."""
        return self._mode

    @property
    def unlock(self) -> Unlock | None:
        """What unlocks another caseworker's key, None in a plain workspace."""
        return self._options.unlock

    def _colours_changed(self) -> None:
        theme.apply(_application(), self._mode)
        icons.recolour(self)
        self.navigation.recolour()
        self.update()

    def _user_changed(self, user: str) -> None:
        self.header.show_user(user)
        self.user_switch.hide()

    def _show_snapshot(self, snapshot: Snapshot | None) -> None:
        self.header.show_snapshot(snapshot, self.context.now(), self._age_limit)
        if snapshot is None:
            self.first_steps.refresh()

    def _show_message(self, message: Message) -> None:
        self.messages.show_message(message)

    def _tell_failure(self, error: TimebokError) -> None:
        self.context.tell(error.text(self.context.language), "stop")

    def _show_defect(self, defect: Defect) -> None:
        self.messages.show_message(
            Message(
                self.tr("Something went wrong in the program; your work is kept."),
                "stop",
                self.tr("Copy the report and send it to those who maintain Timebok."),
                plain_button(self.tr("Copy the report")),
                lambda: QApplication.clipboard().setText(defect.report),
            )
        )

    # -- files dropped on the window -----------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if _paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        paths = _paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.commands.import_orders(paths)

    # -- coming and going ----------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:
        """Let running work stop, bring every answer home, remember the geometry."""
        self.state.setValue("geometry", self.saveGeometry())
        for holder in self._holders.values():
            holder.remember(self.state)
        self.state.sync()
        self.tasks.cancel_all()
        self.tasks.drain()
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry = self.state.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1440, 900)


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise TypeError("a window needs a QApplication")
    return running


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]

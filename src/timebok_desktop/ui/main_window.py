"""The window: its first page of orders at once, everything else after the first paint.

Its content can be taken down and built anew at any time (`compose`), which is how another
language takes effect. No modal dialog is opened while the window is built. What is imported here
delays the first paint; what stands in the window is made by `ui.furniture`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.phrases import Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.queue_views import GROUPED_BY, OrderQuery, OrderRow
from timebok_desktop.ui import opening, theme, translation
from timebok_desktop.ui.orders import looks, view_sorts
from timebok_desktop.ui.orders.columns import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QMenuBar, QStackedWidget, QWidget

    from timebok_desktop.domain.party import Snapshot
    from timebok_desktop.services.behind import Behind
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.operation_log import OperationLog
    from timebok_desktop.services.settings import Settings
    from timebok_desktop.services.training import AnswerKey
    from timebok_desktop.ui.context import Context, Message
    from timebok_desktop.ui.farewell import Farewell
    from timebok_desktop.ui.furniture import Furniture
    from timebok_desktop.ui.header import Header
    from timebok_desktop.ui.help_panel import HelpPanel
    from timebok_desktop.ui.help_place import HelpPlace
    from timebok_desktop.ui.history import History
    from timebok_desktop.ui.language_choice import LanguageChoice
    from timebok_desktop.ui.message_bar import MessageBar
    from timebok_desktop.ui.navigation import Navigation
    from timebok_desktop.ui.orders.page import OrdersPage
    from timebok_desktop.ui.page import Page
    from timebok_desktop.ui.page_holder import PageHolder
    from timebok_desktop.ui.pages.welcome import FirstSteps
    from timebok_desktop.ui.palette import CommandPalette
    from timebok_desktop.ui.tasks import Tasks
    from timebok_desktop.ui.user_switch import Unlock, UserSwitch
    from timebok_desktop.ui.window_commands import WindowCommands
    from timebok_desktop.ui.work_bar import WorkBar

_SEEN = 40
"""More rows than are seen at first on an ordinary screen."""
_LONGEST_WAIT = 1000
"""Milliseconds after which a window that was not painted (a hidden one) is furnished anyway."""


class WindowOptions(NamedTuple):
    """What the window must know before its first paint.

    `state_file` is the ini file in the workspace that geometry is remembered in. `language` is
    None until it was chosen. `unlock` is None in a plain workspace, `training` in a real one.
    """

    user: str
    state_file: Path
    language: Language | None = None
    theme: theme.Mode = "system"
    text_size: int = 100
    snapshot_max_age_days: int = 14
    claimed_limit: int = 2
    sample_world: bool = False
    unlock: Unlock | None = None
    training: AnswerKey | None = None


class MainWindow(QMainWindow):
    """The window of one workspace. Whoever makes it hands over the desk and closes the store
    after `closeEvent` has drained the tasks.

    Made with the first rows of the queue it shows just these, tells with `firstPainted()` that
    they stand on the screen, and is furnished then; without them it is furnished at once. Its
    parts are made by `ui.furniture`.
    """

    firstPainted = Signal()

    furniture: Furniture
    tasks: Tasks
    context: Context
    commands: WindowCommands
    navigation: Navigation
    pages: QStackedWidget
    holders: dict[str, PageHolder]
    menus: QMenuBar
    header: Header
    messages: MessageBar
    language_choice: LanguageChoice
    first_steps: FirstSteps
    user_switch: UserSwitch
    farewell: Farewell
    work_bar: WorkBar
    palette_panel: CommandPalette
    help_panel: HelpPanel
    help_place: HelpPlace
    history: History
    overlays: tuple[QWidget, ...]

    def __init__(self, desk: Desk, options: WindowOptions, first: Sequence[OrderRow] = ()) -> None:
        self.state = QSettings(str(options.state_file), QSettings.Format.IniFormat)
        # A window keeps the font it was made with.
        theme.scale_text(_application(), options.text_size)
        theme.open_with(_application(), options.theme, opening.colours(self.state))
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._options = options
        self._asked_language = options.language is not None
        self._mode: theme.Mode = options.theme
        self._age_limit = options.snapshot_max_age_days
        self._sample_world = options.sample_world
        self.desk = desk
        self._current = "orders"
        self.overlays = ()
        self.furnished = self._gone = False
        self._tells_defects = False
        self._speak(options.language or "nb")
        self._restore()
        self.setWindowTitle(self.tr("Timebok"))
        self._first = first
        if first:
            self._open_on(first)
        else:
            self.furnish()

    # -- building ----------------------------------------------------------------------------
    def _open_on(self, rows: Sequence[OrderRow]) -> None:
        """Show the first page of orders and nothing else."""
        language, now = self._options.language or "nb", datetime.now(UTC)
        sort = view_sorts.first_query(self.state).sort
        says_why = sort == "urgency"
        limit = self._options.claimed_limit
        texts = [
            shown(row, language, now, says_why=says_why, claimed_limit=limit)
            for row in rows[:_SEEN]
        ]
        places, look = opening.recalled(self.state), looks.recalled(self.state)
        headings = _headings(rows[:_SEEN]) if sort == GROUPED_BY else None
        first = opening.Opening(texts, places, look, says_why=says_why, headings=headings)
        first.painted.connect(self._first_painted)
        self.setCentralWidget(first)
        QTimer.singleShot(_LONGEST_WAIT, self, self.furnish)

    def _first_painted(self) -> None:
        self.firstPainted.emit()
        self.furnish()

    def furnish(self) -> None:
        """Put everything else into the window, unless it has gone."""
        if self.furnished or self._gone:
            return
        self.furnished = True
        from timebok_desktop.ui.furniture import Furniture  # noqa: PLC0415 - after the first paint

        theme.prepare(_application(), self._mode)
        self.furniture = Furniture(self, self._options)
        self._connect()
        if self._tells_defects:
            self.furniture.catch_defects()
        self.context.opening_rows = self._first
        self.compose()
        self.context.opening_rows = ()
        self.furniture.tell_news()
        self.settle_in()

    def settle_in(self) -> None:
        """The window has been furnished."""

    def behind(self) -> Behind:
        """What can be told of the program; asked for when it is wanted."""
        from timebok_desktop.services.behind import Behind  # noqa: PLC0415 - after the first paint

        return Behind()

    def operation_log(self) -> OperationLog | None:
        """Where to note what was done; asked for after the first paint."""
        return None

    def compose(self) -> None:
        """Build the content in the language now installed, on the page that was open."""
        self.furniture.place()
        self.setWindowTitle(self.tr("Timebok"))
        self.header.sample.setVisible(self._sample_world)
        self.language_choice.setVisible(not self._asked_language)
        self.navigation.chosen.connect(self.show_page)
        self.navigation.show_key(self._current)
        theme.put_on_sheet(_application())
        QTimer.singleShot(0, self, self.furniture.draw_icons)
        self.refresh_shell()
        self.first_steps.refresh()

    def menuBar(self) -> QMenuBar:
        """The menus, wherever they stand: in the header, or above the screen on macOS."""
        return self.menus

    def _speak(self, language: Language) -> None:
        """Take on a language; what stands already keeps its own until it is composed anew."""
        translation.install(_application(), language, resource_folder() / "translations")

    def _connect(self) -> None:
        context = self.context
        context.messaged.connect(self._show_message)
        context.storeChanged.connect(self.refresh_shell)
        context.pageWanted.connect(self.show_page)
        context.queueWanted.connect(self._show_queue)
        context.settingsChanged.connect(self.take_settings)
        context.userChanged.connect(self._user_changed)
        self.tasks.defectFound.connect(self.furniture.tell_defect)
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(self._colours_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._colours_changed)

    # -- pages -------------------------------------------------------------------------------
    def page(self, key: str) -> Page:
        """The page of a key of `PAGES`, made if it has not been shown yet."""
        return self.holders[key].page

    def show_page(self, key: str, subject: str = "") -> None:
        """Bring a page to the front and show something there; the focus goes with it."""
        self.history.leave()
        holder = self.holders[key]
        self.navigation.list.blockSignals(True)
        self.navigation.show_key(key)
        self.navigation.list.blockSignals(False)
        self.pages.setCurrentWidget(holder)
        self._current = key
        self.first_steps.page_shown(key)
        holder.page.present(subject)
        holder.page.take_focus()
        self.history.watch(key)

    @property
    def current_page(self) -> str:
        """The key of the page in front."""
        return self._current

    @property
    def orders(self) -> OrdersPage:
        """The page of orders."""
        return cast("OrdersPage", self.page("orders"))

    def _show_queue(self, query: OrderQuery) -> None:
        self.show_page("orders")
        self.orders.show_query(query)

    def tell_of_defects(self) -> None:
        """Tell of our own faults anywhere in the window; for the process that owns it."""
        self._tells_defects = True
        if self.furnished:
            self.furniture.catch_defects()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's own
        return self.furnished and self.furniture.lead_tab(forwards=forwards)

    def open_user_switch(self) -> None:
        """Ask who takes over."""
        self.commands.ask_for_user()

    def open_help(self) -> None:
        """Show help with what the work is at, beside it."""
        self.help_place.ask()

    def open_about(self) -> None:
        """Show what this program is."""
        self.help_panel.open_about()

    def open_news(self) -> None:
        """Show what has changed from version to version."""
        self.help_panel.open_news()

    def open_technical(self) -> None:
        """Show what whoever helps needs to know."""
        self.help_panel.open_technical()

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
        self.context.claimed_limit = settings.due_claimed_working_days
        self._sample_world = settings.sample_world
        self.header.sample.setVisible(self._sample_world)
        if settings.language is not None:
            self._asked_language = True
            self.language_choice.hide()
        if settings.theme != self._mode:
            self._mode = settings.theme
            self._colours_changed()
        chosen = settings.language or self.context.language
        if theme.scale_text(_application(), settings.text_size) or chosen != self.context.language:
            self.context.language = chosen
            self._speak(chosen)
            theme.prepare(_application(), self._mode)
            self.compose()

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
        self.furniture.recolour()
        self.update()

    def _user_changed(self, user: str) -> None:
        self.header.show_user(user)
        self.user_switch.close_switch()
        self.messages.forget_good_news()

    def _show_snapshot(self, snapshot: Snapshot | None) -> None:
        self.header.show_snapshot(snapshot, self.context.now(), self._age_limit)

    def _show_message(self, message: Message) -> None:
        self.messages.show_message(message)

    def _tell_failure(self, error: TimebokError) -> None:
        self.context.tell(error.text(self.context.language), "stop")

    # -- files dropped on the window -----------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if self.furnished and self.commands.files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        paths = self.commands.files_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.commands.take_files(paths)

    # -- coming and going ----------------------------------------------------------------------
    def closeEvent(self, event: QCloseEvent) -> None:
        """Go once nothing is left that must not be lost; everything else is asked to stop."""
        self.state.setValue("geometry", self.saveGeometry())
        if self.furnished:
            self.farewell.remember()
            if not self.farewell.may_go():
                event.ignore()
                return
            self.tasks.drain()
        self.state.sync()
        self._gone = True
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry = self.state.value("geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            self.resize(1440, 900)


def _headings(rows: Sequence[OrderRow]) -> Mapping[int, str]:
    """What stands above the first row of each municipality."""
    from timebok_desktop.ui.orders.groups import groups_of  # noqa: PLC0415 - seldom asked for

    groups = groups_of(rows, GROUPED_BY)
    return {row: groups.heading(row, rows[row]).text for row in groups.starts}


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise TypeError("a window needs a QApplication")
    return running

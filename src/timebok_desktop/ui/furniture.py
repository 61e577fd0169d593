"""Everything that stands in the window but its first page of orders: made after the first paint.

A window is furnished anew whenever it takes on another language.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop import __version__
from timebok_desktop.ui import icons, opening
from timebok_desktop.ui.action_records import BEGIN_GROUPS
from timebok_desktop.ui.actions import MENUS, menu_title
from timebok_desktop.ui.context import Context, Message
from timebok_desktop.ui.defects import Defect, catch_the_rest
from timebok_desktop.ui.farewell import Farewell
from timebok_desktop.ui.focus import FocusRing
from timebok_desktop.ui.header import Header
from timebok_desktop.ui.help_panel import HelpPanel
from timebok_desktop.ui.help_place import HelpPlace
from timebok_desktop.ui.history import History
from timebok_desktop.ui.language_choice import LanguageChoice
from timebok_desktop.ui.message_bar import MessageBar
from timebok_desktop.ui.names import name_the_rest
from timebok_desktop.ui.navigation import Navigation
from timebok_desktop.ui.news import unseen_news
from timebok_desktop.ui.orders.form_area import FormArea
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.page_holder import PageHolder
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.pages.welcome import FirstSteps
from timebok_desktop.ui.palette import CommandPalette
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.tab_way import lead_tab
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.user_switch import UserSwitch
from timebok_desktop.ui.window_commands import WindowCommands
from timebok_desktop.ui.work_bar import WorkBar

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow, WindowOptions

_NOTICES = 0.5
"""Of the height of the work; more than that scrolls."""


class Furniture:
    """Makes what stands in a window, and tends to it."""

    def __init__(self, window: MainWindow, options: WindowOptions) -> None:
        """What the window works with: the lane, what its pages share, and its commands."""
        icons.sleep(asleep=True)
        self._window, self._options = window, options
        window.tasks = Tasks(window)
        window.tasks.log = window.operation_log()
        window.context = Context(options.user, options.language or "nb", window)
        window.context.claimed_limit = options.claimed_limit
        window.context.actions.keep_keys_in(window.state)
        window.commands = WindowCommands(window)
        window.history = History(window)
        window.history.changed.connect(self._show_ways)

    def place(self) -> None:
        """Put everything into the window, in the language now installed."""
        for old in self._window.overlays:
            old.hide()
            old.deleteLater()
        _furnish(self._window, self._options)

    def _show_ways(self) -> None:
        self._window.header.show_ways(*self._window.history.can_go)

    def lead_tab(self, *, forwards: bool) -> bool:
        """Move the focus on, or back."""
        return lead_tab(self._window, forwards=forwards)

    def draw_icons(self) -> None:
        """After the first paint: the pictures."""
        icons.sleep(asleep=False)
        self.recolour()

    def recolour(self) -> None:
        """Draw the pictures in the colours now in force."""
        icons.recolour(self._window)
        self._window.navigation.recolour()

    def remember_places(self) -> None:
        """Where the first page of orders will stand at the next start."""
        window = self._window
        card = window.orders.list
        table = card.table
        if window.current_page != "orders" or not table.isVisible():
            return
        left, top = card.mapTo(window, QPoint(0, 0)).toTuple()
        titles = table.mapTo(window, QPoint(0, 0)).y()
        rows_left, rows = table.viewport().mapTo(window, QPoint(0, 0)).toTuple()
        foot = window.work_bar.height()
        opening.remember(
            window.state,
            opening.Places(
                header=window.header.height(),
                rail=window.navigation.width(),
                left=left,
                right=left + card.width(),
                rows_left=rows_left,
                rows_width=table.viewport().width(),
                card=top,
                titles=titles,
                rows=rows,
                foot=foot,
                below=window.height() - foot - rows - table.viewport().height(),
            ),
        )

    def catch_defects(self) -> None:
        """Have faults outside of jobs told in the window."""
        catch_the_rest(self.tell_defect)

    def tell_news(self) -> None:
        """After an upgrade: say once that there is something new, and where to read it."""
        self._tell_keys()
        if unseen_news(self._window.state, self._window.context.language):
            words = QCoreApplication.translate(
                "MainWindow", "Timebok has been upgraded to {version}."
            )
            self._window.context.messaged.emit(
                Message(
                    words.format(version=__version__),
                    button=QCoreApplication.translate("MainWindow", "See what is new"),
                    follow=self._window.open_news,
                )
            )

    def _tell_keys(self) -> None:
        """Say which stored keys could not be used."""
        ignored = self._window.context.actions.keys.ignored
        if ignored:
            words = QCoreApplication.translate(
                "MainWindow",
                "Some keys that were chosen on this machine cannot be used. The usual ones apply.",
            )
            self._window.context.tell(words, "warning", "\n".join(ignored))

    def tell_defect(self, defect: Defect) -> None:
        """Say that the program has a fault, and offer the report."""
        window = self._window
        if window.tasks.log is not None:
            window.tasks.log.defect(defect.report)
        window.messages.show_message(
            Message(
                QCoreApplication.translate(
                    "MainWindow", "Something went wrong in the program; your work is kept."
                ),
                "stop",
                QCoreApplication.translate(
                    "MainWindow", "Copy the report and send it to those who maintain Timebok."
                ),
                plain_button(QCoreApplication.translate("MainWindow", "Copy the report")),
                lambda: QApplication.clipboard().setText(defect.report),
            )
        )


def _furnish(window: MainWindow, options: WindowOptions) -> None:
    context = window.context
    context.actions.retranslate()
    window.navigation = Navigation()
    window.pages = QStackedWidget()
    window.holders = {}
    window.history.furnish()

    def make_page(page: type[Page]) -> Page:
        made = page(window.desk, window.tasks, context)
        made.ensure_built()
        name_the_rest(made)
        made.recall(window.state)
        return made

    for record in PAGES:
        title = window.navigation.title_of(record.key)
        window.holders[record.key] = PageHolder(record, make_page, title)
        window.pages.addWidget(window.holders[record.key])
    menus = window.menus = QMenuBar()
    _fill(menus, context)
    window.addActions(context.actions.all())
    native = sys.platform == "darwin"
    if native:
        window.setMenuBar(menus)
    window.header = Header(None if native else menus)
    window.header.show_user(context.user)
    window.header.user.clicked.connect(window.open_user_switch)
    window.header.back.clicked.connect(lambda: window.commands.go(-1))
    window.header.forward.clicked.connect(lambda: window.commands.go(1))
    window.messages = MessageBar()
    window.language_choice = LanguageChoice()
    window.language_choice.chosen.connect(window.commands.choose_language)
    window.first_steps = FirstSteps(
        window.desk, window.tasks, context, window.state, offers_sample=not options.sample_world
    )
    window.first_steps.sampleWanted.connect(window.commands.open_sample)
    window.user_switch = UserSwitch(with_passphrase=options.unlock is not None)
    window.user_switch.wanted.connect(window.commands.switch_user)
    window.farewell = Farewell(window)
    window.work_bar = WorkBar(window.tasks, context)
    window.setCentralWidget(_laid_out(window, _training_strip(window, options)))
    window.setStatusBar(window.work_bar)
    window.palette_panel = CommandPalette(
        window.desk,
        window.tasks,
        context,
        window.state,
        lambda: window.help_place.guides,
        window,
    )
    window.help_panel = HelpPanel(context, window.tasks, window.behind, window)
    for panel in (
        window.palette_panel,
        window.help_panel,
        window.user_switch,
        window.messages,
        window.first_steps,
    ):
        panel.strayed.connect(lambda: window.page(window.current_page).take_focus())
    window.overlays = (window.palette_panel, window.help_panel, FocusRing(window))
    if options.training is not None:
        from timebok_desktop.ui.training_strip import TrainingFrame  # noqa: PLC0415 - seldom

        window.overlays = (*window.overlays, TrainingFrame(window))


def _fill(menus: QMenuBar, context: Context) -> None:
    for name, text in MENUS:
        menu = QMenu(menu_title(text), menus)
        for action in context.actions.of_menu(name):
            if action.objectName() in BEGIN_GROUPS:
                menu.addSeparator()
            menu.addAction(action)
        menu.aboutToShow.connect(context.actions.draw_icons)
        menus.addMenu(menu)


def _training_strip(window: MainWindow, options: WindowOptions) -> QWidget | None:
    """What a training workspace has above its pages; it takes the place of the first steps."""
    if options.training is None:
        return None
    from timebok_desktop.ui.training_strip import TrainingStrip  # noqa: PLC0415 - seldom needed

    strip = TrainingStrip(window.desk, window.tasks, window.context, options.training)
    strip.againWanted.connect(window.commands.begin_another_round)
    strip.leaveWanted.connect(window.close)
    window.first_steps.rest()
    strip.refresh()
    return strip


def _laid_out(window: MainWindow, training: QWidget | None) -> QWidget:
    notices = (
        *(() if training is None else (training,)),
        window.farewell,
        window.language_choice,
        window.user_switch,
        window.messages,
        window.first_steps,
    )
    work = QWidget()
    right = QVBoxLayout(work)
    right.setContentsMargins(0, SPACE.s, 0, 0)
    right.setSpacing(0)
    right.addWidget(FormArea(notices, work, most=_NOTICES, whole=True))
    right.addWidget(window.pages, 1)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(window.navigation)
    window.help_place = HelpPlace(window, work)
    window.pages.currentChanged.connect(window.help_place.put_again)
    middle.addWidget(window.help_place.room, 1)
    body = QWidget()
    body.setObjectName("windowBody")
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(window.header)
    layout.addLayout(middle, 1)
    return body

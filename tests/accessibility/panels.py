"""Everything that opens over the work or in it and takes the focus, and what opens it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from accessibility.scenes import settle, show
from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.action_records import RECORDS
from timebok_desktop.ui.cards import Notice
from timebok_desktop.ui.help_book import HelpBook
from timebok_desktop.ui.help_panel import HelpPanel
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.message_bar import MessageBar
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.orders.letter_sheet import LetterSheet
from timebok_desktop.ui.palette import CommandPalette
from timebok_desktop.ui.tour import TourCard
from timebok_desktop.ui.user_switch import UserSwitch

PANELS = (
    CommandPalette,
    HelpBook,
    HelpPanel,
    InlineForm,
    LetterSheet,
    MessageBar,
    Notice,
    TourCard,
    UserSwitch,
)
Which = Callable[[OrderRow], bool]


def _new(row: OrderRow) -> bool:
    return row.status is Status.RECEIVED


ON_AN_ORDER: dict[str, Which] = {
    "noteAction": _new,
    "amendAction": _new,
    "requestInformationAction": _new,
    "holdAction": _new,
    "rejectAction": _new,
    "withdrawAction": _new,
    "handOverAction": _new,
    "approveAction": lambda row: _new(row) and row.outcome is Outcome.WARNINGS,
    "reopenAction": lambda row: row.status is Status.ON_HOLD,
    "letterAction": lambda row: row.status is Status.REJECTED,
}
"""Commands that ask something about an order, and which order they can be given on."""
ANYWHERE = (
    "approveClearAction",
    "saveViewAction",
    "paletteAction",
    "switchUserAction",
    "helpAction",
    "aboutAction",
    "newsAction",
    "technicalAction",
    "tourAction",
)
ON_PAGES = {"exportAction": "exports", "exportFullAction": "exports"}
IN_SETTINGS: dict[str, Callable[[Any], QPushButton]] = {
    "forms": lambda page: page.tables.import_button,
    "store": lambda page: page.store.restore_button,
}
"""Buttons that ask or answer in a panel, once a file has been chosen."""
ELSEWHERE = {
    **dict.fromkeys(
        ("importAction", "importRegistryAction", "importReceiptAction", "backupAction"),
        "the system's own dialog",
    ),
    **dict.fromkeys(
        ("importConfigurationsAction", "saveListAction", "shareViewAction", "openViewAction"),
        "the system's own dialog",
    ),
    **dict.fromkeys(("verifyPackageAction", "trustFileAction"), "the system's own dialog"),
    "columnsAction": "a menu",
    "renameViewAction": "the form of saveViewAction",
}
"""Commands that say with «…» that they ask, but not in a panel of ours."""


class Opened(NamedTuple):
    """What opened a panel, what had the focus before, and the panel."""

    name: str
    before: QWidget | None
    panel: QWidget | None


def not_listed() -> list[str]:
    """Commands that ask for something, and of which nothing is known here."""
    known = {*ON_AN_ORDER, *ANYWHERE, *ON_PAGES, *ELSEWHERE}
    asking = [record.name for record in RECORDS if record.text.endswith("…")]
    return [name for name in asking if name not in known]


def panels(window: MainWindow) -> Iterator[Opened]:
    """Open one after the other; whoever asks closes it before the next."""
    for name, which in ON_AN_ORDER.items():
        show(window, "orders")
        _choose(window, which)
        yield _given(window, name)
    for name in ANYWHERE:
        show(window, "orders")
        yield _given(window, name)
    for name, page in ON_PAGES.items():
        show(window, page)
        yield _given(window, name)
    for section, find in IN_SETTINGS.items():
        window.show_page("settings", section)
        settle(window)
        yield _asked(window, find(window.page("settings")))
    show(window, "orders")
    yield _message(window)


def with_focus(window: MainWindow) -> QWidget | None:
    """The panel that has the focus."""
    around = window.focusWidget()
    while around is not None and not isinstance(around, PANELS):
        around = around.parentWidget()
    return around


def _given(window: MainWindow, name: str) -> Opened:
    action = window.context.actions[name]
    assert action.isEnabled(), name
    before = QApplication.focusWidget()
    action.trigger()
    settle(window)
    return Opened(name, before, with_focus(window))


def _asked(window: MainWindow, button: QPushButton) -> Opened:
    window.context.choose_file = lambda *_: Path("en-fil.csv")
    button.setFocus()
    button.click()
    settle(window)
    return Opened(button.text(), button, with_focus(window))


def _message(window: MainWindow) -> Opened:
    """A message takes no focus by itself: Tab goes there."""
    before = QApplication.focusWidget()
    window.context.tell("Noe gikk ikke.", "warning", "Slik er det.")
    window.messages._close.setFocus()
    settle(window)
    return Opened("message", before, with_focus(window))


def _choose(window: MainWindow, which: Which) -> None:
    orders = window.orders.list
    for row in range(orders.model.rowCount()):
        order = orders.model.order(row)
        if order is not None and which(order):
            orders.table.choose_row(row)
            settle(window)
            return
    raise AssertionError(which)

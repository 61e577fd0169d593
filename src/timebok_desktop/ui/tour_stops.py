"""The stops of the guided tour: which part of the window, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from timebok_desktop.ui.actions import Actions
from timebok_desktop.ui.orders.comparison import Comparison
from timebok_desktop.ui.orders.decision_bar import DecisionBar
from timebok_desktop.ui.orders.findings_list import FindingsList
from timebok_desktop.ui.orders.order_list import OrderList
from timebok_desktop.ui.orders.view_list import ViewList
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow


_NAMED = (
    "ordersPageAction",
    "settingsPageAction",
    "approveAction",
    "undoAction",
    "paletteAction",
    "helpAction",
)


def child(window: QWidget, kind: type[QWidget]) -> QWidget:
    """The part of this kind, or the window where it has none."""
    return window.findChild(kind) or window


class Stop(NamedTuple):
    """A stop; `part` finds what is framed in the window as it stands now."""

    title: str
    told: str
    part: Callable[[MainWindow], QWidget]


STOPS: tuple[Stop, ...] = (
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Where you are"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "The pages stand here: orders, the copy of AR, configurations, exports, overview, log "
            "and settings. {ordersPageAction} to {settingsPageAction} go there.",
        ),
        lambda window: window.navigation,
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "The list"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "What waits, the oldest first. Each line says by shape and word whether it is clear, "
            "has a warning or is stopped. The list stays while you decide.",
        ),
        lambda window: child(window, OrderList),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "The views"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "New, mine, awaiting the municipality, awaiting second approval and the rest, with "
            "how many there are in each.",
        ),
        lambda window: child(window, ViewList),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Order, AR and what becomes"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "To the left what was ordered, in the middle what AR says, to the right the "
            "configuration that approval gives. What differs is marked.",
        ),
        lambda window: child(window, Comparison),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "The findings"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "What the rules found, with reason, evidence and a way to put it right. A stop must "
            "be put right, a warning needs your reason, a note is for your information.",
        ),
        lambda window: child(window, FindingsList),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "The decision"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Approve and next is one key, {approveAction}, while the list has the focus. The "
            "program never approves by itself, and {undoAction} takes your last decision back.",
        ),
        lambda window: child(window, DecisionBar),
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Find anything"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "{paletteAction} opens one field for commands, orders, parties, municipalities and "
            "help. A few letters are enough.",
        ),
        lambda window: window.work_bar,
    ),
    Stop(
        QT_TRANSLATE_NOOP("Tour", "Help"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "{helpAction} opens the help beside your work; it needs no network. The menu Help also "
            "has this tour, the way from empty to the first package, and training.",
        ),
        lambda window: window.menus if window.menus.isVisible() else window.header,
    ),
)


def said(text: str) -> str:
    """A text of the tour in the language now installed."""
    return QCoreApplication.translate("Tour", text)


def told(stop: Stop, actions: Actions) -> str:
    """What is told at a stop, with the keys that the commands have."""
    return said(stop.told).format_map({name: actions.key(name, in_list=True) for name in _NAMED})

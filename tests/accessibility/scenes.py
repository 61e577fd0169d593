"""Every state of the window that a caseworker can see: each page, section, tab, form and panel.

Nothing is listed by hand: pages come from `PAGES`, panels from the commands and from the buttons
that say with «…» that they ask for more, so that what is added is walked as well. `scenes` gives
each state a name when it has settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListWidget,
    QMenu,
    QTableView,
    QTabWidget,
    QWidget,
)

from timebok_desktop.app import create_window
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui import theme
from timebok_desktop.ui.action_records import RECORDS
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.tour import TourCard

SIZE = (1440, 900)
_LEAVES_OR_CHANGES_ALL = frozenset(
    {"quitAction", "languageAction", "themeAction", "trainingAction"}  # the last starts a process
)
_PAGES_THEMSELVES = frozenset(f"{record.key}PageAction" for record in PAGES)
_LOOKED_AT = 60
"""Rows of the queue among which an order is looked for."""
_TURNS = 3
"""Of the event loop: a layout, what it asks for, and what is painted then."""
_PAUSE = 150
"""Milliseconds of the longest timer that something waits for before it asks."""
_MOST_ROUNDS = 50


def settle(window: MainWindow) -> None:
    """Let everything that was asked come home, and what is asked for then."""
    loop = QEventLoop()
    for _ in range(_MOST_ROUNDS):
        for _turn in range(_TURNS):
            window.tasks.settle()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            loop.processEvents()
        if not _asks_soon(window):
            return


def _asks_soon(window: MainWindow) -> bool:
    soon = [
        one
        for one in window.findChildren(QTimer)
        if one.isActive() and one.isSingleShot() and one.interval() <= _PAUSE
    ]
    if soon:
        moment = QEventLoop()
        soon[0].timeout.connect(moment.quit)
        moment.exec()
    return bool(soon)


@contextmanager
def opened(
    workspace: Path,
    language: str,
    mode: theme.Mode = "light",
    text: float = 1.0,
    size: tuple[int, int] = SIZE,
) -> Iterator[MainWindow]:
    """The real window over a workspace, in a language, a theme, a size of text and one of its
    own."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window: Any = create_window(workspace, "bea")
    settings = window.desk.settings()
    window.take_settings(
        replace(settings, language=language, theme=mode, text_size=round(text * 100))
    )
    window.context.choose_file = lambda *_: None
    window.context.choose_files = lambda *_: ()
    window.resize(*size)
    window.show()
    window.activateWindow()
    settle(window)
    yield window
    window.close()
    window.deleteLater()
    application.processEvents()
    theme.scale_text(application, 100)
    theme.apply(application, "light")


def scenes(window: MainWindow) -> Iterator[str]:
    """Goes through all states and names each one."""
    yield from pages(window)
    unlike: dict[object, int] = {}
    yield from _cases(window, unlike)
    yield from _commands(window, tuple(unlike.values()))
    yield from _several(window)
    yield from _over_the_window(window)


def pages(window: MainWindow) -> Iterator[str]:
    """Every page with what lies behind its tabs, sections and buttons."""
    for record in PAGES:
        asked: set[str] = set()
        for front in _fronts(window, record.key):
            yield front
            yield from _asked_for(window, record.key, front, asked)
        page = window.page(record.key)
        for part in _parts(page):
            for step in part:
                step()
                settle(window)
                state = f"{record.key}: {step.__doc__}"
                yield state
                yield from _asked_for(window, record.key, state, asked)


def _fronts(window: MainWindow, key: str) -> Iterator[str]:
    """A page; where list and panel take turns, first the one, then the other."""
    show(window, key)
    if key == "orders":
        window.orders.panel.backWanted.emit()
        settle(window)
    yield key
    if key == "orders":
        alone = not window.orders.panel.isVisible()
        window.orders.panel.frontWanted.emit()
        settle(window)
        if alone:
            yield f"{key}: the panel"


def _asked_for(window: MainWindow, key: str, state: str, asked: set[str]) -> Iterator[str]:
    """What the buttons in sight ask for, each of a page once."""
    page = window.page(key)
    for words in _asking(page):
        button = _asking(page).get(words)
        if button is None or words in asked:
            continue
        asked.add(words)
        button.click()
        settle(window)
        yield f"{state}: {words}"
        _leave_panels(window)
        if window.current_page != key:
            show(window, key)
        if state == "orders":
            window.orders.panel.backWanted.emit()
            settle(window)


def show(window: MainWindow, key: str) -> None:
    """Bring a page to the front, with something chosen in each of its tables."""
    window.show_page(key)
    settle(window)
    for table in window.page(key).findChildren(QTableView):
        model = table.model()
        if table.isVisible() and model.rowCount() and not table.currentIndex().isValid():
            table.setCurrentIndex(model.index(0, 0))
            settle(window)


def _parts(page: QWidget) -> Iterator[list[Callable[[], None]]]:
    """What lies behind the tabs and the lists of sections of a page."""
    for tabs in page.findChildren(QTabWidget):
        yield [
            _named(lambda at=at, tabs=tabs: tabs.setCurrentIndex(at), tabs.tabText(at))
            for at in range(tabs.count())
        ]
    for sections in page.findChildren(QListWidget):
        if sections.property("look") == "sections":
            yield [
                _named(
                    lambda at=at, sections=sections: sections.setCurrentRow(at),
                    sections.item(at).text(),
                )
                for at in range(sections.count())
            ]


def _named(step: Callable[[], None], name: str) -> Callable[[], None]:
    step.__doc__ = name
    return step


def _asking(page: QWidget) -> dict[str, QAbstractButton]:
    """The buttons in sight that ask for more, by their words."""
    return {
        button.text(): button
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.text().rstrip().endswith("…")
    }


# -- orders ----------------------------------------------------------------------------------


def _cases(window: MainWindow, unlike: dict[object, int]) -> Iterator[str]:
    """One order of every kind, outcome and status that there is, all orders being shown; their
    rows are put into `unlike`."""
    _show_all(window)
    for row in range(min(window.orders.list.model.rowCount(), _LOOKED_AT)):
        order = window.orders.list.model.order(row)
        if order is not None and (order.outcome, order.status, order.kind) not in unlike:
            unlike[order.outcome, order.status, order.kind] = row
            _choose(window, row)
            yield f"the order {order.reference}"


def _show_all(window: MainWindow) -> None:
    show(window, "orders")
    window.orders.show_query(OrderQuery())
    settle(window)


def _choose(window: MainWindow, row: int) -> None:
    """Choose an order, and see it where list and panel take turns."""
    window.orders.list.table.choose_row(row)
    window.orders.panel.frontWanted.emit()
    settle(window)


def _commands(window: MainWindow, rows: tuple[int, ...]) -> Iterator[str]:
    """Each command, given on the page of orders, on one of these orders that it is possible
    for."""
    _show_all(window)
    possible: dict[str, int] = {}
    for record in RECORDS:
        if record.name in _LEAVES_OR_CHANGES_ALL or record.name in _PAGES_THEMSELVES:
            continue
        action = window.context.actions[record.name]
        _leave_panels(window)
        show(window, "orders")
        if not action.isEnabled() and record.page == "orders":
            _find_order(window, record.name, rows, possible)
        if action.isEnabled():
            action.trigger()
            settle(window)
            yield record.name
            yield from _complaints(window, record.name)
    _leave_panels(window)


def _find_order(
    window: MainWindow, name: str, rows: tuple[int, ...], possible: dict[str, int]
) -> None:
    """Choose an order that a command is possible for; what is learnt of others is kept."""
    actions = window.context.actions
    kept = possible.get(name)
    for row in rows if kept is None else (kept, *rows):
        _choose(window, row)
        for one in actions.all():
            if one.isEnabled():
                possible.setdefault(one.objectName(), row)
        if actions[name].isEnabled():
            return


def _complaints(window: MainWindow, state: str) -> Iterator[str]:
    """A form that lacks something."""
    for form in window.orders.panel.forms():
        if form.isVisible():
            form.complain("Skriv minst 3 teikn som grunngjeving.", form.cancel)
            settle(window)
            yield f"{state}, with a complaint"


def _several(window: MainWindow) -> Iterator[str]:
    """What is asked before several orders are decided at once."""
    for name in ("approveAction", "requestInformationAction", "rejectAction", "holdAction"):
        _show_all(window)
        window.orders.list.table.selectAll()
        settle(window)
        window.context.actions[name].trigger()
        settle(window)
        yield f"{name} of several orders"
        _leave_panels(window)


# -- over the window -------------------------------------------------------------------------


def _over_the_window(window: MainWindow) -> Iterator[str]:
    """What is searched for, read and shown over the pages."""
    show(window, "orders")
    window.palette_panel.open()
    window.palette_panel.field.setText("be")
    settle(window)
    yield "the palette with hits"
    window.palette_panel.close_palette()
    window.context.helpWanted.emit("?frist")
    settle(window)
    yield "the help with hits"
    book = window.help_place.book
    assert book is not None
    book.list.take()
    settle(window)
    yield "a page of the help"
    book.close_book()
    window.context.actions["tourAction"].trigger()
    settle(window)
    card = window.findChild(TourCard)
    while card is not None and card.isVisible():
        yield f"the tour at {card.count.text()}"
        card.on.click()
        settle(window)
    for menu in window.menus.findChildren(QMenu):
        menu.popup(window.mapToGlobal(QPoint(0, 0)))
        settle(window)
        yield f"the menu {menu.title()}"
        menu.close()


def _leave_panels(window: MainWindow) -> None:
    for panel in window.overlays[:2]:
        panel.hide()
    for menu in window.findChildren(QMenu):
        menu.close()
    card = window.findChild(TourCard)
    if card is not None and card.isVisible():
        card.away.click()
    if window.help_place.book is not None:
        window.help_place.book.close_book()
    window.user_switch.hide()
    window.orders.panel.close_forms()
    window.orders.own_views.form.close_form()
    settle(window)


def single_letters(window: MainWindow) -> list[str]:
    """Shortcuts of the whole window that are one letter, without a modifier."""
    sequences: list[tuple[str, QKeySequence]] = [
        (one.objectName(), one.shortcut()) for one in window.context.actions.all()
    ]
    sequences += [(one.objectName(), one.key()) for one in window.findChildren(QShortcut)]
    return [f"{name}: {_text(keys)}" for name, keys in sequences if len(_text(keys)) == 1]


def _text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)

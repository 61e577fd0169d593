"""Every state of the window that a caseworker can see: each page, section, tab, form and panel.

Nothing is listed by hand: pages come from `PAGES`, panels from the commands and from the buttons
that say with «…» that they ask for more, so that what is added is walked as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListWidget,
    QTableView,
    QTabWidget,
    QWidget,
)

from timebok_desktop.app import create_window
from timebok_desktop.ui import theme
from timebok_desktop.ui.action_records import RECORDS
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.page_list import PAGES

SIZE = (1440, 900)
_LEAVES_OR_CHANGES_ALL = frozenset(
    {"quitAction", "languageAction", "themeAction", "trainingAction"}  # the last starts a process
)
_ROUNDS = 3
_MOMENT = 15


def settle(window: MainWindow) -> None:
    """Let everything that was asked come home, and what is asked for then."""
    for _ in range(_ROUNDS):
        window.tasks.settle()
        moment = QEventLoop()
        QTimer.singleShot(_MOMENT, moment.quit)
        moment.exec()


@contextmanager
def opened(
    workspace: Path, language: str, mode: theme.Mode = "light", text: float = 1.0
) -> Iterator[MainWindow]:
    """The real window over a workspace, in a language, a theme and a size of text."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window: Any = create_window(workspace, "bea")
    settings = window.desk.settings()
    window.take_settings(
        replace(settings, language=language, theme=mode, text_size=round(text * 100))
    )
    window.context.choose_file = lambda *_: None
    window.context.choose_files = lambda *_: ()
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    settle(window)
    yield window
    window.close()
    window.deleteLater()
    application.processEvents()


def scenes(window: MainWindow) -> Iterator[str]:
    """Goes through all states and names each one."""
    yield from pages(window)
    yield from _commands(window)


def pages(window: MainWindow) -> Iterator[str]:
    """Every page with what lies behind its tabs, sections and buttons."""
    for record in PAGES:
        show(window, record.key)
        yield record.key
        page = window.page(record.key)
        for part in _parts(page):
            for step in part:
                step()
                settle(window)
                yield f"{record.key}: {step.__doc__}"
        for words in _asking(page):
            show(window, record.key)
            button = _asking(page).get(words)
            if button is None:
                continue
            button.click()
            settle(window)
            yield f"{record.key}: {words}"


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


def _commands(window: MainWindow) -> Iterator[str]:
    """Each command, given on the page of orders, on an order that it is possible for."""
    for record in RECORDS:
        if record.name in _LEAVES_OR_CHANGES_ALL:
            continue
        action = window.context.actions[record.name]
        _leave_panels(window)
        show(window, "orders")
        if not action.isEnabled() and record.page == "orders":
            _find_order(window, action)
        if action.isEnabled():
            action.trigger()
            settle(window)
            yield record.name
    _leave_panels(window)


def _find_order(window: MainWindow, action: Any) -> None:
    """Choose the first order that the command is possible for."""
    for row in range(min(window.orders.list.model.rowCount(), 60)):
        window.orders.list.table.choose_row(row)
        settle(window)
        if action.isEnabled():
            return


def _leave_panels(window: MainWindow) -> None:
    for panel in window.overlays[:2]:
        panel.hide()
    window.user_switch.hide()
    orders = window.orders
    orders.panel.close_forms()


def single_letters(window: MainWindow) -> list[str]:
    """Shortcuts of the whole window that are one letter, without a modifier."""
    sequences = [(one.objectName(), one.shortcut()) for one in window.context.actions.all()]
    sequences += [(one.objectName(), one.key()) for one in window.findChildren(QShortcut)]
    return [f"{name}: {_text(keys)}" for name, keys in sequences if len(_text(keys)) == 1]


def _text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)

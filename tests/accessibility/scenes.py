"""The real window in a language, an appearance and a size of text, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QTableView,
)

from timebok_desktop.app import create_window
from timebok_desktop.ui import theme
from timebok_desktop.ui.main_window import MainWindow

SIZE = (1440, 900)
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
    theme.scale_text(application, 100)
    theme.apply(application, "light")


def show(window: MainWindow, key: str) -> None:
    """Bring a page to the front, with something chosen in each of its tables."""
    window.show_page(key)
    settle(window)
    for table in window.page(key).findChildren(QTableView):
        model = table.model()
        if table.isVisible() and model.rowCount() and not table.currentIndex().isValid():
            table.setCurrentIndex(model.index(0, 0))
    settle(window)


def single_letters(window: MainWindow) -> list[str]:
    """Shortcuts of the whole window that are one letter, without a modifier."""
    sequences = [(one.objectName(), one.shortcut()) for one in window.context.actions.all()]
    sequences += [(one.objectName(), one.key()) for one in window.findChildren(QShortcut)]
    return [f"{name}: {_text(keys)}" for name, keys in sequences if len(_text(keys)) == 1]


def _text(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)

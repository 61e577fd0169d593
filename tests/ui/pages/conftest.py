"""Pages over the invented desk, each with its own tasks and context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk
from invented_world import NOW
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.phrases import Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import theme, translation
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.tasks import Tasks


class FixedContext(Context):
    """A context whose clock stands still."""

    @staticmethod
    def now() -> Any:
        return NOW


@pytest.fixture
def fake_desk() -> FakeDesk:
    """The invented desk."""
    return FakeDesk()


@pytest.fixture
def make_page(qapp: QApplication, fake_desk: FakeDesk) -> Iterator[Callable[..., Page]]:
    """Makes pages, shows them and takes them down after the test."""
    if not qapp.styleSheet():
        theme.apply(qapp, "light")
    made: list[Page] = []

    def make(kind: type[Page], desk: Any = None, language: Language = "nb") -> Any:
        translation.install(qapp, language, resource_folder() / "translations")
        tasks = Tasks()
        context = FixedContext("anna", language)
        page = kind(desk or fake_desk, tasks, context)
        context.setParent(page)
        page.resize(1240, 840)
        page.show()
        page.present()
        assert tasks.settle(10)
        made.append(page)
        return page

    yield make
    for page in made:
        page.tasks.drain()
        page.hide()
        page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def click(qtbot: QtBot) -> Callable[[Page, QWidget | str], None]:
    """Clicks a button of a page (or the one with these words) and waits for the answers."""

    def _click(page: Page, target: QWidget | str) -> None:
        button = target if isinstance(target, QWidget) else button_named(page, target)
        assert button.isVisible()
        assert button.isEnabled()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert page.tasks.settle(10)

    return _click


def button_named(page: Page, words: str) -> QAbstractButton:
    """The visible button with these words, before the letter of its key."""
    found = [
        button
        for button in page.findChildren(QAbstractButton)
        if button.text().split("  ")[0] == words and button.isVisible()
    ]
    assert found, f"no visible button says {words!r}"
    return found[0]


@pytest.fixture
def choosing() -> Callable[[Page, Path | None], list[FileQuestion]]:
    """Answers every file question of a page with a path, and keeps the questions."""

    def _choosing(page: Page, path: Path | None) -> list[FileQuestion]:
        asked: list[FileQuestion] = []

        def choose(_parent: QWidget, question: FileQuestion) -> Path | None:
            asked.append(question)
            return path

        page.context.choose_file = choose
        return asked

    return _choosing

"""Saves the list on the screen, as it is narrowed down and sorted, to a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.page import Page

_USUAL = ".xlsx"
_PATTERNS = "Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)"


class ListSaving(QObject):
    """Asks where to and saves; what came of it is told through the page's context."""

    def __init__(self, page: Page, query: Callable[[], OrderQuery]) -> None:
        super().__init__(page)
        self._page = page
        self._query = query

    def commands(self) -> dict[str, Callable[[], None]]:
        """What to call for the actions that end here."""
        return {"saveListAction": self.choose}

    def choose(self) -> None:
        """Choose a file and save the list in it."""
        page, context = self._page, self._page.context
        suggested = self.tr("orders") + _USUAL
        question = FileQuestion(self.tr("Save the list"), "save", _PATTERNS, suggested)
        path = context.choose_file(page, question)
        if path is None:
            return
        page.act(
            partial(page.desk.save_list, language=context.language),
            path,
            self._query(),
            context.user,
            words=self.tr("Saving the list"),
            done=partial(self._saved, path),
            lasting=False,
        )

    def _saved(self, path: Path, orders: int) -> None:
        words = self.tr("%n order(s) saved in {file}", "", orders).format(file=path.name)
        self._page.context.tell(words, "clear", str(path))

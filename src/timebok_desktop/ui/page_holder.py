"""Holds the place of a page in the window until it is first shown, and bears its object name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.ui.page import Page, Unsaved
from timebok_desktop.ui.page_list import PageRecord


class PageHolder(QWidget):
    """The place of one page."""

    def __init__(self, record: PageRecord, make: Callable[[type[Page]], Page], title: str) -> None:
        super().__init__()
        self.setObjectName(record.object_name)
        self.setAccessibleName(title)
        self._record = record
        self._make = make
        self._page: Page | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def remember(self, state: QSettings) -> None:
        """Let the page keep its arrangement, if it was ever made."""
        if self._page is not None:
            self._page.remember(state)

    def unsaved(self) -> Unsaved | None:
        """What was typed on the page and not saved, if it was ever made."""
        return self._page.unsaved() if self._page is not None else None

    @property
    def page(self) -> Page:
        """The page, imported and made on first use."""
        if self._page is None:
            found = getattr(import_module(self._record.module), self._record.class_name)
            self._page = self._make(found)
            self._page.setObjectName(f"{self._record.object_name}Content")
            self._layout.addWidget(self._page)
        return self._page

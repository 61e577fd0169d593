"""Asks for what stands in the original file around a value, when that is to be shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.source_views import SourceView
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.page import Page


class SourceLooking(QObject):
    """Fetches the place of a field when its source is to be shown."""

    def __init__(self, page: Page, panel: ReviewPanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        panel.sourceWanted.connect(self.look)

    def look(self, field: str) -> None:
        """Show what stands in the file where a field was read."""
        case, page = self._panel.case, self._page
        if case is None:
            return
        self._panel.tabs.excerpt.show_waiting()
        page.ask(
            page.desk.source_view,
            case.order.reference,
            field,
            page.context.user,
            done=self._show,
            failed=self._fail,
            latest="source",
        )

    def _show(self, found: SourceView) -> None:
        case = self._panel.case
        if case is not None and case.order.reference == found.reference:
            self._panel.tabs.excerpt.show_source(found)

    def _fail(self, error: TimebokError) -> None:
        self._panel.tabs.excerpt.show_words(error.text(self._page.context.language))

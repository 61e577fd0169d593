"""Notes of the page of orders: saves what was written, and shows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.correspondence_views import NoteRecord
from timebok_desktop.services.draft_fields import NOTE
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.page import Page


class NoteWriting(QObject):
    """Signal `noted()` when a note was saved."""

    noted = Signal()

    def __init__(self, page: Page, panel: ReviewPanel) -> None:
        super().__init__(page)
        self._page, self._panel = page, panel
        panel.note_form.given.connect(self._save)

    def _save(self, words: str) -> None:
        case = self._panel.case
        if case is None:
            return
        page = self._page
        page.tasks.run(
            page.desk.add_note,
            case.order.reference,
            words,
            page.context.user,
            owner=self,
            lasting=True,
            done=self._saved,
            failed=self._failed,
        )

    def _saved(self, _note: NoteRecord) -> None:
        self._panel.drafts.used(NOTE)
        self._panel.show_letters()
        self._page.context.note(self.tr("The note is saved."))
        self.noted.emit()
        self._page.context.storeChanged.emit()

    def _failed(self, error: TimebokError) -> None:
        """The words are still there."""
        self._panel.open_note()
        self._page.tell_failure(error)

"""Amending the order that is looked at: by the form, or by taking a suggestion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.findings import Suggestion
from timebok_desktop.services.draft_fields import AMEND
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.page import Page


class Amending(QObject):
    """Signals: `amended()` when an order was, `refused(error)` when it may not be."""

    amended = Signal()
    refused = Signal(object)

    def __init__(self, page: Page, panel: ReviewPanel, drafts: DraftKeeper) -> None:
        super().__init__(page)
        self._page, self._panel, self._drafts = page, panel, drafts
        panel.findings.taken.connect(self.take)
        panel.amend_form.given.connect(self.amend)

    def take_numbered(self, number: int) -> None:
        """Take the suggestion with this key, where the order may be amended."""
        case, suggestion = self._panel.case, self._panel.findings.suggestion(number)
        if suggestion is not None and case is not None and case.may_amend:
            self.take(suggestion)

    def take(self, suggestion: Suggestion) -> None:
        """A suggestion becomes the order's HER-id."""
        reason = self.tr("Suggestion taken: {label}").format(label=suggestion.label)
        self.amend({"her_id": str(suggestion.her_id)}, reason)

    def amend(self, changes: Mapping[str, str], reason: str) -> None:
        """Amend the order that is looked at."""
        case, page = self._panel.case, self._page
        if case is None:
            return
        page.tasks.run(
            page.desk.amend,
            case.order.reference,
            dict(changes),
            reason,
            page.context.user,
            owner=page,
            lasting=True,
            done=self._done,
            failed=self._failed,
        )

    def _done(self, order: Any) -> None:
        self._drafts.used(AMEND)
        self.amended.emit()
        self._page.context.note(self.tr("{reference}: amended").format(reference=order.reference))
        self._page.context.storeChanged.emit()

    def _failed(self, error: TimebokError) -> None:
        self.refused.emit(error)

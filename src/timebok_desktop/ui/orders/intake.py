"""What the page of orders does before there is something to decide: import and verify."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from timebok_desktop.services import then_verify
from timebok_desktop.services.views import ImportReport, VerificationReport
from timebok_desktop.ui.orders.import_words import import_words
from timebok_desktop.ui.page import Page


class OrderIntake(QObject):
    """Imports and verifies for a page; results are told through its context. Signal `came()` when
    orders came in that were asked for."""

    came = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def commands(self) -> dict[str, Callable[[], None]]:
        """What to call for the actions that end here."""
        return {
            "importAction": self.choose,
            "verifyAction": self.verify,
            "verifyAllAction": self.verify_all,
        }

    def choose(self) -> None:
        """Choose files and import them."""
        paths = self._page.context.choose_files(self._page, self.tr("Import orders"))
        if paths:
            self.take(paths)

    def take(self, paths: Sequence[Path]) -> None:
        """Import files and folders, and verify what came in."""
        self._page.act(
            then_verify.import_orders,
            self._page.desk,
            tuple(paths),
            self._page.context.user,
            words=self.tr("Importing orders"),
            done=self._imported,
            lasting=False,
        )

    def verify(self) -> None:
        """Verify what has no findings from the current extract."""
        self._verify(everything=False)

    def verify_all(self) -> None:
        """Verify everything again."""
        self._verify(everything=True)

    def _verify(self, *, everything: bool) -> None:
        page = self._page
        self._page.act(
            partial(page.desk.verify, everything=everything, user=page.context.user, details=False),
            words=self.tr("Verifying"),
            done=self._verified,
            lasting=False,
        )

    def _imported(self, report: ImportReport) -> None:
        text, tone, detail = import_words(report, self._page.context)
        self._page.context.tell(text, tone, detail)
        if report.accepted:
            self.came.emit()

    def _verified(self, report: VerificationReport) -> None:
        total = sum(report.counts.values())
        self._page.context.note(self.tr("%n order(s) verified", "", total))

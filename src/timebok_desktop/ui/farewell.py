"""Sees to it that a window that closes loses nothing: what was typed and not saved is asked about,
what is being written is waited for, and there is always a way to stay.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from timebok_desktop.ui.cards import Notice
from timebok_desktop.ui.page import Page, Unsaved

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow

_PATIENCE = 1.0
"""Seconds that closing may take without a word."""


class Farewell(Notice):
    """Stands above the pages while the window waits or asks; else it is not seen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.setObjectName("farewell")
        self._window = window
        self._waits = self._leaves_unsaved = self._settling = self._failed = False
        window.tasks.lastingFailed.connect(self._note_failure)
        window.tasks.lastingDone.connect(self._close_after_all)

    def may_go(self) -> bool:
        """Whether the window can go now. Where not, it is said why, and the window closes by
        itself as soon as what it waits for is done."""
        if self._settling:
            return False
        if not self._leaves_unsaved and self._unsaved() is not None:
            # what is being saved at this moment is not unsaved
            return self._all_is_done() and not self._asks_about_unsaved() and self.may_go()
        self._window.tasks.cancel_all()
        return self._all_is_done()

    def _all_is_done(self) -> bool:
        """Whether nothing that lasts is left; else it is said what the window waits for."""
        tasks = self._window.tasks
        self._settling, self._failed = True, False
        tasks.settle(_PATIENCE)
        self._settling = False
        if self._failed:
            self.leave()
        elif tasks.has_lasting:
            self._wait()
        return not self._failed and not tasks.has_lasting

    def remember(self) -> None:
        """Keep what was arranged and is being typed, and where the first page of orders stands."""
        window = self._window
        for holder in window.holders.values():
            holder.remember(window.state)
        window.furniture.remember_places()

    def _wait(self) -> None:
        self._waits = True
        self.show_notice(
            self.tr("Timebok closes as soon as this work is done."),
            "note",
            self.tr("The status bar shows how far it has come."),
            ((self.tr("Stay here"), self.leave),),
        )

    def _unsaved(self) -> tuple[str, Unsaved] | None:
        """The page that has something unsaved, and what."""
        found = ((key, holder.unsaved()) for key, holder in self._window.holders.items())
        return next(((key, one) for key, one in found if one is not None), None)

    def _asks_about_unsaved(self) -> bool:
        found = self._unsaved()
        if found is None:
            return False
        key, unsaved = found
        self._window.show_page(key, unsaved.subject)
        save = partial(self._save, self._window.page(key))
        self.show_notice(
            unsaved.words,
            "warning",
            "",
            (
                (self.tr("Stay here"), self.leave),
                (self.tr("Save and close"), save),
                (self.tr("Close without saving"), self._leave),
            ),
        )
        return True

    def _save(self, page: Page) -> None:
        if page.save_unsaved():
            self._leave()

    def _leave(self) -> None:
        self._leaves_unsaved = True
        self._window.close()

    def leave(self) -> None:
        """Stay, and go on with the work."""
        self._waits = self._leaves_unsaved = False
        super().leave()

    def _note_failure(self) -> None:
        """What could not be done is told where it was asked for: nobody may miss that."""
        self._failed = True
        if self._waits:
            self.leave()

    def _close_after_all(self) -> None:
        if self._waits:
            self._waits = False
            QTimer.singleShot(0, self, self._window.close)

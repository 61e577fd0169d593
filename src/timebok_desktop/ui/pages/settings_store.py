"""Backup, restore and check of the store, each with a clear answer where it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.views import StoreCheck
from timebok_desktop.ui.cards import Card, Notice, button, row, scrolled
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.stakes import ask_for_good
from timebok_desktop.ui.theme import SPACE


class StoreSection(QWidget):
    """Three cards and one place for the answer."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.notice = Notice()
        self.backup_button = button(
            self.tr("Back up …"), self.choose_backup, look="primary", icon="backup"
        )
        self.check_button = button(self.tr("Check the store"), self.check, icon="verify")
        self.restore_button = button(self.tr("Restore …"), self.choose_restore)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, SPACE.s, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(self.notice)
        for title, words, action in (
            (
                self.tr("Backup"),
                self.tr(
                    "A whole and verified copy of the store in one file. Keep it on another disk."
                ),
                self.backup_button,
            ),
            (
                self.tr("Check"),
                self.tr("Looks the whole store through: every page, every rule of the database."),
                self.check_button,
            ),
            (
                self.tr("Restore"),
                self.tr(
                    "Puts a backup in the place of the store. The store of today is kept among "
                    "the backups first."
                ),
                self.restore_button,
            ),
        ):
            card = Card(title)
            card.body.addWidget(Text(words, "muted", wrap=True))
            card.body.addSpacing(SPACE.xs)
            card.body.addLayout(row(action, None))
            layout.addWidget(card)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))

    def refresh(self) -> None:
        """Nothing is read before it is asked for."""

    def choose_backup(self) -> None:
        """Ask where the copy goes and write it."""
        today = self._page.context.now().date().isoformat()
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Save the backup"),
                "save",
                self.tr("Backup (*.timebok-backup)"),
                f"timebok-{today}.timebok-backup",
            ),
        )
        if path is not None:
            words = self.tr("The backup was written and verified: {path}").format(path=path)
            self._page.act(
                partial(self._page.desk.backup, replaces=True),
                path,
                words=self.tr("Backing up"),
                done=lambda _nothing: self._answer(words),
                failed=self._refused,
            )

    def check(self) -> None:
        """Have the store looked through."""
        self.check_button.setEnabled(False)
        self._page.ask(
            self._page.desk.check_store, done=self._checked, failed=self._refused, latest="check"
        )

    def choose_restore(self) -> None:
        """Ask for a backup, and then whether it is meant."""
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Choose a backup"),
                patterns=self.tr("Backup (*.timebok-backup);;All files (*)"),
            ),
        )
        if path is None:
            return
        ask_for_good(
            self.notice,
            "restore a backup",
            self.tr("Put {name} in the place of the store?").format(name=path.name),
            self.tr(
                "Everything that was done after the backup leaves the desk. The store of today is "
                "kept among the backups."
            ),
            (self.tr("Restore this backup"), lambda: self._restore(path)),
        )

    def _restore(self, path: Path) -> None:
        words = self.tr("The store was restored from {name}.").format(name=path.name)
        self._page.act(
            self._page.desk.restore,
            path,
            words=self.tr("Restoring"),
            done=lambda _nothing: self._answer(words),
            failed=self._refused,
        )

    def _answer(self, words: str) -> None:
        self.notice.show_notice(words, "clear", "", self._close())

    def _checked(self, verdict: StoreCheck) -> None:
        self.check_button.setEnabled(True)
        if verdict.ok:
            self._answer(self.tr("The store is whole."))
            return
        self.notice.show_notice(
            self.tr("The store is damaged: %n problem(s).", None, len(verdict.problems)),
            "stop",
            "\n".join(map(self._page.context.say, verdict.problems)),
            self._close(),
        )

    def _refused(self, error: TimebokError) -> None:
        self.check_button.setEnabled(True)
        self.notice.show_notice(error.text(self._page.context.language), "stop", "", self._close())

    def _close(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return ((self.tr("Close"), self.notice.hide),)

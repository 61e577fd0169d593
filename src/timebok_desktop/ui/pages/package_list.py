"""The packages that have left, with what their receipts say, and the way to import a receipt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.views import PackageRow, ReceiptReport
from timebok_desktop.ui.cards import Card, EmptyState, Facts, Notice, button, row
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import ElidedText, IdentifierText, hash_text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.import_outcome import problem_lines
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.stakes import ask_for_good
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import exact_moment, grouped_count, moment_in_words


class PackageList(QWidget):
    """A table of packages. `verificationWanted(str)` asks to verify the package at a path."""

    verificationWanted = Signal(str)

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.table: RecordTable[PackageRow] = RecordTable(
            "packageTable", self.tr("Packages"), self._columns()
        )
        self.table.chosen.connect(self._chosen)
        self.notice = Notice()
        self.receipt_button = button(
            self.tr("Import receipt …"), self.choose_receipt, icon="import"
        )
        self.trust_button = button(self.tr("Save the public key …"), self.save_trust, icon="lock")
        self.trust_button.setToolTip(
            self.tr("The receiver needs this key once, to verify the packages")
        )
        self.verify_button = button(
            self.tr("Verify this package"), self._verify_current, icon="verify"
        )
        self._facts = Facts()
        self._card = Card()
        self._card.body.addWidget(self._facts)
        self._card.body.addLayout(row(self.verify_button, None))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("No package has left yet"),
                self.tr("Packages appear here after the first export, with their receipts."),
            )
        )
        self._lay_out()

    def show_packages(self, packages: tuple[PackageRow, ...]) -> None:
        """Show all packages."""
        self._stack.setCurrentIndex(0 if packages else 1)
        self.table.show_records(packages, key=lambda package: package.uuid)

    def choose_receipt(self) -> None:
        """Ask for a receipt and take it in."""
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Choose a receipt"),
                patterns=self.tr("Receipt (*.json *.csv);;All files (*)"),
            ),
        )
        if path is not None:
            self._page.ask(
                partial(self._page.desk.import_receipts, dry_run=True),
                path,
                self._page.context.user,
                done=partial(self._ask_about, path),
                failed=self._refused,
                latest="receipt",
            )

    def _ask_about(self, path: Path, would: ReceiptReport) -> None:
        """Say what the receipt answers, then ask; one that answers nothing is told at once."""
        if not would.accepted and not would.failed:
            self._take_in(path)
            return
        words = self._counts(would)
        ask_for_good(
            self.notice,
            "importReceiptAction",
            self.tr("Take in the receipt {name}?").format(name=path.name),
            self.tr("{words} The first answer on an order is the one that counts.").format(
                words=words
            ),
            (self.tr("Take it in"), lambda: self._take_in(path)),
        )

    def _take_in(self, path: Path) -> None:
        self._page.act(
            self._page.desk.import_receipts,
            path,
            self._page.context.user,
            words=self.tr("Importing {name}").format(name=path.name),
            done=self._received,
            failed=self._refused,
        )

    def save_trust(self) -> None:
        """Ask where the public key goes and write it there."""
        path = self._page.context.choose_file(
            self,
            FileQuestion(
                self.tr("Save the public key"), "save", self.tr("Key (*.json)"), "trust.json"
            ),
        )
        if path is not None:
            words = self.tr("The public key was saved as {path}.").format(path=path)
            self._page.ask(
                self._page.desk.export_trust,
                path,
                done=lambda _nothing: self.notice.show_notice(words, "clear", "", self._close()),
                failed=self._refused,
            )

    def _lay_out(self) -> None:
        self._card.hide()
        head: QHBoxLayout = row(None, self.trust_button, self.receipt_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._card)

    def _columns(self) -> tuple[Column[PackageRow], ...]:
        def count(title: str, of: str) -> Column[PackageRow]:
            return Column(
                title,
                lambda package: grouped_count(getattr(package, of)),
                order=lambda package: getattr(package, of),
                numeric=True,
                width=96,
            )

        return (
            Column(
                self.tr("Receipt"),
                lambda package: self._state(package)[0],
                tone=lambda package: self._state(package)[1],
                width=140,
            ),
            Column(
                self.tr("Package"),
                lambda package: grouped_count(package.sequence),
                order=lambda package: package.sequence,
                numeric=True,
                width=80,
            ),
            Column(
                self.tr("Exported"),
                lambda package: moment_in_words(package.created, self._page.context.now()),
                order=lambda package: package.created,
                tooltip=lambda package: exact_moment(package.created),
                spoken=lambda package: exact_moment(package.created),
                width=200,
            ),
            Column(self.tr("By"), lambda package: package.by, stretch=True),
            Column(self.tr("Contents"), self._contents, width=110),
            count(self.tr("In all"), "configurations"),
            count(self.tr("Confirmed"), "acknowledged"),
            count(self.tr("Failed"), "failed"),
            count(self.tr("Waiting"), "waiting"),
        )

    def _contents(self, package: PackageRow) -> str:
        return self.tr("Everything") if package.full else self.tr("Changes")

    def _state(self, package: PackageRow) -> tuple[str, Tone]:
        if package.failed:
            return self.tr("Failed"), "stop"
        if package.waiting:
            return self.tr("Waiting"), "note"
        return self.tr("Confirmed"), "clear"

    def _chosen(self, package: PackageRow | None) -> None:
        self._card.setVisible(package is not None)
        if package is not None:
            self._facts.show_facts(
                (
                    (self.tr("Folder"), ElidedText(package.path, elide="middle")),
                    (self.tr("Id"), IdentifierText(package.uuid)),
                    (self.tr("SHA-256"), hash_text(package.sha256)),
                )
            )

    def _verify_current(self) -> None:
        package = self.table.current()
        if package is not None:
            self.verificationWanted.emit(package.path)

    def _counts(self, report: ReceiptReport) -> str:
        return " ".join(
            (
                self.tr("%n confirmed.", None, report.accepted),
                self.tr("%n failed.", None, report.failed),
                self.tr("%n unknown.", None, report.unknown),
            )
        )

    def _received(self, report: ReceiptReport) -> None:
        words = self._counts(report)
        tone: Tone = "warning" if report.failed or report.unknown or report.problems else "clear"
        detail = problem_lines(self._page.context, report.problems)
        title = self.tr("The receipt has been taken in: {words}").format(words=words)
        self.notice.show_notice(title, tone, detail, self._close())

    def _refused(self, error: TimebokError) -> None:
        self.notice.show_notice(error.text(self._page.context.language), "stop", "", self._close())

    def _close(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        return ((self.tr("Close"), self.notice.hide),)

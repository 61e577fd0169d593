"""The exports page: what leaves next and what is held back, what has left, and verification.

An export cannot be taken back, so every one of them is asked about before it is made; the services
hold back what must not leave.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.services.views import ExportReport
from timebok_desktop.ui.cards import Notice, button, row, scrolled
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.export_preview import ExportPreview
from timebok_desktop.ui.pages.package_list import PackageList
from timebok_desktop.ui.pages.package_verification import PackageVerification
from timebok_desktop.ui.stakes import ask_for_good
from timebok_desktop.ui.theme import SPACE


class ExportsPage(Page):
    """Next export, packages, verification."""

    object_name = "exportsPage"

    def build(self) -> None:
        """Make the widgets of the page."""
        heading = QVBoxLayout()
        heading.setSpacing(SPACE.xs)
        heading.addWidget(Text(self.tr("Exports"), "title"))
        heading.addWidget(
            Text(
                self.tr("Approved configurations leave in signed packages; receipts come back."),
                "muted",
                wrap=True,
            )
        )
        self.export_button = button(
            self.tr("Export …"), self.ask_changes, look="primary", icon="export"
        )
        self.full_button = button(self.tr("Export everything …"), self.ask_full)
        self.folder_button = button(self.tr("Export to a folder …"), self.export_to_folder)
        head = row(heading, self.full_button, self.folder_button, self.export_button)
        head.setStretch(0, 1)
        for each in (self.full_button, self.folder_button, self.export_button):
            head.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        self._asking = False
        self.notice = Notice()
        self.notice.strayed.connect(self.take_focus)
        self.content.addLayout(head)
        self.content.addWidget(self.notice)
        self.preview = ExportPreview(self.context)
        self.package_list = PackageList(self)
        self.verification = PackageVerification(self)
        self.package_list.verificationWanted.connect(self._verify_listed)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Next export, packages, verification"))
        for widget, title in (
            (self.preview, self.tr("Next export")),
            (self.package_list, self.tr("Packages and receipts")),
            (scrolled(self.verification), self.tr("Verify a package")),
        ):
            self.tabs.addTab(_padded(widget), title)
        self.content.addWidget(self.tabs, 1)
        self.commands.update(
            exportAction=self.ask_changes,
            exportFullAction=self.ask_full,
            importReceiptAction=self._receipt,
            verifyPackageAction=lambda: self.tabs.setCurrentIndex(2),
            trustFileAction=self._trust,
        )

    def refresh(self) -> None:
        """Ask what would leave and what has left; a question about what left before is void."""
        if self._asking:
            self._asking = False
            self.notice.hide()
        self.ask(self.desk.export_preview, done=self._show_preview, latest="preview")
        self.ask(self.desk.packages, done=self.package_list.show_packages, latest="packages")

    def show_subject(self, subject: str) -> None:
        """Verify the package at this path."""
        self._verify_listed(subject)

    def take_focus(self) -> None:
        """Begin where the work begins, or where an empty page leads on."""
        if self.export_button.isVisibleTo(self):
            self.export_button.setFocus()
        else:
            super().take_focus()

    def ask_changes(self) -> None:
        """Ask whether what is ready shall leave, into the workspace."""
        self._ask_about(None)

    def export_to_folder(self) -> None:
        """Ask whether what is ready shall leave, into a folder that is chosen."""
        folder = self.context.choose_file(
            self, FileQuestion(self.tr("Choose where the package goes"), "folder")
        )
        if folder is not None:
            self._ask_about(folder)

    def _ask_about(self, folder: Path | None) -> None:
        """Say what would leave as the store stands at this moment, then ask."""
        self.ask(
            self.desk.export_preview, done=partial(self._confirm, folder), latest="confirmation"
        )

    def _confirm(self, folder: Path | None, preview: tuple[object, object]) -> None:
        self._show_preview(preview)
        leaving, held = (len(part) for part in preview)  # type: ignore[arg-type]
        if not leaving:
            self._nothing_leaves(held)
            return
        place = self.tr("the folder “exports” of the workspace") if folder is None else str(folder)
        lines = [
            self.tr("They go to: {place}.").format(place=place),
            self.tr("Afterwards only a new change order changes anything."),
        ]
        if held:
            lines.append(self.tr("%n order(s) are held back.", "", held))
        self._asking = True
        ask_for_good(
            self.notice,
            "exportAction",
            self.tr("Export %n order(s)?", "", leaving),
            "\n".join(lines),
            (self.tr("Export now"), lambda: self._export(folder, full=False)),
        )

    def _nothing_leaves(self, held: int) -> None:
        detail = (
            self.tr("%n order(s) are held back.", "", held)
            if held
            else self.tr("No order has been approved since the last package.")
        )
        self.notice.show_notice(
            self.tr("There is nothing to export."),
            "warning" if held else "note",
            detail,
            ((self.tr("Close"), self.notice.hide),),
        )

    def ask_full(self) -> None:
        """Explain a full export before it is made."""
        ask_for_good(
            self.notice,
            "exportFullAction",
            self.tr("Export every current configuration?"),
            self.tr(
                "A full package replaces all that the receiver has. Use it when the receiver "
                "starts afresh; for daily work, export the changes."
            ),
            (self.tr("Export everything"), lambda: self._export(None, full=True)),
        )

    def _export(self, folder: Path | None, *, full: bool) -> None:
        self._asking = False
        self.notice.hide()
        for each in (self.export_button, self.full_button, self.folder_button):
            each.setEnabled(False)
        self.act(
            partial(self.desk.export, folder, self.context.user, full=full),
            words=self.tr("Exporting"),
            done=self._exported,
            failed=self._refused,
        )

    def _exported(self, report: ExportReport) -> None:
        self._ready_again()
        if not report.path:
            self._nothing_leaves(len(report.held_back))
            return
        close = (self.tr("Close"), self.notice.hide)
        words = self.tr("Package {sequence} has been written.").format(sequence=report.sequence)
        left = self.tr("%n configuration(s) left.", "", report.configurations)
        held = (
            self.tr("%n order(s) were held back.", "", len(report.held_back))
            if report.held_back
            else ""
        )
        then = self.tr("Import the receipt when the receiver has answered.")
        self.notice.show_notice(
            f"{words} {left} {held}".strip(),
            "warning" if report.held_back else "clear",
            f"{report.path}\n{then}",
            (close, (self.tr("Go to packages and receipts"), lambda: self.tabs.setCurrentIndex(1))),
        )
        self.context.note("")  # what could be undone has left

    def _refused(self, error: TimebokError) -> None:
        self._ready_again()
        self.notice.show_notice(error.text(self.context.language), "stop")

    def _ready_again(self) -> None:
        for each in (self.export_button, self.full_button, self.folder_button):
            each.setEnabled(True)

    def _show_preview(self, preview: tuple[object, object]) -> None:
        self.preview.show_preview(*preview)  # type: ignore[arg-type]

    def _receipt(self) -> None:
        self.tabs.setCurrentIndex(1)
        self.package_list.choose_receipt()

    def _trust(self) -> None:
        self.tabs.setCurrentIndex(1)
        self.package_list.save_trust()

    def _verify_listed(self, path: str) -> None:
        self.tabs.setCurrentIndex(2)
        self.verification.verify(Path(path))


def _padded(inner: QWidget) -> QWidget:
    outer = QWidget()
    layout = QVBoxLayout(outer)
    layout.setContentsMargins(0, SPACE.m, 0, 0)
    layout.addWidget(inner)
    return outer

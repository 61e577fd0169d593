"""Verifying a package: choose it, say which key to trust, read the verdict with every problem."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.ports_files import PackageCheck
from timebok_desktop.ui.cards import Card, Facts, Notice, button, number_field, row
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text, hash_text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import grouped_count

_LARGEST_SEQUENCE = 2_000_000_000


class PackageVerification(QWidget):
    """A small form and its answer."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.path_field = _path_field(self.tr("Package"))
        self.trust_field = _path_field(self.tr("Trusted key"))
        self.trust_field.setPlaceholderText(self.tr("Only this workspace's own key"))
        self.after = number_field(
            self.tr("Sequence number must be higher than"), -1, _LARGEST_SEQUENCE
        )
        self.after.setValue(-1)
        self.after.setSpecialValueText(self.tr("not checked"))
        self.verify_button = button(self.tr("Verify"), self.verify_chosen, icon="verify")
        self.notice = Notice()
        self.problems: RecordTable[Problem] = RecordTable(
            "packageProblemTable", self.tr("Problems of the package"), self._columns()
        )
        self.problems.hide()
        self._facts = Facts()
        self._result = Card()
        self._result.body.addWidget(self._facts)
        self._result.hide()
        self._lay_out()

    def verify_chosen(self) -> None:
        """Verify what stands in the fields."""
        path = self.path_field.text().strip()
        if path:
            self.verify(Path(path))
        else:
            self.choose_file()

    def verify(self, path: Path) -> None:
        """Verify the package at a path."""
        self.path_field.setText(str(path))
        trust = self.trust_field.text().strip()
        after = self.after.value()
        self.verify_button.setEnabled(False)
        self._page.ask(
            partial(
                self._page.desk.verify_package,
                path,
                Path(trust) if trust else None,
                None if after < 0 else after,
            ),
            done=self._show,
            failed=self._refused,
            latest="verification",
        )

    def choose_file(self) -> None:
        """Ask for a package in one file."""
        self._choose(
            FileQuestion(
                self.tr("Choose a package"),
                patterns=self.tr("Package (*.timebok-package *.zip);;All files (*)"),
            ),
            self.path_field,
        )

    def choose_folder(self) -> None:
        """Ask for a package folder."""
        self._choose(
            FileQuestion(self.tr("Choose the folder of a package"), "folder"), self.path_field
        )

    def choose_trust(self) -> None:
        """Ask for the key to trust."""
        self._choose(
            FileQuestion(
                self.tr("Choose the public key to trust"),
                patterns=self.tr("Key (*.json);;All files (*)"),
            ),
            self.trust_field,
        )

    def _choose(self, question: FileQuestion, field: QLineEdit) -> None:
        path = self._page.context.choose_file(self, question)
        if path is not None:
            field.setText(str(path))

    def _lay_out(self) -> None:
        form = Facts()
        form.show_facts(
            (
                (
                    self.tr("Package"),
                    _line(
                        self.path_field,
                        button(
                            self.tr("File …"),
                            self.choose_file,
                            name=self.tr("Choose a package in one file"),
                        ),
                        button(
                            self.tr("Folder …"),
                            self.choose_folder,
                            name=self.tr("Choose the folder of a package"),
                        ),
                    ),
                ),
                (
                    self.tr("Trusted key"),
                    _line(
                        self.trust_field,
                        button(
                            self.tr("Choose …"),
                            self.choose_trust,
                            name=self.tr("Choose the public key to trust"),
                        ),
                    ),
                ),
                (self.tr("Must follow package"), _line(self.after, None)),
            )
        )
        card = Card(self.tr("Is this package whole, and from whom?"))
        card.body.addWidget(
            Text(
                self.tr(
                    "Every file is compared with the signed list of the package; nothing is "
                    "imported or changed."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addSpacing(SPACE.s)
        card.body.addWidget(form)
        card.body.addLayout(row(None, self.verify_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        for widget in (card, self.notice, self._result, self.problems):
            layout.addWidget(widget, 1 if widget is self.problems else 0)
        layout.addStretch(0)

    def _columns(self) -> tuple[Column[Problem], ...]:
        return (
            Column(
                self.tr("Where"),
                lambda problem: problem.at or self.tr("the package"),
                tone=lambda _problem: "stop",
                width=320,
            ),
            Column(
                self.tr("What"),
                lambda problem: self._page.context.say(problem.phrase),
                stretch=True,
            ),
        )

    def _show(self, check: PackageCheck) -> None:
        self.verify_button.setEnabled(True)
        if check.valid:
            words = self.tr("The package is whole and its signature is trusted.")
            self.notice.show_notice(words, "clear")
        else:
            if self._page.tasks.log is not None:
                self._page.tasks.log.ended("verify_package", 0.0, "refused")
            self.notice.show_notice(
                self.tr("The package does not verify: %n problem(s).", None, len(check.problems)),
                "stop",
                self.tr("Do not use it. Get it again from the sender and verify once more."),
            )
        self.problems.setVisible(bool(check.problems))
        self.problems.show_records(check.problems, key=lambda problem: (problem.at, problem.code))
        self._result.show()
        self._facts.show_facts(
            (
                (self.tr("Configurations"), grouped_count(check.configurations)),
                (self.tr("Without signed approval"), grouped_count(check.unsigned)),
                (self.tr("Approved by one alone"), grouped_count(check.single)),
                (self.tr("Sequence"), "" if check.sequence is None else str(check.sequence)),
                (
                    self.tr("Signed by"),
                    hash_text(check.signed_by) if check.signed_by else self.tr("no trusted key"),
                ),
                (self.tr("SHA-256"), hash_text(check.sha256) if check.sha256 else ""),
            )
        )

    def _refused(self, error: TimebokError) -> None:
        self.verify_button.setEnabled(True)
        self.problems.hide()
        self._result.hide()
        self.notice.show_notice(error.text(self._page.context.language), "stop")


def _path_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field


def _line(*parts: QWidget | None) -> QWidget:
    made = QWidget()
    layout = row(*parts)
    layout.setContentsMargins(0, 0, 0, 0)
    if parts[0] is not None and isinstance(parts[0], QLineEdit):
        layout.setStretch(0, 1)
    made.setLayout(layout)
    return made

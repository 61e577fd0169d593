"""Technical information for whoever helps: shown before it is copied or saved, so that the reader
sees that no person is in it.
"""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from timebok_desktop.services.diagnosis import Report, report_lines
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, row
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.theme import SPACE


class TechnicalView(QWidget):
    """The report, with what can be done with it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(QApplication.font().pointSizeF())
        self.report.setFont(fixed)
        self.report.setAccessibleName(self.tr("Technical information"))
        self.report.setPlaceholderText(self.tr("Looking around …"))
        self.told = Text("", "muted", wrap=True)
        self.copy_button = button(self.tr("Copy"), self.copy, look="primary", icon="copy")
        self.save_button = button(self.tr("Save …"), self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(
            Text(
                self.tr(
                    "For whoever helps you. It holds no names and nothing of any order; look over "
                    "folders that you named yourself."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self.report, 1)
        layout.addLayout(row(self.told, None, self.save_button, self.copy_button))
        self._allow(ready=False)

    def show_report(self, report: Report) -> None:
        """Show what was found."""
        self.report.setPlainText("\n".join(report_lines(report, self._context.language)))
        self._allow(ready=True)

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self.report.toPlainText())
        self._tell(self.tr("Copied."))

    def save(self) -> None:
        """Save the report as a text file."""
        question = FileQuestion(
            self.tr("Save the technical information"),
            "save",
            self.tr("Text (*.txt)"),
            "timebok-diagnose.txt",
        )
        path = self._context.choose_file(self, question)
        if path is None:
            return
        try:
            path.write_text(self.report.toPlainText() + "\n", "utf-8")
        except OSError as error:
            words = self.tr("{path} cannot be written ({why}). Choose another folder.")
            self._tell(words.format(path=path, why=error.strerror or ""))
            return
        self._tell(self.tr("Saved."))

    def _allow(self, *, ready: bool) -> None:
        why_not = "" if ready else self.tr("The report is being made.")
        allow(self.copy_button, why_not)
        allow(self.save_button, why_not)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        announce(self.told, words)

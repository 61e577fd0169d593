"""Writes an internal note on the order that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timebok_desktop.services.draft_fields import NOTE
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.orders.writing_field import WritingField

_LINES = 3


class NoteForm(InlineForm):
    """Words to write: `given(str)`."""

    given = Signal(str)

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteForm")
        self._drafts = drafts
        self.text = WritingField(self)
        self.text.finished.connect(self.submit)
        self.text.setObjectName("noteText")
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setPlaceholderText(self.tr("For us only. It stays with the order for good."))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * (_LINES + 1))
        drafts.bind(self.text, lambda: "" if self.isHidden() else NOTE)
        self.body.addWidget(self.text)

    def open_note(self) -> None:
        """Ask for the note; what was begun is there."""
        self.text.setPlainText(self._drafts.text(NOTE))
        self.open_form(
            self.tr("Internal note. Ctrl+Enter saves it."), self.tr("Save the note"), self.text
        )

    def submit(self) -> None:
        """The note, or a complaint."""
        words = self.text.toPlainText().strip()
        if not words:
            self.complain(self.tr("Write the note first."), self.text)
            return
        self.put_away()
        self.given.emit(words)

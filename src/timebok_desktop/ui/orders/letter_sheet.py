"""The letter on the desk: what the program proposes, what the caseworker makes of it, and where it
is saved. It shows and asks; the page saves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.letter_kinds import LETTER_WORDS, TOLD_OF
from timebok_desktop.domain.letter_writing import moved_deadline, names_deadline, written_weekday
from timebok_desktop.domain.phrases import LANGUAGES, Language
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.domain.working_days import is_working_day
from timebok_desktop.services.letter_views import LetterText, ProposedLetter
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import choice_field, row
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import ElidedText, Text
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.writing_field import WritingField
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date

Format = Literal["eml", "docx", "pdf"]
_NAMES: Mapping[Language, str] = {"nb": "Bokmål", "nn": "Nynorsk"}
_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})", re.ASCII)
_LINES = 5
"""So many of the text are seen at least."""
_NONE = "-"
"""The draft of a deadline that was taken away."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A decision that is made together with its letter."""

    action: Action
    reason: str


class LetterSheet(QFrame):
    """Signals: `saveWanted(format)`, `languageWanted(language)`, `opened()` before it takes the
    focus, `closed()`, and `strayed()` where what had the focus before has gone."""

    opened = Signal()
    saveWanted = Signal(str)
    languageWanted = Signal(str)
    closed = Signal()
    strayed = Signal()

    def __init__(
        self, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("letterSheet")
        self.setAccessibleName(self.tr("Letter"))
        self._context, self._drafts = context, drafts
        self._before = FocusBefore(self)
        self._proposed: ProposedLetter | None = None
        self._deadline: date | None = None
        self._usual: date | None = None
        self._taken_out = ""
        self.pending: Pending | None = None
        self._make_fields()
        self._make_buttons()
        self._lay_out()
        self._bind()
        self.hide()

    # -- showing -------------------------------------------------------------------------------
    @property
    def proposed(self) -> ProposedLetter | None:
        """What the program proposed, None where no letter is open."""
        return None if self.isHidden() else self._proposed

    def open_letter(self, proposed: ProposedLetter, pending: Pending | None) -> None:
        """Show a letter; what was begun is there."""
        self._before.remember()
        self.pending = pending
        self.take(proposed)
        words = self._context.say(LETTER_WORDS[proposed.letter.kind])
        self.heading.setText(self.tr("Letter: {kind}").format(kind=words))
        self.complaint.hide()
        self.show()
        self.opened.emit()
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        announce(self, self.heading.text())

    def take(self, proposed: ProposedLetter) -> None:
        """Show the letter of another language, or another one."""
        letter = proposed.letter
        self._proposed, self._taken_out = proposed, ""
        with QSignalBlocker(self.language):
            self.language.setCurrentIndex(self.language.findData(letter.language))
        self.because.setText(self._context.say(proposed.because))
        kept = self._kept_deadline(letter.deadline)
        text = self._drafts.text(self._field("text")) or _with(letter, kept)
        for widget, words in (
            (self.recipient, self._drafts.text(self._field("to")) or letter.recipient),
            (self.subject, self._drafts.text(self._field("subject")) or letter.subject),
        ):
            widget.setText(words)
            widget.setCursorPosition(0)
        self._put_text(text)
        self._show_deadline(letter.deadline, kept)
        self._say_buttons()

    def letter(self) -> LetterText | None:
        """The letter as it stands, None where none is open."""
        if self._proposed is None:
            return None
        return replace(
            self._proposed.letter,
            recipient=self.recipient.text().strip(),
            subject=self.subject.text(),
            text=self.text.toPlainText(),
            deadline=self._deadline,
        )

    def complain(self, words: str, at: QWidget | None = None) -> None:
        """Say what is wrong, where the letter is."""
        self.complaint.setText(words)
        self.complaint.show()
        (at or self.text).setFocus()
        announce(self, words, urgent=True)

    def note_status(self, status: Status) -> None:
        """The order stands so now; a decision that was made need not be made again."""
        made = self._proposed is not None and status in TOLD_OF[self._proposed.letter.kind]
        if self.pending is not None and made:
            self.pending = None
            self._say_buttons()

    def close_letter(self) -> None:
        """Put the letter away; what was written stays as a draft."""
        if not self.isHidden():
            returned = self._before.put_away()
            self.pending = None
            self.closed.emit()
            if not returned:
                self.strayed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the letter away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_letter()
            return
        super().keyPressEvent(event)

    # -- the deadline --------------------------------------------------------------------------
    def _kept_deadline(self, usual: date | None) -> date | None:
        kept = self._drafts.text(self._field("deadline"))
        if usual is None or kept == _NONE:
            return None
        return date.fromisoformat(kept) if kept else usual

    def _show_deadline(self, usual: date | None, kept: date | None) -> None:
        self._deadline = kept
        self._usual = usual
        with QSignalBlocker(self.has_deadline):
            self.has_deadline.setChecked(kept is not None)
        shown = kept or usual
        self.day.setText(exact_date(shown) if shown is not None else "")
        for widget in (self.has_deadline, self.day, self.weekday):
            widget.setVisible(usual is not None)
        self._say_weekday()

    def _toggled(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's own signal
        text = self.text.toPlainText()
        if wanted:
            self._deadline = _day_of(self.day.text()) or self._usual
            if self._taken_out:
                parts = text.split("\n\n")
                self._put_text("\n\n".join((*parts[:-1], self._taken_out, parts[-1])))
                self._taken_out = ""
        else:
            before, self._deadline = self._deadline, None
            parts = text.split("\n\n")
            named = [part for part in parts if before is not None and names_deadline(part, before)]
            self._taken_out = "\n\n".join(named)
            self._put_text("\n\n".join(part for part in parts if part not in named))
        self._keep_deadline()

    def _day_written(self) -> None:
        day, before = _day_of(self.day.text()), self._deadline
        if day is None and before is not None:
            self.day.setText(exact_date(before))
            self.complain(self.tr("Write the deadline as dd.mm.yyyy."), self.day)
        elif day is not None and before is not None and day != before and self._proposed:
            language = self._proposed.letter.language
            self._put_text(moved_deadline(self.text.toPlainText(), before, day, language))
            self._deadline = day
            self.day.setText(exact_date(day))
            self.complaint.hide()
            self._keep_deadline()

    def _keep_deadline(self) -> None:
        self._say_weekday()
        kept = self._deadline.isoformat() if self._deadline is not None else _NONE
        self._drafts.typed(self._field("deadline"), kept)
        self._drafts.typed(self._field("text"), self.text.toPlainText())

    def _say_weekday(self) -> None:
        self.day.setEnabled(self._deadline is not None)
        words = ""
        if self._deadline is not None:
            words = written_weekday(self._deadline, self._context.language).partition(" ")[0]
            if not is_working_day(self._deadline):
                words = self.tr("{weekday}: not a working day").format(weekday=words)
        self.weekday.setText(words)
        self.weekday.set_tone("neutral" if self._works() else "stop")

    def _works(self) -> bool:
        return self._deadline is None or is_working_day(self._deadline)

    # -- drafts --------------------------------------------------------------------------------
    def _field(self, name: str) -> str:
        """Under which name a part of this letter is kept; the words by language."""
        if self._proposed is None:
            return ""
        letter = self._proposed.letter
        place = f"letter/{letter.kind.value}/"
        return place + (f"{letter.language}/{name}" if name in ("text", "subject") else name)

    def _put_text(self, text: str) -> None:
        """Show a text that nobody typed: it is no draft."""
        with QSignalBlocker(self.text):
            self.text.setPlainText(text)

    def _bind(self) -> None:
        self._drafts.bind(self.recipient, lambda: self._field("to"))
        self._drafts.bind(self.subject, lambda: self._field("subject"))
        self._drafts.bind(self.text, lambda: self._field("text"))
        self.language.currentIndexChanged.connect(
            lambda _index: self.languageWanted.emit(self.language.currentData())
        )
        self.has_deadline.toggled.connect(self._toggled)
        self.day.editingFinished.connect(self._day_written)

    # -- layout --------------------------------------------------------------------------------
    def _make_fields(self) -> None:
        self.heading = ElidedText("", "heading")
        self.because = ElidedText("", "small")
        self.because.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.language = choice_field(
            self.tr("Language of the letter"), [(one, _NAMES[one]) for one in LANGUAGES]
        )
        self.recipient = QLineEdit()
        self.recipient.setAccessibleName(self.tr("To (e-mail address)"))
        self.recipient.setPlaceholderText(self.tr("No address is known"))
        self.subject = QLineEdit()
        self.subject.setAccessibleName(self.tr("Subject"))
        self.has_deadline = QCheckBox(plain_button(self.tr("Answer by")))
        self.has_deadline.setAccessibleName(self.tr("The letter sets a deadline"))
        self.day = QLineEdit()
        self.day.setAccessibleName(self.tr("Deadline (dd.mm.yyyy)"))
        self.day.setFixedWidth(self.day.fontMetrics().horizontalAdvance("00.00.0000") + 2 * SPACE.l)
        self.weekday = Text("", "muted")
        self.text = WritingField()
        self.text.setObjectName("letterText")
        self.text.setAccessibleName(self.tr("Text of the letter"))
        self.text.finished.connect(lambda: self.saveWanted.emit("eml"))
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.text.setMinimumHeight(_LINES * self.text.fontMetrics().lineSpacing())
        self.complaint = Text("", wrap=True)
        self.complaint.set_tone("stop")
        self.complaint.hide()

    def _make_buttons(self) -> None:
        self._lead = Text("", "strong", wrap=True)
        self.buttons: dict[Format, QPushButton] = {}
        formats: tuple[Format, ...] = ("eml", "docx", "pdf")
        for form in formats:
            made = QPushButton()
            made.setAutoDefault(False)
            made.clicked.connect(lambda _checked=False, at=form: self.saveWanted.emit(at))
            self.buttons[form] = made
        self._cancel = QPushButton(self.tr("Close"))
        self._cancel.setAccessibleName(self.tr("Close the letter; the draft is kept"))
        self._cancel.setAutoDefault(False)
        dress(self._cancel, look="quiet")
        self._cancel.clicked.connect(self.close_letter)
        self._say_buttons()

    def _say_buttons(self) -> None:
        words = {"eml": self.tr("E-mail draft"), "docx": "Word", "pdf": "PDF"}
        lead = self.tr("Save as")
        if self.pending is not None:
            action = self._context.say(ACTION_WORDS[self.pending.action])
            lead = self.tr("{action} and save as").format(action=action)
        self._lead.setText(lead)
        for form, button in self.buttons.items():
            button.setText(plain_button(words[form]))
            button.setAccessibleName(f"{lead}: {words[form]}")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.s)
        grid.setColumnStretch(1, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            (self.tr("To"), self.recipient),
            (self.tr("Subject"), self.subject),
        )
        for place, (label, widget) in enumerate(lines):
            grid.addWidget(Text(label, "muted"), place, 0)
            grid.addWidget(widget, place, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addLayout(row(self.heading, self.because, self.language))
        layout.addLayout(grid)
        layout.addLayout(row(self.has_deadline, self.day, self.weekday, None))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.complaint)
        layout.addWidget(self._lead)
        buttons = FlowLayout(SPACE.s)
        for button in (*self.buttons.values(), self._cancel):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.setTabOrder(self.language, self.recipient)
        self.setTabOrder(self.recipient, self.subject)
        self.setTabOrder(self.subject, self.has_deadline)
        self.setTabOrder(self.has_deadline, self.day)
        self.setTabOrder(self.day, self.text)


def _day_of(text: str) -> date | None:
    """A day as people write it: 3.12.2026 or 03.12.2026."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def _with(letter: LetterText, kept: date | None) -> str:
    """The proposed text with the deadline that was chosen before."""
    if kept is None or letter.deadline is None or kept == letter.deadline:
        return letter.text
    return moved_deadline(letter.text, letter.deadline, kept, letter.language)

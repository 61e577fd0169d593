"""The inline forms of the decision: reasons and amendments. Never a dialog.

A form is opened for one case, tells what was filled in, and closes with Escape.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.services.draft_fields import AMEND
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import Text, name_combo
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.orders.reason_choices import ReasonFields
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

NEEDS_REASON = frozenset(
    {Action.REQUEST_INFORMATION, Action.HOLD, Action.REJECT, Action.WITHDRAW, Action.REOPEN}
)
_LEAST = 3
"""Letters that a reason has at least."""
_LETTER = "L"
_DIGITS = tuple("123456789")
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_CHOSEN_IN = QAbstractButton | QAbstractItemView
_WRITTEN_IN = QLineEdit | QPlainTextEdit


class InlineForm(QFrame):
    """A heading, what is asked, and two buttons. Emits `opened()` before it takes the focus,
    `closed()` when it goes away, and `strayed()` where what had the focus before has gone."""

    opened = Signal()
    closed = Signal()
    strayed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = FocusBefore(self)
        dress(self, look="notice", tone="neutral")
        self.heading = Text("", "strong", wrap=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.s)
        self.complaint = Text("", wrap=True)
        self.complaint.set_tone("stop")
        self.complaint.hide()
        self.confirm = QPushButton()
        self.confirm.setAccessibleName(self.tr("Confirm"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel"))
        dress(self.cancel, look="quiet")
        self.confirm.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.close_form)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(SPACE.s)
        self.buttons.addWidget(self.confirm)
        self.buttons.addWidget(self.cancel)
        self.buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.heading)
        layout.addLayout(self.body)
        layout.addWidget(self.complaint)
        layout.addLayout(self.buttons)
        self.hide()

    def submit(self) -> None:
        """Take what was filled in, or complain."""

    def open_form(self, heading: str, confirm: str, first: QWidget) -> None:
        """Show the form and put the focus where it begins."""
        self._before.remember()
        self.heading.setText(heading)
        self.confirm.setText(plain_button(confirm))
        self.confirm.setAccessibleName(confirm)
        self.complaint.hide()
        self.show()
        self.opened.emit()
        first.setFocus()
        announce(self, heading)

    def close_form(self) -> None:
        """Go away without a result."""
        if not self.isHidden():
            self.put_away()
            self.closed.emit()

    def put_away(self) -> None:
        """Go away, and give the focus back."""
        if not self._before.put_away():
            self.strayed.emit()

    def complain(self, words: str, at: QWidget) -> None:
        """Say what is missing, and where."""
        self.complaint.setText(words)
        self.complaint.show()
        at.setFocus()
        announce(self, words, urgent=True)

    def digit_pressed(self, digit: int) -> bool:  # noqa: ARG002 - for forms that offer choices
        """A digit where no text is written; whether it meant something."""
        return False

    def letter_pressed(self, letter: str) -> bool:  # noqa: ARG002 - as above
        """A letter where no text is written; whether it meant something."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Return presses the button that has the focus, else the first one. A field
        keeps what is typed into it; where nothing is typed, a digit or a letter may choose."""
        at, key = self.focusWidget(), event.key()
        if key == Qt.Key.Key_Escape:
            self.close_form()
        elif key in _RETURN and not self.isHidden() and isinstance(at, _CHOSEN_IN):
            (at.click if isinstance(at, QPushButton) else self.submit)()
        elif isinstance(at, _WRITTEN_IN) or not self._means(event):
            super().keyPressEvent(event)

    def _means(self, event: QKeyEvent) -> bool:
        typed = event.text().upper()
        if not typed or event.modifiers() & _COMMANDS:
            return False
        return self.digit_pressed(int(typed)) if typed in _DIGITS else self.letter_pressed(typed)


class ReasonForm(InlineForm):
    """A reason code and words for a decision: `given(Action, str)`, or `letterWanted(Action, str)`
    where a letter is to tell of it."""

    given = Signal(object, str)
    letterWanted = Signal(object, str)

    def __init__(
        self, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reasonForm")
        self._context, self._drafts = context, drafts
        self._action = Action.HOLD
        self.with_letter = QPushButton(f"{plain_button(self.tr('Go on to the letter'))}  {_LETTER}")
        self.with_letter.setAccessibleName(self.tr("Go on to the letter"))
        self.with_letter.setAutoDefault(False)
        self.with_letter.clicked.connect(self._go_on)
        self.buttons.insertWidget(1, self.with_letter)
        self._fields = ReasonFields(context)
        self._fields.entered.connect(self.submit)
        self.code, self.text = self._fields.code, self._fields.text
        self.body.addWidget(self._fields)
        drafts.bind(self.text, lambda: self._field("text"))
        self.code.chosen.connect(lambda code: drafts.typed(self._field("code"), code))

    def open_for(
        self,
        action: Action,
        codes: Mapping[str, Phrase],
        proposed: str = "",
        *,
        may_write: bool = False,
    ) -> None:
        """Ask for the reason of an action; what was begun is there, else what is `proposed`.
        `may_write`: a letter can tell of it."""
        self._action = action
        self._fields.offer(codes, self._drafts.text(self._field("code")) or proposed)
        self.text.setText(self._drafts.text(self._field("text")))
        self.with_letter.setVisible(may_write)
        word = self._context.say(ACTION_WORDS[action])
        self.open_form(self.tr("{action}: why?").format(action=word), word, self._fields.first())

    def digit_pressed(self, digit: int) -> bool:
        """The reason of this number."""
        return self.code.press(digit)

    def letter_pressed(self, letter: str) -> bool:
        """L goes on to the letter."""
        if letter == _LETTER and not self.with_letter.isHidden():
            self._go_on()
            return True
        return False

    def submit(self) -> None:
        """The code and the words as one reason."""
        reason = self._fields.reason()
        if not reason:
            self.complain(self._fields.complaint(), self.text)
            return
        self.put_away()
        self.given.emit(self._action, reason)

    def _go_on(self) -> None:
        """The letter comes next; the decision is made when it is saved."""
        reason = self._fields.reason()
        if not reason:
            self.complain(self._fields.complaint(), self.text)
            return
        self.put_away()
        self.letterWanted.emit(self._action, reason)

    def _field(self, name: str) -> str:
        return f"reason/{self._action.value}/{name}"


class AmendForm(InlineForm):
    """Another value for a field, with a reason: `given(changes, reason)`."""

    given = Signal(object, str)

    def __init__(self, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("amendForm")
        self._drafts = drafts
        self._values: dict[str, str] = {}
        self.field = QComboBox()
        name_combo(self.field, self.tr("Field to amend"))
        self.value = QLineEdit()
        self.value.setObjectName("amendValue")
        self.value.setAccessibleName(self.tr("New value"))
        self.value.setPlaceholderText(self.tr("New value"))
        self.reason = QLineEdit()
        self.reason.setObjectName("amendReason")
        self.reason.setAccessibleName(self.tr("Reason for the amendment"))
        self.reason.setPlaceholderText(self.tr("Reason, e.g. who confirmed it"))
        self.field.currentIndexChanged.connect(lambda _index: self._show_value())
        self.value.returnPressed.connect(self.reason.setFocus)
        self.reason.returnPressed.connect(self.submit)
        drafts.bind(self.value, lambda: f"{AMEND}{self.field.currentData()}/value")
        drafts.bind(self.reason, lambda: f"{AMEND}{self.field.currentData()}/reason")
        line = QHBoxLayout()
        line.setSpacing(SPACE.s)
        line.addWidget(self.field, 1)
        line.addWidget(self.value, 2)
        self.body.addLayout(line)
        self.body.addWidget(self.reason)

    def open_for(self, values: Mapping[str, str], field: str) -> None:
        """Ask for another value of a field; with "" the field is chosen first. What was begun is
        there."""
        self._values = dict(values)
        self.field.clear()
        for name in self._values:
            self.field.addItem(title(name), name)
        self.field.setCurrentIndex(max(0, self.field.findData(field)))
        self._show_value()
        self.open_form(
            self.tr("Amend the order; what was sent is kept, and the order is verified again."),
            self.tr("Amend"),
            self.value if field else self.field,
        )
        self.value.selectAll()

    def submit(self) -> None:
        """The amendment, or a complaint."""
        field, value = self.field.currentData(), self.value.text().strip()
        reason = self.reason.text().strip()
        if value == self._values.get(field, ""):
            self.complain(self.tr("The value is the same as before."), self.value)
        elif len(reason) < _LEAST:
            self.complain(self.tr("Write why it is amended."), self.reason)
        else:
            self.put_away()
            self.given.emit({field: value}, reason)

    def _show_value(self) -> None:
        field = self.field.currentData() or ""
        kept = self._drafts.text(f"{AMEND}{field}/value")
        self.value.setText(kept or self._values.get(field, ""))
        self.reason.setText(self._drafts.text(f"{AMEND}{field}/reason"))

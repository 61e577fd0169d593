"""The inline forms of the decision: reasons, overrides, amendments. Never a dialog.

A form is opened for one case, tells what was filled in, and closes with Escape.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.services.draft_fields import AMEND
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text, name_combo
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

INTERIM = "INTERIM-SOLUTION"
NEEDS_REASON = frozenset(
    {Action.REQUEST_INFORMATION, Action.HOLD, Action.REJECT, Action.WITHDRAW, Action.REOPEN}
)
_LEAST = 3
"""Letters that a reason has at least."""


class InlineForm(QFrame):
    """A heading, what is asked, and two buttons. Emits `closed()` when it goes away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.heading.setText(heading)
        self.confirm.setText(plain_button(confirm))
        self.confirm.setAccessibleName(confirm)
        self.complaint.hide()
        self.show()
        first.setFocus()
        announce(self, heading)

    def close_form(self) -> None:
        """Go away without a result."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def complain(self, words: str, at: QWidget) -> None:
        """Say what is missing, and where."""
        self.complaint.setText(words)
        self.complaint.show()
        at.setFocus()
        announce(self, words, urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
            return
        super().keyPressEvent(event)


class ReasonFields(QWidget):
    """A reason code to choose and words to write: `entered()` on Return."""

    entered = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.code = QComboBox()
        self.code.setObjectName("reasonCode")
        name_combo(self.code, self.tr("Reason"))
        self.text = QLineEdit()
        self.text.setObjectName("reasonText")
        self.text.setAccessibleName(self.tr("Reason in your own words"))
        self.text.setPlaceholderText(self.tr("In your own words (goes into the log)"))
        self.text.returnPressed.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.code)
        layout.addWidget(self.text)

    def offer(self, codes: Mapping[str, Phrase]) -> None:
        """Offer these codes, and no words."""
        self.code.clear()
        for code, words in codes.items():
            self.code.addItem(self._context.say(words), code)
        self.code.setVisible(bool(codes))
        self.text.clear()

    def reason(self) -> str:
        """The code and the words as one reason, "" where it is none."""
        code, words = self.code.currentData() or "", self.text.text().strip()
        if not code and len(words) < _LEAST:
            return ""
        return ": ".join(part for part in (code, words) if part)

    def complaint(self) -> str:
        """What to say where there is no reason."""
        return self.tr("Write why, so that others understand it.")


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
        self.with_letter = QPushButton(plain_button(self.tr("Go on to the letter")))
        self.with_letter.setAccessibleName(self.tr("Go on to the letter"))
        self.with_letter.setAutoDefault(False)
        self.with_letter.clicked.connect(self._go_on)
        self.buttons.insertWidget(1, self.with_letter)
        self._fields = ReasonFields(context)
        self._fields.entered.connect(self.submit)
        self.code, self.text = self._fields.code, self._fields.text
        self.body.addWidget(self._fields)
        drafts.bind(self.text, lambda: self._field("text"))
        self.code.activated.connect(
            lambda _index: drafts.typed(self._field("code"), self.code.currentData() or "")
        )

    def open_for(
        self, action: Action, codes: Mapping[str, Phrase], *, may_write: bool = False
    ) -> None:
        """Ask for the reason of an action; what was begun is there. `may_write`: a letter can tell
        of it."""
        self._action = action
        self._fields.offer(codes)
        self.text.setText(self._drafts.text(self._field("text")))
        self.code.setCurrentIndex(
            max(0, self.code.findData(self._drafts.text(self._field("code"))))
        )
        self.with_letter.setVisible(may_write)
        word = self._context.say(ACTION_WORDS[action])
        self.open_form(
            self.tr("{action}: why?").format(action=word), word, self.code if codes else self.text
        )

    def submit(self) -> None:
        """The code and the words as one reason."""
        reason = self._fields.reason()
        if not reason:
            self.complain(self._fields.complaint(), self.text)
            return
        self.hide()
        self.given.emit(self._action, reason)

    def _go_on(self) -> None:
        """The letter comes next; the decision is made when it is saved."""
        reason = self._fields.reason()
        if not reason:
            self.complain(self._fields.complaint(), self.text)
            return
        self.hide()
        self.letterWanted.emit(self._action, reason)

    def _field(self, name: str) -> str:
        return f"reason/{self._action.value}/{name}"


class OverrideForm(InlineForm):
    """A reason for every warning that is set aside: `given(overrides)`."""

    given = Signal(object)

    def __init__(
        self, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overrideForm")
        self._context, self._drafts = context, drafts
        self._answers: dict[str, Callable[[], tuple[str, QWidget]]] = {}
        self._holder = QWidget()
        self.body.addWidget(self._holder)

    def open_for(self, findings: Sequence[Finding], checklist: Sequence[Phrase]) -> None:
        """Ask about these warnings."""
        self._answers = {}
        old, self._holder = self._holder, QWidget()
        self.body.replaceWidget(old, self._holder)
        old.deleteLater()
        layout = QVBoxLayout(self._holder)
        layout.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.xs, SPACE.xs)
        layout.setSpacing(SPACE.s)
        first: QWidget | None = None
        for finding in findings:
            layout.addWidget(Text(self._context.say(finding.phrase), wrap=True))
            asked = (
                self._ask_checklist(finding.rule, checklist, layout)
                if finding.rule == INTERIM and checklist
                else self._ask_reason(finding.rule, layout)
            )
            first = first or asked
        self.open_form(
            self.tr("Approve in spite of the warnings: why is each of them in order?"),
            self.tr("Approve with these reasons"),
            first or self.confirm,
        )

    def submit(self) -> None:
        """All reasons, or a complaint about the first that is missing."""
        overrides: dict[str, str] = {}
        for rule, answer in self._answers.items():
            words, asked = answer()
            if len(words) < _LEAST:
                self.complain(
                    self.tr("{rule}: tick every point.").format(rule=rule)
                    if isinstance(asked, QCheckBox)
                    else self.tr("{rule}: a reason is missing.").format(rule=rule),
                    asked,
                )
                return
            overrides[rule] = words
        self.hide()
        self.given.emit(overrides)

    def _ask_reason(self, rule: str, layout: QVBoxLayout) -> QWidget:
        field = QLineEdit()
        field.setObjectName(f"override-{rule}")
        field.setAccessibleName(self.tr("Reason for setting aside {rule}").format(rule=rule))
        field.setPlaceholderText(self.tr("Reason"))
        field.returnPressed.connect(self.submit)
        field.setText(self._drafts.text(f"override/{rule}"))
        self._drafts.bind(field, lambda: f"override/{rule}")
        layout.addWidget(field)
        self._answers[rule] = lambda: (field.text().strip(), field)
        return field

    def _ask_checklist(
        self, rule: str, checklist: Sequence[Phrase], layout: QVBoxLayout
    ) -> QWidget:
        boxes = [QCheckBox(plain_button(self._context.say(point))) for point in checklist]
        for box, point in zip(boxes, checklist, strict=True):
            box.setAccessibleName(self._context.say(point))
            layout.addWidget(box)

        def answer() -> tuple[str, QWidget]:
            open_box = next((box for box in boxes if not box.isChecked()), None)
            if open_box is not None:
                return "", open_box
            ticked = "; ".join(self._context.say(point) for point in checklist)
            return self.tr("Checklist ticked: {points}").format(points=ticked), boxes[0]

        self._answers[rule] = answer
        return boxes[0]


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
            self.hide()
            self.given.emit({field: value}, reason)

    def _show_value(self) -> None:
        field = self.field.currentData() or ""
        kept = self._drafts.text(f"{AMEND}{field}/value")
        self.value.setText(kept or self._values.get(field, ""))
        self.reason.setText(self._drafts.text(f"{AMEND}{field}/reason"))

"""Asks why each warning is set aside: words to choose by number or to write, or a checklist.

One question at a time has the digits; a choice goes on to the next question.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.checklists import Checklists
from timebok_desktop.services.reasons import OVERRIDE_REASONS
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.orders.reason_choices import Choices
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.theme import SPACE

_APPROVES = "A"
_LEAST = 3
_DIGITS = 9


class Question(QWidget):
    """One warning, and why it is set aside: `answered()` when a choice was made."""

    answered = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(SPACE.xs)
        self.inside.addWidget(Text(words, wrap=True))

    def is_answered(self) -> bool:
        """Whether nothing is missing."""
        raise NotImplementedError

    def missing(self) -> tuple[str, QWidget]:
        """What to say where the answer is missing, and where."""
        raise NotImplementedError

    def press(self, digit: int) -> bool:
        """A digit; whether it meant something."""
        raise NotImplementedError


class ReasonQuestion(Question):
    """Words that are offered, and a field that holds those that go into the log."""

    def __init__(
        self, finding: Finding, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.say(finding.phrase), parent)
        self._rule, self._drafts = finding.rule, drafts
        self._place = f"override/{finding.rule}"
        self.field = QLineEdit()
        self.field.setObjectName(f"override-{finding.rule}")
        self.field.setAccessibleName(
            self.tr("Reason for setting aside {rule}").format(rule=finding.rule)
        )
        self.field.setPlaceholderText(self.tr("Reason"))
        self.field.setText(drafts.text(self._place))
        drafts.bind(self.field, lambda: self._place)
        self.choices = Choices(self.field.accessibleName(), self)
        words = [context.say(one) for one in OVERRIDE_REASONS.get(finding.rule, ())]
        self.choices.offer({one: one for one in words})
        self.choices.choose(self.field.text())
        self.choices.chosen.connect(self._chosen)
        self.inside.addWidget(self.choices)
        self.inside.addWidget(self.field)
        self.setFocusProxy(self.choices if words else self.field)

    def reason(self) -> str:
        """What goes into the log."""
        return self.field.text().strip()

    def is_answered(self) -> bool:
        return len(self.reason()) >= _LEAST

    def missing(self) -> tuple[str, QWidget]:
        return self.tr("{rule}: a reason is missing.").format(rule=self._rule), self

    def press(self, digit: int) -> bool:
        return self.choices.press(digit)

    def _chosen(self, words: str) -> None:
        self.field.setText(words)
        self._drafts.typed(self._place, words)
        self.answered.emit()


class ChecklistQuestion(Question):
    """Points to tick, all of them; what was ticked before comes back as a draft does."""

    def __init__(
        self,
        finding: Finding,
        checklist: Sequence[Phrase],
        context: Context,
        drafts: DraftKeeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context.say(finding.phrase), parent)
        self._rule, self._drafts = finding.rule, drafts
        self._place = f"override/{finding.rule}"
        self.boxes: dict[str, QCheckBox] = {}
        kept = drafts.text(self._place).split("\n")
        for number, point in enumerate(map(context.say, checklist), 1):
            key = f"{number}  " if number <= _DIGITS else ""
            box = self.boxes[point] = QCheckBox(plain_button(f"{key}{point}"))
            box.setAccessibleName(point)
            box.setChecked(point in kept)
            box.clicked.connect(self._ticked)
            self.inside.addWidget(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def ticked(self) -> list[str]:
        """The points that are ticked."""
        return [point for point, box in self.boxes.items() if box.isChecked()]

    def is_answered(self) -> bool:
        return len(self.ticked()) == len(self.boxes)

    def missing(self) -> tuple[str, QWidget]:
        unticked = next(box for box in self.boxes.values() if not box.isChecked())
        return self.tr("{rule}: tick every point.").format(rule=self._rule), unticked

    def press(self, digit: int) -> bool:
        if digit > len(self.boxes):
            return False
        box = list(self.boxes.values())[digit - 1]
        box.setFocus()
        box.click()
        return True

    def _ticked(self) -> None:
        self._drafts.typed(self._place, "\n".join(self.ticked()))
        if self.is_answered():
            self.answered.emit()


class OverrideForm(InlineForm):
    """A reason or a ticked checklist for every warning that is set aside: `given(overrides,
    ticked)`, both by rule."""

    given = Signal(object, object)

    def __init__(
        self, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("overrideForm")
        self._context, self._drafts = context, drafts
        self._questions: dict[str, Question] = {}
        self._holder = QWidget()
        self.body.addWidget(self._holder)

    def open_for(self, findings: Sequence[Finding], checklists: Checklists) -> None:
        """Ask about these warnings."""
        self._questions = {}
        old, self._holder = self._holder, QWidget()
        self.body.replaceWidget(old, self._holder)
        old.deleteLater()
        layout = QVBoxLayout(self._holder)
        layout.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.xs, SPACE.xs)
        layout.setSpacing(SPACE.m)
        for finding in findings:
            asked = self._question(finding, checklists.get(finding.rule, ()))
            asked.answered.connect(self._go_on)
            self._questions[finding.rule] = asked
            layout.addWidget(asked)
        self.open_form(
            self.tr("Approve in spite of the warnings: why is each of them in order?"),
            self.tr("Approve with these reasons"),
            next(iter(self._questions.values()), self.confirm),
        )
        self.confirm.setText(f"{self.confirm.text()}  {_APPROVES}")

    def submit(self) -> None:
        """All reasons, or a complaint about the first that is missing."""
        overrides, ticked = {}, {}
        for rule, asked in self._questions.items():
            if not asked.is_answered():
                self.complain(*asked.missing())
                return
            if isinstance(asked, ChecklistQuestion):
                ticked[rule] = asked.ticked()
            elif isinstance(asked, ReasonQuestion):
                overrides[rule] = asked.reason()
        self.put_away()
        self.given.emit(overrides, ticked)

    def digit_pressed(self, digit: int) -> bool:
        """A digit answers the question that has the focus."""
        asked = self._current()
        return asked is not None and asked.press(digit)

    def letter_pressed(self, letter: str) -> bool:
        """A approves, as it does in the list."""
        if letter == _APPROVES:
            self.submit()
            return True
        return False

    def _question(self, finding: Finding, checklist: Sequence[Phrase]) -> Question:
        if checklist:
            return ChecklistQuestion(finding, checklist, self._context, self._drafts)
        asked = ReasonQuestion(finding, self._context, self._drafts)
        asked.field.returnPressed.connect(self.submit)
        return asked

    def _current(self) -> Question | None:
        at = self.focusWidget()
        return next((one for one in self._questions.values() if one.isAncestorOf(at)), None)

    def _go_on(self) -> None:
        """To the next question that is open; the last answer keeps the focus."""
        self.complaint.hide()
        waiting = next((one for one in self._questions.values() if not one.is_answered()), None)
        if waiting is not None:
            waiting.setFocus()

"""One finding: severity in shape and word, the reason, the evidence, the ways out.

A second approver's card is folded until it is opened; it then tells why the first approver set the
finding aside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import SEVERITY_WORDS
from timebok_desktop.domain.findings import Finding, Suggestion
from timebok_desktop.domain.party import Snapshot, norwegian_day
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules import RULES
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.evidence_words import evidence_words
from timebok_desktop.ui.orders.rule_way import way_to_rule
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.shape_label import ShapeLabel
from timebok_desktop.ui.shapes import TONE_OF_SEVERITY
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date, grouped_her_id

LAST_DIGIT = 9
"""Suggestions beyond it have no key."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why the first approver set a finding aside, and whether the second one has opened it."""

    by: str
    reason: str
    opened: bool


@dataclass(frozen=True, slots=True)
class CardOptions:
    """What a card shows beside its finding. `first_number` is the key of its first suggestion,
    `together` the orders that the finding means, `checklist` what has to be ticked before it is
    set aside."""

    snapshot: Snapshot | None
    may_amend: bool
    first_number: int
    aside: SetAside | None = None
    together: OrderQuery | None = None
    checklist: Sequence[Phrase] = ()


class FindingCard(QFrame):
    """Signals: `taken(Suggestion)` when a suggestion is to become the order's HER-id, `pressed()`
    on a click, `openWanted()`, `fieldWanted()`, `sourceWanted()` and `togetherWanted()` by its
    buttons."""

    taken = Signal(object)
    pressed = Signal()
    openWanted = Signal()
    fieldWanted = Signal()
    sourceWanted = Signal()
    togetherWanted = Signal()

    def __init__(self, finding: Finding, options: CardOptions, context: Context) -> None:
        super().__init__()
        self.finding, self._options, self._context = finding, options, context
        tone = TONE_OF_SEVERITY[finding.severity]
        dress(self, look="notice", tone=tone)
        self._pointer = QFrame()
        self._pointer.setFixedWidth(SPACE.xs)
        dress(self._pointer, look="pointer")
        self._body = QWidget()
        self.open_button = self._link(self.tr("Open"), self.openWanted)
        self._lay_out()
        self._show_state()

    @property
    def folded(self) -> bool:
        """Whether a second approver has still to open it."""
        return self._options.aside is not None and not self._options.aside.opened

    def open_up(self) -> None:
        """Unfold the card."""
        aside = self._options.aside
        if aside is not None and not aside.opened:
            self._options = replace(self._options, aside=replace(aside, opened=True))
            self._show_state()

    def point_at(self, *, current: bool) -> None:
        """Mark the finding that is looked at."""
        self._pointer.setProperty("current", current)
        self._pointer.style().unpolish(self._pointer)
        self._pointer.style().polish(self._pointer)

    def spoken(self) -> str:
        """All of the card in one text, for a screen reader."""
        say, finding = self._context.say, self.finding
        severity = say(SEVERITY_WORDS[finding.severity])
        if self.folded:
            return self.tr("{severity}: {title}. Not opened yet.").format(
                severity=severity, title=self._title()
            )
        parts = [
            f"{severity}: {say(finding.phrase)}",
            self._aside_words(),
            self._checklist(),
            self._evidence(),
        ]
        offers = zip(finding.suggestions, range(self._options.first_number, 99), strict=False)
        parts += [
            f"{number}: {self._take_words(suggestion)}"
            for suggestion, number in offers
            if number <= LAST_DIGIT and self._options.may_amend
        ]
        return " ".join(part for part in parts if part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click looks at the finding."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def _show_state(self) -> None:
        self._body.setVisible(not self.folded)
        self._name.setVisible(self.folded)
        self.open_button.setVisible(self.folded)
        aside = self._aside_words()
        self._reason.setText(aside)
        self._reason.setVisible(bool(aside))

    def _title(self) -> str:
        rule = self.finding.rule
        return self._context.say(RULES[rule].title) if rule in RULES else rule

    def _aside_words(self) -> str:
        aside = self._options.aside
        if aside is None or not aside.reason:
            return ""
        return self.tr("{by} set this aside: {reason}").format(by=aside.by, reason=aside.reason)

    def _checklist(self) -> str:
        """What approving will ask about, so that it can be found out beforehand."""
        points = [f"– {self._context.say(point)}" for point in self._options.checklist]
        if not points:
            return ""
        return "\n".join((self.tr("To be ticked when you approve:"), *points))

    def _evidence(self) -> str:
        finding, snapshot, context = self.finding, self._options.snapshot, self._context
        parts = evidence_words(finding, context.language)
        day = exact_date(norwegian_day(snapshot.taken_at)) if snapshot is not None else ""
        if day and day not in context.say(finding.phrase):
            parts.append(self.tr("registry extract of {day}").format(day=day))
        return " · ".join(parts)

    # -- layout --------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        say, finding = self._context.say, self.finding
        word = Text(say(SEVERITY_WORDS[finding.severity]), "strong")
        word.set_tone(TONE_OF_SEVERITY[finding.severity])
        self._name = Text(self._title(), wrap=True)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(word)
        head.addWidget(self._name, 1)
        head.addStretch()
        head.addWidget(way_to_rule(finding.rule, self._context))
        head.addWidget(self.open_button)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE.xs)
        inside.addWidget(Text(say(finding.phrase), wrap=True, selectable=True))
        self._reason = Text("", "strong", wrap=True, selectable=True)
        inside.addWidget(self._reason)
        checklist = self._checklist()
        if checklist:
            inside.addWidget(Text(checklist, wrap=True, selectable=True))
        inside.addLayout(self._last_line())
        for place, suggestion in enumerate(finding.suggestions):
            inside.addLayout(self._offer(suggestion, self._options.first_number + place))
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xs)
        texts.addLayout(head)
        texts.addWidget(self._body)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SPACE.xs, SPACE.s, SPACE.m, SPACE.s)
        outer.setSpacing(SPACE.s)
        outer.addWidget(self._pointer)
        outer.addWidget(
            ShapeLabel(TONE_OF_SEVERITY[finding.severity]), 0, Qt.AlignmentFlag.AlignTop
        )
        outer.addLayout(texts, 1)

    def _last_line(self) -> QHBoxLayout:
        """The evidence, and the ways from here."""
        line = QHBoxLayout()
        line.setSpacing(SPACE.xs)
        evidence = self._evidence()
        line.addWidget(Text(evidence, "small", wrap=True, selectable=True), 1)
        ways = QWidget()
        flow = FlowLayout(SPACE.xs, ways)
        if self.finding.field:
            flow.addWidget(self._link(self.tr("Field"), self.fieldWanted))
            flow.addWidget(self._link(self.tr("Source"), self.sourceWanted))
        if self._options.together is not None:
            flow.addWidget(self._link(self.tr("Show them together"), self.togetherWanted))
        line.addWidget(ways, 0, Qt.AlignmentFlag.AlignBottom)
        return line

    def _link(self, words: str, signal: SignalInstance) -> QPushButton:
        made = QPushButton(plain_button(words))
        made.setAccessibleName(f"{words}: {self.finding.rule}")
        made.setAutoDefault(False)
        dress(made, look="quiet")
        made.clicked.connect(lambda _checked=False: signal.emit())
        return made

    def _take_words(self, suggestion: Suggestion) -> str:
        return self.tr("Use HER-id {number}, {label}").format(
            number=suggestion.her_id, label=suggestion.label
        )

    def _offer(self, suggestion: Suggestion, key: int) -> QHBoxLayout:
        number = grouped_her_id(str(suggestion.her_id))
        reasons = ", ".join(self._context.say(reason) for reason in suggestion.reasons)
        words = self.tr("Use {number}").format(number=number)
        take = QPushButton(f"{words}  {key}" if key <= LAST_DIGIT else words)
        take.setAccessibleName(self._take_words(suggestion))
        may_amend = self._options.may_amend
        allow(take, "" if may_amend else self.tr("This order can no longer be amended."))
        take.clicked.connect(partial(self._take, suggestion))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(f"{number}  {suggestion.label}", wrap=True, selectable=True))
        texts.addWidget(Text(reasons, "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addLayout(texts, 1)
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _take(self, suggestion: Suggestion, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.taken.emit(suggestion)

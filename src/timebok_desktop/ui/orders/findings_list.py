"""The findings of an order: severity in shape and word, the reason, the evidence, the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import count

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import SEVERITY_WORDS
from timebok_desktop.domain.findings import Finding, Suggestion
from timebok_desktop.domain.party import Snapshot, norwegian_day
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.evidence_words import evidence_words
from timebok_desktop.ui.orders.rule_way import way_to_rule
from timebok_desktop.ui.shape_label import ShapeLabel
from timebok_desktop.ui.shapes import TONE_OF_SEVERITY
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date, grouped_her_id

LAST_DIGIT = 9
"""Suggestions beyond it have no key."""


class FindingCard(QFrame):
    """One finding. `taken(Suggestion)` when a suggestion is to become the order's HER-id."""

    taken = Signal(object)

    def __init__(
        self,
        finding: Finding,
        snapshot: Snapshot | None,
        context: Context,
        *,
        may_amend: bool,
        first_number: int = 1,
    ) -> None:
        super().__init__()
        self._numbers = count(first_number)
        tone = TONE_OF_SEVERITY[finding.severity]
        dress(self, look="notice", tone=tone)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(SPACE.xs)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        word = Text(context.say(SEVERITY_WORDS[finding.severity]), "strong")
        word.set_tone(tone)
        head.addWidget(word)
        head.addStretch()
        head.addWidget(way_to_rule(finding.rule, context))
        self._layout.addLayout(head)
        self._layout.addWidget(Text(context.say(finding.phrase), wrap=True, selectable=True))
        evidence = self._evidence(finding, snapshot, context)
        if evidence:
            self._layout.addWidget(Text(evidence, "small", wrap=True, selectable=True))
        for suggestion in finding.suggestions:
            self._layout.addLayout(self._offer(suggestion, context, may_amend=may_amend))
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        outer.setSpacing(SPACE.s)
        outer.addWidget(ShapeLabel(tone), 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(self._layout, 1)

    def _evidence(self, finding: Finding, snapshot: Snapshot | None, context: Context) -> str:
        parts = evidence_words(finding, context.language)
        day = exact_date(norwegian_day(snapshot.taken_at)) if snapshot is not None else ""
        if day and day not in context.say(finding.phrase):
            parts.append(self.tr("registry extract of {day}").format(day=day))
        return " · ".join(parts)

    def _offer(self, suggestion: Suggestion, context: Context, *, may_amend: bool) -> QHBoxLayout:
        number = grouped_her_id(str(suggestion.her_id))
        reasons = ", ".join(context.say(reason) for reason in suggestion.reasons)
        words = f"{number}  {suggestion.label}"
        key = next(self._numbers)
        use = self.tr("Use {number}").format(number=number)
        take = QPushButton(f"{use}  {key}" if key <= LAST_DIGIT else use)
        take.setAccessibleName(
            self.tr("Use HER-id {number}, {label}").format(
                number=suggestion.her_id, label=suggestion.label
            )
        )
        take.setEnabled(may_amend)
        take.clicked.connect(partial(self._take, suggestion))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Text(words, wrap=True, selectable=True))
        texts.addWidget(Text(reasons, "small", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addLayout(texts, 1)
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _take(self, suggestion: Suggestion, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.taken.emit(suggestion)


class FindingsList(QListWidget):
    """The list of findings, as high as its content. `taken(Suggestion)`."""

    taken = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setObjectName("findingsList")
        self.setAccessibleName(self.tr("Findings"))
        self.setProperty("look", "cards")
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(0)
        self._offered: list[Suggestion] = []

    def show_findings(
        self, findings: Sequence[Finding], snapshot: Snapshot | None, *, may_amend: bool
    ) -> None:
        """Show findings, the weightiest first as they come."""
        self.clear()
        self._offered = []
        for finding in findings:
            item = QListWidgetItem(self)
            severity = self._context.say(SEVERITY_WORDS[finding.severity])
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{severity}: {self._context.say(finding.phrase)}",
            )
            item.setData(Qt.ItemDataRole.UserRole, finding.rule)
            first = len(self._offered) + 1
            card = FindingCard(
                finding, snapshot, self._context, may_amend=may_amend, first_number=first
            )
            self._offered += finding.suggestions
            card.taken.connect(self.taken)
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, SPACE.s)
            layout.addWidget(card)
            self.setItemWidget(item, holder)
        self.setVisible(bool(findings))
        self._fit()

    def suggestion(self, number: int) -> Suggestion | None:
        """The suggestion with this key."""
        known = 1 <= number <= min(LAST_DIGIT, len(self._offered))
        return self._offered[number - 1] if known else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped texts may need more or fewer lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, total = self.viewport().width(), 0
        for row in range(self.count()):
            item = self.item(row)
            layout = self.itemWidget(item).layout()
            if layout is None:
                continue
            height = layout.totalHeightForWidth(width)
            item.setSizeHint(QSize(width, height))
            total += height
        self.setFixedHeight(total + 2 * self.frameWidth())

"""The findings of an order, and which of them is looked at. One that a second approver has to open
is folded until then.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.findings import Finding, Suggestion
from timebok_desktop.domain.phrases import same
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import Case
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.belonging_together import together_with
from timebok_desktop.ui.orders.finding_card import LAST_DIGIT, CardOptions, FindingCard, SetAside
from timebok_desktop.ui.orders.second_look import awaits
from timebok_desktop.ui.theme import SPACE

_WITH_COMMAND = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class FindingsList(QListWidget):
    """The list of findings, as high as its content.

    Signals: `taken(Suggestion)`, `opened(rule)` when all of a flagged rule was opened,
    `pointed(field)` when another finding is looked at ("" for none or the whole order),
    `fieldWanted(field)` and `sourceWanted(field)`.
    """

    taken = Signal(object)
    opened = Signal(str)
    pointed = Signal(str)
    fieldWanted = Signal(str)
    sourceWanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cards: list[FindingCard] = []
        self._current = -1
        self.setObjectName("findingsList")
        self.setAccessibleName(self.tr("Findings"))
        self.setProperty("look", "cards")
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(0)
        self.currentRowChanged.connect(self._row_changed)

    # -- showing -------------------------------------------------------------------------------
    def show_case(self, case: Case, opened: frozenset[str]) -> None:
        """Show the findings of a case, the weightiest first as they come; then what the first
        approver set aside and no longer fires. The finding that was looked at still is, where it
        is the same."""
        before = self.current_finding()
        self.blockSignals(True)
        self.clear()
        self._cards, self._current = [], -1
        number = 1
        for finding in (*case.findings, *self._gone(case)):
            aside = _aside(case, finding.rule, opened)
            together = together_with(case.order, finding.rule)
            may_approve = Action.APPROVE in case.actions
            options = CardOptions(
                case.findings_snapshot,
                case.may_amend,
                number,
                aside,
                together,
                case.checklists.get(finding.rule, ()) if may_approve else (),
            )
            self._add(finding, options)
            number += len(finding.suggestions)
        self.blockSignals(False)
        self.setVisible(bool(self._cards))
        self._fit()
        kept = next((at for at, card in enumerate(self._cards) if card.finding == before), -1)
        self._point(kept)

    def show_nothing(self) -> None:
        """No finding is looked at any more."""
        self._point(-1)

    def _gone(self, case: Case) -> list[Finding]:
        """What the first approver set aside and does not fire any more."""
        first = case.first_approval
        fires = {finding.rule for finding in case.findings}
        words = self.tr("This warning does not apply any more.")
        return [
            Finding(rule, Severity.NOTE, "", same(words))
            for rule in (first.overrides if first is not None else ())
            if rule not in fires
        ]

    def _add(self, finding: Finding, options: CardOptions) -> None:
        card, item = FindingCard(finding, options, self._context), QListWidgetItem(self)
        place = len(self._cards)
        self._cards.append(card)
        item.setData(Qt.ItemDataRole.UserRole, finding.rule)
        card.taken.connect(self.taken)
        card.togetherWanted.connect(partial(self._context.queueWanted.emit, options.together))
        card.pressed.connect(partial(self.look_at, place))
        card.openWanted.connect(partial(self._opened_by_button, place))
        card.fieldWanted.connect(partial(self.fieldWanted.emit, finding.field))
        card.sourceWanted.connect(partial(self.sourceWanted.emit, finding.field))
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, SPACE.s)
        layout.addWidget(card)
        self.setItemWidget(item, holder)
        self._say(place)

    # -- which one is looked at ----------------------------------------------------------------
    def current_finding(self) -> Finding | None:
        """The finding that is looked at."""
        return self._cards[self._current].finding if self._current >= 0 else None

    def current_card(self) -> FindingCard | None:
        """Its card."""
        return self._cards[self._current] if self._current >= 0 else None

    def step(self, by: int) -> FindingCard | None:
        """Look at the next finding (or the one before), first of all at what is still folded;
        after the last comes the first."""
        count = len(self._cards)
        if not count:
            return None
        outside = -1 if by > 0 else 0
        start = self._current if self._current >= 0 else outside
        order = [(start + by * (away + 1)) % count for away in range(count)]
        place = next((one for one in order if self._cards[one].folded), order[0])
        self.look_at(place)
        card = self._cards[place]
        announce(self, card.spoken())
        return card

    def look_at_field(self, field: str) -> bool:
        """Look at the weightiest finding of a field, if it has one."""
        weights = {Severity.STOP: 0, Severity.WARNING: 1, Severity.NOTE: 2}
        own = [at for at, card in enumerate(self._cards) if card.finding.field == field]
        if own:
            self.look_at(min(own, key=lambda at: weights[self._cards[at].finding.severity]))
        return bool(own)

    def look_at(self, place: int) -> None:
        """Look at one of the findings; it is open from now on."""
        card = self._cards[place]
        if card.folded:
            card.open_up()
            self._fit()
            rule = card.finding.rule
            if not any(one.folded for one in self._cards if one.finding.rule == rule):
                self.opened.emit(rule)
        self._say(place)
        self._point(place)

    def _opened_by_button(self, place: int) -> None:
        self.setFocus()  # the button that has the focus goes away
        self.look_at(place)
        announce(self, self._cards[place].spoken())

    def _row_changed(self, row: int) -> None:
        """The arrows have moved in the list: another finding is looked at, but not opened."""
        if row >= 0 and row != self._current:
            self._point(row)

    def _point(self, place: int) -> None:
        self._current = place
        for at, card in enumerate(self._cards):
            card.point_at(current=at == place)
        if self.currentRow() != place:
            self.blockSignals(True)
            self.setCurrentRow(place)
            self.blockSignals(False)
        finding = self.current_finding()
        self.pointed.emit(finding.field if finding is not None else "")

    def _say(self, place: int) -> None:
        """Let a screen reader read the row as the card stands."""
        spoken = self._cards[place].spoken()
        self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    # -- keys ----------------------------------------------------------------------------------
    def suggestion(self, number: int) -> Suggestion | None:
        """The suggestion with this key."""
        offers = [one for card in self._cards for one in card.finding.suggestions]
        return offers[number - 1] if 1 <= number <= min(LAST_DIGIT, len(offers)) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens a finding; digits take suggestions and letters are commands, as in the list
        of orders."""
        text, plain = event.text(), not event.modifiers() & _WITH_COMMAND
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.look_at(self._current)
            announce(self, self._cards[self._current].spoken())
            return
        if plain and text.isdecimal():
            event.ignore()  # the panel takes the suggestion
            return
        action = self._context.actions.of_letter(text) if plain and text.strip() else None
        if action is not None:
            if action.isEnabled():
                action.trigger()
            return
        super().keyPressEvent(event)

    # -- layout --------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped texts may need more or fewer lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, total = self.viewport().width(), 0
        for row in range(self.count()):
            item = self.item(row)
            holder = self.itemWidget(item)
            layout = holder.layout() if holder is not None else None  # None: being put in just now
            if layout is None:
                continue
            layout.invalidate()
            layout.activate()
            height = layout.totalHeightForWidth(width)
            item.setSizeHint(QSize(width, height))
            total += height
        self.setFixedHeight(total + 2 * self.frameWidth())


def _aside(case: Case, rule: str, opened: frozenset[str]) -> SetAside | None:
    """Why the first approver set a rule aside; folded only for who may approve now."""
    first = case.first_approval
    if first is None or rule not in case.to_see:
        return None
    is_open = rule in opened or not awaits(case)
    return SetAside(first.by, first.overrides.get(rule, ""), opened=is_open)

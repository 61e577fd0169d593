"""The panel of the decision: one order with all that its decision rests on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.letter_kinds import kind_for
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.letter_views import ProposedLetter
from timebok_desktop.services.reasons import proposed_reason
from timebok_desktop.services.views import BulkPreview, Case
from timebok_desktop.ui.cards import scrolled
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.bulk import BulkForm
from timebok_desktop.ui.orders.case_head import CaseHead
from timebok_desktop.ui.orders.case_tabs import CaseTabs
from timebok_desktop.ui.orders.comparison import Comparison
from timebok_desktop.ui.orders.decision_bar import DecisionBar
from timebok_desktop.ui.orders.details import OrderDetails
from timebok_desktop.ui.orders.draft_notice import DraftNotice
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.empty_state import EmptyState
from timebok_desktop.ui.orders.fields import OURS, amendable_values, field_rows
from timebok_desktop.ui.orders.findings_list import FindingsList
from timebok_desktop.ui.orders.form_area import FormArea
from timebok_desktop.ui.orders.forms import AmendForm, InlineForm, ReasonForm
from timebok_desktop.ui.orders.hand_over import HandOverForm
from timebok_desktop.ui.orders.letter_sheet import LetterSheet, Pending
from timebok_desktop.ui.orders.matter import Matter
from timebok_desktop.ui.orders.note_form import NoteForm
from timebok_desktop.ui.orders.override_form import OverrideForm
from timebok_desktop.ui.orders.second_look import FirstLook, Opened, words_for_bar
from timebok_desktop.ui.orders.upright import Upright
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

WITH_LETTER = frozenset({Action.REQUEST_INFORMATION, Action.REJECT})
"""Decisions that a letter can be written together with."""


class ReviewPanel(QFrame):
    """Shows a case. Signals: `backWanted()`, `frontWanted()` where it must be seen,
    `digitPressed(number)`, `partOpened()` when a second approver opened something that was flagged;
    the forms and lists inside tell the page themselves what was filled in.
    """

    backWanted = Signal()
    frontWanted = Signal()
    digitPressed = Signal(int)
    partOpened = Signal()
    sourceWanted = Signal(str)

    def __init__(
        self, context: Context, drafts: DraftKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.drafts = drafts
        self.setObjectName("reviewPanel")
        self.setAccessibleName(self.tr("Review"))
        dress(self, look="card")
        self._context = context
        self.case: Case | None = None
        self.head = CaseHead(context)
        self.head.backWanted.connect(self.backWanted)
        self.opened = Opened()
        self.first_look = FirstLook(context)
        self.comparison = Comparison()
        self.findings = FindingsList(context)
        self._findings_title = Text(self.tr("Findings"), "heading")
        self._no_findings = Text("", "muted", wrap=True)
        self.details = OrderDetails()
        self.tabs = CaseTabs(context)
        self.reason_form = ReasonForm(context, drafts)
        self.override_form = OverrideForm(context, drafts)
        self.amend_form = AmendForm(drafts)
        self.note_form = NoteForm(drafts)
        self.hand_over_form = HandOverForm(context)
        self.letter = LetterSheet(context, drafts)
        self.links = self.head.links
        self.notice = DraftNotice(context, drafts)
        self.bulk_form = BulkForm(context)
        self.bar = DecisionBar(context.actions)
        self.empty = EmptyState()
        self._lay_out()
        self.comparison.amendWanted.connect(self.open_amendment)
        self.findings.opened.connect(self._part_opened)
        self.findings.pointed.connect(self.comparison.point_at)
        self.findings.sourceWanted.connect(self.show_source)
        self.tabs.sourceWanted.connect(self.sourceWanted)
        drafts.changed.connect(self._show_notice)
        for form in self.forms():
            form.closed.connect(self._show_notice)
        self.letter.closed.connect(self._letter_closed)

    # -- showing -------------------------------------------------------------------------------
    def show_case(self, case: Case) -> None:
        """Show another case, or the same one as it stands now."""
        if self.case is None or self.case.order.reference != case.order.reference:
            self.close_forms()
            self.findings.show_nothing()
            self._scroll.verticalScrollBar().setValue(0)
        self.case = case
        self.drafts.look_at(case.order.reference, case.correspondence.drafts)
        self.opened.look_at(case, self._context.user)
        self.first_look.show_case(case)
        rows = field_rows(case, self._context.language)
        self.head.show_case(case)
        self.comparison.show_rows(rows, case.findings, may_amend=case.may_amend)
        self.findings.show_case(case, self.opened.rules())
        self._no_findings.setText(self._finding_nothing(case))
        self._no_findings.setVisible(not case.findings or not case.verified)
        self.details.show_case(case)
        self.tabs.show_case(case)
        self.letter.note_status(case.order.status)
        self.bar.offer_letter(wanted=kind_for(case.order.status) is not None)
        self._explain(case)
        self._stack.setCurrentIndex(0)

    def _explain(self, case: Case) -> None:
        blocked = case.blocked.get(Action.APPROVE)
        words = words_for_bar(case, self.opened, self._context)
        self.bar.explain(self._context.say(blocked) if blocked is not None else words)
        self.bar.offer_opening(wanted=bool(self.opened.missing(case)))

    def _part_opened(self, rule: str) -> None:
        self.opened.add(rule)
        if self.case is not None:
            self._explain(self.case)
        self.partOpened.emit()

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll the matter to a widget, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget, 0, SPACE.xl))

    def show_nothing(self) -> None:
        """No order is looked at."""
        self.case = None
        self.close_forms()
        self.drafts.look_at("", {})
        self.empty.say(
            self.tr("No order chosen"),
            self.tr("Choose an order in the list to see what it asks for and what AR says."),
        )
        self._stack.setCurrentIndex(1)

    # -- forms ---------------------------------------------------------------------------------
    def open_reason(self, action: Action, codes: Mapping[str, Phrase]) -> None:
        """Ask why, with the reason proposed that the findings speak for."""
        self.close_forms()
        rules = [one.rule for one in self.case.findings] if self.case is not None else []
        proposed = proposed_reason(action, rules)
        self.reason_form.open_for(action, codes, proposed, may_write=action in WITH_LETTER)
        self._show_notice()

    def open_overrides(self, rules: frozenset[str]) -> None:
        """Ask why warnings are set aside."""
        if self.case is None:
            return
        self.close_forms()
        by_rule = {one.rule: one for one in self.case.findings if one.rule in rules}
        self.override_form.open_for(tuple(by_rule.values()), self.case.checklists)
        self._show_notice()

    def open_note(self) -> None:
        """Ask for a note."""
        if self.case is not None:
            self.close_forms()
            self.note_form.open_note()
            self._show_notice()

    def open_letter(self, proposed: ProposedLetter, pending: Pending | None) -> None:
        """Show a letter in the place of the matter; the head and the decisions stay."""
        self.close_forms()
        self.letter.open_letter(proposed, pending)
        self._matter.setCurrentWidget(self._letter_place)
        self._show_notice()

    def show_letters(self) -> None:
        """Show what was written."""
        self.tabs.setCurrentWidget(self.tabs.written)
        self._scroll.ensureWidgetVisible(self.tabs)

    def _letter_closed(self) -> None:
        self._matter.setCurrentWidget(self._scroll)
        self._show_notice()

    def _show_notice(self) -> None:
        busy = any(not form.isHidden() for form in self.forms()) or not self.letter.isHidden()
        self.notice.show_drafts(wanted=not busy)

    def open_bulk(
        self, action: Action, preview: BulkPreview, codes: Mapping[str, Phrase] | None
    ) -> None:
        """Show what an action would do to many orders."""
        self.close_forms()
        self.bulk_form.open_for(action, preview, codes)

    def open_amendment(self, field: str = "") -> None:
        """Ask for another value."""
        if self.case is not None and self.case.may_amend:
            self.close_forms()
            values = amendable_values(self.case, self._context.language)
            self.amend_form.open_for(values, field or self._first_to_amend(values))
            self._show_notice()

    def _first_to_amend(self, values: Mapping[str, str]) -> str:
        """The field of the weightiest finding, "" where no finding stands at a field."""
        findings = self.case.findings if self.case is not None else ()
        return next(
            (
                one.field
                for severity in (Severity.STOP, Severity.WARNING)
                for one in findings
                if one.severity is severity and one.field in values
            ),
            "",
        )

    def show_source(self, field: str = "") -> None:
        """Show where the order stands in its file, at a field or that of the current finding."""
        self.frontWanted.emit()
        finding = self.findings.current_finding()
        asked = field or self.comparison.pointed or (finding.field if finding is not None else "")
        asked = asked if asked not in OURS else "her_id"
        self.tabs.show_source_of(asked)
        self.sourceWanted.emit(asked or "her_id")
        self._scroll.ensureWidgetVisible(self.tabs)

    def show_citizen(self) -> None:
        """Show what the citizen meets."""
        self.frontWanted.emit()
        self.tabs.setCurrentWidget(self.tabs.citizen)
        self._scroll.ensureWidgetVisible(self.tabs)
        self.tabs.citizen.take_focus()

    def close_forms(self) -> None:
        """Take all forms and the letter away."""
        for form in self.forms():
            form.close_form()
        self.letter.close_letter()

    def offer_way_back(self, *, wanted: bool) -> None:
        """Show or hide the button back to the list."""
        self.head.back.setVisible(wanted)

    @property
    def has_taken_over(self) -> bool:
        """Whether the panel stands in the place of the list, with a way back."""
        return not self.head.back.isHidden()

    def take_focus(self) -> None:
        """The panel has taken over: begin at the way back."""
        self.head.back.setFocus()

    def forms(self) -> tuple[InlineForm, ...]:
        """All inline forms."""
        return (
            self.reason_form,
            self.override_form,
            self.amend_form,
            self.note_form,
            self.hand_over_form,
            self.bulk_form,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that no field inside has taken is the number of a suggestion. Escape goes back
        to the list that the panel has taken over from."""
        if event.key() == Qt.Key.Key_Escape and self.has_taken_over:
            self.backWanted.emit()
            return
        if event.text().isdecimal() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.digitPressed.emit(int(event.text()))
            return
        super().keyPressEvent(event)

    # -- words ---------------------------------------------------------------------------------
    def _finding_nothing(self, case: Case) -> str:
        if case.order.outcome is None:
            return self.tr("Nothing is known yet: the order has not been verified.")
        if not case.verified:
            return self.tr("These findings rest on an older registry extract.")
        return self.tr("No findings. Everything that was compared agrees.")

    # -- layout --------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        body = QWidget()
        body.setProperty("look", "scrolled")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, SPACE.m)
        inside.setSpacing(SPACE.m)
        inside.addWidget(self.first_look)
        inside.addWidget(self.comparison)
        inside.addWidget(self._findings_title)
        inside.addWidget(self._no_findings)
        inside.addWidget(self.findings)
        inside.addWidget(Text(self.tr("About the order"), "heading"))
        inside.addWidget(self.details)
        inside.addWidget(self.tabs)
        inside.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("The order in detail"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(body)
        self._matter = Matter()
        self._matter.addWidget(self._scroll)
        self._letter_place = scrolled(self.letter)
        self._matter.addWidget(self._letter_place)
        self._matter.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        content = Upright()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(_line())
        layout.addWidget(self._matter, 1)
        layout.addWidget(_line())
        layout.addWidget(FormArea((*self.forms(), self.notice), self))
        layout.addWidget(self.bar)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.show_nothing()


def _line() -> QFrame:
    line = QFrame()
    dress(line, look="line")
    return line

"""The panel of the decision: one order with all that its decision rests on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.codes import KIND_WORDS, OUTCOME_WORDS, STATUS_WORDS, Severity
from timebok_desktop.domain.letter_kinds import kind_for
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.letter_views import ProposedLetter
from timebok_desktop.services.reasons import proposed_reason
from timebok_desktop.services.views import BulkPreview, Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Chip, ElidedText, IdentifierText, Text
from timebok_desktop.ui.orders.bulk import BulkForm
from timebok_desktop.ui.orders.case_links import CaseLinks
from timebok_desktop.ui.orders.case_tabs import CaseTabs
from timebok_desktop.ui.orders.comparison import Comparison
from timebok_desktop.ui.orders.decision_bar import DecisionBar
from timebok_desktop.ui.orders.details import OrderDetails
from timebok_desktop.ui.orders.draft_notice import DraftNotice
from timebok_desktop.ui.orders.drafts import DraftKeeper
from timebok_desktop.ui.orders.empty_state import EmptyState
from timebok_desktop.ui.orders.fields import amendable_values, field_rows
from timebok_desktop.ui.orders.findings_list import FindingsList
from timebok_desktop.ui.orders.forms import AmendForm, InlineForm, ReasonForm
from timebok_desktop.ui.orders.hand_over import HandOverForm
from timebok_desktop.ui.orders.letter_sheet import LetterSheet, Pending
from timebok_desktop.ui.orders.matter import Matter
from timebok_desktop.ui.orders.note_form import NoteForm
from timebok_desktop.ui.orders.override_form import OverrideForm
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME, tone_of_status
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, moment_in_words, waiting_in_words

WITH_LETTER = frozenset({Action.REQUEST_INFORMATION, Action.REJECT})
"""Decisions that a letter can be written together with."""


class ReviewPanel(QFrame):
    """Shows a case. Signals: `backWanted()`, `frontWanted()` where it must be seen; the forms and
    lists inside tell the page themselves what was filled in.
    """

    backWanted = Signal()
    frontWanted = Signal()

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
        self._make_head()
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
        self.links = CaseLinks(context)
        self.notice = DraftNotice(context, drafts)
        self.bulk_form = BulkForm(context)
        self.bar = DecisionBar(context.actions)
        self.empty = EmptyState()
        self._lay_out()
        self.comparison.amendWanted.connect(self.open_amendment)
        drafts.changed.connect(self._show_notice)
        for form in self.forms():
            form.closed.connect(self._show_notice)
        self.letter.closed.connect(self._letter_closed)

    # -- showing -------------------------------------------------------------------------------
    def show_case(self, case: Case) -> None:
        """Show another case, or the same one as it stands now."""
        if self.case is None or self.case.order.reference != case.order.reference:
            self.close_forms()
            self._scroll.verticalScrollBar().setValue(0)
        self.case = case
        self.drafts.look_at(case.order.reference, case.correspondence.drafts)
        self.links.show_case(case)
        rows = field_rows(case, self._context.language)
        self._show_head(case)
        self.comparison.show_rows(rows, case.findings, may_amend=case.may_amend)
        self.findings.show_findings(case.findings, case.findings_snapshot, may_amend=case.may_amend)
        self._no_findings.setText(self._finding_nothing(case))
        self._no_findings.setVisible(not case.findings or not case.verified)
        self.details.show_case(case)
        self.tabs.show_case(case)
        self.letter.note_status(case.order.status)
        self.bar.offer_letter(wanted=kind_for(case.order.status) is not None)
        blocked = case.blocked.get(Action.APPROVE)
        self.bar.explain(
            self._context.say(blocked) if blocked is not None else self._confirmed_words(case)
        )
        self._stack.setCurrentIndex(0)

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

    def open_overrides(self, rules: frozenset[str], checklist: tuple[Phrase, ...]) -> None:
        """Ask why warnings are set aside."""
        if self.case is None:
            return
        self.close_forms()
        by_rule = {one.rule: one for one in self.case.findings if one.rule in rules}
        self.override_form.open_for(tuple(by_rule.values()), checklist)
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
        self._matter.setCurrentWidget(self.letter)
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

    def show_source(self) -> None:
        """Show where the order stands in its file."""
        self.frontWanted.emit()
        self.tabs.setCurrentWidget(self.tabs.source)
        self._scroll.ensureWidgetVisible(self.tabs)
        self.tabs.source.setFocus()

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
        self._back.setVisible(wanted)

    def take_focus(self) -> None:
        """The panel has taken over: begin at the way back."""
        self._back.setFocus()

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

    # -- the head ------------------------------------------------------------------------------
    def _make_head(self) -> None:
        self._back = QPushButton(self.tr("Back to the list"))
        set_icon(self._back, "back", "accent")
        dress(self._back, look="quiet")
        self._back.setAccessibleName(self.tr("Back to the list"))
        self._back.clicked.connect(self.backWanted)
        self._back.hide()
        self._title = ElidedText("", "heading")
        self._reference = IdentifierText()
        self._outcome = Chip()
        self._status = Chip()
        self._when = Text("", "muted")
        self._evidence = ElidedText("", "small")

    def _show_head(self, case: Case) -> None:
        order, say = case.order, self._context.say
        place = case.municipality_title or order.municipality_name
        kind = say(KIND_WORDS[order.kind])
        self._title.setText(
            spelled_out(f"{order.municipality_number} {place} · {order.category} · {kind}")
        )
        self._reference.show_identifier(order.reference, order.reference)
        if order.outcome is None:
            self._outcome.show_state(self.tr("Not verified"), "neutral")
        else:
            self._outcome.show_state(
                say(OUTCOME_WORDS[order.outcome]), TONE_OF_OUTCOME[order.outcome]
            )
        self._status.show_state(say(STATUS_WORDS[order.status]), tone_of_status(order.status))
        sent_before = order.waiting_since < order.received_at
        words = self.tr("sent in {moment}") if sent_before else self.tr("received {moment}")
        waiting = words.format(moment=moment_in_words(order.waiting_since, self._context.now()))
        held = self.tr("held by {holder}").format(holder=case.holder) if case.holder else ""
        self._when.setText(" · ".join(part for part in (waiting, held) if part))
        exact = waiting_in_words(order.received_at, order.waiting_since)
        self._when.setToolTip(plain_tooltip(exact))
        self._when.setAccessibleDescription(exact)
        self._evidence.setText(self._evidence_words(case))

    def _evidence_words(self, case: Case) -> str:
        if case.findings_snapshot is None:
            return self.tr("Not verified yet. F5 verifies.")
        moment = exact_moment(case.findings_snapshot.taken_at)
        if case.verified:
            return self.tr("Verified against the registry extract of {moment}").format(
                moment=moment
            )
        return self.tr("Verified against an older extract, of {moment}. F5 verifies again.").format(
            moment=moment
        )

    def _confirmed_words(self, case: Case) -> str:
        """What a second approval confirms beside the order, "" where that is nothing."""
        if not case.confirmed_overrides or Action.APPROVE not in case.actions:
            return ""
        say = self._context.say
        reasons = "; ".join(
            f"{say(RULES[rule].title) if rule in RULES else rule}: {reason}"
            for rule, reason in case.confirmed_overrides.items()
        )
        return self.tr("Approving also confirms these reasons. {reasons}").format(reasons=reasons)

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
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        self._matter = Matter()
        self._matter.addWidget(self._scroll)
        self._matter.addWidget(self.letter)
        forms = QVBoxLayout()
        forms.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, 0)
        for form in (*self.forms(), self.notice):
            forms.addWidget(form)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head_layout())
        layout.addWidget(_line())
        layout.addWidget(self._matter, 1)
        layout.addWidget(_line())
        layout.addLayout(forms)
        layout.addWidget(self.bar)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        self._stack.addWidget(content)
        self._stack.addWidget(self.empty)
        self.show_nothing()

    def _head_layout(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self._reference)
        second = QHBoxLayout()
        second.setSpacing(SPACE.s)
        second.addWidget(self._outcome)
        second.addWidget(self._status)
        second.addWidget(self._when)
        second.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.s)
        head.setSpacing(SPACE.s)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(first)
        head.addLayout(second)
        head.addWidget(self._evidence)
        head.addWidget(self.links)
        return head


def _line() -> QFrame:
    line = QFrame()
    dress(line, look="line")
    return line

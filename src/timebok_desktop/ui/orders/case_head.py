"""The head of the panel: which order it is, how it stands, and what its findings rest on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import KIND_WORDS, OUTCOME_WORDS, STATUS_WORDS
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.services.views import Case
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Chip, ElidedText, IdentifierText, Text
from timebok_desktop.ui.orders.case_links import CaseLinks
from timebok_desktop.ui.orders.holding_words import case_held, is_held_long
from timebok_desktop.ui.orders.urgency_words import told_in_passing
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME, tone_of_status
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_moment, moment_in_words, waiting_in_words


class CaseHead(QWidget):
    """Signal `backWanted()` of the way back to the list, which is there in narrow windows."""

    backWanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: Case | None = None
        context.actions.keysChanged.connect(self._name_key)
        self.links = CaseLinks(context)
        self.back = QPushButton(self.tr("Back to the list"))
        set_icon(self.back, "back", "accent")
        dress(self.back, look="quiet")
        self.back.setAccessibleName(self.tr("Back to the list"))
        self.back.clicked.connect(self.backWanted)
        self.back.hide()
        self._title = ElidedText("", "heading")
        self._reference = IdentifierText()
        self._outcome = Chip()
        self._status = Chip()
        self._when = Text("", "muted", wrap=True)
        self._why = ElidedText("", "strong")
        self._held = ElidedText("", "strong")
        self._held.hide()
        self._evidence = ElidedText("", "small")
        self._lay_out()

    def show_case(self, case: Case) -> None:
        """Show another case."""
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
        self._tell_holder(case, waiting)
        exact = waiting_in_words(order.received_at, order.waiting_since)
        self._when.setToolTip(plain_tooltip(exact))
        self._when.setAccessibleDescription(exact)
        why = told_in_passing(case.urgency, self._context.now())
        self._why.setText(why[:1].upper() + why[1:])
        self._why.setVisible(bool(why))
        self._case = case
        self._evidence.setText(self._evidence_words(case))
        self.links.show_case(case)

    def _tell_holder(self, case: Case, waiting: str) -> None:
        """Who has the case since when, in a line of its own where that is long."""
        now, limit = self._context.now(), self._context.claimed_limit
        held = case_held(case, now, limit)
        is_long = is_held_long(case.order.status, case.held_since, now, limit)
        self._held.setText(f"▲ {held[:1].upper()}{held[1:]}" if is_long else "")
        self._held.setVisible(is_long)
        beside = "" if is_long else held
        self._when.setText(" · ".join(part for part in (waiting, beside) if part))

    def _name_key(self) -> None:
        if self._case is not None:
            self._evidence.setText(self._evidence_words(self._case))

    def _evidence_words(self, case: Case) -> str:
        key = self._context.actions.key("verifyAction")
        if case.findings_snapshot is None:
            return self.tr("Not verified yet. {key} verifies.").format(key=key)
        moment = exact_moment(case.findings_snapshot.taken_at)
        if case.verified:
            return self.tr("Verified against the registry extract of {moment}").format(
                moment=moment
            )
        return self.tr(
            "Verified against an older extract, of {moment}. {key} verifies again."
        ).format(moment=moment, key=key)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self._reference)
        second = QHBoxLayout()
        second.setSpacing(SPACE.s)
        second.addWidget(self._outcome)
        second.addWidget(self._status)
        second.addWidget(self._when, 1)
        head = QVBoxLayout(self)
        head.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.s)
        head.setSpacing(SPACE.s)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(first)
        head.addLayout(second)
        head.addWidget(self._held)
        head.addWidget(self._why)
        head.addWidget(self._evidence)
        head.addWidget(self.links)

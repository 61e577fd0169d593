"""The preview of a decision on many orders: what it changes, what it leaves as it is, and why; one
confirmation for all of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from timebok_desktop.domain.codes import KIND_WORDS, Outcome, Status
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.services.views import (
    BulkChange,
    BulkOutcome,
    BulkPreview,
    HeldBack,
    OrderQuery,
)
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.orders.reason_choices import ReasonFields
from timebok_desktop.ui.wording import grouped_count

DECIDABLE = (Status.RECEIVED, Status.IN_REVIEW, Status.ON_HOLD)
_NAMED = 3
"""So many references are named with a reason; the rest are counted."""


def clear_ones(query: OrderQuery) -> OrderQuery:
    """The clear orders of a query that wait for their first approval."""
    return replace(query, view="all", statuses=DECIDABLE, outcomes=(Outcome.CLEAR,))


class BulkForm(InlineForm):
    """The combined list; `given(BulkPreview, Action, str)` with the reason, "" where none is asked
    for."""

    given = Signal(object, object, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkForm")
        self._context = context
        self._preview = BulkPreview(array("q"), (), ())
        self._action = Action.APPROVE
        self.list = QListWidget()
        self.list.setObjectName("bulkList")
        self.list.setAccessibleName(self.tr("What is decided"))
        self.list.setMinimumHeight(200)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = ReasonFields(context)
        self.reason.entered.connect(self.submit)
        self.body.addWidget(self.list)
        self.body.addWidget(self.reason)

    def open_for(
        self, action: Action, preview: BulkPreview, codes: Mapping[str, Phrase] | None
    ) -> None:
        """Show what an action would do; `codes` are the reasons offered, None where none is asked
        for.
        """
        self._preview, self._action = preview, action
        self.list.clear()
        self.list.addItems([self._changed(one) for one in preview.changes])
        self.list.addItems(refused_lines(preview.refused, self._context))
        if self.list.count():
            self.list.setCurrentRow(0)
        count, word = len(preview.ids), self._context.say(ACTION_WORDS[action])
        self.confirm.setEnabled(count > 0)
        self.reason.setVisible(codes is not None and count > 0)
        self.reason.offer(codes or {})
        if not count:
            heading = self.tr("{action}: none of these orders can be decided so.")
        elif preview.refused:
            heading = self.tr("{action}: {count} orders? {refused} stay as they are.")
        else:
            heading = self.tr("{action}: {count} orders?")
        shown = {"count": grouped_count(count), "refused": grouped_count(len(preview.refused))}
        confirm = self.tr("{action} ({count})").format(action=word, **shown)
        self.open_form(heading.format(action=word, **shown), confirm, self.list)

    def digit_pressed(self, digit: int) -> bool:
        """The reason of this number."""
        return not self.reason.isHidden() and self.reason.code.press(digit)

    def submit(self) -> None:
        """All that go through."""
        reason = ""
        if not self.reason.isHidden():
            reason = self.reason.reason()
            if not reason:
                self.complain(self.reason.complaint(), self.reason.text)
                return
        self.hide()
        self.given.emit(self._preview, self._action, reason)

    def outcome_words(self, action: Action, outcome: BulkOutcome) -> tuple[str, str]:
        """How many were decided, and why the others were not."""
        text = self.tr("{action}: done for {done} orders.")
        if outcome.refused:
            text = self.tr("{action}: done for {done} orders, {refused} stay as they were.")
        told = text.format(
            action=self._context.say(ACTION_WORDS[action]),
            done=grouped_count(outcome.done),
            refused=grouped_count(len(outcome.refused)),
        )
        if outcome.decisions and action is not Action.UNDO:
            told = " ".join((told, self.tr("U takes all of it back.")))
        return told, "\n".join(refused_lines(outcome.refused, self._context))

    def _changed(self, change: BulkChange) -> str:
        kind = self._context.say(KIND_WORDS[change.kind])
        matter = " · ".join(part for part in (kind, change.category, change.form) if part)
        return f"{matter}: {grouped_count(change.orders)}"


def refused_lines(refused: Iterable[HeldBack], context: Context) -> list[str]:
    """One line a reason, with the first references that it holds for."""
    by_reason: dict[str, list[str]] = {}
    for one in refused:
        by_reason.setdefault(context.say(one.why), []).append(one.reference)
    return [f"▲ {why} ({_named(references)})" for why, references in by_reason.items()]


def _named(references: list[str]) -> str:
    more = len(references) - _NAMED
    named = ", ".join(references[:_NAMED])
    return f"{named} + {grouped_count(more)}" if more > 0 else named

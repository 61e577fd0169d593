"""The preview of a decision on many orders: what it changes, what it leaves as it is, and why; one
confirmation for all of it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from timebok_desktop.domain.codes import KIND_WORDS, Outcome, Status
from timebok_desktop.domain.odd_signs import spelled_out
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.services.views import (
    BulkChange,
    BulkOrder,
    BulkOutcome,
    BulkPreview,
    Effect,
    HeldBack,
    OrderQuery,
)
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.bulk_list import BulkList
from timebok_desktop.ui.orders.fields import title
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.orders.reason_choices import ReasonFields
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.wording import grouped_count

DECIDABLE = (Status.RECEIVED, Status.IN_REVIEW, Status.ON_HOLD)
_NAMED = 3
"""So many references are named with a reason; the rest are counted."""
NONE = "–"


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
        self.summary = Text("", wrap=True)
        self.list = BulkList()
        self.reason = ReasonFields(context)
        self.reason.entered.connect(self.submit)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.list)
        self.body.addWidget(self.reason)

    def open_for(
        self, action: Action, preview: BulkPreview, codes: Mapping[str, Phrase] | None
    ) -> None:
        """Show what an action would do; `codes` are the reasons offered, None where none is asked
        for.
        """
        self._preview, self._action = preview, action
        lines: list[tuple[str, Sequence[str]]] = [
            (self._changed(change), [_named_order(one) for one in change.members])
            for change in preview.changes
        ]
        lines += [
            (f"▲ {why}: {grouped_count(len(references))}", references)
            for why, references in by_reason(preview.refused, self._context).items()
        ]
        self.list.show_lines(lines)
        self._sum_up(preview)
        count, word = len(preview.ids), self._context.say(ACTION_WORDS[action])
        allow(self.confirm, "" if count else self.tr("None of these orders can be decided so."))
        self.reason.setVisible(codes is not None and count > 0)
        self.reason.offer(codes or {})
        if not count:
            heading = self.tr("{action}: none of these orders can be decided so.")
        elif preview.refused:
            heading = self.tr("{action}: {count} order(s)? {refused} stay as they are.", "", count)
        else:
            heading = self.tr("{action}: {count} order(s)?", "", count)
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
        self.put_away()
        self.given.emit(self._preview, self._action, reason)

    def outcome_words(self, action: Action, outcome: BulkOutcome) -> tuple[str, str]:
        """How many were decided, and why the others were not."""
        text = self.tr("{action}: done for {done} order(s).", "", outcome.done)
        if outcome.refused:
            text = self.tr(
                "{action}: done for {done} order(s), {refused} stay as they were.", "", outcome.done
            )
        told = text.format(
            action=self._context.say(ACTION_WORDS[action]),
            done=grouped_count(outcome.done),
            refused=grouped_count(len(outcome.refused)),
        )
        if outcome.decisions and action is not Action.UNDO:
            told = " ".join(
                (
                    told,
                    self.tr("{key} takes all of it back.").format(
                        key=self._context.actions.key("undoAction", in_list=True)
                    ),
                )
            )
        return told, "\n".join(refused_lines(outcome.refused, self._context))

    def _sum_up(self, preview: BulkPreview) -> None:
        """How many configurations there will be more, other and fewer."""
        counts = Counter[Effect]()
        for change in preview.changes:
            counts[change.effect] += change.orders
        words = {
            Effect.NEW: self.tr("{count} new", "", counts[Effect.NEW]),
            Effect.CHANGED: self.tr("{count} changed", "", counts[Effect.CHANGED]),
            Effect.ENDED: self.tr("{count} ended", "", counts[Effect.ENDED]),
            Effect.SAME: self.tr("{count} as they are", "", counts[Effect.SAME]),
            Effect.TAKEN_BACK: self.tr("{count} taken back", "", counts[Effect.TAKEN_BACK]),
        }
        told = [
            text.format(count=grouped_count(counts[effect]))
            for effect, text in words.items()
            if counts[effect]
        ]
        text = self.tr("Configurations: {parts}.").format(parts=", ".join(told)) if told else ""
        if told and preview.waits:
            text = " ".join((text, self.tr("They apply once another caseworker has approved.")))
        self.summary.setText(text)
        self.summary.setVisible(bool(text))

    def _changed(self, change: BulkChange) -> str:
        effects = {
            Effect.NEW: self.tr("New"),
            Effect.CHANGED: self.tr("Changed"),
            Effect.ENDED: self.tr("Ended"),
            Effect.SAME: self.tr("As it is"),
            Effect.TAKEN_BACK: self.tr("Taken back"),
        }
        kind = self._context.say(KIND_WORDS[change.kind])
        form = change.form
        if "form" in change.fields:
            form = f"{change.form_before or NONE} → {change.form or NONE}"
        others = ", ".join(title(field) for field in change.fields if field != "form")
        parts = (effects.get(change.effect, kind), change.category, form, others)
        matter = " · ".join(part for part in parts if part)
        places = self.tr("{count} municipality(ies)", "", change.municipalities).format(
            count=grouped_count(change.municipalities)
        )
        if change.municipalities:
            matter = f"{matter} ({places})"
        return f"{matter}: {grouped_count(change.orders)}"


def by_reason(refused: Iterable[HeldBack], context: Context) -> dict[str, list[str]]:
    """The references that each reason holds for."""
    found: dict[str, list[str]] = {}
    for one in refused:
        found.setdefault(context.say(one.why), []).append(one.reference)
    return found


def refused_lines(refused: Iterable[HeldBack], context: Context) -> list[str]:
    """One line a reason, with the first references that it holds for."""
    return [
        f"▲ {why} ({_named(references)})" for why, references in by_reason(refused, context).items()
    ]


def _named_order(order: BulkOrder) -> str:
    place = spelled_out(f"{order.municipality_number} {order.municipality_name}".strip())
    return " · ".join(part for part in (order.reference, place) if part)


def _named(references: list[str]) -> str:
    more = len(references) - _NAMED
    named = ", ".join(references[:_NAMED])
    return f"{named} + {grouped_count(more)}" if more > 0 else named

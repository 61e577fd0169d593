"""Decides many orders at once: asks for the preview, shows it, carries out what is confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import ACTION_WORDS, Action
from timebok_desktop.services.views import BulkOutcome, BulkPreview, OrderQuery
from timebok_desktop.ui.orders.bulk import clear_ones
from timebok_desktop.ui.orders.forms import NEEDS_REASON
from timebok_desktop.ui.wording import grouped_count

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.ui.orders.page import OrdersPage

BULK_ACTIONS = frozenset(
    {
        Action.APPROVE,
        Action.REQUEST_INFORMATION,
        Action.HOLD,
        Action.REJECT,
        Action.CLAIM,
        Action.RELEASE,
        Action.WITHDRAW,
    }
)
Offer = tuple[BulkPreview, Mapping[str, Phrase] | None]


class BulkDecisions(QObject):
    """The way of a decision on the selected orders, or on all clear ones of the list."""

    def __init__(self, page: OrdersPage) -> None:
        super().__init__(page)
        self._page = page
        page.panel.bulk_form.given.connect(self._decide)
        page.list.table.orderChosen.connect(self._moved)

    def offer(self, action: Action) -> None:
        """Show what an action would do to the selected orders."""
        page = self._page
        ids = page.list.table.selected_ids()
        page.ask(
            _offer,
            page.desk,
            ids,
            action,
            page.context.user,
            done=partial(self._open, action),
            latest="bulk",
        )

    def offer_clear(self) -> None:
        """Show what approving every clear order of the list would do."""
        page = self._page
        page.ask(
            _offer_clear,
            page.desk,
            clear_ones(page.list.filters.query()),
            page.context.user,
            done=partial(self._open, Action.APPROVE),
            latest="bulk",
        )

    def undo(self, decisions: range) -> None:
        """Take back all of one decision on many orders."""
        page = self._page
        page.act(
            page.desk.undo_many,
            decisions,
            page.context.user,
            words=self.tr("{action}: {count} order(s)", "", len(decisions)).format(
                action=page.context.say(ACTION_WORDS[Action.UNDO]),
                count=grouped_count(len(decisions)),
            ),
            done=self._undone,
        )

    def _moved(self, _row: int) -> None:
        """The caseworker goes on: undo is of what is looked at then."""
        if not self._page.list.is_settling:
            self._page.undoable.another_chosen()

    def _open(self, action: Action, offer: Offer) -> None:
        self._page.panel.open_bulk(action, *offer)

    def _decide(self, preview: BulkPreview, action: Action, reason: str) -> None:
        page = self._page
        page.focus_back()
        word = page.context.say(ACTION_WORDS[action])
        page.act(
            page.desk.decide_many,
            preview.ids,
            action,
            page.context.user,
            reason,
            preview.shown if action is Action.APPROVE else None,
            words=self.tr("{action}: {count} order(s)", "", len(preview.ids)).format(
                action=word, count=grouped_count(len(preview.ids))
            ),
            done=partial(self._decided, action, preview.ids),
        )

    def _decided(self, action: Action, ids: Sequence[int], outcome: BulkOutcome) -> None:
        page = self._page
        page.reading.mark(ids)
        page.list.drop_selection()
        page.undoable.add(outcome.decisions)
        self._tell(action, outcome)

    def _undone(self, outcome: BulkOutcome) -> None:
        self._page.focus_back()
        self._tell(Action.UNDO, outcome)

    def _tell(self, action: Action, outcome: BulkOutcome) -> None:
        page = self._page
        text, detail = page.panel.bulk_form.outcome_words(action, outcome)
        page.context.tell(text, "warning" if detail else "clear", detail)
        page.context.actions["undoAction"].setEnabled(bool(page.undoable))


def _offer(desk: Desk, ids: Sequence[int], action: Action, user: str) -> Offer:
    """On the lane: what would happen, and the reasons to choose from."""
    codes = desk.reason_codes(action) if action in NEEDS_REASON else None
    return desk.preview_many(ids, action, user), codes


def _offer_clear(desk: Desk, query: OrderQuery, user: str) -> Offer:
    """On the lane: what would happen to the orders of a query."""
    return _offer(desk, desk.order_ids(query, user), Action.APPROVE, user)

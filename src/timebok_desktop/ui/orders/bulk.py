"""Approving all clear orders at once: one list of what changes, one confirmation, each on its own.

What a service refuses stays in the list with its reason; nothing is skipped silently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from timebok_desktop.domain.codes import KIND_WORDS, Outcome, Status
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.views import OrderQuery, OrderRow
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.wording import grouped_count, grouped_her_id

DECIDABLE = (Status.RECEIVED, Status.IN_REVIEW, Status.ON_HOLD)


def clear_ones(query: OrderQuery) -> OrderQuery:
    """The clear orders of a query that wait for their first approval."""
    return replace(query, view="all", statuses=DECIDABLE, outcomes=(Outcome.CLEAR,))


class BulkForm(InlineForm):
    """The combined list; `given(references)` with those that are still ticked."""

    given = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulkForm")
        self._context = context
        self.list = QListWidget()
        self.list.setObjectName("bulkList")
        self.list.setAccessibleName(self.tr("Orders to approve"))
        self.list.setMinimumHeight(200)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.list)

    def open_for(self, rows: Sequence[OrderRow]) -> None:
        """Show what would be approved."""
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(self._words(row), self.list)
            item.setData(Qt.ItemDataRole.UserRole, row.reference)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        count = grouped_count(len(rows))
        self.confirm.setEnabled(bool(rows))
        self.open_form(
            self.tr("{count} clear orders in this view. Approve those that are ticked?").format(
                count=count
            ),
            self.tr("Approve those that are ticked"),
            self.list,
        )

    def submit(self) -> None:
        """Those that are ticked."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )
        if not ticked:
            self.complain(self.tr("None is ticked."), self.list)
            return
        self.hide()
        self.given.emit(ticked)

    def outcome_words(self, outcome: Mapping[str, Phrase | None]) -> tuple[str, str]:
        """How many were approved, and why the others were not."""
        refused = {ref: why for ref, why in outcome.items() if why is not None}
        done = grouped_count(len(outcome) - len(refused))
        text = self.tr("{done} orders approved.").format(done=done)
        if refused:
            text = self.tr("{done} orders approved, {refused} not.").format(
                done=done, refused=grouped_count(len(refused))
            )
        lines = (f"{ref}: {self._context.say(why)}" for ref, why in refused.items())
        return text, "\n".join(lines)

    def _words(self, row: OrderRow) -> str:
        return "  ·  ".join(
            (
                f"{row.municipality_number} {row.municipality_name}",
                grouped_her_id(row.her_id),
                f"{row.category} {row.form}".strip(),
                self._context.say(KIND_WORDS[row.kind]),
                row.reference,
            )
        )

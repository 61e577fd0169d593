"""Hands orders over to a colleague, or takes over what a colleague holds. Nothing is taken
silently: the form says who holds the order, and asks for a reason then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.working_days import before_working_days
from timebok_desktop.services.ports_approvals import CaseworkerKey
from timebok_desktop.services.views import BulkOutcome
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text, name_combo
from timebok_desktop.ui.orders.bulk import refused_lines
from timebok_desktop.ui.orders.forms import InlineForm
from timebok_desktop.ui.wording import grouped_count

if TYPE_CHECKING:
    from timebok_desktop.ui.orders.page import OrdersPage


class HandOverForm(InlineForm):
    """To whom, and why: `given(ids, to, reason)`."""

    given = Signal(object, str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handOverForm")
        self._context = context
        self._ids: Sequence[int] = ()
        self._holder = ""
        self.held = Text("", wrap=True)
        self.to = QComboBox()
        self.to.setEditable(True)
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("Who takes the orders over"))
        self.to.setLineEdit(self.typed)
        name_combo(self.to, self.tr("Who takes the orders over"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why they are handed over"))
        self.reason.setPlaceholderText(self.tr("Reason (needed where a colleague holds them)"))
        self.reason.returnPressed.connect(self.submit)
        for one in (self.held, self.to, self.reason):
            self.body.addWidget(one)

    def open_for(self, ids: Sequence[int], holder: str, names: Sequence[str]) -> None:
        """Ask who takes these orders over; `holder` holds the only one of them, "" elsewhere."""
        self._ids, self._holder = ids, holder
        self.to.clear()
        self.to.addItems(list(names))
        self.reason.clear()
        self.held.setText(self.tr("Held by {holder} now.").format(holder=holder))
        self.held.setVisible(bool(holder))
        heading = self.tr("Hand over {count} orders").format(count=grouped_count(len(ids)))
        if len(ids) == 1:
            heading = self.tr("Hand over the order")
        self.open_form(heading, self.tr("Hand over"), self.to)

    def submit(self) -> None:
        """The receiver, or a complaint."""
        to, why = self.to.currentText().strip(), self.reason.text().strip()
        if not to:
            self.complain(self.tr("Write who takes over."), self.to)
            return
        someone_else = self._holder and squeezed(self._holder) != squeezed(self._context.user)
        if someone_else and not why:
            self.complain(self.tr("A colleague holds this order. Write why."), self.reason)
            return
        self.put_away()
        self.given.emit(self._ids, to, why)


class HandingOver(QObject):
    """The way of the selected orders to another desk."""

    def __init__(self, page: OrdersPage) -> None:
        super().__init__(page)
        self._page = page
        page.panel.hand_over_form.given.connect(self._hand_over)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the menus offer."""
        return {"handOverAction": self.offer, "onlyHeldLongAction": self.only_held_long}

    def only_held_long(self) -> None:
        """Show only the cases that somebody has had for too long, or everything again."""
        context, filters = self._page.context, self._page.list.filters
        today = norwegian_day(context.now())
        before = before_working_days(today, context.claimed_limit) - timedelta(days=1)
        narrowed = filters.query().claimed_until is not None
        filters.narrow(claimed_until=None if narrowed else before)

    def offer(self) -> None:
        """Ask to whom."""
        page = self._page
        page.ask(page.desk.caseworker_keys, done=self._open, latest="colleagues")

    def _open(self, keys: Sequence[CaseworkerKey]) -> None:
        page = self._page
        several, current = page.list.has_several(), page.list.current()
        ids = page.list.table.selected_ids() if several else [current.id] if current else []
        if not ids:
            return
        holder = "" if several or current is None else current.holder
        names = {squeezed(key.caseworker): key.caseworker for key in reversed(keys)}
        own = squeezed(page.context.user)
        names.pop(own, None)
        known = list(names.values())
        if squeezed(holder) != own:
            known.insert(0, page.context.user)  # to take over
        page.panel.close_forms()
        page.panel.hand_over_form.open_for(ids, holder, known)

    def _hand_over(self, ids: Sequence[int], to: str, reason: str) -> None:
        page = self._page
        page.focus_back()
        page.act(
            page.desk.hand_over,
            ids,
            to,
            page.context.user,
            reason,
            words=self.tr("Handing over"),
            done=partial(self._done, to),
        )

    def _done(self, to: str, outcome: BulkOutcome) -> None:
        page = self._page
        detail = "\n".join(refused_lines(outcome.refused, page.context))
        told = self.tr("{count} orders are with {receiver} now.")
        if outcome.done == 1:
            told = self.tr("The order is with {receiver} now.")
        text = told.format(count=grouped_count(outcome.done), receiver=to)
        page.context.tell(text, "warning" if detail else "clear", detail)

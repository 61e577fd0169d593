"""Which orders are marked as read: those that have been open in the panel for a moment, and those
that something was decided about. Who only walks past an order has not read it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.services.views import Case
from timebok_desktop.ui.wording import grouped_count

if TYPE_CHECKING:
    from timebok_desktop.ui.orders.page import OrdersPage

MOMENT = 1500
"""Milliseconds after which an order has been open, and not merely passed by."""


class Reading(QObject):
    """Watches what the page shows, and marks it."""

    def __init__(self, page: OrdersPage) -> None:
        super().__init__(page)
        self._page = page
        self._left_unread = 0
        self._moment = QTimer(self, singleShot=True, interval=MOMENT)
        self._moment.timeout.connect(self._stayed)
        page.list.chosen.connect(self._chosen)
        page.list.opened.connect(self._moment.start)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the menus offer."""
        return {
            "markReadAction": partial(self._mark_selected, unread=False),
            "markUnreadAction": partial(self._mark_selected, unread=True),
            "onlyUnreadAction": self._only_unread,
        }

    def case_shown(self, _case: Case) -> None:
        """A case stands in the panel, or has been shown anew."""
        self._moment.start()

    def mark(self, ids: Sequence[int], *, unread: bool = False) -> None:
        """Mark these orders."""
        page = self._page
        work = page.desk.mark_unread if unread else page.desk.mark_read
        page.ask(work, ids, page.context.user, done=partial(self._marked, ids, unread))

    def decided(self) -> None:
        """Something is decided about the current order."""
        row = self._page.list.current()
        if row is not None and row.unread:
            self.mark((row.id,))

    def _chosen(self, row: OrderRow | None) -> None:
        self._moment.stop()
        if row is None or row.id != self._left_unread:
            self._left_unread = 0

    def _stayed(self) -> None:
        page, row = self._page, self._page.list.current()
        shown = page.panel.case
        if row is None or shown is None or not page.panel.isVisible():
            return
        if row.unread and shown.order.reference == row.reference and row.id != self._left_unread:
            self.mark((row.id,))

    def _mark_selected(self, *, unread: bool) -> None:
        page, row = self._page, self._page.list.current()
        several = page.list.has_several()
        ids = page.list.table.selected_ids() if several else [row.id] if row is not None else []
        if not ids:
            return
        if unread and row is not None and row.id in ids:
            self._left_unread = row.id
        self.mark(ids, unread=unread)
        words = self.tr("{count} orders marked as unread")
        if not unread:
            words = self.tr("{count} orders marked as read")
        if len(ids) == 1:
            words = self.tr("Marked as unread") if unread else self.tr("Marked as read")
        page.context.note(words.format(count=grouped_count(len(ids))))

    def _marked(self, ids: Sequence[int], unread: bool, _done: None) -> None:  # noqa: FBT001
        self._page.list.model.mark(ids, unread=unread)

    def _only_unread(self) -> None:
        filters = self._page.list.filters
        filters.narrow(unread=not filters.query().unread)

"""The command that puts the orders of each municipality together, and takes them apart again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from timebok_desktop.services.queue_views import GROUPED_BY
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.orders.filters import OrderFilters
from timebok_desktop.ui.orders.view_sorts import Sort


class Grouping(QObject):
    """Sorts the view by municipality, or as it was sorted before."""

    def __init__(self, filters: OrderFilters) -> None:
        super().__init__(filters)
        self._filters = filters
        self._before: dict[str, Sort] = {}

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the menu View offers."""
        return {"groupAction": self.change}

    def change(self) -> None:
        """Put the orders together, or take them apart."""
        query = self._filters.query()
        if query.sort == GROUPED_BY:
            sort = self._before.pop(query.view, Sort())
            words = self.tr("No longer grouped by municipality")
        else:
            self._before[query.view] = Sort(query.sort, query.descending)
            sort, words = Sort(GROUPED_BY), self.tr("Grouped by municipality")
        self._filters.sort_by(sort.field, descending=sort.descending)
        announce(self._filters, words)

"""Saving a list of orders: what a query gives, as a file that our own import reads.

Contact persons stand in the list, so that it was saved is logged: how many orders, in which format.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from timebok_desktop.domain.errors import CancelledError
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_files import NewList
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.queue_looks import padded
from timebok_desktop.services.views import OrderQuery

_BATCH = 1_000


class OrderListService(Service):
    """Implements the part of the desk that saves lists."""

    def save_list(
        self,
        path: Path,
        query: OrderQuery,
        user: str,
        *,
        ids: Sequence[int] | None = None,
        language: Language = "nb",
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Save the orders of a query (of these only, with `ids`) in its order; how many."""
        with self._context.lists.new(path, language) as file:
            with self._context.store.read() as unit:
                chosen = unit.orders.ids(padded(query), user) if ids is None else ids
                file.expect(len(chosen))
                count = _fill(file, unit, chosen, progress, cancelled)
            file.finish()
            with self._context.store.write() as unit:
                told = {"orders": count, "format": file.format}
                unit.audit.append(self._now(), user, "list-saved", "", told)
                unit.commit()
            file.place()
        return count


def _fill(
    file: NewList,
    unit: UnitOfWork,
    chosen: Sequence[int],
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> int:
    count = 0
    for start in range(0, len(chosen), _BATCH):
        if cancelled and cancelled():
            raise CancelledError
        orders = unit.orders.listed(chosen[start : start + _BATCH])
        file.add(orders)
        count += len(orders)
        if progress:
            progress(count, len(chosen))
    return count

"""What a caseworker has read, and what not: for the marks in the list. It is no decision and no
reading of anything kept back, so it is not logged.
"""

from __future__ import annotations

from collections.abc import Sequence

from timebok_desktop.services.approval import require_caseworker
from timebok_desktop.services.context import Service


class ReadingService(Service):
    """Implements the part of the desk that keeps marks of reading."""

    def mark_read(self, ids: Sequence[int], user: str) -> None:
        """The caseworker has seen these orders as they are now."""
        require_caseworker(user)
        with self._context.store.write() as unit:
            unit.seen.mark(ids, user)
            unit.commit()

    def mark_unread(self, ids: Sequence[int], user: str) -> None:
        """These orders are as though the caseworker had never seen them."""
        require_caseworker(user)
        with self._context.store.write() as unit:
            unit.seen.unmark(ids, user)
            unit.commit()

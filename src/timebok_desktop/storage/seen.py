"""What each caseworker has seen, straight on the driver: which order, with which verdict. When is
not kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.storage.queue_terms import SHOWN
from timebok_desktop.storage.values import json_ids


class SqlSeen:
    """Implements `services.ports_views.SeenStore`."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def mark(self, ids: Sequence[int], user: str) -> None:
        """The caseworker has seen these orders as they are now."""
        self._driver.execute(
            f"INSERT INTO seen SELECT id, ?, {SHOWN} FROM orders"
            " WHERE id IN (SELECT value FROM json_each(?))"
            " ON CONFLICT DO UPDATE SET rules = excluded.rules",
            (squeezed(user), json_ids(ids)),
        ).close()

    def unmark(self, ids: Sequence[int], user: str) -> None:
        """The caseworker has not seen these orders."""
        self._driver.execute(
            "DELETE FROM seen WHERE by_key = ? AND order_id IN (SELECT value FROM json_each(?))",
            (squeezed(user), json_ids(ids)),
        ).close()

    def unmark_for_others(self, order_id: int, user: str) -> None:
        """Nobody but this caseworker has seen the order as it is now."""
        self._driver.execute(
            "DELETE FROM seen WHERE order_id = ? AND by_key <> ?", (order_id, squeezed(user))
        ).close()

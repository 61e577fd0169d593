"""Orders as plain tuples straight from the driver, for lists of any length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from timebok_desktop.domain.order import FIELDS
from timebok_desktop.services.ports_files import ListedOrder
from timebok_desktop.storage.values import json_ids

_SELECT = f"SELECT {', '.join(FIELDS)}, id FROM orders"
_BETWEEN = f"{_SELECT} WHERE id BETWEEN ? AND ? ORDER BY id"
_AMONG = f"{_SELECT} WHERE id IN (SELECT value FROM json_each(?))"


def listed(driver: Any, ids: Sequence[int]) -> Sequence[ListedOrder]:
    """The fields of these orders, in this order; ids that are gone are left out."""
    if not ids:
        return ()
    if _follow_each_other(ids):
        found: list[ListedOrder] = driver.execute(_BETWEEN, (ids[0], ids[-1])).fetchall()
        return found
    asked = json_ids(ids)
    by_id = {row[-1]: row for row in driver.execute(_AMONG, (asked,)).fetchall()}
    return [by_id[identity] for identity in ids if identity in by_id]


def _follow_each_other(ids: Sequence[int]) -> bool:
    return ids[-1] - ids[0] + 1 == len(ids) and list(ids) == list(range(ids[0], ids[-1] + 1))

"""Which orders a finding on several of them means, as a query of the list."""

from __future__ import annotations

from timebok_desktop.domain.codes import OPEN_STATUSES, Status
from timebok_desktop.domain.identifiers import usable_her_id
from timebok_desktop.domain.order import Order
from timebok_desktop.services.views import OrderQuery

SHARED = frozenset({"DUPLICATE-ORDER", "HER-IN-USE"})
"""Rules that look at several orders with one HER-id and category."""


def together_with(order: Order, rule: str) -> OrderQuery | None:
    """The open orders that share an order's HER-id and category; None where a rule means none."""
    if rule not in SHARED or usable_her_id(order.her_id) is None:
        return None
    statuses = tuple(status for status in Status if status in OPEN_STATUSES)
    return OrderQuery(statuses=statuses, categories=(order.category,), her_id=order.her_id)

"""Which order of the list comes next: the one after a decision, and the first after an import.

Only rows that have come are looked through, so it takes no longer for more orders.
"""

from __future__ import annotations

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.orders.model import OrderModel

_FIRST_LOOK = frozenset({Status.RECEIVED, Status.IN_REVIEW})


def waits(order: OrderRow, user: str, status: Status = Status.RECEIVED) -> bool:
    """Whether an order waits for this caseworker as one in `status` does: what nobody has decided
    yet, unless a colleague holds it; else what stands as that one stood.
    """
    wanted = _FIRST_LOOK if status in _FIRST_LOOK else {status}
    free = not order.holder or squeezed(order.holder) == squeezed(user)
    return order.status in wanted and free


def after_decision(model: OrderModel, row: int, user: str, status: Status) -> int:
    """The row to go to when the order at `row`, which stood in `status`, has been decided: the
    next one below that waits like it, else the topmost above; where none does, the neighbour. -1
    where there is no other.
    """
    last = model.rowCount() - 1
    for place in range(row + 1, last + 1):
        order = model.order(place)
        if order is None or waits(order, user, status):
            return place
    above = row
    for place in range(row - 1, -1, -1):
        order = model.order(place)
        if order is None:
            break
        if waits(order, user, status):
            above = place
    if above != row:
        return above
    return row + 1 if row < last else row - 1


def first_waiting(model: OrderModel, user: str) -> int:
    """The first row from the top that waits for this caseworker, or that has not come; -1 where
    there is none."""
    for place in range(model.rowCount()):
        order = model.order(place)
        if order is None or waits(order, user):
            return place
    return -1

"""Which order of the list comes next: the one after a decision, and the first of a day's work.

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
    """The first row from the top that nobody has decided, else the first that a second approval is
    awaited for; a row that has not come counts as such; -1 where there is none."""
    second = -1
    for place in range(model.rowCount()):
        order = model.order(place)
        if order is None:
            return place if second < 0 else second
        if waits(order, user):
            return place
        if second < 0 and waits(order, user, Status.AWAITING_SECOND_APPROVAL):
            second = place
    return second


def is_work(order: OrderRow, user: str) -> bool:
    """Whether an order waits for a first or a second look."""
    return waits(order, user) or waits(order, user, Status.AWAITING_SECOND_APPROVAL)

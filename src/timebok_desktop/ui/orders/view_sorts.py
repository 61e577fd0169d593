"""How each of the program's views is sorted, kept with the window's arrangement; a light module,
because the first paint asks for it.

A view that nobody has sorted is sorted as all orders are.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSettings

from timebok_desktop.services.queue_views import SAVED_VIEWS, SORT_FIELDS, OrderQuery

_KEPT = "orders/sorts"
_DIRECTIONS = {"up": False, "down": True}
_VIEWS = frozenset(view.name for view in SAVED_VIEWS)


class Sort(NamedTuple):
    """A field of `SORT_FIELDS`, and which end of it stands first."""

    field: str = "received_at"
    descending: bool = False


class ViewSorts:
    """The sorting of each view, by the view's name."""

    def __init__(self) -> None:
        self._sorts: dict[str, Sort] = {}
        self._state: QSettings | None = None

    def keep_in(self, state: QSettings) -> None:
        """Have the sortings that were chosen before, and keep every change of them there."""
        self._state = state
        self._sorts = recalled(state)

    def of(self, view: str) -> Sort:
        """How a view is sorted."""
        return self._sorts.get(view) or self._sorts.get("all") or Sort()

    def keep(self, view: str, sort: Sort) -> None:
        """A view is sorted so from now on."""
        self._sorts[view] = sort
        if self._state is not None:
            self._state.setValue(_KEPT, " ".join(_told(*kept) for kept in self._sorts.items()))


def recalled(state: QSettings) -> dict[str, Sort]:
    """The sortings as they were kept; what cannot be is left out."""
    found = {}
    for told in str(state.value(_KEPT) or "").split():
        view, field, direction = (*told.split(":"), "", "")[:3]
        if view in _VIEWS and field in SORT_FIELDS and direction in _DIRECTIONS:
            found[view] = Sort(field, _DIRECTIONS[direction])
    return found


def first_query(state: QSettings) -> OrderQuery:
    """The orders that a window begins with."""
    field, descending = recalled(state).get("all") or Sort()
    return OrderQuery(sort=field, descending=descending)


def _told(view: str, sort: Sort) -> str:
    return f"{view}:{sort.field}:{'down' if sort.descending else 'up'}"

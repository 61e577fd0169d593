"""What undo takes back: the decision made last, or all of a decision on many orders.

A decision on one order is on offer until another order comes to be looked at; one on many orders
until the caseworker goes to another order, however the list settles meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from timebok_desktop.ui.context import Context


class Undoable:
    """Decisions on offer, the last one last: an order's reference, or the ids of decisions."""

    def __init__(self) -> None:
        self._made: list[str | range] = []
        self._moving_on = False

    def __bool__(self) -> bool:
        """Whether anything is on offer."""
        return bool(self._made)

    def add(self, made: range) -> None:
        """A decision on many orders was made."""
        if made:
            self._made.append(made)

    def take(self) -> str | range | None:
        """What was made last; it is on offer no longer."""
        return self._made.pop() if self._made else None

    def clear(self) -> None:
        """Nothing is on offer."""
        self._made.clear()

    @contextmanager
    def moving_on(self, reference: str) -> Iterator[None]:
        """An order was decided, and the next one comes because of that."""
        self._made.append(reference)
        self._moving_on = True
        yield
        self._moving_on = False

    def another_shown(self) -> None:
        """Another order is looked at, whoever brought that about."""
        if not self._moving_on and self._made and isinstance(self._made[-1], str):
            self.clear()

    def another_chosen(self) -> None:
        """The caseworker went to another order."""
        if not self._moving_on:
            self.clear()


def undo_hint(context: Context) -> str:
    """By which key the last decision is taken back."""
    words = QCoreApplication.translate("OrdersPage", "{key} takes it back.")
    return words.format(key=context.actions.key("undoAction", in_list=True))

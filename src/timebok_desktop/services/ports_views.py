"""What the services ask of the storage room about what belongs to one caseworker alone: the views
that are saved, and the orders that were seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class OwnViewStore(Protocol):
    """Views by caseworker and name; both are compared without case."""

    def listed(self, user: str) -> Sequence[tuple[str, str]]:
        """Names and texts, in the order that they were saved in."""

    def keep(self, user: str, name: str, text: str) -> None:
        """Save a view; one of that name gets this text and keeps its place."""

    def rename(self, user: str, name: str, new: str, text: str) -> None: ...
    def drop(self, user: str, name: str) -> None: ...


class SeenStore(Protocol):
    """Orders by caseworker, with the verdict that was seen; names are compared without case."""

    def mark(self, ids: Sequence[int], user: str) -> None:
        """The caseworker has seen these orders as they are now."""

    def unmark(self, ids: Sequence[int], user: str) -> None: ...
    def unmark_for_others(self, order_id: int, user: str) -> None:
        """Nobody but this caseworker has seen the order as it is now."""

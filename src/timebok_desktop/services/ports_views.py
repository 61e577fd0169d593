"""What the services ask of the storage room about views that caseworkers save for themselves."""

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

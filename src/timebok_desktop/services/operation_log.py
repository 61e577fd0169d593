"""Where the window notes what it did and what failed: no values, no names."""

from __future__ import annotations

from typing import Protocol


class OperationLog(Protocol):
    """A local log. It never fails and may be used on any thread."""

    def started(self, front_door: str, versions: str) -> None:
        """A front door was opened, by a program of these versions."""

    def ended(self, operation: str, seconds: float, outcome: str = "done") -> None:
        """An operation has ended."""

    def failed(self, operation: str, seconds: float, error: BaseException) -> None:
        """An operation failed: kinds and places of errors, not what they say."""

    def defect(self, report: str) -> None:
        """A fault of ours, as its report tells it."""

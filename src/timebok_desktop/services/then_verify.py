"""Imports as the window makes them: what came in is verified at once, where that is wanted.

The command line leaves verification to its own command.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from timebok_desktop.domain.errors import CancelledError
from timebok_desktop.services.views import (
    ImportReport,
    RegistryImportReport,
    VerificationReport,
)

if TYPE_CHECKING:  # the facade brings pydantic along, which the first paint can spare
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.desk_of_orders import Cancelled, Progress


def import_orders(
    desk: Desk,
    paths: Sequence[Path],
    user: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ImportReport:
    """Import order files, then verify what has no current findings."""
    verifying = _is_wanted(desk)
    report = desk.import_orders(paths, user, progress, cancelled, verifying=verifying)
    if report.accepted and report.any_waits:
        _verify(desk, user, progress, cancelled)
    return report


def take_inbox(desk: Desk, user: str) -> ImportReport:
    """Take what has settled in the inbox, then verify it."""
    report = desk.take_inbox(user, verifying=_is_wanted(desk))
    if report.accepted and report.any_waits:
        _verify(desk, user, None, None)
    return report


def import_registry(
    desk: Desk,
    path: Path,
    user: str,
    taken_at: datetime | None = None,
    accept_fewer: Callable[[int, int], bool] | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RegistryImportReport:
    """Import an AR file, then verify the orders that rested on the evidence before it."""
    report = desk.import_registry(path, user, taken_at, accept_fewer, progress, cancelled)
    return replace(report, verification=_verify(desk, user, progress, cancelled))


def _is_wanted(desk: Desk) -> bool:
    return desk.settings().verify_after_import and desk.current_snapshot() is not None


def _verify(
    desk: Desk, user: str, progress: Progress | None, cancelled: Cancelled | None
) -> VerificationReport | None:
    """None where it is not wanted, cannot be made or was stopped: what came in stays."""
    if not _is_wanted(desk):
        return None
    try:
        return desk.verify(user=user, progress=progress, cancelled=cancelled, details=False)
    except CancelledError:
        return None

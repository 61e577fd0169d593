"""What a machine's clock may not do unnoticed: go back, or go far ahead.

The order of decisions never rests on the clock; ages, deadlines and retention do. The limits are
our own: an export that takes long writes an older moment than a decision made meanwhile.
"""

from __future__ import annotations

from datetime import datetime, timedelta

SET_BACK = "clock-set-back"
FAR_AHEAD = "clock-far-ahead"
SUBJECT = "clock"
"""What the entries of the log are about."""
_BACK = timedelta(minutes=30)
_AHEAD = timedelta(days=366)
DOUBT = timedelta(days=30)
"""For so long after it went far ahead, nothing is deleted because of the clock alone."""


def jump(before: datetime, now: datetime) -> str:
    """The code of the entry that a step from one entry's moment to the next calls for, or ""."""
    if now < before - _BACK:
        return SET_BACK
    return FAR_AHEAD if now > before + _AHEAD else ""

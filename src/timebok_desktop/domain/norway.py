"""The time zone that days are counted in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NORWAY = ZoneInfo("Europe/Oslo")
_FIRST, _LAST = date(1001, 1, 1), date(9000, 1, 1)
"""Days whose moments have a year of four digits in any zone, so that they sort as texts."""


def day_begins(day: date) -> datetime:
    """When a day begins in Norway; nothing has happened on days beyond these."""
    return datetime.combine(min(max(day, _FIRST), _LAST), time(), NORWAY)


def day_ends(day: date) -> datetime:
    """When the day after it begins."""
    return day_begins(min(day, _LAST) + timedelta(days=1))

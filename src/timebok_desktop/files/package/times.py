"""Moments as packages write them: the same moment always gives the same text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from timebok_desktop.domain.party import NORWAY

_SEVERAL = 1024
_SECONDS = len("2026-11-05T12:40:00")


def instant(moment: datetime) -> str:
    """`moment` in UTC with whole seconds; a moment without a zone is Norwegian time."""
    if moment.tzinfo is UTC:  # as the store has them; thrice as fast
        return f"{moment.isoformat()[:_SECONDS]}Z"
    aware = moment.replace(tzinfo=NORWAY) if moment.tzinfo is None else moment
    return f"{aware.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def norwegian(moment: datetime) -> str:
    """`moment` as people in Norway read it."""
    aware = moment.replace(tzinfo=NORWAY) if moment.tzinfo is None else moment
    return _norwegian(aware.astimezone(UTC))


@lru_cache(_SEVERAL)
def _norwegian(utc: datetime) -> str:
    # Kept for UTC only: elsewhere the two moments of an hour that comes twice are equal.
    day = utc.astimezone(NORWAY)
    return f"{day.day:02}.{day.month:02}.{day.year} kl. {day.hour:02}.{day.minute:02}"


def iso_day(day: date | None) -> str:
    """`day` as 2026-12-01, "" where there is none."""
    return day.isoformat() if day else ""

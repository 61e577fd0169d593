"""Moments as packages write them: the same moment always gives the same text."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from timebok_desktop.domain.party import NORWAY

_SEVERAL = 1024
"""Moments that are kept: each is written many times in a row.

Kept in UTC only: elsewhere the two moments of an hour that comes twice are equal.
"""


def instant(moment: datetime) -> str:
    """`moment` in UTC with whole seconds; a moment without a zone is Norwegian time."""
    return _instant(moment if moment.tzinfo is UTC else _utc(moment))


def norwegian(moment: datetime) -> str:
    """`moment` as people in Norway read it."""
    return _norwegian(moment if moment.tzinfo is UTC else _utc(moment))


def _utc(moment: datetime) -> datetime:
    aware = moment.replace(tzinfo=NORWAY) if moment.tzinfo is None else moment
    return aware.astimezone(UTC)


@lru_cache(_SEVERAL)
def _instant(utc: datetime) -> str:
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


@lru_cache(_SEVERAL)
def _norwegian(utc: datetime) -> str:
    day = utc.astimezone(NORWAY)
    return f"{day.day:02}.{day.month:02}.{day.year} kl. {day.hour:02}.{day.minute:02}"


def iso_day(day: date | None) -> str:
    """`day` as 2026-12-01, "" where there is none."""
    return day.isoformat() if day else ""

"""How values stand in the store.

Moments are in UTC: as text of fixed width, so that they sort, or in microseconds since 1970
where there is one a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HOUR = timedelta(hours=1)


def json_ids(ids: Iterable[int]) -> str:
    """Ids as one value of a statement, which reads them with `json_each`."""
    return f"[{','.join(map(str, ids))}]"


def moment_text(moment: datetime) -> str:
    """A moment with a zone, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """A stored moment."""
    return datetime.fromisoformat(text)


def microseconds(moment: datetime) -> int:
    """A moment with a zone, in whole microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


@lru_cache(maxsize=1024)
def moment_of_microseconds(number: int) -> datetime:
    """The moment of so many microseconds since 1970; orders of one file share theirs."""
    return _EPOCH + timedelta(microseconds=number)


def hours(moment: datetime) -> int:
    """The hour since 1970 that a moment lies in."""
    return (moment - _EPOCH) // _HOUR


def optional_moment(text: str | None) -> datetime | None:
    """The same where there may be none."""
    return datetime.fromisoformat(text) if text else None


def optional_date(text: str | None) -> date | None:
    """A stored day where there may be none."""
    return date.fromisoformat(text) if text else None


def iso(value: date | datetime | None) -> str | None:
    """A value of a source as it is, with or without a zone."""
    return value.isoformat() if value else None

"""From an age in working days back to the days since which such orders wait."""

from __future__ import annotations

from datetime import date, timedelta

from timebok_desktop.domain.working_days import working_days_between

_FARTHEST = 60
"""Calendar days to look back; groups of ages end long before."""


def waiting_between(group: str, today: date) -> tuple[date | None, date]:
    """First and last day since which orders of an age group ("2", "3-5", "11+") wait; no first day
    where the group has no end.
    """
    lowest, _, highest = group.rstrip("+").partition("-")
    youngest = int(lowest)
    oldest = None if group.endswith("+") else int(highest or lowest)
    days = [today - timedelta(days=back) for back in range(_FARTHEST)]
    fitting = [
        day
        for day in days
        if youngest <= working_days_between(day, today)
        and (oldest is None or working_days_between(day, today) <= oldest)
    ]
    last = fitting[0] if fitting else today
    return (None if oldest is None else fitting[-1] if fitting else today), last

"""Norwegian working days: not Saturday, Sunday or a public holiday.

Source: lov om helligdager og helligdagsfred; lov om 1. og 17. mai som høgtidsdager.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 5
_MOVABLE = (-3, -2, 0, 1, 39, 49, 50)
"""Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Whitsun."""


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus)."""
    century, rest = divmod(year, 100)
    leaps, leap_rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    golden = year % 19
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, quarter_rest = divmod(rest, 4)
    weekday = (32 + 2 * leap_rest + 2 * quarter - epact - quarter_rest) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=64)
def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year in Norway."""
    easter = easter_sunday(year)
    fixed = {date(year, 1, 1), date(year, 5, 1), date(year, 5, 17)}
    christmas = {date(year, 12, 25), date(year, 12, 26)}
    return frozenset(fixed | christmas | {easter + timedelta(days=days) for days in _MOVABLE})


def is_working_day(day: date) -> bool:
    """Whether `day` is a working day in Norway."""
    return day.weekday() < _SATURDAY and day not in public_holidays(day.year)


def after_working_days(start: date, count: int) -> date:
    """The working day that comes so many working days after `start`; the next one for 0."""
    day, left = start, max(1, count)
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def before_working_days(end: date, count: int) -> date:
    """The working day that comes so many working days before `end`; the last one for 0."""
    day, left = end, max(1, count)
    while left:
        day -= timedelta(days=1)
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; 0 where `end` is not after it."""
    weeks = max(0, (end - start).days // 7 - 1)
    count = 0
    if weeks:  # whole weeks hold five weekdays; only their holidays need a look
        middle = start + timedelta(weeks=weeks)
        holidays = {
            day
            for year in range(start.year, middle.year + 1)
            for day in public_holidays(year)
            if start < day <= middle and day.weekday() < _SATURDAY
        }
        count, start = weeks * 5 - len(holidays), middle
    day = start + timedelta(days=1)
    while day <= end:
        count += is_working_day(day)
        day += timedelta(days=1)
    return count

"""Working days against the Norwegian calendar and against counting day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.working_days import (
    after_working_days,
    easter_sunday,
    is_working_day,
    public_holidays,
    working_days_between,
)

UNHURRIED = settings(deadline=None)
"""A busy machine is no defect."""

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2008, 3, 23),
        (2011, 4, 24),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2029, 4, 1),
        (2030, 4, 21),
        (2038, 4, 25),
    ],
)
def test_that_easter_falls_when_it_falls(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


def test_that_the_holidays_of_2026_are_the_twelve_of_the_law() -> None:
    assert public_holidays(2026) == {
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 17),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    }


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 3, 27), True),
        (date(2024, 3, 28), False),
        (date(2024, 3, 29), False),
        (date(2024, 4, 1), False),
        (date(2024, 5, 9), False),
        (date(2024, 5, 17), False),
        (date(2024, 5, 20), False),
        (date(2025, 4, 17), False),
        (date(2025, 6, 9), False),
        (date(2026, 3, 14), False),
        (date(2026, 3, 15), False),
        (date(2026, 3, 16), True),
        (date(2026, 12, 24), True),
        (date(2026, 12, 31), True),
        (date(2027, 5, 6), False),
        (date(2028, 5, 25), False),
        (date(2029, 5, 21), False),
        (date(2030, 5, 30), False),
        (date(2030, 6, 10), False),
    ],
)
def test_that_a_working_day_is_neither_weekend_nor_holiday(day, working) -> None:
    assert is_working_day(day) is working


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 3, 16), date(2026, 3, 16), 0),
        (date(2026, 3, 16), date(2026, 3, 15), 0),
        (date(2026, 3, 16), date(2026, 3, 1), 0),
        (date(2026, 3, 16), date(2026, 3, 17), 1),
        (date(2026, 3, 13), date(2026, 3, 15), 0),
        (date(2026, 3, 13), date(2026, 3, 16), 1),
        (date(2026, 3, 16), date(2026, 3, 23), 5),
        (date(2026, 4, 1), date(2026, 4, 7), 1),
        (date(2025, 12, 23), date(2026, 1, 2), 5),
        (date(2025, 12, 31), date(2026, 12, 31), 253),
    ],
)
def test_that_the_days_after_the_start_up_to_the_end_are_counted(start, end, days: int) -> None:
    assert working_days_between(start, end) == days


@UNHURRIED
@given(DAYS, st.integers(-400, 1200))
def test_that_the_count_is_that_of_counting_day_by_day(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    counted = sum(is_working_day(start + timedelta(days=day)) for day in range(1, length + 1))
    assert working_days_between(start, end) == counted


@UNHURRIED
@given(DAYS, st.integers(0, 500), st.integers(0, 500))
def test_that_two_spans_add_up(start: date, first: int, second: int) -> None:
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)
    whole = working_days_between(start, end)
    assert whole == working_days_between(start, middle) + working_days_between(middle, end)


def test_that_a_deadline_comes_after_so_many_working_days() -> None:
    wednesday_before_easter = date(2026, 4, 1)
    assert after_working_days(wednesday_before_easter, 1) == date(2026, 4, 7)
    assert after_working_days(date(2026, 3, 16), 5) == date(2026, 3, 23)
    assert after_working_days(date(2026, 3, 14), 0) == date(2026, 3, 16)
    for count in range(1, 40):
        end = after_working_days(wednesday_before_easter, count)
        assert is_working_day(end)
        assert working_days_between(wednesday_before_easter, end) == count

"""By which day an order should be seen to: the earliest of all that applies, with its reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.domain.codes import OPEN_STATUSES, Status
from timebok_desktop.domain.urgency import (
    NEVER,
    Dates,
    Reason,
    Urgency,
    UrgencyDays,
    key_of,
    urgency,
    urgency_of,
)
from timebok_desktop.domain.working_days import (
    after_working_days,
    before_working_days,
    is_working_day,
)

DAYS = UrgencyDays()
MONDAY = date(2026, 3, 16)
DATES = st.dates()
MAYBE = st.none() | DATES


@pytest.mark.parametrize(
    ("status", "dates", "due", "reason", "since"),
    [
        (Status.RECEIVED, Dates(MONDAY), date(2026, 3, 23), Reason.WAITING, MONDAY),
        (Status.IN_REVIEW, Dates(MONDAY), date(2026, 3, 23), Reason.WAITING, MONDAY),
        (
            Status.RECEIVED,
            Dates(date(2026, 3, 2), answered=MONDAY),
            date(2026, 3, 9),
            Reason.WAITING,
            date(2026, 3, 2),
        ),
        (
            Status.RECEIVED,
            Dates(MONDAY, answered=MONDAY),
            date(2026, 3, 17),
            Reason.ANSWERED,
            MONDAY,
        ),
        (
            Status.RECEIVED,
            Dates(MONDAY, desired=date(2026, 4, 7)),
            date(2026, 3, 23),
            Reason.WAITING,
            MONDAY,
        ),
        (
            Status.RECEIVED,
            Dates(MONDAY, desired=date(2026, 3, 24)),
            date(2026, 3, 17),
            Reason.DESIRED,
            date(2026, 3, 24),
        ),
        (
            Status.AWAITING_SECOND_APPROVAL,
            Dates(MONDAY, decided=date(2026, 3, 20)),
            date(2026, 3, 23),
            Reason.SECOND_APPROVAL,
            date(2026, 3, 20),
        ),
        (
            Status.AWAITING_INFORMATION,
            Dates(MONDAY, decided=MONDAY, deadline=date(2026, 3, 20)),
            date(2026, 3, 23),
            Reason.DEADLINE,
            date(2026, 3, 20),
        ),
        (
            Status.AWAITING_INFORMATION,
            Dates(MONDAY, decided=date(2026, 3, 27)),
            date(2026, 4, 8),
            Reason.UNANSWERED,
            date(2026, 3, 27),
        ),
        (
            Status.ON_HOLD,
            Dates(MONDAY, decided=MONDAY),
            date(2026, 3, 30),
            Reason.HELD,
            MONDAY,
        ),
    ],
)
def test_that_an_order_is_due_by_the_earliest_of_all_that_applies(
    status: Status, dates: Dates, due: date, reason: Reason, since: date
) -> None:
    assert urgency(status, dates, DAYS) == Urgency(due, reason, since)


@pytest.mark.parametrize("status", [one for one in Status if one not in OPEN_STATUSES])
def test_that_what_is_not_open_is_never_due(status: Status) -> None:
    assert key_of(status, Dates(MONDAY, desired=MONDAY), DAYS) == NEVER
    assert urgency(status, Dates(MONDAY), DAYS) is None


def test_that_no_key_says_nothing() -> None:
    assert urgency_of(0) is None


@given(
    status=st.sampled_from(sorted(OPEN_STATUSES)),
    dates=st.builds(Dates, DATES, MAYBE, MAYBE, MAYBE, MAYBE),
    other=st.builds(Dates, DATES, MAYBE, MAYBE, MAYBE, MAYBE),
)
def test_that_keys_sort_as_the_days_and_reasons_they_hold(
    status: Status, dates: Dates, other: Dates
) -> None:
    keys = [key_of(status, one, DAYS) for one in (dates, other)]
    told = [urgency_of(key) for key in keys]
    assert all(told)
    assert max(keys) < NEVER
    assert (keys[0] < keys[1]) == (told[0] < told[1])


@given(day=st.dates(date(1900, 1, 1), date(2200, 1, 1)), count=st.integers(0, 30))
def test_that_the_day_before_so_many_working_days_is_found_from_either_end(
    day: date, count: int
) -> None:
    found = before_working_days(day, count)
    assert is_working_day(found)
    assert found < day
    if is_working_day(day):
        assert after_working_days(found, count) == day

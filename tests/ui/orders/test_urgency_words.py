"""A row and the head of a case say in words why an order should be seen to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.urgency import NEVER, Dates, UrgencyDays, key_of
from timebok_desktop.ui.orders.urgency_words import (
    told_in_passing,
    urgency_in_short,
    urgency_in_words,
)

DAYS = UrgencyDays()
MONDAY = date(2026, 3, 16)
NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def key(status: Status = Status.RECEIVED, since: date = MONDAY, **dates: date) -> int:
    return key_of(status, Dates(since, **dates), DAYS)


@pytest.mark.parametrize(
    ("urgency", "later", "words"),
    [
        (key(), 0, "Waiting since 16.03.2026"),
        (key(), 7, "Waiting since 16.03.2026, should be seen to today"),
        (key(), 8, "Waiting since 16.03.2026, should have been seen to by 23.03.2026"),
        (key(answered=MONDAY), 0, "The municipality answered today"),
        (key(desired=date(2026, 3, 24)), 0, "Wanted from 24.03.2026"),
        (
            key(Status.AWAITING_INFORMATION, deadline=date(2026, 3, 20)),
            0,
            "The municipality has until 20.03.2026 to answer",
        ),
        (
            key(Status.AWAITING_INFORMATION, deadline=MONDAY),
            0,
            "The deadline is today",
        ),
        (
            key(Status.AWAITING_INFORMATION, deadline=MONDAY),
            2,
            "The deadline passed 2 working days ago",
        ),
        (
            key(Status.AWAITING_INFORMATION, deadline=date(2026, 3, 20)),
            5,
            "The deadline passed 20.03.2026",
        ),
        (NEVER, 0, ""),
        (0, 0, ""),
    ],
)
def test_that_the_reason_is_said_with_the_day_where_it_has_come(
    urgency: int, later: int, words: str
) -> None:
    assert urgency_in_words(urgency, NOW + timedelta(days=later)) == words


def test_that_an_age_is_not_said_twice() -> None:
    assert told_in_passing(key(), NOW) == ""
    assert told_in_passing(key(), NOW + timedelta(days=9)) != ""


@pytest.mark.parametrize(
    ("urgency", "words"),
    [
        (key(), "today"),
        (key(answered=MONDAY), "answered"),
        (key(desired=date(2026, 3, 19)), "wanted 19.03."),
        (key(Status.AWAITING_INFORMATION, deadline=date(2026, 3, 13)), "▲ past deadline"),
        (NEVER, ""),
    ],
)
def test_that_a_cell_says_it_in_a_word_or_two(urgency: int, words: str) -> None:
    assert urgency_in_short(urgency, NOW) == words

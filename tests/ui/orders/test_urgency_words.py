"""A row and the head of a case say in words why an order should be seen to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.urgency import NEVER, Dates, UrgencyDays, key_of
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.orders.urgency_words import (
    told_in_passing,
    urgency_in_short,
    urgency_in_words,
)

DAYS = UrgencyDays()
MONDAY = date(2026, 3, 16)
NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def bokmaal(qapp: QApplication) -> None:
    translation.install(qapp, "nb", resource_folder() / "translations")


def key(status: Status = Status.RECEIVED, since: date = MONDAY, **dates: date) -> int:
    return key_of(status, Dates(since, **dates), DAYS)


@pytest.mark.parametrize(
    ("urgency", "later", "words"),
    [
        (key(), 0, "Har ventet siden 16.03.2026"),
        (key(), 7, "Har ventet siden 16.03.2026, bør behandles i dag"),
        (key(), 8, "Har ventet siden 16.03.2026, skulle vært behandlet innen 23.03.2026"),
        (key(answered=MONDAY), 0, "Kommunen svarte i dag"),
        (key(desired=date(2026, 3, 24)), 0, "Ønsket fra 24.03.2026"),
        (
            key(Status.AWAITING_INFORMATION, deadline=date(2026, 3, 20)),
            0,
            "Kommunen har frist til 20.03.2026",
        ),
        (
            key(Status.AWAITING_INFORMATION, deadline=MONDAY),
            0,
            "Fristen går ut i dag",
        ),
        (
            key(Status.AWAITING_INFORMATION, deadline=MONDAY),
            2,
            "Fristen gikk ut for 2 virkedager siden",
        ),
        (
            key(Status.AWAITING_INFORMATION, deadline=date(2026, 3, 20)),
            5,
            "Fristen gikk ut 20.03.2026",
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
    late = told_in_passing(key(), NOW + timedelta(days=9))
    assert late == "skulle vært behandlet innen 23.03.2026"


@pytest.mark.parametrize(
    ("urgency", "words"),
    [
        (key(), "i dag"),
        (key(answered=MONDAY), "har svart"),
        (key(desired=date(2026, 3, 19)), "ønsket 19.03."),
        (key(Status.AWAITING_INFORMATION, deadline=date(2026, 3, 13)), "▲ over frist"),
        (NEVER, ""),
    ],
)
def test_that_a_cell_says_it_in_a_word_or_two(urgency: int, words: str) -> None:
    assert urgency_in_short(urgency, NOW) == words

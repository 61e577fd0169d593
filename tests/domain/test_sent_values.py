"""Single values are read as what they mean, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timebok_desktop.domain import sent_values
from timebok_desktop.domain.party import NORWAY

ANYTHING = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.dates()
    | st.datetimes()
    | st.from_regex(r"[0-9]{1,4}[-.][0-9]{1,2}[-.][0-9]{1,4}([ T][0-9]{2}:[0-9]{2})?")
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  a b ", "a b"),
        (True, "true"),
        (False, "false"),
        (12, "12"),
        (12.0, "12"),
        (1.5, "1.5"),
        (float("inf"), "inf"),
        (1e300, "1e+300"),
        (date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_that_a_value_has_one_text(value: object, text: str) -> None:
    assert sent_values.text_of(value) == text


@pytest.mark.parametrize(
    ("sent", "category"),
    [("koronaTEST", "Koronatest"), (" Lab ", "Lab"), ("Blodbank", "Blodbank"), (7, "7")],
)
def test_that_a_category_gets_its_own_spelling(sent: object, category: str) -> None:
    assert sent_values.category_of(sent) == category


@pytest.mark.parametrize(
    ("sent", "meaning"),
    [
        (True, True),
        ("Ja", True),
        ("SANN", True),
        (" nei ", False),
        ("false", False),
        ("kanskje", None),
        (1, None),
        (None, None),
    ],
)
def test_that_yes_and_no_are_read_in_words(sent: object, meaning: object) -> None:
    assert sent_values.yes_or_no(sent) is meaning


@pytest.mark.parametrize(
    ("sent", "language"),
    [("Bokmål", "nb"), ("NYNORSK", "nn"), ("nb", "nb"), ("nordsamisk", None), (3, None)],
)
def test_that_the_language_is_bokmaal_or_nynorsk(sent: object, language: str | None) -> None:
    assert sent_values.language_of(sent) == language


@pytest.mark.parametrize(
    "sent",
    [
        "2026-03-01",
        "2026-03-01T23:30:00Z",
        "2026-03-01 23:30",
        "01.03.2026",
        "1.3.2026",
        "1. 3. 2026",
        "01.03.2026 kl. 23.30",
        date(2026, 3, 1),
        datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
    ],
)
def test_that_a_day_is_the_one_that_is_written(sent: object) -> None:
    assert sent_values.day_of(sent) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "sent",
    [
        *("", "i dag", "2026-02-30", "31.02.2026", "1.3.26", "2026-03", "1899-12-31"),
        *("9999-12-31", "٢٠٢٦-٠٣-٠١", "01.03.2026 25:00", 46000, True, None),
    ],
)
def test_that_what_is_no_day_is_not_guessed(sent: object) -> None:
    assert sent_values.day_of(sent) is None
    assert sent_values.moment_of(sent) is None


@pytest.mark.parametrize(
    ("sent", "moment"),
    [
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=NORWAY)),
        ("2026-03-01T10:15:30,5", datetime(2026, 3, 1, 10, 15, 30, 500_000, tzinfo=NORWAY)),
        ("2026-03-01T10:15:00Z", datetime(2026, 3, 1, 10, 15, tzinfo=UTC)),
        (
            "2026-03-01T10:15:00+01:00",
            datetime(2026, 3, 1, 10, 15, tzinfo=timezone(timedelta(hours=1))),
        ),
        ("1.3.2026 10:15", datetime(2026, 3, 1, 10, 15, tzinfo=NORWAY)),
    ],
)
def test_that_a_moment_without_a_zone_is_norwegian(sent: str, moment: datetime) -> None:
    assert sent_values.moment_of(sent) == moment


@given(ANYTHING)
def test_that_no_value_makes_reading_fail(value: object) -> None:
    assert isinstance(sent_values.text_of(value), str)
    assert isinstance(sent_values.category_of(value), str)
    for read in (
        sent_values.yes_or_no,
        sent_values.language_of,
        sent_values.day_of,
        sent_values.moment_of,
    ):
        read(value)

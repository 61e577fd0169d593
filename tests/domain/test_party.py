"""Communication parties: activity in Norwegian days, labels for people, types as pairs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import Party, ServiceType, norwegian_day

UNHURRIED = settings(deadline=None)
"""A busy machine is no defect."""

DAY = date(2026, 3, 16)


def party(**facts: object) -> Party:
    return Party(her_id=1, type=PartyType.SERVICE, **facts)


@pytest.mark.parametrize(("active", "expected"), [(True, True), (None, True), (False, False)])
def test_that_only_a_flag_that_says_no_deactivates(active, expected) -> None:
    assert party(active=active).is_active_on(DAY) is expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (datetime(2026, 3, 16), None, True),  # noqa: DTZ001 - AR's SOAP has no zone
        (datetime(2026, 3, 17), None, False),  # noqa: DTZ001
        (None, datetime(2026, 3, 16), True),  # noqa: DTZ001
        (None, datetime(2026, 3, 15, 23, 59, 59), False),  # noqa: DTZ001
        (datetime(2026, 3, 16, 23, 0, tzinfo=UTC), None, False),
        (None, datetime(2026, 3, 15, 23, 0, tzinfo=UTC), True),
        (None, datetime(2026, 3, 15, 22, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 16), datetime(2026, 3, 16), True),  # noqa: DTZ001
    ],
)
def test_that_both_ends_of_a_period_are_norwegian_days_in_it(start, end, expected) -> None:
    assert party(valid_from=start, valid_to=end).is_active_on(DAY) is expected


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 16, 0, 30), date(2026, 3, 16)),  # noqa: DTZ001
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 1, 31, 22, 59, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 3, 16, 6, 0, tzinfo=timezone(timedelta(hours=9))), date(2026, 3, 15)),
        (datetime(9999, 12, 31, 23, 59, 59), date.max),  # noqa: DTZ001
        (datetime.max.replace(tzinfo=UTC), date.max),
        (datetime.max.replace(tzinfo=timezone(timedelta(hours=-9))), date.max),
        (datetime.min.replace(tzinfo=timezone(timedelta(hours=9))), date.min),
    ],
)
def test_that_a_moment_has_its_day_in_norway(moment: datetime, day: date) -> None:
    assert norwegian_day(moment) == day


@UNHURRIED
@given(st.datetimes(timezones=st.timezones()))
def test_that_no_moment_is_without_a_day(moment: datetime) -> None:
    assert abs(norwegian_day(moment) - moment.date()) <= timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        ({"name": "Legevakt", "location_description": "Storgata"}, "Legevakt, Storgata"),
        ({"name": "A", "display_name": "B", "location_description": "C"}, "B, C"),
        ({"name": "Legevakt", "parent_name": "Oslo kommune"}, "Legevakt, Oslo kommune"),
        ({"name": "A", "location_description": "C", "parent_name": "D"}, "A, C"),
        ({"name": "Oslo", "location_description": "Oslo"}, "Oslo"),
        ({"name": "Oslo"}, "Oslo"),
        ({"location_description": "Storgata"}, "Storgata"),
        ({}, ""),
    ],
)
def test_that_a_label_adds_the_place_to_a_name_that_is_only_a_type(facts, label: str) -> None:
    assert party(**facts).label == label


def test_that_service_types_are_compared_on_the_pair() -> None:
    assert ServiceType("8663", "KA02", "Legevakt").key == ServiceType("8663", "KA02").key
    assert ServiceType("8663", "KA02").key != ServiceType("8666", "KA02").key


def test_that_a_service_type_is_described_by_its_pair_and_text() -> None:
    assert ServiceType("8663", "KA02", "Legevakt").described == "8663 KA02 Legevakt"
    assert ServiceType("8663", "KA02").described == "8663 KA02"

"""The rules on the age of the snapshot and on masked identity numbers: borders and words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from timebok_desktop.domain.codes import Severity

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


# -- SNAPSHOT-STALE --------------------------------------------------------------------------
@pytest.mark.parametrize(
    "age", [timedelta(), timedelta(days=13, hours=23), timedelta(days=14), timedelta(days=-1)]
)
def test_that_a_snapshot_of_exactly_the_limit_is_fresh(find, age: timedelta) -> None:
    assert find("SNAPSHOT-STALE", taken_at=NOW - age) is None


@pytest.mark.parametrize(
    ("age", "days"),
    [
        (timedelta(days=14, microseconds=1), 14),
        (timedelta(days=15), 15),
        (timedelta(days=400), 400),
    ],
)
def test_that_a_snapshot_beyond_the_limit_is_a_warning(find, age: timedelta, days: int) -> None:
    finding = find("SNAPSHOT-STALE", taken_at=NOW - age)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["age_days"] == days
    assert finding.evidence["limit_days"] == 14
    assert "eldre enn 14 døgn" in finding.phrase.text("nb")


def test_that_the_limit_is_the_setting(find) -> None:
    taken_at = NOW - timedelta(days=2)
    assert find("SNAPSHOT-STALE", taken_at=taken_at, snapshot_max_age_days=1) is not None
    assert find("SNAPSHOT-STALE", taken_at=taken_at, snapshot_max_age_days=2) is None


def test_that_the_message_names_the_norwegian_day_of_the_snapshot(find) -> None:
    taken_at = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
    finding = find("SNAPSHOT-STALE", taken_at=taken_at)
    assert "fra 01.02.2026" in finding.phrase.text("nb")
    assert "frå 01.02.2026" in finding.phrase.text("nn")


# -- PERSONAL-ID -----------------------------------------------------------------------------
def test_that_a_masked_identity_number_is_a_warning_at_its_field(find) -> None:
    masked = {"contact_phone": "row 4, Telefon", "comment": "row 4, Kommentar"}
    finding = find("PERSONAL-ID", masked=masked)
    assert finding.severity is Severity.WARNING
    assert finding.field == "contact_phone"
    assert finding.evidence["fields"] == ("contact_phone", "comment")
    assert finding.evidence["places"] == ("row 4, Telefon", "row 4, Kommentar")
    assert "(felt: Telefon, Kommentar)" in finding.phrase.text("nb")


def test_that_a_masked_identity_number_in_an_unknown_column_belongs_to_no_field(find) -> None:
    finding = find("PERSONAL-ID", masked={"Merknad {0}": "row 4, Merknad {0}"})
    assert finding.field == ""
    assert "(felt: Merknad {0})" in finding.phrase.text("nn")


def test_that_an_order_without_masked_values_has_no_such_finding(find) -> None:
    assert find("PERSONAL-ID", masked={}) is None


def test_that_a_masked_identity_number_is_told_when_the_order_deactivates_too(find) -> None:
    masked = {"comment": "line 4"}
    assert find("PERSONAL-ID", masked=masked, kind="deactivate").severity is Severity.WARNING

"""Since when a municipality has waited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from timebok_desktop.domain.order import waiting_since

RECEIVED = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        (None, RECEIVED),
        (RECEIVED - timedelta(days=3), RECEIVED - timedelta(days=3)),
        (RECEIVED, RECEIVED),
        (RECEIVED + timedelta(seconds=1), RECEIVED),
    ],
)
def test_that_an_order_waits_since_it_was_submitted_but_no_later_than_its_receipt(
    submitted: datetime | None, expected: datetime
) -> None:
    assert waiting_since(submitted, RECEIVED) == expected

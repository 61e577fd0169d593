"""Which backup came last does not rest on the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def taken(store, when, kept=14):
    """The daily backup of a moment, as a machine whose clock stood there leaves it."""
    made = store.backup_if_due(when, kept)
    if made is not None:
        os.utime(made, (when.timestamp(), when.timestamp()))
    return made


def test_that_a_backup_of_a_day_to_come_does_not_stand_in_the_way_of_todays(store):
    ahead = taken(store, NOW + timedelta(days=3652))
    today = taken(store, NOW)
    assert ahead
    assert today
    assert taken(store, NOW + timedelta(hours=2)) is None
    assert taken(store, NOW + timedelta(days=1, hours=2))


def test_that_those_made_while_the_clock_was_ahead_go_first(store, tmp_path):
    for day in range(2):
        taken(store, NOW + timedelta(days=3652 + 2 * day), 3)
    after = [taken(store, NOW + timedelta(days=2 * day), 3) for day in range(3)]
    assert sorted((tmp_path / "backups").iterdir()) == sorted(after)


def test_that_the_last_backup_is_restored_though_an_earlier_one_bears_a_later_day(store):
    taken(store, NOW + timedelta(days=3652))
    with store.write() as unit:
        unit.audit.append(NOW, "kari", "later", "", {})
        unit.commit()
    last = taken(store, NOW)
    chosen, _kept = store.restore_last()
    assert chosen == last
    with store.read() as unit:
        assert [event.action for event in unit.audit.events()][-1] == "later"

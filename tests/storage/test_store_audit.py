"""The log in the store: append-only by the database, and every edit behind its back is found."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.storage.audit import GENESIS, entry_hash

AT = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
COLUMNS = ("at", "by", "action", "subject", "details", "previous_hash", "hash")
EDIT = 'UPDATE audit_event SET "COLUMN" = VALUE WHERE seq = 4'
DROP = "DROP TRIGGER audit_event_no_update"
DROPS = (DROP, "DROP TRIGGER audit_event_no_delete", "DROP TRIGGER audit_event_in_sequence")


@pytest.fixture
def log(store):
    """A log of ten entries."""
    with store.write() as unit:
        for number in range(10):
            subject = f"RTB-2026-{number % 2:06}"
            details = {"number": number, "when": AT.date(), "words": ("æ", "ø")}
            unit.audit.append(AT + timedelta(minutes=number), "kari", "tested", subject, details)
        unit.commit()
    return store


def first_broken(store):
    with store.read() as unit:
        return next((seq for seq, stated, due in unit.audit.chain() if stated != due), None)


def test_that_each_entry_follows_the_one_before_it(log):
    assert first_broken(log) is None
    with log.read() as unit:
        rows = unit._connection.execute(text("SELECT * FROM audit_event ORDER BY seq")).mappings()
        previous = GENESIS
        for number, row in enumerate(rows, start=1):
            assert (row["seq"], row["previous_hash"]) == (number, previous)
            content = {name: row[name] for name in ("seq", *COLUMNS[:-1])}
            plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
            assert row["hash"] == hashlib.sha256(plain.encode()).hexdigest()
            previous = row["hash"]
        assert unit.audit.head() == previous


def test_that_an_empty_log_has_the_head_of_the_beginning(store):
    with store.read() as unit:
        assert unit.audit.head() == GENESIS
        assert list(unit.audit.chain()) == []


def test_that_entries_are_found_by_subject_and_from_the_end(log):
    with log.read() as unit:
        assert [e.seq for e in unit.audit.events("RTB-2026-000001")] == [2, 4, 6, 8, 10]
        assert [e.seq for e in unit.audit.events(limit=3)] == [8, 9, 10]
        assert [e.seq for e in unit.audit.events(limit=2, before=8)] == [6, 7]
        (last,) = unit.audit.events(limit=1)
        assert last.details == {"number": 9, "when": "2026-03-16", "words": ["æ", "ø"]}
        assert last.at == AT + timedelta(minutes=9)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET by = 'ola' WHERE seq = 3",
        "UPDATE OR REPLACE audit_event SET seq = 4 WHERE seq = 3",
        "DELETE FROM audit_event WHERE seq = 10",
        "DELETE FROM audit_event",
        (
            "INSERT OR REPLACE INTO audit_event SELECT 3, at, 'ola', action, subject, details,"
            " previous_hash, hash FROM audit_event WHERE seq = 3"
        ),
        (
            "INSERT OR IGNORE INTO audit_event SELECT 3, at, 'ola', action, subject, details,"
            " previous_hash, hash FROM audit_event WHERE seq = 3"
        ),
        (
            "INSERT INTO audit_event SELECT 12, at, by, action, subject, details, previous_hash,"
            " hash FROM audit_event WHERE seq = 10"
        ),
        (
            "INSERT INTO audit_event SELECT 0, at, by, action, subject, details, previous_hash,"
            " hash FROM audit_event WHERE seq = 10"
        ),
        (
            "INSERT INTO audit_event SELECT NULL, at, by, action, subject, details, previous_hash,"
            " hash FROM audit_event WHERE seq = 10"
        ),
        (
            "INSERT INTO audit_event SELECT 3, at, by, action, subject, details, previous_hash,"
            " hash FROM audit_event WHERE seq = 3 ON CONFLICT DO UPDATE SET by = 'ola'"
        ),
    ],
)
def test_that_the_database_refuses_to_rewrite_the_log(log, statement):
    def rewrite():
        with log.write() as unit:
            unit._connection.execute(text(statement))
            unit.commit()

    with pytest.raises(DBAPIError, match=r"append-only|no gaps"):
        rewrite()
    with log.read() as unit:
        assert len(unit.audit.events()) == 10
    assert first_broken(log) is None


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("value", ["'edited'", "x'ff00'", "7"])
def test_that_one_edited_field_is_found_at_its_entry(log, behind_the_back, column, value):
    behind_the_back(DROP, EDIT.replace("COLUMN", column).replace("VALUE", value))
    assert first_broken(log) == 4


def test_that_an_edit_with_its_hash_worked_out_again_is_found_at_the_next_entry(
    log, behind_the_back
):
    (row,) = behind_the_back("SELECT * FROM audit_event WHERE seq = 4")
    record = dict(zip(("seq", *COLUMNS), row, strict=True)) | {"by": "ola"}
    behind_the_back(
        DROP,
        EDIT.replace("COLUMN", "by").replace("VALUE", "'ola'"),
        EDIT.replace("COLUMN", "hash").replace("VALUE", repr(entry_hash(record))),
    )
    assert first_broken(log) == 5


@pytest.mark.parametrize(
    ("statements", "found_at"),
    [
        (["DELETE FROM audit_event WHERE seq = 4"], 5),
        (["DELETE FROM audit_event WHERE seq = 1"], 2),
        (
            [
                "UPDATE audit_event SET seq = 99 WHERE seq = 4",
                "UPDATE audit_event SET seq = 4 WHERE seq = 5",
                "UPDATE audit_event SET seq = 5 WHERE seq = 99",
            ],
            4,
        ),
        (["UPDATE audit_event SET seq = 40 WHERE seq = 4"], 5),
        (
            [
                (
                    "INSERT INTO audit_event SELECT 11, at, 'ola', action, subject, details, hash,"
                    " hash FROM audit_event WHERE seq = 10"
                )
            ],
            11,
        ),
        (
            [
                (
                    "INSERT INTO audit_event SELECT 0, at, by, action, subject, details,"
                    " previous_hash, hash FROM audit_event WHERE seq = 1"
                )
            ],
            0,
        ),
        (
            [
                (
                    "UPDATE audit_event SET (at, by, action, subject, details) = (SELECT at, by,"
                    " action, subject, details FROM audit_event WHERE seq = 9) WHERE seq = 2"
                )
            ],
            2,
        ),
    ],
)
def test_that_entries_deleted_swapped_moved_or_added_are_found(
    log, behind_the_back, statements, found_at
):
    behind_the_back(*DROPS, *statements)
    assert first_broken(log) == found_at


@pytest.mark.parametrize(("column", "value"), [("at", "'i går'"), ("details", "'{'")])
def test_that_a_broken_entry_cannot_be_read_as_if_it_were_whole(
    log, behind_the_back, column, value
):
    behind_the_back(DROP, EDIT.replace("COLUMN", column).replace("VALUE", value))
    with pytest.raises(UnavailableError, match="audit_event 4"), log.read() as unit:
        unit.audit.events()


def test_that_mappings_and_sequences_of_every_kind_are_told(store):
    with store.write() as unit:
        details = {"read-only": MappingProxyType({"a": 1}), "numbers": range(2)}
        event = unit.audit.append(AT, "kari", "tested", "", details)
        assert event.details == {"read-only": {"a": 1}, "numbers": [0, 1]}


def test_that_what_json_does_not_know_is_our_own_fault(store):
    with pytest.raises(TypeError), store.write() as unit:
        unit.audit.append(AT, "kari", "tested", "", {"odd": object()})


def test_that_a_hundred_thousand_entries_are_verified_in_seconds(store):
    with store.write() as unit:
        rows, previous = [], GENESIS
        for seq in range(1, 100_001):
            row = dict.fromkeys(COLUMNS, "x") | {"seq": seq, "previous_hash": previous}
            previous = row["hash"] = entry_hash(row)
            rows.append(row)
        names = ", ".join(f'"{name}"' for name in ("seq", *COLUMNS))
        holes = ", ".join(f":{name}" for name in ("seq", *COLUMNS))
        unit._connection.execute(
            text(f"INSERT INTO audit_event({names}) VALUES({holes})"),
            rows,
        )
        unit.commit()
    started = datetime.now(UTC)
    assert first_broken(store) is None
    assert datetime.now(UTC) - started < timedelta(seconds=10)

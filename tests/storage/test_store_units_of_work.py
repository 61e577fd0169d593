"""Units of work: all or nothing, one writer at a time, failures that say what to do."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.storage import driver as driver_module
from timebok_desktop.storage.failures import explained

ROWS = (("1103", "nb"),)


def test_that_leaving_without_commit_takes_everything_back(store, make_order, make_keys, put_order):
    with store.write() as unit:
        unit.tables.replace("languages", ROWS)
        put_order(unit, make_order(), make_keys(make_order()))
    with store.read() as unit:
        assert unit.tables.rows("languages") == ()
        assert unit.orders.get("RTB-2026-000001") is None


def test_that_an_exception_takes_everything_back(store):
    def fail():
        with store.write() as unit:
            unit.tables.replace("languages", ROWS)
            raise KeyError("ours")

    with pytest.raises(KeyError):
        fail()
    with store.read() as unit:
        assert unit.tables.rows("languages") == ()


def test_that_a_reader_sees_one_moment(store):
    with store.read() as reader:
        assert reader.tables.version() == 0
        with store.write() as writer:
            writer.tables.replace("languages", ROWS)
            writer.commit()
        assert reader.tables.rows("languages") == ()
    with store.read() as reader:
        assert reader.tables.rows("languages") == ROWS


def test_that_a_second_writer_waits_for_the_first(store):
    started, order = threading.Event(), []

    def second():
        started.set()
        with store.write() as unit:
            order.append(unit.tables.rows("languages"))

    thread = threading.Thread(target=second)
    with store.write() as unit:
        thread.start()
        assert started.wait(5)
        unit.tables.replace("languages", ROWS)
        assert order == []
        unit.commit()
    thread.join(10)
    assert order == [ROWS]


def test_that_a_writer_that_waited_long_enough_is_told(open_store, monkeypatch):
    monkeypatch.setattr(driver_module, "BUSY_TIMEOUT_SECONDS", 0.05)
    first, second = open_store(), open_store()
    with first.write(), pytest.raises(UnavailableError) as caught, second.write():
        pytest.fail("two writers at once")
    assert "opptatt" in caught.value.text("nb")
    assert "oppteke" in caught.value.text("nn")


def test_that_an_error_of_ours_is_not_explained_away(store, make_order, make_keys, put_order):
    def attempt():
        with store.write() as unit:
            for _ in range(2):
                put_order(unit, make_order(), make_keys(make_order()))

    with pytest.raises(dbapi2.IntegrityError):
        attempt()


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("database or disk is full", "Disken er full"),
        ("attempt to write a readonly database", "skrivetilgang"),
        ("database disk image is malformed", "skadet"),
        ("disk I/O error", "store check"),
    ],
)
def test_that_failures_of_the_machine_say_what_to_do(message, said):
    with pytest.raises(UnavailableError, match=said), explained():
        raise dbapi2.OperationalError(message)


def test_that_damage_is_found_in_the_drivers_words():
    with pytest.raises(UnavailableError, match="skadet"), explained():
        raise DBAPIError("SELECT", {}, dbapi2.DatabaseError("file is not a database"))
    with pytest.raises(dbapi2.ProgrammingError), explained():
        raise dbapi2.ProgrammingError("ours")


def test_that_half_a_character_is_refused_and_nothing_changes(store):
    def attempt():
        with store.write() as unit:
            unit.tables.replace("languages", (("1103", "\ud800"),))
            unit.orders.get("\ud800")

    with pytest.raises(RefusedError, match="halvt tegn"):
        attempt()


def test_that_a_store_that_is_read_only_is_explained(open_store, place, store, monkeypatch):
    def attempt():
        with store.write() as unit:
            unit._connection.exec_driver_sql("PRAGMA query_only=ON")
            unit.tables.replace("languages", ROWS)

    with pytest.raises(UnavailableError, match="skrivetilgang"):
        attempt()


def test_that_the_version_of_tables_goes_up_and_is_never_given_twice(store):
    seen = set()
    for commits in (False, True, False, True):
        with store.write() as unit:
            before = unit.tables.version()
            unit.tables.replace("languages", ROWS)
            assert unit.tables.version() > before
            seen.add(unit.tables.version())
            if commits:
                unit.commit()
    assert len(seen) == 4

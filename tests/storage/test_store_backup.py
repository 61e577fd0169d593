"""Backup and restore: whole copies, looked through; a bad one changes nothing."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from timebok_desktop.domain.errors import NotFoundError, RefusedError, UnavailableError
from timebok_desktop.storage import migrate
from timebok_desktop.storage import store as store_module
from timebok_desktop.storage.revisions import HEAD, REVISIONS

COMING = "9999"
"""The revision of a program that does not exist yet."""

BEFORE, AFTER = (("1103", "nb"),), (("1103", "nn"),)


def put(store, rows):
    with store.write() as unit:
        unit.tables.replace("languages", rows)
        unit.commit()


def rows_of(store):
    with store.read() as unit:
        return unit.tables.rows("languages")


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_that_a_backup_holds_what_was_committed_and_can_be_restored(store, tmp_path):
    put(store, BEFORE)
    backup = tmp_path / "kopier" / "mandag.sqlite3"
    store.backup(backup)
    assert names(backup.parent) == ["mandag.sqlite3"]
    content = backup.read_bytes()
    put(store, AFTER)
    kept = store.restore(backup)
    assert rows_of(store) == BEFORE
    assert store.check() == []
    assert backup.read_bytes() == content
    assert names(backup.parent) == ["mandag.sqlite3"]
    put(store, (("0301", "nb"),))
    store.restore(kept)
    assert rows_of(store) == AFTER


def test_that_others_see_a_restored_store(store, open_store, tmp_path):
    other = open_store()
    put(store, BEFORE)
    store.backup(tmp_path / "kopi.sqlite3")
    put(store, AFTER)
    assert rows_of(other) == AFTER
    store.restore(tmp_path / "kopi.sqlite3")
    assert rows_of(other) == BEFORE
    put(other, AFTER)
    assert rows_of(store) == AFTER


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_that_a_backup_is_its_owners_alone_and_may_be_read_only(store, tmp_path):
    put(store, BEFORE)
    backup = tmp_path / "kopi.sqlite3"
    store.backup(backup)
    assert backup.stat().st_mode & 0o777 == 0o600
    backup.chmod(0o400)
    put(store, AFTER)
    store.restore(backup)
    assert rows_of(store) == BEFORE


def test_that_a_backup_replaces_a_file_only_where_that_is_wanted_and_never_the_store(
    store, tmp_path
):
    put(store, BEFORE)
    taken = tmp_path / "kopi.sqlite3"
    taken.write_text("noe annet")
    with pytest.raises(RefusedError, match="finnes allerede"):
        store.backup(taken)
    assert taken.read_text() == "noe annet"
    store.backup(taken, replaces=True)
    with pytest.raises(RefusedError, match="finnes allerede"):
        store.backup(store._path, replaces=True)
    put(store, AFTER)
    store.restore(taken)
    assert rows_of(store) == BEFORE


def test_that_what_is_left_of_a_cut_off_backup_is_no_hindrance(store, tmp_path):
    (tmp_path / ".kopi.sqlite3.part").write_text("halv")
    store.backup(tmp_path / "kopi.sqlite3")
    assert not (tmp_path / ".kopi.sqlite3.part").exists()


def test_that_a_backup_that_is_not_there_is_said(store, tmp_path):
    with pytest.raises(NotFoundError):
        store.restore(tmp_path / "nei.sqlite3")


def damaged_copy(path):
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 97):
        content[place] ^= 0x5A
    path.write_bytes(bytes(content))


@pytest.mark.parametrize(
    "spoil",
    [
        damaged_copy,
        lambda path: path.write_bytes(b"Dette er ingen database, bare tekst. " * 300),
        lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
        lambda path: path.write_bytes(b""),
    ],
)
def test_that_a_damaged_backup_is_refused_and_the_store_stays(store, tmp_path, spoil):
    put(store, BEFORE)
    backup = tmp_path / "kopi.sqlite3"
    store.backup(backup)
    spoil(backup)
    content = backup.read_bytes()
    put(store, AFTER)
    with pytest.raises(UnavailableError, match="skadet"):
        store.restore(backup)
    assert rows_of(store) == AFTER
    assert store.check() == []
    assert backup.read_bytes() == content
    assert names(tmp_path / "backups") if (tmp_path / "backups").exists() else True


def test_that_a_foreign_database_is_not_restored(store, tmp_path):
    foreign = tmp_path / "oppskrifter.sqlite3"
    connection = dbapi2.connect(str(foreign), isolation_level=None)
    connection.execute("CREATE TABLE recipes(name TEXT)")
    connection.close()
    content = foreign.read_bytes()
    put(store, BEFORE)
    with pytest.raises(UnavailableError, match="ikke et lager"):
        store.restore(foreign)
    assert rows_of(store) == BEFORE
    assert foreign.read_bytes() == content


def test_that_broken_references_between_rows_are_found(store, behind_the_back, tmp_path):
    behind_the_back(
        "PRAGMA foreign_keys=OFF", "INSERT INTO package_order(sequence, order_id) VALUES(7, 7)"
    )
    assert store.check() == ["foreign key: package_order row 1"] * 2
    with pytest.raises(UnavailableError, match="foreign key"):
        store.backup(tmp_path / "kopi.sqlite3")
    assert not (tmp_path / "kopi.sqlite3").exists()


def test_that_a_damaged_store_is_found_by_looking_it_through(
    open_store, place, store, fill, make_order
):
    fill(*(make_order(number, comment="x" * 200) for number in range(300)))
    store.close()
    damaged_copy(place)
    with pytest.raises(UnavailableError, match=r"skadet|store check"):
        open_store().backup(place.with_name("kopi.sqlite3"))


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full or a limit of its own")
def test_that_a_full_disk_at_backup_leaves_nothing_and_is_said(store, tmp_path, monkeypatch):
    put(store, BEFORE)

    class Full:
        def execute(self, *_arguments):
            raise dbapi2.OperationalError("database or disk is full")

    monkeypatch.setattr(
        "sqlalchemy.pool.base._ConnectionFairy.driver_connection", Full(), raising=False
    )
    with pytest.raises(UnavailableError, match="Disken er full"):
        store.backup(tmp_path / "kopi.sqlite3")
    assert [name for name in names(tmp_path) if "kopi" in name] == []


def test_that_a_copy_that_cannot_be_made_durable_is_no_backup(store, tmp_path, monkeypatch):
    def fail(_descriptor):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnavailableError, match="Input/output error"):
        store.backup(tmp_path / "kopi.sqlite3")
    assert [name for name in names(tmp_path) if "kopi" in name] == []


def test_that_a_folder_that_cannot_be_synced_is_no_hindrance(store, tmp_path, monkeypatch):
    def refuse(_descriptor):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "fsync", refuse)
    store.backup(tmp_path / "kopi.sqlite3")
    assert (tmp_path / "kopi.sqlite3").is_file()


def test_that_a_backup_in_a_place_that_is_a_file_is_explained(store, tmp_path):
    (tmp_path / "fil").write_text("")
    with pytest.raises(UnavailableError, match="Kan ikke skrive"):
        store.backup(tmp_path / "fil" / "kopi.sqlite3")


def test_that_a_driver_without_a_connection_is_our_own_fault(store, tmp_path, monkeypatch):
    store.backup(tmp_path / "kopi.sqlite3")
    monkeypatch.setattr(store, "backup", lambda _target: None)
    monkeypatch.setattr("sqlalchemy.pool.base._ConnectionFairy.driver_connection", None)
    with pytest.raises(RuntimeError):
        store.restore(tmp_path / "kopi.sqlite3")
    monkeypatch.undo()
    monkeypatch.setattr("sqlalchemy.pool.base._ConnectionFairy.driver_connection", None)
    with pytest.raises(RuntimeError):
        store.backup(tmp_path / "til.sqlite3")


def test_that_an_older_backup_is_upgraded_when_it_is_restored(store, tmp_path, monkeypatch):
    put(store, BEFORE)
    store.backup(tmp_path / "kopi.sqlite3")
    monkeypatch.setattr(migrate, "HEAD", COMING)
    monkeypatch.setattr(migrate, "REVISIONS", (*REVISIONS, COMING))

    def upgrade(connection):
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (COMING,))

    monkeypatch.setattr(migrate, "upgrade", upgrade)
    store.restore(tmp_path / "kopi.sqlite3")
    with store.read() as unit:
        assert migrate.revision(unit._connection) == COMING
    assert rows_of(store) == BEFORE
    kept = names(tmp_path / "backups")
    assert [name.split("-2")[0] for name in kept] == [
        "before-restore",
        f"before-upgrade-from-{HEAD}",
    ]
    assert store_module.Path is Path

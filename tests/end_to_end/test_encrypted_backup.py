"""Backups and keys of an encrypted workspace: whole, restorable elsewhere, never in between."""

from __future__ import annotations

import os
import random
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from timebok_desktop.bootstrap import open_office
from timebok_desktop.domain.errors import UnavailableError, WrongPassphraseError
from timebok_desktop.files import backup_file
from timebok_desktop.files.sealed import Cost
from timebok_desktop.files.workspace import workspace_in
from timebok_desktop.storage.store import SqlStore
from timebok_desktop.unlocking import Unlocking, opened_keys

CHEAP = Cost(memory_kib=32, passes=1, lanes=1)
WORDS, OTHER_WORDS = "blåbær på tunet i august", "epler i hagen til oktober"


@pytest.fixture
def passphrase_file(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "frase.txt"
    path.write_text(WORDS, "utf-8")
    monkeypatch.setenv("TIMEBOK_PASSPHRASE_FILE", str(path))
    return path


@pytest.fixture
def timebok(new_timebok, passphrase_file):
    keys = opened_keys(new_timebok.workspace, Unlocking(cost=CHEAP))
    open_office(new_timebok.workspace, keys=keys).close()
    return new_timebok


@pytest.fixture
def stranger(timebok, tmp_path):
    """The command line over a folder where nothing is yet."""
    return type(timebok)(tmp_path / "annet sted", timebok._capture)


def everything(timebok):
    return (timebok("orders", "list").document, timebok("audit", "verify").document)


def test_that_a_backup_is_restored_elsewhere_with_the_passphrase(desk, order, stranger, tmp_path):
    reference = order()
    before, copy = everything(desk), tmp_path / "kopi.timebok-backup"
    assert desk("store", "backup", copy).document["ok"]
    assert reference.encode() not in copy.read_bytes()
    assert stranger("store", "restore", copy).document["ok"]
    assert everything(stranger) == before
    assert stranger("store", "check").document["ok"]
    assert stranger("init").document["encrypted"]
    names = [path.name for path in (stranger.workspace / "backups").iterdir()]
    assert [name for name in names if name.startswith(".")] == []
    thumbs = [one("package", "trust", tmp_path / "nøkkel.json") for one in (desk, stranger)]
    assert thumbs[0].document == thumbs[1].document


def test_that_caseworkers_sign_with_their_own_keys_where_a_backup_is_restored(
    desk, order, stranger, tmp_path, passphrase_file, monkeypatch
):
    monkeypatch.setenv("TIMEBOK_SIGNING_PASSPHRASE_FILE", str(passphrase_file))
    lillehammer = {"municipalityNumber": "3405", "organizationNumber": "945578564"}
    first, second = order(), order(herId=9001002, **lillehammer)
    desk("decide", first, "approve")
    desk("store", "backup", tmp_path / "kopi.timebok-backup")
    stranger("store", "restore", tmp_path / "kopi.timebok-backup")
    folder = workspace_in(stranger.workspace).keys / "caseworkers"
    assert folder.stat().st_mode & 0o077 == 0 or os.name == "nt"
    assert stranger("keys", "list").document == desk("keys", "list").document
    stranger("decide", second, "approve")


def test_that_a_wrong_passphrase_restores_nothing(timebok, stranger, passphrase_file, tmp_path):
    copy = tmp_path / "kopi.timebok-backup"
    timebok("store", "backup", copy)
    passphrase_file.write_text("noe annet", "utf-8")
    assert "passordfrase" in stranger("store", "restore", copy, expect=3).err.lower()
    assert not workspace_in(stranger.workspace).store_key.exists()
    passphrase_file.write_text(WORDS, "utf-8")
    stranger("store", "restore", copy)


@pytest.mark.parametrize("length", [0, 10, 17, 25, 200])
def test_that_a_cut_off_backup_changes_nothing(timebok, stranger, tmp_path, length):
    copy = tmp_path / "kopi.timebok-backup"
    timebok("store", "backup", copy)
    before = everything(timebok)
    copy.write_bytes(copy.read_bytes()[:length])
    timebok("store", "restore", copy, expect=None)
    assert everything(timebok) == before


def test_that_backups_do_not_pass_between_plain_and_encrypted(timebok, in_workspace, tmp_path):
    plain = in_workspace(tmp_path / "ukryptert")
    for one, other, name in ((plain, timebok, "p"), (timebok, plain, "k")):
        copy = tmp_path / name
        one("store", "backup", copy)
        before = everything(other)
        assert "kryptert" in other("store", "restore", copy, expect=1).err
        assert everything(other) == before


def test_that_every_flipped_bit_is_found_and_the_last_good_backup_is_one_command_away(
    desk, order, tmp_path
):
    order()
    desk("store", "backup", desk.workspace / "backups" / "god.timebok-backup")
    before = everything(desk)
    place = desk.workspace / "store.sqlite3"
    whole, chance = place.read_bytes(), random.Random(20261125)  # noqa: S311 - the same places each time
    keys = opened_keys(desk.workspace)
    silent = []
    for _ in range(60):
        at, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        place.write_bytes(whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :])
        try:
            store = SqlStore(place, desk.workspace / "backups", keys.store[0])
        except UnavailableError:
            continue
        if not store.check():
            silent.append(at)
        store.close()
    assert silent == []
    for at in (3, len(whole) // 2):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert desk("store", "check", expect=3).err or True
        restored = desk("store", "restore").document
        assert Path(restored["before"]).name.startswith("damaged-")
        assert (Path(restored["before"]) / "store.sqlite3").exists()
        assert everything(desk) == before
        assert desk("store", "check").document["ok"]


def test_that_a_damaged_original_is_found(desk, order):
    order()
    assert desk("store", "check").document["ok"]
    kept = max((desk.workspace / "originals").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    content = kept.read_bytes()
    kept.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    found = desk("store", "check", expect=3).document
    assert kept.name in found["problems"][0]


def test_that_a_damaged_plain_store_is_restored_as_a_plain_one(in_workspace, tmp_path):
    plain = in_workspace(tmp_path / "ukryptert")
    plain("store", "backup", plain.workspace / "backups" / "god.timebok-backup")
    before = everything(plain)
    (plain.workspace / "store.sqlite3").write_bytes(b"noe helt annet " * 1000)
    plain("orders", "list", expect=3)
    assert plain("store", "restore").document["ok"]
    assert everything(plain) == before
    assert not plain("init").document["encrypted"]


def test_that_backups_while_others_write_are_whole(timebok, tmp_path):
    keys = opened_keys(timebok.workspace)
    office = open_office(timebok.workspace, keys=keys)
    done, written = threading.Event(), []

    def write() -> None:
        while not done.is_set():
            with office.store.write() as unit:
                unit.audit.append(datetime.now(UTC), "anna", "test", "", {"n": len(written)})
                unit.commit()
            written.append(len(written))

    writing = threading.Thread(target=write)
    writing.start()
    try:
        copies = []
        for number in range(5):
            while len(written) < 10 * (number + 1):
                time.sleep(0.001)
            copies.append((tmp_path / f"{number}.timebok-backup", len(written)))
            office.desk.backup(copies[-1][0])
    finally:
        done.set()
        writing.join()
    for copy, acknowledged in copies:
        office.desk.restore(copy)
        events = [one for one in office.desk.audit_events() if one.action == "test"]
        assert [one.details["n"] for one in events] == list(range(len(events)))
        assert len(events) >= acknowledged
        assert office.desk.verify_audit().intact
    office.close()


def test_that_a_backup_is_made_each_day_and_only_so_many_are_kept(timebok, tmp_path):
    now = [datetime.now(UTC)]
    office = open_office(timebok.workspace, lambda: now[0], keys=opened_keys(timebok.workspace))
    backups = timebok.workspace / "backups"
    assert office.desk.back_up_if_due() is None
    for day in range(1, 20):
        now[0] = datetime.now(UTC) + timedelta(days=day)
        made = office.desk.back_up_if_due()
        assert made is not None
        os.utime(made, (now[0].timestamp(), now[0].timestamp()))
        assert office.desk.back_up_if_due() is None
    assert len(list(backups.glob("daily-*"))) == 14
    office.close()
    timebok("settings", "set", "backups_kept=0")
    office = open_office(
        timebok.workspace, lambda: now[0] + timedelta(days=9), keys=opened_keys(timebok.workspace)
    )
    assert office.desk.back_up_if_due() is None
    office.close()


def test_that_a_backup_of_other_keys_is_opened_by_its_own_passphrase(timebok, tmp_path):
    copy = tmp_path / "kopi.timebok-backup"
    timebok("store", "backup", copy)
    with copy.open("rb") as file:
        held = backup_file.key_file_of(copy, backup_file._read_head(copy, file))
    assert held.open(WORDS) == opened_keys(timebok.workspace)
    with pytest.raises(WrongPassphraseError):
        held.open(OTHER_WORDS)

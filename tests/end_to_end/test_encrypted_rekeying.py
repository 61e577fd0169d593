"""A change of keys or of the passphrase: never a moment in which nobody gets in."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timebok_desktop.bootstrap import open_office
from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.sealed import Cost
from timebok_desktop.files.sealed_originals import SealedOriginals
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.workspace import workspace_in
from timebok_desktop.rekeying import Rekeying
from timebok_desktop.storage.driver import connect, opens
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


def test_that_new_keys_open_what_the_old_ones_do_not(desk, order, tmp_path):
    order()
    old, before = opened_keys(desk.workspace), desk("orders", "list").document
    copy = tmp_path / "før.timebok-backup"
    desk("store", "backup", copy)
    assert desk("store", "rekey").document == {"ok": True, "keys_changed": True}
    new = opened_keys(desk.workspace)
    assert set(new.store + new.originals).isdisjoint(old.store + old.originals)
    assert new.sealing == old.sealing, "the guide says that this one is not changed"
    assert not opens(desk.workspace / "store.sqlite3", old.store[0])
    assert list(SealedOriginals(desk.workspace / "originals", new.originals).damaged()) == []
    assert desk("orders", "list").document == before
    assert desk("store", "check").document["ok"]
    assert desk("audit", "list").document["events"][-1]["action"] == "store-rekeyed"
    desk("store", "restore", copy)
    assert desk("orders", "list").document == before
    assert desk("store", "check").document["ok"]


def test_that_a_new_passphrase_takes_the_place_of_the_old(timebok, passphrase_file, tmp_path):
    copy, new = tmp_path / "før.timebok-backup", tmp_path / "ny.txt"
    timebok("store", "backup", copy)
    keys = opened_keys(timebok.workspace)
    new.write_text(OTHER_WORDS + "\n", "utf-8")
    timebok("store", "rekey", "--only-passphrase", expect=2)
    changed = timebok("store", "rekey", "--only-passphrase", "--new-passphrase-file", new)
    assert changed.document == {"ok": True, "keys_changed": False}
    timebok("orders", "list", expect=3)
    passphrase_file.write_text(OTHER_WORDS, "utf-8")
    assert opened_keys(timebok.workspace) == keys
    timebok("store", "restore", copy)


def test_that_whoever_has_it_open_hinders_a_change_of_keys(timebok):
    keys = opened_keys(timebok.workspace)
    other = connect(timebok.workspace / "store.sqlite3", keys.store[0])
    other.execute("SELECT count(*) FROM sqlite_master").fetchall()
    assert "opptatt" in timebok("store", "rekey", expect=3).err
    other.close()
    timebok("orders", "list")
    timebok("store", "rekey")
    assert len(opened_keys(timebok.workspace).store) == 1


class KilledError(BaseException):
    """The process ends here."""


def steps_of(monkeypatch, number: int) -> None:
    """Ends the process before the step with a number, counted over all that changes anything."""
    count = iter(range(1000))

    def before(owner, name) -> None:
        real = getattr(owner, name)

        def step(*given, **named):
            if next(count) == number:
                raise KilledError
            return real(*given, **named)

        monkeypatch.setattr(owner, name, step)

    before(Rekeying, "_keep")
    before(SqlStore, "rekey")
    before(SealedOriginals, "_keep")
    before(Rekeying, "_log")


@pytest.mark.parametrize("number", range(7))
def test_that_a_change_of_keys_that_is_stopped_leaves_a_workspace_that_opens(
    desk, order, monkeypatch, passphrase_file, number
):
    order()
    before = desk("orders", "list").document
    workspace, unlocking = workspace_in(desk.workspace), Unlocking(cost=CHEAP)
    keys = opened_keys(desk.workspace, unlocking)
    office = open_office(desk.workspace, keys=keys)
    work = Rekeying(workspace, office.store, unlocking, OTHER_WORDS, CHEAP)
    with monkeypatch.context() as patched:
        steps_of(patched, number)
        with pytest.raises(KilledError):
            work.change_keys(keys, "anna")
    office.close()
    opened = []
    for words in (WORDS, OTHER_WORDS):
        passphrase_file.write_text(words, "utf-8")
        try:
            opened.append(opened_keys(desk.workspace, unlocking))
        except UnavailableError:
            continue
        assert desk("orders", "list").document == before
        assert desk("store", "check").document["ok"]
        again = opened_keys(desk.workspace, unlocking)
        office = open_office(desk.workspace, keys=again)
        finished = Rekeying(workspace, office.store, unlocking, words, CHEAP)
        after = finished.change_keys(again, "anna")
        office.close()
        assert (len(after.store), len(after.originals)) == (1, 1)
        assert desk("store", "check").document["ok"]
    assert len(opened) == 1


CHANGING = """
import sys
from pathlib import Path
from timebok_desktop.storage.driver import change_key
print("ready", flush=True)
sys.stdin.readline()
change_key(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_that_a_store_killed_while_its_key_changes_opens_with_the_one_or_the_other(tmp_path):
    place, old = tmp_path / "store.sqlite3", os.urandom(32)
    connection = connect(place, old)
    connection.execute("CREATE TABLE filled(content BLOB)")
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO filled VALUES(randomblob(?))", [(3000,) for _ in range(4000)]
    )
    connection.execute("COMMIT")
    connection.close()
    chance = random.Random(4)  # noqa: S311 - the same moments each time
    for _ in range(8):
        new = os.urandom(32)
        with subprocess.Popen(
            [sys.executable, "-c", CHANGING, str(place), old.hex(), new.hex()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            process.stdout.readline()
            process.stdin.write("\n")
            process.stdin.flush()
            time.sleep(chance.random() * 0.08)
            process.send_signal(signal.SIGKILL)
        (key,) = [one for one in (new, old) if opens(place, one)]
        connection = connect(place, key)
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM filled").fetchone() == (4000,)
        connection.close()
        old = key


class Ring:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, StoreKeys] = {}

    def get(self, workspace: str) -> StoreKeys | None:
        return self.kept.get(workspace)

    def set(self, workspace: str, keys: StoreKeys) -> bool:
        self.kept[workspace] = keys
        return True

    def forget(self, workspace: str) -> bool:
        return self.kept.pop(workspace, None) is not None


def test_that_the_keyring_gets_the_new_keys_if_it_had_the_old(timebok, monkeypatch):
    ring, workspace = Ring(), workspace_in(timebok.workspace)
    unlocking = Unlocking(keyring=ring, cost=CHEAP)
    keys = opened_keys(timebok.workspace)
    for known in (False, True):
        if known:
            assert unlocking.remember(workspace, keys)
        office = open_office(timebok.workspace, keys=keys)
        keys = Rekeying(workspace, office.store, unlocking, WORDS, CHEAP).change_keys(keys, "anna")
        office.close()
        assert list(ring.kept.values()) == ([keys] if known else [])
    monkeypatch.delenv("TIMEBOK_PASSPHRASE_FILE")
    assert opened_keys(timebok.workspace, unlocking) == keys


def test_that_the_keyring_commands_say_what_they_did(timebok, in_workspace, tmp_path):
    assert timebok("store", "lock").document == {"ok": True, "forgotten": False}
    assert "nøkkelring" in timebok("store", "unlock", expect=3).err
    plain = in_workspace(tmp_path / "ukryptert")
    for words in (("lock",), ("unlock",), ("rekey",)):
        assert "ikke kryptert" in plain("store", *words, expect=1).err

"""An encrypted workspace: the whole main job in it, what lies on the disk, and who gets in."""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from timebok_desktop.app import create_window
from timebok_desktop.bootstrap import open_office
from timebok_desktop.cli import asking, main
from timebok_desktop.domain.errors import UnavailableError, WrongPassphraseError
from timebok_desktop.files.keyrings import Keyring
from timebok_desktop.files.sealed import Cost
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.workspace import workspace_in
from timebok_desktop.unlocking import Unlocking, opened_keys

CHEAP = Cost(memory_kib=32, passes=1, lanes=1)
WORDS = "blåbær på tunet i august"
NAMED = "Kari Eksempel (oppdiktet)"


class Ring:
    """A keyring in memory; a `broken` one takes nothing."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: dict[str, StoreKeys] = {}
        self._broken = broken

    def get(self, workspace: str) -> StoreKeys | None:
        return self.kept.get(workspace)

    def set(self, workspace: str, keys: StoreKeys) -> bool:
        if not self._broken:
            self.kept[workspace] = keys
        return not self._broken

    def forget(self, workspace: str) -> bool:
        return self.kept.pop(workspace, None) is not None


class Person:
    """Answers with what was prepared."""

    def __init__(self, *answers: str | None, new: str | None = None) -> None:
        self.answers, self.new, self.asked = list(answers), new, []

    def passphrase(self, _folder: Path, *, wrong: bool) -> str | None:
        self.asked.append(wrong)
        return self.answers.pop(0) if self.answers else None

    def new_passphrase(self, _folder: Path) -> str | None:
        return self.new


def unlocking(asker: Person | None = None, ring: Keyring | None = None) -> Unlocking:
    return Unlocking(asker, ring or Ring(broken=True), CHEAP)


@pytest.fixture
def passphrase_file(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "frase.txt"
    path.write_text(WORDS + "\n", "utf-8")
    monkeypatch.setenv("TIMEBOK_PASSPHRASE_FILE", str(path))
    return path


@pytest.fixture
def timebok(new_timebok, passphrase_file):
    """The command line over a new encrypted workspace, at a cheap cost of its passphrase."""
    folder = new_timebok.workspace
    keys = opened_keys(folder, unlocking())
    open_office(folder, keys=keys).close()
    return new_timebok


def everything_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_that_the_whole_main_job_goes_the_same_way(desk, order, tmp_path, monkeypatch):
    signing = tmp_path / "signering.txt"
    signing.write_text("epler i hagen til oktober", "utf-8")
    monkeypatch.setenv("TIMEBOK_SIGNING_PASSPHRASE_FILE", str(signing))
    reference = order(contact={"name": NAMED, "email": "kari@example.invalid"})
    for user in ("anna", "berit"):
        desk("decide", reference, "approve", by=user)
    exported = desk("export", "--out", tmp_path / "ut").document
    assert exported["configurations"] == 1
    assert desk("package", "verify", exported["package"]).document["valid"]
    receipt = tmp_path / "kvittering.json"
    index = json.loads((Path(exported["package"]) / "data" / "index.json").read_text("utf-8"))
    results = [{"reference": reference, "status": "ok", "message": ""}]
    receipt.write_text(json.dumps({"package": index["uuid"], "results": results}), "utf-8")
    assert desk("receipts", "import", receipt).document["accepted"] == 1
    assert desk("orders", "show", reference).document["status"] == "acknowledged"
    assert desk("audit", "verify").document["intact"]
    assert desk("store", "check").document["ok"]


def test_that_nothing_of_an_order_can_be_read_on_the_disk(desk, order):
    order(contact={"name": NAMED}, comment="Merk: haster")
    content = everything_below(desk.workspace)
    for word in (NAMED, "haster", "SQLite format", "EKS-0", '"d":'):
        assert word.encode() not in content
    assert not (desk.workspace / "store.sqlite3").read_bytes().startswith(b"SQLite")


def test_that_an_original_is_given_back_as_it_came_and_that_is_logged(desk, order, tmp_path):
    reference = order()
    source = tmp_path / "order-0.json"
    target = tmp_path / "ut.json"
    given = desk("orders", "original", reference, target).document
    assert target.read_bytes() == source.read_bytes()
    assert given["bytes"] == source.stat().st_size
    told = desk("audit", "list", "--order", reference).document["events"][-1]
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    assert (told["action"], told["details"]["file"]) == ("original-saved", sha256)
    assert desk("orders", "original", reference, target, expect=1).document["error"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_that_everything_in_the_workspace_is_the_owners_alone(desk, order):
    order()
    opened = open_office(desk.workspace, keys=opened_keys(desk.workspace))
    try:
        found = {
            path.relative_to(desk.workspace): stat.S_IMODE(path.stat().st_mode)
            for path in desk.workspace.rglob("*")
        }
    finally:
        opened.close()
    assert Path("store.sqlite3-wal") in found
    open_to_others = {
        path: oct(mode)
        for path, mode in found.items()
        if mode & 0o077 and path != Path("keys/signing-public.jwk")
    }
    assert open_to_others == {}


def test_that_a_new_workspace_is_encrypted_and_says_so(new_timebok, passphrase_file):
    assert new_timebok("init").document == {
        "workspace": str(new_timebok.workspace),
        "encrypted": True,
    }
    assert new_timebok("init", "--plain").document["encrypted"]
    passphrase_file.write_text("noe helt annet", "utf-8")
    refused = new_timebok("orders", "list", expect=3).document["error"]
    assert "TIMEBOK_PASSPHRASE_FILE" in refused["message"]


@pytest.mark.parametrize("command", [("init",), ("orders", "list"), ("audit", "verify")])
def test_that_without_any_key_nothing_is_made_and_both_ways_out_are_named(new_timebok, command):
    told = new_timebok(*command, expect=3).document["error"]["message"]
    assert "TIMEBOK_PASSPHRASE_FILE" in told
    assert "init --plain" in told
    assert not new_timebok.workspace.exists()
    with pytest.raises(UnavailableError, match="init --plain"):
        create_window(new_timebok.workspace, "anna")
    assert not new_timebok.workspace.exists()


def test_that_a_plain_workspace_stays_plain(new_timebok, passphrase_file):
    assert not new_timebok("init", "--plain").document["encrypted"]
    assert not new_timebok("init").document["encrypted"]
    assert not workspace_in(new_timebok.workspace).store_key.exists()


def test_that_a_locked_workspace_lets_nobody_in_without_its_key(timebok, monkeypatch):
    monkeypatch.delenv("TIMEBOK_PASSPHRASE_FILE")
    told = timebok("orders", "list", expect=3).document["error"]["message"]
    assert "TIMEBOK_PASSPHRASE_FILE" in told
    assert "init --plain" in told
    with pytest.raises(UnavailableError, match="TIMEBOK_PASSPHRASE_FILE"):
        create_window(timebok.workspace, "anna")
    with pytest.raises(UnavailableError, match="kryptert"):
        open_office(timebok.workspace)


def test_that_the_window_opens_with_the_passphrase_of_the_file(desk, order, qapp):
    reference = order()
    window = create_window(desk.workspace, "anna")
    assert window.tasks.settle(10)
    assert window.desk.case(reference, "anna").order.reference == reference
    window.show()
    window.context.actions["lockAction"].trigger()
    assert not window.centralWidget().isVisible()
    panel = window.lock.cover.panel
    for words in ("feil", WORDS):
        assert not window.pages.isVisible()
        panel.field.setText(words)
        panel.findChild(QPushButton, "unlockButton").click()
    assert window.lock.cover is None
    assert window.pages.isVisible()
    window.close()
    window.deleteLater()
    qapp.processEvents()


def test_that_a_plain_workspace_offers_no_lock(new_timebok, qapp):
    new_timebok("init", "--plain")
    window = create_window(new_timebok.workspace, "anna")
    assert window.tasks.settle(10)
    assert not window.context.actions["lockAction"].isEnabled()
    window.close()
    window.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe", b"x" * 100_000])
def test_that_a_file_without_a_passphrase_is_explained(new_timebok, passphrase_file, content):
    passphrase_file.write_bytes(content)
    told = new_timebok("init", expect=3).document["error"]["message"]
    assert str(passphrase_file) in told
    assert not new_timebok.workspace.exists()


def test_that_the_keyring_opens_what_a_person_made(tmp_path):
    ring, folder = Ring(), tmp_path / "w"
    made = opened_keys(folder, unlocking(Person(new=WORDS), ring))
    assert opened_keys(folder, unlocking(ring=ring)) == made
    assert opened_keys(folder, unlocking(Person(WORDS))) == made
    told = (folder / "logs" / "timebok.log").read_text("utf-8")
    assert re.findall(r"unlock workspace by (\w+) (\w+)", told) == [
        ("keyring", "done"),
        ("passphrase", "done"),
    ]
    assert Unlocking(None, ring).forget(workspace_in(folder))
    with pytest.raises(UnavailableError):
        opened_keys(folder, unlocking(ring=ring))


def test_that_a_keyring_alone_makes_a_workspace_where_nobody_can_be_asked(tmp_path):
    ring, folder = Ring(), tmp_path / "w"
    made = opened_keys(folder, unlocking(ring=ring))
    assert opened_keys(folder, unlocking(ring=ring)) == made
    with pytest.raises(UnavailableError):
        opened_keys(folder, unlocking(Person(WORDS)))


def test_that_keys_of_a_ring_that_do_not_open_the_store_are_passed_over(tmp_path):
    ring, folder = Ring(), tmp_path / "w"
    made = opened_keys(folder, unlocking(Person(new=WORDS), ring))
    open_office(folder, keys=made).close()
    (name,) = ring.kept
    ring.kept[name] = made._replace(store=(b"x" * 32,))
    assert opened_keys(folder, unlocking(Person(WORDS), ring)) == made
    with pytest.raises(UnavailableError):
        open_office(folder, keys=opened_keys(folder, unlocking(ring=ring)))


def test_that_a_wrong_passphrase_is_asked_again_but_not_for_ever(tmp_path):
    folder = tmp_path / "w"
    made = opened_keys(folder, unlocking(Person(new=WORDS)))
    person = Person("feil", "feil igjen", WORDS)
    assert opened_keys(folder, unlocking(person)) == made
    assert person.asked == [False, True, True]
    with pytest.raises(WrongPassphraseError):
        opened_keys(folder, unlocking(Person(*["feil"] * 100)))
    with pytest.raises(UnavailableError):
        opened_keys(folder, unlocking(Person("feil", None)))
    with pytest.raises(WrongPassphraseError):
        unlocking().proved(workspace_in(folder), "feil")
    assert unlocking().proved(workspace_in(folder), WORDS) == made
    told = "\n".join(path.read_text("utf-8") for path in (folder / "logs").iterdir())
    tries = re.findall(r" (INFO|WARNING) \d+ unlock workspace by passphrase (done|refused), ", told)
    refused, done = ("WARNING", "refused"), ("INFO", "done")
    assert tries == [refused, refused, done, *[refused] * 5, refused, refused, done]
    assert "feil" not in told
    assert WORDS not in told


def test_that_who_declines_to_choose_a_passphrase_gets_no_workspace(tmp_path):
    with pytest.raises(UnavailableError, match="init --plain"):
        opened_keys(tmp_path / "w", unlocking(Person()))
    assert not (tmp_path / "w").exists()


def test_that_a_damaged_key_file_is_said(timebok):
    key_file = workspace_in(timebok.workspace).store_key
    for content in (b"", b"{}", b"[]", b"\xff", b"x" * 100_000, b'{"form":"timebok-store-key/1"}'):
        key_file.write_bytes(content)
        told = timebok("orders", "list", expect=3).document["error"]["message"]
        assert "store-key.json" in told


def test_that_the_terminal_asks_twice_for_a_new_passphrase(tmp_path, monkeypatch, capsys):
    typed = iter(["kort", WORDS, "noe annet", WORDS, WORDS, WORDS])
    monkeypatch.setattr(asking.getpass, "getpass", lambda _asked: next(typed))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    folder = str(tmp_path / "w")
    assert main(["init", "--json", "--workspace", folder]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["encrypted"]
    assert "gjenopprettingsfrase" in said.err
    assert main(["init", "--json", "--workspace", folder]) == 0
    assert next(typed, None) is None

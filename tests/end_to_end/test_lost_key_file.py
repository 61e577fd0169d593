"""An encrypted workspace whose key file is gone is refused as that, and comes back whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from timebok_desktop.bootstrap import open_office
from timebok_desktop.files.sealed import Cost
from timebok_desktop.unlocking import Unlocking, opened_keys


@pytest.fixture
def timebok(new_timebok, tmp_path, monkeypatch):
    (tmp_path / "frase.txt").write_text("blåbær på tunet i august", "utf-8")
    monkeypatch.setenv("TIMEBOK_PASSPHRASE_FILE", str(tmp_path / "frase.txt"))
    cost = Cost(memory_kib=32, passes=1, lanes=1)
    keys = opened_keys(new_timebok.workspace, Unlocking(cost=cost))
    open_office(new_timebok.workspace, keys=keys).close()
    return new_timebok


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "logs" not in path.parts
    }


def test_that_a_workspace_without_its_key_file_is_never_taken_for_a_plain_one(
    desk, order, tmp_path
):
    order()
    copy = tmp_path / "kopi.timebok-backup"
    assert desk("store", "backup", copy).document["ok"]
    key_file = desk.workspace / "keys" / "store-key.json"
    key_file.unlink()
    before = files_in(desk.workspace)
    for command in (
        ("orders", "list"),
        ("store", "check"),
        ("store", "restore", copy),
        ("store", "restore"),
    ):
        refused = desk(*command, expect=3)
        assert "store-key.json" in refused.err, command
        assert files_in(desk.workspace) == before, command

    stranger = type(desk)(tmp_path / "annet sted", desk._capture)
    assert stranger("store", "restore", copy).document["ok"]
    shutil.copy(stranger.workspace / "keys" / "store-key.json", key_file)
    assert desk("store", "check").document["ok"]

"""Folders outlive a loss of power where the system can see to that."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timebok_desktop.files import folders


def test_that_every_new_folder_is_named_safely_in_the_one_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(folders, "sync_folder", synced.append)
    folders.make_folders(tmp_path / "one" / "two", 0o700)
    assert synced == [tmp_path, tmp_path / "one"]
    folders.make_folders(tmp_path / "one" / "two")
    assert synced == [tmp_path, tmp_path / "one"]


def test_that_folders_are_not_synced_where_the_system_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(folders, "FOLDERS_SYNC", False)
    monkeypatch.setattr(os, "open", lambda *given: opened.append(given))
    folders.sync_folder(tmp_path)
    assert opened == []

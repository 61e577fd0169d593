"""The inbox: only files at rest are taken, and none is ever overwritten afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.inbox import FolderInbox, Outcome, settle


def write(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_bytes(b"x")
    return paths


def at_rest(*paths: Path) -> None:
    for path in paths:
        os.utime(path, (1, 1))


def test_that_files_at_rest_are_given_by_name(tmp_path):
    second, first = write(tmp_path, "b.csv", "a.eml")
    at_rest(second, first)
    assert FolderInbox().scan(tmp_path) == [first, second]


def test_that_a_file_written_just_now_waits(tmp_path):
    (path,) = write(tmp_path, "a.csv")
    inbox = FolderInbox()
    assert inbox.scan(tmp_path) == []
    at_rest(path)
    assert inbox.scan(tmp_path) == []  # changed since the last look
    assert inbox.scan(tmp_path) == [path]


def test_that_a_growing_file_waits_for_the_next_time(tmp_path):
    (path,) = write(tmp_path, "a.csv")
    at_rest(path)
    inbox = FolderInbox()
    assert inbox.scan(tmp_path) == [path]
    path.write_bytes(b"xx")
    at_rest(path)
    assert inbox.scan(tmp_path) == []
    assert inbox.scan(tmp_path) == [path]


def test_that_hidden_and_temporary_files_folders_and_links_are_ignored(tmp_path):
    names = [".skjult", "~$order.xlsx", "a.part", "B.PART", "c.crdownload", "d.tmp", "e.csv~"]
    at_rest(*write(tmp_path, *names))
    (tmp_path / "behandlet").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.part")
    assert FolderInbox().scan(tmp_path) == []


def test_that_a_missing_inbox_is_explained(tmp_path):
    with pytest.raises(UnavailableError) as caught:
        FolderInbox().scan(tmp_path / "borte")
    assert "borte" in caught.value.text("nn")


@pytest.mark.parametrize(
    ("outcome", "folder"), [(Outcome.HANDLED, "behandlet"), (Outcome.UNREAD, "ikke-lest")]
)
def test_that_a_file_moves_to_the_folder_of_its_outcome(tmp_path, outcome, folder):
    (path,) = write(tmp_path, "a.csv")
    assert settle(path, outcome) == tmp_path / folder / "a.csv"
    assert not path.exists()
    assert (tmp_path / folder / "a.csv").read_bytes() == b"x"


def test_that_files_of_the_same_name_get_numbers_and_none_is_overwritten(tmp_path):
    for content in (b"1", b"2", b"3"):
        path = tmp_path / "ordre.tar.gz"
        path.write_bytes(content)
        settle(path, Outcome.HANDLED)
    found = {p.name: p.read_bytes() for p in (tmp_path / "behandlet").iterdir()}
    assert found == {
        "ordre.tar.gz": b"1",
        "ordre.tar (2).gz": b"2",
        "ordre.tar (3).gz": b"3",
    }


def test_that_a_file_that_cannot_be_moved_is_explained_and_reserves_no_name(tmp_path):
    with pytest.raises(UnavailableError) as caught:
        settle(tmp_path / "borte.csv", Outcome.HANDLED)
    assert "borte.csv" in caught.value.text("nb")
    assert list((tmp_path / "behandlet").iterdir()) == []

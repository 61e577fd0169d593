"""Originals: kept unchanged, once, durably, readable by nobody else; a full disk is explained."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.originals import OriginalsFolder

CONTENT = b"Gjelder: Bestilling\r\n\x00"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace" / "originals"


def test_that_an_original_is_kept_unchanged_under_its_hash(folder):
    originals = OriginalsFolder(folder)
    assert originals.keep(CONTENT) == SHA256
    assert (folder / SHA256).read_bytes() == CONTENT
    assert b"".join(originals.pieces(SHA256)) == CONTENT


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_that_only_the_owner_may_read_an_original(folder):
    originals = OriginalsFolder(folder)
    assert stat.S_IMODE((folder / originals.keep(CONTENT)).stat().st_mode) == 0o600


def test_that_the_same_content_twice_is_one_file(folder):
    originals = OriginalsFolder(folder)
    originals.keep(CONTENT)
    before = (folder / SHA256).stat()
    originals.keep(CONTENT)
    assert (folder / SHA256).stat().st_ino == before.st_ino
    assert [path.name for path in folder.iterdir()] == [SHA256]


def test_that_a_damaged_original_is_written_again(folder):
    originals = OriginalsFolder(folder)
    originals.keep(CONTENT)
    (folder / SHA256).write_bytes(b"half")
    originals.keep(CONTENT)
    assert (folder / SHA256).read_bytes() == CONTENT


def test_that_file_and_folder_are_synced_before_the_hash_is_given(folder, monkeypatch):
    folder.mkdir(parents=True)
    synced = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    OriginalsFolder(folder).keep(CONTENT)
    assert synced == ([False] if os.name == "nt" else [False, True])


@pytest.mark.parametrize(
    ("number", "advice"), [(errno.ENOSPC, "Frigjør plass"), (errno.EIO, "skrivetilgang")]
)
def test_that_a_failing_disk_is_explained_and_leaves_nothing(folder, monkeypatch, number, advice):
    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    folder.mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UnavailableError) as caught:
        OriginalsFolder(folder).keep(CONTENT)
    assert advice in caught.value.text("nb")
    assert list(folder.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_is_explained(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnavailableError):
        OriginalsFolder(tmp_path / "file" / "originals").keep(CONTENT)

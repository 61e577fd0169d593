"""Originals of an encrypted workspace: their name is their content's, nothing else can be read."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import NotFoundError, UnavailableError, UnreadableError
from timebok_desktop.files.originals import OriginalsFolder
from timebok_desktop.files.sealed_originals import SealedOriginals

KEY, OTHER = b"k" * 32, b"o" * 32
MIB = 1024 * 1024
SIZES = [0, 1, MIB - 1, MIB, MIB + 1, 3 * MIB + 17]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "originals"


@pytest.fixture
def originals(folder: Path) -> SealedOriginals:
    return SealedOriginals(folder, (KEY,))


def content_of(size: int) -> bytes:
    return (b"Gjelder: Bestilling\n" * (size // 20 + 1))[:size]


@pytest.mark.parametrize("size", SIZES)
def test_that_any_size_comes_back_under_the_hash_of_its_content(
    originals: SealedOriginals, folder: Path, tmp_path: Path, size: int
) -> None:
    content = content_of(size)
    sha256 = hashlib.sha256(content).hexdigest()
    source = tmp_path / "source"
    source.write_bytes(content)
    assert originals.keep(content) == originals.keep_file(source) == sha256
    assert [path.name for path in folder.iterdir()] == [sha256]
    assert b"".join(originals.pieces(sha256)) == content
    assert list(originals.damaged()) == []


def test_that_nothing_of_the_content_can_be_read_in_the_folder(
    originals: SealedOriginals, folder: Path
) -> None:
    sha256 = originals.keep(content_of(MIB))
    assert b"Bestilling" not in (folder / sha256).read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_that_only_the_owner_may_read_what_is_sealed(
    originals: SealedOriginals, folder: Path
) -> None:
    sha256 = originals.keep(b"x")
    assert stat.S_IMODE((folder / sha256).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_that_every_kind_of_change_is_found(originals: SealedOriginals, folder: Path) -> None:
    sha256 = originals.keep(content_of(2 * MIB + 5))
    kept = folder / sha256
    whole = kept.read_bytes()
    head, piece = 51, MIB + 16
    first, second = whole[head : head + piece], whole[head + piece : head + 2 * piece]
    rest = whole[head + 2 * piece :]
    tampered = [
        whole[:-1],
        whole[: head + 2 * piece],  # cut off after a whole piece
        whole[:head],
        whole[:10],
        b"",
        whole + b"x",
        whole[:head] + second + first + rest,
        whole[:head] + first + rest,
        *(
            whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
            for place in (0, 18, 19, 50, head, head + piece - 1, head + piece, len(whole) - 1)
        ),
    ]
    for content in tampered:
        kept.write_bytes(content)
        assert list(originals.damaged()) == [sha256]
        with pytest.raises(UnavailableError, match=sha256):
            list(originals.pieces(sha256))


def test_that_an_original_in_another_ones_place_is_found(
    originals: SealedOriginals, folder: Path
) -> None:
    one, two = originals.keep(b"one"), originals.keep(b"two")
    (folder / one).replace(folder / two)
    assert list(originals.damaged()) == [two]


def test_that_another_key_opens_nothing(originals: SealedOriginals, folder: Path) -> None:
    sha256 = originals.keep(b"x")
    with pytest.raises(UnavailableError):
        list(SealedOriginals(folder, (OTHER,)).pieces(sha256))


def test_that_what_is_missing_is_said(originals: SealedOriginals, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        list(originals.pieces("0" * 64))
    with pytest.raises(NotFoundError):
        originals.keep_file(tmp_path / "none")
    with pytest.raises(UnreadableError):
        originals.keep_file(tmp_path)


def test_that_all_come_under_a_new_key_and_can_be_read_all_the_while(
    originals: SealedOriginals, folder: Path
) -> None:
    small, large = originals.keep(b"small"), originals.keep(content_of(2 * MIB))
    plain = OriginalsFolder(folder).keep(b"from before encryption")
    changing = SealedOriginals(folder, (OTHER, KEY))
    assert b"".join(changing.pieces(small)) == b"small"
    changing.seal_again()
    after = SealedOriginals(folder, (OTHER,))
    assert list(after.damaged()) == []
    assert {path.name for path in folder.iterdir()} == {small, large, plain}
    times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    after.seal_again()
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == times


def test_that_a_source_that_changed_while_it_was_read_is_refused(
    originals: SealedOriginals, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"before")
    sha256 = originals.keep_file(source)
    assert originals.readable(sha256, source) == source
    originals.require_same(sha256, source)
    source.write_bytes(b"after")
    with pytest.raises(UnreadableError) as caught:
        originals.require_same(sha256, source)
    assert caught.value.code == "changed-while-read"
    source.unlink()
    with pytest.raises(UnreadableError):
        originals.require_same(sha256, source)


def test_that_a_full_disk_leaves_nothing_half_written(
    originals: SealedOriginals, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnavailableError, match="Disken er full"):
        originals.keep(b"x")
    assert list(folder.iterdir()) == []

"""A package is all or nothing, whatever the disk does."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from timebok_desktop.domain.errors import RefusedError, UnavailableError
from timebok_desktop.files import folders
from timebok_desktop.files.package import syncing
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader, WrittenPackage

NAME = "timebok-export-7-4ee942a1-82e8-4657-b8ec-a5b9150d3f61"


def files_of(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("call", ["write", "fsync", "mkdir"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_that_nothing_is_left_when_the_disk_refuses(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    code: int,
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    packager.export_trust(tmp_path / "trust.json")
    target = tmp_path / "exports"
    target.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(UnavailableError) as refused:
            packager.write(target, make_header(), [make_order()])
    assert list(target.iterdir()) == []
    assert str(target) in refused.value.text("nb")
    assert refused.value.text("nb") != refused.value.text("nn")


@pytest.mark.parametrize("call", ["rename", "fsync"])
def test_that_what_was_noted_is_settled_when_the_disk_allows_it_again(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    noted: list[Path] = []

    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def note(written: WrittenPackage) -> None:
        noted.append(written.path)
        assert not written.path.exists()
        monkeypatch.setattr(os, call, refuse)

    with pytest.raises(UnavailableError) as told:
        packager.write(tmp_path / "exports", make_header(), [make_order()], note=note)
    assert str(noted[0]) in told.value.text("nb")
    assert told.value.text("nb") != told.value.text("nn")

    monkeypatch.undo()
    packager.settle(noted[0])
    assert packager.verify(noted[0], []).valid
    assert list((tmp_path / "exports").iterdir()) == noted
    packager.settle(noted[0])
    assert packager.verify(noted[0], []).valid


def test_that_what_comes_back_changed_from_the_disk_is_not_exported(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    write = os.write

    def spoil(descriptor: int, content: Any) -> int:
        return write(descriptor, bytes(content).replace(b"Smittevern", b"Smittevarn"))

    monkeypatch.setattr(os, "write", spoil)
    with pytest.raises(UnavailableError, match="ikke lest tilbake"):
        packager.write(tmp_path / "exports", make_header(), [make_order()])
    assert not list((tmp_path / "exports").glob("*"))


def test_that_a_short_write_is_continued(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, content: write(fd, bytes(content)[:100]))
    written = packager.write(tmp_path, make_header(), [make_order()])
    monkeypatch.undo()
    assert packager.verify(written.path, []).valid


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="needs a tmpfs")
def test_that_a_really_full_disk_leaves_nothing(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(small)],
        check=False,
        capture_output=True,
    )
    if not mounted or mounted.returncode:
        pytest.skip("cannot mount a tmpfs here")
    try:
        with pytest.raises(UnavailableError, match="Disken er full"):
            packager.write(small, make_header(), [make_order(n) for n in range(1, 80)])
        assert list(small.iterdir()) == []
        assert packager.verify(packager.write(small, make_header(), [make_order()]).path, []).valid
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_that_leftovers_of_a_killed_run_are_removed_and_nothing_else(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    left = tmp_path / f".timebok-part-{NAME}" / "data"
    left.mkdir(parents=True)
    (left / "index.json").write_text("{", "utf-8")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    written = packager.write(tmp_path, make_header(), [])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["notes.txt", written.path.name]
    )


def test_that_a_system_that_syncs_files_only_gets_its_files_synced(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    synced: list[int] = []
    with monkeypatch.context() as patch:
        patch.delattr(os, "sync", raising=False)
        patch.setattr(folders, "FOLDERS_SYNC", False)
        patch.setattr(os, "fsync", synced.append)
        written = packager.write(tmp_path / "exports", make_header(), [])
    assert len(synced) == len(files_of(written.path))


def test_that_a_folder_made_for_nothing_is_removed_unless_somebody_uses_it(
    packager: BagPackager,
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "exports"

    def refuse(path: Path, *_: object) -> None:
        (target / "notes.txt").write_text("mine", "utf-8")
        raise OSError(errno.EIO, "broken")

    packager.export_trust(tmp_path / "trust.json")
    with monkeypatch.context() as patch:
        patch.setattr(syncing, "_sync_each", refuse)
        with pytest.raises(UnavailableError):
            packager.write(target, make_header(), [])
    assert [path.name for path in target.iterdir()] == ["notes.txt"]


def test_that_a_leftover_that_is_a_link_is_not_followed(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").write_text("mine", "utf-8")
    target = tmp_path / "exports"
    target.mkdir()
    (target / ".timebok-part-x").symlink_to(tmp_path / "precious")
    packager.write(target, make_header(), [])
    assert (tmp_path / "precious" / "file").exists()


def test_that_a_package_is_never_written_over(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    written = packager.write(tmp_path, make_header(), [])
    with pytest.raises(RefusedError, match="finnes allerede"):
        packager.write(tmp_path, make_header(), [])
    assert packager.verify(written.path, []).valid


def test_that_a_target_that_is_a_file_is_explained(
    packager: BagPackager, make_header: Callable[..., PackageHeader], tmp_path: Path
) -> None:
    (tmp_path / "exports").write_text("not a folder", "utf-8")
    with pytest.raises(UnavailableError, match="kunne ikke skrives"):
        packager.write(tmp_path / "exports", make_header(), [])
    assert (tmp_path / "exports").read_text("utf-8") == "not a folder"


@pytest.mark.skipif(not hasattr(os, "sync"), reason="the system has no sync")
@pytest.mark.parametrize("way", ["whole", "each"])
def test_that_a_large_package_syncs_the_file_system_once(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(syncing, "can_sync_whole", lambda: way == "whole")
    monkeypatch.setattr(os, "sync", lambda: synced.append("all"))
    monkeypatch.setattr(syncing.WholeFileSystem, "sync", lambda _: synced.append("all"))
    packager.write(tmp_path / "small", make_header(), [make_order()])
    assert synced == []
    packager.write(tmp_path / "large", make_header(), [make_order(n) for n in range(1, 60)])
    assert synced == ["all"]


@pytest.mark.parametrize("release", ["4.19.0-amd64", "5.7.19", "unknown"])
def test_that_a_kernel_that_keeps_failed_writes_to_itself_is_asked_for_each_file(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    release: str,
) -> None:
    packager.export_trust(tmp_path / "trust.json")
    synced: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(os, "uname", lambda: SimpleNamespace(release=release))
        patch.setattr(os, "sync", lambda: None)
        patch.setattr(os, "fsync", synced.append)
        orders = [make_order(n) for n in range(1, 60)]
        written = packager.write(tmp_path / "exports", make_header(), orders)
    assert len(synced) > len(files_of(written.path))


@pytest.mark.skipif(not syncing.can_sync_whole(), reason="the system syncs no file system at once")
def test_that_a_write_that_fails_while_the_file_system_is_synced_leaves_nothing(
    packager: BagPackager,
    make_order: Callable[..., LeavingOrder],
    make_header: Callable[..., PackageHeader],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_: syncing.WholeFileSystem) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(syncing.WholeFileSystem, "sync", refuse)
    with pytest.raises(UnavailableError):
        packager.write(tmp_path / "exports", make_header(), [make_order(n) for n in range(1, 60)])
    assert not (tmp_path / "exports").exists()


@pytest.mark.skipif(not syncing.can_sync_whole(), reason="the system syncs no file system at once")
def test_that_a_file_system_that_is_gone_is_no_success(tmp_path: Path) -> None:
    file_system = syncing.WholeFileSystem(tmp_path)
    file_system.sync()
    file_system.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        file_system.sync()

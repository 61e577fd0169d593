"""Writing a package: in one process or two, from a stream, with word of how far it has come."""

from __future__ import annotations

import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.domain.errors import CancelledError, UnavailableError
from timebok_desktop.files.package import placing, writing
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.files.package.placing import Folders, NotAsWrittenError, place_all
from timebok_desktop.services.ports_files import LeavingOrder, PackageHeader

Make = Callable[..., LeavingOrder]
Header = Callable[..., PackageHeader]


def files_of(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MANY", 1)
    monkeypatch.setattr(writing, "_BATCH", 10_000)


def test_that_two_processes_write_what_one_writes(
    packager: BagPackager,
    make_order: Make,
    make_header: Header,
    odd_cases: list[LeavingOrder],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    orders = [*odd_cases, *(make_order(number) for number in range(100, 140))]
    one = packager.write(tmp_path / "one", make_header(), orders)
    monkeypatch.setattr(writing, "_MANY", 1)
    monkeypatch.setattr(writing, "_BATCH", 10_000)
    two = packager.write(tmp_path / "two", make_header(), orders)
    assert files_of(one.path) == files_of(two.path)
    assert one.sha256 == two.sha256
    assert packager.verify(two.path, []).valid


@pytest.mark.usefixtures("two_processes", "packed_program")
def test_that_a_packed_program_writes_with_two_processes_too(
    packager: BagPackager, make_order: Make, make_header: Header, tmp_path: Path
) -> None:
    orders = [make_order(number) for number in range(100, 120)]
    package = packager.write(tmp_path / "two", make_header(), orders)
    assert packager.verify(package.path, []).valid


def test_that_a_package_is_written_from_a_stream_of_unknown_length(
    packager: BagPackager, make_order: Make, make_header: Header, tmp_path: Path
) -> None:
    orders = [make_order(number) for number in range(1, 4)]
    listed = packager.write(tmp_path / "listed", make_header(), orders)
    streamed = packager.write(tmp_path / "streamed", make_header(), iter(orders))
    assert files_of(listed.path) == files_of(streamed.path)
    assert streamed.configurations == 3


def test_that_progress_is_told_on_the_way(
    packager: BagPackager, make_order: Make, make_header: Header, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    orders = [make_order(number) for number in range(1, 301)]
    packager.write(
        tmp_path, make_header(), iter(orders), expected=300, progress=lambda *at: told.append(at)
    )
    assert told == [(256, 300)]


@pytest.mark.parametrize("processes", [1, 2])
def test_that_cancelling_leaves_nothing(
    packager: BagPackager,
    make_order: Make,
    make_header: Header,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    processes: int,
) -> None:
    monkeypatch.setattr(writing, "_MANY", 1 if processes == 2 else 10_000)
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 1

    orders = [make_order(number) for number in range(1, 301)]
    with pytest.raises(CancelledError):
        packager.write(tmp_path / "exports", make_header(), orders, cancelled=cancelled)
    assert not (tmp_path / "exports").exists()


@pytest.mark.usefixtures("two_processes")
@pytest.mark.parametrize("number", [1, 40])
def test_that_what_keeps_the_other_process_from_writing_is_told(
    packager: BagPackager, make_order: Make, make_header: Header, tmp_path: Path, number: int
) -> None:
    def orders() -> Iterator[LeavingOrder]:
        for one in range(1, 60):
            if one == number:
                (beside,) = (tmp_path / "exports").iterdir()
                taken = beside / f"data/ar/RTB-2026-{number:06d}.json"
                taken.write_text("in the way", "utf-8")
            yield make_order(one)

    with pytest.raises(UnavailableError, match=os.strerror(errno.EEXIST)):
        packager.write(tmp_path / "exports", make_header(), orders(), expected=60)
    assert not (tmp_path / "exports").exists()


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
@pytest.mark.usefixtures("two_processes")
def test_that_a_package_whose_other_process_dies_is_not_exported(
    packager: BagPackager,
    make_order: Make,
    make_header: Header,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def remember(*arguments: Any, **named: Any) -> Any:
        started.append(start(*arguments, **named))
        return started[-1]

    def orders() -> Iterator[LeavingOrder]:
        for one in range(1, 60):
            if one == 30:
                started[-1].send_signal(signal.SIGKILL)
            yield make_order(one)

    monkeypatch.setattr(subprocess, "Popen", remember)
    with pytest.raises(UnavailableError):
        packager.write(tmp_path / "exports", make_header(), orders(), expected=60)
    assert not (tmp_path / "exports").exists()


@pytest.mark.parametrize(
    "name", ["data/ar/RTB-2026-000009.json", "signatures/other.jws", "README.txt"]
)
def test_that_a_file_that_somebody_puts_in_meanwhile_is_not_exported(
    packager: BagPackager, make_order: Make, make_header: Header, tmp_path: Path, name: str
) -> None:
    def orders() -> Iterator[LeavingOrder]:
        yield make_order(1)
        (beside,) = (tmp_path / "exports").iterdir()
        (beside / name).write_text("{}", "utf-8")

    with pytest.raises(UnavailableError, match="ikke lest tilbake"):
        packager.write(tmp_path / "exports", make_header(), orders())
    assert not (tmp_path / "exports").exists()


def test_that_a_file_that_comes_back_changed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, content: write(fd, bytes(content)[::-1]))
    folders = Folders(str(tmp_path), [])
    try:
        with pytest.raises(NotAsWrittenError, match="name"):
            folders.place("name", b"content")
    finally:
        folders.close()


@pytest.mark.parametrize("system", ["as it is", "without pread", "without open folders"])
@pytest.mark.parametrize("size", [0, 1, 70_000])
def test_that_every_system_places_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, size: int
) -> None:
    if system == "without pread":
        monkeypatch.delattr(os, "pread")
    if system == "without open folders":
        monkeypatch.setattr(placing, "_BESIDE_FOLDERS", False)
    (tmp_path / "data").mkdir()
    folders = Folders(str(tmp_path), ["data"])
    try:
        folders.place("data/file", b"x" * size)
    finally:
        folders.close()
    assert (tmp_path / "data/file").read_bytes() == b"x" * size


def test_that_a_stream_of_files_that_breaks_off_is_no_success() -> None:
    whole = placing.HEADER.pack(1, 2) + b"abc"
    placed: list[tuple[str, bytes]] = []
    place_all(io.BytesIO(whole), lambda *file: placed.append(file))
    assert placed == [("a", b"bc")]
    with pytest.raises(EOFError):
        place_all(io.BytesIO(whole[:-1]), lambda *_: None)


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        (b"", "0"),
        (placing.HEADER.pack(4, 1) + b"name!", "0"),
        (placing.HEADER.pack(6, 1) + b"no/way!", str(errno.ENOENT)),
        (placing.HEADER.pack(4, 9) + b"name!", str(errno.EIO)),
    ],
)
def test_that_the_other_process_answers_for_what_it_did(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    sent: bytes,
    answer: str,
) -> None:
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sent)))
    assert placing.main([str(tmp_path)]) == 0
    assert capsys.readouterr().out.strip() == answer


@pytest.mark.parametrize(
    ("answer", "error", "match"),
    [
        ("-1 data/ar/x.json", NotAsWrittenError, "data/ar/x.json"),
        (f"{errno.ENOSPC} ", OSError, os.strerror(errno.ENOSPC)),
        ("", OSError, os.strerror(errno.EIO)),
        ("Traceback", OSError, os.strerror(errno.EIO)),
    ],
)
def test_that_every_answer_but_done_is_a_failure(
    answer: str, error: type[Exception], match: str
) -> None:
    with pytest.raises(error, match=match):
        writing._judge(answer)
    writing._judge("0 \n")

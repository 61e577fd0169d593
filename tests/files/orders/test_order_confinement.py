"""The process that reads strangers' files can compute within its limits, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from timebok_desktop import child_process
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.files.orders import OrderFileReader, messages, reading_process
from timebok_desktop.files.orders.messages import NotPlainError, Told
from timebok_desktop.services.reading_limits import MEBIBYTE, SAFE_LIMITS, ReadingLimits
from timebok_desktop.services.settings import Settings

CHILD = Path(__file__).with_name("order_confined_child.py")
TODAY = date(2026, 3, 16)
ORDER = {"kind": "activate", "municipalityNumber": "0301", "herId": 1234, "category": "Lab"}
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded so on Linux only")
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="limits are set the POSIX way")


@on_linux
def test_that_it_can_reach_no_file_no_network_and_no_program() -> None:
    done = subprocess.run([sys.executable, CHILD], capture_output=True, text=True, check=True)
    assert done.stdout == "[] 1\n"


@on_posix
def test_that_the_system_ends_it_when_it_has_computed_for_its_time() -> None:
    done = subprocess.run([sys.executable, CHILD, "0.2"], capture_output=True, check=False)
    assert done.returncode in reading_process._OUT_OF_TIME


def test_that_a_larger_file_may_take_longer_and_more_memory() -> None:
    small, large = SAFE_LIMITS.allowance(MEBIBYTE // 2), SAFE_LIMITS.allowance(8 * MEBIBYTE)
    assert (small.seconds, small.memory) == (2, 256 * MEBIBYTE)
    assert (large.seconds, large.memory) == (32, 768 * MEBIBYTE)
    assert SAFE_LIMITS.allowance(MEBIBYTE - 1).memory == 256 * MEBIBYTE
    assert SAFE_LIMITS.allowance(2**30).memory == 2048 * MEBIBYTE
    assert replace(SAFE_LIMITS, memory=4096).allowance(2**30).memory == 4096 * MEBIBYTE


def read_with(limits: ReadingLimits, *paths: Path) -> list[str | int]:
    """The reason for which each file is refused, or how many orders it gives."""
    answers: list[str | int] = []
    with OrderFileReader(limits).session() as reader:
        for path in paths:
            try:
                items = list(reader.prepare(path.name, path, ReferenceTables(), TODAY))
            except UnreadableError as error:
                answers.append(error.code if error.text("nb") != error.text("nn") else "")
            else:
                answers.append(sum(len(item) for item in items if isinstance(item, list)))
    return answers


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "god.json"
    path.write_text(json.dumps(ORDER))
    return path


@on_linux
def test_that_a_file_that_takes_too_much_is_refused_and_the_next_one_is_read(
    tmp_path: Path, good: Path
) -> None:
    long = tmp_path / "lang.json"
    long.write_text(json.dumps([ORDER] * 100_000))
    wide = tmp_path / "brei.csv"
    wide.write_text("HER-id;Gjelder" + ";" * 900_000)
    limits = replace(SAFE_LIMITS, seconds=0.05, memory=128)
    assert read_with(limits, good, long, good) == [1, "too-slow", 1]
    assert read_with(replace(SAFE_LIMITS, memory=40), wide, good) == ["too-much-memory", 1]


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("os._exit(3)", "reading-stopped"),
        ("os.abort()", "reading-stopped"),
        ("os.write(1, bytes(9))", "reading-stopped"),
        ("os.write(1, b'\\x01' + b'\\xff' * 8)", "reading-stopped"),
        ("os.write(1, b'\\x09\\x02' + bytes(7) + b'{}')", "reading-stopped"),
        ("os.write(1, b'\\x01\\x02' + bytes(7) + b'{}')", "reading-stopped"),
        ("os.write(1, b'\\x04\\x02' + bytes(7) + b'[]')", "reading-stopped"),
    ],
)
def test_that_a_process_that_was_taken_over_gets_nothing_in(
    script: str, code: str, good: Path, monkeypatch
) -> None:
    words = [sys.executable, "-c", f"import os\n{script}\nos.read(0, 1)"]
    with monkeypatch.context() as patched:
        patched.setattr(child_process, "command", lambda _work: words)
        assert read_with(SAFE_LIMITS, good) == [code]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Told.ORDERS, [["x"]]),
        (Told.ORDERS, [[1.5] * 31]),
        (Told.ORDERS, [[["x"]] * 31]),
        (Told.ORDERS, {}),
        (Told.END, None),
        (Told.PROBLEM, ["a", "b", ["c", "d", {"e": [1]}], True]),
        (Told.PROBLEM, ["a", "b", ["c", "d", {"e": 1.5}], True]),
        (Told.PROBLEM, ["a", "b", ["c", "d", {}], 1]),
        (Told.PART, ["a", "b", "exe"]),
    ],
)
def test_that_only_what_reading_gives_is_taken(kind: Told, data: object) -> None:
    with pytest.raises(NotPlainError):
        messages.item_of(kind, data)


def test_that_a_half_of_a_pair_in_a_name_comes_over_as_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "halv.json"
    path.write_text(json.dumps({**ORDER, "farge\ud800": {"x": 10**30}}))
    items = list(OrderFileReader().prepare(path.name, path, ReferenceTables(), TODAY))
    assert any(isinstance(item, Problem) and item.refuses for item in items)


def test_that_the_limits_of_a_workspace_are_settings() -> None:
    names = {name for name in Settings.__dataclass_fields__ if name.startswith("order_")}
    assert len(names) == len(ReadingLimits.__dataclass_fields__)

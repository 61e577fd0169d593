"""Files are read by another process: the same answers, and never a process left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop import child_process
from timebok_desktop.domain.errors import CancelledError, UnavailableError, UnreadableError
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import Category, ReferenceTables
from timebok_desktop.files.orders import OrderFileReader, reading_process
from timebok_desktop.files.orders.reading_process import Request, prepared_elsewhere
from timebok_desktop.services.ports_orders import PREPARED_FIELDS
from timebok_desktop.services.preparing import Preparing
from timebok_desktop.services.reading_limits import SAFE_LIMITS

TABLES = ReferenceTables()
TODAY = date(2026, 3, 16)
ORDER = {"kind": "activate", "municipalityNumber": "0301", "herId": 1234, "category": "Lab"}
needs_posix = pytest.mark.skipif(os.name == "nt", reason="processes are looked for the POSIX way")


@pytest.fixture
def started(monkeypatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started to read."""
    processes = []
    start = reading_process._started

    def noted() -> subprocess.Popen[bytes]:
        processes.append(start())
        return processes[-1]

    monkeypatch.setattr(reading_process, "_started", noted)
    return processes


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file of so many orders that they do not all fit between the processes."""
    path = tmp_path / "mange.json"
    path.write_text(json.dumps([ORDER] * 30_000))
    return path


@pytest.fixture
def hanging(monkeypatch) -> None:
    """A process that takes what it is handed and never answers."""
    idle = "import sys, time; sys.stdin.buffer.read(1); time.sleep(600)"
    monkeypatch.setattr(child_process, "command", lambda _work: [sys.executable, "-c", idle])


def request(path: Path, tables: ReferenceTables = TABLES, kind: Any = "json") -> Request:
    size = path.stat().st_size if path.exists() else 0
    return Request(path, size, kind, "", tables, TODAY, SAFE_LIMITS)


def prepared(path: Path) -> list[Any]:
    reader = OrderFileReader()
    items: list[Any] = []
    for item in reader.prepare(path.name, path, TABLES, TODAY):
        items += item if isinstance(item, list) else [item]
    return items


def prepared_here(path: Path) -> list[Any]:
    batches = Preparing(TABLES, TODAY).batches(
        OrderFileReader().items(path.name, path.read_bytes())
    )
    items: list[Any] = []
    for item in batches:
        items += item if isinstance(item, list) else [item]
    return items


def is_over(process: subprocess.Popen[bytes]) -> bool:
    return process.returncode is not None


def test_that_every_format_gives_the_same_in_another_process(
    tmp_path: Path, workbook, mail, started
) -> None:
    rows = [["HER-id", "Gjelder", "Kommunenummer", "Timebok-kategori", "Ønsket dato", "Farge"]]
    rows += [[1234, "Bestilling", 301, "Lab", date(2026, 4, 1), "blå"], [None, "Endring"]]
    csv = b"HER-id;Gjelder;Kommunenummer;Timebok-kategori\n1;Bestilling;0301;Lab\n2;x;1;Lab\n"
    files = {
        "a.json": json.dumps([ORDER, {**ORDER, "language": "samisk"}, {"x": 1}]).encode(),
        "b.csv": csv,
        "c.xlsx": workbook(Ark=rows),
        "d.eml": mail("HER-id: 12\nGjelder: Endring", attachments=[("b.csv", csv)]),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
        here = prepared_here(tmp_path / name)
        assert prepared(tmp_path / name) == here, name
        assert len(here) >= 2
    assert len(started) == len(files)
    assert all(map(is_over, started))


@pytest.mark.parametrize(
    ("content", "code", "at"),
    [(b'[\n{"herId": 1},\n{"herId" 2}]', "not-json", "line 3"), (b"[]", "no-order", "")],
)
def test_that_a_refusal_comes_from_the_other_process_as_it_is(
    content: bytes, code: str, at: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as here:
        prepared_here(path)
    with pytest.raises(UnreadableError) as there:
        prepared(path)
    assert (there.value.code, there.value.at) == (code, at)
    for language in ("nb", "nn"):
        assert there.value.text(language) == here.value.text(language)


def test_that_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        list(prepared_elsewhere(request(tmp_path / "borte.json")))
    assert caught.value.code == "not-found"


def test_that_a_phrase_in_a_phrase_comes_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{**ORDER, "hadInterimSolution": "kanskje"}]))
    assert prepared(path) == prepared_here(path)


def test_that_reading_waits_for_those_who_store(many: Path, started) -> None:
    answers = prepared_elsewhere(request(many))
    first = next(answers)
    assert not isinstance(first, Problem)
    time.sleep(0.5)
    assert started[0].poll() is None
    assert len(first) + sum(map(len, answers)) == 30_000  # type: ignore[arg-type] - all lists
    assert started[0].returncode == 0


def test_that_files_of_a_session_share_a_process(tmp_path: Path, many: Path, started) -> None:
    broken = tmp_path / "a.json"
    broken.write_text("[")
    other = ReferenceTables(categories=(Category("Lab", "Lab", form_required=False),))
    with OrderFileReader().session() as reader:
        for tables in (TABLES, TABLES, other):
            batches = list(reader.prepare("mange.json", many, tables, TODAY))
            orders = [order for batch in batches for order in batch]  # type: ignore[union-attr]
            category = orders[0][PREPARED_FIELDS.index("category_key")]
            assert (len(orders), category) == (30_000, "Lab" if tables is other else "")
        with pytest.raises(UnreadableError):
            list(reader.prepare("a.json", broken, TABLES, TODAY))
        assert len(started) == 1
        next(reader.prepare("mange.json", many, TABLES, TODAY))
        assert is_over(started[0])
        assert len(list(reader.prepare("mange.json", many, TABLES, TODAY))) > 1
        started[1].kill()
        started[1].wait()
        assert len(list(reader.prepare("mange.json", many, TABLES, TODAY))) > 1
    assert len(started) == 3
    assert all(map(is_over, started))


def test_that_the_process_ends_where_nobody_wants_more(many: Path, started) -> None:
    answers = prepared_elsewhere(request(many), lambda: False)
    next(answers)
    answers.close()  # type: ignore[attr-defined] - it is a generator
    assert is_over(started[0])


@pytest.mark.usefixtures("hanging")
def test_that_a_cancellation_ends_it_at_once_whatever_it_is_doing(many: Path, started) -> None:
    asked = iter([False, False])
    with pytest.raises(CancelledError):
        list(prepared_elsewhere(request(many), lambda: next(asked, True)))
    assert is_over(started[0])


@pytest.mark.usefixtures("hanging")
def test_that_a_process_that_hangs_refuses_the_file(many: Path, started, monkeypatch) -> None:
    monkeypatch.setattr(reading_process, "SECONDS_TO_START", -20)
    with pytest.raises(UnreadableError) as caught:
        list(prepared_elsewhere(request(many)))
    assert caught.value.code == "too-slow"
    assert is_over(started[0])


@pytest.mark.parametrize("batches", [0, 1])
def test_that_a_process_that_dies_refuses_the_file(batches: int, many: Path, started) -> None:
    answers = prepared_elsewhere(request(many), lambda: False)
    if batches:
        next(answers)
        started[0].kill()
    else:
        start = reading_process._started

        def dead() -> subprocess.Popen[bytes]:
            process = start()
            process.kill()
            process.wait()
            return process

        reading_process._started = dead
    try:
        with pytest.raises(UnreadableError) as caught:
            list(answers)
    finally:
        if not batches:
            reading_process._started = start
    assert caught.value.code == "reading-stopped"
    assert caught.value.text("nb") != caught.value.text("nn")


def test_that_a_process_that_cannot_be_started_is_said(many: Path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "executable", str(many))
    with pytest.raises(UnavailableError) as caught:
        prepared(many)
    assert caught.value.text("nb") != caught.value.text("nn")


@pytest.mark.usefixtures("packed_program")
def test_that_a_packed_program_reads_in_another_process_too(tmp_path: Path, started) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(ORDER))
    assert len(prepared(path)) == 1
    assert [process.args[1] for process in started] == ["--timebok-child"]  # type: ignore[index]


def test_that_a_defect_of_ours_refuses_the_file_and_says_where(tmp_path: Path, started) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({**ORDER, "comment": "hemmelig"}))
    with OrderFileReader().session() as reader:
        process = reader._process
        assert process is not None
        with pytest.raises(UnreadableError) as caught:
            list(process.prepared(request(path, kind="annet")))
        assert caught.value.code == "reading-failed"
        assert "KeyError < reading_child" not in caught.value.text("nb")
        assert "KeyError < reader.py:" in caught.value.text("nb")
        assert "hemmelig" not in caught.value.text("nb")
        assert is_over(started[0])
        assert len(list(reader.prepare("a.json", path, TABLES, TODAY))) == 1


@needs_posix
def test_that_it_ends_with_the_process_that_started_it() -> None:
    program = """
import sys
import time
from timebok_desktop.files.orders import reading_process
start = reading_process._started
def told():
    process = start()
    print(process.pid, flush=True)
    return process
reading_process._started = told
process = reading_process.ReadingProcess()
process.start()
time.sleep(600)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment
    ) as parent:
        child = int(parent.stdout.readline())  # type: ignore[union-attr] - a pipe
        parent.kill()
    assert _within(10, lambda: not _is_running(child))


def _within(seconds: float, happens: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while not happens() and time.monotonic() < end:
        time.sleep(0.02)
    return happens()


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


@pytest.fixture(autouse=True)
def _nothing_left_behind(tmp_path: Path) -> Iterator[None]:
    before = {"mange.json", "a.json", "b.csv", "c.xlsx", "d.eml"}
    yield
    assert {path.name for path in tmp_path.iterdir()} <= before

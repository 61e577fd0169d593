"""The local log: what ran and where it failed, never what was in it, and never in the way."""

from __future__ import annotations

import re
import sys
import threading
from pathlib import Path

import pytest

from timebok_desktop.files import local_log
from timebok_desktop.files.local_log import BYTES_EACH, FILE_NAME, FILES, LocalLog, write_defect

_ENTRY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (INFO|WARNING|ERROR) \d+ \S")


def _raised() -> Exception:
    with pytest.raises(ValueError, match="kari") as caught:
        _read_wrongly()
    return caught.value


def _read_wrongly() -> str:
    try:
        return {"Ola": "1"}["Kari Nordmann"]
    except KeyError as error:
        raise ValueError("mappen/kari/ordre.csv") from error


def test_that_an_entry_says_when_in_utc_and_what(tmp_path: Path) -> None:
    log = LocalLog(tmp_path / "logs")
    log.started("window", "Python 3")
    log.ended("verify", 0.25)
    lines = (tmp_path / "logs" / FILE_NAME).read_text("utf-8").splitlines()
    assert [bool(_ENTRY.match(line)) for line in lines] == [True, True]
    assert "verify done, 0.250 s" in lines[1]


def test_that_a_failure_tells_kinds_and_places_but_no_values(tmp_path: Path) -> None:
    LocalLog(tmp_path).failed("orders import", 1.0, _raised())
    told = (tmp_path / FILE_NAME).read_text("utf-8")
    assert "ValueError" in told
    assert "KeyError" in told
    assert "test_local_log.py" in told
    assert "Kari" not in told
    assert "kari" not in told
    assert str(tmp_path) not in told


def test_that_a_report_of_many_lines_stays_one_entry(tmp_path: Path) -> None:
    write_defect(tmp_path, "IndexError\n2026-01-01T00:00:00.000Z ERROR 1 forged")
    lines = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    assert [bool(_ENTRY.match(line)) for line in lines] == [True, False, False]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no modes")
def test_that_the_log_is_for_its_owner_alone(tmp_path: Path) -> None:
    LocalLog(tmp_path / "logs").ended("verify", 0.0)
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "logs" / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_that_old_entries_go_and_the_log_never_grows_beyond_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_log, "BYTES_EACH", 2_000)
    log = LocalLog(tmp_path)
    for number in range(300):
        log.ended(f"operation-{number}", 0.0)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == sorted([FILE_NAME, *(f"{FILE_NAME}.{n}" for n in range(1, FILES))])
    assert all(path.stat().st_size <= 2_000 for path in tmp_path.iterdir())
    assert "operation-299 " in (tmp_path / FILE_NAME).read_text("utf-8")
    assert BYTES_EACH * FILES == 5 * 1024 * 1024


def test_that_many_logs_at_once_lose_no_entry(tmp_path: Path) -> None:
    def write(who: int) -> None:
        log = LocalLog(tmp_path)
        for number in range(50):
            log.ended(f"operation-{who}-{number}", 0.0)

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    assert len(lines) == 200
    assert all(_ENTRY.match(line) for line in lines)


@pytest.mark.parametrize("place", ["a-file", "missing/logs"])
def test_that_a_log_that_cannot_be_written_stops_nobody(
    tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a-file").touch()
    LocalLog(tmp_path / place).ended("verify", 0.0)
    write_defect(tmp_path / place, "IndexError")
    assert capsys.readouterr() == ("", "")


def test_that_nothing_stays_open(tmp_path: Path) -> None:
    log = LocalLog(tmp_path)
    log.ended("verify", 0.0)
    (tmp_path / FILE_NAME).unlink()
    log.ended("verify", 0.0)
    assert (tmp_path / FILE_NAME).exists()
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]

"""How the program starts itself again, also when it brings its own interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from timebok_desktop import child_process


def test_that_a_packed_program_asks_the_program_with_streams_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("timebok.exe", "timebok-desktop.exe"):
        (tmp_path / name).touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "timebok-desktop.exe"))
    started = child_process.command(child_process.READ_ORDERS)
    assert started == [
        str(tmp_path / "timebok.exe"), "--timebok-child", child_process.READ_ORDERS,
    ]  # fmt: skip
    (tmp_path / "timebok.exe").unlink()
    assert child_process.command("a")[0] == sys.executable


def test_that_nothing_but_the_children_of_the_program_is_run(packed_program: Path) -> None:
    asked = [str(packed_program), "--timebok-child", "http.server"]
    done = subprocess.run(asked, capture_output=True, check=False)
    assert done.returncode == 2
    assert not child_process.run_as_child(["--timebok-child"])
    assert not child_process.run_as_child(["open", child_process.READ_ORDERS])


def test_that_a_child_of_a_packed_program_runs_there(packed_program: Path, tmp_path: Path) -> None:
    command = child_process.command(child_process.PLACE_FILES, [str(tmp_path)])
    assert command[0] == str(packed_program)
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode().split()) == (0, ["0"])

"""A command whose answer cannot be written out says so, and what it did stands."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full here")
@pytest.mark.parametrize("as_json", [["--json"], []])
def test_that_an_answer_without_room_is_told_without_a_traceback(tmp_path, as_json) -> None:
    words = [sys.executable, "-m", "timebok_desktop", "init", "--plain", *as_json]
    with FULL.open("wb") as full:
        ran = subprocess.run(
            words,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "TIMEBOK_WORKSPACE": str(tmp_path / "workspace"), "LANG": "C"},
        )
    assert ran.returncode == 3
    assert "Kommandoen er utført" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert (tmp_path / "workspace" / "store.sqlite3").exists()

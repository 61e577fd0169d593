"""Another window beside this one works in a folder of its own, and says where it cannot start."""

from __future__ import annotations

import sys
from pathlib import Path

from timebok_desktop.files import beside


def test_that_the_sample_world_lies_beside_the_workspace_and_never_in_it(tmp_path: Path):
    folder = beside.folder_beside(tmp_path / "arbeid", "sample")
    assert folder == tmp_path / "arbeid-sample"


def test_that_the_program_itself_is_started_with_what_was_asked_for(tmp_path, monkeypatch):
    found: list[list[str]] = []
    monkeypatch.setattr(beside, "_start", found.append)
    assert beside.start_beside(tmp_path / "arbeid", "sample", "anna")
    folder = str(tmp_path / "arbeid-sample")
    assert found[0][-6:] == ["sample", "--open", "--workspace", folder, "--by", "anna"]


def test_that_what_cannot_be_started_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "there is no such program"))
    assert not beside.start_beside(tmp_path / "arbeid", "sample", "anna")


def test_that_what_is_started_runs_by_itself(tmp_path):
    mark = tmp_path / "mark"
    beside._start([sys.executable, "-c", f"open({str(mark)!r}, 'w').close()"]).join(60)
    assert mark.exists()

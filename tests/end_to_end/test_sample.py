"""The sample world never gets into the workspace of real work."""

from __future__ import annotations

import json

import platformdirs
import pytest

from timebok_desktop.cli import main


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    monkeypatch.delenv("TIMEBOK_WORKSPACE", raising=False)
    monkeypatch.setattr(
        platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "timebok-desktop")
    )


def test_that_the_sample_goes_beside_the_default_workspace(at_home, tmp_path, capsys):
    assert main(["sample", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["workspace"] == str(tmp_path / "timebok-desktop-sample")
    assert not (tmp_path / "timebok-desktop").exists()


def test_that_the_sample_goes_where_the_environment_says(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TIMEBOK_WORKSPACE", str(tmp_path / "her"))
    assert main(["sample", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["workspace"] == str(tmp_path / "her")
    assert main(["sample", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["steps"] == []


def test_that_a_workspace_in_use_gets_no_sample(timebok, tmp_path, desk):
    refused = desk("sample", expect=1)
    assert "--workspace" in refused.err

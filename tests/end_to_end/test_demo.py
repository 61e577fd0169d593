"""The demonstration does the whole main job, and anybody can verify what it leaves."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def demo(timebok, tmp_path):
    return timebok("demo", "--out", tmp_path / "demo").document


def test_that_the_demo_names_its_steps_and_what_it_left(demo, tmp_path):
    steps = [one["step"] for one in demo["steps"]]
    wanted = ["registry import", "orders import", "verify", "decide", "export", "package verify"]
    assert [step for step in steps if step in wanted] == wanted
    assert all(one["outcome"] for one in demo["steps"])
    assert Path(demo["workspace"]) == tmp_path / "demo" / "workspace"
    assert Path(demo["trust"]) == tmp_path / "demo" / "trust.json"


def test_that_the_demo_does_not_touch_a_workspace_that_is_there(demo, timebok, tmp_path):
    refused = timebok("demo", "--out", tmp_path / "demo", expect=1)
    assert str(tmp_path / "demo" / "workspace") in refused.err


def test_that_another_workspace_verifies_the_package_with_the_trust_file(
    demo, in_workspace, tmp_path
):
    stranger = in_workspace(tmp_path / "stranger")
    without = stranger("package", "verify", demo["package"], expect=1).document
    assert not without["valid"]
    verdict = stranger("package", "verify", demo["package"], "--trust", demo["trust"]).document
    assert verdict["valid"]
    assert verdict["problems"] == []
    assert verdict["configurations"] > 0


def test_that_the_package_verifies_without_this_program(demo):
    package = Path(demo["package"])
    command = [sys.executable, "-m", "bagit", "--validate", str(package)]
    subprocess.run(command, check=True, capture_output=True)
    if shutil.which("sha256sum") is None:
        pytest.skip("no sha256sum here")
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "--quiet", "-c", manifest], cwd=package, check=True)


def test_that_the_sample_world_fires_exactly_its_rules(
    timebok, demo, tmp_path, load_world, rules_by_reference
):
    world = tmp_path / "demo" / "world"
    load_world(timebok, world)
    orders = json.loads((world / "answers.json").read_text("utf-8"))["orders"]
    wanted = {one["external_reference"]: one["rules"] for one in orders}
    assert rules_by_reference(timebok) == wanted

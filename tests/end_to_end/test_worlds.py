"""The rules that fire on synthetic worlds are exactly those that the world was made to have."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from timebok_desktop.files.synthesis import REGISTRY_FORMATS


def answers_of(world):
    orders = json.loads((world / "answers.json").read_text("utf-8"))["orders"]
    return {one["external_reference"]: one for one in orders}


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_that_every_order_of_a_world_gets_exactly_its_rules_in_each_format(
    seed, tmp_path, timebok, load_world, rules_by_reference
):
    world = tmp_path / "world"
    timebok("synthesize", "--out", world, "--orders", 150, "--parties", 150, "--seed", seed)
    load_world(timebok, world)
    found, answers = rules_by_reference(timebok), answers_of(world)
    assert found.keys() == answers.keys()
    wrong = defaultdict(list)
    for reference, answer in answers.items():
        if found[reference] != answer["rules"]:
            wrong[answer["file"]].append((reference, found[reference], answer["rules"]))
    assert not wrong
    suffixes = {answer["file"].rsplit(".", 1)[1] for answer in answers.values()}
    assert suffixes == {"json", "csv", "xlsx", "eml"}


@pytest.mark.parametrize("registry_format", REGISTRY_FORMATS)
def test_that_the_rules_do_not_depend_on_the_shape_of_the_registry_export(
    registry_format, tmp_path, timebok, load_world, rules_by_reference
):
    world = tmp_path / "world"
    size = ["--orders", 60, "--parties", 120, "--seed", 5]
    timebok("synthesize", "--out", world, *size, "--registry-format", registry_format)
    load_world(timebok, world)
    wanted = {reference: one["rules"] for reference, one in answers_of(world).items()}
    assert rules_by_reference(timebok) == wanted


def test_that_a_world_is_the_same_for_the_same_seed(tmp_path, timebok):
    size = ["--orders", 40, "--parties", 60, "--taken-at", "2026-01-02T03:04:05+00:00"]
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        timebok("synthesize", "--out", tmp_path / name, *size, "--seed", seed)

    def content(name):
        folder = tmp_path / name
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder): path.read_bytes() for path in files}

    assert content("a") == content("b")
    assert content("a") != content("c")

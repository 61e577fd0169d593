"""A world written from the interface description alone, by hand: every rule fires just there.

The synthetic worlds know what the program knows; this one was made by somebody who did not.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from outside_world.check_digits import national_identity_number
from outside_world.facts import RULES
from outside_world.make import make_world

from timebok_desktop.domain.party import norwegian_day


@pytest.fixture
def world(tmp_path):
    """The files of the world and what must come of them."""
    folder = tmp_path / "world"
    return folder, make_world(folder, norwegian_day(datetime.now(UTC)))


@pytest.fixture
def take_in(timebok):
    """Bring the world into the workspace; the import of its orders."""

    def take(folder, *registry_options):
        timebok("registry", "import", folder / "registry.json", *registry_options)
        for name in ("vendors", "forms", "service_types"):
            timebok("tables", "import", name, folder / f"{name}.csv")
        timebok("configurations", "import", folder / "configurations.csv")
        return timebok("orders", "import", folder / "orders", expect=1).document

    return take


@pytest.fixture
def judged(timebok):
    """All orders after verification, as (as listed, as verified), by external reference."""

    def verify():
        verified = {
            one["reference"]: one
            for one in timebok("verify", "--all", expect=None).document["orders"]
        }
        listed = timebok("orders", "list", "--limit", 1000).document["orders"]
        return {one["external_reference"]: (one, verified[one["reference"]]) for one in listed}

    return verify


def test_that_the_outside_world_covers_every_rule(world):
    _, expected = world
    rules = {rule for order in expected["orders"].values() for rule in order["rules"]}
    assert rules == RULES - {"SNAPSHOT-STALE"}


def test_that_every_order_gets_exactly_the_rules_of_its_case(world, take_in, judged):
    folder, expected = world
    take_in(folder)
    found = judged()
    assert found.keys() == expected["orders"].keys()
    got = {
        reference: (
            sorted(one["rule"] for one in verified["findings"]),
            {one["rule"]: one["severity"] for one in verified["findings"]},
            verified["outcome"],
            listed["outcome"],
        )
        for reference, (listed, verified) in found.items()
    }
    wanted = {
        reference: (case["rules"], case["severities"], case["outcome"], case["outcome"])
        for reference, case in expected["orders"].items()
    }
    assert {one: (got[one], wanted[one]) for one in wanted if got[one] != wanted[one]} == {}


def test_that_findings_name_what_they_rest_on_and_what_may_be_meant(world, take_in, judged):
    folder, expected = world
    take_in(folder)
    found = judged()
    for reference, case in expected["orders"].items():
        listed, verified = found[reference]
        findings = {one["rule"]: one for one in verified["findings"]}
        for rule, words in case["evidence"].items():
            said = json.dumps(findings[rule]["evidence"])
            assert all(word in said for word in words), (reference, said)
        for rule, her_ids in case["suggests"].items():
            assert [one["her_id"] for one in findings[rule]["suggestions"]] == her_ids
        for field, value in case["normalised"].items():
            assert listed[field] == value, reference


def test_that_what_is_no_order_is_refused_with_its_place(world, take_in):
    folder, expected = world
    report = take_in(folder)
    files = {Path(one["path"]).name: one for one in report["files"]}
    refused = {name: [p["at"] for p in files[name]["problems"]] for name in expected["refused"]}
    assert refused == expected["refused"]
    assert {one["outcome"] for name, one in files.items() if name not in refused} == {
        "imported",
        "duplicate",
    }
    counts = (len(expected["orders"]), sum(map(len, refused.values())), 1)
    assert (report["accepted"], report["refused"], report["duplicates"]) == counts


def test_that_every_kind_of_file_gives_the_same_date_and_no_personal_number(
    world, take_in, timebok
):
    folder, expected = world
    take_in(folder)
    listed = timebok("orders", "list", "--limit", 1000).document["orders"]
    references = {one["external_reference"]: one["reference"] for one in listed}
    dated = {
        case["channel"]: (one, case)
        for one, case in expected["orders"].items()
        if "desiredFrom" in case["sent"]
    }
    assert len(dated) == 13
    for reference, case in dated.values():
        shown = timebok("orders", "show", references[reference]).document
        assert shown["desired_from"] == case["sent"]["desiredFrom"]
        assert shown["language"] == case["sent"]["language"]
    numbers = [national_identity_number(day, 1) for day in (1, 41)]
    marked = [one for one, case in expected["orders"].items() if "PERSONAL-ID" in case["rules"]]
    for reference in marked:
        shown = timebok("orders", "show", references[reference]).out
        assert not [number for number in numbers if number in shown]


@pytest.mark.parametrize(("hours", "stale"), [(14 * 24 - 1, False), (14 * 24 + 1, True)])
def test_that_a_snapshot_is_stale_after_a_fortnight(world, take_in, judged, hours, stale):
    folder, expected = world
    taken_at = datetime.now(UTC) - timedelta(hours=hours)
    take_in(folder, "--taken-at", taken_at.isoformat(timespec="seconds"))
    also = ["SNAPSHOT-STALE"] if stale else []
    for reference, (_, verified) in judged().items():
        rules = sorted(one["rule"] for one in verified["findings"])
        assert rules == sorted([*expected["orders"][reference]["rules"], *also]), reference


def test_that_the_world_is_the_same_at_every_making(tmp_path):
    def made(name):
        folder = tmp_path / name
        make_world(folder, norwegian_day(datetime(2026, 3, 16, 9, tzinfo=UTC)))
        files = (one for one in folder.rglob("*") if one.is_file())
        return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}

    assert made("first") == made("second")

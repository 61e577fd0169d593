"""The shipped sample: every rule, every format, enough clean orders, invented people only."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta

import pytest

from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.files.sample import write_sample
from timebok_desktop.services.synthesis import rule_codes as rules

NOW = datetime(2026, 3, 2, 9, 30, 12, 345, tzinfo=UTC)
STOPS = {
    rules.HER_SYNTAX,
    rules.HER_UNKNOWN,
    rules.HER_INACTIVE,
    rules.ORG_CHECKSUM,
    rules.MUN_UNKNOWN,
    rules.CAT_UNKNOWN,
    rules.FORM_MISSING,
    rules.FORM_NOT_ALLOWED,
    rules.FORM_RECEIVER,
    rules.VENDOR_NOT_INTEGRATED,
    rules.PRACTITIONER_CATEGORY,
    rules.PRACTITIONER_SERVICE,
}


@pytest.fixture
def sample(tmp_path):
    folder = tmp_path / "sample"
    write_sample(folder, NOW)
    return folder


@pytest.fixture
def answers(sample):
    return json.loads((sample / "answers.json").read_text(encoding="utf-8"))["orders"]


@pytest.fixture
def parties(sample):
    export = json.loads((sample / "registry" / "ar-export.json").read_text(encoding="utf-8"))
    return export["CommunicationParties"]


def test_that_the_sample_covers_every_rule_but_the_age_of_the_snapshot(answers):
    fired = {rule for order in answers for rule in order["rules"]}
    assert fired == rules.ALL_RULES - {rules.SNAPSHOT_STALE}


def test_that_there_is_work_of_every_outcome(answers):
    clean = [order for order in answers if not order["rules"]]
    warned = [order for order in answers if order["rules"] and not STOPS & set(order["rules"])]
    assert len(clean) >= 12
    assert len(warned) >= 10
    assert len(answers) - len(clean) - len(warned) >= 8
    assert sum(order["kind"] == "change" for order in clean) == 2
    assert sum(order["kind"] == "deactivate" for order in clean) == 1
    assert {order["category"] for order in clean} == {
        "Koronatest",
        "Koronavaksine",
        "Lab",
        "Vaksine",
    }


def test_that_every_file_holds_the_orders_of_its_answers(sample, answers, references_in):
    found = {
        reference: f"orders/{path.name}"
        for path in (sample / "orders").iterdir()
        for reference in references_in(path)
    }
    assert found == {order["external_reference"]: order["file"] for order in answers}
    assert {path.suffix for path in (sample / "orders").iterdir()} == {
        ".json",
        ".csv",
        ".xlsx",
        ".eml",
    }


def test_that_the_sample_is_as_old_as_the_moment_it_is_made(sample, tmp_path, tree_of):
    export = json.loads((sample / "registry" / "ar-export.json").read_text(encoding="utf-8"))
    assert datetime.fromisoformat(export["LastDateTimeOffset"]) == NOW.replace(microsecond=0)
    write_sample(tmp_path / "again", NOW)
    write_sample(tmp_path / "later", NOW + timedelta(days=40))
    assert tree_of(sample) == tree_of(tmp_path / "again")
    assert tree_of(sample) != tree_of(tmp_path / "later")


def test_that_changes_and_endings_build_on_a_set_up_unless_the_answer_says_otherwise(
    sample, answers
):
    with (sample / "configurations.csv").open(encoding="utf-8", newline="") as file:
        set_up = {
            (row["municipality_number"], row["her_id"], row["category"])
            for row in csv.DictReader(file)
        }
    for order in answers:
        key = (order["municipality_number"], str(order["her_id"]), order["category"])
        if order["kind"] == "activate":
            assert (key in set_up) is (rules.ALREADY_CONFIGURED in order["rules"])
        else:
            assert (key in set_up) is (rules.CHANGE_WITHOUT_BASE not in order["rules"])


def test_that_parties_are_unique_and_every_parent_is_there(parties):
    her_ids = [party["HerId"] for party in parties]
    assert len(set(her_ids)) == len(her_ids) >= 60
    assert {party["ParentHerId"] for party in parties} - {-1} <= set(her_ids)
    assert {party["Type"] for party in parties} == {"Organization", "Service", "Person"}


def test_that_sami_names_and_both_places_of_one_name_are_there(parties):
    names = {party["Name"] for party in parties}
    assert {"Guovdageaidnu kommune", "Kárášjohka kommune", "Snåase kommune"} <= names
    heroy = [party for party in parties if party["Name"] == "Herøy kommune"]
    assert len({party["Municipality"]["CodeValue"] for party in heroy}) == 2


def test_that_only_one_comment_holds_a_synthetic_identity_number(sample, answers):
    (told,) = [order for order in answers if rules.PERSONAL_ID in order["rules"]]
    text = (sample / told["file"]).read_text(encoding="utf-8")
    assert mask(text)[1] == 1

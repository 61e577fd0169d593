"""Written worlds: the same bytes again, files that can be read, answers to every order."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from datetime import UTC, datetime

import pytest
from defusedxml import ElementTree

from timebok_desktop.domain.errors import RefusedError, UnavailableError, UsageError
from timebok_desktop.files.synthesis import ORDER_FORMATS, REGISTRY_FORMATS, write_world

TAKEN_AT = datetime(2026, 3, 2, tzinfo=UTC)
ARGUMENTS = {"orders": 160, "parties": 150, "seed": 11, "taken_at": TAKEN_AT}
ANSWER_FIELDS = {
    "external_reference",
    "municipality_number",
    "organization_number",
    "her_id",
    "category",
    "kind",
    "form",
    "file",
    "rules",
}


def answers_in(folder):
    return json.loads((folder / "answers.json").read_text(encoding="utf-8"))


@pytest.fixture
def world(tmp_path):
    folder = tmp_path / "world"
    return folder, write_world(folder, **ARGUMENTS)


def test_that_the_same_arguments_give_the_same_bytes(tmp_path, world, tree_of):
    folder, _ = world
    write_world(tmp_path / "again", **ARGUMENTS)
    write_world(tmp_path / "other", **{**ARGUMENTS, "seed": 12})
    assert tree_of(folder) == tree_of(tmp_path / "again")
    assert tree_of(folder) != tree_of(tmp_path / "other")


def test_that_the_answers_name_every_order_of_every_file(world, references_in):
    folder, summary = world
    answers = answers_in(folder)
    expected = defaultdict(list)
    for order in answers["orders"]:
        assert set(order) == ANSWER_FIELDS
        assert order["rules"] == sorted(set(order["rules"]))
        expected[order["file"]].append(order["external_reference"])
    found = {f"orders/{path.name}": references_in(path) for path in (folder / "orders").iterdir()}
    assert found == expected
    assert answers["taken_at"] == TAKEN_AT.isoformat()
    assert summary.orders == len(answers["orders"]) == 160
    assert summary.clean_orders == sum(not order["rules"] for order in answers["orders"])
    assert summary.order_files == len(found)


def test_that_all_order_formats_are_there(world):
    folder, _ = world
    written = {path.stem.partition("-")[2] for path in (folder / "orders").iterdir()}
    assert written == set(ORDER_FORMATS)


def test_that_only_the_order_formats_asked_for_are_written(tmp_path):
    write_world(tmp_path, **ARGUMENTS, order_formats=["csv-comma"])
    assert {path.suffix for path in (tmp_path / "orders").iterdir()} == {".csv"}


def test_that_a_file_holds_as_many_orders_as_were_asked_for(tmp_path, references_in):
    write_world(tmp_path, **ARGUMENTS, order_formats=["json-list", "csv-comma"], per_file=70)
    found = [len(references_in(path)) for path in sorted((tmp_path / "orders").iterdir())]
    assert found == [70, 70, 20]


def test_that_sheets_lose_leading_zeros_but_answers_do_not(tmp_path):
    """The smallest numbers are Oslo's, 0301; the world is large enough to have it."""
    write_world(
        tmp_path,
        orders=3000,
        parties=3000,
        seed=1,
        taken_at=TAKEN_AT,
        order_formats=["csv-windows"],
    )
    numbers = {order["municipality_number"] for order in answers_in(tmp_path)["orders"]}
    text = b"".join(path.read_bytes() for path in (tmp_path / "orders").iterdir())
    assert "0301" in numbers
    assert b";301;Oslo;" in text
    assert b";0301;" not in text


def test_that_configurations_and_tables_have_the_columns_of_their_imports(world):
    folder, summary = world
    headers = {
        path.name: path.read_text(encoding="utf-8").splitlines()[0]
        for path in [*(folder / "tables").iterdir(), folder / "configurations.csv"]
    }
    assert headers == {
        "configurations.csv": "municipality_number,her_id,category,form,vendor,system,valid_from",
        "forms.csv": "code,name,category,sends_answers,valid_from,valid_to",
        "service_types.csv": "category,code_list,code",
        "vendors.csv": "vendor,system,integrated,receives_answers,integrated_via_practitioner",
    }
    with (folder / "configurations.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == summary.configurations > 0


def parties_in(path, registry_format):
    if registry_format == "soap":
        return list(ElementTree.parse(path).getroot())
    content = path.read_bytes()
    text = (gzip.decompress(content) if registry_format == "legacy-gzip" else content).decode()
    if registry_format == "rest-lines":
        return [json.loads(line) for line in text.splitlines()]
    document = json.loads(text)
    return document["CommunicationParties"] if isinstance(document, dict) else document


@pytest.mark.parametrize("registry_format", REGISTRY_FORMATS)
def test_that_the_registry_holds_all_parties_in_every_shape(tmp_path, registry_format):
    write_world(tmp_path, **ARGUMENTS, registry_format=registry_format)
    (path,) = (tmp_path / "registry").iterdir()
    assert len(parties_in(path, registry_format)) == 150
    fired = {rule for order in answers_in(tmp_path)["orders"] for rule in order["rules"]}
    assert ("HER-MUNICIPALITY" in fired) is not registry_format.startswith("rest")


def test_that_the_first_registry_format_is_the_legacy_export_with_its_header(world):
    folder, _ = world
    assert REGISTRY_FORMATS[0] == "legacy"
    export = json.loads((folder / "registry" / "ar-export.json").read_text(encoding="utf-8"))
    assert export["LastDateTimeOffset"] == TAKEN_AT.isoformat()
    assert isinstance(export["LastEventId"], int)


def test_that_a_folder_in_use_is_refused_and_left_alone(tmp_path, tree_of):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(RefusedError) as refused:
        write_world(tmp_path, **ARGUMENTS)
    assert str(tmp_path) in refused.value.text("nb")
    assert tree_of(tmp_path) == {"mine.txt": b"mine"}


def test_that_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RefusedError):
        write_world(tmp_path / "file", **ARGUMENTS)


def test_that_a_place_that_cannot_be_written_is_explained(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnavailableError) as failed:
        write_world(tmp_path / "file" / "below", **ARGUMENTS)
    assert "ufullstendig" in failed.value.text("nb")


@pytest.mark.parametrize("wrong", [{"registry_format": "edi"}, {"order_formats": ["fax"]}])
def test_that_an_unknown_format_is_refused_with_the_known_ones(tmp_path, wrong):
    with pytest.raises(UsageError) as refused:
        write_world(tmp_path / "world", **ARGUMENTS, **wrong)
    assert "«fax»" in refused.value.text("nn") or "«edi»" in refused.value.text("nn")
    assert not (tmp_path / "world").exists()

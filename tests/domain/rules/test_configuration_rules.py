"""The rules on what is set up and on order already: when they fire, when not, pairs and self."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.rules import Neighbour

OWN = "RTB-2026-000001"


# -- CHANGE-WITHOUT-BASE ---------------------------------------------------------------------
@pytest.mark.parametrize("kind", ["change", "deactivate"])
def test_that_changing_or_ending_nothing_is_a_warning(find, kind: str) -> None:
    finding = find("CHANGE-WITHOUT-BASE", kind=kind)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["her_id"] == 81234
    assert finding.evidence["category"] == "Lab"


def test_that_a_new_order_needs_no_base(find) -> None:
    assert find("CHANGE-WITHOUT-BASE", kind="activate") is None


@pytest.mark.parametrize("kind", ["change", "deactivate"])
@pytest.mark.parametrize(
    ("municipality", "base"), [("0301", "0301"), ("1543", "1506"), ("1506", "1543")]
)
def test_that_a_configuration_of_the_municipality_of_today_is_a_base(
    find, a_configuration, kind: str, municipality: str, base: str
) -> None:
    facts = {"municipality_number": municipality, "configurations": (a_configuration(base),)}
    assert find("CHANGE-WITHOUT-BASE", kind=kind, **facts) is None


def test_that_another_municipalitys_configuration_is_no_base(find, a_configuration) -> None:
    found = find("CHANGE-WITHOUT-BASE", kind="change", configurations=(a_configuration("1101"),))
    assert found is not None


def test_that_what_the_order_made_itself_is_not_its_base(find, a_configuration) -> None:
    own = a_configuration(order_reference=OWN)
    other = a_configuration(order_reference="RTB-2026-000002")
    assert find("CHANGE-WITHOUT-BASE", kind="change", configurations=(own,)) is not None
    assert find("CHANGE-WITHOUT-BASE", kind="change", configurations=(own, other)) is None


@pytest.mark.parametrize("kind", ["change", "deactivate"])
def test_that_what_the_order_itself_ended_was_its_base(find, a_configuration, kind: str) -> None:
    before = a_configuration(current=False, ended_by=OWN)
    assert find("CHANGE-WITHOUT-BASE", kind=kind, has_taken_effect_on=before) is None


def test_that_an_unresolved_municipality_has_no_base(find, a_configuration) -> None:
    facts = {"kind": "change", "configurations": (a_configuration("1507"),)}
    assert find("CHANGE-WITHOUT-BASE", municipality_number="1507", **facts) is not None


def test_that_an_inactive_category_can_be_ended_against_its_base(find, a_configuration) -> None:
    base = (a_configuration(category="Blodbank"),)
    facts = {"category": "Blodbank", "kind": "deactivate"}
    assert find("CHANGE-WITHOUT-BASE", **facts, configurations=base) is None
    assert find("CHANGE-WITHOUT-BASE", **facts) is not None


def test_that_no_base_is_sought_for_an_unknown_category(find) -> None:
    assert find("CHANGE-WITHOUT-BASE", kind="change", category="Ukjent") is None


# -- ALREADY-CONFIGURED ----------------------------------------------------------------------
def test_that_a_second_set_up_of_the_same_is_a_warning_that_names_the_first(
    find, a_configuration
) -> None:
    first = a_configuration(order_reference="RTB-2025-000077")
    finding = find("ALREADY-CONFIGURED", configurations=(first,))
    assert finding.severity is Severity.WARNING
    assert finding.evidence["order"] == "RTB-2025-000077"
    assert "81234 (RTB-2025-000077)." in finding.phrase.text("nb")


def test_that_an_imported_base_has_no_order_to_name(find, a_configuration) -> None:
    finding = find("ALREADY-CONFIGURED", configurations=(a_configuration(),))
    assert finding.evidence["order"] is None
    assert "81234. " in finding.phrase.text("nb")


def test_that_a_base_of_the_predecessor_counts(find, a_configuration) -> None:
    facts = {"municipality_number": "1506", "configurations": (a_configuration("1543"),)}
    assert find("ALREADY-CONFIGURED", **facts) is not None


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "change"},
        {"kind": "deactivate"},
        {"municipality_number": "1101"},
        {"municipality_number": "1507"},
        {"category": "Ukjent"},
        {"reference": "RTB-2025-000077"},
        {"configurations": ()},
    ],
)
def test_that_a_set_up_is_new_where_there_is_nothing_the_same(find, a_configuration, facts) -> None:
    first = a_configuration(order_reference="RTB-2025-000077")
    assert find("ALREADY-CONFIGURED", **{"configurations": (first,), **facts}) is None


# -- DUPLICATE-ORDER -------------------------------------------------------------------------
def test_that_an_open_order_for_the_same_is_a_warning_that_names_it(find) -> None:
    neighbours = (Neighbour("RTB-9", "0301", "activate"), Neighbour("RTB-8", "0301", "activate"))
    finding = find("DUPLICATE-ORDER", neighbours=neighbours)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["orders"] == ("RTB-8", "RTB-9")
    assert "RTB-8, RTB-9 venter også" in finding.phrase.text("nb")


def test_that_both_orders_of_a_pair_are_duplicates(find) -> None:
    first = find("DUPLICATE-ORDER", neighbours=(Neighbour("RTB-2", "0301", "activate"),))
    second = find(
        "DUPLICATE-ORDER", reference="RTB-2", neighbours=(Neighbour(OWN, "0301", "activate"),)
    )
    assert first.evidence["orders"] == ("RTB-2",)
    assert second.evidence["orders"] == (OWN,)


def test_that_a_retired_number_is_the_same_municipality(find) -> None:
    neighbours = (Neighbour("RTB-2", "1506", "activate"),)
    assert find("DUPLICATE-ORDER", municipality_number="1543", neighbours=neighbours) is not None


def test_that_an_order_by_organisation_number_alone_is_the_same_municipality(find) -> None:
    neighbours = (Neighbour("RTB-2", "0301", "activate"),)
    assert find("DUPLICATE-ORDER", municipality_number="", neighbours=neighbours) is not None


@pytest.mark.parametrize(
    ("facts", "neighbour"),
    [
        ({}, Neighbour("RTB-2", "0301", "change")),
        ({}, Neighbour("RTB-2", "0301", "deactivate")),
        ({}, Neighbour("RTB-2", "1101", "activate")),
        ({}, Neighbour("RTB-2", "", "activate")),
        ({"municipality_number": "1507"}, Neighbour("RTB-2", "", "activate")),
        ({"kind": "change"}, Neighbour("RTB-2", "0301", "activate")),
        ({"category": "Ukjent"}, Neighbour("RTB-2", "0301", "activate")),
    ],
)
def test_that_an_open_order_for_something_else_is_no_duplicate(find, facts, neighbour) -> None:
    assert find("DUPLICATE-ORDER", **facts, neighbours=(neighbour,)) is None


def test_that_duplicates_are_told_when_the_order_deactivates_too(find) -> None:
    neighbours = (Neighbour("RTB-2", "0301", "deactivate"),)
    assert find("DUPLICATE-ORDER", kind="deactivate", neighbours=neighbours) is not None

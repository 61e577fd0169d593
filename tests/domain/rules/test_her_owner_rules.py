"""The rules on whose the party is, where it is, what it does and who else uses it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timebok_desktop.domain.codes import PartyType, Severity
from timebok_desktop.domain.findings import Suggestion
from timebok_desktop.domain.party import ServiceType
from timebok_desktop.domain.phrases import same
from timebok_desktop.domain.rules import Neighbour

SUGGESTION = Suggestion(4711, "Laboratorium, Storgata", (same("Samme kommune"),))
ORGANISATION = {"type": PartyType.ORGANIZATION, "service_type": None}


# -- HER-OWNER -------------------------------------------------------------------------------
OTHERS = {"organization_number": "", "parent_organization_number": "944496394"}


def test_that_another_owner_is_a_warning_that_names_both_numbers(find) -> None:
    finding = find("HER-OWNER", party=OTHERS)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["owner"] == ("944496394",)
    assert finding.evidence["organization_number"] == "958935420"
    for language in ("nb", "nn"):
        assert "944496394" in finding.phrase.text(language)
        assert "958935420" in finding.phrase.text(language)


@pytest.mark.parametrize(
    "party",
    [
        {"organization_number": "958935420", "parent_organization_number": "944496394"},
        {"organization_number": "944496394", "parent_organization_number": "958935420"},
    ],
)
def test_that_the_partys_own_or_its_parents_number_is_enough(find, party: dict) -> None:
    assert find("HER-OWNER", party=party) is None


def test_that_the_parents_number_is_looked_up_where_the_party_does_not_say_it(find) -> None:
    party = {"parent_organization_number": ""}
    assert find("HER-OWNER", party=party) is None
    finding = find("HER-OWNER", party=party, parent={"organization_number": "964965226"})
    assert finding.evidence["owner"] == ("964965226",)


def test_that_the_owner_is_not_judged_where_no_owner_is_known(find) -> None:
    assert find("HER-OWNER", party={"parent_organization_number": ""}, parent=None) is None


@pytest.mark.parametrize("number", ["", "958935421", "12345"])
def test_that_the_owner_is_not_judged_without_a_valid_number_on_the_order(find, number) -> None:
    assert find("HER-OWNER", party=OTHERS, organization_number=number) is None


def test_that_coverage_of_the_orders_municipality_explains_another_owner(find) -> None:
    assert find("HER-OWNER", party=OTHERS, coverage=frozenset({"0301"})) is None
    assert find("HER-OWNER", party=OTHERS, coverage=frozenset({"1103"})) is not None


def test_that_coverage_counts_for_the_successor_of_a_retired_number(find) -> None:
    facts = {"party": OTHERS, "municipality_number": "1543", "coverage": frozenset({"1506"})}
    assert find("HER-OWNER", **facts) is None


def test_that_another_owner_is_told_although_the_municipality_is_unresolved(find) -> None:
    assert find("HER-OWNER", party=OTHERS, municipality_number="1507") is not None


# -- HER-MUNICIPALITY ------------------------------------------------------------------------
def test_that_a_party_in_another_municipality_is_a_warning_with_both_names(find) -> None:
    finding = find("HER-MUNICIPALITY", party={"municipality_number": "1101"})
    assert finding.severity is Severity.WARNING
    assert finding.evidence["party_municipality"] == "1101"
    assert finding.evidence["municipality"] == "0301"
    for language in ("nb", "nn"):
        assert "1101 Eigersund" in finding.phrase.text(language)
        assert "0301 Oslo" in finding.phrase.text(language)


def test_that_the_parents_municipality_counts_where_the_party_has_none(find) -> None:
    party = {"municipality_number": ""}
    assert find("HER-MUNICIPALITY", party=party) is None
    finding = find("HER-MUNICIPALITY", party=party, parent={"municipality_number": "1103"})
    assert finding.evidence["party_municipality"] == "1103"


def test_that_the_parents_municipality_does_not_count_where_the_party_has_one(find) -> None:
    assert find("HER-MUNICIPALITY", parent={"municipality_number": "1103"}) is None


@pytest.mark.parametrize(
    "facts",
    [
        {"party": {"municipality_number": ""}, "parent": None},
        {"party": {"municipality_number": ""}, "parent": {"municipality_number": ""}},
        {"party": {"municipality_number": "7777"}},
        {"party": {"municipality_number": "1507"}},
        {"party": {"municipality_number": "1101"}, "municipality_number": "7777"},
        {"party": {"municipality_number": "1101"}, "municipality_number": "1507"},
        {"party": {"municipality_number": "1101"}, "municipality_number": "9005"},
        {
            "party": {"municipality_number": "1101"},
            "municipality_number": "",
            "organization_number": "",
        },
    ],
)
def test_that_the_place_is_not_judged_where_either_municipality_is_unknown(find, facts) -> None:
    assert find("HER-MUNICIPALITY", **facts) is None


@pytest.mark.parametrize(
    ("order", "party"), [("1543", "1506"), ("1506", "1543"), ("1543", "1543"), ("9001", "0301")]
)
def test_that_a_retired_number_counts_as_its_only_successor(find, order: str, party: str) -> None:
    facts = {"municipality_number": order, "party": {"municipality_number": party}}
    assert find("HER-MUNICIPALITY", **facts) is None


def test_that_the_evidence_names_the_municipality_of_today(find) -> None:
    finding = find("HER-MUNICIPALITY", party={"municipality_number": "1543"})
    assert finding.evidence["party_municipality"] == "1506"
    assert finding.evidence["party_municipality_name"] == "Molde"


def test_that_coverage_of_the_orders_municipality_explains_another_place(find) -> None:
    party = {"municipality_number": "1101"}
    assert find("HER-MUNICIPALITY", party=party, coverage=frozenset({"0301"})) is None
    assert find("HER-MUNICIPALITY", party=party, coverage=frozenset({"1101"})) is not None


def test_that_an_order_by_organisation_number_alone_has_that_municipality(find) -> None:
    facts = {"municipality_number": "", "party": {"municipality_number": "1101"}}
    assert find("HER-MUNICIPALITY", **facts).evidence["municipality"] == "0301"


# -- HER-SERVICE-TYPE ------------------------------------------------------------------------
def test_that_a_service_type_outside_the_table_is_a_warning_with_what_is_expected(find) -> None:
    party = {"service_type": ServiceType("8663", "KX09", "Oppdiktet tjeneste")}
    finding = find("HER-SERVICE-TYPE", party=party)
    assert finding.severity is Severity.WARNING
    assert finding.evidence["service_type"] == "8663 KX09"
    assert finding.evidence["expected"] == ("8663 KX01", "8663 KX02")
    assert "8663 KX09 Oppdiktet tjeneste." in finding.phrase.text("nb")


def test_that_a_service_type_without_a_text_is_named_by_its_pair(find) -> None:
    finding = find("HER-SERVICE-TYPE", party={"service_type": ServiceType("8663", "KX09")})
    assert "8663 KX09. " in finding.phrase.text("nn")


def test_that_the_pair_counts_and_not_the_text(find) -> None:
    fits = ServiceType("8663", "KX02", "Et annet ord")
    other_list = ServiceType("8666", "KX02", "Laboratorium")
    assert find("HER-SERVICE-TYPE", party={"service_type": fits}) is None
    assert find("HER-SERVICE-TYPE", party={"service_type": other_list}) is not None


@pytest.mark.parametrize(
    "facts",
    [
        {"party": {"service_type": None}},
        {"party": ORGANISATION},
        {"party": {"type": PartyType.PERSON, "service_type": ServiceType("8663", "KX09")}},
        {"party": {"service_type": ServiceType("8663", "KX09")}, "category": "Vaksine"},
        {"party": {"service_type": ServiceType("8663", "KX09")}, "category": "Ukjent"},
        {"party": {"service_type": ServiceType("8663", "KX09")}, "service_types": ()},
        {"party": None},
    ],
)
def test_that_the_service_type_is_not_judged_where_there_is_nothing_to_compare(find, facts) -> None:
    assert find("HER-SERVICE-TYPE", **facts) is None


# -- HER-IN-USE ------------------------------------------------------------------------------
def test_that_another_municipalitys_configuration_is_a_warning(find, a_configuration) -> None:
    finding = find("HER-IN-USE", configurations=(a_configuration("1101"),))
    assert finding.severity is Severity.WARNING
    assert finding.evidence["municipalities"] == ("1101 Eigersund",)
    assert finding.evidence["orders"] == ()
    assert "1101 Eigersund." in finding.phrase.text("nb")


def test_that_another_municipalitys_open_order_is_a_warning_whatever_its_kind(find) -> None:
    neighbours = (
        Neighbour("RTB-2026-000009", "1103", "deactivate"),
        Neighbour("RTB-2026-000008", "1101", "activate"),
    )
    finding = find("HER-IN-USE", neighbours=neighbours)
    assert finding.evidence["municipalities"] == ("1101 Eigersund", "1103 Stavanger")
    assert finding.evidence["orders"] == ("RTB-2026-000008", "RTB-2026-000009")
    assert "(RTB-2026-000008, RTB-2026-000009)" in finding.phrase.text("nn")


def test_that_ones_own_municipality_does_not_use_a_her_id_against_one(
    find, a_configuration
) -> None:
    assert (
        find(
            "HER-IN-USE",
            municipality_number="1543",
            neighbours=(Neighbour("RTB-2026-000009", "1506", "activate"),),
            configurations=(a_configuration("1543"), a_configuration("1506")),
        )
        is None
    )


def test_that_unresolved_municipalities_are_not_compared(find, a_configuration) -> None:
    others = {
        "neighbours": (Neighbour("RTB-2026-000009", "1101", "activate"),),
        "configurations": (a_configuration("1101"),),
    }
    assert find("HER-IN-USE", municipality_number="1507", **others) is None
    assert find("HER-IN-USE", category="Ukjent", **others) is None
    unresolved = {
        "neighbours": (Neighbour("RTB-2026-000009", "", "activate"),),
        "configurations": (a_configuration("1507"),),
    }
    assert find("HER-IN-USE", **unresolved) is None


def test_that_an_order_of_an_unresolved_municipality_is_not_named_beside_another(find) -> None:
    neighbours = (Neighbour("RTB-2", "", "activate"), Neighbour("RTB-3", "1101", "activate"))
    assert find("HER-IN-USE", neighbours=neighbours).evidence["orders"] == ("RTB-3",)


def test_that_an_order_does_not_count_against_its_own_configuration(find, a_configuration) -> None:
    own = a_configuration("1101", order_reference="RTB-2026-000001")
    assert find("HER-IN-USE", configurations=(own,)) is None
    other = replace(own, order_reference="RTB-2026-000002")
    assert find("HER-IN-USE", configurations=(own, other)) is not None


def test_that_both_orders_of_a_pair_get_the_finding(find) -> None:
    first = find("HER-IN-USE", neighbours=(Neighbour("RTB-2", "1101", "activate"),))
    second = find(
        "HER-IN-USE",
        reference="RTB-2",
        municipality_number="1101",
        organization_number="944496394",
        neighbours=(Neighbour("RTB-1", "0301", "activate"),),
    )
    assert first.evidence["orders"] == ("RTB-2",)
    assert second.evidence["orders"] == ("RTB-1",)

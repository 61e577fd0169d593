"""The rules on who orders and on the category: when they fire, when not, at the borders."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.codes import Severity
from timebok_desktop.domain.reference import Category


# -- ORG-CHECKSUM ----------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["958935421", "958935429", "123456789"])
def test_that_a_wrong_check_digit_stops(find, number: str) -> None:
    finding = find("ORG-CHECKSUM", organization_number=number)
    assert finding.severity is Severity.STOP
    assert finding.evidence["organization_number"] == number
    assert "kontrollsifferet" in finding.phrase.text("nb")


@pytest.mark.parametrize("number", ["9589354200", "95893542", "NO958935420", "95893542٠"])
def test_that_what_is_not_nine_digits_stops_and_says_so(find, number: str) -> None:
    finding = find("ORG-CHECKSUM", organization_number=number)
    assert finding.severity is Severity.STOP
    assert "ni sifre" in finding.phrase.text("nb")
    assert "ni siffer" in finding.phrase.text("nn")


def test_that_the_remainder_ten_has_no_check_digit(find) -> None:
    # 3*9+2*5+7*8+6*9+5*3+4*5+3*0+2*3 = 188; 188 % 11 = 1, so the check digit would be 10.
    for digit in "0123456789":
        assert find("ORG-CHECKSUM", organization_number=f"95893503{digit}") is not None


def test_that_the_remainder_eleven_becomes_zero(find) -> None:
    assert find("ORG-CHECKSUM", organization_number="958935420") is None


def test_that_no_organisation_number_is_no_finding(find) -> None:
    assert find("ORG-CHECKSUM", organization_number="") is None


def test_that_a_wrong_check_digit_stays_a_stop_when_the_order_deactivates(find) -> None:
    finding = find("ORG-CHECKSUM", organization_number="958935421", kind="deactivate")
    assert finding.severity is Severity.STOP


# -- ORG-MUNICIPALITY ------------------------------------------------------------------------
def test_that_another_municipalitys_organisation_number_is_a_warning(find) -> None:
    finding = find("ORG-MUNICIPALITY", organization_number="944496394")
    assert finding.severity is Severity.WARNING
    assert finding.evidence["owner"] == "1101"
    assert finding.evidence["municipality"] == "0301"
    for language in ("nb", "nn"):
        assert "1101 Eigersund" in finding.phrase.text(language)
        assert "0301 Oslo" in finding.phrase.text(language)


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"organization_number": "974760673"},
        {"organization_number": "944496395"},
        {"organization_number": ""},
        {"organization_number": "944496394", "municipality_number": ""},
        {"organization_number": "944496394", "municipality_number": "1507"},
        {"organization_number": "944496394", "municipality_number": "9005"},
        {"organization_number": "944496394", "municipality_number": "7777"},
        {"organization_number": "958935420", "municipality_number": "9001"},
    ],
)
def test_that_an_organisation_number_is_not_held_against_what_it_does_not_contradict(
    find, facts
) -> None:
    assert find("ORG-MUNICIPALITY", **facts) is None


def test_that_the_organisation_number_is_compared_with_the_successor(find) -> None:
    finding = find("ORG-MUNICIPALITY", municipality_number="1543")
    assert finding.evidence["municipality"] == "1506"
    assert "1506 Molde" in finding.phrase.text("nb")


# -- MUN-UNKNOWN -----------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["0000", "7777", "03011", "Oslo"])
def test_that_a_number_that_never_was_a_municipality_stops(find, number: str) -> None:
    finding = find("MUN-UNKNOWN", municipality_number=number)
    assert finding.severity is Severity.STOP
    assert finding.evidence["municipality_number"] == number


@pytest.mark.parametrize("number", ["0301", "1543", "1507", "9005", ""])
def test_that_a_number_of_today_or_of_the_past_is_known(find, number: str) -> None:
    assert find("MUN-UNKNOWN", municipality_number=number) is None


# -- MUN-RETIRED -----------------------------------------------------------------------------
def test_that_a_retired_number_with_one_successor_is_a_warning_that_names_it(find) -> None:
    finding = find("MUN-RETIRED", municipality_number="1543")
    assert finding.severity is Severity.WARNING
    assert finding.evidence["successors"] == ("1506",)
    assert "1543 Nesset" in finding.phrase.text("nb")
    assert "Nytt nummer: 1506 Molde" in finding.phrase.text("nb")
    assert "Nytt nummer: 1506 Molde" in finding.phrase.text("nn")


def test_that_a_split_municipality_is_asked_which_one_it_is(find) -> None:
    finding = find("MUN-RETIRED", municipality_number="1507")
    assert finding.severity is Severity.WARNING
    assert finding.evidence["successors"] == ("1508", "1580")
    assert "delt mellom 1508 Ålesund, 1580 Haram" in finding.phrase.text("nb")


def test_that_a_number_without_a_unique_successor_says_so(find) -> None:
    finding = find("MUN-RETIRED", municipality_number="9005")
    assert finding.severity is Severity.WARNING
    assert finding.evidence["successors"] == ()
    assert "ingen entydig etterfølger" in finding.phrase.text("nb")
    assert "ingen eintydig etterfølgjar" in finding.phrase.text("nn")


@pytest.mark.parametrize("number", ["0301", "7777", ""])
def test_that_a_number_in_use_or_unknown_is_not_retired(find, number: str) -> None:
    assert find("MUN-RETIRED", municipality_number=number) is None


# -- CAT-UNKNOWN -----------------------------------------------------------------------------
@pytest.mark.parametrize("category", ["Tannlege", "Lab.", "Korona", "Behandlertimebok", ""])
def test_that_a_category_outside_the_table_stops_and_the_table_is_named(find, category) -> None:
    finding = find("CAT-UNKNOWN", category=category)
    assert finding.severity is Severity.STOP
    assert finding.evidence["category"] == category
    assert finding.evidence["known"] == ("Koronatest", "Koronavaksine", "Lab", "Vaksine")
    assert "Koronatest, Koronavaksine, Lab, Vaksine" in finding.phrase.text("nn")


@pytest.mark.parametrize("category", ["Lab", "LAB", " lab ", "VAKSINE", "korona test"])
def test_that_a_category_is_known_in_any_case_and_spacing(find, category: str) -> None:
    assert find("CAT-UNKNOWN", category=category) is None


def test_that_an_inactive_category_can_only_be_deactivated(find) -> None:
    assert find("CAT-UNKNOWN", category="Blodbank") is not None
    assert find("CAT-UNKNOWN", category="Blodbank", kind="change") is not None
    assert find("CAT-UNKNOWN", category="Blodbank", kind="deactivate") is None


def test_that_a_category_added_to_the_table_is_known(find) -> None:
    table = (Category("Behandlertimebok", "Behandlertimebok", form_required=False),)
    assert find("CAT-UNKNOWN", category="Behandlertimebok", categories=table) is None


def test_that_an_empty_table_of_categories_is_said_with_a_dash(find) -> None:
    assert "Kategoriene er –." in find("CAT-UNKNOWN", categories=()).phrase.text("nb")

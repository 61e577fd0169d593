"""The rules of koronatest via behandler: when they fire, when not."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.codes import PartyType, Severity
from timebok_desktop.domain.party import ServiceType
from timebok_desktop.domain.reference import Category

VIA = "via-practitioner"


# -- PRACTITIONER-CATEGORY -------------------------------------------------------------------
@pytest.mark.parametrize("category", ["Koronavaksine", "Lab", "Vaksine", "LAB"])
@pytest.mark.parametrize("kind", ["activate", "change", "deactivate"])
def test_that_via_practitioner_takes_no_other_category(find, category: str, kind: str) -> None:
    finding = find("PRACTITIONER-CATEGORY", scheme=VIA, category=category, kind=kind)
    assert finding.severity is Severity.STOP
    assert finding.evidence["category"].casefold() == category.casefold()


@pytest.mark.parametrize("category", ["Koronatest", "KORONATEST", "Ukjent"])
def test_that_via_practitioner_takes_koronatest(find, category: str) -> None:
    assert find("PRACTITIONER-CATEGORY", scheme=VIA, category=category) is None


def test_that_the_spelling_in_the_table_does_not_matter(find) -> None:
    table = (Category("koronatest", "Koronatest", form_required=True),)
    facts = {"scheme": VIA, "category": "Koronatest", "categories": table}
    assert find("PRACTITIONER-CATEGORY", **facts) is None


def test_that_a_resource_schedule_takes_every_category(find) -> None:
    assert find("PRACTITIONER-CATEGORY", category="Vaksine") is None


# -- PRACTITIONER-SERVICE --------------------------------------------------------------------
@pytest.mark.parametrize("code", ["KA02", "KA0301"])
def test_that_via_practitioner_takes_legevakt_and_smittevern(find, code: str) -> None:
    party = {"service_type": ServiceType("8663", code, "")}
    assert find("PRACTITIONER-SERVICE", scheme=VIA, party=party) is None


@pytest.mark.parametrize(
    "service_type",
    [
        ServiceType("8663", "KA03", "Legevakt"),
        ServiceType("8663", "KA0302", "Smittevern"),
        ServiceType("8666", "KA02", "Legevakt"),
        ServiceType("8666", "KA0301", "Smittevern"),
    ],
)
def test_that_via_practitioner_takes_no_other_service_whatever_its_text(find, service_type) -> None:
    finding = find("PRACTITIONER-SERVICE", scheme=VIA, party={"service_type": service_type})
    assert finding.severity is Severity.STOP
    assert finding.evidence["service_type"] == " ".join((*service_type.key, service_type.text))


def test_that_a_service_type_without_a_text_leaves_no_gap(find) -> None:
    party = {"service_type": ServiceType("8663", "KX09")}
    finding = find("PRACTITIONER-SERVICE", scheme=VIA, party=party)
    assert finding.phrase.text("nb").endswith("Den er 8663 KX09.")


@pytest.mark.parametrize("kind", [PartyType.ORGANIZATION, PartyType.PERSON, PartyType.DEPARTMENT])
def test_that_via_practitioner_takes_no_party_of_another_level(find, kind: PartyType) -> None:
    party = {"type": kind, "service_type": None, "name": "Oslo kommune", "parent_name": ""}
    finding = find("PRACTITIONER-SERVICE", scheme=VIA, party=party)
    assert finding.severity is Severity.STOP
    assert "Oslo kommune" in finding.phrase.text("nn")


def test_that_a_service_of_unknown_type_is_not_judged(find) -> None:
    assert find("PRACTITIONER-SERVICE", scheme=VIA, party={"service_type": None}) is None


def test_that_an_unknown_party_is_not_judged(find) -> None:
    assert find("PRACTITIONER-SERVICE", scheme=VIA, party=None) is None


def test_that_a_resource_schedule_is_not_bound_to_those_services(find) -> None:
    party = {"service_type": ServiceType("8663", "KX09")}
    assert find("PRACTITIONER-SERVICE", party=party) is None

"""The FHIR bundle of an order: valid R4, true to the public profiles, the same every time."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from timebok_desktop.domain.codes import Kind
from timebok_desktop.files.package.fhir import bundle
from timebok_desktop.services.ports_files import LeavingOrder

HER_ID = "urn:oid:2.16.578.1.12.4.1.2"
ORGANIZATION_NUMBER = "urn:oid:2.16.578.1.12.4.1.4.101"
PARTY_PROFILE = "http://helsenorge.no/fhir/StructureDefinition/kommunikasjonspart-Organization"
SCHEDULE_PROFILE = "http://helsenorge.no/fhir/StructureDefinition/hn-basis-schedule"


def resources(document: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in document["entry"]]
    return [resource for resource in found if resource["resourceType"] == kind]


def party_of(document: dict[str, Any]) -> dict[str, Any]:
    found = resources(document, "Organization")
    return next(one for one in found if PARTY_PROFILE in one["meta"]["profile"])


def owner_of(document: dict[str, Any]) -> dict[str, Any]:
    reference = party_of(document)["partOf"]["reference"]
    return next(e["resource"] for e in document["entry"] if e["fullUrl"] == reference)


@pytest.fixture
def profiles(reference_data: Path, profile_checker: ModuleType) -> Any:
    return profile_checker.Profiles(reference_data / "fhir")


def test_that_every_resource_is_valid_r4(odd_cases: list[LeavingOrder]) -> None:
    for order in odd_cases:
        Bundle.model_validate(json.loads(json.dumps(bundle(order))))


def test_that_every_bundle_conforms_to_the_public_profiles(
    odd_cases: list[LeavingOrder], profiles: Any
) -> None:
    for order in odd_cases:
        assert profiles.check_bundle(bundle(order)) == [], order.order.reference


def test_that_only_the_profiles_of_the_contract_are_claimed(odd_cases: list[LeavingOrder]) -> None:
    for order in odd_cases:
        document = bundle(order)
        assert party_of(document)["meta"]["profile"] == [PARTY_PROFILE]
        (schedule,) = resources(document, "Schedule")
        assert schedule["meta"]["profile"] == [SCHEDULE_PROFILE]
        text = json.dumps(document)
        assert "example.org" not in text
        assert "Kari" not in text


@pytest.mark.parametrize("name", ["bundle-ressurstimebok.json", "bundle-vaksine.json"])
def test_that_the_checker_passes_the_example_bundles(
    reference_data: Path, profiles: Any, name: str
) -> None:
    found = profiles.check_bundle(json.loads((reference_data / "fhir" / name).read_text("utf-8")))
    assert [text for text in found if "unknown profile https://example.org/" not in text] == []
    assert any("example.org" in text for text in found)


def change_schedule(document: dict[str, Any], **changes: Any) -> None:
    resources(document, "Schedule")[0].update(changes)


def second_identifier(document: dict[str, Any]) -> None:
    party_of(document)["identifier"].append({"system": ORGANIZATION_NUMBER, "value": "945578564"})


def another_system(document: dict[str, Any]) -> None:
    party_of(document)["identifier"][0]["system"] = ORGANIZATION_NUMBER


def no_value(document: dict[str, Any]) -> None:
    del party_of(document)["identifier"][0]["value"]


def no_owner(document: dict[str, Any]) -> None:
    del party_of(document)["partOf"]


def two_types(document: dict[str, Any]) -> None:
    party_of(document)["type"] *= 2


def no_actor_type(document: dict[str, Any]) -> None:
    del resources(document, "Schedule")[0]["actor"][0]["type"]


def unknown_category(document: dict[str, Any]) -> None:
    resources(document, "Schedule")[0]["serviceType"][0]["coding"][0]["code"] = "Frisør"


def no_system(document: dict[str, Any]) -> None:
    del resources(document, "Schedule")[0]["serviceType"][0]["coding"][0]["system"]


def no_category(document: dict[str, Any]) -> None:
    del resources(document, "Schedule")[0]["serviceType"]


def inactive(document: dict[str, Any]) -> None:
    change_schedule(document, active=False)


def unknown_element(document: dict[str, Any]) -> None:
    change_schedule(document, form="koronavaksine-1")


def text_for_truth(document: dict[str, Any]) -> None:
    change_schedule(document, active="true")


def number_for_text(document: dict[str, Any]) -> None:
    change_schedule(document, comment=7)


def not_a_list(document: dict[str, Any]) -> None:
    schedule = resources(document, "Schedule")[0]
    schedule["actor"] = schedule["actor"][0]


def other_resource(document: dict[str, Any]) -> None:
    resources(document, "HealthcareService")[0]["meta"]["profile"] = [SCHEDULE_PROFILE]


@pytest.mark.parametrize(
    "mutation",
    [
        second_identifier,
        another_system,
        no_value,
        no_owner,
        two_types,
        no_actor_type,
        unknown_category,
        no_system,
        no_category,
        inactive,
        unknown_element,
        text_for_truth,
        number_for_text,
        not_a_list,
        other_resource,
    ],
)
def test_that_the_checker_finds_a_spoilt_bundle(
    make_order: Callable[..., LeavingOrder],
    profiles: Any,
    mutation: Callable[[dict[str, Any]], None],
) -> None:
    document = copy.deepcopy(bundle(make_order()))
    mutation(document)
    assert profiles.check_bundle(document)


def test_that_the_party_has_exactly_its_her_id_and_belongs_to_the_municipality(
    make_order: Callable[..., LeavingOrder],
) -> None:
    document = bundle(make_order())
    assert party_of(document)["identifier"] == [{"system": HER_ID, "value": "8143043"}]
    assert owner_of(document)["identifier"] == [
        {"system": ORGANIZATION_NUMBER, "value": "945578564"}
    ]
    assert len(resources(document, "Organization")) == 2


def test_that_another_owner_becomes_a_third_organization(odd_cases: list[LeavingOrder]) -> None:
    document = bundle(odd_cases[6])
    assert len(resources(document, "Organization")) == 3
    assert owner_of(document)["name"] == "Oppdiktet legevakt IKS"
    assert owner_of(document)["identifier"][0]["value"] == "999888777"
    (service,) = resources(document, "HealthcareService")
    assert service["providedBy"]["identifier"]["value"] == "999888777"


def test_that_an_owner_of_which_only_the_party_tells_counts_too(
    make_order: Callable[..., LeavingOrder],
) -> None:
    order = make_order(owner=None)
    assert order.party
    foreign = replace(order.party, parent_organization_number="999888777", parent_name="IKS")
    assert owner_of(bundle(replace(order, party=foreign)))["name"] == "IKS"
    assert owner_of(bundle(order))["name"] == "Lillehammer kommune"
    nameless = replace(order.party, parent_organization_number="")
    assert owner_of(bundle(replace(order, party=nameless)))["name"] == "Lillehammer kommune"


def test_that_a_municipality_without_organisation_number_stays_the_owner(
    odd_cases: list[LeavingOrder],
) -> None:
    document = bundle(odd_cases[7])
    assert len(resources(document, "Organization")) == 2
    assert owner_of(document)["name"] == "Haram kommune"
    assert "identifier" not in owner_of(document)
    elsewhere = odd_cases[7].owner
    assert elsewhere
    foreign = replace(odd_cases[7], owner=replace(elsewhere, municipality_number="3405"))
    assert owner_of(bundle(foreign))["name"] == "Lillehammer kommune"
    assert owner_of(bundle(odd_cases[12]))["name"] == "Oppdiktet legevakt IKS"


def test_that_haram_judges_by_the_party_where_the_owner_is_not_shown(
    odd_cases: list[LeavingOrder],
) -> None:
    party = odd_cases[7].party
    assert party
    own = replace(party, parent_business_type="102", municipality_number="1580")
    order = replace(odd_cases[7], owner=None, party=own)
    assert owner_of(bundle(order))["name"] == "Haram kommune"


@pytest.mark.parametrize("category", ["Lab", "Vaksine"])
def test_that_the_national_list_codes_only_lab_and_vaccine(
    make_order: Callable[..., LeavingOrder], category: str
) -> None:
    def systems(order: LeavingOrder) -> list[str]:
        (schedule,) = resources(bundle(order), "Schedule")
        return [coding["system"] for coding in schedule["serviceType"][0]["coding"]]

    ours = "http://helsenorge.no/fhir/CodeSystem/hn-schedule-type-cs"
    assert systems(make_order(category=category, form="")) == [
        ours,
        "urn:oid:2.16.578.1.12.4.1.1.7617",
    ]
    assert systems(make_order()) == [ours]


@pytest.mark.parametrize(
    ("action", "code"),
    [(Kind.ACTIVATE, "approve"), (Kind.CHANGE, "change"), (Kind.DEACTIVATE, "abort")],
)
def test_that_the_task_says_what_is_ordered(
    make_order: Callable[..., LeavingOrder], action: Kind, code: str
) -> None:
    document = bundle(make_order(action=action))
    (task,) = resources(document, "Task")
    (schedule,) = resources(document, "Schedule")
    texts = {one["type"]["text"]: one.get("valueString") for one in task["input"]}
    assert task["code"]["coding"][0]["code"] == code
    assert texts["handling"] == action.value
    assert ("skjema" in texts) == (action is not Kind.DEACTIVATE)
    assert schedule.get("active") is (None if action is Kind.DEACTIVATE else True)
    assert task["identifier"][0]["value"] == "RTB-2026-000001"
    assert task["note"][0]["text"] == "HER-OWNER: Avklart med kommunen <per telefon>"


def test_that_what_was_not_sent_is_left_out(make_order: Callable[..., LeavingOrder]) -> None:
    order = make_order(vendor="", category="Lab", form="")
    assert order.proposal.after
    bare = replace(order.proposal.after, valid_from=None, system="")
    order = replace(
        order,
        order=replace(order.order, external_reference=""),
        proposal=replace(order.proposal, after=bare),
    )
    (task,) = resources(bundle(order), "Task")
    assert [one["type"]["text"] for one in task["input"]] == ["handling"]
    assert len(task["identifier"]) == 1


def test_that_the_provenance_names_both_approvers_and_the_snapshot(
    make_order: Callable[..., LeavingOrder],
) -> None:
    (provenance,) = resources(bundle(make_order()), "Provenance")
    agents = [
        (agent["type"]["coding"][0]["code"], agent["who"]["identifier"]["value"])
        for agent in provenance["agent"]
    ]
    assert agents == [("author", "anna"), ("verifier", "bjarne")]
    source = provenance["entity"][1]["what"]
    assert source["identifier"]["value"] == f"urn:hash::sha256:{'ab' * 32}"
    assert "2026-11-05T06:00:00Z" in source["display"]
    assert provenance["recorded"] == "2026-11-05T13:05:00Z"


def test_that_every_reference_leads_to_an_entry(odd_cases: list[LeavingOrder]) -> None:
    def found(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [value["reference"]] if "reference" in value else []
            return own + [one for inner in value.values() for one in found(inner)]
        return [one for inner in value for one in found(inner)] if isinstance(value, list) else []

    for order in odd_cases:
        document = bundle(order)
        addresses = [entry["fullUrl"] for entry in document["entry"]]
        assert len(set(addresses)) == len(addresses)
        assert set(found(document)) <= set(addresses)


def test_that_the_order_of_one_moment_is_never_authored_after_it_was_decided(
    make_order: Callable[..., LeavingOrder],
) -> None:
    order = make_order()
    late = replace(
        order, order=replace(order.order, received_at=order.approvals[1].at.replace(year=2027))
    )
    (task,) = resources(bundle(late), "Task")
    assert task["authoredOn"] <= task["lastModified"]

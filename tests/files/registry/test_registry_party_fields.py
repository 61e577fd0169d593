"""Every field of a party, from the legacy and the REST v1 shape, with the traps of real data."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import (
    CoverageArea,
    ElectronicAddress,
    Party,
    PostalAddress,
    ServiceType,
)


def code(value: object, text: str = "", oid: object = 9040) -> dict[str, object]:
    return {"Active": True, "CodeValue": value, "CodeText": text, "OID": oid}


def test_that_every_field_of_the_legacy_shape_is_right(read):
    source = {
        "HerId": 8000001,
        "Type": "Service",
        "Name": " Legevakt ",
        "DisplayName": "Fjordvakt\n",
        "ParentHerId": 8000000,
        "ParentName": "Fjord kommune",
        "ParentOrganizationNumber": 64965,
        "ParentBusinessType": code("102"),
        "OrganizationNumber": 999888777,
        "BusinessType": code("114"),
        "Municipality": code("301", "Oslo", 3402),
        "Code": code("KA02", "Legevakt", 8663),
        "Active": False,
        "IsValidCommunicationParty": True,
        "Valid": {"From": "2020-02-29T00:00:00", "To": "9999-12-31T23:59:59.9999999"},
        "LocationDescription": "Øvre brygge",
        "Description": "Døgnåpent",
        "CoverageAreas": [
            {"HerId": 17, "OrganizationNumber": 64965, "Name": "Fjord", "DisplayName": "F"},
            {"HerId": -1, "OrganizationNumber": 0, "Name": None, "DisplayName": "Vik"},
            {"HerId": 0, "OrganizationNumber": None, "Name": "", "DisplayName": None},
        ],
        "PhysicalAddresses": [
            {
                "Type": code("RES", oid=3401),
                "StreetAddress": "Brygga 1",
                "Postbox": "Postboks 2",
                "PostalCode": 161,
                "City": "OSLO",
                "Country": code("NO"),
            },
            {"TypeCodeValue": "PST", "PostalCode": 0, "City": "Uppsala"},
            {"TypeCodeValue": "PST", "PostalCode": 0, "City": "", "StreetAddress": None},
            {"TypeCodeValue": "PST", "PostalCode": 75310},
        ],
        "ElectronicAddresses": [
            {"Type": code("E_EDI", oid=9044), "Address": " edi@fjord.example ", "Inherited": True},
            {"TypeCodeValue": "E_TLF", "Address": "00 00", "Inherited": False},
            {"TypeCodeValue": "E_FAX", "Address": None},
        ],
        "FutureElectronicAddresses": [{"TypeCodeValue": "E_TLF", "Address": "11 11"}],
        "LastChanged": "2025-01-02T03:04:05.67",
    }
    assert read(source).party == Party(
        her_id=8000001,
        type=PartyType.SERVICE,
        name="Legevakt",
        display_name="Fjordvakt",
        parent_her_id=8000000,
        parent_name="Fjord kommune",
        parent_organization_number="000064965",
        parent_business_type="102",
        organization_number="999888777",
        business_type="114",
        municipality_number="0301",
        municipality_name="Oslo",
        service_type=ServiceType("8663", "KA02", "Legevakt"),
        active=False,
        valid_from=datetime(2020, 2, 29),  # noqa: DTZ001 - AR's times have no zone
        valid_to=datetime(9999, 12, 31, 23, 59, 59, 999999),  # noqa: DTZ001 - as above
        location_description="Øvre brygge",
        description="Døgnåpent",
        coverage=(CoverageArea(17, "000064965", "Fjord"), CoverageArea(None, "", "Vik")),
        postal_addresses=(
            PostalAddress("RES", "Brygga 1", "Postboks 2", "0161", "OSLO"),
            PostalAddress("PST", city="Uppsala"),
            PostalAddress("PST", postal_code="75310"),
        ),
        electronic_addresses=(
            ElectronicAddress("E_EDI", "edi@fjord.example", inherited=True),
            ElectronicAddress("E_TLF", "00 00", inherited=False),
        ),
        last_changed=datetime(2025, 1, 2, 3, 4, 5, 670000),  # noqa: DTZ001 - as above
    )


def test_that_every_field_of_the_rest_shape_is_right(read):
    parent = {"herId": 8000000, "name": "Fjord kommune", "organizationNumber": "964965"}
    source = {
        "herId": 8000001,
        "name": "Legevakt",
        "displayName": "Fjordvakt",
        "type": "Service",
        "serviceDetails": {
            "serviceType": {
                "codeListId": "2.16.578.1.12.4.1.1.8663",
                "value": "KA02",
                "name": "Legevakt",
            },
            "interMunicipalityCoverageArea": {"municipalityHerIds": [17, 18]},
            "serviceSpecification": "Øvre brygge",
            "parentOrganization": parent,
        },
        "email": "post@fjord.example",
        "homepageUrl": "https://fjord.example",
        "phoneNumber": "00 00",
        "faxNumber": "00 01",
        "ediAddress": "edi@fjord.example",
        "fhirAddress": "https://fhir.fjord.example",
        "postalAddress": {
            "address": "Brygga 1",
            "postalBox": "Postboks 2",
            "postalCode": "0161",
            "city": "OSLO",
        },
        "amqpTransportStatus": "Inherited",
        "validFrom": "2020-02-29T00:00:00+01:00",
        "validTo": "9999-12-31T23:59:59.9999999Z",
    }
    party = read(source).party
    assert party == Party(
        her_id=8000001,
        type=PartyType.SERVICE,
        name="Legevakt",
        display_name="Fjordvakt",
        parent_her_id=8000000,
        parent_name="Fjord kommune",
        parent_organization_number="000964965",
        service_type=ServiceType("8663", "KA02", "Legevakt"),
        active=None,
        valid_from=datetime(2020, 2, 29, tzinfo=timezone(timedelta(hours=1))),
        valid_to=datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        location_description="Øvre brygge",
        coverage=(CoverageArea(17), CoverageArea(18)),
        postal_addresses=(PostalAddress("PST", "Brygga 1", "Postboks 2", "0161", "OSLO"),),
        electronic_addresses=(
            ElectronicAddress("E_EPO", "post@fjord.example"),
            ElectronicAddress("E_TLF", "00 00"),
            ElectronicAddress("E_FAX", "00 01"),
            ElectronicAddress("E_EDI", "edi@fjord.example"),
            ElectronicAddress("E_FHIR", "https://fhir.fjord.example"),
            ElectronicAddress("E_URL", "https://fjord.example"),
        ),
    )
    assert party.is_active_on(date(2025, 1, 1))
    assert not party.is_active_on(date(2020, 2, 28))


def test_that_a_rest_organization_has_its_number_and_business_type(read, rest):
    details = {
        "organizationNumber": "64965",
        "businessType": {"codeListId": "9040", "value": "102", "name": "Kommune"},
        "persons": [1],
        "services": [2],
    }
    party = read(rest(type="Organization", organizationDetails=details)).party
    assert (party.organization_number, party.business_type) == ("000064965", "102")
    assert party.type is PartyType.ORGANIZATION
    assert party.parent_her_id is None


def test_that_a_rest_person_keeps_its_parent_and_no_hpr_number(read, rest):
    details = {"hprNumber": 7654321, "parentOrganization": {"herId": 5, "name": "Fjord"}}
    party = read(rest(type="Person", personDetails=details)).party
    assert (party.type, party.parent_her_id) == (PartyType.PERSON, 5)
    assert "7654321" not in repr(party)


def test_that_nothing_of_a_person_beyond_the_party_is_kept(read, legacy):
    person = {"BirthDate": "1901-01-01T00:00:00", "CitizenId": {"Id": "01010199999"}}
    party = read(legacy(Type="Person", Person=person, Title="Lege")).party
    assert "1901" not in repr(party)
    assert "01010199999" not in repr(party)


def test_that_the_flag_of_valid_communication_parties_is_no_activity(read, legacy):
    assert read(legacy(IsValidCommunicationParty=False)).party.active is None
    assert read(legacy(IsValidCommunicationParty=True, Active=False)).party.active is False


@pytest.mark.parametrize(
    ("sent", "known"),
    [
        ("Organization", PartyType.ORGANIZATION),
        (" Service ", PartyType.SERVICE),
        ("Person", PartyType.PERSON),
        ("OrganizationPerson", PartyType.PERSON),
        ("Department", PartyType.DEPARTMENT),
        (1, PartyType.PERSON),
        (2, PartyType.ORGANIZATION),
        ("4", PartyType.SERVICE),
        (8, PartyType.DEPARTMENT),
    ],
)
def test_that_types_are_known_by_name_and_by_number(read, legacy, sent, known):
    assert read(legacy(Type=sent)).party.type is known


@pytest.mark.parametrize("sent", ["None", "All", 0, 15, "service", "", None, "Person, Service"])
def test_that_an_unknown_type_is_a_problem_with_its_place(read, legacy, sent):
    answer = read([legacy(1), legacy(2, Type=sent)])
    assert answer.her_ids == [1]
    assert (answer.problem.at, answer.problem.code) == ("/1", "unknown-type")
    assert answer.problem.refuses


@pytest.mark.parametrize(
    "sent", [0, -1, 2**31, True, False, 1.5, "1_2", "١٢", "²", "x", "8 0", [], {}, "-5", 1e300]
)
def test_that_what_is_no_her_id_is_a_problem_with_its_place(read, legacy, rest, sent):
    answer = read({"CommunicationParties": [legacy(sent), rest(sent), legacy(3)]})
    assert answer.her_ids == [3]
    assert [(p.at, p.code, p.refuses) for p in answer.problems] == [
        ("/CommunicationParties/0", "not-a-her-id", True),
        ("/CommunicationParties/1", "not-a-her-id", True),
    ]


@pytest.mark.parametrize(
    ("sent", "number"), [(1, 1), (2**31 - 1, 2**31 - 1), ("0012", 12), (" 12 ", 12), (12.0, 12)]
)
def test_that_a_her_id_may_be_a_number_or_digits(read, legacy, sent, number):
    assert read(legacy(sent)).party.her_id == number


@pytest.mark.parametrize("sent", [None, 0, -1, "", "0", "-1", " "])
def test_that_no_parent_is_written_in_many_ways(read, legacy, sent):
    assert read(legacy(ParentHerId=sent)).party.parent_her_id is None


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("ParentHerId", False),
        ("ParentHerId", "1_2"),
        ("ParentHerId", -2),
        ("Active", "kanskje"),
        ("Active", 1),
        ("Valid", "alltid"),
        ("Valid", {"From": "2020-02-30T00:00:00"}),
        ("Valid", {"To": 2020}),
        ("Valid", {"To": "2020-W01-1"}),
        ("Valid", {"To": "٢٠٢٠-01-01"}),
        ("Name", {"nb": "x"}),
        ("Name", True),
        ("Name", 1.5),
        ("Code", [1]),
        ("Code", {"CodeValue": []}),
        ("CoverageAreas", {"HerId": 1}),
        ("CoverageAreas", [7]),
        ("CoverageAreas", [{"HerId": "x"}]),
        ("ElectronicAddresses", "E_EDI"),
        ("ElectronicAddresses", [{"Address": "x", "Inherited": "kanskje"}]),
        ("LastChanged", "i går"),
    ],
)
def test_that_a_value_of_the_wrong_kind_refuses_its_party_and_names_the_field(
    read, legacy, field, sent
):
    answer = read([legacy(1, **{field: sent}), legacy(2)])
    assert answer.her_ids == [2]
    assert answer.problem.at == "/0"
    assert field in answer.problem.phrase.text("nb")
    assert field in answer.problem.phrase.text("nn")


@pytest.mark.parametrize(
    ("sent", "active"), [("true", True), ("False", False), ("1", True), ("0", False), ("", None)]
)
def test_that_the_active_flag_may_be_text(read, legacy, sent, active):
    assert read(legacy(Active=sent)).party.active is active


@pytest.mark.parametrize(
    "sent",
    [
        "9999-12-31T00:00:00",
        "9999-12-31",
        "9999-12-31T23:59:59.9999999",
        "9999-12-31T23:59:59.9999999+01:00",
        "9999-12-31T23:59:59Z",
        "9999-12-31 23:59",
    ],
)
def test_that_every_form_of_the_open_end_is_the_open_end(read, legacy, sent):
    party = read(legacy(Valid={"From": None, "To": sent})).party
    assert party.valid_to.date() == date(9999, 12, 31)
    assert party.is_active_on(date(2150, 1, 1))


def test_that_characters_that_no_store_holds_are_replaced(read, legacy):
    assert read(legacy(Name="a\x00b\ud800c")).party.name == "a\ufffdb\ufffdc"


def test_that_a_message_shows_a_long_or_strange_value_shortly(read, legacy):
    problem = read([legacy(1), legacy("x\u202e" + "y" * 500)]).problem
    assert "y" * 39 not in problem.phrase.text("nb")
    assert "\u202e" not in problem.phrase.text("nb")


def test_that_the_duplicated_key_that_comes_last_counts(read):
    assert read('{"HerId": 1, "Type": "Service", "HerId": 2}').her_ids == [2]

"""The two real test messages of AR, field by field."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.party import ElectronicAddress, Party, PostalAddress, ServiceType
from timebok_desktop.files.registry import RegistryFileReader
from timebok_desktop.services.ports_files import RegistryHeader

CERTIFICATES = (
    "?usercertificate;binary?sub?(|(certificateSerialNumber={})(certificateSerialNumber={}))"
)


def test_that_the_wrapped_legacy_object_is_read(reference_data):
    path = reference_data / "ar_examples" / "rest_cppa_service_8141705.json"
    header, party = RegistryFileReader().read(path)
    assert header == RegistryHeader("rest-list", False)
    queue = "tb.test.nhn.no/NHNTESTServiceBus/8141703_"
    directory = (
        "ldap://ldap.test4.buypass.no/dc=Buypass,dc=no,CN=Buypass%20Class%203%20Test4%20CA%20G2"
    )
    numbers = ("1962180325571982850481203", "1962209794993334850691870")
    assert party == Party(
        her_id=8141705,
        type=PartyType.SERVICE,
        name="Allmennlege",
        parent_her_id=8141703,
        parent_name="TestsenteretHN",
        parent_organization_number="999988891",
        parent_business_type="103",
        municipality_number="0301",
        municipality_name="Oslo",
        service_type=ServiceType("8666", "05", "Allmennlege"),
        active=True,
        valid_from=datetime(2023, 4, 4),  # noqa: DTZ001 - AR's times have no zone
        valid_to=datetime(9999, 12, 31),  # noqa: DTZ001 - as above
        postal_addresses=(
            PostalAddress("RES", "Testtorget 1", "", "0110", "OSLO"),
            PostalAddress("PST", "Testtorget 1", "", "0110", "OSLO"),
        ),
        electronic_addresses=(
            ElectronicAddress("E_DS", directory + CERTIFICATES.format(*numbers), inherited=True),
            ElectronicAddress("E_SB_ERROR", queue + "error", inherited=True),
            ElectronicAddress("E_SB_SYNC", queue + "sync", inherited=True),
            ElectronicAddress("E_SB_ASYNC", queue + "async", inherited=True),
            ElectronicAddress("E_SB_SYNCREPLY", queue + "syncreply", inherited=True),
        ),
        last_changed=datetime(2023, 4, 4, 9, 59, 57, 870000),  # noqa: DTZ001 - as above
    )


def test_that_the_soap_answer_is_read(reference_data):
    path = reference_data / "ar_examples" / "soap_service_8094866.xml"
    header, party = RegistryFileReader().read(path)
    assert header == RegistryHeader("soap", False)
    directory = "ldap://ldap.buypass.no/dc=Buypass,dc=no,CN=Buypass%20Class%203%20CA"
    numbers = ("429310064944711009829792", "429314915671661112195379")
    assert party == Party(
        her_id=8094866,
        type=PartyType.SERVICE,
        name="Meldingsvalidering",
        parent_her_id=112374,
        parent_name="Norsk Helsenett SF",
        parent_organization_number="994598759",
        parent_business_type="113",
        municipality_number="5001",
        municipality_name="TRONDHEIM",
        service_type=ServiceType("8658", "6", "Meldingsvalidering"),
        active=True,
        valid_from=datetime(2016, 9, 20),  # noqa: DTZ001 - AR's times have no zone
        valid_to=datetime(2043, 9, 8),  # noqa: DTZ001 - as above
        location_description="Fullvalidering Test- og godkjenningsordning",
        description=(
            "Denne brukes til Fullvalidering av fagmeldinger i DRIFT for https://samsvar.nhn.no."
        ),
        postal_addresses=(
            PostalAddress("PST", "Postboks 6123", "", "7435", "TRONDHEIM"),
            PostalAddress("RES", "Abels gate 9", "", "7030", "TRONDHEIM"),
        ),
        electronic_addresses=(
            ElectronicAddress("E_EDI", "meldingsvalidator@samsvar.nhn.no"),
            ElectronicAddress("E_DS", directory + CERTIFICATES.format(*numbers)),
            ElectronicAddress("E_FAX", "77286287", inherited=True),
            ElectronicAddress("E_EPO", "kundesenter@nhn.no", inherited=True),
            ElectronicAddress("E_TLF", "24200000", inherited=True),
            ElectronicAddress("E_URL", "http://www.nhn.no", inherited=True),
            ElectronicAddress("E_FHIR", "dette-er-en-fhir-adresse", inherited=True),
        ),
        last_changed=datetime(2025, 2, 27, 15, 43, 36, 560000),  # noqa: DTZ001 - as above
    )


def test_that_a_schedule_is_no_registry_file(reference_data):
    path = reference_data / "ar_examples" / "fhir_schedule_koronavaksine.json"
    with pytest.raises(UnreadableError) as caught:
        list(RegistryFileReader().read(path))
    assert caught.value.code == "not-a-registry-file"


@pytest.mark.parametrize("name", ["rest_cppa_service_8141705.json", "soap_service_8094866.xml"])
def test_that_the_examples_cut_at_every_fiftieth_byte_are_refused(reference_data, read, name):
    whole = (reference_data / "ar_examples" / name).read_bytes().rstrip()
    for length in range(0, len(whole), 50):
        with pytest.raises(UnreadableError):
            read(whole[:length])


def test_that_an_export_of_the_example_cut_at_every_fiftieth_byte_is_refused(reference_data, read):
    path = reference_data / "ar_examples" / "rest_cppa_service_8141705.json"
    party = json.loads(path.read_text("utf-8"))["communicationParty"]
    export = {"LastDateTimeOffset": "2025-01-01T00:00:00+01:00", "CommunicationParties": [party]}
    whole = json.dumps(export, indent=1).encode()
    for length in range(0, len(whole), 50):
        with pytest.raises(UnreadableError):
            read(whole[:length])
    assert read(whole).header.full

"""Nothing that stands in a file may fail otherwise than explained, or fill the memory."""

from __future__ import annotations

import json
import tarfile
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.party import Party
from timebok_desktop.files.registry import RegistryFileReader

LEGACY_FIELDS = [
    "HerId", "Type", "Name", "DisplayName", "ParentHerId", "ParentName",
    "ParentOrganizationNumber", "ParentBusinessType", "OrganizationNumber", "BusinessType",
    "Municipality", "Code", "Active", "Valid", "LocationDescription", "Description",
    "CoverageAreas", "PhysicalAddresses", "ElectronicAddresses", "LastChanged", "Services",
    "communicationParty",
]  # fmt: skip
REST_FIELDS = [
    "herId", "type", "name", "displayName", "organizationDetails", "serviceDetails",
    "personDetails", "email", "postalAddress", "validFrom", "validTo", "active",
]  # fmt: skip
INNER_FIELDS = [
    "CodeValue", "CodeText", "OID", "From", "To", "HerId", "OrganizationNumber", "Type", "Address",
    "Inherited", "PostalCode", "City", "serviceType", "codeListId", "value", "parentOrganization",
    "herId", "interMunicipalityCoverageArea", "municipalityHerIds", "businessType", "postalCode",
]  # fmt: skip

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["Service", "2020-01-01T00:00:00", "9999-12-31T23:59:59.9999999Z", "-1"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(INNER_FIELDS) | st.text(), inner, max_size=4)
    ),
    max_leaves=8,
)
objects = st.dictionaries(st.sampled_from(LEGACY_FIELDS), values, max_size=8).map(
    lambda found: {"HerId": 1, "Type": "Service", **found}
) | st.dictionaries(st.sampled_from(REST_FIELDS), values, max_size=8).map(
    lambda found: {"herId": 1, "type": "Service", **found}
)
settled = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def outcome(read, content: object) -> str:
    try:
        read(content)
    except UnreadableError as refused:
        return refused.code
    return "read"


@settled
@given(element=objects)
def test_that_any_value_in_any_field_is_a_party_or_a_problem(read, element):
    answer = read({"LastEventId": 1, "CommunicationParties": [element]})
    assert len(answer.parties) + len(answer.problems) >= 1
    for found in [*answer.parties, *answer.problems]:
        repr(found).encode()
    for problem in answer.problems:
        assert problem.refuses
        assert problem.at
        problem.phrase.text("nb").encode()
        problem.phrase.text("nn").encode()


@settled
@given(content=values)
def test_that_any_json_is_read_or_refused(read, content):
    assert outcome(read, content)


@settled
@given(content=st.binary(max_size=200), start=st.sampled_from([b"", b"{", b"[", b"<", b"\x1f\x8b"]))
def test_that_any_bytes_are_read_or_refused(read, content, start):
    assert outcome(read, start + content)


def test_that_the_attack_files_are_refused_in_time(reference_data, tmp_path):
    archive = reference_data / "corpora" / "xml.tar.xz"
    with tarfile.open(archive) as corpus:
        corpus.extractall(tmp_path, filter="data")
    paths = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".tsv"]
    assert len(paths) >= 90
    for path in paths:
        started = time.perf_counter()
        with pytest.raises(UnreadableError):
            list(RegistryFileReader().read(path))
        assert time.perf_counter() - started < 2


def legacy_file(path: Path, parties: int) -> Path:
    addresses = [{"TypeCodeValue": "E_EDI", "Address": "edi@fjord.example " * 5}] * 5
    party = {"HerId": 1, "Type": "Service", "Name": "x" * 500, "ElectronicAddresses": addresses}
    one = json.dumps(party)
    with path.open("w") as file:
        file.write('{"LastEventId": 1, "CommunicationParties": [')
        file.write(",".join([one] * parties))
        file.write("]}")
    return path


def soap_file(path: Path, parties: int) -> Path:
    nested = f"<Service><HerId>2</HerId><Description>{'x' * 500}</Description></Service>"
    with path.open("w") as file:
        file.write('<All><CommunicationParty type="Organization"><HerId>1</HerId><Services>')
        file.write(nested * (parties - 1))
        file.write("</Services></CommunicationParty></All>")
    return path


@pytest.mark.parametrize("make", [legacy_file, soap_file])
def test_that_memory_stays_flat_however_many_parties(make, tmp_path):
    peaks = []
    for parties in (2_000, 20_000):
        path = make(tmp_path / "uttrekk", parties)
        tracemalloc.start()
        try:
            read = sum(isinstance(item, Party) for item in RegistryFileReader().read(path))
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert read == parties
    assert peaks[1] < peaks[0] + 512 * 1024

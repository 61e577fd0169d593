"""XML of AR: CommunicationParty elements anywhere, single answers, streams; safe and strict."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.party import (
    CoverageArea,
    ElectronicAddress,
    Party,
    PostalAddress,
    ServiceType,
)
from timebok_desktop.services.ports_files import RegistryHeader

NAMESPACES = (
    'xmlns="http://register.nhn.no/CommunicationParty" '
    'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:b="http://register.nhn.no/Common"'
)


def element(her_id: object, more: str = "", kind: str = "Service") -> str:
    return f'<CommunicationParty i:type="{kind}"><HerId>{her_id}</HerId>{more}</CommunicationParty>'


def under_root(*elements: str, attributes: str = "") -> str:
    return f"<All {NAMESPACES} {attributes}>{''.join(elements)}</All>"


def test_that_every_field_of_a_party_element_is_right(read):
    fields = """
        <Active>true</Active><CoverageAreaType i:nil="true"/><DisplayName i:nil="true"/>
        <ElectronicAddresses><b:ElectronicAddress><b:Address>
            edi@fjord.example </b:Address><b:Inherited>true</b:Inherited>
            <b:Type><b:Active>true</b:Active><b:CodeValue>E_EDI</b:CodeValue></b:Type>
        </b:ElectronicAddress></ElectronicAddresses>
        <Municipality><b:CodeText>Oslo</b:CodeText><b:CodeValue>301</b:CodeValue></Municipality>
        <Name>Legevakt &amp; akutt</Name>
        <ParentBusinessType><b:CodeValue>102</b:CodeValue></ParentBusinessType>
        <ParentHerId>-1</ParentHerId><ParentName>Fjord</ParentName>
        <ParentOrganizationNumber>64965</ParentOrganizationNumber>
        <PhysicalAddresses><b:PhysicalAddress><b:City>OSLO</b:City>
            <b:Country><b:CodeValue>NO</b:CodeValue></b:Country>
            <b:PostalCode>161</b:PostalCode><b:Postbox/><b:StreetAddress>Brygga 1</b:StreetAddress>
            <b:TypeCodeValue>RES</b:TypeCodeValue></b:PhysicalAddress></PhysicalAddresses>
        <Valid><b:From>2020-02-29T00:00:00</b:From><b:To>9999-12-31T00:00:00</b:To></Valid>
        <Code><b:CodeText>Legevakt</b:CodeText><b:CodeValue>KA02</b:CodeValue>
            <b:OID>8663</b:OID></Code>
        <CoverageAreas><CoverageInfo><DisplayName/><HerId>17</HerId><Name>Vik</Name>
            <OrganizationNumber>64965</OrganizationNumber></CoverageInfo></CoverageAreas>
        <Description>Døgnåpent</Description><LocationDescription><![CDATA[Brygga]]>
        </LocationDescription><Properties/>
    """
    assert read(under_root(element(8000001, fields))).party == Party(
        her_id=8000001,
        type=PartyType.SERVICE,
        name="Legevakt & akutt",
        parent_name="Fjord",
        parent_organization_number="000064965",
        parent_business_type="102",
        municipality_number="0301",
        municipality_name="Oslo",
        service_type=ServiceType("8663", "KA02", "Legevakt"),
        active=True,
        valid_from=datetime(2020, 2, 29),  # noqa: DTZ001 - AR's times have no zone
        valid_to=datetime(9999, 12, 31),  # noqa: DTZ001 - as above
        location_description="Brygga",
        description="Døgnåpent",
        coverage=(CoverageArea(17, "000064965", "Vik"),),
        postal_addresses=(PostalAddress("RES", "Brygga 1", "", "0161", "OSLO"),),
        electronic_addresses=(ElectronicAddress("E_EDI", "edi@fjord.example", inherited=True),),
    )


def test_that_parties_under_any_root_supplement(read):
    answer = read(under_root(element(1), f"<Deeper>{element(2)}</Deeper>", element(1)))
    assert answer.header == RegistryHeader("soap", False)
    assert answer.her_ids == [1, 2, 1]


def test_that_any_prefix_is_understood(read):
    content = (
        '<x:List xmlns:x="u:x" xmlns:y="u:y"><x:CommunicationParty y:type="x:OrganizationPerson">'
        "<x:HerId>5</x:HerId></x:CommunicationParty></x:List>"
    )
    assert read(content).party.type is PartyType.PERSON


def test_that_the_type_element_goes_before_the_type_of_the_element(read):
    content = under_root(element(5, "<Type>Department</Type>"))
    assert read(content).party.type is PartyType.DEPARTMENT
    assert read(under_root(element(6, '<Type i:nil="true"/>'))).party.type is PartyType.SERVICE


@pytest.mark.parametrize("kind", ["All", "CommunicationParty", ""])
def test_that_a_party_without_a_known_type_is_a_problem(read, kind):
    answer = read(under_root(element(1), element(2, kind=kind), element(3)))
    assert answer.her_ids == [1, 3]
    assert (answer.problem.at, answer.problem.code) == ("element 2", "unknown-type")


def test_that_a_single_answer_is_read_and_what_it_covers_too(read):
    single = under_root('<GetDetailsResult i:type="Service"><HerId>5</HerId></GetDetailsResult>')
    assert read(single).her_ids == [5]
    cover = (
        f"<R {NAMESPACES}><GetAllResult><Results>{element(1)}</Results>{element(2)}"
        "<ServerTime>x</ServerTime></GetAllResult></R>"
    )
    assert read(cover).her_ids == [1, 2]
    assert read(cover).problems == []


def test_that_an_empty_answer_beside_a_party_is_nothing(read):
    content = under_root('<GetOneResult i:nil="true"/>', "<GetTwoResult/>", element(1))
    assert read(content).party.her_id == 1


def test_that_typed_elements_of_another_name_are_parties(read):
    assert read(under_root('<Item i:type="q:Service"><HerId>5</HerId></Item>')).her_ids == [5]


def test_that_nested_parties_are_parties_of_their_own(read):
    inner = (
        "<Services><Service><HerId>2</HerId></Service><Service><Name>uten</Name></Service>"
        "</Services><People><OrganizationPerson><HerId>3</HerId><Person><BirthDate>1901-01-01"
        "</BirthDate><HerId>99</HerId></Person></OrganizationPerson></People>"
        "<Departments><Department><HerId>4</HerId><Services><Service><HerId>x</HerId></Service>"
        "</Services></Department></Departments>"
    )
    answer = read(under_root(element(1, inner, "Organization")))
    assert {party.her_id: party.type for party in answer.parties} == {
        1: PartyType.ORGANIZATION,
        2: PartyType.SERVICE,
        3: PartyType.PERSON,
        4: PartyType.DEPARTMENT,
    }
    assert answer.problem.code == "not-a-her-id"


def test_that_an_export_with_its_header_is_full(read):
    taken = "2025-03-01T02:15:00.0000000+01:00"
    full = RegistryHeader(
        "soap", True, datetime(2025, 3, 1, 2, 15, tzinfo=timezone(timedelta(hours=1))), 4711
    )
    as_elements = under_root(
        element(1),
        f"<LastDateTimeOffset>{taken}</LastDateTimeOffset><b:LastEventId>4711</b:LastEventId>",
    )
    assert read(as_elements).header == full
    as_attributes = f'LastDateTimeOffset="{taken}" LastEventId="4711"'
    assert read(under_root(element(1), attributes=as_attributes)).header == full


def test_that_an_unreadable_header_is_noted(read):
    answer = read(under_root(element(1), "<LastEventId>x<y/></LastEventId>"))
    assert answer.header.full
    assert (answer.problem.at, answer.problem.code) == ("/LastEventId", "no-event")


def test_that_documents_one_after_the_other_are_read(read):
    declaration = '<?xml version="1.0" encoding="utf-8"?>'
    one = element("@", f"<Name>{'x' * 900}</Name>").replace(" ", f" {NAMESPACES} ", 1)
    content = "\n".join(declaration + one.replace("@", str(n)) for n in range(1, 400))
    assert read(content).her_ids == list(range(1, 400))
    content = "".join(one.replace("@", str(n)) for n in range(1, 400))
    assert read(content).her_ids == list(range(1, 400))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_that_the_encodings_of_xml_are_understood(read, encoding):
    named = encoding.removesuffix("-sig")
    content = f'<?xml version="1.0" encoding="{named}"?>' + under_root(
        element(1, "<Name>Bø</Name>")
    )
    assert read(content.encode(encoding)).party.name == "Bø"


@pytest.mark.parametrize("encoding", ["klingon", "utf-7", "shift_jis", "idna", "rot13"])
def test_that_an_encoding_that_nobody_reads_is_refused(read, encoding):
    content = f'<?xml version="1.0" encoding="{encoding}"?><a>\u00f8</a>'
    with pytest.raises(UnreadableError):
        read(content)


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE All [<!ENTITY x "y">]><All>&x;</All>',
        '<?xml version="1.0"?><!DOCTYPE html><html/>',
        '<!DOCTYPE All SYSTEM "http://example.invalid/x.dtd"><All/>',
    ],
)
def test_that_document_types_are_refused(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "document-type"


@pytest.mark.parametrize("content", ["<a/>", "<html><body>x</body></html>", "<a>&#65;</a>"])
def test_that_other_xml_is_no_registry_file(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "not-a-registry-file"


@pytest.mark.parametrize(
    "content", ["<a></b>", "<a>&x;</a>", "<a/>x", "<a/></a>", "<a b='1' b='2'/>"]
)
def test_that_broken_xml_is_refused_whole(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "damaged"


def test_that_a_stream_broken_after_parties_is_refused(read):
    with pytest.raises(UnreadableError) as caught:
        read(under_root(element(1), element(2)).replace("<HerId>2</HerId>", "<HerId>2</Her>"))
    assert (caught.value.code, caught.value.at) == ("damaged", "element 1")


def test_that_an_export_cut_anywhere_is_refused(read):
    content = under_root(
        *[element(n, "<Name>B\u00f8 <![CDATA[x]]></Name>") for n in range(1, 6)],
        attributes='LastEventId="5"',
    ).encode()
    for length in range(1, len(content), 3):
        with pytest.raises(UnreadableError) as caught:
            read(content[:length])
        assert caught.value.code == "cut-off"
    assert len(read(content).parties) == 5


@pytest.mark.parametrize(
    "content",
    [
        under_root(element(1, f"<Name>{'x' * 17_000_000}</Name>")),
        under_root(element(1, f"<CoverageAreas>{'<a/>' * 200_000}</CoverageAreas>")),
        "<a>" * 200,
        "<a b='" + "x" * 3_000_000 + "'/>",
    ],
)
def test_that_what_no_party_can_be_is_refused_before_it_fills_the_memory(read, content):
    with pytest.raises(UnreadableError) as caught:
        read(content)
    assert caught.value.code == "too-large"


def test_that_large_texts_nobody_reads_are_passed_over(read):
    content = under_root(element(1, f"<Unknown>{'<b:x>y</b:x>' * 10_000}</Unknown>"))
    assert read(content).party.her_id == 1


def test_that_an_empty_party_element_is_a_problem_with_its_place(read):
    answer = read(under_root(element(1), "<CommunicationParty/>", element(3)))
    assert answer.her_ids == [1, 3]
    assert (answer.problem.at, answer.problem.code) == ("element 2", "missing-her-id")


def test_that_a_declaration_of_many_pieces_between_documents_is_refused(read):
    with pytest.raises(UnreadableError) as caught:
        read(under_root(element(1)) + "<?xml " + " " * 500_000 + 'version="1.0"?><a/>')
    assert caught.value.code == "damaged"

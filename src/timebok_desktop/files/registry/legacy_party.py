"""The legacy shape of a party (SOAP model, legacy export, REST /legacy) as a domain party.

Reads the fields that a party has and nothing else of a person.
"""

from __future__ import annotations

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import (
    CoverageArea,
    ElectronicAddress,
    Party,
    PostalAddress,
    ServiceType,
)
from timebok_desktop.files.registry.values import (
    Record,
    flag,
    her_id,
    items,
    moment,
    municipality_number,
    optional_her_id,
    organization_number,
    postal_code,
    record,
    text,
)


def party(source: Record, kind: PartyType) -> Party:
    """The party; every field of the model that the domain knows."""
    valid = record(source.get("Valid"), "Valid")
    municipality = record(source.get("Municipality"), "Municipality")
    return Party(
        her_id=her_id(source["HerId"], "HerId"),
        type=kind,
        name=text(source.get("Name"), "Name"),
        display_name=text(source.get("DisplayName"), "DisplayName"),
        parent_her_id=optional_her_id(source.get("ParentHerId"), "ParentHerId"),
        parent_name=text(source.get("ParentName"), "ParentName"),
        parent_organization_number=organization_number(
            source.get("ParentOrganizationNumber"), "ParentOrganizationNumber"
        ),
        parent_business_type=_code(source, "ParentBusinessType"),
        organization_number=organization_number(
            source.get("OrganizationNumber"), "OrganizationNumber"
        ),
        business_type=_code(source, "BusinessType"),
        municipality_number=municipality_number(
            municipality.get("CodeValue"), "Municipality/CodeValue"
        ),
        municipality_name=text(municipality.get("CodeText"), "Municipality/CodeText"),
        service_type=service_type(
            record(source.get("Code"), "Code"), "Code", "OID", "CodeValue", "CodeText"
        ),
        active=flag(source.get("Active"), "Active"),
        valid_from=moment(valid.get("From"), "Valid/From"),
        valid_to=moment(valid.get("To"), "Valid/To"),
        location_description=text(source.get("LocationDescription"), "LocationDescription"),
        description=text(source.get("Description"), "Description"),
        coverage=_coverage(source),
        postal_addresses=_postal_addresses(source),
        electronic_addresses=_electronic_addresses(source),
        last_changed=moment(source.get("LastChanged"), "LastChanged"),
    )


def service_type(
    code: Record, field: str, list_name: str, value_name: str, text_name: str
) -> ServiceType | None:
    """The pair (code list, code); of a code list given as an OID the last arc is its number."""
    value = text(code.get(value_name), f"{field}/{value_name}")
    if not value:
        return None
    code_list = text(code.get(list_name), f"{field}/{list_name}").rpartition(".")[2]
    return ServiceType(code_list, value, text(code.get(text_name), f"{field}/{text_name}"))


def _code(source: Record, field: str) -> str:
    return text(record(source.get(field), field).get("CodeValue"), f"{field}/CodeValue")


def _kind(address: Record, field: str) -> str:
    given = _code(address, "Type") if address.get("Type") is not None else ""
    return given or text(address.get("TypeCodeValue"), f"{field}/TypeCodeValue")


def _coverage(source: Record) -> tuple[CoverageArea, ...]:
    field = "CoverageAreas"
    areas = []
    for item in items(source.get(field), field):
        entry = record(item, field)
        area = CoverageArea(
            optional_her_id(entry.get("HerId"), f"{field}/HerId"),
            organization_number(entry.get("OrganizationNumber"), f"{field}/OrganizationNumber"),
            text(entry.get("Name"), f"{field}/Name")
            or text(entry.get("DisplayName"), f"{field}/DisplayName"),
        )
        if area != CoverageArea(None):
            areas.append(area)
    return tuple(areas)


def _postal_addresses(source: Record) -> tuple[PostalAddress, ...]:
    field = "PhysicalAddresses"
    addresses = []
    for item in items(source.get(field), field):
        entry = record(item, field)
        address = PostalAddress(
            _kind(entry, field),
            text(entry.get("StreetAddress"), f"{field}/StreetAddress"),
            text(entry.get("Postbox"), f"{field}/Postbox"),
            postal_code(entry.get("PostalCode"), f"{field}/PostalCode"),
            text(entry.get("City"), f"{field}/City"),
        )
        if address != PostalAddress(address.kind):
            addresses.append(address)
    return tuple(addresses)


def _electronic_addresses(source: Record) -> tuple[ElectronicAddress, ...]:
    field = "ElectronicAddresses"
    addresses = []
    for item in items(source.get(field), field):
        entry = record(item, field)
        address = text(entry.get("Address"), f"{field}/Address")
        inherited = flag(entry.get("Inherited"), f"{field}/Inherited")
        if address:
            addresses.append(
                ElectronicAddress(_kind(entry, field), address, inherited=inherited is True)
            )
    return tuple(addresses)

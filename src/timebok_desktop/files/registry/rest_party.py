"""The REST v1 shape of a party as a domain party.

REST v1 has no Active flag and no municipality: both stay unsaid, and the period decides.
"""

from __future__ import annotations

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import CoverageArea, ElectronicAddress, Party, PostalAddress
from timebok_desktop.files.registry.legacy_party import service_type
from timebok_desktop.files.registry.values import (
    Record,
    flag,
    her_id,
    items,
    moment,
    optional_her_id,
    organization_number,
    postal_code,
    record,
    text,
)

_ADDRESS_KINDS = {
    "email": "E_EPO",
    "phoneNumber": "E_TLF",
    "faxNumber": "E_FAX",
    "ediAddress": "E_EDI",
    "fhirAddress": "E_FHIR",
    "homepageUrl": "E_URL",
}
"""Fields of REST v1 and the code of list 9044 that says the same."""

_POSTAL = "PST"


def party(source: Record, kind: PartyType) -> Party:
    """The party; every field of the model that the domain knows."""
    organization = record(source.get("organizationDetails"), "organizationDetails")
    service = record(source.get("serviceDetails"), "serviceDetails")
    person = record(source.get("personDetails"), "personDetails")
    parent_field = "parentOrganization"
    parent = record(service.get(parent_field) or person.get(parent_field), parent_field)
    business_type = record(organization.get("businessType"), "businessType")
    return Party(
        her_id=her_id(source["herId"], "herId"),
        type=kind,
        name=text(source.get("name"), "name"),
        display_name=text(source.get("displayName"), "displayName"),
        parent_her_id=optional_her_id(parent.get("herId"), f"{parent_field}/herId"),
        parent_name=text(parent.get("name"), f"{parent_field}/name"),
        parent_organization_number=organization_number(
            parent.get("organizationNumber"), f"{parent_field}/organizationNumber"
        ),
        organization_number=organization_number(
            organization.get("organizationNumber"), "organizationNumber"
        ),
        business_type=text(business_type.get("value"), "businessType/value"),
        service_type=service_type(
            record(service.get("serviceType"), "serviceType"),
            "serviceType",
            "codeListId",
            "value",
            "name",
        ),
        active=flag(source.get("active"), "active"),
        valid_from=moment(source.get("validFrom"), "validFrom"),
        valid_to=moment(source.get("validTo"), "validTo"),
        location_description=text(service.get("serviceSpecification"), "serviceSpecification"),
        coverage=_coverage(service),
        postal_addresses=_postal_addresses(source),
        electronic_addresses=_electronic_addresses(source),
    )


def _coverage(service: Record) -> tuple[CoverageArea, ...]:
    area_field, list_field = "interMunicipalityCoverageArea", "municipalityHerIds"
    area = record(service.get(area_field), area_field)
    return tuple(
        CoverageArea(her_id(item, list_field)) for item in items(area.get(list_field), list_field)
    )


def _postal_addresses(source: Record) -> tuple[PostalAddress, ...]:
    field = "postalAddress"
    entry = record(source.get(field), field)
    address = PostalAddress(
        _POSTAL,
        text(entry.get("address"), f"{field}/address"),
        text(entry.get("postalBox"), f"{field}/postalBox"),
        postal_code(entry.get("postalCode"), f"{field}/postalCode"),
        text(entry.get("city"), f"{field}/city"),
    )
    return () if address == PostalAddress(_POSTAL) else (address,)


def _electronic_addresses(source: Record) -> tuple[ElectronicAddress, ...]:
    found = ((kind, text(source.get(name), name)) for name, kind in _ADDRESS_KINDS.items())
    return tuple(ElectronicAddress(kind, address) for kind, address in found if address)

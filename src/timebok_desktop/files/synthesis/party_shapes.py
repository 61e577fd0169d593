"""One party as AR's models write it: the legacy object (also SOAP's fields) and REST v1's.

Knows no file. What AR writes where there is nothing (-1, 0, null) is written here too.
"""

from __future__ import annotations

from datetime import datetime

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import CoverageArea, ElectronicAddress, Party

_BUSINESS_TYPE, _MUNICIPALITY, _ELECTRONIC = 9040, 3402, 9044
_NO_PARENT = -1
_TYPES = {"E_EDI": "EDI (Standardisert elektronisk melding)", "E_TLF": "Telefonnummer"}


def legacy_party(party: Party) -> dict[str, object]:
    """The legacy object with the fields of its type."""
    found: dict[str, object] = {
        "HerId": party.her_id,
        "Type": _type_name(party),
        "Name": party.name,
        "DisplayName": party.display_name or None,
        "Active": party.active,
        "Valid": {"From": _moment(party.valid_from), "To": _moment(party.valid_to)},
        "IsValidCommunicationParty": party.type in {PartyType.SERVICE, PartyType.PERSON},
        "LastChanged": _moment(party.last_changed or party.valid_from),
        "ParentHerId": party.parent_her_id or _NO_PARENT,
        "ParentName": party.parent_name or None,
        "ParentOrganizationNumber": _number(party.parent_organization_number),
        "ParentBusinessType": _code(party.parent_business_type, _BUSINESS_TYPE, ""),
        "Municipality": _code(party.municipality_number, _MUNICIPALITY, party.municipality_name),
        "ElectronicAddresses": [_address(address) for address in party.electronic_addresses],
        "PhysicalAddresses": [],
    }
    if party.type is PartyType.ORGANIZATION:
        found["OrganizationNumber"] = _number(party.organization_number)
        found["BusinessType"] = _code(party.business_type, _BUSINESS_TYPE, "")
    if party.service_type is not None:
        kind = party.service_type
        found["Code"] = _code(kind.code, int(kind.code_list), kind.text)
        found["LocationDescription"] = party.location_description or None
        found["Description"] = party.description or None
        found["CoverageAreas"] = [_area(area) for area in party.coverage] or None
    return found


def rest_party(party: Party) -> dict[str, object]:
    """The REST v1 object: no activity flag, no municipality."""
    found: dict[str, object] = {
        "herId": party.her_id,
        "type": party.type.value,
        "name": party.name,
        "displayName": party.display_name or None,
        "validFrom": _moment(party.valid_from),
        "validTo": _moment(party.valid_to),
    }
    parent = {
        "herId": party.parent_her_id,
        "name": party.parent_name,
        "organizationNumber": party.parent_organization_number,
    }
    if party.type is PartyType.ORGANIZATION:
        found["organizationDetails"] = {
            "organizationNumber": party.organization_number,
            "businessType": {"codeListId": _BUSINESS_TYPE, "value": party.business_type},
        }
    elif party.service_type is not None:
        kind = party.service_type
        covered = [area.her_id for area in party.coverage]
        found["serviceDetails"] = {
            "serviceType": {
                "codeListId": int(kind.code_list),
                "value": kind.code,
                "name": kind.text,
            },
            "interMunicipalityCoverageArea": {"municipalityHerIds": covered} if covered else None,
            "serviceSpecification": party.location_description or None,
            "parentOrganization": parent,
        }
    else:
        found["personDetails"] = {"parentOrganization": parent}
    return found


def _type_name(party: Party) -> str:
    return party.type.value


def _number(text: str) -> int:
    return int(text) if text else 0


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _code(value: str, code_list: int, text: str) -> dict[str, object] | None:
    if not value:
        return None
    return {"Active": True, "CodeText": text or None, "CodeValue": value, "OID": code_list}


def _address(address: ElectronicAddress) -> dict[str, object]:
    return {
        "Address": address.address,
        "Inherited": address.inherited,
        "Type": _code(address.kind, _ELECTRONIC, _TYPES.get(address.kind, "")),
        "TypeCodeValue": address.kind,
    }


def _area(area: CoverageArea) -> dict[str, object]:
    return {
        "HerId": area.her_id or _NO_PARENT,
        "Name": area.name or None,
        "DisplayName": None,
        "OrganizationNumber": _number(area.organization_number),
    }

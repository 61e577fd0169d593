"""One order as a change in AR's field names, for the operators of the registry.

AR's own keys (legacy object and SOAP model, with AR's types): HerId, ParentHerId, Type, Name,
DisplayName, Active, Valid, Code, LocationDescription, OrganizationNumber,
ParentOrganizationNumber, ParentName and Municipality. They say which entry is meant, as the
snapshot shows it, null where it says nothing; Municipality is then the ordering municipality.
AR has no public field for the set-up of a resource schedule: the whole object ResourceSchedule
with all its keys is ours, and so is its name. The process in it is public: it must be active in
AR for the party.
"""

from __future__ import annotations

from typing import Any

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.party import Party
from timebok_desktop.files.package import codings
from timebok_desktop.files.package.templates import canonical
from timebok_desktop.files.package.times import instant
from timebok_desktop.services.ports_files import LeavingOrder
from timebok_desktop.services.shown import set_up

BOOKING_PROCESS = "Dialog_Innbygger_Timereservasjon"
BOOKING_PROCESS_VERSION = "1.2"


def ar_change(order: LeavingOrder) -> dict[str, Any]:
    """The change that an order asks for."""
    return {**_entry(order), "ResourceSchedule": _resource_schedule(order)}


def ar_json(order: LeavingOrder) -> bytes:
    """The same change as it stands in a package."""
    return canonical(ar_change(order))


def _entry(order: LeavingOrder) -> dict[str, Any]:
    her_id = order.proposal.key.her_id
    if order.party is None:
        return {"HerId": her_id, **_unknown_entry(), "Municipality": _municipality(order)}
    return {"HerId": her_id, **_known_entry(order.party), "Municipality": _municipality(order)}


def _known_entry(party: Party) -> dict[str, Any]:
    return {
        "ParentHerId": party.parent_her_id,
        "Type": party.type.value,
        "Name": party.name or None,
        "DisplayName": party.display_name or None,
        "Active": party.active,
        "Valid": {
            "From": party.valid_from.isoformat() if party.valid_from else None,
            "To": party.valid_to.isoformat() if party.valid_to else None,
        },
        "Code": _service_type(party),
        "LocationDescription": party.location_description or None,
        "OrganizationNumber": _number(party.organization_number),
        "ParentOrganizationNumber": _number(party.parent_organization_number),
        "ParentName": party.parent_name or None,
    }


def _unknown_entry() -> dict[str, Any]:
    names = (
        "ParentHerId Type Name DisplayName Active Valid Code LocationDescription "
        "OrganizationNumber ParentOrganizationNumber ParentName"
    )
    return dict.fromkeys(names.split())


def _service_type(party: Party) -> dict[str, Any] | None:
    found = party.service_type
    if found is None:
        return None
    code_list = _number(found.code_list)
    return {
        "OID": found.code_list if code_list is None else code_list,
        "CodeValue": found.code,
        "CodeText": found.text or None,
    }


def _municipality(order: LeavingOrder) -> dict[str, Any]:
    party = order.party
    if party is not None and party.municipality_number:
        number, name = party.municipality_number, party.municipality_name
    else:
        number, name = order.municipality.number, order.municipality.name
    return {
        "OID": int(codings.MUNICIPALITY_LIST),
        "CodeValue": number,
        "CodeText": name or None,
    }


def _number(text: str) -> int | None:
    """AR writes organisation numbers and code lists as integers."""
    return int(text) if is_digits(text) else None


def _resource_schedule(order: LeavingOrder) -> dict[str, Any]:
    proposal, key = order.proposal, order.proposal.key
    return {
        "OrderReference": order.order.reference,
        "Action": proposal.action.value,
        "Scheme": order.order.scheme.value,
        "Category": key.category,
        "Form": (proposal.after.form or None) if proposal.after else None,
        "FormName": (order.form_name or None) if proposal.after else None,
        "Municipality": {
            "MunicipalityNumber": key.municipality_number,
            "Name": order.municipality.name or None,
            "OrganizationNumber": _number(order.municipality.organization_number),
        },
        "Process": {
            "Name": BOOKING_PROCESS,
            "Version": BOOKING_PROCESS_VERSION,
            "MustBeActive": proposal.action is not Kind.DEACTIVATE,
        },
        "Previous": set_up(proposal.before),
        "New": set_up(proposal.after),
        "Approvals": [
            {"By": approval.by, "At": instant(approval.at)} for approval in order.approvals
        ],
        "Snapshot": {
            "TakenAt": instant(order.snapshot.taken_at),
            "LastEventId": order.snapshot.last_event_id,
            "Sha256": order.snapshot.sha256,
        },
    }

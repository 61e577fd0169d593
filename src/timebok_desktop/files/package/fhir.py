"""One order as a FHIR R4 Bundle: who ordered, which party, which schedule, who approved on what.

Ids are version 5 UUIDs of the things they name and times are those of the approvals, so the same
order always gives the same bytes. The form has no public code; it stands as text in Task.input.
hn-basis-schedule only allows `active` to be true: a schedule that is to end leaves it out, and
the Task says it (`abort`). The Task is `accepted`: approved here, not yet carried out in AR.
"""

from __future__ import annotations

from typing import Any

from timebok_desktop.domain.codes import PARTY_TYPE_WORDS, Kind, Scheme
from timebok_desktop.domain.party import Party, norwegian_day
from timebok_desktop.files.package import codings
from timebok_desktop.files.package.codings import coding, stable_urn, without_empty
from timebok_desktop.files.package.owners import OwningBody, other_owner
from timebok_desktop.files.package.times import instant
from timebok_desktop.services.ports_files import Approval, LeavingOrder, Municipality

Resource = dict[str, Any]

_TASK_CODES = {Kind.ACTIVATE: "approve", Kind.CHANGE: "change", Kind.DEACTIVATE: "abort"}
_TASK_TEXTS = {
    Kind.ACTIVATE: "Aktivering av timebestilling i ressurstimebok",
    Kind.CHANGE: "Endring av timebestilling i ressurstimebok",
    Kind.DEACTIVATE: "Avslutning av timebestilling i ressurstimebok",
}
_SCHEDULE_COMMENTS = {
    Scheme.RESOURCE_SCHEDULE: "Ressurstimebok uten bestemt behandler",
    Scheme.VIA_PRACTITIONER: "Koronatest via behandler",
}
_DATA_OPERATIONS = {Kind.ACTIVATE: "CREATE", Kind.CHANGE: "UPDATE", Kind.DEACTIVATE: "UPDATE"}


def bundle(order: LeavingOrder) -> Resource:
    """The Bundle of an order: a collection of five resources and, for another owner, a sixth."""
    municipality = _municipality(order.municipality)
    other = other_owner(order)
    owner = _owning_body(other) if other else municipality
    party = _party(order, owner)
    service = _healthcare_service(order, owner)
    schedule = _schedule(order, service)
    task = _task(order, municipality, schedule)
    provenance = _provenance(order, [schedule, service, party], task)
    owners = [owner] if other else []
    entries = [municipality, *owners, party, service, schedule, task, provenance]
    return {
        "resourceType": "Bundle",
        "identifier": {
            "system": codings.URI,
            "value": stable_urn("bundle", order.order.reference, _decided(order)),
        },
        "type": "collection",
        "timestamp": _decided(order),
        "entry": entries,
    }


def _entry(full_url: str, resource: Resource) -> Resource:
    return {"fullUrl": full_url, "resource": without_empty(resource)}


def _decided(order: LeavingOrder) -> str:
    return max(instant(approval.at) for approval in order.approvals)


def _municipality(municipality: Municipality) -> Resource:
    return _entry(
        stable_urn("municipality", municipality.number),
        {
            "resourceType": "Organization",
            "meta": {"profile": [codings.PROFILE_ORGANIZATION]},
            "identifier": _organization_number(municipality.organization_number),
            "active": True,
            "type": [{"coding": [coding(codings.ORGANIZATION_TYPE, "govt", "Government")]}],
            "name": municipality_title(municipality),
        },
    )


def municipality_title(municipality: Municipality) -> str:
    """The municipality as an organisation: `Lillehammer kommune`."""
    name = municipality.name or municipality.number
    return name if name.casefold().endswith("kommune") else f"{name} kommune"


def _owning_body(body: OwningBody) -> Resource:
    her_id = [_her_id(str(body.her_id))] if body.her_id is not None else []
    business_type = coding(codings.CODE_LIST + codings.BUSINESS_TYPE_LIST, body.business_type)
    return _entry(
        stable_urn("owner", body.organization_number or body.her_id or body.name),
        {
            "resourceType": "Organization",
            "meta": {"profile": [codings.PROFILE_ORGANIZATION]},
            "identifier": [*_organization_number(body.organization_number), *her_id],
            "type": [{"coding": [business_type]}] if body.business_type else [],
            "name": body.name,
        },
    )


def _party(order: LeavingOrder, owner: Resource) -> Resource:
    her_id = str(order.proposal.key.her_id)
    party = order.party
    return _entry(
        stable_urn("communication-party", her_id),
        {
            "resourceType": "Organization",
            "meta": {"profile": [codings.PROFILE_PARTY]},
            "identifier": [_her_id(her_id)],
            "active": _is_active(order),
            "type": [_party_type(party)],
            "name": (party.label if party else "") or f"HER-id {her_id}",
            "partOf": _organization_reference(owner),
        },
    )


def _party_type(party: Party | None) -> Resource:
    if party is None:
        return {"text": "Ukjent: parten er ikke i AR-uttrekket"}
    if party.service_type is not None:
        return _service_type(party)
    if party.business_type:
        system = codings.CODE_LIST + codings.BUSINESS_TYPE_LIST
        return {"coding": [coding(system, party.business_type)]}
    return {"text": PARTY_TYPE_WORDS[party.type].text("nb")}


def _service_type(party: Party) -> Resource:
    found = party.service_type
    if found is None:
        return {}
    return {"coding": [coding(codings.CODE_LIST + found.code_list, found.code, found.text)]}


def _is_active(order: LeavingOrder) -> bool | None:
    if order.party is None:
        return None
    return order.party.is_active_on(norwegian_day(max(item.at for item in order.approvals)))


def _healthcare_service(order: LeavingOrder, owner: Resource) -> Resource:
    her_id = str(order.proposal.key.her_id)
    party = order.party
    kind = _service_type(party) if party else {}
    return _entry(
        stable_urn("healthcare-service", her_id),
        {
            "resourceType": "HealthcareService",
            "meta": {"profile": [codings.PROFILE_HEALTHCARE_SERVICE]},
            "identifier": [_her_id(her_id)],
            "active": _is_active(order),
            "providedBy": {"type": "Organization", **_organization_reference(owner)},
            "type": [kind] if kind else [],
            "name": _service_name(order),
            "comment": party.location_description if party else "",
        },
    )


def _service_name(order: LeavingOrder) -> str:
    party = order.party
    name = (party.display_name or party.name) if party else ""
    return name or f"HER-id {order.proposal.key.her_id}"


def _schedule(order: LeavingOrder, service: Resource) -> Resource:
    key = order.proposal.key
    stable = stable_urn("schedule", key.municipality_number, key.her_id, key.category)
    ends = order.proposal.action is Kind.DEACTIVATE
    return _entry(
        stable,
        {
            "resourceType": "Schedule",
            "meta": {"profile": [codings.PROFILE_SCHEDULE]},
            "identifier": [{"system": codings.URI, "value": stable}],
            "active": None if ends else True,
            "serviceType": [_category(key.category)],
            "actor": [
                {
                    "reference": service["fullUrl"],
                    "type": "HealthcareService",
                    "identifier": _her_id(str(key.her_id)),
                    "display": _service_name(order),
                }
            ],
            "comment": _SCHEDULE_COMMENTS[order.order.scheme],
        },
    )


def _category(category: str) -> Resource:
    found = [coding(codings.SCHEDULE_TYPE, category, category)]
    if category in codings.CODED_IN_7617:
        found.append(coding(codings.CODE_LIST + codings.APPOINTMENT_TYPE_LIST, category))
    return {"coding": found}


def _task(order: LeavingOrder, municipality: Resource, schedule: Resource) -> Resource:
    sent, action = order.order, order.proposal.action
    decided = _decided(order)
    identifiers = [
        codings.own_identifier(codings.ORDER_REFERENCE, "bestillingsreferanse", sent.reference)
    ]
    if sent.external_reference:
        identifiers.append(
            codings.own_identifier(
                codings.EXTERNAL_REFERENCE, "avsenders referanse", sent.external_reference
            )
        )
    return _entry(
        stable_urn("task", sent.reference),
        {
            "resourceType": "Task",
            "identifier": identifiers,
            "status": "accepted",
            "intent": "order",
            "code": {"coding": [coding(codings.TASK_CODE, _TASK_CODES[action])]},
            "description": _TASK_TEXTS[action],
            "focus": {"reference": schedule["fullUrl"]},
            "authoredOn": min(instant(sent.submitted_at or sent.received_at), decided),
            "lastModified": decided,
            "requester": {"reference": municipality["fullUrl"]},
            "note": [note for approval in order.approvals for note in _notes(approval)],
            "input": _inputs(order),
        },
    )


def _notes(approval: Approval) -> list[Resource]:
    return [
        {
            "authorString": approval.by,
            "time": instant(approval.at),
            "text": f"{rule}: {reason}" if reason else rule,
        }
        for rule, reason in approval.overrides
    ]


def _inputs(order: LeavingOrder) -> list[Resource]:
    after = order.proposal.after
    inputs = [_text_input("handling", order.proposal.action.value)]
    if after is None:
        return inputs
    texts = {
        "skjema": order.form_name or after.form,
        "skjemakode": after.form,
        "journalleverandør": after.vendor,
        "journalsystem": after.system,
    }
    inputs += [_text_input(label, text) for label, text in texts.items() if text]
    if after.valid_from:
        inputs.append({"type": {"text": "gjelder fra"}, "valueDate": after.valid_from.isoformat()})
    return inputs


def _text_input(label: str, text: str) -> Resource:
    return {"type": {"text": label}, "valueString": text}


def _provenance(order: LeavingOrder, targets: list[Resource], task: Resource) -> Resource:
    decided, snapshot = _decided(order), order.snapshot
    operation = coding(codings.DATA_OPERATION, _DATA_OPERATIONS[order.proposal.action])
    evidence = {
        "identifier": {"system": codings.URI, "value": f"urn:hash::sha256:{snapshot.sha256}"},
        "display": f"AR-uttrekk {instant(snapshot.taken_at)}",
    }
    return _entry(
        stable_urn("provenance", order.order.reference, decided),
        {
            "resourceType": "Provenance",
            "target": [{"reference": target["fullUrl"]} for target in targets],
            "occurredDateTime": decided,
            "recorded": decided,
            "activity": {"coding": [operation]},
            "agent": [
                _agent(role, approval)
                for role, approval in zip(("author", "verifier"), order.approvals, strict=False)
            ],
            "entity": [
                {"role": "source", "what": {"reference": task["fullUrl"]}},
                {"role": "source", "what": evidence},
            ],
        },
    )


def _agent(role: str, approval: Approval) -> Resource:
    return {
        "type": {"coding": [coding(codings.PARTICIPANT_TYPE, role)]},
        "who": {
            "identifier": codings.own_identifier(codings.CASEWORKER, "saksbehandler", approval.by)
        },
    }


def _organization_reference(entry: Resource) -> Resource:
    organization = entry["resource"]
    identifier = (organization.get("identifier") or [None])[0]
    return without_empty(
        {
            "reference": entry["fullUrl"],
            "identifier": identifier,
            "display": organization.get("name"),
        }
    )


def _organization_number(number: str) -> list[Resource]:
    return [{"system": codings.ORGANIZATION_NUMBER, "value": number}] if number else []


def _her_id(her_id: str) -> Resource:
    return {"system": codings.HER_ID, "value": her_id}

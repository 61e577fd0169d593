"""One order as a FHIR R4 Bundle: who ordered, which party, which schedule, who approved on what.

Ids are version 5 UUIDs of the things they name and times are those of the approvals, so the same
order always gives the same bytes. The form has no public code; it stands as text in Task.input.
hn-basis-schedule only allows `active` to be true: a schedule that is to end leaves it out, and
the Task says it (`abort`). The Task is `accepted`: approved here, not yet carried out in AR.
How a Bundle looks may depend on its shape and on which texts there are, never on what they say:
`bundle_json` fills the template of all Bundles that look alike.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, islice
from typing import Any

from timebok_desktop.domain.codes import Kind, Scheme
from timebok_desktop.files.package import codings
from timebok_desktop.files.package.codings import coding, without_empty
from timebok_desktop.files.package.fhir_texts import (
    MunicipalityTexts,
    Notes,
    OrderTexts,
    OwnerTexts,
    PartyTexts,
    Shape,
    Texts,
    told,
)
from timebok_desktop.files.package.templates import Template, quoted, slot
from timebok_desktop.services.ports_files import LeavingOrder

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
_SHAPES = 512
"""Templates that are kept; a package needs some dozens."""


def bundle(order: LeavingOrder) -> Resource:
    """The Bundle of an order: a collection of five resources and, for another owner, a sixth."""
    return _bundle(*told(order))


def bundle_json(order: LeavingOrder) -> bytes:
    """The same Bundle as it stands in a package."""
    shape, texts = told(order)
    values = [*chain.from_iterable(texts)]
    return _template(shape, bytes(map(bool, values))).fill([*map(quoted, values)])


@lru_cache(_SHAPES)
def _template(shape: Shape, said: bytes) -> Template:
    """The template of the Bundles that have this shape and these texts (a 1 for each there is)."""
    slots = iter([slot(number) if there else "" for number, there in enumerate(said)])
    texts = Texts(
        MunicipalityTexts(*islice(slots, len(MunicipalityTexts._fields))),
        OwnerTexts(*islice(slots, len(OwnerTexts._fields))),
        PartyTexts(*islice(slots, len(PartyTexts._fields))),
        OrderTexts(*islice(slots, len(OrderTexts._fields))),
        tuple(slots),
    )
    return Template(_bundle(shape, texts))


def _bundle(shape: Shape, texts: Texts) -> Resource:
    order = texts.order
    municipality = _municipality(texts.municipality)
    owner = _owning_body(texts.owner) if shape.other_owner else municipality
    party = _party(shape, texts.party, owner)
    service = _healthcare_service(shape, texts.party, owner)
    schedule = _schedule(shape, order, texts.party, service)
    task = _task(shape, order, texts.notes, municipality, schedule)
    provenance = _provenance(shape, order, [schedule, service, party], task)
    owners = [owner] if shape.other_owner else []
    return {
        "resourceType": "Bundle",
        "identifier": {"system": codings.URI, "value": order.bundle_urn},
        "type": "collection",
        "timestamp": order.decided,
        "entry": [municipality, *owners, party, service, schedule, task, provenance],
    }


def _entry(full_url: str, resource: Resource) -> Resource:
    return {"fullUrl": full_url, "resource": without_empty(resource)}


def _municipality(texts: MunicipalityTexts) -> Resource:
    return _entry(
        texts.municipality_urn,
        {
            "resourceType": "Organization",
            "meta": {"profile": [codings.PROFILE_ORGANIZATION]},
            "identifier": _organization_number(texts.municipality_number),
            "active": True,
            "type": [{"coding": [coding(codings.ORGANIZATION_TYPE, "govt", "Government")]}],
            "name": texts.municipality_title,
        },
    )


def _owning_body(texts: OwnerTexts) -> Resource:
    her_id = [_her_id(texts.owner_her_id)] if texts.owner_her_id else []
    kind = coding(codings.CODE_LIST + codings.BUSINESS_TYPE_LIST, texts.owner_business_type)
    return _entry(
        texts.owner_urn,
        {
            "resourceType": "Organization",
            "meta": {"profile": [codings.PROFILE_ORGANIZATION]},
            "identifier": [*_organization_number(texts.owner_number), *her_id],
            "type": [{"coding": [kind]}] if texts.owner_business_type else [],
            "name": texts.owner_name,
        },
    )


def _party(shape: Shape, texts: PartyTexts, owner: Resource) -> Resource:
    return _entry(
        texts.party_urn,
        {
            "resourceType": "Organization",
            "meta": {"profile": [codings.PROFILE_PARTY]},
            "identifier": [_her_id(texts.her_id)],
            "active": shape.active,
            "type": [_party_type(texts)],
            "name": texts.party_name,
            "partOf": _organization_reference(owner),
        },
    )


def _party_type(texts: PartyTexts) -> Resource:
    if texts.type_words:
        return {"text": texts.type_words}
    if texts.type_list:
        return _service_type(texts)
    system = codings.CODE_LIST + codings.BUSINESS_TYPE_LIST
    return {"coding": [coding(system, texts.type_code)]}


def _service_type(texts: PartyTexts) -> Resource:
    return {"coding": [coding(texts.type_list, texts.type_code, texts.type_text)]}


def _healthcare_service(shape: Shape, texts: PartyTexts, owner: Resource) -> Resource:
    return _entry(
        texts.service_urn,
        {
            "resourceType": "HealthcareService",
            "meta": {"profile": [codings.PROFILE_HEALTHCARE_SERVICE]},
            "identifier": [_her_id(texts.her_id)],
            "active": shape.active,
            "providedBy": {"type": "Organization", **_organization_reference(owner)},
            "type": [_service_type(texts)] if texts.type_list else [],
            "name": texts.service_name,
            "comment": texts.location,
        },
    )


def _schedule(shape: Shape, texts: OrderTexts, party: PartyTexts, service: Resource) -> Resource:
    ends = shape.action is Kind.DEACTIVATE
    return _entry(
        texts.schedule_urn,
        {
            "resourceType": "Schedule",
            "meta": {"profile": [codings.PROFILE_SCHEDULE]},
            "identifier": [{"system": codings.URI, "value": texts.schedule_urn}],
            "active": None if ends else True,
            "serviceType": [_category(shape, texts.category)],
            "actor": [
                {
                    "reference": service["fullUrl"],
                    "type": "HealthcareService",
                    "identifier": _her_id(party.her_id),
                    "display": party.service_name,
                }
            ],
            "comment": _SCHEDULE_COMMENTS[shape.scheme],
        },
    )


def _category(shape: Shape, category: str) -> Resource:
    found = [coding(codings.SCHEDULE_TYPE, category, category)]
    if shape.coded_category:
        found.append(coding(codings.CODE_LIST + codings.APPOINTMENT_TYPE_LIST, category))
    return {"coding": found}


def _task(
    shape: Shape, texts: OrderTexts, notes: Notes, municipality: Resource, schedule: Resource
) -> Resource:
    identifiers = [
        codings.own_identifier(codings.ORDER_REFERENCE, "bestillingsreferanse", texts.reference)
    ]
    if texts.external_reference:
        identifiers.append(
            codings.own_identifier(
                codings.EXTERNAL_REFERENCE, "avsenders referanse", texts.external_reference
            )
        )
    return _entry(
        texts.task_urn,
        {
            "resourceType": "Task",
            "identifier": identifiers,
            "status": "accepted",
            "intent": "order",
            "code": {"coding": [coding(codings.TASK_CODE, _TASK_CODES[shape.action])]},
            "description": _TASK_TEXTS[shape.action],
            "focus": {"reference": schedule["fullUrl"]},
            "authoredOn": texts.authored,
            "lastModified": texts.decided,
            "requester": {"reference": municipality["fullUrl"]},
            "note": _annotations(notes),
            "input": _inputs(shape, texts),
        },
    )


def _annotations(notes: Notes) -> list[Resource]:
    return [
        {"authorString": by, "time": at, "text": text}
        for by, at, text in zip(notes[::3], notes[1::3], notes[2::3], strict=True)
    ]


def _inputs(shape: Shape, texts: OrderTexts) -> list[Resource]:
    inputs = [_text_input("handling", shape.action.value)]
    if shape.ends:
        return inputs
    said = {
        "skjema": texts.form_name,
        "skjemakode": texts.form,
        "journalleverandør": texts.vendor,
        "journalsystem": texts.system,
    }
    inputs += [_text_input(label, text) for label, text in said.items() if text]
    if texts.valid_from:
        inputs.append({"type": {"text": "gjelder fra"}, "valueDate": texts.valid_from})
    return inputs


def _text_input(label: str, text: str) -> Resource:
    return {"type": {"text": label}, "valueString": text}


def _provenance(
    shape: Shape, texts: OrderTexts, targets: list[Resource], task: Resource
) -> Resource:
    operation = coding(codings.DATA_OPERATION, _DATA_OPERATIONS[shape.action])
    evidence = {
        "identifier": {"system": codings.URI, "value": texts.snapshot_hash},
        "display": texts.snapshot,
    }
    approvers = [("author", texts.author), ("verifier", texts.verifier)][: shape.approvals]
    return _entry(
        texts.provenance_urn,
        {
            "resourceType": "Provenance",
            "target": [{"reference": target["fullUrl"]} for target in targets],
            "occurredDateTime": texts.decided,
            "recorded": texts.decided,
            "activity": {"coding": [operation]},
            "agent": [_agent(role, by) for role, by in approvers],
            "entity": [
                {"role": "source", "what": {"reference": task["fullUrl"]}},
                {"role": "source", "what": evidence},
            ],
        },
    )


def _agent(role: str, by: str) -> Resource:
    return {
        "type": {"coding": [coding(codings.PARTICIPANT_TYPE, role)]},
        "who": {"identifier": codings.own_identifier(codings.CASEWORKER, "saksbehandler", by)},
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

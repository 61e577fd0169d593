"""Code systems, identifier systems and profiles that packages name, each public or marked as ours.

No address is made up here: what has no public system gets a `urn:uuid:` of the product and is
labelled as the product's own.
"""

from __future__ import annotations

from hashlib import sha1
from typing import Any
from uuid import UUID

HER_ID = "urn:oid:2.16.578.1.12.4.1.2"
ORGANIZATION_NUMBER = "urn:oid:2.16.578.1.12.4.1.4.101"
CODE_LIST = "urn:oid:2.16.578.1.12.4.1.1."
BUSINESS_TYPE_LIST = "9040"
APPOINTMENT_TYPE_LIST = "7617"
MUNICIPALITY_LIST = "3402"
SCHEDULE_TYPE = "http://helsenorge.no/fhir/CodeSystem/hn-schedule-type-cs"
ORGANIZATION_TYPE = "http://terminology.hl7.org/CodeSystem/organization-type"
TASK_CODE = "http://hl7.org/fhir/CodeSystem/task-code"
DATA_OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation"
PARTICIPANT_TYPE = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
URI = "urn:ietf:rfc:3986"

PROFILE_ORGANIZATION = "http://hl7.no/fhir/StructureDefinition/no-basis-Organization"
PROFILE_HEALTHCARE_SERVICE = "http://hl7.no/fhir/StructureDefinition/no-basis-HealthcareService"
PROFILE_PARTY = "http://helsenorge.no/fhir/StructureDefinition/kommunikasjonspart-Organization"
PROFILE_SCHEDULE = "http://helsenorge.no/fhir/StructureDefinition/hn-basis-schedule"

CODED_IN_7617 = frozenset({"Lab", "Vaksine"})
"""The categories that the national list 7617 still has."""

OURS = "Timebok Desktop"
_NAMESPACE = UUID("6e0a7a52-4d53-5f0c-9d2c-3f6f7a0c9b41")


_HASH_OF_NAMESPACE = sha1(_NAMESPACE.bytes, usedforsecurity=False)
_VARIANT = {digit: f"{int(digit, 16) & 3 | 8:x}" for digit in "0123456789abcdef"}
"""The digit of a UUID that says which standard it follows, by the digit of the hash."""


def stable_urn(kind: str, *parts: object) -> str:
    """A version 5 UUID, as a URN, that the same thing gets every time."""
    return urn_of("/".join([kind, *map(str, parts)]))


def urn_of(name: str) -> str:
    """The URN of what `stable_urn` calls by this name.

    Made here, since a package names half a million things and `uuid.uuid5` takes thrice the time.
    """
    found = _HASH_OF_NAMESPACE.copy()
    found.update(name.encode())
    text = found.hexdigest()
    return (
        f"urn:uuid:{text[:8]}-{text[8:12]}-5{text[13:16]}-{_VARIANT[text[16]]}{text[17:20]}"
        f"-{text[20:32]}"
    )


ORDER_REFERENCE = stable_urn("system", "order-reference")
EXTERNAL_REFERENCE = stable_urn("system", "external-reference")
CASEWORKER = stable_urn("system", "caseworker")


def own_identifier(system: str, label: str, value: str) -> dict[str, Any]:
    """An identifier in a system of the product, labelled as such."""
    return {
        "type": {"text": f"{OURS}: {label}"},
        "system": system,
        "value": value,
        "assigner": {"display": OURS},
    }


def coding(system: str, code: str, display: str = "") -> dict[str, Any]:
    """A coding; no empty display, which FHIR forbids."""
    return {"system": system, "code": code, **({"display": display} if display else {})}


def without_empty(resource: dict[str, Any]) -> dict[str, Any]:
    """`resource` without the top-level elements that have no value, which FHIR forbids."""
    return {name: value for name, value in resource.items() if value not in ("", None, [], {})}

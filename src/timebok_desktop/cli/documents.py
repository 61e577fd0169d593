"""The JSON that scripts rely on: field names and shapes as documented for users."""

from __future__ import annotations

from typing import Any

from timebok_desktop.cli.correspondence_documents import correspondence
from timebok_desktop.domain.configuration import Configuration, Proposal
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.identifiers import is_digits
from timebok_desktop.domain.odd_signs import odd_signs_by_field
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.views import (
    AuditEvent,
    Case,
    ConfigurationRow,
    DecisionRecord,
    ImportReport,
    OrderRow,
    VerifiedOrder,
)

Document = dict[str, Any]

_LONGEST_NUMBER = 15
"""Digits that a double holds exactly, which is what many readers make of a JSON number."""


def her_id(text: str) -> int | str:
    """A HER-id as a number where readers of JSON can hold it, else as it was sent."""
    return int(text) if is_digits(text) and len(text) <= _LONGEST_NUMBER else text


def problem(found: Problem, language: Language) -> Document:
    """A problem with its place."""
    return {
        "at": found.at,
        "code": found.code,
        "message": found.phrase.text(language),
        "refuses": found.refuses,
    }


def snapshot(one: Snapshot) -> Document:
    """A registry snapshot."""
    return {
        "id": one.id,
        "taken_at": one.taken_at,
        "last_event_id": one.last_event_id,
        "parties": one.parties,
        "sha256": one.sha256,
        "includes_deactivated": one.includes_deactivated,
        "revision": one.revision,
    }


def party(one: Party) -> Document:
    """A communication party as it is stored."""
    service = one.service_type
    return {
        "her_id": one.her_id,
        "type": one.type.value,
        "name": one.name,
        "display_name": one.display_name or None,
        "parent_her_id": one.parent_her_id,
        "parent_name": one.parent_name or None,
        "parent_organization_number": one.parent_organization_number or None,
        "parent_business_type": one.parent_business_type or None,
        "organization_number": one.organization_number or None,
        "business_type": one.business_type or None,
        "municipality_number": one.municipality_number or None,
        "municipality_name": one.municipality_name or None,
        "service_type": (
            {"code_list": service.code_list, "code": service.code, "text": service.text}
            if service
            else None
        ),
        "active": one.active,
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "location_description": one.location_description or None,
        "description": one.description or None,
        "coverage": [
            {
                "her_id": area.her_id,
                "organization_number": area.organization_number or None,
                "name": area.name or None,
            }
            for area in one.coverage
        ],
        "postal_addresses": [
            {
                "type": address.kind,
                "street": address.street,
                "postbox": address.postbox,
                "postal_code": address.postal_code,
                "city": address.city,
            }
            for address in one.postal_addresses
        ],
        "electronic_addresses": [
            {"type": address.kind, "address": address.address, "inherited": address.inherited}
            for address in one.electronic_addresses
        ],
        "last_changed": one.last_changed,
    }


def order_row(row: OrderRow) -> Document:
    """A line of the queue."""
    return {
        "reference": row.reference,
        "status": row.status.value,
        "kind": row.kind.value,
        "scheme": row.scheme.value,
        "municipality_number": row.municipality_number,
        "municipality_name": row.municipality_name,
        "organization_number": row.organization_number,
        "her_id": her_id(row.her_id),
        "category": row.category,
        "form": row.form,
        "vendor": row.vendor,
        "external_reference": row.external_reference,
        "received_at": row.received_at,
        "outcome": row.outcome.value if row.outcome else None,
        "holder": row.holder or None,
        "deadline": row.deadline,
        "is_answer": row.is_answer,
    }


def order(one: Order) -> Document:
    """An order's own fields, normalised."""
    return {
        "reference": one.reference,
        "status": one.status.value,
        "kind": one.kind.value,
        "scheme": one.scheme.value,
        "municipality_number": one.municipality_number,
        "municipality_name": one.municipality_name,
        "organization_number": one.organization_number,
        "her_id": her_id(one.her_id),
        "category": one.category,
        "form": one.form,
        "vendor": one.vendor,
        "system": one.system,
        "language": one.language,
        "contact": {
            "name": one.contact.name,
            "email": one.contact.email,
            "phone": one.contact.phone,
            "role": one.contact.role,
        },
        "had_interim_solution": one.had_interim_solution,
        "desired_from": one.desired_from,
        "comment": one.comment,
        "external_reference": one.external_reference,
        "submitted_at": one.submitted_at,
        "received_at": one.received_at,
        "outcome": one.outcome.value if one.outcome else None,
        "as_sent": dict(one.as_sent),
        "unknown_columns": dict(one.extras),
        "masked": dict(one.masked),
    }


def odd_signs(one: Order) -> list[Document]:
    """The signs of an order, as it was sent, that are not what they look like."""
    return [
        {
            "field": field,
            "sign": sign.code,
            "name": sign.name,
            "position": sign.position,
            "kind": sign.kind,
        }
        for field, signs in odd_signs_by_field({**one.as_sent, **one.extras}).items()
        for sign in signs
    ]


def finding(one: Finding, language: Language) -> Document:
    """A finding with its evidence and suggestions."""
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "field": one.field,
        "message": one.phrase.text(language),
        "evidence": dict(one.evidence),
        "suggestions": [
            {
                "her_id": suggestion.her_id,
                "name": suggestion.label,
                "reasons": [reason.text(language) for reason in suggestion.reasons],
            }
            for suggestion in one.suggestions
        ],
    }


def verified(one: VerifiedOrder, language: Language) -> Document:
    """The verdict on an order."""
    return {
        "reference": one.reference,
        "outcome": one.outcome.value,
        "findings": [finding(found, language) for found in one.findings],
    }


def decision(one: DecisionRecord) -> Document:
    """A decision as it was made."""
    return {
        "id": one.id,
        "kind": one.kind.value,
        "by": one.by,
        "at": one.at,
        "reason": one.reason,
        "overrides": dict(one.overrides),
        "from": one.status_before.value,
        "to": one.status_after.value,
        "current": one.current,
        "taken_back": one.taken_back,
    }


def configuration(one: Configuration, municipality_name: str = "") -> Document:
    """A configuration, current or past."""
    return {
        "municipality_number": one.key.municipality_number,
        "municipality_name": municipality_name,
        "her_id": one.key.her_id,
        "category": one.key.category,
        "scheme": one.scheme.value,
        "form": one.form,
        "vendor": one.vendor,
        "system": one.system,
        "valid_from": one.valid_from,
        "order": one.order_reference or None,
        "current": one.current,
        "created_at": one.created_at,
        "ended_at": one.ended_at,
        "ended_by": one.ended_by or None,
        "ended_reason": one.ended_reason or None,
    }


def configuration_row(row: ConfigurationRow) -> Document:
    """A configuration with its municipality's name."""
    return configuration(row.configuration, row.municipality_name)


def proposal(one: Proposal) -> Document:
    """What becomes of a configuration if the order is approved."""
    return {
        "action": one.action.value,
        "municipality_number": one.key.municipality_number,
        "her_id": one.key.her_id,
        "category": one.key.category,
        "after": configuration(one.after) if one.after else None,
        "before": configuration(one.before) if one.before else None,
    }


def case(one: Case, language: Language) -> Document:
    """All that a review of one order needs."""
    return {
        **order(one.order),
        "municipality_name": one.municipality_title,
        "holder": one.holder or None,
        "verified": one.verified,
        "snapshot": snapshot(one.findings_snapshot) if one.findings_snapshot else None,
        "odd_signs": odd_signs(one.order),
        "findings": [finding(found, language) for found in one.findings],
        "decisions": [decision(made) for made in one.decisions],
        "configuration": proposal(one.proposal) if one.proposal else None,
        "source": {
            "sha256": one.order.source_sha256,
            "name": one.order.source_name,
            "fields": dict(one.order.places),
            "has_personal_number": one.source_has_personal_number,
        },
        "actions": sorted(action.value for action in one.actions),
        **correspondence(one.correspondence),
    }


def event(one: AuditEvent) -> Document:
    """An entry of the log."""
    return {
        "seq": one.seq,
        "at": one.at,
        "by": one.by,
        "action": one.action,
        "subject": one.subject,
        "details": dict(one.details),
        "hash": one.hash,
    }


def import_report(report: ImportReport, language: Language) -> Document:
    """What became of imported files."""
    return {
        "files": [
            {
                "path": file.path,
                "sha256": file.sha256,
                "format": file.format,
                "outcome": file.outcome,
                "orders": list(file.orders),
                "problems": [problem(found, language) for found in file.problems],
            }
            for file in report.files
        ],
        "accepted": report.accepted,
        "refused": report.refused,
        "duplicates": report.duplicates,
    }

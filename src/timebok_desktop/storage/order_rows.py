"""Orders and findings between the store's rows and the domain's objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Severity, Status
from timebok_desktop.domain.findings import EvidenceValue, Finding, Suggestion
from timebok_desktop.domain.order import Contact, Order, waiting_since
from timebok_desktop.services.ports_store import OrderKeys, StoredOrder
from timebok_desktop.services.views import OrderRow
from timebok_desktop.storage.values import (
    compact,
    iso,
    moment,
    moment_text,
    optional_date,
    optional_moment,
    said,
)

_PLAIN = (
    "reference",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "had_interim_solution",
    "language",
    "comment",
    "external_reference",
    "source_sha256",
    "source_name",
)
ROW_COLUMNS = (
    "id, reference, status, kind, scheme, municipality_number, municipality_title,"
    " organization_number, her_id, category, form, vendor, external_reference, received_at,"
    " submitted_at, outcome, holder"
)


def order_values(order: Order, keys: OrderKeys) -> dict[str, object]:
    """The columns of an order, without its place in the queue."""
    return {
        **{name: getattr(order, name) for name in _PLAIN},
        "status": order.status.value,
        "outcome": order.outcome.value if order.outcome else None,
        "kind": order.kind.value,
        "scheme": order.scheme.value,
        "contact_name": order.contact.name,
        "contact_email": order.contact.email,
        "contact_phone": order.contact.phone,
        "contact_role": order.contact.role,
        "desired_from": iso(order.desired_from),
        "submitted_at": iso(order.submitted_at),
        "received_at": moment_text(order.received_at),
        "as_sent": compact(order.as_sent),
        "places": compact(order.places),
        "extras": compact(order.extras),
        "masked": compact(order.masked),
        "municipality_key": keys.municipality,
        "municipality_title": keys.municipality_title,
        "category_key": keys.category,
        "her_id_number": keys.her_id,
    }


def stored_order(row: Mapping[Any, Any]) -> StoredOrder:
    """An order with its place in the store."""
    order = Order(
        **{name: row[name] for name in _PLAIN},
        kind=Kind(row["kind"]),
        scheme=Scheme(row["scheme"]),
        contact=Contact(
            row["contact_name"], row["contact_email"], row["contact_phone"], row["contact_role"]
        ),
        desired_from=optional_date(row["desired_from"]),
        submitted_at=optional_moment(row["submitted_at"]),
        received_at=moment(row["received_at"]),
        status=Status(row["status"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        as_sent=json.loads(row["as_sent"]),
        places=json.loads(row["places"]),
        extras=json.loads(row["extras"]),
        masked=json.loads(row["masked"]),
    )
    keys = OrderKeys(
        municipality=row["municipality_key"],
        municipality_title=row["municipality_title"],
        category=row["category_key"],
        her_id=row["her_id_number"],
        search_text="",
    )
    return StoredOrder(
        id=row["id"],
        order=order,
        holder=row["holder"],
        keys=keys,
        snapshot_id=row["snapshot_id"],
        snapshot_revision=row["snapshot_revision"],
    )


def order_row(row: Mapping[Any, Any], rules: tuple[str, ...]) -> OrderRow:
    """A line of the queue."""
    received_at = moment(row["received_at"])
    return OrderRow(
        id=row["id"],
        reference=row["reference"],
        status=Status(row["status"]),
        kind=Kind(row["kind"]),
        scheme=Scheme(row["scheme"]),
        municipality_number=row["municipality_number"],
        municipality_name=row["municipality_title"],
        organization_number=row["organization_number"],
        her_id=row["her_id"],
        category=row["category"],
        form=row["form"],
        vendor=row["vendor"],
        external_reference=row["external_reference"],
        received_at=received_at,
        waiting_since=waiting_since(optional_moment(row["submitted_at"]), received_at),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        holder=row["holder"],
        rules=rules,
    )


def finding_values(order_id: int, position: int, finding: Finding) -> dict[str, object]:
    """The columns of a finding, its words filled in: what the caseworker was shown."""
    return {
        "order_id": order_id,
        "position": position,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "field": finding.field,
        "text_nb": finding.phrase.text("nb"),
        "text_nn": finding.phrase.text("nn"),
        "evidence": compact(finding.evidence),
        "suggestions": compact(
            [
                {
                    "her_id": suggestion.her_id,
                    "label": suggestion.label,
                    "reasons": [[r.text("nb"), r.text("nn")] for r in suggestion.reasons],
                }
                for suggestion in finding.suggestions
            ]
        ),
    }


def finding(row: Mapping[Any, Any]) -> Finding:
    """A finding as it was shown."""
    evidence: dict[str, EvidenceValue] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(row["evidence"]).items()
    }
    return Finding(
        rule=row["rule"],
        severity=Severity(row["severity"]),
        field=row["field"],
        phrase=said(row["text_nb"], row["text_nn"]),
        evidence=evidence,
        suggestions=tuple(
            Suggestion(
                her_id=suggestion["her_id"],
                label=suggestion["label"],
                reasons=tuple(said(nb, nn) for nb, nn in suggestion["reasons"]),
            )
            for suggestion in json.loads(row["suggestions"])
        ),
    )

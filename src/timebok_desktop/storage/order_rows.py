"""Orders between the store's rows and the domain's objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Status
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.order import Contact, Order
from timebok_desktop.services.ports_orders import PREPARED_FIELDS, OrderKeys, StoredOrder
from timebok_desktop.services.prepared import prepared_of
from timebok_desktop.services.sent import as_sent_of
from timebok_desktop.storage.values import (
    hours,
    microseconds,
    moment_of_microseconds,
    optional_date,
    optional_moment,
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
    "language",
    "comment",
    "external_reference",
)
_ELSEWHERE = frozenset({"place_suffixes", "search_text", "own_rules"})
SELECT_STORED = (
    "SELECT orders.*, place_layout.suffixes, imported_file.sha256, imported_file.name AS file_name"
    " FROM orders JOIN place_layout ON place_layout.id = layout_id"
    " LEFT JOIN imported_file ON imported_file.id = source_id"
)


def changed_values(stored: StoredOrder) -> dict[str, object]:
    """The columns of an order that may change, but for what verification says of it."""
    order = stored.order
    prepared = dict(zip(PREPARED_FIELDS, prepared_of(order, stored.keys, None), strict=True))
    return {
        **{name: value for name, value in prepared.items() if name not in _ELSEWHERE},
        "status": order.status.value,
        "holder": stored.holder,
        "holder_key": squeezed(stored.holder),
        "waiting_hour": hours(order.waiting_since),
        "received_us": microseconds(order.received_at),
    }


def stored_order(row: Mapping[Any, Any], snapshot: tuple[int | None, int | None]) -> StoredOrder:
    """An order with its place in the store; `snapshot` is the one of all that name no other."""
    interim = row["had_interim_solution"]
    order = Order(
        **{name: row[name] for name in _PLAIN},
        kind=Kind(row["kind"]),
        scheme=Scheme(row["scheme"]),
        contact=Contact(
            row["contact_name"], row["contact_email"], row["contact_phone"], row["contact_role"]
        ),
        had_interim_solution=None if interim is None else bool(interim),
        desired_from=optional_date(row["desired_from"]),
        submitted_at=optional_moment(row["submitted_at"]),
        received_at=moment_of_microseconds(row["received_us"]),
        status=Status(row["status"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        places={
            name: row["place_prefix"] + suffix
            for name, suffix in json.loads(row["suffixes"]).items()
        },
        extras=json.loads(row["extras"]),
        masked=json.loads(row["masked"]),
        source_sha256=row["sha256"] or "",
        source_name=row["file_name"] or "",
    )
    own = row["snapshot_id"] is not None or row["rules"] is None
    snapshot_id, revision = (row["snapshot_id"], row["snapshot_revision"]) if own else snapshot
    return StoredOrder(
        id=row["id"],
        order=replace(order, as_sent=as_sent_of(order, json.loads(row["sent"]))),
        holder=row["holder"],
        keys=OrderKeys(
            municipality=row["municipality_key"],
            municipality_title=row["municipality_title"] or row["municipality_name"],
            category=row["category_key"],
            her_id=row["her_id_number"] or None,
            search_text="",
        ),
        snapshot_id=snapshot_id,
        snapshot_revision=revision,
        rules=row["rules"],
    )

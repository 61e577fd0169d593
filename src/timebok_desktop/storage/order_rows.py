"""Orders between the store's rows and the domain's objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Status
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.order import FIELDS, Contact, Order, SentValue
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
SENT = "CASE sent WHEN '' THEN (SELECT text FROM sent_form WHERE id = sent_form_id) ELSE sent END"
"""How an order was sent (`services.sent`)."""
SELECT_STORED = (
    f"SELECT orders.*, {SENT} AS sent_as, place_layout.suffixes, imported_file.sha256,"
    " imported_file.name AS file_name"
    " FROM orders JOIN place_layout ON place_layout.id = layout_id"
    " LEFT JOIN imported_file ON imported_file.id = source_id"
)


def changed_values(stored: StoredOrder) -> dict[str, object]:
    """The columns of an order that may change, but for what verification says of it."""
    order = stored.order
    prepared = dict(zip(PREPARED_FIELDS, prepared_of(order, stored.keys, None), strict=True))
    return {
        **{name: value for name, value in prepared.items() if name not in _ELSEWHERE},
        "sent_form_id": None,
        "status": order.status.value,
        "holder": stored.holder,
        "holder_key": squeezed(stored.holder),
        "waiting_hour": hours(order.waiting_since),
        "received_us": microseconds(order.received_at),
    }


def stored_order(row: Mapping[str, Any], snapshot: tuple[int | None, int | None]) -> StoredOrder:
    """An order with its place in the store; `snapshot` is the one of all that name no other."""
    interim = None if row["had_interim_solution"] is None else bool(row["had_interim_solution"])
    prefix = row["place_prefix"]
    order = Order(
        **{name: row[name] for name in _PLAIN},
        kind=Kind(row["kind"]),
        scheme=Scheme(row["scheme"]),
        contact=Contact(
            row["contact_name"], row["contact_email"], row["contact_phone"], row["contact_role"]
        ),
        had_interim_solution=interim,
        desired_from=optional_date(row["desired_from"]),
        submitted_at=optional_moment(row["submitted_at"]),
        received_at=moment_of_microseconds(row["received_us"]),
        status=Status(row["status"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        as_sent=_as_sent(row, interim),
        places={name: prefix + suffix for name, suffix in _suffixes(row["suffixes"])},
        extras=_read(row["extras"]),
        masked=_read(row["masked"]),
        source_sha256=row["sha256"] or "",
        source_name=row["file_name"] or "",
    )
    own = row["snapshot_id"] is not None or row["rules"] is None
    snapshot_id, revision = (row["snapshot_id"], row["snapshot_revision"]) if own else snapshot
    return StoredOrder(
        id=row["id"],
        order=order,
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


def _as_sent(row: Mapping[str, Any], interim: bool | None) -> dict[str, SentValue]:  # noqa: FBT001
    """The columns are the ordinary form of their values."""
    values = {**{name: row[name] for name in FIELDS}, "had_interim_solution": interim}
    ordinary = {name: value for name, value in values.items() if value not in ("", None)}
    return as_sent_of(ordinary, _read(row["sent_as"]))


@lru_cache(maxsize=4096)
def _suffixes(text: str) -> tuple[tuple[str, str], ...]:
    """The places of a layout; few orders have one of their own."""
    return tuple(_read(text).items())


def _read(text: str) -> dict[str, Any]:
    """A JSON object; most are empty."""
    return json.loads(text) if text != "{}" else {}

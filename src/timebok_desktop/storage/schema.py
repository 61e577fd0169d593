"""The tables of the store. Migrations build them; a test compares both.

Full-text tables and triggers, which metadata cannot say, stand in the migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from timebok_desktop.storage import (
    schema_approvals,
    schema_correspondence,
    schema_derived,
    schema_own_views,
    schema_retention,
    schema_seen,
)
from timebok_desktop.storage.schema_base import metadata

__all__ = [
    "metadata",
    "schema_approvals",
    "schema_correspondence",
    "schema_derived",
    "schema_own_views",
    "schema_retention",
    "schema_seen",
]

STATUS_PLACE = (
    "CASE status WHEN 'received' THEN 0 WHEN 'in_review' THEN 1"
    " WHEN 'awaiting_information' THEN 2 WHEN 'on_hold' THEN 3"
    " WHEN 'awaiting_second_approval' THEN 4 WHEN 'approved' THEN 5 WHEN 'exported' THEN 6"
    " WHEN 'export_failed' THEN 7 WHEN 'acknowledged' THEN 8 WHEN 'rejected' THEN 9"
    " WHEN 'withdrawn' THEN 10 ELSE 11 END"
)
"""The place of a status in `domain.codes.Status`."""
OUTCOME_PLACE = (
    "CASE outcome WHEN 'stopped' THEN 1 WHEN 'warnings' THEN 2 WHEN 'clear' THEN 3 ELSE 9 END"
)
"""The heaviest first, what is not verified last."""
CATEGORY_CODE = "coalesce(nullif(category_key, ''), category)"
"""The category's code, or what was sent where that is no category."""
UTC_DAY = 'substr("at", 1, 10)'
IS_VIA = "scheme = 'via-practitioner'"

imported_file = Table(
    "imported_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("format", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("imported_at", String, nullable=False),
    Column("imported_by", String, nullable=False),
    Column("has_personal_number", Boolean, nullable=False),
    Column("audit_seq", Integer),
    Index("ix_imported_file_imported_at", "imported_at"),
)

place_layout = Table(
    "place_layout",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("suffixes", Text, nullable=False, unique=True),
)

sent_form = Table(
    "sent_form",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", Text, nullable=False, unique=True),
)
"""What many orders have in common of how they were sent (`orders.sent`); no contact data."""

orders = Table(
    "orders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reference", String, nullable=False, unique=True),
    Column("status", String, nullable=False),
    Column("outcome", String),
    Column("rules", Integer),
    Column("own_rules", Integer),
    Column("desk_rules", Integer, nullable=False, server_default=text("0")),
    Column("snapshot_id", Integer, ForeignKey("snapshot.id")),
    Column("snapshot_revision", Integer),
    Column("holder", String, nullable=False, server_default=""),
    Column("holder_key", String, nullable=False, server_default=""),
    Column("received_us", Integer, nullable=False),
    Column("waiting_hour", Integer, nullable=False),
    Column("source_id", Integer, ForeignKey("imported_file.id")),
    Column("kind", String, nullable=False),
    Column("scheme", String, nullable=False),
    Column("municipality_number", String, nullable=False),
    Column("municipality_name", String, nullable=False),
    Column("organization_number", String, nullable=False),
    Column("her_id", String, nullable=False),
    Column("category", String, nullable=False),
    Column("form", String, nullable=False),
    Column("vendor", String, nullable=False),
    Column("system", String, nullable=False),
    Column("contact_name", String, nullable=False),
    Column("contact_email", String, nullable=False),
    Column("contact_phone", String, nullable=False),
    Column("contact_role", String, nullable=False),
    Column("had_interim_solution", Boolean),
    Column("desired_from", String),
    Column("language", String, nullable=False),
    Column("comment", Text, nullable=False),
    Column("external_reference", String, nullable=False),
    Column("submitted_at", String),
    Column("sent", Text, nullable=False),
    Column("place_prefix", String, nullable=False),
    Column("layout_id", Integer, ForeignKey("place_layout.id"), nullable=False),
    Column("extras", Text, nullable=False),
    Column("masked", Text, nullable=False),
    Column("municipality_key", String, nullable=False),
    Column("municipality_title", String, nullable=False),
    Column("category_key", String, nullable=False),
    Column("her_id_number", Integer, nullable=False),
    Column("is_answer", Boolean),
    Column("urgency", Integer, nullable=False, server_default=text("281474976710655")),
    Column("handed_at", String),
    Column("sent_form_id", Integer),
    Column("status_place", Integer, Computed(STATUS_PLACE, persisted=False)),
    Column("outcome_place", Integer, Computed(OUTCOME_PLACE, persisted=False)),
    Column("category_code", String, Computed(CATEGORY_CODE, persisted=False)),
    Column("is_via_practitioner", Boolean, Computed(IS_VIA, persisted=False)),
    Index("ix_orders_status_place", "status_place"),
    Index("ix_orders_outcome_place", "outcome_place"),
    Index("ix_orders_municipality_number", "municipality_number"),
    Index(
        "ix_orders_municipality_key",
        "municipality_key",
        sqlite_where=text("municipality_key <> municipality_number"),
    ),
    Index("ix_orders_category_code", "category_code"),
    Index("ix_orders_her_id_number", "her_id_number"),
    Index(
        "ix_orders_judged",
        "her_id_number",
        "category_code",
        "status_place",
        "municipality_key",
        "organization_number",
        "is_via_practitioner",
        "kind",
        "own_rules",
        "desk_rules",
        "rules",
    ),
    Index("ix_orders_holder_key", "holder_key"),
    Index("ix_orders_rules", "rules"),
    Index("ix_orders_source_id", "source_id"),
    Index("ix_orders_waiting_hour", "waiting_hour"),
    Index("ix_orders_urgency", "urgency"),
    Index(
        "ix_orders_oldest",
        "municipality_key",
        "waiting_hour",
        sqlite_where=text("status_place <= 4"),
    ),
    Index(
        "ix_orders_external_reference",
        "external_reference",
        sqlite_where=text("status = 'awaiting_information'"),
    ),
    Index(
        "ix_orders_snapshot_id",
        "snapshot_id",
        sqlite_where=text("snapshot_id IS NOT NULL AND (status_place <= 5 OR status_place = 7)"),
    ),
)
"""`rules`, `own_rules` and `desk_rules` are verdicts (`domain.rules.verdict`): of all rules as last
verified (NULL: never), of those that look at the order and the tables (NULL: to be worked out
again), and of those that look at other orders and configurations. The snapshot that `rules` rests
on is the one of `standing`, but for orders that name another. `received_us` is in microseconds and
`waiting_hour` in hours since 1970 (UTC); `her_id_number` is 0 where the HER-id cannot be one;
`municipality_title` is "" where it is the name that was sent; `sent` is "" where it is the text of
`sent_form_id`; `urgency` is the key of `domain.urgency`; `handed_at` is when somebody last got the
order without deciding about it. `ix_orders_judged` holds all that a verdict on many orders looks
at, in the order of the parties."""

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.id"), nullable=False),
    Column("kind", String, nullable=False),
    Column("by", String, nullable=False),
    Column("by_key", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("overrides", Text, nullable=False),
    Column("status_before", String, nullable=False),
    Column("status_after", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("takes_back", Integer, ForeignKey("decision.id")),
    Column("previous", Integer, ForeignKey("decision.id")),
    Column("is_current", Boolean, nullable=False),
    Column("is_standing", Boolean, nullable=False),
    Column("is_taken_back", Boolean, nullable=False),
    Column("statement_id", Integer),
    Column("signed_with", String),
    Column("evidence", String),
    Column("day", String, Computed(UTC_DAY, persisted=False)),
    Index("ix_decision_order_id", "order_id", "id"),
    Index("ix_decision_day", "day"),
    Index(
        "uq_decision_current",
        "order_id",
        unique=True,
        sqlite_where=text("is_current = 1"),
    ),
    Index(
        "uq_decision_four_eyes",
        "order_id",
        "by_key",
        unique=True,
        sqlite_where=text("kind = 'approve' AND is_standing = 1"),
    ),
    Index(
        "uq_decision_two_keys",
        "order_id",
        "signed_with",
        unique=True,
        sqlite_where=text("kind = 'approve' AND is_standing = 1 AND signed_with IS NOT NULL"),
    ),
)
"""`statement_id`, `signed_with` (a key's thumbprint) and `evidence` (`services.shown`) are of
approvals; those from before there were keys have none."""

configuration = Table(
    "configuration",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("municipality_number", String, nullable=False),
    Column("her_id", Integer, nullable=False),
    Column("category", String, nullable=False),
    Column("scheme", String, nullable=False),
    Column("form", String, nullable=False),
    Column("vendor", String, nullable=False),
    Column("system", String, nullable=False),
    Column("valid_from", String),
    Column("order_reference", String, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("created_at", String, nullable=False),
    Column("ended_at", String),
    Column("ended_by", String, nullable=False),
    Column("ended_reason", String, nullable=False),
    Index(
        "uq_configuration_current",
        "municipality_number",
        "her_id",
        "category",
        unique=True,
        sqlite_where=text("is_current = 1"),
    ),
    Index("ix_configuration_her_id_category", "her_id", "category"),
    Index("ix_configuration_order_reference", "order_reference"),
    Index("ix_configuration_ended_by", "ended_by", sqlite_where=text("ended_by <> ''")),
)

snapshot = Table(
    "snapshot",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("taken_at", String, nullable=False),
    Column("last_event_id", Integer),
    Column("parties", Integer, nullable=False),
    Column("sha256", String, nullable=False),
    Column("includes_deactivated", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("imported_at", String, nullable=False),
    Column("source_name", String, nullable=False),
    Index("uq_snapshot_current", "is_current", unique=True, sqlite_where=text("is_current = 1")),
)

party = Table(
    "party",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("snapshot_id", Integer, ForeignKey("snapshot.id"), nullable=False),
    Column("her_id", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("name", String, nullable=False),
    Column("display_name", String, nullable=False),
    Column("parent_her_id", Integer),
    Column("parent_name", String, nullable=False),
    Column("parent_organization_number", String, nullable=False),
    Column("parent_business_type", String, nullable=False),
    Column("organization_number", String, nullable=False),
    Column("business_type", String, nullable=False),
    Column("municipality_number", String, nullable=False),
    Column("municipality_name", String, nullable=False),
    Column("service_code_list", String),
    Column("service_code", String),
    Column("service_text", String),
    Column("active", Boolean),
    Column("valid_from", String),
    Column("valid_to", String),
    Column("location_description", String, nullable=False),
    Column("description", String, nullable=False),
    Column("coverage", Text, nullable=False),
    Column("postal_addresses", Text, nullable=False),
    Column("electronic_addresses", Text, nullable=False),
    Column("last_changed", String),
    Column("first_day", String),
    Column("last_day", String),
    Index("uq_party_snapshot_id_her_id", "snapshot_id", "her_id", unique=True),
    Index("ix_party_snapshot_id_parent_her_id", "snapshot_id", "parent_her_id"),
    Index("ix_party_snapshot_id_organization_number", "snapshot_id", "organization_number"),
    Index(
        "ix_party_snapshot_id_parent_organization_number",
        "snapshot_id",
        "parent_organization_number",
    ),
    Index("ix_party_snapshot_id_municipality_number", "snapshot_id", "municipality_number"),
)

audit_event = Table(
    "audit_event",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("details", Text, nullable=False),
    Column("previous_hash", String, nullable=False),
    Column("hash", String, nullable=False),
    Index("ix_audit_event_subject", "subject", "seq"),
)

package = Table(
    "package",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("uuid", String, nullable=False, unique=True),
    Column("previous_sha256", String, nullable=False),
    Column("created", String, nullable=False),
    Column("by", String, nullable=False),
    Column("full", Boolean, nullable=False),
    Column("audit_head", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("path", String, nullable=False),
    Column("configurations", Integer, nullable=False),
    Column("audit_sequence", Integer),
)

package_order = Table(
    "package_order",
    metadata,
    Column("sequence", Integer, ForeignKey("package.sequence"), primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.id"), primary_key=True),
    Column("receipt", String),
    Column("message", Text),
    Column("receipt_at", String),
    Index("ix_package_order_order_id", "order_id"),
    Index(
        "ix_package_order_receipt_at",
        "receipt_at",
        sqlite_where=text("receipt IS NOT NULL"),
    ),
)

reference_table = Table(
    "reference_table",
    metadata,
    Column("name", String, primary_key=True),
    Column("rows", Text, nullable=False),
    Column("version", Integer, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

"""First form of the store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BEYOND = (
    (
        "CREATE VIRTUAL TABLE order_search USING fts5(words, content='', contentless_delete=1,"
        " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    ),
    (
        "CREATE VIRTUAL TABLE party_search USING fts5(words, content='', contentless_delete=1,"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    ),
    (
        "CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN"
        " SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN"
        " SELECT RAISE(ABORT, 'the audit log is append-only'); END"
    ),
    (
        "CREATE TRIGGER audit_event_in_sequence BEFORE INSERT ON audit_event WHEN NEW.seq <>"
        " (SELECT coalesce(max(seq), 0) + 1 FROM audit_event) BEGIN"
        " SELECT RAISE(ABORT, 'the audit log has no gaps'); END"
    ),
)
_BEYOND_DOWN = (
    "DROP TABLE order_search",
    "DROP TABLE party_search",
    "DROP TRIGGER audit_event_no_update",
    "DROP TRIGGER audit_event_no_delete",
    "DROP TRIGGER audit_event_in_sequence",
)

_TABLES = (
    "package_order",
    "finding",
    "decision",
    "party",
    "orders",
    "snapshot",
    "reference_table",
    "package",
    "imported_file",
    "counter",
    "configuration",
    "audit_event",
)


def upgrade() -> None:
    op.create_table(
        "audit_event",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous_hash", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_event")),
    )
    op.create_index("ix_audit_event_subject", "audit_event", ["subject", "seq"], unique=False)

    op.create_table(
        "configuration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality_number", sa.String(), nullable=False),
        sa.Column("her_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("valid_from", sa.String(), nullable=True),
        sa.Column("order_reference", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("ended_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_configuration")),
    )
    op.create_index(
        "ix_configuration_her_id_category", "configuration", ["her_id", "category"], unique=False
    )
    op.create_index(
        "ix_configuration_order_reference", "configuration", ["order_reference"], unique=False
    )
    op.create_index(
        "uq_configuration_current",
        "configuration",
        ["municipality_number", "her_id", "category"],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
    )

    op.create_table(
        "counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "imported_file",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("imported_at", sa.String(), nullable=False),
        sa.Column("imported_by", sa.String(), nullable=False),
        sa.Column("has_personal_number", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_imported_file")),
    )
    op.create_table(
        "package",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(), nullable=False),
        sa.Column("previous_sha256", sa.String(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("full", sa.Boolean(), nullable=False),
        sa.Column("audit_head", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("configurations", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_package")),
        sa.UniqueConstraint("uuid", name=op.f("uq_package_uuid")),
    )
    op.create_table(
        "reference_table",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_reference_table")),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.String(), nullable=False),
        sa.Column("last_event_id", sa.Integer(), nullable=True),
        sa.Column("parties", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("includes_deactivated", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("imported_at", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
    )
    op.create_index(
        "uq_snapshot_current",
        "snapshot",
        ["is_current"],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
    )

    op.create_table(
        "orders",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("municipality_number", sa.String(), nullable=False),
        sa.Column("municipality_name", sa.String(), nullable=False),
        sa.Column("municipality_key", sa.String(), nullable=False),
        sa.Column("municipality_title", sa.String(), nullable=False),
        sa.Column("organization_number", sa.String(), nullable=False),
        sa.Column("her_id", sa.String(), nullable=False),
        sa.Column("her_id_number", sa.Integer(), nullable=True),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("category_key", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("vendor", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_email", sa.String(), nullable=False),
        sa.Column("contact_phone", sa.String(), nullable=False),
        sa.Column("contact_role", sa.String(), nullable=False),
        sa.Column("had_interim_solution", sa.Boolean(), nullable=True),
        sa.Column("desired_from", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("external_reference", sa.String(), nullable=False),
        sa.Column("submitted_at", sa.String(), nullable=True),
        sa.Column("received_at", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), server_default="", nullable=False),
        sa.Column("holder_key", sa.String(), server_default="", nullable=False),
        sa.Column("as_sent", sa.Text(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("extras", sa.Text(), nullable=False),
        sa.Column("masked", sa.Text(), nullable=False),
        sa.Column("source_sha256", sa.String(), nullable=False),
        sa.Column("source_name", sa.String(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=True),
        sa.Column("snapshot_revision", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_orders_snapshot_id_snapshot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("reference", name=op.f("uq_orders_reference")),
    )
    op.create_index("ix_orders_external_reference", "orders", ["external_reference"], unique=False)
    op.create_index(
        "ix_orders_her_id_number_category_key",
        "orders",
        ["her_id_number", "category_key"],
        unique=False,
    )
    op.create_index("ix_orders_holder_key_status", "orders", ["holder_key", "status"], unique=False)
    op.create_index(
        "ix_orders_municipality_key", "orders", ["municipality_key", "id"], unique=False
    )
    op.create_index("ix_orders_received_at", "orders", ["received_at", "id"], unique=False)
    op.create_index(
        "ix_orders_status_received_at", "orders", ["status", "received_at", "id"], unique=False
    )

    op.create_table(
        "party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("her_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column("parent_her_id", sa.Integer(), nullable=True),
        sa.Column("parent_name", sa.String(), nullable=False),
        sa.Column("parent_organization_number", sa.String(), nullable=False),
        sa.Column("parent_business_type", sa.String(), nullable=False),
        sa.Column("organization_number", sa.String(), nullable=False),
        sa.Column("business_type", sa.String(), nullable=False),
        sa.Column("municipality_number", sa.String(), nullable=False),
        sa.Column("municipality_name", sa.String(), nullable=False),
        sa.Column("service_code_list", sa.String(), nullable=True),
        sa.Column("service_code", sa.String(), nullable=True),
        sa.Column("service_text", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=True),
        sa.Column("valid_from", sa.String(), nullable=True),
        sa.Column("valid_to", sa.String(), nullable=True),
        sa.Column("location_description", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("coverage", sa.Text(), nullable=False),
        sa.Column("postal_addresses", sa.Text(), nullable=False),
        sa.Column("electronic_addresses", sa.Text(), nullable=False),
        sa.Column("last_changed", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_party_snapshot_id_snapshot")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(
        "ix_party_snapshot_id_municipality_number",
        "party",
        ["snapshot_id", "municipality_number"],
        unique=False,
    )
    op.create_index(
        "ix_party_snapshot_id_organization_number",
        "party",
        ["snapshot_id", "organization_number"],
        unique=False,
    )
    op.create_index(
        "ix_party_snapshot_id_parent_her_id",
        "party",
        ["snapshot_id", "parent_her_id"],
        unique=False,
    )
    op.create_index(
        "ix_party_snapshot_id_parent_organization_number",
        "party",
        ["snapshot_id", "parent_organization_number"],
        unique=False,
    )
    op.create_index("uq_party_snapshot_id_her_id", "party", ["snapshot_id", "her_id"], unique=True)

    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("by_key", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("overrides", sa.Text(), nullable=False),
        sa.Column("status_before", sa.String(), nullable=False),
        sa.Column("status_after", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("takes_back", sa.Integer(), nullable=True),
        sa.Column("previous", sa.Integer(), nullable=True),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("is_standing", sa.Boolean(), nullable=False),
        sa.Column("is_taken_back", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_decision_order_id_orders")
        ),
        sa.ForeignKeyConstraint(
            ["previous"], ["decision.id"], name=op.f("fk_decision_previous_decision")
        ),
        sa.ForeignKeyConstraint(
            ["takes_back"], ["decision.id"], name=op.f("fk_decision_takes_back_decision")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index("ix_decision_order_id", "decision", ["order_id", "id"], unique=False)
    op.create_index(
        "uq_decision_current",
        "decision",
        ["order_id"],
        unique=True,
        sqlite_where=sa.text("is_current = 1"),
    )
    op.create_index(
        "uq_decision_four_eyes",
        "decision",
        ["order_id", "by_key"],
        unique=True,
        sqlite_where=sa.text("kind = 'approve' AND is_standing = 1"),
    )

    op.create_table(
        "finding",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("text_nb", sa.Text(), nullable=False),
        sa.Column("text_nn", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("suggestions", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_finding_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("order_id", "position", name=op.f("pk_finding")),
    )
    op.create_index("ix_finding_rule", "finding", ["rule"], unique=False)

    op.create_table(
        "package_order",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("receipt_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_package_order_order_id_orders")
        ),
        sa.ForeignKeyConstraint(
            ["sequence"], ["package.sequence"], name=op.f("fk_package_order_sequence_package")
        ),
        sa.PrimaryKeyConstraint("sequence", "order_id", name=op.f("pk_package_order")),
    )
    op.create_index("ix_package_order_order_id", "package_order", ["order_id"], unique=False)

    for statement in _BEYOND:
        op.execute(statement)


def downgrade() -> None:
    for statement in reversed(_BEYOND_DOWN):
        op.execute(statement)
    for table in _TABLES:
        op.drop_table(table)

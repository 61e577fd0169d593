"""Letters, notes, drafts, and which order answers which.

Answers that came before are found again in the log.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = ("order_answer", "draft", "note", "letter")
_ANSWERS_BEFORE = (
    "INSERT OR IGNORE INTO order_answer(waiting_id, answer_id)"
    " SELECT waiting.id, answer.id FROM audit_event"
    " JOIN orders waiting ON waiting.reference = audit_event.subject"
    " JOIN orders answer ON answer.reference = json_extract(audit_event.details, '$.by')"
    " WHERE audit_event.action = 'superseded' ORDER BY audit_event.seq DESC"
)


def upgrade() -> None:
    _make_letters_and_notes()
    op.create_table(
        "draft",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("by_key", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_draft_order_id_orders")),
        sa.PrimaryKeyConstraint("order_id", "by_key", "field", name=op.f("pk_draft")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_answer",
        sa.Column("waiting_id", sa.Integer(), nullable=False),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["orders.id"], name=op.f("fk_order_answer_answer_id_orders")
        ),
        sa.ForeignKeyConstraint(
            ["waiting_id"], ["orders.id"], name=op.f("fk_order_answer_waiting_id_orders")
        ),
        sa.PrimaryKeyConstraint("waiting_id", name=op.f("pk_order_answer")),
    )
    op.create_index("ix_order_answer_answer_id", "order_answer", ["answer_id"], unique=False)
    op.execute(_ANSWERS_BEFORE)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)


def _make_letters_and_notes() -> None:
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("deadline", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("formats", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_letter_decision_id_decision")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["orders.id"], name=op.f("fk_letter_order_id_orders")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    op.create_index("ix_letter_order_id", "letter", ["order_id", "id"], unique=False)
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_note_order_id_orders")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_index("ix_note_order_id", "note", ["order_id", "id"], unique=False)

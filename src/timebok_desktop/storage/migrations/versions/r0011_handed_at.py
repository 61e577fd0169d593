"""When an order was last handed over, from which its holder has it."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("ALTER TABLE orders ADD COLUMN handed_at VARCHAR")
    run(
        'UPDATE orders SET handed_at = (SELECT max("at") FROM audit_event'
        " WHERE subject = orders.reference AND action = 'handed-over') WHERE holder_key <> ''"
    )


def downgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE orders DROP COLUMN handed_at")

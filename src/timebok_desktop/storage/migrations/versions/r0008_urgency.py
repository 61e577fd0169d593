"""What is to be done first, as a key that the queue is walked by.

The keys of orders from before are worked out by whoever upgrades the store.
"""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("ALTER TABLE orders ADD COLUMN urgency INTEGER DEFAULT 281474976710655 NOT NULL")
    run("CREATE INDEX ix_orders_urgency ON orders (urgency)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_orders_urgency")
    run("ALTER TABLE orders DROP COLUMN urgency")
    run("DELETE FROM standing WHERE name = 'urgency'")

"""Orders on their way that name the extract they rest on, found without those that are finished:
these name one too, and become ever more.
"""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_MADE = "CREATE INDEX ix_orders_snapshot_id ON orders (snapshot_id) WHERE snapshot_id IS NOT NULL"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_orders_snapshot_id")
    run(f"{_MADE} AND (status_place <= 5 OR status_place = 7)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_orders_snapshot_id")
    run(_MADE)

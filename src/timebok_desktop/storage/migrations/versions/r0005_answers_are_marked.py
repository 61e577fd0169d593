"""Orders that came as answers are marked, so that the queue need not look for them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("orders", sa.Column("is_answer", sa.Boolean(), nullable=True))
    op.execute("UPDATE orders SET is_answer = 1 WHERE id IN (SELECT answer_id FROM order_answer)")


def downgrade() -> None:
    op.execute("ALTER TABLE orders DROP COLUMN is_answer")

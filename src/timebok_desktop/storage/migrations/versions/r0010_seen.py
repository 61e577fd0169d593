"""What each caseworker has seen."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.get_bind().exec_driver_sql(
        "CREATE TABLE seen (order_id INTEGER NOT NULL, by_key VARCHAR NOT NULL,"
        " rules INTEGER NOT NULL, CONSTRAINT pk_seen PRIMARY KEY (order_id, by_key),"
        " CONSTRAINT fk_seen_order_id_orders FOREIGN KEY(order_id) REFERENCES orders (id)"
        " ON DELETE CASCADE) WITHOUT ROWID"
    )


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP TABLE seen")

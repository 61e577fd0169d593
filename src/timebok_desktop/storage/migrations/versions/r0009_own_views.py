"""Views that caseworkers save for themselves."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE own_view (id INTEGER NOT NULL, by_key VARCHAR NOT NULL,"
        " name VARCHAR NOT NULL, name_key VARCHAR NOT NULL, text TEXT NOT NULL,"
        " CONSTRAINT pk_own_view PRIMARY KEY (id))"
    )
    run("CREATE UNIQUE INDEX uq_own_view ON own_view (by_key, name_key)")


def downgrade() -> None:
    op.get_bind().exec_driver_sql("DROP TABLE own_view")

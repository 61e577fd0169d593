"""What the overview counts: places by verdict and category, receipts by hour, decisions by day."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_OPEN = "status_place <= 4"


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP TABLE tally_place")
    run(
        "CREATE TABLE tally_place (municipality VARCHAR NOT NULL, is_open BOOLEAN NOT NULL,"
        " outcome VARCHAR NOT NULL, category VARCHAR NOT NULL, orders INTEGER NOT NULL,"
        " CONSTRAINT pk_tally_place PRIMARY KEY (municipality, is_open, outcome, category))"
        " WITHOUT ROWID"
    )
    run(
        "CREATE TABLE tally_received (hour INTEGER NOT NULL, municipality VARCHAR NOT NULL,"
        " category VARCHAR NOT NULL, orders INTEGER NOT NULL,"
        " CONSTRAINT pk_tally_received PRIMARY KEY (hour, municipality, category)) WITHOUT ROWID"
    )
    run(
        f"INSERT INTO tally_place SELECT municipality_key, {_OPEN}, coalesce(outcome, ''),"
        " category_code, count(*) FROM orders GROUP BY 1, 2, 3, 4"
    )
    run(
        "INSERT INTO tally_received SELECT received_us / 3600000000, municipality_key,"
        " category_code, count(*) FROM orders GROUP BY 1, 2, 3"
    )
    run(f"CREATE INDEX ix_orders_oldest ON orders (municipality_key, waiting_hour) WHERE {_OPEN}")
    run(
        "ALTER TABLE decision ADD COLUMN day VARCHAR GENERATED ALWAYS AS"
        ' (substr("at", 1, 10)) VIRTUAL'
    )
    run("CREATE INDEX ix_decision_day ON decision (day)")
    run(
        "CREATE INDEX ix_package_order_receipt_at ON package_order (receipt_at)"
        " WHERE receipt IS NOT NULL"
    )


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_package_order_receipt_at")
    run("DROP INDEX ix_decision_day")
    run("ALTER TABLE decision DROP COLUMN day")
    run("DROP INDEX ix_orders_oldest")
    run("DROP TABLE tally_received")
    run("DROP TABLE tally_place")
    run(
        "CREATE TABLE tally_place (municipality VARCHAR NOT NULL, is_open BOOLEAN NOT NULL,"
        " orders INTEGER NOT NULL,"
        " CONSTRAINT pk_tally_place PRIMARY KEY (municipality, is_open)) WITHOUT ROWID"
    )
    run(
        f"INSERT INTO tally_place SELECT municipality_key, {_OPEN}, count(*) FROM orders"
        " GROUP BY 1, 2"
    )

"""What retention has deleted, so that it is done once and can be told."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE contact_deleted (order_id INTEGER NOT NULL, at VARCHAR NOT NULL,"
        " CONSTRAINT pk_contact_deleted PRIMARY KEY (order_id),"
        " CONSTRAINT fk_contact_deleted_order_id_orders FOREIGN KEY(order_id)"
        " REFERENCES orders (id))"
    )
    run(
        "CREATE TABLE original_deleted (file_id INTEGER NOT NULL, at VARCHAR NOT NULL,"
        " CONSTRAINT pk_original_deleted PRIMARY KEY (file_id),"
        " CONSTRAINT fk_original_deleted_file_id_imported_file FOREIGN KEY(file_id)"
        " REFERENCES imported_file (id))"
    )
    run("CREATE INDEX ix_orders_source_id ON orders (source_id)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_orders_source_id")
    run("DROP TABLE original_deleted")
    run("DROP TABLE contact_deleted")

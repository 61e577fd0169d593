"""How long orders had waited when they were decided, as a tally, and files by when they came.

The tally of decisions from before is counted by whoever upgrades the store.
"""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE tally_waited (day VARCHAR NOT NULL, municipality VARCHAR NOT NULL,"
        " category VARCHAR NOT NULL, waited INTEGER NOT NULL, orders INTEGER NOT NULL,"
        " CONSTRAINT pk_tally_waited PRIMARY KEY (day, municipality, category, waited))"
        " WITHOUT ROWID"
    )
    run("CREATE INDEX ix_imported_file_imported_at ON imported_file (imported_at)")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run("DROP INDEX ix_imported_file_imported_at")
    run("DROP TABLE tally_waited")

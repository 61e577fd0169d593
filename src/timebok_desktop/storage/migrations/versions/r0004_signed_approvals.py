"""Caseworkers' keys, signed statements, and approvals that refer to them.

Approvals from before stay as they are: without a statement, as nobody has signed them.
"""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UP = (
    (
        "CREATE TABLE caseworker_key (id INTEGER NOT NULL, name VARCHAR NOT NULL,"
        " name_key VARCHAR NOT NULL, thumbprint VARCHAR NOT NULL, x VARCHAR NOT NULL,"
        " made_at VARCHAR NOT NULL, CONSTRAINT pk_caseworker_key PRIMARY KEY (id),"
        " CONSTRAINT uq_caseworker_key_thumbprint UNIQUE (thumbprint))"
    ),
    "CREATE INDEX ix_caseworker_key_name_key ON caseworker_key (name_key, id)",
    (
        "CREATE TABLE approval_statement (id INTEGER NOT NULL, statement TEXT NOT NULL,"
        " signature VARCHAR NOT NULL, thumbprint VARCHAR NOT NULL,"
        " CONSTRAINT pk_approval_statement PRIMARY KEY (id),"
        " CONSTRAINT fk_approval_statement_thumbprint_caseworker_key FOREIGN KEY(thumbprint)"
        " REFERENCES caseworker_key (thumbprint))"
    ),
    "CREATE INDEX ix_approval_statement_thumbprint ON approval_statement (thumbprint, id)",
    "ALTER TABLE decision ADD COLUMN statement_id INTEGER",
    "ALTER TABLE decision ADD COLUMN signed_with VARCHAR",
    "ALTER TABLE decision ADD COLUMN evidence VARCHAR",
    (
        "CREATE UNIQUE INDEX uq_decision_two_keys ON decision (order_id, signed_with)"
        " WHERE kind = 'approve' AND is_standing = 1 AND signed_with IS NOT NULL"
    ),
    "ALTER TABLE package ADD COLUMN audit_sequence INTEGER",
)
_SAID = "what caseworkers have signed is never changed"
_TRIGGERS = {
    f"{table}_no_{what.lower()}": (
        f"BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    )
    for table in ("caseworker_key", "approval_statement")
    for what in ("UPDATE", "DELETE")
} | {
    "decision_keeps_its_statement": (
        "BEFORE UPDATE OF statement_id, signed_with, evidence, order_id, kind, by_key ON decision"
        f" WHEN OLD.statement_id IS NOT NULL BEGIN SELECT RAISE(ABORT, '{_SAID}'); END"
    ),
    "decision_is_its_signers": (
        "BEFORE INSERT ON decision WHEN NEW.kind = 'approve' AND NOT EXISTS (SELECT 1 FROM"
        " approval_statement s JOIN caseworker_key k ON k.thumbprint = s.thumbprint WHERE"
        " s.id = NEW.statement_id AND s.thumbprint = NEW.signed_with AND k.name_key = NEW.by_key)"
        " BEGIN SELECT RAISE(ABORT, 'an approval is signed by the caseworker who makes it'); END"
    ),
}
_DOWN = (
    "ALTER TABLE package DROP COLUMN audit_sequence",
    "DROP INDEX uq_decision_two_keys",
    "ALTER TABLE decision DROP COLUMN evidence",
    "ALTER TABLE decision DROP COLUMN signed_with",
    "ALTER TABLE decision DROP COLUMN statement_id",
    "DROP TABLE approval_statement",
    "DROP TABLE caseworker_key",
)


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    for statement in _UP:
        run(statement)
    for name, told in _TRIGGERS.items():
        run(f"CREATE TRIGGER {name} {told}")


def downgrade() -> None:
    """Back to approvals that nobody has signed; what was signed is lost."""
    run = op.get_bind().exec_driver_sql
    for name in _TRIGGERS:
        run(f"DROP TRIGGER {name}")
    for statement in _DOWN:
        run(statement)

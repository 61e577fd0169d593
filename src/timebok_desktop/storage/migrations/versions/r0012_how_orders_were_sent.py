"""How orders were sent: what many have in common is kept once, whole numbers by a letter."""

from __future__ import annotations

import json
from typing import Any

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_NUMBERED = {"m": "municipality_number", "o": "organization_number", "h": "her_id"}
_BATCH = 10_000


def upgrade() -> None:
    run = op.get_bind().exec_driver_sql
    run(
        "CREATE TABLE sent_form (id INTEGER NOT NULL, text TEXT NOT NULL,"
        " CONSTRAINT pk_sent_form PRIMARY KEY (id), CONSTRAINT uq_sent_form_text UNIQUE (text))"
    )
    run("ALTER TABLE orders ADD COLUMN sent_form_id INTEGER")


def downgrade() -> None:
    run = op.get_bind().exec_driver_sql
    last = run("SELECT coalesce(max(id), 0) FROM orders").scalar() or 0
    for start in range(0, last + 1, _BATCH):
        rows = run(
            "SELECT orders.id, coalesce(text, sent), municipality_number, organization_number,"
            " her_id FROM orders LEFT JOIN sent_form ON sent_form.id = sent_form_id"
            " WHERE orders.id BETWEEN ? AND ?",
            (start, start + _BATCH - 1),
        ).all()
        told = [(_told(sent, *numbers), identity) for identity, sent, *numbers in rows]
        if told:
            run("UPDATE orders SET sent = ? WHERE id = ?", told)
    run("ALTER TABLE orders DROP COLUMN sent_form_id")
    run("DROP TABLE sent_form")


def _told(sent: str, *numbers: Any) -> str:
    """Every field by itself again."""
    difference = json.loads(sent)
    values = dict(zip(_NUMBERED.values(), numbers, strict=True))
    letters = difference.pop("#", "")
    found = {_NUMBERED[letter]: int(values[_NUMBERED[letter]]) for letter in letters}
    return json.dumps({**found, **difference}, ensure_ascii=False, separators=(",", ":"))

"""Tables of what is written about orders. All of them may hold contact data; no other table beside
the orders does.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from timebok_desktop.storage.schema_base import metadata

letter = Table(
    "letter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.id"), nullable=False),
    Column("decision_id", Integer, ForeignKey("decision.id")),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("recipient", String, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("deadline", String),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("formats", String, nullable=False),
    Index("ix_letter_order_id", "order_id", "id"),
)

note = Table(
    "note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("order_id", Integer, ForeignKey("orders.id"), nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_note_order_id", "order_id", "id"),
)

draft = Table(
    "draft",
    metadata,
    Column("order_id", Integer, ForeignKey("orders.id"), primary_key=True),
    Column("by_key", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", String, nullable=False),
    sqlite_with_rowid=False,
)

order_answer = Table(
    "order_answer",
    metadata,
    Column("waiting_id", Integer, ForeignKey("orders.id"), primary_key=True),
    Column("answer_id", Integer, ForeignKey("orders.id"), nullable=False),
    Index("ix_order_answer_answer_id", "answer_id"),
)
"""Which order came as the answer to which; the answer replaced the one that waited."""

"""The table of what each caseworker has seen: `rules` is the verdict as it was then, -1 before
there was one (`storage.queue_terms.SHOWN`).
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from timebok_desktop.storage.schema_base import metadata

seen = Table(
    "seen",
    metadata,
    Column("order_id", Integer, ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("by_key", String, primary_key=True),
    Column("rules", Integer, nullable=False),
    sqlite_with_rowid=False,
)

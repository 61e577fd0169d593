"""The table of views that caseworkers save for themselves; `text` is that of a file to share."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from timebok_desktop.storage.schema_base import metadata

own_view = Table(
    "own_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("by_key", String, nullable=False),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("text", Text, nullable=False),
    Index("uq_own_view", "by_key", "name_key", unique=True),
)

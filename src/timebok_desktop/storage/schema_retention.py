"""Tables of what retention has deleted: of which orders the contact data, of which files the kept
original.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from timebok_desktop.storage.schema_base import metadata

contact_deleted = Table(
    "contact_deleted",
    metadata,
    Column("order_id", Integer, ForeignKey("orders.id"), primary_key=True),
    Column("at", String, nullable=False),
)

original_deleted = Table(
    "original_deleted",
    metadata,
    Column("file_id", Integer, ForeignKey("imported_file.id"), primary_key=True),
    Column("at", String, nullable=False),
)

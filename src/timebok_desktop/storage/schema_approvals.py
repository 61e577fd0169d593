"""Tables of what caseworkers have signed; triggers keep every row as it is."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from timebok_desktop.storage.schema_base import metadata

caseworker_key = Table(
    "caseworker_key",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("thumbprint", String, nullable=False, unique=True),
    Column("x", String, nullable=False),
    Column("made_at", String, nullable=False),
    Index("ix_caseworker_key_name_key", "name_key", "id"),
)
"""Public keys; the newest of a name is the one that its caseworker signs with."""

approval_statement = Table(
    "approval_statement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("statement", Text, nullable=False),
    Column("signature", String, nullable=False),
    Column("thumbprint", String, ForeignKey("caseworker_key.thumbprint"), nullable=False),
    Index("ix_approval_statement_thumbprint", "thumbprint", "id"),
)

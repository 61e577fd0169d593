"""Tables of what follows from the others: what verdicts rest on and compare, and the tallies.

They are kept in the transactions that change what they follow from.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table, Text

from timebok_desktop.storage.schema_base import metadata

standing = Table(
    "standing",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What the verdicts of all orders rest on, by name: `snapshot` and `stale`, `own`, `facts`;
and what the keys of urgency rest on: `urgency`."""

party_fact = Table(
    "party_fact",
    metadata,
    Column("her_id", Integer, primary_key=True),
    Column("rules", Integer, nullable=False),
    Column("misfit", Integer, nullable=False),
    Column("organization_number", String, nullable=False),
    Column("owner_number", String, nullable=False),
    Column("municipality", String, nullable=False),
    Column("covers", Boolean, nullable=False),
)
"""What the rules compare of each party of the current snapshot, worked out once for all orders."""

party_changed = Table(
    "party_changed",
    metadata,
    Column("her_id", Integer, primary_key=True),
)
"""Parties whose facts have changed since the verdicts were worked out."""

party_coverage = Table(
    "party_coverage",
    metadata,
    Column("her_id", Integer, primary_key=True),
    Column("municipality", String, primary_key=True),
    sqlite_with_rowid=False,
)

tally_queue = Table(
    "tally_queue",
    metadata,
    Column("status", String, primary_key=True),
    Column("holder_key", String, primary_key=True),
    Column("outcome", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("orders", Integer, nullable=False),
    sqlite_with_rowid=False,
)
tally_place = Table(
    "tally_place",
    metadata,
    Column("municipality", String, primary_key=True),
    Column("is_open", Boolean, primary_key=True),
    Column("outcome", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("orders", Integer, nullable=False),
    sqlite_with_rowid=False,
)
tally_rules = Table(
    "tally_rules",
    metadata,
    Column("rules", Integer, primary_key=True),
    Column("is_open", Boolean, primary_key=True),
    Column("orders", Integer, nullable=False),
    sqlite_with_rowid=False,
)
tally_hour = Table(
    "tally_hour",
    metadata,
    Column("hour", Integer, primary_key=True),
    Column("is_open", Boolean, primary_key=True),
    Column("orders", Integer, nullable=False),
    sqlite_with_rowid=False,
)
tally_received = Table(
    "tally_received",
    metadata,
    Column("hour", Integer, primary_key=True),
    Column("municipality", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("orders", Integer, nullable=False),
    sqlite_with_rowid=False,
)
tally_waited = Table(
    "tally_waited",
    metadata,
    Column("day", String, primary_key=True),
    Column("municipality", String, primary_key=True),
    Column("category", String, primary_key=True),
    Column("waited", Integer, primary_key=True),
    Column("orders", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many orders there are of each sort, kept with every change (`storage.tallies`,
`storage.waited`)."""

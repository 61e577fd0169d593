"""The raw baseline: a plain table through the bare driver, with hand-written SQL and its indexes.

It never touches the product's own schema, so that a change there does not move the yardstick.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.synthetic import COLUMNS, Row

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY")
INDEXED = (
    "received_at",
    "status",
    "municipality_number",
    "category",
    "her_id",
    "outcome",
    "holder",
)
SEARCHED = (
    "reference",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "vendor",
)
"""The seven columns that LIKE looks through."""
PARTY_COLUMNS = (
    "her_id",
    "type",
    "name",
    "parent_her_id",
    "organization_number",
    "parent_organization_number",
    "municipality_number",
    "service_code",
    "active",
    "valid_from",
    "valid_to",
    "coverage",
)
INSERT = f"INSERT INTO orders ({','.join(COLUMNS)}) VALUES ({','.join('?' * len(COLUMNS))})"  # noqa: S608
_INSERT_PARTY = (
    f"INSERT INTO party ({','.join(PARTY_COLUMNS)}) "  # noqa: S608
    f"VALUES ({','.join('?' * len(PARTY_COLUMNS))})"
)
_BATCH = 50_000
Connection = Any


def connect(path: Path) -> Connection:
    """The bare driver, with the same durability as the product."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()
    return connection


def make_orders_table(connection: Connection) -> None:
    """The table alone, without an index."""
    columns = ",".join(f"{name} TEXT NOT NULL" for name in COLUMNS)
    connection.execute(f"CREATE TABLE orders (id INTEGER PRIMARY KEY, {columns})")


def add_orders(connection: Connection, rows: Sequence[Row]) -> None:
    """One `executemany` of ready rows in one durable transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(INSERT, rows)
    connection.execute("COMMIT")


def add_parties(connection: Connection, export: Path) -> None:
    """The parties of a registry export (one a line) as plain rows with their key."""
    connection.execute(
        "CREATE TABLE party (her_id INTEGER PRIMARY KEY, "
        + ",".join(f"{name} TEXT" for name in PARTY_COLUMNS[1:])
        + ")"
    )
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(_INSERT_PARTY, (_party(one) for one in _listed(export)))
    connection.execute("COMMIT")


def add_indexes(connection: Connection) -> None:
    """What the keyset queries walk; a number beside the text of each HER-id, for the join."""
    connection.execute(
        "ALTER TABLE orders ADD COLUMN her_number INTEGER "
        "GENERATED ALWAYS AS (CAST(her_id AS INTEGER)) VIRTUAL"
    )
    for name in INDEXED:
        connection.execute(f"CREATE INDEX by_{name} ON orders ({name}, id)")
    connection.execute("ANALYZE")


def checkpointed_size(path: Path) -> int:
    """The bytes of a store after everything has been moved into its file."""
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return path.stat().st_size


def batches(rows: Iterable[Row], size: int = _BATCH) -> Iterator[list[Row]]:
    """Rows in lists."""
    waiting = iter(rows)
    while batch := list(islice(waiting, size)):
        yield batch


def _listed(export: Path) -> Iterator[dict[str, Any]]:
    with export.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"HerId"'):
                yield json.loads(line.rstrip().removesuffix(","))


def _party(one: dict[str, Any]) -> tuple[Any, ...]:
    """A party of the legacy export; only what a join would look at."""
    areas = one.get("CoverageAreas") or []
    return (
        one["HerId"],
        one["Type"],
        one["Name"],
        one["ParentHerId"],
        str(one.get("OrganizationNumber") or ""),
        str(one["ParentOrganizationNumber"] or ""),
        (one["Municipality"] or {}).get("CodeValue", ""),
        (one.get("Code") or {}).get("CodeValue", ""),
        int(bool(one["Active"])),
        one["Valid"]["From"],
        one["Valid"]["To"],
        ",".join(str(area["OrganizationNumber"]) for area in areas),
    )

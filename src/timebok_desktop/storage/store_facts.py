"""What can be told of a store's file without opening it for work: even of one that is damaged,
locked, encrypted or newer than the program. Nothing of its content, and nothing is changed.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from timebok_desktop.services.diagnosis import Fact
from timebok_desktop.storage.driver import PRAGMAS, connect
from timebok_desktop.storage.failures import is_damage, is_locked
from timebok_desktop.storage.revisions import HEAD, REVISIONS

_PLAIN = b"SQLite format 3\x00"
_ASKED = ("journal_mode", *(one.partition("=")[0] for one in PRAGMAS), "page_size")
_PATIENCE = 0.5
"""Seconds for another program that holds the file."""


def store_facts(
    path: Path, *, encrypted: bool = False, key: bytes | None = None
) -> dict[str, Fact]:
    """The facts of the store at `path`; `encrypted` where its workspace has a key for it, which is
    `key` where it is at hand.
    """
    facts: dict[str, Fact] = {"state": "none", "encrypted": encrypted}
    try:
        facts["size_bytes"] = path.stat().st_size
        with path.open("rb") as file:
            begins = file.read(len(_PLAIN))
    except FileNotFoundError:
        return facts
    except OSError:
        return {**facts, "state": "unreadable"}
    wal = path.with_name(f"{path.name}-wal")
    facts["wal_bytes"] = wal.stat().st_size if wal.exists() else 0
    facts["newest_revision"] = HEAD
    if begins and begins != _PLAIN and key is None:
        return {**facts, "state": "encrypted" if encrypted else "damaged"}
    return {**facts, **_opened(path, key)}


def driver_versions() -> dict[str, str]:
    """The database engine inside the driver."""
    with closing(dbapi2.connect(":memory:")) as connection:
        found = connection.execute("PRAGMA cipher_version").fetchone()
    return {"SQLite": dbapi2.sqlite_version, "SQLCipher": str(found[0]) if found else ""}


def _opened(path: Path, key: bytes | None) -> dict[str, Fact]:
    try:
        with closing(connect(path, key, as_it_is=True, patience=_PATIENCE)) as connection:
            return {**_form(connection), "pragmas": _pragmas(connection)}
    except dbapi2.Error as error:
        told = str(error)
        state = "locked" if is_locked(told) else "damaged" if is_damage(told) else "unreadable"
        return {"state": state}


def _form(connection: Any) -> dict[str, Fact]:
    tables = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" not in tables:
        return {"state": "foreign" if tables else "none"}
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(found[0]) if found else ""
    if revision not in REVISIONS:
        return {"state": "newer", "revision": revision}
    return {"state": "ok" if revision == HEAD else "older", "revision": revision}


def _pragmas(connection: Any) -> dict[str, str]:
    return {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in _ASKED}

"""The one place where the database is opened: driver, pragmas, transactions.

SQLite is the one inside sqlcipher3 (without a key): Python's own may be older than 3.51.3, which
has a WAL corruption bug. Writes start with BEGIN IMMEDIATE, because a transaction that reads first
and writes later fails at once when another process wrote in between.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

BUSY_TIMEOUT_SECONDS = 30.0
LASTING_PRAGMA = "journal_mode=WAL"
"""The only one that is written into the file."""
PRAGMAS = (
    "synchronous=FULL",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
)
_MINIMUM_SQLITE = (3, 51, 3)


def open_engine(path: Path, *, as_it_is: bool = False) -> Engine:
    """An engine for the store at `path`. It keeps a few connections; `dispose()` closes them.

    With `as_it_is` the file stays byte for byte what it was until something is written.
    """
    if dbapi2.sqlite_version_info < _MINIMUM_SQLITE:  # pragma: no cover - the lock file says newer
        message = f"SQLite {dbapi2.sqlite_version} is too old"
        raise RuntimeError(message)

    def connect() -> Any:
        connection = dbapi2.connect(
            str(path),
            timeout=BUSY_TIMEOUT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in PRAGMAS if as_it_is else (LASTING_PRAGMA, *PRAGMAS):
                connection.execute(f"PRAGMA {pragma}").close()
        except dbapi2.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

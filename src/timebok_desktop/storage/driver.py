"""The driver's connection to a store: which SQLite, which pragmas. Knows nothing of SQLAlchemy.

SQLite is the one inside sqlcipher3 (without a key): Python's own may be older than 3.51.3, which
has a WAL corruption bug.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

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
_STATEMENTS_KEPT = 256


def connect(path: Path, *, as_it_is: bool = False) -> Any:
    """A connection that begins no transaction by itself, for any thread (one at a time).

    With `as_it_is` the file stays byte for byte what it was until something is written.
    """
    if dbapi2.sqlite_version_info < _MINIMUM_SQLITE:  # pragma: no cover - the lock file says newer
        message = f"SQLite {dbapi2.sqlite_version} is too old"
        raise RuntimeError(message)
    connection = dbapi2.connect(
        str(path),
        timeout=BUSY_TIMEOUT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )
    try:
        for pragma in PRAGMAS if as_it_is else (LASTING_PRAGMA, *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}").close()
    except dbapi2.Error:
        connection.close()
        raise
    return connection

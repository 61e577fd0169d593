"""The driver's connection to a store: which SQLite, which key, which pragmas. Knows nothing of
SQLAlchemy.

SQLite is the one inside sqlcipher3, also without a key: Python's own may be older than 3.51.3,
which has a WAL corruption bug. With a key every page is encrypted and bears a code that finds a
changed bit. The key is random, so that nothing has to be derived from it at each connection; a
passphrase never comes here.
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


def connect(
    path: Path,
    key: bytes | None = None,
    *,
    as_it_is: bool = False,
    patience: float = BUSY_TIMEOUT_SECONDS,
) -> Any:
    """A connection that begins no transaction by itself, for any thread (one at a time).

    `patience` is how many seconds it waits for others. With `as_it_is` the file stays byte for
    byte what it was until something is written.
    """
    if dbapi2.sqlite_version_info < _MINIMUM_SQLITE:  # pragma: no cover - the lock file says newer
        message = f"SQLite {dbapi2.sqlite_version} is too old"
        raise RuntimeError(message)
    connection = dbapi2.connect(
        str(path),
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )
    try:
        if key is not None:
            _unlock(connection, key)
        for pragma in PRAGMAS if as_it_is else (LASTING_PRAGMA, *PRAGMAS):
            connection.execute(f"PRAGMA {pragma}").close()
    except dbapi2.Error:
        connection.close()
        raise
    return connection


def opens(path: Path, key: bytes) -> bool:
    """Whether the key opens the store; a store that is not there yet takes any."""
    if not path.is_file() or not path.stat().st_size:
        return True
    try:
        connection = connect(path, key, as_it_is=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        finally:
            connection.close()
    except dbapi2.OperationalError:
        raise
    except dbapi2.DatabaseError:
        return False
    return True


def change_key(path: Path, key: bytes | None, new: bytes) -> None:
    """Encrypt a store anew under another key: all pages in one transaction, or none.

    Nobody else may have it open: whoever does would take the new pages for damage.
    """
    connection = connect(path, key)
    try:
        # Refused as locked while there is any other connection.
        connection.execute("PRAGMA busy_timeout=2000").close()
        connection.execute("PRAGMA locking_mode=EXCLUSIVE").close()
        connection.execute("PRAGMA journal_mode=DELETE").close()
        connection.execute(f"PRAGMA rekey={key_literal(new)}").close()
    finally:
        connection.close()


def key_literal(key: bytes) -> str:
    """A key as SQLCipher takes it as it is, without deriving another from it."""
    return f"\"x'{key.hex()}'\""


def _unlock(connection: Any, key: bytes) -> None:
    # Its own words on stderr would stand among ours; what fails is raised, and told by us.
    connection.execute("PRAGMA cipher_log_level=NONE").close()
    connection.execute(f"PRAGMA key={key_literal(key)}").close()

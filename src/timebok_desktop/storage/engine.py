"""SQLAlchemy's engine over the driver: a pool of connections, and how transactions begin.

Writes start with BEGIN IMMEDIATE, because a transaction that reads first and writes later fails at
once when another process wrote in between.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from timebok_desktop.storage.driver import connect
from timebok_desktop.storage.urgency import teach


def open_engine(path: Path, key: bytes | None = None, *, as_it_is: bool = False) -> Engine:
    """An engine for the store at `path`, under its key where it is encrypted. It keeps a few
    connections; `dispose()` closes them.

    With `as_it_is` the file stays byte for byte what it was until something is written.
    """

    def taught() -> Any:
        connection = connect(path, key, as_it_is=as_it_is)
        teach(connection)
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        module=dbapi2,
        creator=taught,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _give_back_room)
    return engine


def _begin(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _give_back_room(connection: Any, _record: Any) -> None:
    """What many orders were given room for (`arrivals`) is not kept."""
    if connection is not None:
        connection.execute("PRAGMA cache_size = -8000").close()

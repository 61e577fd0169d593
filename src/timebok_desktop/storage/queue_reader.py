"""A reader of the queue with a connection of its own, for whoever only looks.

It imports neither SQLAlchemy nor pydantic, so that the first page can be on the screen before they
are. Every method is one consistent look; it may be called from any thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from timebok_desktop.domain.codes import Status
from timebok_desktop.services.queue_views import OrderGroup, OrderQuery, OrderRow
from timebok_desktop.storage import queue_sql
from timebok_desktop.storage.driver import connect
from timebok_desktop.storage.failures import explained
from timebok_desktop.storage.queue_counting import counted_in_few, groups_of
from timebok_desktop.storage.queue_rows import rows_of
from timebok_desktop.storage.revisions import HEAD

if TYPE_CHECKING:
    from timebok_desktop.services.ports_orders import Cursor

_SHORT_WAIT_MILLISECONDS = 200


def is_up_to_date(path: Path, key: bytes | None = None) -> bool:
    """Whether a store can be looked at as it is. The file is not touched, and where it is locked
    nobody waits: whoever opens it the whole way does that, and says what is wrong.
    """
    if not path.is_file():
        return False
    try:
        driver = connect(path, key, as_it_is=True)
        try:
            driver.execute(f"PRAGMA busy_timeout={_SHORT_WAIT_MILLISECONDS}").close()
            found = driver.execute("SELECT version_num FROM alembic_version").fetchall()
        finally:
            driver.close()
    except dbapi2.Error:
        return False
    return bool(found == [(HEAD,)])


class QueueReader:
    """Implements `services.ports_orders.Queue` over the store at a path that is up to date."""

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        self._path = path
        self._key = key
        self._connection: Any = None
        self._lock = threading.Lock()

    def ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> Sequence[int]:
        """All ids of a query in its order; CancelledError as soon as `cancelled` says so."""
        with self._look() as driver:
            return queue_sql.ids_of(driver, query, user, cancelled)

    def grouped_ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> tuple[Sequence[int], tuple[OrderGroup, ...]]:
        """The same of a query that is sorted by municipality, and how many each of them has."""
        with self._look() as driver:
            groups = groups_of(driver, query, user, cancelled)
            return queue_sql.ids_of(driver, query, user, cancelled), groups

    def rows(self, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
        """Lines of the queue by id, in the given order."""
        with self._look() as driver:
            return rows_of(driver, ids, user)

    def page(
        self, query: OrderQuery, user: str, limit: int, after: Cursor | None
    ) -> tuple[tuple[OrderRow, ...], Cursor | None]:
        """One page and the place to go on after."""
        with self._look() as driver:
            ids, following = queue_sql.page_of(driver, query, user, limit, after)
            return rows_of(driver, ids, user), following

    def count(self, query: OrderQuery, user: str, *, at_once: bool) -> int | None:
        """How many orders a query has; with `at_once` None where they would have to be counted."""
        with self._look() as driver:
            known = queue_sql.count_of(driver, query, user)
            if known is not None or at_once:
                return known
            return queue_sql.counted(driver, query, user)

    def count_if_cheap(self, query: OrderQuery, user: str) -> int | None:
        """The same, counted where that takes no more than some milliseconds; None otherwise."""
        with self._look() as driver:
            known = queue_sql.count_of(driver, query, user)
            return known if known is not None else counted_in_few(driver, query, user)

    def counts(self, user: str) -> tuple[dict[Status, int], dict[Status, int]]:
        """How many orders have each status: all of them, and those that the caseworker holds."""
        with self._look() as driver:
            return queue_sql.counts_by_status(driver), queue_sql.counts_of_holder(driver, user)

    def close(self) -> None:
        """Close the connection; the next look opens another."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def _look(self) -> Iterator[Any]:
        with self._lock, explained():
            if self._connection is None:
                self._connection = connect(self._path, self._key)
            self._connection.execute("BEGIN").close()
            try:
                yield self._connection
            finally:
                self._connection.execute("ROLLBACK").close()

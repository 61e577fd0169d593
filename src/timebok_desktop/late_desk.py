"""The desk before the desk: the queue can be looked at at once, everything else loads when it is
first asked for.

The first page of orders comes straight from the store's file. The database toolkit, the settings
model and the readers and writers of files take ten times as long to load as that page, so they are
loaded on the database lane, after the first paint. No Qt here.
"""

from __future__ import annotations

import inspect
import threading
from array import array
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.files.first_settings import FirstSettings, first_settings
from timebok_desktop.files.workspace import Workspace, make_workspace
from timebok_desktop.services.queue_views import OrderPage, OrderQuery, OrderRow
from timebok_desktop.storage.queue_reader import QueueReader

if TYPE_CHECKING:
    from timebok_desktop.bootstrap import Office
    from timebok_desktop.services.desk import Desk

FIRST_PAGE = 60


class OpenedDesk(NamedTuple):
    """A workspace that can be looked at: its desk, and what the first paint needs."""

    workspace: Workspace
    desk: Desk
    settings: FirstSettings
    page: OrderPage
    close: Callable[[], None]


def open_desk(folder: Path, user: str) -> OpenedDesk:
    """Open a workspace with the first page of its orders.

    What is not plainly a store of ours in its newest form takes the long way: there it is made,
    brought up to date, or refused with an UnavailableError.
    """
    workspace = make_workspace(folder)
    settings = first_settings(workspace.settings)
    if settings is not None and workspace.settings.exists():
        try:
            late = LateDesk(workspace)
            page = late.order_page(OrderQuery(), user, FIRST_PAGE)
        except TimebokError:
            return _opened_the_long_way(folder, user)
        return OpenedDesk(workspace, cast("Desk", late), settings, page, late.close)
    return _opened_the_long_way(folder, user)


class LateDesk:
    """Implements `services.desk.Desk`; made for one thread at a time."""

    def __init__(self, workspace: Workspace) -> None:
        """UnavailableError where the store is not one that can be looked at as it is."""
        self._workspace = workspace
        self._reader: QueueReader | None = QueueReader(workspace.store)
        self._office: Office | None = None
        self._lock = threading.Lock()

    def order_ids(self, query: OrderQuery, user: str) -> array[int]:
        """The ids of all orders of a query."""
        if self._reader is None:
            return self.whole().order_ids(query, user)
        return self._reader.ids(query, user)

    def order_rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]:
        """The rows of these ids."""
        if self._reader is None:
            return self.whole().order_rows(ids)
        return self._reader.rows(ids)

    def order_page(self, query: OrderQuery, user: str, limit: int, after: str = "") -> OrderPage:
        """A page by keyset."""
        if self._reader is None:
            return self.whole().order_page(query, user, limit, after)
        return self._reader.page(query, user, limit, after)

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each saved view holds."""
        if self._reader is None:
            return self.whole().view_counts(user)
        return self._reader.view_counts(user)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Later(self, name)

    def whole(self) -> Desk:
        """The whole desk, loaded on first use."""
        with self._lock:
            if self._office is None:
                bootstrap = import_module("timebok_desktop.bootstrap")
                self._office = cast("Office", bootstrap.open_office(self._workspace.folder))
                self._close_reader()
            return self._office.desk

    def close(self) -> None:
        """Close what was opened."""
        self._close_reader()
        if self._office is not None:
            self._office.close()

    def _close_reader(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()


class _Later:
    """A method of the whole desk, which is loaded when it is called or looked at closely."""

    def __init__(self, late: LateDesk, name: str) -> None:
        self._late, self._name = late, name

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return getattr(self._late.whole(), self._name)(*arguments, **named)

    @property
    def __signature__(self) -> inspect.Signature:
        return inspect.signature(getattr(self._late.whole(), self._name))


def _opened_the_long_way(folder: Path, user: str) -> OpenedDesk:
    bootstrap = import_module("timebok_desktop.bootstrap")
    office = cast("Office", bootstrap.open_office(folder))
    settings = office.desk.settings()
    first = FirstSettings(
        settings.language,
        settings.theme,
        settings.snapshot_max_age_days,
        settings.sample_world,
    )
    page = office.desk.order_page(OrderQuery(), user, FIRST_PAGE)
    return OpenedDesk(office.workspace, office.desk, first, page, office.close)

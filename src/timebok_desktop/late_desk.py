"""The desk before the desk: the queue can be looked at at once, everything else loads when it is
first asked for.

The first page of orders comes straight from the store's file. The database toolkit, the settings
model and the readers and writers of files take ten times as long to load as that page, so they are
loaded on the database lane, after the first paint. No Qt here.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from timebok_desktop.files.first_settings import FirstSettings, first_settings, with_fixed
from timebok_desktop.files.machine_settings import MachineFile, machine_file
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.workspace import Workspace, make_workspace
from timebok_desktop.services.queue_looks import QueueLooks
from timebok_desktop.services.queue_views import OrderQuery, OrderRow
from timebok_desktop.storage.queue_reader import QueueReader, is_up_to_date

if TYPE_CHECKING:
    from timebok_desktop.bootstrap import Office
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.ports_orders import Queue

FIRST_PAGE = 60


class OpenedDesk(NamedTuple):
    """A workspace that can be looked at: its desk, and what the first paint needs."""

    workspace: Workspace
    desk: Desk
    settings: FirstSettings
    rows: tuple[OrderRow, ...]
    close: Callable[[], None]
    machine: MachineFile
    key: bytes | None = None


def open_desk(
    folder: Path,
    user: str,
    machine: MachineFile | None = None,
    *,
    keys: StoreKeys | None = None,
    first: OrderQuery | None = None,
) -> OpenedDesk:
    """Open a workspace with the first page of `first` (by default all orders), under what
    `machine` fixes (by default the machine's own file).

    What is not plainly a store of ours in its newest form takes the long way: there it is made,
    brought up to date, or refused with an UnavailableError. `keys` are those of an encrypted one.
    """
    machine = machine_file(machine)
    fixed, query = machine.fixed(), first or OrderQuery()
    workspace = make_workspace(folder)
    key = keys.store[0] if keys else None
    settings = first_settings(workspace.settings)
    plain = settings is not None and workspace.settings.exists()
    if settings is None or not plain or not is_up_to_date(workspace.store, key):
        return _opened_the_long_way(folder, user, machine, keys, query)
    late = LateDesk(workspace, machine, keys)
    rows, _ = late.queue().page(query, user, FIRST_PAGE, None)
    counting = with_fixed(settings, fixed)
    return OpenedDesk(workspace, cast("Desk", late), counting, rows, late.close, machine, key)


class LateDesk(QueueLooks):
    """Implements `services.desk.Desk` over a store that is up to date."""

    def __init__(
        self, workspace: Workspace, machine: MachineFile, keys: StoreKeys | None = None
    ) -> None:
        self._workspace, self._machine, self._keys = workspace, machine, keys
        self._reader = QueueReader(workspace.store, keys.store[0] if keys else None)
        self._office: Office | None = None
        self._lock = threading.Lock()

    def queue(self) -> Queue:
        """The store's file; once the whole desk is there, its own way to it."""
        return self._reader if self._office is None else self._office.store.queue

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _Later(self, name)

    def whole(self) -> Desk:
        """The whole desk, loaded on first use."""
        with self._lock:
            if self._office is None:
                bootstrap = import_module("timebok_desktop.bootstrap")
                opened = bootstrap.open_office(
                    self._workspace.folder, machine=self._machine, keys=self._keys
                )
                self._office = cast("Office", opened)
                self._reader.close()
            return self._office.desk

    def close(self) -> None:
        """Close what was opened."""
        self._reader.close()
        if self._office is not None:
            self._office.close()


class _Later:
    """A method of the whole desk, which is loaded when it is called or looked at closely."""

    def __init__(self, late: LateDesk, name: str) -> None:
        self._late, self._name, self.__name__ = late, name, name

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        return getattr(self._late.whole(), self._name)(*arguments, **named)

    @property
    def __signature__(self) -> inspect.Signature:
        return inspect.signature(getattr(self._late.whole(), self._name))


def _opened_the_long_way(
    folder: Path, user: str, machine: MachineFile, keys: StoreKeys | None, query: OrderQuery
) -> OpenedDesk:
    bootstrap = import_module("timebok_desktop.bootstrap")
    office = cast("Office", bootstrap.open_office(folder, machine=machine, keys=keys))
    settings = office.desk.settings()
    first = FirstSettings(
        settings.language,
        settings.theme,
        settings.snapshot_max_age_days,
        settings.sample_world,
        settings.text_size,
        settings.due_claimed_working_days,
    )
    key = keys.store[0] if keys else None
    page = office.desk.order_page(query, user, FIRST_PAGE, counted=False)
    return OpenedDesk(office.workspace, office.desk, first, page.rows, office.close, machine, key)

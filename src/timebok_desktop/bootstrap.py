"""Builds the desk over a workspace: the one place where the rooms are connected. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from timebok_desktop import __version__
from timebok_desktop.files.disk import LocalDisk
from timebok_desktop.files.inbox import FolderInbox
from timebok_desktop.files.keys import WorkspaceKeys
from timebok_desktop.files.lists.writer import ListWriter
from timebok_desktop.files.orders import OrderFileReader
from timebok_desktop.files.originals import OriginalsFolder
from timebok_desktop.files.package.bag import BagPackager
from timebok_desktop.files.receipts import ReceiptFileReader
from timebok_desktop.files.registry import RegistryFileReader
from timebok_desktop.files.settings_file import TomlSettings
from timebok_desktop.files.workspace import Workspace, make_workspace
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.context import Context
from timebok_desktop.services.local_desk import LocalDesk
from timebok_desktop.services.ports_store import TableRows
from timebok_desktop.services.tables import DEFINITIONS, checked_rows
from timebok_desktop.storage.store import SqlStore


@dataclass
class Office:
    """An open workspace. Close it when done."""

    workspace: Workspace
    desk: LocalDesk
    store: SqlStore

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def utc_now() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


def open_office(folder: Path, clock: Callable[[], datetime] = utc_now) -> Office:
    """Open a workspace, make it where it is missing: store, tables and signing key.

    UnavailableError where it cannot be used.
    """
    workspace = make_workspace(folder)
    settings = TomlSettings(workspace.settings)
    settings.make()
    language = settings.load().language or "nb"
    keys = WorkspaceKeys(workspace.keys)
    store = SqlStore(workspace.store, workspace.backups)
    context = Context(
        store=store,
        originals=OriginalsFolder(workspace.originals),
        order_reader=OrderFileReader(),
        registry_reader=RegistryFileReader(),
        receipt_reader=ReceiptFileReader(),
        lists=ListWriter(),
        packager=BagPackager(keys, __version__, language),
        disk=LocalDisk(),
        inbox=FolderInbox(),
        settings_file=settings,
        exports=workspace.exports,
        clock=clock,
        default_tables=default_tables,
    )
    desk = LocalDesk(context)
    keys.make()
    return Office(workspace, desk, store)


def default_tables() -> dict[str, TableRows]:
    """The reference tables as they are shipped."""
    folder = resource_folder() / "tables"
    return {
        name: checked_rows(name, LocalDisk().read_csv(folder / f"{name}.csv", definition.columns))
        for name, definition in DEFINITIONS.items()
    }

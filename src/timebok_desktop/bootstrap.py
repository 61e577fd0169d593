"""Builds the desk over a workspace: the one place where the rooms are connected. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from timebok_desktop import __version__
from timebok_desktop.files.beside import start_beside
from timebok_desktop.files.disk import LocalDisk
from timebok_desktop.files.inbox import FolderInbox
from timebok_desktop.files.machine_settings import MachineFile, machine_file
from timebok_desktop.files.originals import OriginalsFolder
from timebok_desktop.files.parts import licence_folder, shipped_parts
from timebok_desktop.files.settings_file import TomlSettings
from timebok_desktop.files.store_keys import StoreKeys
from timebok_desktop.files.system_user import system_user
from timebok_desktop.files.workspace import (
    Workspace,
    make_workspace,
    require_keys,
    still_locked,
    workspace_in,
)
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.behind import Behind
from timebok_desktop.services.context import Context
from timebok_desktop.services.diagnosis import Mask, Report
from timebok_desktop.services.local_desk import LocalDesk
from timebok_desktop.services.ports_store import TableRows
from timebok_desktop.services.tables import DEFINITIONS, checked_rows
from timebok_desktop.storage.backups import BackupForm
from timebok_desktop.storage.store import SqlStore, put_aside
from timebok_desktop.storage.store_facts import driver_versions, store_facts

if TYPE_CHECKING:
    from timebok_desktop.domain.phrases import Language
    from timebok_desktop.files.caseworker_keys import Passphrases
    from timebok_desktop.files.keys import WorkspaceKeys
    from timebok_desktop.files.signing_passphrases import Ask
    from timebok_desktop.services.ports_approvals import KeyRing
    from timebok_desktop.services.ports_files import (
        Demands,
        OrderLists,
        Originals,
        PackageCheck,
        Packager,
        ReceiptReader,
        RegistryReader,
    )
    from timebok_desktop.services.ports_intake import OrderPreparer
    from timebok_desktop.services.ports_letters import LetterFiles
    from timebok_desktop.services.ports_reports import ReportFiles
    from timebok_desktop.unlocking import Unlocking


@dataclass
class Office:
    """An open workspace. Close it when done."""

    workspace: Workspace
    desk: LocalDesk
    store: SqlStore

    def close(self) -> None:
        """Close the store."""
        self.store.close()


def put_store_aside(folder: Path) -> Path:
    """Move a damaged store among the backups, so that a good one can take its place."""
    workspace = workspace_in(folder)
    return put_aside(workspace.store, workspace.backups)


def utc_now() -> datetime:
    """The clock of the program."""
    return datetime.now(UTC)


def open_office(
    folder: Path,
    clock: Callable[[], datetime] = utc_now,
    machine: MachineFile | None = None,
    *,
    keys: StoreKeys | None = None,
    ask: Ask | None = None,
    unlocking: Unlocking | None = None,
) -> Office:
    """Open a workspace, make it where it is missing: store, tables and signing key.

    What `machine` fixes (by default the machine's own file) wins over the workspace's settings.
    `keys` are those of an encrypted one (see `unlocking`); without them it is a plain one. `ask`
    asks for the passphrases of caseworkers' keys there, `unlocking` opens backups of other keys.
    UnavailableError where it cannot be used.
    """
    machine = machine_file(machine)
    machine.fixed()  # refused before anything is made
    workspace = make_workspace(folder)
    require_keys(workspace)
    if keys is None and workspace.is_encrypted:
        raise still_locked(workspace.folder)
    settings = TomlSettings(workspace.settings, machine)
    settings.make()
    language = settings.load().language or "nb"
    sealing = keys.sealing if keys else None
    passphrases = _signing_passphrases(workspace.store_key, ask) if keys else None
    key, form = keys.store[0] if keys else None, _backup_form(workspace, keys, unlocking)
    store = SqlStore(workspace.store, workspace.backups, key, form)
    context = Context(
        store=store,
        originals=_originals(workspace.originals, keys),
        order_reader=cast("OrderPreparer", Late(_order_reader)),
        registry_reader=cast("RegistryReader", Late(_registry_reader)),
        receipt_reader=cast("ReceiptReader", Late(_receipt_reader)),
        lists=cast("OrderLists", Late(_lists)),
        letters=cast("LetterFiles", Late(_letters)),
        reports=cast("ReportFiles", Late(_reports)),
        packager=cast("Packager", Late(partial(_packager, workspace.keys, sealing, language))),
        keys=cast("KeyRing", Late(partial(_caseworker_keys, workspace, passphrases))),
        disk=LocalDisk(),
        inbox=FolderInbox(),
        settings_file=settings,
        exports=workspace.exports,
        clock=clock,
        default_tables=default_tables,
    )
    desk = LocalDesk(context)
    if not workspace.signing_key.exists():
        _keys(workspace.keys, sealing).make()
    return Office(workspace, desk, store)


def diagnosed(
    folder: Path,
    machine: MachineFile,
    users: Iterable[str],
    screen: Mapping[str, Mapping[str, Any]],
    key: bytes | None = None,
) -> Report:
    """All that can be told of the program, the machine and the workspace in `folder`, which need
    not open or exist. The names of `users` are nowhere in it. `screen` is what Qt says of
    `versions`, `fonts` and `display`; `key` opens an encrypted store, where it is at hand.
    """
    from timebok_desktop.files import machine_facts  # noqa: PLC0415 - asked for once in a while

    workspace = Workspace(folder.expanduser().absolute())
    mask = Mask(str(Path.home()), users)
    store = store_facts(workspace.store, encrypted=workspace.is_encrypted, key=key)
    return {
        "program": machine_facts.program_facts({**screen["versions"], **driver_versions()}),
        "machine": machine_facts.machine_facts(),
        "paths": machine_facts.path_facts(workspace, machine, mask),
        "store": {**store, **machine_facts.folder_facts(workspace)},
        "settings": machine_facts.settings_facts(workspace, machine),
        "keyring": machine_facts.keyring_facts(),
        "fonts": screen["fonts"],
        "display": screen["display"],
    }


def behind_window(folder: Path, machine: MachineFile, user: str, key: bytes | None) -> Behind:
    """What a window over the workspace in `folder` can tell of the program behind it."""

    def diagnose(screen: Mapping[str, Mapping[str, Any]]) -> Report:
        return diagnosed(folder, machine, (user, system_user()), screen, key)

    def open_beside(other: str) -> bool:
        return start_beside(folder, other, user)

    return Behind(shipped_parts, diagnose, licence_folder(), open_beside)


class Late:
    """A reader or writer of files, loaded when it is first used: a window that only looks at
    orders needs neither the libraries of workbooks nor those of signatures.
    """

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> object:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._made, name)


def _order_reader() -> OrderPreparer:
    from timebok_desktop.files.orders import OrderFileReader  # noqa: PLC0415 - see `Late`

    return OrderFileReader()


def _registry_reader() -> RegistryReader:
    from timebok_desktop.files.registry import RegistryFileReader  # noqa: PLC0415 - see `Late`

    return RegistryFileReader()


def _receipt_reader() -> ReceiptReader:
    from timebok_desktop.files.receipts import ReceiptFileReader  # noqa: PLC0415 - see `Late`

    return ReceiptFileReader()


def _lists() -> OrderLists:
    from timebok_desktop.files.lists.writer import ListWriter  # noqa: PLC0415 - see `Late`

    return ListWriter()


def _reports() -> ReportFiles:
    from timebok_desktop.files.report_pdf import ReportWriter  # noqa: PLC0415 - see `Late`

    return ReportWriter()


def _letters() -> LetterFiles:
    from timebok_desktop.files.letters.writer import LetterWriter  # noqa: PLC0415 - see `Late`

    return LetterWriter()


def _packager(folder: Path, sealing: bytes | None, language: Language) -> Packager:
    from timebok_desktop.files.package.bag import BagPackager  # noqa: PLC0415 - see `Late`

    return BagPackager(_keys(folder, sealing), __version__, language)


def verify_as_receiver(
    folder: Path, path: Path, trusted: Sequence[Path], demands: Demands
) -> PackageCheck:
    """Verify a package where `folder` holds no workspace: by the keys that are named. Nothing is
    made there.
    """
    return _packager(workspace_in(folder).keys, None, "nb").verify(path, trusted, demands)


def _keys(folder: Path, sealing: bytes | None) -> WorkspaceKeys:
    from timebok_desktop.files.keys import WorkspaceKeys  # noqa: PLC0415 - see `Late`

    return WorkspaceKeys(folder, sealing)


def _backup_form(
    workspace: Workspace, keys: StoreKeys | None, unlocking: Unlocking | None
) -> BackupForm | None:
    if keys is None:
        return None
    from timebok_desktop.files.backup_file import SealedBackups  # noqa: PLC0415 - see `Late`
    from timebok_desktop.unlocking import Unlocking  # noqa: PLC0415 - see `Late`

    others = unlocking or Unlocking()
    return SealedBackups(workspace, keys, lambda held: others.open_other(held, workspace.folder))


def _originals(folder: Path, keys: StoreKeys | None) -> Originals:
    if keys is None:
        return OriginalsFolder(folder)
    from timebok_desktop.files.sealed_originals import (  # noqa: PLC0415 - see `Late`
        SealedOriginals,
    )

    return SealedOriginals(folder, keys.originals)


def _signing_passphrases(store_key: Path, ask: Ask | None) -> Passphrases:
    from timebok_desktop.files.signing_passphrases import (  # noqa: PLC0415 - see `Late`
        Remembered,
        SigningPassphrases,
    )

    return SigningPassphrases(ask, Remembered(store_key))


def _caseworker_keys(workspace: Workspace, passphrases: Passphrases | None) -> KeyRing:
    from timebok_desktop.files.caseworker_keys import CaseworkerKeys  # noqa: PLC0415 - see `Late`
    from timebok_desktop.files.local_log import LocalLog  # noqa: PLC0415 - see `Late`

    def note(way: str, opened: bool) -> None:  # noqa: FBT001 - by one caller
        LocalLog(workspace.logs).unlocking("caseworker key", way, opened=opened)

    return CaseworkerKeys(workspace.keys, passphrases, note=note)


def default_tables() -> dict[str, TableRows]:
    """The reference tables as they are shipped."""
    folder = resource_folder() / "tables"
    return {
        name: checked_rows(name, LocalDisk().read_csv(folder / f"{name}.csv", definition.columns))
        for name, definition in DEFINITIONS.items()
    }

"""What every service works with: the store, the files, the clock. Built once by a front door."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.services.ports_approvals import KeyRing
from timebok_desktop.services.ports_files import (
    OrderLists,
    Originals,
    Packager,
    ReceiptReader,
    RegistryReader,
)
from timebok_desktop.services.ports_intake import OrderPreparer
from timebok_desktop.services.ports_letters import LetterFiles
from timebok_desktop.services.ports_reports import ReportFiles
from timebok_desktop.services.ports_store import Store, TableRows, UnitOfWork
from timebok_desktop.services.settings import Origin, Settings
from timebok_desktop.services.tables import reference_tables


class Disk(Protocol):
    """Plain files, with failures that say what to do."""

    def files_below(self, path: Path) -> list[Path]:
        """The file itself, or every file in a folder and below, sorted; NotFoundError if none."""

    def read(self, path: Path, limit: int) -> bytes:
        """The content of a file; UnreadableError where it is larger than `limit` bytes or cannot
        be read."""

    def require_size(self, path: Path, limit: int) -> None:
        """UnreadableError where a file is larger than `limit` bytes, NotFoundError where it does
        not exist."""

    def write_new(self, path: Path, pieces: Iterable[bytes], *, replaces: bool = False) -> int:
        """Write a file, whole or not at all; how many bytes it has. RefusedError where there is
        one and it is not to be replaced."""

    def read_csv(self, path: Path, columns: Sequence[str]) -> TableRows:
        """The rows of a CSV whose header has exactly these columns; UnreadableError otherwise."""

    def write_csv(self, path: Path, columns: Sequence[str], rows: TableRows) -> None:
        """Write a CSV (UTF-8, comma, header row)."""


class SettingsFile(Protocol):
    """The workspace's settings, under those that are fixed for everybody on the machine."""

    def load(self) -> Settings:
        """The settings in force; their defaults where none were saved."""

    def fixed(self) -> FixedSettings:
        """Those that nobody here can change."""

    def origins(self) -> Mapping[str, Origin]:
        """Who decided each setting, by its name."""

    def save(self, settings: Settings) -> None:
        """Save them durably."""


class Inbox(Protocol):
    """A watched folder for order files."""

    def scan(self, folder: Path) -> list[Path]:
        """Files that have stopped growing."""

    def settle(self, path: Path, *, taken: bool) -> Path:
        """Move a file into the subfolder for what was taken, or for what was not."""


@dataclass(frozen=True)
class Context:
    """The services' surroundings. `default_tables` fill a new workspace."""

    store: Store
    originals: Originals
    order_reader: OrderPreparer
    registry_reader: RegistryReader
    receipt_reader: ReceiptReader
    packager: Packager
    keys: KeyRing
    lists: OrderLists
    letters: LetterFiles
    reports: ReportFiles
    disk: Disk
    inbox: Inbox
    settings_file: SettingsFile
    exports: Path
    clock: Callable[[], datetime]
    default_tables: Callable[[], Mapping[str, TableRows]]
    _cache: dict[int, ReferenceTables] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def tables(self, unit: UnitOfWork) -> ReferenceTables:
        """The reference tables as this transaction sees them."""
        version = unit.tables.version()
        with self._lock:
            if version not in self._cache:
                self._cache.clear()
                self._cache[version] = reference_tables(unit.tables)
            return self._cache[version]


class Service:
    """A group of use cases over a context."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def _now(self) -> datetime:
        return self._context.clock()

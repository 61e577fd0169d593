"""What the services ask of the storage room: a unit of work with small, named operations.

Leaving a unit of work without `commit()` takes everything back. Rows that come out are frozen.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeAlias

from timebok_desktop.domain.codes import Kind, Outcome, Status
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.ports_files import PackageHeader, RegistryHeader
from timebok_desktop.services.views import AuditEvent, DecisionRecord, OrderQuery, OrderRow

TableRows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OrderKeys:
    """What orders are looked up and searched by, worked out from the tables when stored.

    `municipality` is the number of today ("" unresolved), `category` the table's code or "".
    """

    municipality: str
    municipality_title: str
    category: str
    her_id: int | None
    search_text: str


@dataclass(frozen=True, slots=True)
class StoredOrder:
    """An order with its place in the store and what verification last said of it."""

    id: int
    order: Order
    holder: str
    keys: OrderKeys
    snapshot_id: int | None
    snapshot_revision: int | None


PREPARED_FIELDS = (
    "kind",
    "scheme",
    "municipality_number",
    "municipality_name",
    "organization_number",
    "her_id",
    "category",
    "form",
    "vendor",
    "system",
    "contact_name",
    "contact_email",
    "contact_phone",
    "contact_role",
    "had_interim_solution",
    "desired_from",
    "language",
    "comment",
    "external_reference",
    "submitted_at",
    "sent",
    "place_prefix",
    "place_suffixes",
    "extras",
    "masked",
    "municipality_key",
    "municipality_title",
    "category_key",
    "her_id_number",
    "search_text",
    "own_rules",
)
PreparedOrder: TypeAlias = tuple[str | int | None, ...]
"""An order ready for the store, as a plain tuple of `PREPARED_FIELDS`, so that a million cross
from the reading process cheaply. Days and moments are ISO texts, yes and no are 1 and 0, `sent`
(`services.sent`), `place_suffixes`, `extras` and `masked` are compact JSON; a field's place is
the prefix followed by its suffix. `her_id_number` is 0 where the HER-id cannot be one;
`municipality_title` is "" where it is the name that was sent."""


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An open order as another order's neighbour."""

    id: int
    reference: str
    municipality: str
    her_id: int
    category: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file (or a mail's attachment) that was imported before.

    `has_personal_number` marks an original in which a national identity number was found.
    """

    sha256: str
    name: str
    outcome: str
    has_personal_number: bool


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to be stored; `fingerprint` is that of the registry entry it rests on."""

    kind: Action
    by: str
    at: datetime
    reason: str
    overrides: Mapping[str, str]
    status_before: Status
    status_after: Status
    fingerprint: str = ""
    takes_back: int | None = None


@dataclass(frozen=True, slots=True)
class PackageRecord:
    """A package that has left; counts are of its orders by receipt."""

    header: PackageHeader
    sha256: str
    path: str
    configurations: int
    acknowledged: int = 0
    failed: int = 0
    waiting: int = 0


class OrderStore(Protocol):
    """Orders, the queue and its search."""

    def next_reference_number(self, year: int) -> int: ...
    def add(self, order: Order, keys: OrderKeys) -> int: ...
    def save(self, stored: StoredOrder) -> None:
        """Write back an order's fields, status, holder and keys."""

    def get(self, reference: str) -> StoredOrder | None: ...
    def by_ids(self, ids: Sequence[int]) -> list[StoredOrder]: ...
    def ids_of_references(self, references: Sequence[str]) -> dict[str, int]: ...
    def ids(self, query: OrderQuery, user: str) -> array[int]: ...
    def rows(self, ids: Sequence[int]) -> tuple[OrderRow, ...]: ...
    def page(
        self, query: OrderQuery, user: str, limit: int, after: tuple[str, int] | None
    ) -> tuple[int, tuple[OrderRow, ...], tuple[str, int] | None]:
        """Total, rows and the (sort value, id) to go on after, None on the last page."""

    def count_by_status(self) -> dict[Status, int]: ...
    def held_by(self, user: str) -> dict[Status, int]:
        """How many orders a caseworker holds, by status."""

    def ids_to_verify(self, snapshot: Snapshot, *, everything: bool) -> array[int]: ...
    def open_neighbours(self, pairs: Iterable[tuple[int, str]]) -> list[OpenOrder]:
        """Open orders with these (HER-id, category) pairs."""

    def waiting_for_answer(self, external_reference: str) -> list[StoredOrder]:
        """Orders awaiting information with this external reference."""

    def earlier(self, municipality: str, before_id: int, limit: int) -> tuple[OrderRow, ...]: ...
    def findings(self, ids: Sequence[int]) -> dict[int, tuple[Finding, ...]]: ...
    def set_findings(
        self,
        verdicts: Iterable[tuple[int, Outcome, tuple[Finding, ...]]],
        snapshot: Snapshot,
    ) -> None: ...
    def statistics(self) -> OrderStatistics: ...
    def references_with_status(self, statuses: Sequence[Status]) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class OrderStatistics:
    """Counts for the overview; `open_by_day` is by the day (ISO, Norway) since which each waits."""

    by_outcome: Mapping[str, int]
    by_category: Mapping[str, int]
    by_rule: Mapping[str, int]
    open_by_municipality: Mapping[str, int]
    open_by_day: Mapping[str, int]


class DecisionStore(Protocol):
    """Decisions; the database allows one current decision an order, and one standing approval
    an order and caseworker."""

    def add(self, order_id: int, decision: NewDecision) -> DecisionRecord: ...
    def current(self, order_id: int) -> DecisionRecord | None: ...
    def history(self, order_id: int) -> tuple[DecisionRecord, ...]: ...
    def take_back(self, order_id: int, decision: DecisionRecord) -> DecisionRecord | None:
        """Make the one before it current again; returns that one."""

    def void_all(self, order_id: int) -> None:
        """Approvals fall away: nothing is current or standing any more."""

    def end_approvals(self, order_id: int) -> None:
        """The order left the way to approval: its approvals no longer stand."""

    def standing_approvals(self, order_id: int) -> tuple[DecisionRecord, ...]: ...
    def fingerprint(self, order_id: int) -> str:
        """The registry fingerprint of the last standing approval, "" where there is none."""


class ConfigurationStore(Protocol):
    """Configurations; the database allows one current one a key."""

    def current(self, key: ConfigurationKey) -> Configuration | None: ...
    def of_pairs(self, pairs: Iterable[tuple[int, str]]) -> list[Configuration]:
        """Current configurations with these (HER-id, category) pairs."""

    def made_by(self, reference: str) -> Configuration | None:
        """The configuration that an order made and that was not undone, current or past."""

    def ended_by(self, reference: str) -> Configuration | None:
        """The configuration that an order replaced or deactivated."""

    def ended_by_orders(
        self, pairs: Iterable[tuple[int, str]], references: Iterable[str]
    ) -> list[Configuration]:
        """What these orders replaced or deactivated among these (HER-id, category) pairs."""

    def add(self, configuration: Configuration) -> None: ...
    def end(self, key: ConfigurationKey, at: datetime, by: str, reason: str) -> None: ...
    def undo(self, reference: str, at: datetime) -> None:
        """What an order made is neither current nor part of the chain any more."""

    def bring_back(self, reference: str) -> None:
        """Make current again what an order had ended."""

    def hand_over(self, reference: str, to: str, reason: str) -> None:
        """What an order had ended counts as ended by another one."""

    def listed(self, *, past: bool) -> list[Configuration]: ...
    def history(self, her_id: int, category: str) -> list[Configuration]: ...


class RegistryStore(Protocol):
    """Snapshots and their parties."""

    def current(self) -> Snapshot | None: ...
    def snapshots(self) -> list[Snapshot]: ...
    def begin_snapshot(
        self, taken_at: datetime, sha256: str, source_name: str, imported_at: datetime
    ) -> int: ...
    def add_parties(self, snapshot_id: int, parties: Sequence[Party]) -> None:
        """Add parties; one that the snapshot has already is replaced."""

    def finish_snapshot(
        self, snapshot_id: int, header: RegistryHeader, *, includes_deactivated: bool
    ) -> Snapshot:
        """Count the parties and switch the current snapshot to this one."""

    def supplement(self, snapshot_id: int, staged_id: int) -> Snapshot:
        """Move the staged parties into a snapshot (a party it has is replaced), drop the staged
        snapshot, count again and raise the revision."""

    def party(self, snapshot_id: int, her_id: int) -> Party | None: ...
    def parties(self, snapshot_id: int, her_ids: Iterable[int]) -> dict[int, Party]: ...
    def children(self, snapshot_id: int, her_id: int, limit: int) -> list[Party]: ...
    def services_of(
        self, snapshot_id: int, *, organization_number: str = "", municipality: str = "", limit: int
    ) -> list[Party]: ...
    def search(self, snapshot_id: int, words: Sequence[str], limit: int) -> list[Party]: ...
    def any_inactive(self, snapshot_id: int, day: str) -> bool: ...


class AuditStore(Protocol):
    """The append-only log with its hash chain."""

    def append(
        self, at: datetime, by: str, action: str, subject: str, details: Mapping[str, object]
    ) -> AuditEvent: ...
    def head(self) -> str: ...
    def events(
        self, subject: str = "", limit: int | None = None, before: int | None = None
    ) -> tuple[AuditEvent, ...]: ...
    def chain(self) -> Iterable[tuple[int, str, str]]:
        """Number and hash of every entry in order with the hash that its content gives ("" where
        the entry does not follow the one before it)."""


class PackageStore(Protocol):
    """Packages that have left and their receipts."""

    def last(self) -> PackageRecord | None: ...
    def add(self, record: PackageRecord, order_ids: Sequence[int]) -> None: ...
    def listed(self) -> list[PackageRecord]: ...
    def order_ids(self, uuid: str) -> dict[str, int] | None:
        """The orders of a package by reference; None for an unknown package."""

    def answers(self, uuid: str) -> dict[str, bool]:
        """What has come back for a package: by reference, whether it went well."""

    def set_receipt(
        self, uuid: str, order_id: int, *, ok: bool, message: str, at: datetime
    ) -> None: ...


class TableStore(Protocol):
    """The editable reference tables as rows of text."""

    def rows(self, name: str) -> TableRows: ...
    def replace(self, name: str, rows: TableRows) -> None: ...
    def version(self) -> int:
        """Goes up with every replacement of any table."""


class FileStore(Protocol):
    """What has been imported."""

    def known(self, sha256: str) -> KnownFile | None: ...
    def add(
        self,
        sha256: str,
        name: str,
        file_format: str,
        outcome: str,
        at: datetime,
        by: str,
        *,
        has_personal_number: bool = False,
    ) -> None: ...


class UnitOfWork(Protocol):
    """One transaction over all of them."""

    orders: OrderStore
    decisions: DecisionStore
    configurations: ConfigurationStore
    registry: RegistryStore
    audit: AuditStore
    packages: PackageStore
    tables: TableStore
    files: FileStore

    def commit(self) -> None:
        """Make everything durable; UnavailableError where the disk will not."""


class Store(Protocol):
    """Where units of work come from."""

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; nothing can be written."""

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """A write transaction (BEGIN IMMEDIATE), taken back unless committed."""

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is whole."""

    def backup(self, target: Path) -> None: ...
    def restore(self, source: Path) -> Path:
        """Replace the store by a verified backup; returns where the one before it is kept."""

"""What the services ask of the storage room: a unit of work with small, named operations.

Leaving a unit of work without `commit()` takes everything back. Rows that come out are frozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.ports_approvals import ApprovalStore, Checkpoint
from timebok_desktop.services.ports_bulk import BulkStore, BulkUndoStore, Signed
from timebok_desktop.services.ports_correspondence import CorrespondenceStore
from timebok_desktop.services.ports_figures import FigureStore
from timebok_desktop.services.ports_files import PackageHeader, RegistryHeader
from timebok_desktop.services.ports_orders import OrderStore, Queue, VerdictStore
from timebok_desktop.services.ports_retention import RetentionStore
from timebok_desktop.services.ports_views import OwnViewStore, SeenStore
from timebok_desktop.services.views import AuditEvent, DecisionRecord

TableRows = tuple[tuple[str, ...], ...]


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
class NewFile:
    """A file to be remembered. `audit_seq` is the entry of the log that tells of its orders."""

    sha256: str
    name: str
    format: str
    outcome: str
    at: datetime
    by: str
    has_personal_number: bool = False
    audit_seq: int | None = None


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision to be stored; `fingerprint` is that of the registry entry it rests on, `signed`
    what an approval was signed with."""

    kind: Action
    by: str
    at: datetime
    reason: str
    overrides: Mapping[str, str]
    status_before: Status
    status_after: Status
    fingerprint: str = ""
    takes_back: int | None = None
    signed: Signed | None = None
    evidence: str = ""


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

    def of_orders(
        self, references: Sequence[str]
    ) -> tuple[dict[str, Configuration], dict[str, Configuration]]:
        """What each of these orders made (and was not undone), and what each replaced or
        deactivated."""

    def orders_of_current(self) -> Sequence[int]:
        """The ids of the orders that made what is current."""

    def ended_by_orders(
        self, pairs: Iterable[tuple[int, str]], references: Iterable[str]
    ) -> list[Configuration]:
        """What these orders replaced or deactivated among these (HER-id, category) pairs."""

    def add(self, configuration: Configuration) -> None: ...
    def carry_out(self, changes: Iterable[tuple[Proposal, str]], at: datetime) -> None:
        """End what was current and make the new ones current, in this order, each for an order
        (by its reference)."""

    def undo(self, reference: str, at: datetime) -> None:
        """What an order made is neither current nor part of the chain any more."""

    def take_back_plain(self, references: Sequence[str], at: datetime) -> list[str]:
        """The approvals of these orders fell away: undo what they made and bring back what they
        ended, where no other order has built on it; returns those where one has, untouched."""

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
    def fingerprints(self, snapshot_id: int, her_ids: Iterable[int]) -> dict[int, str]:
        """What drift is found by (`services.configuration_changes.fingerprint`), by HER-id."""

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
    def append_many(
        self,
        at: datetime,
        by: str,
        action: str,
        entries: Iterable[tuple[str, Mapping[str, object]]],
    ) -> None:
        """An entry of the same action for each (subject, details)."""

    def note_clock(self, at: datetime) -> None:
        """Where the clock has jumped since the last entry (`services.clock_jumps`), an entry that
        says so. Every other entry does it first."""

    def clock_jump(self) -> AuditEvent | None:
        """The last entry that says that the clock has jumped."""

    def head(self) -> str: ...
    def checkpoint(self) -> Checkpoint:
        """The last entry."""

    def origin(self) -> str:
        """The hash of the first entry, which no other log has; "" in an empty log."""

    def hash_of(self, sequence: int) -> str:
        """The hash of an entry, "" where there is none with this number."""

    def contains(self, sequence: int | None, head: str) -> bool:
        """Whether an entry has this hash, and this number where it is known."""

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

    def names(self) -> set[str]:
        """The tables that were ever filled, with however few rows."""

    def rows(self, name: str) -> TableRows: ...
    def replace(self, name: str, rows: TableRows) -> None: ...
    def version(self) -> int:
        """Goes up with every replacement of any table."""


class FileStore(Protocol):
    """What has been imported."""

    def known(self, sha256: str) -> KnownFile | None: ...
    def add(self, file: NewFile) -> int:
        """Remember a file, or what is known of it now, under one id for good."""


class UnitOfWork(Protocol):
    """One transaction over all of them."""

    orders: OrderStore
    verdicts: VerdictStore
    bulk: BulkStore
    bulk_undo: BulkUndoStore
    decisions: DecisionStore
    correspondence: CorrespondenceStore
    approvals: ApprovalStore
    own_views: OwnViewStore
    seen: SeenStore
    retention: RetentionStore
    configurations: ConfigurationStore
    registry: RegistryStore
    audit: AuditStore
    packages: PackageStore
    tables: TableStore
    files: FileStore
    figures: FigureStore

    def commit(self) -> None:
        """Make everything durable; UnavailableError where the disk will not."""


class Store(Protocol):
    """Where units of work come from."""

    @property
    def queue(self) -> Queue: ...

    def read(self) -> AbstractContextManager[UnitOfWork]:
        """A consistent view; nothing can be written."""

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """A write transaction (BEGIN IMMEDIATE), taken back unless committed."""

    def check(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is whole."""

    def backup(self, target: Path, *, replaces: bool = False) -> None:
        """Write a whole copy, looked through. RefusedError where there is a file that is not to
        be replaced; the store itself never is."""

    def backup_if_due(self, now: datetime, kept: int) -> Path | None:
        """The backup of the day, where there is none yet and any are `kept`."""

    def restore(self, source: Path) -> Path:
        """Replace the store by a verified backup; returns where the one before it is kept.
        DamagedError where the store is too damaged to be kept so."""

    def restore_last(self) -> tuple[Path, Path]:
        """The same with the last good backup; which, and where the one before it is kept."""

"""A desk in memory with invented data, for tests and pictures of the pages.

It keeps the promises of `services.desk.Desk` that the pages rely on; nothing is read or written
except the files that a caseworker chooses.
"""

# ruff: noqa: ARG002 - the signatures are those of the Desk protocol

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from invented_figures import OVERVIEW, InventedFigures
from invented_views import InventedViews
from invented_world import (
    invented_configuration,
    invented_event,
    invented_package,
    invented_parties,
    invented_snapshot,
    invented_tables,
    order_row,
    sha,
)

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.errors import NotFoundError, RefusedError
from timebok_desktop.domain.party import (
    Party,
    Snapshot,
)
from timebok_desktop.domain.phrases import Phrase, same
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.rules import RULES
from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.services.ports_files import PackageCheck
from timebok_desktop.services.retention import RetentionReport
from timebok_desktop.services.settings import SettingRow, Settings
from timebok_desktop.services.views import (
    AuditEvent,
    AuditVerdict,
    ConfigurationRow,
    ExportReport,
    HeldBack,
    ImportedFile,
    ImportReport,
    OrderRow,
    Overview,
    PackageRow,
    ReceiptReport,
    RegistryImportReport,
    RuleDescription,
    StoreCheck,
    TableView,
    VerificationReport,
)


@dataclass
class FakeDesk(InventedFigures, InventedViews):
    """The state of the invented desk; tests may change it before a page is built."""

    parties: tuple[Party, ...] = field(default_factory=invented_parties)
    asked_figures: list[tuple[date | None, date, str, str]] = field(default_factory=list)
    kept_snapshots: tuple[Snapshot, ...] = (
        invented_snapshot(3, 3, 287_412),
        invented_snapshot(2, 31, 286_950),
        invented_snapshot(1, 60, 284_101),
    )
    rows: tuple[OrderRow, ...] = tuple(
        order_row(number, status=Status.RECEIVED, outcome=Outcome.CLEAR) for number in range(1, 30)
    )
    ready: tuple[OrderRow, ...] = tuple(
        order_row(number, status=Status.APPROVED, outcome=Outcome.CLEAR) for number in range(31, 37)
    )
    held: tuple[HeldBack, ...] = (
        HeldBack(
            "RTB-2026-000021",
            Phrase(
                "HER-id 8100023 er endret i AR etter godkjenningen. Verifiser og godkjenn på nytt.",
                "HER-id 8100023 er endra i AR etter godkjenninga. Verifiser og godkjenn på nytt.",
            ),
        ),
    )
    current: tuple[ConfigurationRow, ...] = tuple(invented_configuration(n) for n in range(12))
    past: tuple[ConfigurationRow, ...] = tuple(
        invented_configuration(n, current=False, ended=("replaced", "deactivated", "undone")[n % 3])
        for n in range(12, 17)
    )
    left: tuple[PackageRow, ...] = (
        invented_package(14, 0, 0, 7),
        invented_package(13, 11, 1, 0),
        invented_package(12, 9, 0, 0),
        invented_package(1, 122, 0, 0),
    )
    log: tuple[AuditEvent, ...] = tuple(invented_event(seq) for seq in range(1, 401))
    tables: dict[str, TableView] = field(default_factory=invented_tables)
    kept_settings: Settings = field(default_factory=lambda: Settings(language="nb"))
    fixed: FixedSettings = field(default_factory=FixedSettings)
    intact: bool = True
    store_problems: tuple[Phrase, ...] = ()
    package_problems: tuple[Problem, ...] = ()
    fewer: bool = False
    done: list[str] = field(default_factory=list)

    # -- orders ------------------------------------------------------------------------------
    def order_ids(self, query: object, user: str, cancelled: object = None) -> array[int]:
        """All orders."""
        return array("q", (row.id for row in self.rows))

    def order_rows(self, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
        """The rows of these ids."""
        by_id = {row.id: row for row in self.rows}
        return tuple(by_id[number] for number in ids if number in by_id)

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each view holds."""
        return {"all": len(self.rows), "new": len(self.rows)}

    # -- registry ----------------------------------------------------------------------------
    def current_snapshot(self) -> Snapshot | None:
        """The newest snapshot."""
        return self.kept_snapshots[0] if self.kept_snapshots else None

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All snapshots."""
        return self.kept_snapshots

    def import_registry(
        self,
        path: Path,
        user: str,
        taken_at: datetime | None = None,
        accept_fewer: Callable[[int, int], bool] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> RegistryImportReport:
        """Take a file as the next snapshot."""
        if progress is not None:
            progress(1, 2)
        if self.fewer and (accept_fewer is None or not accept_fewer(1_200, 287_412)):
            raise RefusedError(
                "Uttrekket har langt færre parter (1200) enn det gjeldende (287412).",
                "Uttrekket har langt færre partar (1200) enn det gjeldande (287412).",
            )
        number = len(self.kept_snapshots) + 1
        taken = replace(invented_snapshot(number, 0, 287_555), source_name=path.name)
        self.kept_snapshots = (taken, *self.kept_snapshots)
        self.done.append(f"import_registry {path.name}")
        note = Problem("/CommunicationParties/7", "no-type", same("Ukjent type «X»"), refuses=True)
        return RegistryImportReport(taken, supplemented=False, problems=(note,))

    def verify(
        self,
        references: Sequence[str] = (),
        *,
        everything: bool = False,
        user: str,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        details: bool = True,
    ) -> VerificationReport:
        """The verdict on all orders."""
        self.done.append("verify")
        snapshot = self.kept_snapshots[0]
        counts = {Outcome.CLEAR: 21, Outcome.WARNINGS: 12, Outcome.STOPPED: 5}
        return VerificationReport(snapshot, counts if self.rows else {}, ())

    def party(self, her_id: int) -> Party:
        """A party."""
        for party in self.parties:
            if party.her_id == her_id:
                return party
        raise NotFoundError(
            "HER-id {her_id} finnes ikke i AR-uttrekket.",
            "HER-id {her_id} finst ikkje i AR-uttrekket.",
            her_id=her_id,
        )

    def party_relatives(self, her_id: int) -> tuple[Party | None, tuple[Party, ...]]:
        """A party's parent and children."""
        party = self.party(her_id)
        parent = self.party(party.parent_her_id) if party.parent_her_id else None
        children = tuple(p for p in self.parties if p.parent_her_id == her_id)
        return parent, children

    def search_parties(self, text: str, limit: int = 50) -> tuple[Party, ...]:
        """Parties by words."""
        words = text.lower().split()
        found = [
            party
            for party in self.parties
            if all(
                word in f"{party.her_id} {party.label} {party.municipality_name}".lower()
                for word in words
            )
        ]
        return tuple(found[:limit])

    # -- configurations ----------------------------------------------------------------------
    def configurations(
        self, *, past: bool = False, search: str = ""
    ) -> tuple[ConfigurationRow, ...]:
        """Configurations by a word."""
        rows = self.current + (self.past if past else ())
        return tuple(
            row
            for row in rows
            if search.lower()
            in f"{row.municipality_name} {row.configuration.key.her_id} "
            f"{row.configuration.key.category}".lower()
        )

    def configuration_history(self, her_id: int, category: str) -> tuple[ConfigurationRow, ...]:
        """All configurations of a party and category."""
        return tuple(
            row
            for row in (*self.current, *self.past)
            if (row.configuration.key.her_id, row.configuration.key.category) == (her_id, category)
        )

    def import_configurations(
        self, path: Path, user: str, *, dry_run: bool = False
    ) -> ImportReport:
        """Load a base."""
        if not dry_run:
            self.done.append(f"import_configurations {path.name}")
        problem = Problem("row 4, her_id", "missing-field", same("HER-id mangler"), refuses=True)
        file = ImportedFile(str(path), sha(path.name), "csv", "partly", (), (problem,))
        return ImportReport((file,), accepted=41, refused=1, duplicates=0)

    # -- export ------------------------------------------------------------------------------
    def export_preview(self) -> tuple[tuple[OrderRow, ...], tuple[HeldBack, ...]]:
        """What would leave and what would be held back."""
        return self.ready, self.held

    def export(
        self,
        out: Path | None,
        user: str,
        *,
        full: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> ExportReport:
        """Let everything that is ready leave."""
        count = len(self.current) if full else len(self.ready)
        if not count:
            return ExportReport("", None, 0, self.held, "")
        package = replace(invented_package(15, 0, 0, count), full=full)
        self.left = (package, *self.left)
        self.ready = ()
        self.done.append("export full" if full else "export delta")
        return ExportReport(package.path, 15, count, self.held, package.sha256)

    def packages(self) -> tuple[PackageRow, ...]:
        """All packages."""
        return self.left

    def verify_package(
        self, path: Path, trust: Path | None = None, after: int | None = None
    ) -> PackageCheck:
        """The verdict that the test asked for."""
        self.done.append(f"verify_package {path.name} {trust.name if trust else '-'} {after}")
        valid = not self.package_problems
        return PackageCheck(valid, self.package_problems, 7, sha("key") if valid else "", 14)

    def import_receipts(self, path: Path, user: str, *, dry_run: bool = False) -> ReceiptReport:
        """Take a receipt."""
        if not dry_run:
            self.done.append(f"import_receipts {path.name}")
        problem = Problem("/results/3", "unknown-order", same("RTB-2026-009999"), refuses=True)
        return ReceiptReport(6, 1, 1, (problem,))

    def export_trust(self, target: Path) -> None:
        """Write a key."""
        target.write_text("{}", encoding="utf-8")

    # -- tables, log, store, settings ----------------------------------------------------------
    def table_names(self) -> tuple[str, ...]:
        """The names of the tables."""
        return tuple(self.tables)

    def table(self, name: str) -> TableView:
        """A table."""
        return self.tables[name]

    def replace_table(self, name: str, rows: Sequence[Sequence[str]], user: str) -> TableView:
        """Replace a table, or refuse an empty first cell."""
        if any(not row[0].strip() for row in rows):
            raise RefusedError(
                "Rad {row} mangler verdi i første kolonne. Ingenting er lagret.",
                "Rad {row} manglar verdi i første kolonne. Ingenting er lagra.",
                row=next(n for n, row in enumerate(rows, 1) if not row[0].strip()),
            )
        self.tables[name] = replace(self.tables[name], rows=tuple(tuple(row) for row in rows))
        self.done.append(f"replace_table {name} {len(rows)}")
        return self.tables[name]

    def import_table(self, name: str, path: Path, user: str) -> TableView:
        """Replace a table from CSV."""
        with path.open(encoding="utf-8", newline="") as file:
            _, *rows = csv.reader(file)
        return self.replace_table(name, rows, user)

    def export_table(self, name: str, path: Path) -> None:
        """Write a table as CSV."""
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows((self.tables[name].columns, *self.tables[name].rows))

    def audit_events(
        self, reference: str = "", limit: int | None = None, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """The last entries before a sequence number, ascending."""
        found = [
            event
            for event in self.log
            if (not reference or event.subject == reference)
            and (before is None or event.seq < before)
        ]
        return tuple(found if limit is None else found[-limit:])

    def verify_audit(self) -> AuditVerdict:
        """The verdict that the test asked for."""
        head = self.log[-1].hash if self.log else ""
        return AuditVerdict(len(self.log), head, self.intact, None if self.intact else 117)

    def overview(self) -> Overview:
        """Invented numbers."""
        if not self.rows:
            return Overview({}, {}, {}, {}, {}, {}, 0, None)
        return OVERVIEW

    def rules(self) -> tuple[RuleDescription, ...]:
        """The real rules."""
        return tuple(
            RuleDescription(rule.code, rule.severity, rule.concerns, rule.title, rule.source)
            for rule in RULES.values()
        )

    def check_store(self) -> StoreCheck:
        """The verdict that the test asked for."""
        return StoreCheck(not self.store_problems, self.store_problems)

    def backup(self, target: Path, *, replaces: bool = False) -> None:
        """Write a copy."""
        assert replaces or not target.exists()
        target.write_bytes(b"backup")
        self.done.append(f"backup {target.name}")

    def restore(self, source: Path) -> Path:
        """Take a copy back."""
        self.done.append(f"restore {source.name}")
        return source

    def would_retain(self, user: str, days: int) -> RetentionReport:
        """What would be deleted."""
        return RetentionReport(days, 12, {"name": 12}, 3, 0)

    def settings(self) -> Settings:
        """The settings."""
        return self.kept_settings

    def fixed_settings(self) -> FixedSettings:
        """What is fixed."""
        return self.fixed

    def setting_rows(self) -> tuple[SettingRow, ...]:
        """No window asks for them."""
        return ()

    def change_settings(self, changes: Mapping[str, str], user: str) -> None:
        """No window asks for it."""

    def save_settings(self, settings: Settings, user: str) -> None:
        """Keep the settings."""
        self.kept_settings = settings
        self.done.append("save_settings")

"""The desk: every use case behind one object, the same for the window and the command line.

Each method is a plain function over plain data: it opens a unit of work, commits and closes, and
can run on any thread (the window runs them one at a time on its database lane).
`progress(done, total)` may be called often; `cancelled()` is asked between batches.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.day_report import DayReport
from timebok_desktop.services.desk_of_orders import Cancelled, OrderDesk, Progress
from timebok_desktop.services.figure_views import Figures
from timebok_desktop.services.fixed_settings import FixedSettings
from timebok_desktop.services.ports_approvals import CaseworkerKey
from timebok_desktop.services.ports_files import PackageCheck
from timebok_desktop.services.ports_reports import ReportDocument
from timebok_desktop.services.retention import RetentionReport
from timebok_desktop.services.settings import SettingRow, Settings
from timebok_desktop.services.views import (
    AuditEvent,
    AuditVerdict,
    ConfigurationRow,
    ExportReport,
    HeldBack,
    ImportReport,
    OrderRow,
    Overview,
    PackageRow,
    ReceiptReport,
    RegistryImportReport,
    RuleDescription,
    StoreCheck,
    TableView,
)


class Desk(OrderDesk, Protocol):
    """What a front door can do. User names are compared without case."""

    # -- caseworkers' keys ---------------------------------------------------------------------
    def caseworker_keys(self) -> tuple[CaseworkerKey, ...]:
        """Every key that was ever made, oldest first; a caseworker signs with the newest."""

    def unlock(self, user: str, passphrase: str) -> None:
        """Unlock a caseworker's key, for as long as the program runs. RefusedError where the
        passphrase does not open it."""

    def renew_key(self, user: str) -> CaseworkerKey:
        """A new key for a caseworker whose key or passphrase is lost; logged."""

    # -- registry ----------------------------------------------------------------------------
    def current_snapshot(self) -> Snapshot | None:
        """The snapshot that verification rests on now."""

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All kept snapshots, newest first."""

    def import_registry(
        self,
        path: Path,
        user: str,
        taken_at: datetime | None = None,
        accept_fewer: Callable[[int, int], bool] | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> RegistryImportReport:
        """Import an AR file. `accept_fewer(new, old)` is asked where an export has far fewer
        parties than the current snapshot; without it such an export is refused."""

    def party(self, her_id: int) -> Party:
        """A party of the current snapshot. NotFoundError says what its absence may mean."""

    def party_relatives(self, her_id: int) -> tuple[Party | None, tuple[Party, ...]]:
        """A party's parent and its children in the current snapshot."""

    def search_parties(self, text: str, limit: int = 50) -> tuple[Party, ...]:
        """Parties by name, HER-id, organisation number, municipality or service type."""

    # -- configurations ----------------------------------------------------------------------
    def configurations(
        self, *, past: bool = False, search: str = ""
    ) -> tuple[ConfigurationRow, ...]:
        """Current configurations, with `past` the ended ones too."""

    def configuration_history(self, her_id: int, category: str) -> tuple[ConfigurationRow, ...]:
        """All configurations of a party and category, newest first. NotFoundError if none."""

    def import_configurations(
        self, path: Path, user: str, *, dry_run: bool = False
    ) -> ImportReport:
        """Load what was set up before this program (CSV), as the base of change orders."""

    # -- export ------------------------------------------------------------------------------
    def export_preview(self) -> tuple[tuple[OrderRow, ...], tuple[HeldBack, ...]]:
        """What the next export would take and what it would hold back."""

    def export(
        self,
        out: Path | None,
        user: str,
        *,
        full: bool = False,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ExportReport:
        """Export to `out` (None: the workspace's exports). All or nothing."""

    def packages(self) -> tuple[PackageRow, ...]:
        """All packages that have left, newest first."""

    def verify_package(
        self,
        path: Path,
        trust: Path | None = None,
        after: int | None = None,
        seen: Path | None = None,
        *,
        strict: bool = False,
    ) -> PackageCheck:
        """Verify a package folder or archive; one of our own must also fit to our own log. The
        rest is as in `services.ports_files.Demands`."""

    def import_receipts(self, path: Path, user: str, *, dry_run: bool = False) -> ReceiptReport:
        """Take a receipt back; with `dry_run` only tell what it answers."""

    def export_trust(self, target: Path) -> None:
        """Write the public key that packages are verified with."""

    # -- privacy -----------------------------------------------------------------------------
    def retain(self, user: str, *, dry_run: bool = False) -> RetentionReport:
        """Delete contact data and originals that have served their time; logged. Nothing where
        the setting says never; with `dry_run` only tell."""

    def would_retain(self, user: str, days: int) -> RetentionReport:
        """What `retain` would delete now if the setting were so many days; nothing is changed."""

    def about_person(self, text: str, user: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What is stored about a person, by kind of record; that it was asked is logged."""

    # -- tables, log, store, settings ----------------------------------------------------------
    def table_names(self) -> tuple[str, ...]:
        """The names of the reference tables."""

    def table(self, name: str) -> TableView:
        """A reference table. NotFoundError for an unknown name."""

    def replace_table(self, name: str, rows: Sequence[Sequence[str]], user: str) -> TableView:
        """Replace a table in one transaction; what it touches is verified again."""

    def import_table(self, name: str, path: Path, user: str) -> TableView:
        """Replace a table from its CSV."""

    def export_table(self, name: str, path: Path) -> None:
        """Write a table as CSV."""

    def audit_events(
        self, reference: str = "", limit: int | None = None, before: int | None = None
    ) -> tuple[AuditEvent, ...]:
        """Log entries in ascending order of sequence: of one order, or the `limit` last ones
        before the sequence number `before`."""

    def verify_audit(self) -> AuditVerdict:
        """Recompute the whole hash chain, and hold it against what was signed and sent."""

    def overview(self) -> Overview:
        """The state of the desk in numbers."""

    def figures(
        self, first: date | None, last: date, county: str = "", category: str = ""
    ) -> Figures:
        """What happened from `first` (None: from the beginning) to `last`, days in Norway; of the
        orders of a county and a category, where they are named."""

    def day_report(self, day: date | None = None) -> DayReport:
        """The report of a day in Norway, by default of today."""

    def save_day_report(
        self, path: Path, language: Language, day: date | None = None, *, replaces: bool = False
    ) -> DayReport:
        """Write it as a tagged PDF. RefusedError where the file exists and `replaces` is not
        wanted."""

    def day_report_sheets(self, language: Language, day: date | None = None) -> ReportDocument:
        """The same words, for a printer."""

    def rules(self) -> tuple[RuleDescription, ...]:
        """All rules, for help and settings."""

    def check_store(self) -> StoreCheck:
        """Look the whole store through."""

    def backup(self, target: Path, *, replaces: bool = False) -> None:
        """Write a whole, verified copy of the store. RefusedError where the file exists and
        `replaces` is not wanted, or where it is the store itself."""

    def back_up_if_due(self) -> Path | None:
        """The backup of the day, made once; None where there is nothing to do."""

    def restore(self, source: Path) -> Path:
        """Replace the store by a backup; returns where the one before it is kept. DamagedError
        where the store is too damaged to be kept so."""

    def restore_last(self) -> tuple[Path, Path]:
        """The same with the last good backup; which, and where the one before it is kept."""

    def settings(self) -> Settings:
        """The settings in force."""

    def fixed_settings(self) -> FixedSettings:
        """What an administrator has fixed for everybody on the machine."""

    def setting_rows(self) -> tuple[SettingRow, ...]:
        """Every setting: what is in force, its default, and who decided it."""

    def change_settings(self, changes: Mapping[str, str], user: str) -> None:
        """Change settings by their names, values as a person types them; all or none, logged.
        RefusedError for a name, a value or a fixed setting that cannot be changed."""

    def save_settings(self, settings: Settings, user: str) -> None:
        """Save settings; logged. RefusedError where a fixed one would change."""

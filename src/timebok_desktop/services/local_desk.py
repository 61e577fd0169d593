"""The desk over a local workspace: every group of use cases in one object."""

from __future__ import annotations

from contextlib import suppress

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.services.administration import LogService, StoreService, TableService
from timebok_desktop.services.amendment import AmendmentService
from timebok_desktop.services.bulk_review import BulkReviewService
from timebok_desktop.services.bulk_undo import BulkUndoService
from timebok_desktop.services.caseworkers import CaseworkerService
from timebok_desktop.services.configurations import ConfigurationService
from timebok_desktop.services.context import Context
from timebok_desktop.services.day_report import DayReportService
from timebok_desktop.services.export import ExportService
from timebok_desktop.services.handing_over import HandingOverService
from timebok_desktop.services.intake import IntakeService
from timebok_desktop.services.letters import LetterService
from timebok_desktop.services.notes_and_drafts import NotesAndDraftsService
from timebok_desktop.services.order_lists import OrderListService
from timebok_desktop.services.own_views import OwnViewService
from timebok_desktop.services.queue import QueueService
from timebok_desktop.services.reading import ReadingService
from timebok_desktop.services.receipts import ReceiptService
from timebok_desktop.services.registry import RegistryService
from timebok_desktop.services.retention import RetentionService
from timebok_desktop.services.review import ReviewService
from timebok_desktop.services.source_view import SourceViewService
from timebok_desktop.services.table_definitions import DEFINITIONS
from timebok_desktop.services.verification import VerificationService


class LocalDesk(
    QueueService,
    SourceViewService,
    OrderListService,
    OwnViewService,
    ReadingService,
    IntakeService,
    VerificationService,
    AmendmentService,
    ReviewService,
    BulkReviewService,
    BulkUndoService,
    HandingOverService,
    NotesAndDraftsService,
    LetterService,
    CaseworkerService,
    RegistryService,
    ConfigurationService,
    ExportService,
    ReceiptService,
    RetentionService,
    TableService,
    LogService,
    DayReportService,
    StoreService,
):
    """Implements `services.desk.Desk`. When it is made, it fills the tables that a workspace does
    not have yet, works out what is to be done first where the settings were changed in their file,
    and finishes the export that a killed program left.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        with context.store.read() as unit:
            missing = set(DEFINITIONS) - unit.tables.names()
        if missing:
            self._fill_tables()
        with suppress(UnavailableError):  # the next start does it
            self.rest_on_settings()
        with suppress(UnavailableError):  # the next export says so
            self.finish_last_package()

    def _fill_tables(self) -> None:
        with self._context.store.write() as unit:
            known = unit.tables.names()
            shipped = self._context.default_tables()
            tables = {name: rows for name, rows in shipped.items() if name not in known}
            if not tables:
                return
            for name, rows in tables.items():
                unit.tables.replace(name, rows)
            what = "tables-added" if known else "workspace-made"
            unit.audit.append(self._now(), "", what, "", {"tables": sorted(tables)})
            unit.commit()

"""The desk over a local workspace: every group of use cases in one object."""

from __future__ import annotations

from contextlib import suppress

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.services.administration import LogService, StoreService, TableService
from timebok_desktop.services.amendment import AmendmentService
from timebok_desktop.services.bulk_review import BulkReviewService
from timebok_desktop.services.configurations import ConfigurationService
from timebok_desktop.services.context import Context
from timebok_desktop.services.export import ExportService
from timebok_desktop.services.intake import IntakeService
from timebok_desktop.services.notes_and_drafts import NotesAndDraftsService
from timebok_desktop.services.order_lists import OrderListService
from timebok_desktop.services.queue import QueueService
from timebok_desktop.services.receipts import ReceiptService
from timebok_desktop.services.registry import RegistryService
from timebok_desktop.services.review import ReviewService
from timebok_desktop.services.verification import VerificationService


class LocalDesk(
    QueueService,
    OrderListService,
    IntakeService,
    VerificationService,
    AmendmentService,
    ReviewService,
    BulkReviewService,
    NotesAndDraftsService,
    RegistryService,
    ConfigurationService,
    ExportService,
    ReceiptService,
    TableService,
    LogService,
    StoreService,
):
    """Implements `services.desk.Desk`. When it is made, it fills an empty workspace's tables and
    finishes the export that a killed program left.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        with context.store.read() as unit:
            filled = unit.tables.version() > 0
        if not filled:
            self._fill_tables()
        with suppress(UnavailableError):  # the next export says so
            self.finish_last_package()

    def _fill_tables(self) -> None:
        with self._context.store.write() as unit:
            if unit.tables.version() > 0:
                return
            tables = self._context.default_tables()
            for name, rows in tables.items():
                unit.tables.replace(name, rows)
            unit.audit.append(self._now(), "", "workspace-made", "", {"tables": sorted(tables)})
            unit.commit()

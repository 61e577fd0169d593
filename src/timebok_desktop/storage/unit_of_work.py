"""One transaction over the whole store. Leaving it without `commit()` takes everything back."""

from __future__ import annotations

from sqlalchemy import Connection

from timebok_desktop.services.ports_approvals import ApprovalStore
from timebok_desktop.services.ports_bulk import BulkStore, BulkUndoStore
from timebok_desktop.services.ports_correspondence import CorrespondenceStore
from timebok_desktop.services.ports_figures import FigureStore
from timebok_desktop.services.ports_orders import OrderStore, VerdictStore
from timebok_desktop.services.ports_retention import RetentionStore
from timebok_desktop.services.ports_store import (
    AuditStore,
    ConfigurationStore,
    DecisionStore,
    FileStore,
    PackageStore,
    RegistryStore,
    TableStore,
)
from timebok_desktop.services.ports_views import OwnViewStore, SeenStore
from timebok_desktop.storage.approvals import SqlApprovals
from timebok_desktop.storage.audit import SqlAudit
from timebok_desktop.storage.bulk import SqlBulk
from timebok_desktop.storage.bulk_undo import SqlBulkUndo
from timebok_desktop.storage.configurations import SqlConfigurations
from timebok_desktop.storage.correspondence import SqlCorrespondence
from timebok_desktop.storage.decisions import SqlDecisions
from timebok_desktop.storage.figures import SqlFigures
from timebok_desktop.storage.orders import SqlOrders
from timebok_desktop.storage.own_views import SqlOwnViews
from timebok_desktop.storage.packages import SqlPackages
from timebok_desktop.storage.registry import SqlRegistry
from timebok_desktop.storage.retention import SqlRetention
from timebok_desktop.storage.seen import SqlSeen
from timebok_desktop.storage.tables import SqlFiles, SqlTables
from timebok_desktop.storage.urgency import SqlUrgency
from timebok_desktop.storage.verdicts import SqlVerdicts


class SqlUnitOfWork:
    """Implements `services.ports_store.UnitOfWork`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        driver = connection.connection.driver_connection
        verdicts = SqlVerdicts(driver)
        urgency = SqlUrgency(driver)
        self.orders: OrderStore = SqlOrders(driver, verdicts, urgency)
        self.verdicts: VerdictStore = verdicts
        bulk = SqlBulk(driver, verdicts, urgency)
        self.bulk: BulkStore = bulk
        self.bulk_undo: BulkUndoStore = SqlBulkUndo(driver, bulk)
        self.decisions: DecisionStore = SqlDecisions(connection)
        self.correspondence: CorrespondenceStore = SqlCorrespondence(connection, urgency)
        self.approvals: ApprovalStore = SqlApprovals(driver)
        self.own_views: OwnViewStore = SqlOwnViews(driver)
        self.seen: SeenStore = SqlSeen(driver)
        self.retention: RetentionStore = SqlRetention(driver)
        self.configurations: ConfigurationStore = SqlConfigurations(connection)
        self.registry: RegistryStore = SqlRegistry(connection)
        self.audit: AuditStore = SqlAudit(connection)
        self.packages: PackageStore = SqlPackages(connection)
        self.tables: TableStore = SqlTables(connection)
        self.files: FileStore = SqlFiles(connection)
        self.figures: FigureStore = SqlFigures(driver)

    def commit(self) -> None:
        """Make everything durable."""
        self._connection.commit()

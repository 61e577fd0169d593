"""One transaction over the whole store. Leaving it without `commit()` takes everything back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, OperationalError

from timebok_desktop.domain.errors import TimebokError, UnavailableError
from timebok_desktop.services.ports_store import (
    AuditStore,
    ConfigurationStore,
    DecisionStore,
    FileStore,
    OrderStore,
    PackageStore,
    RegistryStore,
    TableStore,
)
from timebok_desktop.storage.audit import SqlAudit
from timebok_desktop.storage.configurations import SqlConfigurations
from timebok_desktop.storage.decisions import SqlDecisions
from timebok_desktop.storage.orders import SqlOrders
from timebok_desktop.storage.packages import SqlPackages
from timebok_desktop.storage.registry import SqlRegistry
from timebok_desktop.storage.tables import SqlFiles, SqlTables


class SqlUnitOfWork:
    """Implements `services.ports_store.UnitOfWork`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.orders: OrderStore = SqlOrders(connection)
        self.decisions: DecisionStore = SqlDecisions(connection)
        self.configurations: ConfigurationStore = SqlConfigurations(connection)
        self.registry: RegistryStore = SqlRegistry(connection)
        self.audit: AuditStore = SqlAudit(connection)
        self.packages: PackageStore = SqlPackages(connection)
        self.tables: TableStore = SqlTables(connection)
        self.files: FileStore = SqlFiles(connection)

    def commit(self) -> None:
        """Make everything durable."""
        self._connection.commit()


@contextmanager
def explained() -> Iterator[None]:
    """Failures of the machine or the file become errors that say what to do."""
    try:
        yield
    except OperationalError as error:
        raise _unavailable(str(error.orig)) from error
    except DBAPIError as error:
        if not _is_damage(str(error.orig)):
            raise
        raise _unavailable(str(error.orig)) from error


def _is_damage(message: str) -> bool:
    return "not a database" in message or "malformed" in message


def _unavailable(message: str) -> TimebokError:
    if "locked" in message or "busy" in message:
        return UnavailableError(
            "Lageret er opptatt av et annet program. Ingenting er endret. Vent til det er ferdig "
            "og prøv igjen.",
            "Lageret er oppteke av eit anna program. Ingenting er endra. Vent til det er ferdig "
            "og prøv på nytt.",
        )
    if "full" in message:
        return UnavailableError(
            "Disken er full. Ingenting er endret. Frigi plass og prøv igjen.",
            "Disken er full. Ingenting er endra. Frigjer plass og prøv på nytt.",
        )
    if "readonly" in message or "read-only" in message:
        return UnavailableError(
            "Lageret kan ikke skrives til. Ingenting er endret. Se etter at du har skrivetilgang "
            "til arbeidsmappen.",
            "Lageret kan ikkje skrivast til. Ingenting er endra. Sjå etter at du har "
            "skrivetilgang til arbeidsmappa.",
        )
    if _is_damage(message):
        return damaged(message)
    return UnavailableError(
        "Lageret svarte ikke som det skal ({message}). Ingenting er endret. Kjør "
        "«timebok store check».",
        "Lageret svara ikkje som det skal ({message}). Ingenting er endra. Køyr "
        "«timebok store check».",
        message=message,
    )


def damaged(message: str) -> UnavailableError:
    """The store cannot be trusted as it is."""
    return UnavailableError(
        "Lageret er skadet ({message}). Ta vare på filen, og hent fram siste sikkerhetskopi med "
        "«timebok store restore FIL».",
        "Lageret er skadd ({message}). Ta vare på fila, og hent fram siste tryggingskopi med "
        "«timebok store restore FIL».",
        message=message,
    )

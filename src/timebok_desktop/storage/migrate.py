"""Brings a store to the form that this program knows: new, older (backup first), never newer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.storage import revisions, waited
from timebok_desktop.storage.urgency import SqlUrgency

HEAD = revisions.HEAD
REVISIONS = revisions.REVISIONS

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def bring_up_to_date(engine: Engine, backup_first: Callable[[str], None]) -> None:
    """Upgrade the store where it is older. `backup_first(revision)` is called before that.

    UnavailableError where the store is newer than the program or belongs to something else.
    """
    with engine.connect() as connection:
        found = revision(connection)
    if found == HEAD:
        return
    if found is not None:
        backup_first(found)
    with engine.connect().execution_options(writes=True) as connection:
        if revision(connection) != HEAD:
            upgrade(connection)
            driver = connection.connection.driver_connection
            SqlUrgency(driver).begin()
            waited.begin(driver)
        connection.commit()


def revision(connection: Connection) -> str | None:
    """The store's revision, None for an empty file. UnavailableError for one we do not know."""
    if not inspect(connection).has_table("alembic_version"):
        if inspect(connection).get_table_names():
            raise _foreign()
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is None:
        return None
    if found not in REVISIONS:
        raise UnavailableError(
            "Lageret er laget av en nyere versjon av programmet ({revision}). Ingenting er endret. "
            "Installer den nyeste versjonen.",
            "Lageret er laga av ein nyare versjon av programmet ({revision}). Ingenting er endra. "
            "Installer den nyaste versjonen.",
            revision=found,
        )
    return str(found)


def upgrade(connection: Connection, target: str = HEAD) -> None:
    """Run the migrations up to `target` in the connection's transaction."""
    # Only a new or older store needs alembic: every other start is a tenth of a second shorter.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def _foreign() -> UnavailableError:
    return UnavailableError(
        "Filen er en database, men ikke et lager fra dette programmet. Velg en annen arbeidsmappe.",
        "Fila er ein database, men ikkje eit lager frå dette programmet. Vel ei anna arbeidsmappe.",
    )

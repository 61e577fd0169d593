"""Opening a store: made, upgraded after a backup, or refused without a byte changed."""

from __future__ import annotations

import hashlib
import stat
import sys

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlcipher3 import dbapi2

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.storage import migrate
from timebok_desktop.storage import store as store_module
from timebok_desktop.storage.driver import LASTING_PRAGMA, PRAGMAS
from timebok_desktop.storage.engine import open_engine
from timebok_desktop.storage.revisions import HEAD, REVISIONS
from timebok_desktop.storage.schema import metadata

COMING = "9999"
"""The revision of a program that does not exist yet."""

IN_FORCE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
}


def content_of(path):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in path.parent.iterdir()}


def configured(connection):
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def own_tables(_object, name, kind, _reflected, _to):
    """Full-text tables stand in the migrations alone."""
    return not (kind == "table" and name.startswith(("order_search", "party_search")))


def test_that_a_new_store_has_the_form_that_the_schema_says(place, store):
    engine = open_engine(place)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": own_tables})
        assert compare_metadata(context, metadata) == []
        assert migrate.revision(connection) == migrate.HEAD
    engine.dispose()


def test_that_the_known_revisions_are_those_of_the_migrations():
    scripts = ScriptDirectory(str(migrate.MIGRATIONS))
    in_folder = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(in_folder)) == migrate.REVISIONS
    assert scripts.get_heads() == [migrate.HEAD]
    assert migrate.REVISIONS[-1] == migrate.HEAD


def test_that_migrations_lead_down_to_an_empty_store_and_up_again(place, store):
    store.close()
    engine = open_engine(place)
    with engine.connect().execution_options(writes=True) as connection:
        before = connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY 1")).all()
        command.downgrade(configured(connection), "base")
        left = connection.execute(
            text("SELECT name FROM sqlite_master WHERE name NOT LIKE 'alembic_version%'")
        ).scalars()
        assert [n for n in left if not n.startswith("sqlite_")] == []
        migrate.upgrade(connection)
        after = connection.execute(text("SELECT name, sql FROM sqlite_master ORDER BY 1")).all()
        assert after == before
        connection.commit()
    engine.dispose()


def test_that_every_connection_has_every_pragma(place, store):
    assert {p.split("=")[0] for p in (LASTING_PRAGMA, *PRAGMAS)} == set(IN_FORCE)
    engine = open_engine(place)
    held = [engine.connect() for _ in range(6)]
    for connection in held:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in IN_FORCE}
        assert found == IN_FORCE
        connection.close()
    engine.dispose()


def test_that_an_older_store_is_backed_up_before_it_is_upgraded(
    open_store, place, tmp_path, monkeypatch
):
    store = open_store()
    with store.write() as unit:
        unit.tables.replace("languages", (("1103", "nb"),))
        unit.commit()
    store.close()
    upgraded = []
    monkeypatch.setattr(migrate, "HEAD", COMING)
    monkeypatch.setattr(migrate, "REVISIONS", (*REVISIONS, COMING))

    def upgrade(connection):
        upgraded.append(True)
        connection.execute(text("CREATE TABLE invented(id INTEGER PRIMARY KEY)"))
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (COMING,))

    monkeypatch.setattr(migrate, "upgrade", upgrade)
    newer = open_store()
    with newer.read() as unit:
        assert unit.tables.rows("languages") == (("1103", "nb"),)
    assert upgraded == [True]
    (backup,) = (tmp_path / "backups").iterdir()
    assert backup.name.startswith(f"before-upgrade-from-{HEAD}-")
    connection = dbapi2.connect(str(backup))
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
    assert connection.execute("SELECT count(*) FROM reference_table").fetchone() == (1,)
    connection.close()
    assert open_store().check() == []
    assert upgraded == [True]


def test_that_an_upgrade_that_fails_leaves_the_store_as_it_was(
    open_store, place, monkeypatch, behind_the_back
):
    open_store().close()
    monkeypatch.setattr(migrate, "HEAD", COMING)
    monkeypatch.setattr(migrate, "REVISIONS", (*REVISIONS, COMING))

    def upgrade(connection):
        connection.execute(text("CREATE TABLE half_done(id INTEGER PRIMARY KEY)"))
        connection.execute(text("INSERT INTO no_such_table VALUES(1)"))

    monkeypatch.setattr(migrate, "upgrade", upgrade)
    with pytest.raises(UnavailableError):
        open_store()
    assert behind_the_back("SELECT name FROM sqlite_master WHERE name = 'half_done'") == []
    assert behind_the_back("SELECT version_num FROM alembic_version") == [(HEAD,)]


def test_that_two_who_open_an_older_store_upgrade_it_once(place, store):
    engine = open_engine(place)
    called = []
    with pytest.MonkeyPatch.context() as patch:
        found = iter(["0000", migrate.HEAD])  # the other one was quicker
        patch.setattr(migrate, "revision", lambda _connection: next(found))
        patch.setattr(migrate, "upgrade", lambda _connection: called.append("upgrade"))
        migrate.bring_up_to_date(engine, called.append)
    assert called == ["0000"]
    engine.dispose()


def test_that_a_store_newer_than_the_program_is_refused_unchanged(
    open_store, place, behind_the_back
):
    open_store().close()
    behind_the_back("UPDATE alembic_version SET version_num = '9999'")
    before = content_of(place)
    with pytest.raises(UnavailableError) as caught:
        open_store()
    assert "9999" in caught.value.text("nb")
    assert "nyare versjon" in caught.value.text("nn")
    assert content_of(place) == before


def test_that_a_foreign_database_is_refused_unchanged(open_store, place, behind_the_back):
    behind_the_back("CREATE TABLE recipes(name TEXT)", "INSERT INTO recipes VALUES('vafler')")
    place.chmod(0o640)
    before = content_of(place)
    with pytest.raises(UnavailableError, match="ikke et lager"):
        open_store()
    assert content_of(place) == before
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_that_a_file_that_is_no_database_is_refused_unchanged(open_store, place):
    place.write_bytes(b"Dette er ikke en database, men et notat.\n" * 500)
    before = content_of(place)
    with pytest.raises(UnavailableError, match="skadet"):
        open_store()
    assert content_of(place) == before


def test_that_a_file_that_turns_bad_while_it_is_opened_is_not_held_on_to(place):
    place.write_bytes(b"Dette er ikke en database.\n" * 500)
    engine = open_engine(place)
    with pytest.raises(Exception, match="not a database"):
        engine.connect()
    engine.dispose()


def test_that_an_empty_file_becomes_a_store(open_store, place):
    place.touch()
    assert open_store().check() == []


def test_that_a_version_table_without_a_version_is_an_empty_store(place, behind_the_back):
    behind_the_back("CREATE TABLE alembic_version(version_num TEXT)")
    engine = open_engine(place, as_it_is=True)
    with engine.connect() as connection:
        assert migrate.revision(connection) is None
    engine.dispose()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_that_a_store_is_its_owners_alone(place, store):
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_that_a_colleagues_store_in_a_shared_folder_can_be_used(open_store, monkeypatch):
    def refuse(self, mode):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(store_module.Path, "chmod", refuse)
    assert open_store().check() == []


def test_that_a_folder_in_place_of_the_store_is_explained(open_store, place):
    place.mkdir()
    with pytest.raises(UnavailableError, match="store check"):
        open_store()

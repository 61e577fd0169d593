"""A store of an earlier version comes through the first command with everything in it; a store of a
later version is refused by every command, and nothing in the workspace changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

from timebok_desktop.storage import migrate, revisions
from timebok_desktop.storage.engine import open_engine

KEPT = ("reference", "status", "kind", "municipality_number", "her_id", "category", "received_at")
LATER = "9999"


@pytest.fixture
def worked(in_workspace: Callable[[Path], Any], tmp_path: Path) -> Any:
    """A workspace in which the whole main job was done."""
    in_workspace(tmp_path / "unused")("demo", "--out", tmp_path / "demo")
    return in_workspace(tmp_path / "demo" / "workspace")


def earlier(workspace: Path, revision: str) -> None:
    """Bring the store back to the form of an earlier version."""
    engine = open_engine(workspace / "store.sqlite3")
    with engine.connect().execution_options(writes=True) as connection:
        config = Config()
        config.set_main_option("script_location", str(migrate.MIGRATIONS))
        config.attributes["connection"] = connection
        connection.begin()
        command.downgrade(config, revision)
        connection.commit()
    engine.dispose()


def say_revision(workspace: Path, revision: str) -> None:
    engine = open_engine(workspace / "store.sqlite3")
    with engine.connect().execution_options(writes=True) as connection:
        connection.begin()
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()
    engine.dispose()


def kept(desk: Any) -> object:
    """What no upgrade may change: orders, configurations, packages' contents, the log so far."""
    orders = desk("orders", "list", "--limit", 10_000).document["orders"]
    return (
        [{name: order[name] for name in KEPT} for order in orders],
        desk("configurations", "list").document,
        desk("audit", "verify").document,
        desk("audit", "list").document["events"],
    )


def digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "logs" not in path.relative_to(folder).parts:
            yield str(path), hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("revision", revisions.REVISIONS[:-1])
def test_that_the_first_command_brings_an_earlier_store_up_to_date(
    worked: Any, revision: str
) -> None:
    before = kept(worked)
    earlier(worked.workspace, revision)
    backups = {*(worked.workspace / "backups").iterdir()}
    assert kept(worked) == before
    (backup,) = {*(worked.workspace / "backups").iterdir()} - backups
    assert backup.stat().st_size
    assert worked("store", "check").document["ok"]
    assert worked("verify", "--all", expect=None).document["orders"]


@pytest.mark.parametrize(
    "words",
    [
        ("orders", "list"),
        ("verify", "--all"),
        ("decide", "RTB-2026-000001", "claim"),
        ("export", "--out", "ut"),
        ("store", "check"),
        ("audit", "verify"),
        ("settings", "list"),
    ],
    ids=" ".join,
)
def test_that_a_store_of_a_later_version_is_refused_and_left_alone(
    worked: Any, words: tuple[str, ...]
) -> None:
    say_revision(worked.workspace, LATER)
    before = dict(digests(worked.workspace))
    refused = worked(*words, expect=3)
    assert LATER in refused.document["error"]["message"]
    assert "nyeste versjonen" in refused.document["error"]["message"]
    assert dict(digests(worked.workspace)) == before

"""`timebok diagnose`: enough to help with, nothing about people, whatever state the store is in."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from timebok_desktop.cli import main
from timebok_desktop.files.machine_settings import MachineFile
from timebok_desktop.services.diagnosis import NAMES, SECTIONS
from timebok_desktop.storage.driver import connect

Diagnose = Callable[..., dict[str, Any]]


@pytest.fixture
def diagnose(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Diagnose:
    """Runs the command over a workspace as the caseworker Ola."""
    monkeypatch.setattr("getpass.getuser", lambda: "kari-nordmann")

    def run(workspace: Path, *words: str, machine: MachineFile | None = None) -> dict[str, Any]:
        capsys.readouterr()
        call = ["diagnose", "--workspace", str(workspace), "--by", "Ola.Hansen", *words, "--json"]
        assert main(call, machine or MachineFile(None)) == 0
        document: dict[str, Any] = json.loads(capsys.readouterr().out)
        return document

    return run


def test_that_everything_is_told_and_nothing_is_made(diagnose: Diagnose, tmp_path: Path) -> None:
    report = diagnose(tmp_path / "ny")
    assert [*report, "parts"] == list(SECTIONS)
    assert report["store"]["state"] == "none"
    assert {"Qt", "PySide6", "SQLite", "SQLCipher", "SQLAlchemy"} <= set(
        report["program"]["versions"]
    )
    assert report["fonts"]["family"]
    assert report["display"]["platform"] == "offscreen"
    assert not (tmp_path / "ny").exists()


def test_that_every_fact_has_its_words(diagnose: Diagnose, tmp_path: Path) -> None:
    main(["init", "--plain", "--workspace", str(tmp_path / "w")], MachineFile(None))
    report = diagnose(tmp_path / "w")
    assert {name for section in report.values() for name in section} <= set(NAMES)


def test_that_the_pragmas_are_those_in_force(desk: Any, diagnose: Diagnose) -> None:
    pragmas = diagnose(desk.workspace)["store"]["pragmas"]
    assert pragmas["journal_mode"] == "wal"
    assert pragmas["synchronous"] == "2"
    assert pragmas["foreign_keys"] == "1"
    assert pragmas["trusted_schema"] == "0"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_no_person_and_no_order_is_in_it(
    desk: Any,
    order: Callable[..., str],
    diagnose: Diagnose,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    reference = order(
        contact={"name": "Planta Kontakt", "email": "planta@kommune.example", "phone": "99887766"},
        comment="Planta merknad",
    )
    desk("decide", reference, "claim", by="Ola.Hansen")
    home = desk.workspace.parent / "kari-nordmann"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(Path, "home", lambda: home)
    moved = home / "Ola.Hansen sine saker"
    desk.workspace.rename(moved)
    (moved / "settings.toml").write_text('inbox_folder = "Planta innboks"\n', "utf-8")
    report = diagnose(moved, "--language", language)
    assert report["paths"]["workspace"] == "~/<user> sine saker"
    assert report["settings"]["changed"] == ["inbox_folder"]
    main(["diagnose", "--workspace", str(moved), "--by", "Ola.Hansen", "--language", language])
    told = (json.dumps(report, ensure_ascii=False) + capsys.readouterr().out).lower()
    people = ("kari", "nordmann", "ola", "hansen", "planta", "99887766")
    assert [one for one in (*people, reference.lower(), "9001001") if one in told] == []


def test_that_a_newer_store_is_told(desk: Any, diagnose: Diagnose) -> None:
    with closing(connect(desk.workspace / "store.sqlite3")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    store = diagnose(desk.workspace)["store"]
    assert (store["state"], store["revision"]) == ("newer", "9999")


def test_that_a_database_of_somebody_else_is_told(diagnose: Diagnose, tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    with closing(connect(tmp_path / "w" / "store.sqlite3")) as connection:
        connection.execute("CREATE TABLE other (id)")
    assert diagnose(tmp_path / "w")["store"]["state"] == "foreign"


@pytest.mark.parametrize("at", [0, 100], ids=["the header", "the schema"])
def test_that_a_damaged_store_is_told(desk: Any, diagnose: Diagnose, at: int) -> None:
    path = desk.workspace / "store.sqlite3"
    for beside in desk.workspace.glob("store.sqlite3-*"):
        beside.unlink()
    content = bytearray(path.read_bytes())
    content[at : at + 64] = b"\x55" * 64
    path.write_bytes(content)
    report = diagnose(desk.workspace)
    assert report["store"]["state"] == "damaged"
    assert report["program"]["version"]


def test_that_an_encrypted_store_is_told_with_and_without_its_key(
    diagnose: Diagnose, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text("en lang og god passfrase\n", "utf-8")
    monkeypatch.setenv("TIMEBOK_PASSPHRASE_FILE", str(secret))
    assert main(["init", "--workspace", str(tmp_path / "w")], MachineFile(None)) == 0
    store = diagnose(tmp_path / "w")["store"]
    assert (store["state"], store["encrypted"]) == ("ok", True)
    assert store["pragmas"]["synchronous"] == "2"
    monkeypatch.delenv("TIMEBOK_PASSPHRASE_FILE")
    store = diagnose(tmp_path / "w")["store"]
    assert (store["state"], store["encrypted"]) == ("encrypted", True)
    assert "pragmas" not in store


def test_that_a_locked_store_is_told(desk: Any, diagnose: Diagnose) -> None:
    with closing(connect(desk.workspace / "store.sqlite3")) as connection:
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        assert diagnose(desk.workspace)["store"]["state"] == "locked"


def test_that_broken_settings_are_told_without_their_values(
    desk: Any, diagnose: Diagnose, tmp_path: Path
) -> None:
    (desk.workspace / "settings.toml").write_text("theme = 'rosa'\n", "utf-8")
    assert diagnose(desk.workspace)["settings"] == {"settings_file": "broken"}
    machine = tmp_path / "machine.toml"
    machine.write_text("nonsense = 1\n", "utf-8")
    report = diagnose(desk.workspace, machine=MachineFile(machine))
    assert report["settings"] == {"machine_file": "broken"}

"""Both front doors note what they did in the workspace's local log, and no person or value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from timebok_desktop import cli
from timebok_desktop.app import create_window, run_window
from timebok_desktop.files.machine_settings import MachineFile


def _log(workspace: Path) -> str:
    return (workspace / "logs" / "timebok.log").read_text("utf-8")


def test_that_commands_are_noted_with_how_they_ended(desk: Any, order: Callable[..., str]) -> None:
    reference = order(comment="Planta merknad", contact={"name": "Planta Kontakt"})
    desk("decide", reference, "undo", expect=1)
    desk("orders", "show", reference, by="planta.person")
    lines = _log(desk.workspace).splitlines()
    assert any(" registry import done, " in line for line in lines)
    assert any(" decide refused (RefusedError), " in line for line in lines)
    assert " orders show done, " in lines[-1]
    assert "planta" not in _log(desk.workspace).lower()
    assert reference not in _log(desk.workspace)


def test_that_refusals_are_noted_by_their_kind_and_change_nothing(
    desk: Any, order: Callable[..., str], tmp_path: Path
) -> None:
    reference = order()
    desk("decide", reference, "approve", by="planta.person")
    before = desk.state()
    desk("decide", reference, "approve", by="PLANTA.person", expect=1)
    assert desk.state() == before
    assert " decide refused (FourEyesError), " in _log(desk.workspace)
    (tmp_path / "forged").mkdir()
    desk("package", "verify", tmp_path / "forged", expect=1)
    assert " package verify needs a person, " in _log(desk.workspace)
    (tmp_path / "no-order.json").write_text("[", "utf-8")
    desk("orders", "import", tmp_path / "no-order.json", expect=1)
    assert " orders import needs a person, " in _log(desk.workspace)
    assert "planta" not in _log(desk.workspace).lower()


def test_that_a_store_that_cannot_be_opened_is_noted(desk: Any) -> None:
    for beside in desk.workspace.glob("store.sqlite3*"):
        beside.write_bytes(b"x" * 4096)
    desk("orders", "list", expect=3)
    assert " orders list failed, " in _log(desk.workspace)
    assert run_window(desk.workspace, "anna", machine=MachineFile(None)) == 3
    assert " window failed, " in _log(desk.workspace)
    assert str(desk.workspace) not in _log(desk.workspace)


def test_that_a_defect_is_noted_and_commands_without_a_workspace_are_not(
    desk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError("Planta Person")

    monkeypatch.setattr("timebok_desktop.services.local_desk.LocalDesk.verify_audit", fail)
    desk("audit", "verify", expect=3)
    told = _log(desk.workspace)
    assert "ZeroDivisionError" in told
    assert "test_what_is_logged.py" in told
    assert "Planta" not in told
    desk("diagnose")
    assert _log(desk.workspace) == told


def test_that_the_window_notes_its_jobs_and_defects(
    desk: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    window: Any = create_window(desk.workspace, "anna", machine=MachineFile(None))
    qtbot.addWidget(window)
    window.show()
    page = window.page("orders")
    page.act(window.desk.verify_audit, words="x")
    window.tasks.run(_broken, owner=window)
    (tmp_path / "forged").mkdir()
    window.page("exports").verification.verify(tmp_path / "forged")
    assert window.tasks.settle(20)
    told = _log(desk.workspace)
    assert " window started, " in told
    assert " verify_audit done, " in told
    assert " verify_package refused, " in told
    assert " ERROR " in told
    assert "ZeroDivisionError" in told
    window.close()


def _broken() -> None:
    raise ZeroDivisionError("Planta Person")


def test_that_a_log_that_cannot_be_written_stops_neither(desk: Any, qtbot: QtBot) -> None:
    logs = desk.workspace / "logs"
    for old in logs.iterdir():
        old.unlink()
    logs.rmdir()
    logs.touch()
    desk("orders", "list")
    window: Any = create_window(desk.workspace, "anna", machine=MachineFile(None))
    qtbot.addWidget(window)
    window.close()
    assert cli.main(["settings", "list", "--workspace", str(desk.workspace)]) == 0

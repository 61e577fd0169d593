"""What an administrator has fixed for everybody, through both front doors."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop.app import create_window
from timebok_desktop.cli import main
from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files import network_share
from timebok_desktop.files.machine_settings import MachineFile

Command = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def machine(tmp_path: Path) -> Callable[[str], MachineFile]:
    """A machine whose administrator has fixed this."""

    def made(text: str) -> MachineFile:
        path = tmp_path / "machine.toml"
        path.write_text(text, "utf-8")
        return MachineFile(path)

    return made


def made_plain(folder: Path, fixed: MachineFile) -> Path:
    """A workspace without encryption, since these tests know no passphrase."""
    main(["init", "--plain", "--workspace", str(folder)], fixed)
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command on a machine: exit code, document, what was said beside it."""

    def run(machine: MachineFile, *words: object) -> tuple[int, Any, str]:
        capsys.readouterr()
        code = main([*map(str, words), "--json"], machine)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return code, json.loads(said.out), said.err

    return run


def test_that_settings_are_listed_with_who_decided_them(
    run: Command, machine: Callable[[str], MachineFile], tmp_path: Path
) -> None:
    fixed = machine("snapshot_max_age_days = 3\n")
    folder = made_plain(tmp_path / "workspace", fixed)
    code, document, _ = run(
        fixed, "settings", "set", "deadline_working_days=7", "--workspace", folder
    )
    assert code == 0
    code, document, _ = run(fixed, "settings", "list", "--workspace", folder)
    rows = {row.pop("name"): row for row in document["settings"]}
    assert rows["snapshot_max_age_days"] == {"value": 3, "default": 14, "origin": "administrator"}
    assert rows["deadline_working_days"] == {"value": 7, "default": 5, "origin": "workspace"}
    assert rows["second_approval"] == {"value": True, "default": True, "origin": "default"}
    assert document["administrator_file"] == str(fixed.path)
    _, log, _ = run(fixed, "audit", "list", "--workspace", folder)
    assert log["events"][-1]["action"] == "settings-saved"
    assert log["events"][-1]["details"] == {"deadline_working_days": [5, 7]}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("snapshot_max_age_days=14", 1),
        ("deadline_working_days=0", 1),
        ("deadline_working_days=x", 1),
        ("nonsense=1", 1),
        ("sample_world=true", 1),
        ("second_approval", 2),
    ],
)
def test_that_a_setting_that_is_fixed_or_cannot_be_is_refused_and_nothing_changes(
    run: Command,
    machine: Callable[[str], MachineFile],
    tmp_path: Path,
    change: str,
    code: int,
) -> None:
    fixed = machine("snapshot_max_age_days = 3\n")
    place = ("--workspace", made_plain(tmp_path / "workspace", fixed))
    _, before, _ = run(fixed, "settings", "list", *place)
    refused, document, _ = run(fixed, "settings", "set", "theme=dark", change, *place)
    assert refused == code
    assert document["error"]["message"]
    assert run(fixed, "settings", "list", *place)[1] == before


def test_that_second_approval_holds_though_the_workspace_says_otherwise(
    run: Command, machine: Callable[[str], MachineFile], tmp_path: Path
) -> None:
    folder = tmp_path / "workspace"
    assert run(machine(""), "init", "--plain", "--workspace", folder)[0] == 0
    (folder / "settings.toml").write_text("second_approval = false\n", "utf-8")
    fixed = machine("second_approval = true\n")
    _, document, _ = run(fixed, "settings", "list", "--workspace", folder)
    rows = {row["name"]: row for row in document["settings"]}
    assert rows["second_approval"]["value"] is True


def test_that_another_workspace_than_the_fixed_one_is_refused_as_wrong_usage(
    run: Command, machine: Callable[[str], MachineFile], tmp_path: Path
) -> None:
    fixed = machine(f"workspace = '{tmp_path / 'felles'}'\n")
    code, document, _ = run(fixed, "orders", "list", "--workspace", tmp_path / "egen")
    assert code == 2
    assert str(tmp_path / "felles") in document["error"]["message"]
    assert not (tmp_path / "egen").exists()
    made_plain(tmp_path / "felles", fixed)
    code, document, _ = run(fixed, "settings", "list")
    assert code == 0
    assert document["workspace"] == str(tmp_path / "felles")
    assert document["workspace_fixed"] is True


def test_that_invented_worlds_have_their_own_folders(
    run: Command, machine: Callable[[str], MachineFile], tmp_path: Path
) -> None:
    fixed = machine(f"workspace = '{tmp_path / 'felles'}'\nsecond_approval = false\n")
    code, document, _ = run(fixed, "demo", "--out", tmp_path / "demo")
    assert code == 0
    assert document["workspace"] == str(tmp_path / "demo" / "workspace")
    code, document, _ = run(fixed, "sample", "--workspace", tmp_path / "eksempel")
    assert code == 0
    assert document["workspace"] == str(tmp_path / "eksempel")
    assert not (tmp_path / "felles").exists()


def test_that_a_broken_file_stops_every_command_and_makes_nothing(
    run: Command, machine: Callable[[str], MachineFile], tmp_path: Path
) -> None:
    broken = machine("second_approval = 'kanskje'\n")
    for words in (("init",), ("orders", "list"), ("settings", "list")):
        code, document, _ = run(broken, *words, "--workspace", tmp_path / "workspace")
        assert code == 3
        assert str(broken.path) in document["error"]["message"]
    assert not (tmp_path / "workspace").exists()


def test_that_a_language_that_is_not_offered_is_wrong_usage(
    run: Command, machine: Callable[[str], MachineFile], tmp_path: Path
) -> None:
    fixed = machine('languages = ["nn"]\n')
    place = ("--workspace", made_plain(tmp_path / "workspace", fixed))
    assert run(fixed, "settings", "list", "--language", "nb", *place)[0] == 2
    assert run(fixed, "settings", "list", "--language", "nn", *place)[0] == 0


def test_that_a_window_is_refused_with_the_right_exit_code(
    machine: Callable[[str], MachineFile],
    tmp_path: Path,
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fixed = machine(f"workspace = '{tmp_path / 'felles'}'\n")
    assert main(["open", "--workspace", str(tmp_path / "egen")], fixed) == 2
    assert str(tmp_path / "felles") in capsys.readouterr().err
    assert main(["--workspace", str(tmp_path / "egen")], machine("theme = 1\n")) == 3


def test_that_no_window_opens_on_a_broken_file(
    machine: Callable[[str], MachineFile], tmp_path: Path, qapp: QApplication
) -> None:
    with pytest.raises(UnavailableError):
        create_window(tmp_path / "workspace", "anna", machine=machine("theme = 1\n"))
    assert not (tmp_path / "workspace").exists()


@pytest.mark.parametrize("again", [False, True], ids=["a new store", "the first paint's way"])
def test_that_the_window_shows_what_is_fixed_as_fixed(
    machine: Callable[[str], MachineFile], tmp_path: Path, qtbot: QtBot, *, again: bool
) -> None:
    fixed = machine('languages = ["nn"]\nsecond_approval = true\ntheme = "dark"\n')
    folder = made_plain(tmp_path / "workspace", fixed)
    if again:
        (folder / "settings.toml").write_text('language = "nb"\ntheme = "light"\n', "utf-8")
    else:
        (folder / "settings.toml").unlink()
    window: Any = create_window(folder, "anna", machine=fixed)
    qtbot.addWidget(window)
    window.show()
    assert window.context.language == "nn"
    assert window.mode == "dark"
    window.show_page("settings")
    assert window.tasks.settle(10)
    general = window.page("settings").general
    assert not general.second_approval.isEnabled()
    assert general.second_approval.accessibleName().endswith("fastsett av administrator")
    assert general.second_approval.accessibleDescription() == str(fixed.path)
    assert general.deadline.isEnabled()
    shown = [label.text() for label in general.findChildren(QLabel) if label.isVisible()]
    assert shown.count("Fastsett av administrator") == 3
    assert any(str(fixed.path) in text for text in shown)
    general.deadline.setValue(9)
    general.save()
    assert window.tasks.settle(10)
    assert window.desk.settings().deadline_working_days == 9
    window.context.actions["languageAction"].trigger()
    assert window.tasks.settle(10)
    assert "fastsett av administrator" in window.messages.message.text
    assert window.context.language == "nn"
    window.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the mounts of Linux")
def test_that_a_workspace_on_a_network_share_is_refused_and_not_made(
    run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    shared = f"server:/felles {tmp_path}/felles nfs4 rw 0 0"
    mounts.write_text(f"disk / ext4 rw 0 0\n{shared}\n", "utf-8")
    monkeypatch.setattr(network_share, "_MOUNTS", mounts)
    folder = tmp_path / "felles" / "timebok"
    code, document, _ = run(MachineFile(None), "init", "--plain", "--workspace", folder)
    assert code == 3
    assert "nettverksdisk" in document["error"]["message"]
    assert not folder.exists()
    _, report, _ = run(MachineFile(None), "diagnose", "--workspace", folder)
    assert report["store"]["network_share"] is True
    assert run(MachineFile(None), "init", "--plain", "--workspace", tmp_path / "her")[0] == 0

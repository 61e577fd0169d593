"""The machine's settings: what is fixed wins, what is broken is told, and nobody gets around it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UnavailableError, UsageError
from timebok_desktop.files.first_settings import FirstSettings, with_fixed
from timebok_desktop.files.machine_settings import (
    MachineFile,
    machine_path,
    require_offered,
    workspace_folder,
)
from timebok_desktop.files.settings_file import TomlSettings
from timebok_desktop.services.settings import Settings


def _machine(tmp_path: Path, text: str) -> MachineFile:
    path = tmp_path / "machine.toml"
    path.write_text(text, "utf-8")
    return MachineFile(path)


@pytest.mark.skipif(sys.platform != "linux", reason="the place on Linux")
def test_that_no_variable_of_the_user_moves_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "PROGRAMDATA", "TIMEBOK_WORKSPACE"):
        monkeypatch.setenv(name, "elsewhere")
    assert machine_path() == Path("/etc/timebok-desktop/settings.toml")


def test_that_nothing_is_fixed_where_there_is_no_file(tmp_path: Path) -> None:
    for machine in (MachineFile(None), MachineFile(tmp_path / "none.toml")):
        assert machine.fixed().values == {}
        assert machine.fixed().workspace is None


def test_that_what_is_fixed_wins_over_the_workspace_and_leaves_its_file_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("second_approval = false\ndeadline_working_days = 7\n", "utf-8")
    machine = _machine(tmp_path, "second_approval = true\nsnapshot_max_age_days = 3\n")
    file = TomlSettings(path, machine)
    assert file.load() == Settings(deadline_working_days=7, snapshot_max_age_days=3)
    assert file.origins()["second_approval"] == "administrator"
    assert file.origins()["deadline_working_days"] == "workspace"
    assert file.origins()["theme"] == "default"
    file.save(Settings(deadline_working_days=9, snapshot_max_age_days=3))
    assert path.read_text("utf-8") == "second_approval = false\ndeadline_working_days = 9\n"


def test_that_a_change_of_the_administrator_counts_at_once(tmp_path: Path) -> None:
    machine = _machine(tmp_path, "")
    file = TomlSettings(tmp_path / "settings.toml", machine)
    assert file.load().second_approval
    assert machine.path is not None
    machine.path.write_text("second_approval = false\n", "utf-8")
    assert not file.load().second_approval
    machine.path.unlink()
    assert file.load().second_approval


def test_that_the_first_paint_honours_what_is_fixed(tmp_path: Path) -> None:
    fixed = _machine(tmp_path, 'theme = "dark"\nsecond_approval = false\nlanguages = ["nn"]\n')
    first = with_fixed(FirstSettings(language="nb", theme="light"), fixed.fixed())
    assert first == FirstSettings(language="nn", theme="dark")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("second_approval = 1", "second_approval må være true eller false"),
        ("snapshot_max_age_days = 0", "snapshot_max_age_days må være et heltall fra 1 til 3650"),
        ("sample_world = true", "sample_world innstillingen finnes ikke"),
        ("nonsense = 1", "nonsense innstillingen finnes ikke"),
        ('workspace = "timebok"', "workspace må være en full sti"),
        ("workspace = 7", "workspace må være en full sti"),
        ("languages = []", "languages må være en liste"),
        ('languages = "nb"', "languages må være en liste"),
        ('languages = ["en"]', "languages må være en liste"),
        ("languages = [[]]", "languages må være en liste"),
        ('languages = ["nb"]\nlanguage = "nn"', "languages må være en liste"),
        ("theme = dark", "er ikke gyldig TOML: Invalid value (at line 1, column 9)"),
    ],
)
def test_that_a_file_that_cannot_be_used_is_told_with_its_place_and_never_ignored(
    tmp_path: Path, text: str, told: str
) -> None:
    machine = _machine(tmp_path, text)
    with pytest.raises(UnavailableError) as caught:
        machine.fixed()
    assert told in caught.value.text("nb")
    assert str(machine.path) in caught.value.text("nb")
    assert "administrator" in caught.value.text("nn")


def test_that_a_file_of_other_bytes_or_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "machine.toml").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "machine.toml", tmp_path):
        with pytest.raises(UnavailableError):
            MachineFile(path).fixed()


def test_that_a_fixed_workspace_is_the_only_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TIMEBOK_WORKSPACE", raising=False)
    place = tmp_path / "felles"
    machine = _machine(tmp_path, f"workspace = '{place}'\n")
    assert workspace_folder(None, machine) == place
    assert workspace_folder(str(tmp_path / "x" / ".." / "felles"), machine) == place
    with pytest.raises(UsageError) as caught:
        workspace_folder(str(tmp_path / "egen"), machine)
    assert str(place) in caught.value.text("nn")
    monkeypatch.setenv("TIMEBOK_WORKSPACE", str(tmp_path / "egen"))
    with pytest.raises(UsageError):
        workspace_folder(None, machine)
    assert workspace_folder(None, MachineFile(None)) == tmp_path / "egen"


def test_that_only_offered_languages_are_spoken(tmp_path: Path) -> None:
    machine = _machine(tmp_path, 'languages = ["nn"]\n')
    require_offered("nn", machine)
    with pytest.raises(UsageError) as caught:
        require_offered("nb", machine)
    assert "«nn»" in caught.value.text("nb")
    require_offered("nb", _machine(tmp_path, 'languages = ["nb", "nn"]\n'))

"""`settings.toml`: what a person wrote is kept, what cannot be is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.files.settings_file import TomlSettings
from timebok_desktop.services.settings import Settings


def test_that_a_file_gives_what_it_names_and_defaults_for_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# merknad\nlanguage = "nn"\ndeadline_working_days = 7\n', "utf-8")
    assert TomlSettings(path).load() == Settings(language="nn", deadline_working_days=7)


def test_that_saving_keeps_what_a_person_wrote(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('# merknad\nlanguage = "nn"\n', "utf-8")
    file = TomlSettings(path)
    file.save(Settings(language="nb", theme="dark"))
    assert path.read_text("utf-8").startswith("# merknad\n")
    assert file.load() == Settings(language="nb", theme="dark")


def test_that_a_file_that_cannot_be_used_is_told_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("snapshot_max_age_days = 0\n", "utf-8")
    with pytest.raises(UnavailableError) as caught:
        TomlSettings(path).load()
    assert "snapshot_max_age_days må være et heltall fra 1 til 3650" in caught.value.text("nb")
    assert "snapshot_max_age_days må vere eit heiltal frå 1 til 3650" in caught.value.text("nn")

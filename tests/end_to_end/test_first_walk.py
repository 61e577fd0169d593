"""A new user's way without reading anything: from the first start to an exported package, with
nothing but what stands on the screen. `TIMEBOK_PICTURES=DIR` keeps a picture of every step.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from on_screen import OnScreen
from pytestqt.qtbot import QtBot

from timebok_desktop.app import create_window
from timebok_desktop.bootstrap import utc_now
from timebok_desktop.cli import main
from timebok_desktop.files import beside
from timebok_desktop.files.sample import write_sample

Look = Callable[[Path, str], OnScreen]


@pytest.fixture
def look(qtbot: QtBot, qapp) -> Iterator[Look]:
    """Opens windows and closes them after the test."""
    made = []

    def at(workspace: Path, walk: str) -> OnScreen:
        window = create_window(workspace, "anna")
        window.resize(1440, 900)
        window.show()
        made.append(window)
        return OnScreen(window, qtbot, walk)

    yield at
    for window in made:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def new_workspace(tmp_path: Path) -> Path:
    workspace = tmp_path / "arbeid"
    assert main(["init", "--plain", "--workspace", str(workspace)]) == 0
    return workspace


@pytest.fixture
def started(monkeypatch) -> list[list[str]]:
    """What would have been started beside the window."""
    found: list[list[str]] = []
    monkeypatch.setattr(beside, "_start", found.append)
    return found


def approve_by_two_and_export(screen: OnScreen) -> Path:
    """From imported orders on, with the buttons of the first steps and those of the pages."""
    screen.click("Vis dem som er klare")
    screen.click_first_order()
    screen.click("Godkjenn og neste")
    screen.click("Bytt saksbehandler …")
    screen.write("Brukernavn", "bjorn")
    screen.click("Ta over")
    screen.click("Vis dem som venter")
    screen.click_first_order()
    screen.click("Godkjenn og neste")
    screen.click("Gå til Eksport")
    screen.click("Se hva som eksporteres …")
    screen.click("Eksporter nå")
    (package,) = screen.window.desk.packages()
    return Path(package.path)


def test_that_the_sample_world_leads_from_the_first_start_to_a_package(
    new_workspace: Path, look: Look, started: list[list[str]]
) -> None:
    first = look(new_workspace, "sample")
    first.click("Bokmål")
    first.click("Prøv eksempelverdenen")
    assert "Eksempelverdenen åpnes i et eget vindu." in first.texts()
    ((program, *words),) = started
    assert (program, words[:4]) == (sys.executable, ["-m", "timebok_desktop", "sample", "--open"])
    sample = Path(words[words.index("--workspace") + 1])
    assert sample != new_workspace
    assert new_workspace not in sample.parents
    assert main(["sample", *words[4:]]) == 0
    screen = look(sample, "sample-world")
    screen.click("Bokmål")
    assert "3 av 7" in screen.texts()
    package = approve_by_two_and_export(screen)
    assert (package / "bagit.txt").is_file()
    assert screen.window.desk.verify_package(package).valid
    assert "6 av 7" in screen.texts()
    assert first.window.desk.view_counts("anna")["all"] == 0


def test_that_own_files_lead_from_the_first_start_to_a_package(
    new_workspace: Path, look: Look, tmp_path: Path
) -> None:
    world = tmp_path / "world"
    write_sample(world, utc_now())
    screen = look(new_workspace, "own-files")
    screen.click("Bokmål")
    screen.window.context.choose_file = lambda *_: world / "registry" / "ar-export.json"
    screen.click("Gå til AR")
    screen.click("Velg uttrekket …")
    screen.window.context.choose_file = lambda *_: world / "tables" / "vendors.csv"
    screen.click("Gå til leverandørene")
    screen.click("Importer CSV …")
    screen.window.context.choose_files = lambda *_: [world / "orders"]
    screen.click("Gå til bestillingene")
    screen.click("Velg bestillinger …")
    package = approve_by_two_and_export(screen)
    assert screen.window.desk.verify_package(package).valid


def test_that_a_step_that_waits_for_others_can_be_skipped(new_workspace: Path, look: Look) -> None:
    screen = look(new_workspace, "skipped")
    screen.click("Bokmål")
    screen.window.context.choose_file = lambda *_: None
    assert "0 av 7" in screen.texts()
    assert "Hopp over" not in screen.buttons()

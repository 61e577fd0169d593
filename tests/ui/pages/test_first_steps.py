"""The first steps in a new workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timebok_desktop.bootstrap import open_office
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.pages.welcome import FirstSteps, Progress, progress_of
from timebok_desktop.ui.tasks import Tasks


@pytest.fixture
def make_steps(qapp: QApplication) -> Iterator[Callable[[Any], FirstSteps]]:
    """Makes the panel and takes it down after the test."""
    translation.install(qapp, "nb", resource_folder() / "translations")
    made: list[tuple[FirstSteps, Tasks, Context]] = []

    def make(desk: Any) -> FirstSteps:
        tasks, context = Tasks(), Context("anna", "nb")
        steps = FirstSteps(desk, tasks, context)
        made.append((steps, tasks, context))
        steps.refresh()
        assert tasks.settle(10)
        return steps

    yield make
    for steps, tasks, _context in made:
        tasks.drain()
        steps.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_a_new_workspace_has_all_steps_left(tmp_path: Path) -> None:
    office = open_office(tmp_path / "workspace")
    assert progress_of(office.desk, "anna") == Progress(False, False, False)
    office.close()


def test_that_what_is_left_says_so_and_leads_there(
    make_steps: Callable[[Any], FirstSteps], qtbot: QtBot
) -> None:
    desk = FakeDesk(kept_snapshots=())
    desk.tables["vendors"] = desk.tables["service_types"]
    steps = make_steps(desk)
    assert steps.isVisible()
    assert not steps.buttons["orders"].isVisible()
    wanted: list[tuple[str, str]] = []
    steps._context.pageWanted.connect(lambda *where: wanted.append(where))
    for step in ("snapshot", "vendors"):
        qtbot.mouseClick(steps.buttons[step], Qt.MouseButton.LeftButton)
    assert wanted == [("registry", ""), ("settings", "vendors")]


def test_that_it_is_gone_when_everything_is_done(
    make_steps: Callable[[Any], FirstSteps],
) -> None:
    desk = FakeDesk(kept_snapshots=())
    steps = make_steps(desk)
    desk.kept_snapshots = FakeDesk().kept_snapshots
    steps._context.storeChanged.emit()
    assert steps._tasks.settle(10)
    assert not steps.isVisible()


def test_that_it_stays_away_once_put_away(make_steps: Callable[[Any], FirstSteps]) -> None:
    steps = make_steps(FakeDesk(kept_snapshots=()))
    steps.put_away()
    steps.refresh()
    assert steps._tasks.settle(10)
    assert not steps.isVisible()


def test_that_a_page_that_never_answers_leaves_it_hidden(
    make_steps: Callable[[Any], FirstSteps], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk()

    def refuse() -> None:
        raise RefusedError("Nei.", "Nei.")

    monkeypatch.setattr(desk, "current_snapshot", refuse)
    assert not make_steps(desk).isVisible()


def test_that_it_stands_above_the_orders_only(make_steps: Callable[[Any], FirstSteps]) -> None:
    steps = make_steps(FakeDesk(kept_snapshots=()))
    steps.page_shown("registry")
    assert not steps.isVisible()
    steps.page_shown("orders")
    assert steps.isVisible()

"""The first steps in a new workspace: from empty to the first receipt, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.first_steps import Progress, Step
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui import translation
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.pages.welcome import FirstSteps
from timebok_desktop.ui.tasks import Tasks

Make = Callable[..., FirstSteps]


@pytest.fixture
def make_steps(qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Makes the panel and takes it down after the test; all of one test share what is kept."""
    translation.install(qapp, "nb", resource_folder() / "translations")
    made: list[tuple[FirstSteps, Tasks]] = []
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def make(desk: Any = None, *, offers_sample: bool = True, asks: bool = True) -> FirstSteps:
        tasks, context = Tasks(), Context("anna", "nb")
        steps = FirstSteps(
            desk or FakeDesk(kept_snapshots=()), tasks, context, state, offers_sample=offers_sample
        )
        context.setParent(steps)
        made.append((steps, tasks))
        if asks:
            steps.refresh()
        assert tasks.settle(10)
        return steps

    yield make
    for steps, tasks in made:
        tasks.drain()
        steps.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def up_to(step: Step) -> frozenset[Step]:
    """Everything before a step."""
    every = tuple(Step)
    return frozenset(every[: every.index(step)])


def words(steps: FirstSteps) -> str:
    return " ".join(label.text() for label in steps.findChildren(QLabel) if label.isVisible())


def press(steps: FirstSteps, qtbot: QtBot) -> None:
    qtbot.mouseClick(steps.following, Qt.MouseButton.LeftButton)


def test_that_what_is_left_says_so_and_leads_there(make_steps: Make, qtbot: QtBot) -> None:
    steps = make_steps()
    assert steps.isVisible()
    wanted: list[tuple[str, str]] = []
    steps._context.pageWanted.connect(lambda *where: wanted.append(where))
    assert not steps.buttons[Step.ORDERS].isVisible()
    assert "Importer et uttrekk fra AR" in words(steps)
    press(steps, qtbot)
    steps.show_progress(Progress(done=up_to(Step.VENDORS)))
    press(steps, qtbot)
    steps.show_progress(Progress(done=up_to(Step.EXPORT)))
    press(steps, qtbot)
    assert wanted == [("registry", ""), ("settings", "vendors"), ("exports", "")]


@pytest.mark.parametrize(
    ("page", "step", "action"),
    [
        ("registry", Step.SNAPSHOT, "importRegistryAction"),
        ("orders", Step.ORDERS, "importAction"),
        ("exports", Step.EXPORT, "exportAction"),
        ("exports", Step.RECEIPT, "importReceiptAction"),
    ],
)
def test_that_the_button_does_the_step_on_the_page_of_the_step(
    make_steps: Make, qtbot: QtBot, page: str, step: Step, action: str
) -> None:
    steps = make_steps()
    steps.page_shown(page)
    steps.show_progress(Progress(done=up_to(step)))
    done: list[bool] = []
    steps._context.actions[action].triggered.connect(lambda *_: done.append(True))
    press(steps, qtbot)
    assert len(done) == 1


def test_that_the_first_approval_begins_with_what_is_clear(make_steps: Make, qtbot: QtBot) -> None:
    steps = make_steps()
    shown: list[OrderQuery] = []
    steps._context.queueWanted.connect(shown.append)
    for has_clear in (True, False):
        steps.show_progress(Progress(done=up_to(Step.APPROVE), has_clear=has_clear))
        press(steps, qtbot)
    assert [(one.view, len(one.outcomes)) for one in shown] == [("new", 1), ("new", 0)]


def test_that_the_second_approval_tells_how_to_switch(make_steps: Make, qtbot: QtBot) -> None:
    steps = make_steps()
    switched: list[bool] = []
    shown: list[OrderQuery] = []
    steps._context.actions["switchUserAction"].triggered.connect(lambda *_: switched.append(True))
    steps._context.queueWanted.connect(shown.append)
    steps.show_progress(Progress(done=up_to(Step.SECOND), needs_another=True))
    press(steps, qtbot)
    assert len(switched) == 1
    steps.show_progress(Progress(done=up_to(Step.SECOND)))
    press(steps, qtbot)
    assert [one.view for one in shown] == ["awaiting-second-approval"]


def test_that_what_others_depend_on_can_be_skipped(make_steps: Make) -> None:
    steps = make_steps()
    assert not steps.skip.isVisible()
    steps.show_progress(Progress(done=up_to(Step.VENDORS)))
    assert steps.skip.isVisible()
    steps.skip.click()
    assert make_steps()._skipped() == (Step.VENDORS,)


def test_that_everything_done_is_told_once_and_then_stays_away(make_steps: Make) -> None:
    steps = make_steps()
    steps.show_progress(Progress(done=frozenset(Step)))
    assert "Alle stegene er gjort" in words(steps)
    done = FakeDesk()
    assert not make_steps(done).isVisible()


def test_that_it_stays_away_once_put_away_until_it_is_fetched(make_steps: Make) -> None:
    steps = make_steps()
    steps.away.click()
    steps.refresh()
    assert steps._tasks.settle(10)
    assert not steps.isVisible()
    again = make_steps()
    assert not again.isVisible()
    again.fetch()
    assert again._tasks.settle(10)
    assert again.isVisible()
    assert again.buttons[Step.SNAPSHOT].isVisible()


def test_that_a_page_that_never_answers_leaves_it_hidden(
    make_steps: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk()

    def refuse() -> None:
        raise RefusedError("Nei.", "Nei.")

    monkeypatch.setattr(desk, "current_snapshot", refuse)
    assert not make_steps(desk).isVisible()


def test_that_on_other_pages_only_the_next_step_stands(make_steps: Make) -> None:
    steps = make_steps()
    steps.all_steps.setChecked(True)
    assert steps.buttons[Step.SNAPSHOT].isVisible()
    steps.page_shown("registry")
    assert steps.following.isVisible()
    assert not steps.buttons[Step.SNAPSHOT].isVisible()


def test_that_the_sample_world_is_offered_until_there_are_orders(make_steps: Make) -> None:
    steps = make_steps()
    steps.show_progress(Progress())
    steps.all_steps.setChecked(True)
    assert steps.sample_button.isVisible()
    steps.show_progress(Progress(done=up_to(Step.APPROVE)))
    assert not steps.sample_button.isVisible()


def test_that_the_sample_world_does_not_offer_itself(make_steps: Make) -> None:
    steps = make_steps(offers_sample=False)
    steps.all_steps.setChecked(True)
    assert not steps.sample_button.isVisible()


def test_that_it_stands_at_once_where_it_stood_before(make_steps: Make) -> None:
    make_steps().show_progress(Progress(done=up_to(Step.ORDERS)))
    steps = make_steps(asks=False)
    assert steps.isVisible()
    assert "2 av 7" in words(steps)

"""The first steps in a new workspace, from an empty store to the first receipt, page by page.

It points to the pages where the work is done and does none of it. What is done is read from the
store; that it was put away, and which steps were skipped, is kept with the window's geometry.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.services.first_steps import (
    AWAITING_ANOTHER,
    CLEAR,
    SKIPPABLE,
    Progress,
    Step,
    progress_of,
)
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, row
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import Chip, Text
from timebok_desktop.ui.pages.first_step_words import place_of, said, told
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk

_AWAY, _SKIPPED, _DONE = "firstSteps/away", "firstSteps/skipped", "firstSteps/done"


class FirstSteps(QFrame):
    """The next step with its button, and on request all of them. Hidden until `refresh` says that
    something is left, and when put away; `fetch` brings it back. `sampleWanted()` when the sample
    world is to be tried first, `strayed()` when it goes away with the focus.
    """

    sampleWanted = Signal()
    strayed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        context: Context,
        state: QSettings,
        parent: QWidget | None = None,
        *,
        offers_sample: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("firstSteps")
        self.setAccessibleName(self.tr("Getting started"))
        dress(self, look="card")
        self._desk, self._tasks, self._context, self._state = desk, tasks, context, state
        self._offers_sample = offers_sample
        self._progress: Progress | None = None
        self._page = "orders"
        self._fetched = self._resting = False
        self._states: dict[Step, Chip] = {}
        self.buttons: dict[Step, QPushButton] = {}
        self._make_parts()
        self._lay_out()
        self.hide()
        context.storeChanged.connect(self._store_changed)
        context.userChanged.connect(lambda _user: self._store_changed())
        self._recall()

    # -- coming and going ------------------------------------------------------------------------
    def refresh(self) -> None:
        """Ask how far the workspace has come."""
        if self._state.value(_AWAY, defaultValue=False, type=bool):
            return
        self._tasks.run(
            progress_of,
            self._desk,
            self._context.user,
            self._skipped(),
            owner=self,
            done=self.show_progress,
            latest="progress",
        )

    def put_away(self) -> None:
        """The caseworker has seen enough of it."""
        self._state.setValue(_AWAY, True)
        self._progress = None
        self._fetched = False
        if not FocusBefore(self).put_away():
            self.strayed.emit()

    def rest(self) -> None:
        """Stay hidden in this window, whatever comes; nothing is kept of it."""
        self._resting = True
        self.hide()

    def fetch(self) -> None:
        """Bring it back with all its steps, also when they are done."""
        self._state.setValue(_AWAY, False)
        self._fetched = True
        self.all_steps.setChecked(True)
        self.refresh()

    def page_shown(self, key: str) -> None:
        """Another page stands below: the button now leads there, or does it."""
        if key != self._page:
            self._page = key
            self.all_steps.setChecked(False)
            self._show_next()

    # -- showing -----------------------------------------------------------------------------------
    def show_progress(self, progress: Progress) -> None:
        """Show what is done and what comes next. Done before it was ever seen, it stays away."""
        before = self._progress
        if progress.complete and before is None and not self._fetched:
            self.put_away()
            return
        if before is None and not progress.done:
            self.all_steps.setChecked(True)
        self._progress = progress
        self._state.setValue(_DONE, [step.value for step in progress.done])
        self._show_list(progress)
        self._show_next()
        self.setVisible(not self._resting)
        if before is not None and before.next is not progress.next:
            announce(self, f"{self._count.text()}. {self._words.text()}")

    def _show_list(self, progress: Progress) -> None:
        passed = len([step for step in progress.steps if step in progress.done | progress.skipped])
        self._count.setText(
            self.tr("{passed} of {all}").format(passed=passed, all=len(progress.steps))
        )
        for step, chip in self._states.items():
            if step in progress.done:
                chip.show_state(self.tr("Done"), "clear")
            elif step in progress.skipped:
                chip.show_state(self.tr("Skipped"), "neutral")
            else:
                chip.show_state(self.tr("Left to do"), "neutral")
            for part in (chip, self._titles[step]):
                part.setVisible(step in progress.steps)
            self.buttons[step].setVisible(step in progress.steps and step not in progress.done)
        self._show_sample()

    def _show_sample(self) -> None:
        """Only beside all steps, and only until there are orders of one's own."""
        started = self._progress is not None and Step.ORDERS in self._progress.done
        wanted = self._offers_sample and self.all_steps.isChecked() and not started
        self._sample.setVisible(wanted)

    def _show_next(self) -> None:
        if self._progress is None:
            return
        step = self._progress.next
        self.following.setVisible(step is not None)
        self.skip.setVisible(step in SKIPPABLE)
        if step is None:
            self._words.setText(self.tr("All steps are done. Help brings them back."))
            return
        self._words.setText(told(step, self._progress))
        words, _ = self._turn(step)
        self.following.setText(plain_button(words))
        self.following.setAccessibleName(words)
        self.following.setVisible(bool(words))

    def _turn(self, step: Step) -> tuple[str, Callable[[], None]]:
        """The words and the deed of the button: the way to the page, there what is done."""
        place = place_of(step)
        if self._page != place.page:
            return said(place.way), self._way_to(step)
        if step is Step.APPROVE:
            if self._progress is not None and self._progress.has_clear:
                return self.tr("Show those that are clear"), lambda: self._queue(CLEAR)
            return self.tr("Show the new ones"), lambda: self._queue(OrderQuery(view="new"))
        if step is Step.SECOND:
            if self._progress is not None and self._progress.needs_another:
                return self.tr("Switch caseworker …"), self._trigger("switchUserAction")
            return self.tr("Show those that wait"), lambda: self._queue(AWAITING_ANOTHER)
        return said(place.does), self._trigger(place.action)

    # -- doing ----------------------------------------------------------------------------------
    def _do_next(self) -> None:
        if self._progress is not None and self._progress.next is not None:
            self._turn(self._progress.next)[1]()

    def _skip_next(self) -> None:
        if self._progress is not None and self._progress.next in SKIPPABLE:
            skipped = {*self._skipped(), self._progress.next}
            self._state.setValue(_SKIPPED, [step.value for step in skipped])
            self.refresh()

    def _queue(self, query: OrderQuery) -> None:
        self._context.queueWanted.emit(query)

    def _trigger(self, action: str) -> Callable[[], None]:
        return self._context.actions[action].trigger if action else lambda: None

    def _way_to(self, step: Step) -> Callable[[], None]:
        place = place_of(step)
        return lambda: self._context.pageWanted.emit(place.page, place.subject)

    def _store_changed(self) -> None:
        if self._progress is not None:
            self.refresh()

    def _skipped(self) -> tuple[Step, ...]:
        return _steps(self._state.value(_SKIPPED))

    def _recall(self) -> None:
        """Stand where it stood when the window was closed, so that nothing moves at the start."""
        kept = self._state.value(_DONE)
        if kept is None or self._state.value(_AWAY, defaultValue=False, type=bool):
            return
        progress = Progress(done=frozenset(_steps(kept)), skipped=frozenset(self._skipped()))
        if not progress.complete:
            self.show_progress(progress)

    # -- layout ---------------------------------------------------------------------------------
    def _make_parts(self) -> None:
        self._count = Text("", "muted")
        self._words = Text("", wrap=True)
        self.following = button("", self._do_next, name=self.tr("Next step"))
        self.skip = button(
            self.tr("Skip"), self._skip_next, look="quiet", name=self.tr("Skip this step")
        )
        self.all_steps = QPushButton(self.tr("All steps"))
        self.all_steps.setAccessibleName(self.tr("Show all steps"))
        self.all_steps.setCheckable(True)
        self.away = button(
            self.tr("Put away"), self.put_away, look="quiet", name=self.tr("Put away first steps")
        )
        self._titles = {step: Text(said(place_of(step).title), wrap=True) for step in Step}
        self._list = self._listed()
        self._sample = self._sample_offer()
        self.all_steps.toggled.connect(self._list.setVisible)
        self.all_steps.toggled.connect(lambda _shown: self._show_sample())
        self._list.hide()
        self._sample.hide()

    def _listed(self) -> QWidget:
        listed = QWidget()
        grid = QGridLayout(listed)
        grid.setContentsMargins(0, SPACE.xs, 0, 0)
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 1)
        for line, step in enumerate(Step):
            self._states[step] = Chip()
            title = said(place_of(step).title)
            self.buttons[step] = button(
                said(place_of(step).way), self._way_to(step), look="quiet", name=title
            )
            grid.addWidget(self._states[step], line, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(self._titles[step], line, 1)
            grid.addWidget(self.buttons[step], line, 2, Qt.AlignmentFlag.AlignRight)
        return listed

    def _sample_offer(self) -> QWidget:
        offer = QWidget()
        self.sample_button = button(self.tr("Try the sample world"), self.sampleWanted.emit)
        layout = QHBoxLayout(offer)
        layout.setContentsMargins(0, SPACE.xs, 0, 0)
        layout.setSpacing(SPACE.m)
        words = self.tr(
            "Would you rather try it first? The sample world is invented. It opens in a window "
            "and a folder of its own, so that nothing of it gets in here."
        )
        layout.addWidget(Text(words, "muted", wrap=True), 1)
        layout.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignTop)
        return offer

    def _lay_out(self) -> None:
        heading = Text(self.tr("Getting started"), "heading")
        following = row(self._words, self.skip, self.following)
        following.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.s, SPACE.m, SPACE.s)
        layout.setSpacing(SPACE.xs)
        layout.addLayout(row(heading, self._count, None, self.all_steps, self.away))
        layout.addLayout(following)
        layout.addWidget(self._list)
        layout.addWidget(self._sample)


def _steps(kept: object) -> tuple[Step, ...]:
    """Steps as an ini file gives them back: none, one text or a list; what is none is left out."""
    names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
    return tuple(step for step in Step if step.value in names)

"""The first steps in a new workspace: AR snapshot, vendors, orders. Gone when all are done.

It points to the pages where the work is done and does none of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.ui.cards import button
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Chip, Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Progress:
    """Which of the first steps are done."""

    snapshot: bool
    vendors: bool
    orders: bool

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.snapshot and self.vendors and self.orders


def progress_of(desk: Desk, user: str) -> Progress:
    """How far a workspace has come; runs on the lane."""
    return Progress(
        snapshot=desk.current_snapshot() is not None,
        vendors=bool(desk.table("vendors").rows),
        orders=bool(desk.view_counts(user).get("all", 0)),
    )


class FirstSteps(QFrame):
    """Three lines with their state and the way there; hidden until `refresh`, and again when all
    are done or put away. The window asks for it where there is no snapshot yet.
    """

    def __init__(
        self, desk: Desk, tasks: Tasks, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("firstSteps")
        dress(self, look="card")
        self._desk, self._tasks, self._context = desk, tasks, context
        self._put_away = False
        self._left = False
        self._on_orders = True
        self._states: dict[str, Chip] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.hide()
        context.storeChanged.connect(self._store_changed)

    def refresh(self) -> None:
        """Ask how far the workspace has come."""
        if not self._put_away:
            self._tasks.run(
                progress_of,
                self._desk,
                self._context.user,
                owner=self,
                done=self.show_progress,
                latest="progress",
            )

    def show_progress(self, progress: Progress) -> None:
        """Show what is done and what is left."""
        for step, done in (
            ("snapshot", progress.snapshot),
            ("vendors", progress.vendors),
            ("orders", progress.orders),
        ):
            if done:
                self._states[step].show_state(self.tr("Done"), "clear")
            else:
                self._states[step].show_state(self.tr("Left to do"), "neutral")
            self.buttons[step].setVisible(not done)
        self._left = not progress.complete
        self.setVisible(self._left and self._on_orders)

    def page_shown(self, key: str) -> None:
        """It stands above the orders only; the other pages have empty states of their own."""
        self._on_orders = key == "orders"
        self.setVisible(self._left and self._on_orders)

    def _store_changed(self) -> None:
        if self._left:
            self.refresh()

    def put_away(self) -> None:
        """The caseworker has seen enough of it."""
        self._put_away = True
        self._left = False
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.s)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.l)
        grid.setVerticalSpacing(SPACE.s)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Text(self.tr("First steps"), "heading"), 0, 0, 1, 2)
        away = button(
            self.tr("Put away"), self.put_away, look="quiet", name=self.tr("Put away first steps")
        )
        grid.addWidget(away, 0, 2)
        for line, (step, words, action, page, subject) in enumerate(self._steps(), 1):
            self._states[step] = Chip()
            self.buttons[step] = button(action, self._way_to(page, subject))
            grid.addWidget(self._states[step], line, 0)
            grid.addWidget(Text(words, wrap=True), line, 1)
            grid.addWidget(self.buttons[step], line, 2)
        layout.addLayout(grid)

    def _steps(self) -> tuple[tuple[str, str, str, str, str], ...]:
        return (
            (
                "snapshot",
                self.tr("Import an export from AR, so that orders can be verified."),
                self.tr("Go to AR"),
                "registry",
                "",
            ),
            (
                "vendors",
                self.tr(
                    "Fill in the journal vendors you know. There is no public list of those that "
                    "are integrated, so the table is empty."
                ),
                self.tr("Fill in vendors"),
                "settings",
                "vendors",
            ),
            (
                "orders",
                self.tr("Import the orders that have come in."),
                self.tr("Go to the orders"),
                "orders",
                "",
            ),
        )

    def _way_to(self, page: str, subject: str) -> Callable[[], None]:
        def go() -> None:
            self._context.pageWanted.emit(page, subject)

        return go

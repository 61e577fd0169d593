"""The base of every page: made empty with the window, filled when it is first shown.

A page is one module with one subclass of `Page`. It never touches the store itself: `ask` reads
and `act` writes through the tasks, and both bring failures to the message bar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE

if TYPE_CHECKING:  # the facade's module brings pydantic along, which the first paint can spare
    from timebok_desktop.services.desk import Desk


class Unsaved(NamedTuple):
    """What has not been saved, in words for whoever closes the window, and what to show of the
    page (`Page.show_subject`)."""

    words: str
    subject: str


class Page(QWidget):
    """A page of the window. Subclasses set `object_name` and override `build` and `refresh`.

    `build` makes the widgets, once, into `self.content` (a QVBoxLayout); `refresh` asks for fresh
    data; `show_subject` is told what another page wants shown here. `commands` says, by the
    names of the actions that `ui.actions` gives to this page, what to call when one is triggered.
    Signal `acts()` before something is written.
    """

    object_name = ""
    acts = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, context: Context, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(self.object_name)
        self.desk = desk
        self.tasks = tasks
        self.context = context
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(SPACE.xl, SPACE.l, SPACE.xl, SPACE.l)
        self.content.setSpacing(SPACE.m)
        self.commands: dict[str, Callable[[], None]] = {}
        self._built = False
        self._stale = True
        context.storeChanged.connect(self._store_changed)

    def build(self) -> None:
        """Make the widgets of the page."""

    def refresh(self) -> None:
        """Ask for fresh data."""

    def show_subject(self, subject: str) -> None:
        """Show what another page points to (a reference, a HER-id, a table's name)."""

    def remember(self, state: QSettings) -> None:
        """Keep what the caseworker arranged (widths, splitters) when the window closes."""

    def recall(self, state: QSettings) -> None:
        """Take up again what `remember` kept; called once, after `build`."""

    def unsaved(self) -> Unsaved | None:
        """What was typed here and neither saved nor kept as a draft."""
        return None

    def save_unsaved(self) -> bool:
        """Save that; False where something has to be answered first."""
        return True

    def take_focus(self) -> None:
        """Put the focus where work begins: on the first widget that takes it, unless overridden."""
        for one in self._in_focus_chain():
            takes_it = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()
            if takes_it and one.isVisibleTo(self) and self.isAncestorOf(one):
                one.setFocus()
                return

    def _in_focus_chain(self) -> Iterator[QWidget]:
        one = self.nextInFocusChain()
        while one is not None and one is not self:
            yield one
            one = one.nextInFocusChain()

    def ensure_built(self) -> None:
        """Fill the page, if that has not happened yet."""
        if not self._built:
            self._built = True
            self.build()

    def present(self, subject: str = "") -> None:
        """The page has come to the front."""
        self.ensure_built()
        if self._stale:
            self._stale = False
            self.refresh()
        if subject:
            self.show_subject(subject)

    def add_title(self, title: str, explanation: str = "") -> None:
        """The page's heading and one line on what belongs here."""
        self.content.addWidget(Text(title, "title"))
        if explanation:
            self.content.addWidget(Text(explanation, "muted", wrap=True))

    def ask(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], None],
        failed: Callable[[TimebokError], None] | None = None,
        latest: str = "",
    ) -> int:
        """Read something; with `latest`, an older answer of the same key is dropped."""
        return self.tasks.run(
            function,
            *arguments,
            owner=self,
            done=done,
            failed=failed or self.tell_failure,
            latest=latest,
        )

    def act(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        words: str,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[TimebokError], None] | None = None,
        lasting: bool = True,
    ) -> int:
        """Write something, with `words` and progress in the status bar ("Importing orders").

        Afterwards the whole window is told that the store has changed. It is done even where the
        window closes meanwhile, which waits for it; what is not `lasting` is stopped then.
        """

        def finished(result: Any) -> None:
            self.context.finished.emit(number)
            if done is not None:
                done(result)
            self.context.storeChanged.emit()

        def refused(error: TimebokError) -> None:
            self.context.finished.emit(number)
            (failed or self.tell_failure)(error)
            self.context.storeChanged.emit()

        def progressed(done_so_far: int, total: int) -> None:
            self.context.progressed.emit(number, done_so_far, total)

        self.acts.emit()
        number = self.tasks.run(
            function,
            *arguments,
            owner=self,
            done=finished,
            failed=refused,
            progress=progressed,
            lasting=lasting,
        )
        self.context.working.emit(number, words)
        return number

    def tell_failure(self, error: TimebokError) -> None:
        """Show what a service refused, in its own words."""
        self.context.tell(error.text(self.context.language), "stop")

    def _store_changed(self) -> None:
        self._stale = True
        if self._built and self.isVisible():
            self._stale = False
            self.refresh()

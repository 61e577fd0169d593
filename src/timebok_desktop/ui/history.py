"""The way back through the window: where one was, page by page and order by order, as in a browser.

A place is recorded when one leaves it for another page, query or order that one stayed at or
jumped from; passing through a list with the arrow keys leaves no trace. Coming back shows it as it
was left. Bounded, and only for as long as the window stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from timebok_desktop.ui.place_keeper import PlaceKeeper
from timebok_desktop.ui.places import KEEPERS

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow

_MOST = 100
_BY_BUTTON = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Place(NamedTuple):
    """A page and what it shows; None where the page itself is all there is to say."""

    page: str
    detail: object = None


class History(QObject):
    """`changed()` when there may be another way back or forward."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._keepers: dict[str, PlaceKeeper] = {}
        self._places: list[Place] = [Place(window.current_page)]
        self._here = 0
        self._leaving = self._returning = False
        window.installEventFilter(self)
        self._watch_mouse()

    @property
    def can_go(self) -> tuple[bool, bool]:
        """Whether there is a way back, and one forward."""
        now = self._now()
        before, after = self._places[: self._here], self._places[self._here + 1 :]
        return any(one != now for one in before), any(one != now for one in after)

    def furnish(self) -> None:
        """The pages of the window are made anew; the first one that is shown leaves no other."""
        self._keepers.clear()
        self._leaving = True
        QTimer.singleShot(0, self, self._arrived)

    def leave(self, detail: object = None) -> None:
        """The place that is shown is being left, for another that comes in the same breath."""
        if self._leaving or self._returning:
            return
        left = Place(self._window.current_page, detail) if detail is not None else self._now()
        self._places[self._here] = left
        del self._places[self._here + 1 :]
        if self._here and self._places[self._here - 1] == left:
            self._places.pop()
        self._places = [*self._places, left][-_MOST:]
        self._here = len(self._places) - 1
        self._leaving = True
        QTimer.singleShot(0, self, self._arrived)
        self.changed.emit()

    def step(self, by: int) -> bool:
        """Go back (-1) or forward (1); False where there is nothing there."""
        now = self._now()
        self._places[self._here] = now
        target = self._here + by
        while 0 <= target < len(self._places) and self._places[target] == now:
            target += by
        if not 0 <= target < len(self._places):
            return False
        self._here = target
        self._returning = True
        place = self._places[target]
        self._window.show_page(place.page)
        keeper = self._keeper(place.page)
        if keeper is not None and place.detail is not None:
            keeper.return_to(place.detail)
        self._returning = False
        self.changed.emit()
        return True

    def watch(self, page: str) -> None:
        """A page is shown; from now on it tells where one is on it."""
        self._keeper(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's own buttons for back and forward, wherever they are pressed."""
        if watched is self._window:
            if event.type() == QEvent.Type.Show:
                self._watch_mouse()
            return False
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            by = _BY_BUTTON.get(event.button(), 0)
            if by and self._window.pages.isVisible():  # not while it is locked
                self._window.commands.go(by)
                return True
        return False

    def _watch_mouse(self) -> None:
        """What the system tells the window comes by here, whatever is below the mouse."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _arrived(self) -> None:
        self._leaving = False
        self.changed.emit()

    def _now(self) -> Place:
        page = self._window.current_page
        keeper = self._keeper(page)
        return Place(page, keeper.here() if keeper is not None else None)

    def _keeper(self, key: str) -> PlaceKeeper | None:
        made = self._keepers.get(key)
        if made is None and key in KEEPERS:
            made = self._keepers[key] = KEEPERS[key](self._window.page(key))
            made.left.connect(self.leave)
        return made

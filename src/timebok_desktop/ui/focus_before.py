"""What had the focus before a panel took it, for when the panel goes away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class FocusBefore:
    """Remembers for one panel; gives the focus to nobody who has gone or cannot be seen."""

    def __init__(self, panel: QWidget) -> None:
        self._panel = panel
        self._before: QWidget | None = None

    def remember(self) -> None:
        """The panel is about to take the focus; what is in it already is not before it."""
        self.was(self._panel.window().focusWidget())

    def was(self, focused: QWidget | None) -> None:
        """This had the focus."""
        if focused is not None and not self._holds(focused):
            self._before = focused

    def forget(self) -> None:
        """Somebody went elsewhere: the focus is to stay there."""
        self._before = None

    def put_away(self) -> bool:
        """Hide the panel. Whether the focus is where it belongs now: back where it was, or left
        where it is because the panel did not have it."""
        focused = self._panel.window().focusWidget()
        had_it = focused is not None and self._holds(focused)
        self._panel.hide()
        if had_it:
            return self.give_back()
        self._before = None
        return True

    def give_back(self) -> bool:
        """Give the focus back; False where there is nobody to give it to."""
        before = self._before
        if before is None or not isValid(before) or not before.isVisible():
            return False
        if not before.isEnabled():
            return False
        before.setFocus()
        return True

    def _holds(self, widget: QWidget) -> bool:
        return widget is self._panel or self._panel.isAncestorOf(widget)

"""Below the list: one click to what the menu View narrows it by. Shown while the list is whole."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from timebok_desktop.ui.actions import Actions
from timebok_desktop.ui.orders.decision_bar import ActionButton
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE


class QuickWays(QWidget):
    """Two buttons that are the actions of the menu; the focus goes on to `then` as they go."""

    def __init__(self, actions: Actions, then: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self.unread = ActionButton(actions["onlyUnreadAction"], self.tr("Only unread"))
        self.held_long = ActionButton(actions["onlyHeldLongAction"], self.tr("Held for long"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        for one in (self.unread, self.held_long):
            dress(one, look="quiet")
            row.addWidget(one)
        self.hide()

    def offer(self, *, wanted: bool) -> None:
        """Show them, or make room for other words."""
        if not wanted and (self.unread.hasFocus() or self.held_long.hasFocus()):
            self._then.setFocus()
        self.setVisible(wanted)

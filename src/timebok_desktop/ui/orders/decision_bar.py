"""The decision bar: always visible, one primary button. Its buttons are the window's actions."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from timebok_desktop.ui.actions import LETTER, Actions
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_BUTTONS = ("requestInformationAction", "holdAction", "rejectAction", "undoAction")
_MORE = (
    "claimAction",
    "releaseAction",
    "letterAction",
    "noteAction",
    "amendAction",
    "verifyAction",
    "withdrawAction",
    "reopenAction",
)


class ActionButton(QPushButton):
    """A button that is an action: its text, or other words, with the letter; enabled when the
    action is."""

    def __init__(self, action: QAction, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._words = action, words
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        letter = str(self._action.property(LETTER) or "")
        words = self._words or self._action.text().removesuffix(" …")
        self.setText(f"{words}  {letter}".strip())
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip(self._action.toolTip()))
        self.setEnabled(self._action.isEnabled())


class DecisionBar(QFrame):
    """Approve-and-next, the other decisions, and the rest behind one button."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why_not = Text("", "small", wrap=True)
        self.why_not.hide()
        self._approve = ActionButton(actions["approveAction"])
        dress(self._approve, look="primary")
        self._open = ActionButton(actions["nextFindingAction"], self.tr("Open the finding"))
        dress(self._open, look="primary")
        self._open.hide()
        self._more = QPushButton()
        dress(self._more, look="narrow")
        set_icon(self._more, "more")
        self._more.setAccessibleName(self.tr("More actions"))
        self._more.setToolTip(self.tr("More actions"))
        menu = QMenu(self._more)
        menu.addActions([actions[name] for name in _MORE])
        menu.aboutToShow.connect(actions.draw_icons)
        self._more.clicked.connect(
            lambda: menu.popup(self._more.mapToGlobal(self._more.rect().topLeft()))
        )
        self._letter = ActionButton(actions["letterAction"])
        self._letter.hide()
        row = FlowLayout(SPACE.xs + 2)
        row.addWidget(self._approve)
        row.addWidget(self._open)
        row.addWidget(self._letter)
        for name in _BUTTONS:
            row.addWidget(ActionButton(actions[name]))
        row.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.xs)
        layout.addWidget(self.why_not)
        layout.addLayout(row)

    def offer_letter(self, *, wanted: bool) -> None:
        """Offer to write the letter of the decision that stands."""
        self._letter.setVisible(wanted)

    def offer_opening(self, *, wanted: bool) -> None:
        """Offer to open what has to be seen first, in the place of the approval."""
        had_focus = self._open.hasFocus()
        self._open.setVisible(wanted)
        self._approve.setVisible(not wanted)
        if had_focus and not wanted:
            self._approve.setFocus()

    def explain(self, words: str) -> None:
        """Say why the order cannot be approved now, "" where it can."""
        self.why_not.setText(words)
        self.why_not.setVisible(bool(words))

"""Switching caseworker, inline: by name in a plain workspace, by unlocking a key in an encrypted
one. The window does not judge the passphrase; whoever built it hands over `unlock`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.folding import squeezed
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_MOST = 4
"""More names than this are written, not offered."""

Unlock = Callable[[str, str], None]
"""Unlocks the key of a caseworker with a passphrase, or raises a TimebokError."""


class UserSwitch(QFrame):
    """Emits `wanted(user, passphrase)`; the passphrase is "" in a plain workspace. Those who have
    approved here before are offered by name, the last of them first. Escape closes it and gives
    the focus back; `strayed()` where what had it has gone.
    """

    wanted = Signal(str, str)
    strayed = Signal()

    def __init__(self, *, with_passphrase: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("userSwitch")
        self._before = FocusBefore(self)
        dress(self, look="notice", tone="neutral")
        self._user = QLineEdit()
        self._user.setPlaceholderText(self.tr("User name"))
        self._user.setAccessibleName(self.tr("User name of the caseworker who takes over"))
        self._passphrase = QLineEdit()
        self._passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._passphrase.setPlaceholderText(self.tr("Passphrase"))
        self._passphrase.setAccessibleName(self.tr("Passphrase of the signing key"))
        self._passphrase.setVisible(with_passphrase)
        take_over = QPushButton(self.tr("Take over"))
        take_over.setAccessibleName(self.tr("Take over"))
        close = QPushButton(self.tr("Cancel"))
        close.setAccessibleName(self.tr("Cancel switching"))
        dress(close, look="quiet")
        note = self.tr("In a plain workspace the name proves nothing; it is only noted.")
        explanation = Text("" if with_passphrase else note, "muted", wrap=True)
        self._names = QWidget()
        self._names.hide()
        self._known = QHBoxLayout(self._names)
        self._known.setContentsMargins(0, 0, 0, 0)
        self._known.setSpacing(SPACE.s)
        self._offered: list[QPushButton] = []
        asked = FlowLayout(SPACE.s)
        asked.addWidget(Text(self.tr("Switch caseworker"), "strong"))
        asked.addWidget(self._names)
        for field in (self._user, self._passphrase):
            field.setFixedWidth(200)
            field.returnPressed.connect(self._ask)
            asked.addWidget(field)
        asked.addWidget(take_over)
        asked.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.s, SPACE.l, SPACE.s)
        layout.setSpacing(SPACE.s)
        layout.addLayout(asked)
        layout.addWidget(explanation)
        explanation.setVisible(not with_passphrase)
        take_over.clicked.connect(self._ask)
        close.clicked.connect(self.close_switch)
        self.hide()

    def open(self) -> None:
        """Ask."""
        self._before.remember()
        self._user.clear()
        self._passphrase.clear()
        self.offer((), "")
        self.show()
        self._user.setFocus()

    def close_switch(self) -> None:
        """Go away, and give the focus back."""
        if not self._before.put_away():
            self.strayed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_switch()
            return
        super().keyPressEvent(event)

    def offer(self, names: Sequence[str], current: str) -> None:
        """Offer the caseworkers that are known, the newest last, but for the one who works now."""
        others = [one for one in reversed(names) if squeezed(one) != squeezed(current)]
        others = list(dict.fromkeys(others))[:_MOST]
        for button in self._offered:
            self._known.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._offered = [self._button(name) for name in others]
        self._names.setVisible(bool(others))
        if others and not self._user.text():
            self._user.setText(others[0])
            self._user.selectAll()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(plain_button(name), self)
        button.setAccessibleName(self.tr("Switch to {user}").format(user=name))
        button.clicked.connect(partial(self._choose, name))
        self._known.addWidget(button)
        return button

    def _choose(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        """One click where no passphrase is asked for."""
        self._user.setText(name)
        if self._passphrase.isHidden():
            self._ask()
        else:
            self._passphrase.setFocus()

    def _ask(self) -> None:
        user = self._user.text().strip()
        if user:
            self.wanted.emit(user, self._passphrase.text())
            self._passphrase.clear()

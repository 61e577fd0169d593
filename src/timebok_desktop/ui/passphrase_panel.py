"""Asks for the passphrase of an encrypted workspace: to open it, or to choose one for a new one.

It judges no passphrase; whoever shows it does. What was typed never stays in it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

SHORTEST = 12
"""Characters that a passphrase needs when a person chooses it."""

_WIDTH = 480
_FIELD_LIMIT = 1024

Purpose = Literal["open", "choose", "resume"]


class PassphrasePanel(QFrame):
    """Emits `given(passphrase)`, and `declined()` where that is offered."""

    given = Signal(str)
    declined = Signal()

    def __init__(self, purpose: Purpose, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passphrasePanel")
        dress(self, look="card")
        self.setFixedWidth(round(_WIDTH * self.fontMetrics().averageCharWidth() / 7))
        self._choosing = purpose == "choose"
        self.field = self._field(self._named(purpose), "passphraseField")
        self.again = self._field(self.tr("The passphrase once more"), "passphraseAgain")
        self.again.setVisible(self._choosing)
        self.show_typed = QCheckBox(self.tr("Show what I type"))
        self.show_typed.toggled.connect(self._show_typed)
        self.trouble = Text("", "strong", wrap=True)
        self.trouble.setObjectName("passphraseTrouble")
        self.trouble.hide()
        self._accept = QPushButton(
            self.tr("Encrypt and open") if self._choosing else self.tr("Unlock")
        )
        self._accept.setObjectName("unlockButton")
        dress(self._accept, look="primary")
        self._accept.clicked.connect(self._give)
        self._decline = QPushButton(self.tr("Close Timebok"))
        self._decline.setObjectName("declineButton")
        self._decline.clicked.connect(self.declined)
        self._decline.setVisible(purpose != "resume")
        self._lay_out(purpose, folder)

    def take_focus(self) -> None:
        """Ready to type in."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, text: str) -> None:
        """Say what was wrong, and ask again."""
        self.trouble.setText(text)
        self.trouble.show()
        announce(self, text, urgent=True)
        self.take_focus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.again.clear()
        self.show_typed.setChecked(False)
        self.trouble.hide()

    def _give(self) -> None:
        typed, again = self.field.text(), self.again.text()
        if self._choosing and len(typed) < SHORTEST:
            self.complain(
                self.tr("The passphrase needs at least {count} characters.").format(count=SHORTEST)
            )
        elif self._choosing and typed != again:
            self.again.clear()
            self.complain(self.tr("The two passphrases are not the same."))
        elif typed:
            self.clear()
            self.given.emit(typed)

    def _show_typed(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _field(self, name: str, key: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(key)
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setMaxLength(_FIELD_LIMIT)
        made.setPlaceholderText(name)
        made.setAccessibleName(name)
        made.returnPressed.connect(self._give)
        return made

    def _named(self, purpose: Purpose) -> str:
        if purpose == "choose":
            return self.tr("A new recovery passphrase")
        return self.tr("Recovery passphrase")

    def _title(self, purpose: Purpose) -> str:
        return {
            "open": self.tr("Unlock the workspace"),
            "choose": self.tr("Protect the workspace"),
            "resume": self.tr("Timebok is locked"),
        }[purpose]

    def _explained(self, purpose: Purpose) -> str:
        return {
            "open": self.tr("The workspace is encrypted, and the keyring does not have its key."),
            "choose": self.tr(
                "Everything in it is encrypted. Choose a recovery passphrase and keep it in a safe "
                "place: without it and the keyring of this machine nobody can open the workspace."
            ),
            "resume": self.tr("What you were doing is as you left it."),
        }[purpose]

    def _lay_out(self, purpose: Purpose, folder: str) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addStretch(1)
        buttons.addWidget(self._decline)
        buttons.addWidget(self._accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        layout.setSpacing(SPACE.m)
        layout.addWidget(Text(self._title(purpose), "title", wrap=True))
        layout.addWidget(Text(folder, "muted", wrap=True, selectable=True))
        layout.addWidget(Text(self._explained(purpose), wrap=True))
        for widget in (self.field, self.again, self.show_typed, self.trouble):
            layout.addWidget(widget)
        layout.addLayout(buttons)

"""The message bar: inline, never modal, announced to assistive technology."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Message
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.plain import plain_button
from timebok_desktop.ui.shape_label import ShapeLabel
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE


class MessageBar(QFrame):
    """Shows the newest message until it is closed or another takes its place. Escape closes it
    where it has the focus, which goes back where it came from; `strayed()` where that has gone.
    """

    strayed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._before = FocusBefore(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_went)
        self._shape = ShapeLabel("note")
        self._text = Text("", "strong", wrap=True, selectable=True)
        self._detail = Text("", wrap=True, selectable=True)
        self._button = QPushButton()
        self._button.setAccessibleName(self.tr("Follow the message"))
        self._close = QToolButton()
        set_icon(self._close, "close")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._close.clicked.connect(self.put_away)
        self._button.clicked.connect(self._follow)
        self._message: Message | None = None
        self._lay_out()
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message and have it announced."""
        self._before.remember()
        self._message = message
        self._shape.show_tone(message.tone)
        self._text.setText(message.text)
        self._detail.setText(message.detail)
        self._detail.setVisible(bool(message.detail))
        self._button.setText(plain_button(message.button))
        self._button.setAccessibleName(message.button or self.tr("Follow the message"))
        self._button.setVisible(message.follow is not None)
        dress(self, look="notice", tone=message.tone)
        self.show()
        spoken = f"{message.text} {message.detail}".strip()
        announce(self, spoken, urgent=message.tone == "stop")

    def forget_good_news(self) -> None:
        """Somebody else sits down: what went well before is none of their business."""
        if self._message is not None and self._message.tone in ("clear", "note"):
            self.put_away()

    def put_away(self) -> None:
        """Go away, and give the focus back."""
        if not self._before.put_away():
            self.strayed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    @property
    def message(self) -> Message | None:
        """What is shown now, None when nothing is."""
        return None if self.isHidden() else self._message

    def _focus_went(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now) and old is not None and isValid(old):
            self._before.was(old)

    def _follow(self) -> None:
        message = self._message
        self.put_away()
        if message is not None and message.follow is not None:
            message.follow()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(SPACE.xs)
        texts.addWidget(self._text)
        texts.addWidget(self._detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self._shape)
        layout.addLayout(texts, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._close)

"""The focus ring: 2 px of ink with a gap of 2 px, on whatever has the focus.

One transparent widget follows the focus around its window. Where there is no room outside the
focused widget, the ring lies just inside its edge.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from timebok_desktop.ui.theme import tokens

_REACH = 4
_RADIUS = 8
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """The ring of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._followed: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the followed widget as it, or anything around it, moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, and the gap where it lies outside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens().surface), 2))
        painter.drawRoundedRect(ring.adjusted(2, 2, -2, -2), _RADIUS - 2, _RADIUS - 2)
        painter.setPen(QPen(QColor(tokens().ink), 2))
        painter.drawRoundedRect(ring, _RADIUS, _RADIUS)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        takes_none = now is None or now.focusPolicy() == Qt.FocusPolicy.NoFocus
        if now is None or takes_none or now.window() is not self.window():
            return
        self._followed = now
        now.destroyed.connect(self._let_go)
        around: QWidget | None = now
        while around is not None and around is not self.window():
            around.installEventFilter(self)
            self._watched.append(around)
            around = around.parentWidget()
        self._place()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._followed is not None and isValid(self._followed):
            self._followed.destroyed.disconnect(self._let_go)
        self._watched.clear()
        self._followed = None
        self.hide()

    def _place(self) -> None:
        followed = self._followed
        parent = followed.parentWidget() if followed is not None else None
        if followed is None or parent is None or not followed.isVisible():
            self.hide()
            return
        wanted = followed.geometry().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        if not parent.rect().contains(wanted):
            wanted = followed.geometry() & parent.rect()
        window = self.window()
        self.setGeometry(QRect(parent.mapTo(window, wanted.topLeft()), wanted.size()))
        self.setMask(QRegion(self._seen()))
        self.show()
        self.raise_()

    def _seen(self) -> QRect:
        """What is left of the ring where something around it is scrolled."""
        window, seen = self.window(), self.geometry()
        for around in self._watched[1:]:
            seen &= QRect(around.mapTo(window, around.rect().topLeft()), around.size())
        return seen.translated(-self.geometry().topLeft())

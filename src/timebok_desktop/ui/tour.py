"""The guided tour: a quiet walk over the real window, with a frame around a part and a card beside
it. Nothing is blocked meanwhile; it goes on by its buttons or the arrow keys, and Escape ends it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, row
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.orders.decision_bar import DecisionBar
from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.reasons import allow
from timebok_desktop.ui.theme import SPACE, tokens
from timebok_desktop.ui.tour_stops import STOPS, Stop, child, said, told

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow

_LETTERS = 46
"""How wide the card is."""
_GAP = 12
_REACH = 4


class TourFrame(QWidget):
    """A frame around a part of the window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, and a gap to what it frames."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width, inset in ((tokens().surface, 2, 4.0), (tokens().accent, 3, 1.5)):
            painter.setPen(QPen(QColor(colour), width))
            edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, 8, 8)


class TourCard(QFrame):
    """What is told at a stop, and the ways on."""

    def __init__(self, tour: Tour, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tourCard")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tour = tour
        self.title = Text("", "heading", wrap=True)
        self.told = Text("", wrap=True)
        self.count = Text("", "muted")
        self.back = button(self.tr("Back"), tour.back)
        self.on = button(self.tr("Next"), tour.on)
        self.away = button(
            self.tr("End"), tour.end, look="quiet", name=self.tr("End the guided tour")
        )
        layout = self._words = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addWidget(self.title)
        layout.addWidget(self.told)
        layout.addLayout(row(self.count, None, self.away, self.back, self.on))
        self.hide()

    def show_stop(self, at: int) -> None:
        """Show the words of a stop and have them said."""
        stop: Stop = STOPS[at]
        last = at == len(STOPS) - 1
        self.title.setText(said(stop.title))
        self.told.setText(told(stop, self._tour.actions))
        self.count.setText(self.tr("{at} of {all}").format(at=at + 1, all=len(STOPS)))
        allow(self.back, "" if at else self.tr("This is the first stop."))
        self.on.setText(self.tr("Done") if last else self.tr("Next"))
        self.on.setAccessibleName(self.on.text())
        self.away.setVisible(not last)
        spoken = f"{self.count.text()}. {self.title.text()}. {self.told.text()}"
        self.setAccessibleName(spoken)
        announce(self, spoken)

    def wanted_size(self) -> QSize:
        """As wide as is good to read, as high as the words need."""
        width = _LETTERS * self.fontMetrics().averageCharWidth() + 2 * SPACE.l
        width = max(width, self._words.minimumSize().width())
        return QSize(width, self._words.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go on and back, Return goes on, Escape ends it."""
        keys = {
            Qt.Key.Key_Right: self._tour.on,
            Qt.Key.Key_Return: self._tour.on,
            Qt.Key.Key_Enter: self._tour.on,
            Qt.Key.Key_Space: self._tour.on,
            Qt.Key.Key_Left: self._tour.back,
            Qt.Key.Key_Escape: self._tour.end,
        }
        follow = keys.get(Qt.Key(event.key()))
        if follow is None:
            super().keyPressEvent(event)
        else:
            follow()


class Tour(QObject):
    """One walk over a window, from `start` to `end`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._at = 0
        self.actions = window.context.actions
        self.frame = TourFrame(window)
        self.card = TourCard(self, window)
        self._before = FocusBefore(self.card)
        window.installEventFilter(self)
        window.context.settingsChanged.connect(self.end)

    @property
    def running(self) -> bool:
        """Whether the card stands on the screen."""
        return not self.card.isHidden()

    def start(self) -> None:
        """Begin at the first stop, on the page of orders."""
        self._before.remember()
        self._window.show_page("orders")
        self._go(0)

    def on(self) -> None:
        """The next stop; after the last one it is over."""
        if self._at + 1 < len(STOPS):
            self._go(self._at + 1)
        else:
            self.end()

    def back(self) -> None:
        """The stop before."""
        if self._at > 0:
            self._go(self._at - 1)

    def end(self, _settings: object = None) -> None:
        """Take everything away; the focus goes back to where it was."""
        if not self.running:
            return
        self.frame.hide()
        if not self._before.put_away():
            self._window.page(self._window.current_page).take_focus()

    def take_down(self) -> None:
        """Be gone for good."""
        self.end()
        for part in (self.card, self.frame, self):
            part.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The window has another size: so have its parts."""
        if event.type() == QEvent.Type.Resize and self.running:
            self._place()
        return False

    def _go(self, at: int) -> None:
        self._at = at
        self._bring(STOPS[at].part(self._window))
        self.card.show_stop(at)
        self._place()
        self.card.show()
        self.card.raise_()
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, part: QWidget) -> None:
        """In a narrow window list and panel take turns: let the one in front that is told of."""
        panel = self._window.findChild(ReviewPanel)
        if panel is None or part.isVisible():
            return
        if panel.isAncestorOf(part):
            panel.frontWanted.emit()
        else:
            panel.backWanted.emit()

    def _place(self) -> None:
        """Frame the part, and put the card where it covers neither that nor the decisions."""
        framed = self._framed()
        self.frame.setGeometry(framed.adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.frame.show()
        self.frame.raise_()
        size = self.card.wanted_size()
        decisions = self._seen(child(self._window, DecisionBar))
        room = self._window.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        places = [QRect(corner, size) for corner in _corners(framed, size, room)]
        inside = [place for place in places if room.contains(place)]
        free = [place for place in inside if not place.intersects(framed)]
        best = [place for place in free if not place.intersects(decisions)]
        chosen = (best or free or inside or [QRect(room.topLeft(), size)])[0]
        self.card.setGeometry(chosen)
        self.card.raise_()

    def _framed(self) -> QRect:
        """The part of the current stop, as far as it is seen; else what it belongs to."""
        part: QWidget | None = STOPS[self._at].part(self._window)
        while part is not None and not part.isVisible():
            part = part.parentWidget()
        if part is None:
            return self._window.rect()
        around = part.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(part, 0, 0)
            around = around.parentWidget()
        return self._seen(part)

    def _seen(self, part: QWidget) -> QRect:
        seen = part.visibleRegion().boundingRect()
        return QRect(part.mapTo(self._window, seen.topLeft()), seen.size())


def _corners(framed: QRect, size: QSize, room: QRect) -> list[QPoint]:
    """Where the card could stand: right, left, below, above, or inside at the bottom."""
    top = max(room.top(), min(framed.top(), room.bottom() - size.height()))
    left = max(room.left(), min(framed.left(), room.right() - size.width()))
    return [
        QPoint(framed.right() + _GAP, top),
        QPoint(framed.left() - _GAP - size.width(), top),
        QPoint(left, framed.bottom() + _GAP),
        QPoint(left, framed.top() - _GAP - size.height()),
        QPoint(left, room.bottom() - size.height()),
    ]

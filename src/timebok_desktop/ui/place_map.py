"""The map: every municipality as a mark on its place. It shows what it is handed.

No outline is drawn, for there is none in the tables: the points alone show the country's shape.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timebok_desktop.services.views import PlaceState
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.map_layout import (
    Label,
    Spot,
    label_place,
    mark_sizes,
    nearest_to,
    nearest_towards,
    placed,
    with_room,
)
from timebok_desktop.ui.painted import PaintedGroup
from timebok_desktop.ui.place_words import place_tone
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.shapes import paint_shape
from timebok_desktop.ui.theme import font, tokens

_LINES = 40
"""The height of the map, in lines of text: it grows with the text."""
_QUIET = 2.5
_APART = 4.5
"""Half the least distance between two places, where the text has its usual size."""
_REACH = 16.0
_TYPING = 1000
"""Milliseconds within which letters belong to one name."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_COUNTIES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class PlaceMap(PaintedGroup):
    """Arrow keys go to the nearest place in that direction, letters to a name, Page Up and Page
    Down through the counties, with Shift through every place, county by county, Home to the place
    with the most orders. `chosen(number)` tells of
    Return or a click, `wandered(place)` of the place that has the focus.
    """

    chosen = Signal(str)
    wandered = Signal(object)

    def __init__(self, say: Callable[[PlaceState], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._say = say
        self.places: tuple[PlaceState, ...] = ()
        self.spots: list[Spot] = []
        self._radii: list[float] = []
        self._labels: list[tuple[str, Label]] = []
        self._current, self._hovered = -1, -1
        self._country = 400.0
        self._stands: dict[str, Spot] = {}
        self._laid_out: tuple[int, frozenset[tuple[str, float, float]]] | None = None
        self._typed, self._since = "", QElapsedTimer()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_places(self, places: Sequence[PlaceState]) -> None:
        """Show other counts; the place in focus keeps it."""
        kept = self.current.number if self.current else ""
        self.places = tuple(sorted(places, key=lambda place: (place.open_orders, place.number)))
        self._current = next(
            (n for n, place in enumerate(self.places) if place.number == kept),
            len(self.places) - 1,
        )
        self._lay_out()
        self._tell()
        self.update()

    @property
    def current(self) -> PlaceState | None:
        """The place that has the focus."""
        return self.places[self._current] if 0 <= self._current < len(self.places) else None

    def go_to(self, place: int) -> None:
        """Move the focus to a place and say which."""
        if 0 <= place < len(self.places):
            self._current = place
            self._tell()
            announce(self, self._say(self.places[place]))
            self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines of text, as wide as the country then is."""
        return QSize(round(self._country), self._height())

    def minimumSizeHint(self) -> QSize:
        """The country is never cut."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text, another size of map."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, jump, pick."""
        key = Qt.Key(event.key())
        if not self.places or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self.go_to(nearest_towards(self.spots, self._current, *_ARROWS[key]))
        elif key in _COUNTIES and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_through_all(_COUNTIES[key])
        elif key in _COUNTIES:
            self._go_to_county(_COUNTIES[key])
        elif key == Qt.Key.Key_Home:
            self.go_to(len(self.places) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.places[self._current].number)
        elif event.text().strip() and event.text().isprintable():
            self._go_to_name(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the place under the pointer."""
        place = self._place_at(event.position())
        if place >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._current = place
            self._tell()
            self.update()
            self.chosen.emit(self.places[place].number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which place would be picked."""
        hovered = self._place_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            told = self._say(self.places[hovered]) if hovered >= 0 else ""
            self.setToolTip(plain_tooltip(told))
            if hovered >= 0:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing would be picked."""
        self._hovered = -1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quiet places first, then those with orders, few on many, and the counties' names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().border))
        busy, quiet = [], _QUIET * self._scale()
        for place, spot in enumerate(self.spots):
            if self.places[place].open_orders:
                busy.append(place)
            else:
                painter.drawEllipse(QPointF(*spot), quiet, quiet)
        for place in reversed(busy):
            paint_shape(painter, place_tone(self.places[place]), self._mark(place))
        self._paint_names(painter)
        if self._hovered >= 0:
            self._ring(painter, self._hovered, 1)
        if self.hasFocus() and self.current is not None:
            self._ring(painter, self._current, 2)

    def _paint_names(self, painter: QPainter) -> None:
        """With a halo, as names are written on maps."""
        ascent = QFontMetrics(font("small")).ascent()
        for name, label in self._labels:
            path = QPainterPath()
            path.addText(QPointF(label.x, label.y + ascent), font("small"), name)
            painter.strokePath(path, QPen(QColor(tokens().surface), 4))
            painter.fillPath(path, QColor(tokens().ink))

    def _mark(self, place: int) -> QRectF:
        spot, radius = self.spots[place], self._radii[place]
        return QRectF(spot.x - radius, spot.y - radius, 2 * radius, 2 * radius)

    def _ring(self, painter: QPainter, place: int, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = self._mark(place).adjusted(-4, -4, 4, 4)
        painter.setPen(QPen(QColor(tokens().surface), width + 3))
        painter.drawEllipse(around)
        painter.setPen(QPen(QColor(tokens().ink), width))
        painter.drawEllipse(around)

    def _lay_out(self) -> None:
        scale, height = self._scale(), self._height()
        sizes = mark_sizes([place.open_orders for place in self.places], 0.7 * height * height)
        self._radii = [scale * (size or _QUIET + 1) for size in sizes]
        wanted = (height, frozenset((p.number, p.longitude, p.latitude) for p in self.places))
        is_new = wanted != self._laid_out
        if is_new:
            self._laid_out = wanted
            listed = sorted(self.places, key=lambda place: place.number)
            where = [(place.longitude, place.latitude) for place in listed]
            spots, self._country = placed(where, [_APART * scale] * len(where), height, 20 * scale)
            self._stands = {one.number: spot for one, spot in zip(listed, spots, strict=True)}
        standing = [self._stands[place.number] for place in self.places]
        self.spots = with_room(standing, self._radii, _APART * scale)
        if is_new:
            self._name_counties()
            self.updateGeometry()

    def _name_counties(self) -> None:
        counties: defaultdict[str, list[Spot]] = defaultdict(list)
        for place, spot in zip(self.places, self.spots, strict=True):
            counties[place.county].append(spot)
        metrics = QFontMetrics(font("small"))
        room = (self._country, float(self._height()))
        self._labels = []
        # the smallest first: they have the fewest places for a name
        for name, members in sorted(counties.items(), key=lambda item: len(item[1])):
            size = (metrics.horizontalAdvance(name) + 2.0, float(metrics.height()))
            taken = [label for _, label in self._labels]
            self._labels.append((name, label_place(members, size, self.spots, taken, room)))

    def _go_to_county(self, step: int) -> None:
        """To the place with the most orders of the next county in the alphabet."""
        names = sorted({place.county for place in self.places})
        here = names.index(self.places[self._current].county)
        wanted = names[(here + step) % len(names)]
        self.go_to(max(n for n, place in enumerate(self.places) if place.county == wanted))

    def _go_through_all(self, step: int) -> None:
        """To the next place in the alphabet of its county, then to the next county."""
        order = sorted(
            range(len(self.places)),
            key=lambda n: (self.places[n].county, self.places[n].name, self.places[n].number),
        )
        self.go_to(order[(order.index(self._current) + step) % len(order)])

    def _go_to_name(self, letter: str) -> None:
        if not self._since.isValid() or self._since.restart() > _TYPING:
            self._typed = ""
            self._since.start()
        self._typed += letter.casefold()
        order = sorted(range(len(self.places)), key=lambda n: self.places[n].name)
        at = order.index(self._current)
        # a first letter goes on to the next such name, more letters stay with the one that fits
        turned = order[at + 1 :] + order[: at + 1] if len(self._typed) == 1 else order[at:] + order
        for place in turned:
            one = self.places[place]
            if any(name.casefold().startswith(self._typed) for name in (one.name, *one.names)):
                self.go_to(place)
                return

    def _tell(self) -> None:
        if self.current is not None:
            self.setAccessibleDescription(self._say(self.current))
            self.wandered.emit(self.current)

    def _place_at(self, where: QPointF) -> int:
        return nearest_to(self.spots, where.x(), where.y(), _REACH * self._scale())

    def _height(self) -> int:
        return _LINES * QFontMetrics(font()).height()

    @staticmethod
    def _scale() -> float:
        return max(1.0, QFontMetrics(font()).height() / 18)

"""The first paint of the window: the first page of orders in its place, and plain surfaces where
the rest will be. It takes part in nothing else, and the furnished window takes its place.

The places are those of the window as it was closed, so that nothing moves. It names nothing of
`Qt` (see `ui.theme`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSettings, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from timebok_desktop.ui.orders.columns import ShownRow, column_title
from timebok_desktop.ui.orders.looks import Look
from timebok_desktop.ui.orders.row_painter import (
    EDGE,
    EDGE_AT,
    INKS,
    Cells,
    Ink,
    RowPainter,
    column_widths,
    row_height,
)
from timebok_desktop.ui.shapes import pixel
from timebok_desktop.ui.theme import RADIUS_CARD, SPACE, font, tokens
from timebok_desktop.ui.tokens import LIGHT, Tokens

_PLACES = "opening/places"
_COLOURS = "opening/colours"
_TALLEST = 10_000
"""Higher than any screen: layers are cut off where the list ends."""


class Places(NamedTuple):
    """Where things stand, in pixels from the window's edges: the lower edges of the header and of
    the list's head and titles, the rail's right edge, the list's card and the rows in it, and the
    height of the status bar and of what stands between it and the rows.
    """

    header: int = 39
    rail: int = 170
    left: int = 182
    right: int = 706
    rows_left: int = 184
    rows_width: int = 508
    card: int = 55
    titles: int = 228
    rows: int = 260
    foot: int = 35
    below: int = 38


def recalled(state: QSettings) -> Places:
    """The places as they were remembered."""
    kept = state.value(_PLACES)
    try:
        return Places(*(int(one) for one in kept))
    except (TypeError, ValueError):
        return Places()


def colours(state: QSettings) -> Tokens:
    """The colours that the window had."""
    kept = state.value(_COLOURS)
    try:
        return Tokens(*(str(one) for one in kept))
    except TypeError:
        return LIGHT


def remember(state: QSettings, places: Places) -> None:
    """Keep places and colours for the next start."""
    state.setValue(_PLACES, [str(one) for one in places])
    state.setValue(_COLOURS, list(tokens()))


class Opening(QWidget):
    """The surfaces and the rows. `painted()` once, when they stand on the screen."""

    painted = Signal()

    def __init__(
        self,
        rows: Sequence[ShownRow],
        places: Places,
        look: Look,
        *,
        says_why: bool = False,
        headings: Mapping[int, str] | None = None,
    ) -> None:
        super().__init__()
        self.places, self._unpainted = places, True
        self.says_why, self.headings = says_why, headings or {}
        self.width_of_list = places.rows_width
        widths = column_widths(look.widths, self.width_of_list)
        self.columns = tuple((sum(widths[:place]), one) for place, one in enumerate(widths))
        cells = Cells(self.width_of_list, self.columns, row_height(compact=look.compact))
        self.row_painter = RowPainter(tokens(), cells, self.devicePixelRatio())
        self.rows = rows
        ground = QPalette()
        ground.setColor(QPalette.ColorRole.Window, QColor(tokens().surface))
        self.setPalette(ground)
        self.setAutoFillBackground(True)
        self._layers = [_Layer(self, ink) for ink in INKS]

    def shown_rows(self) -> Sequence[ShownRow]:
        """As many rows as there is room for."""
        return self.rows[: self.room() // self.row_painter.cells.height + 1]

    def stretches(self) -> Iterator[tuple[int, Sequence[ShownRow]]]:
        """The rows that follow each other without a heading, and where the first of them stands."""
        rows, top = self.shown_rows(), 0
        starts = [0, *(row for row in self.headings if 0 < row < len(rows)), len(rows)]
        for start, end in pairwise(starts):
            top += self.heading_height() if start in self.headings else 0
            yield top, rows[start:end]
            top += (end - start) * self.row_painter.cells.height

    def heading_height(self) -> int:
        """The height of a heading, where there are any."""
        if not self.headings:
            return 0
        from timebok_desktop.ui.orders.heading_painter import (  # noqa: PLC0415 - seldom asked for
            heading_height,
        )

        return heading_height()

    def room(self) -> int:
        """The height of what the rows are seen through."""
        return self.height() - self.places.foot - self.places.below - self.places.rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surfaces; what is written on them stands in the layers above."""
        painter = QPainter(self)
        self._paint_canvas(painter)
        at, line = self.places, pixel(tokens().line)
        foot = self.height() - at.foot
        painter.drawPixmap(0, at.header - 1, self.width(), 1, line)
        painter.drawPixmap(0, foot, self.width(), 1, line)
        painter.drawPixmap(at.rail - 1, at.header, 1, foot - at.header, line)
        self._paint_grounds(painter, line)
        painter.end()
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self, self.painted.emit)  # after the layers

    def _paint_canvas(self, painter: QPainter) -> None:
        """The canvas between the surfaces, around two cards with their edges."""
        at = self.places
        right, foot = self.width() - SPACE.m, self.height() - at.foot
        canvas, edges = QPainterPath(), QPainterPath()
        canvas.addRect(QRectF(at.rail, at.header, self.width() - at.rail, foot - at.header))
        for left, end in ((at.left, at.right), (at.right + SPACE.s, right)):
            card = QRectF(left, at.card, end - left, foot - SPACE.m - at.card)
            canvas.addRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
            edges.addRoundedRect(card, RADIUS_CARD, RADIUS_CARD)
            edges.addRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(canvas, QBrush(pixel(tokens().canvas)))
        painter.fillPath(edges, QBrush(pixel(tokens().line)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_grounds(self, painter: QPainter, line: QPixmap) -> None:
        """The line below the titles, the rows, the first of which is chosen."""
        at, width, height = self.places, self.width_of_list, self.row_painter.cells.height
        painter.translate(at.rows_left, at.rows)
        painter.drawPixmap(0, -1, width, 1, pixel(tokens().border))
        painter.setClipRect(0, 0, width, self.room())
        first = self.heading_height()
        painter.drawPixmap(0, first, width, height, pixel(tokens().selected))
        painter.drawPixmap(EDGE_AT, first, EDGE, height, pixel(tokens().accent))
        for top, rows in self.stretches():
            if self.headings:
                self._paint_band(painter, top - first, width)
            for place in range(1, len(rows) + 1):
                painter.drawPixmap(0, top + place * height - 1, width, 1, line)

    @staticmethod
    def _paint_band(painter: QPainter, top: int, width: int) -> None:
        from timebok_desktop.ui.orders.heading_painter import (  # noqa: PLC0415 - seldom asked for
            paint_band,
        )

        paint_band(painter, top, width, tokens())


class _Layer(QWidget):
    """What is written in one ink. A painter begins with the text colour of its widget: to give it
    another pen would build the enumerations of `Qt`.
    """

    def __init__(self, opening: Opening, ink: Ink) -> None:
        super().__init__(opening)
        self._opening, self._ink = opening, ink
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.WindowText, QColor(getattr(tokens(), ink)))
        self.setPalette(colours)
        at = opening.places
        self.setGeometry(at.rows_left, at.titles, opening.width_of_list, _TALLEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the titles and the rows, as far as they have this ink."""
        opening, at = self._opening, self._opening.places
        painter = QPainter(self)
        head = at.rows - at.titles
        if self._ink == "muted":
            small = font("small", tabular=True)
            painter.setFont(small)
            metrics = QFontMetrics(small)
            line = (head - metrics.height()) // 2 + metrics.ascent()
            for section, (left, width) in enumerate(opening.columns):
                if width:
                    painter.drawText(
                        left + SPACE.m - 1, line, column_title(section, says_why=opening.says_why)
                    )
        painter.setClipRect(0, head, opening.width_of_list, opening.room())
        for top, rows in opening.stretches():
            opening.row_painter.write(painter, self._ink, head + top, rows)
        if opening.headings and self._ink == "muted":
            self._write_headings(painter, head)
        painter.end()

    def _write_headings(self, painter: QPainter, head: int) -> None:
        from timebok_desktop.ui.orders.heading_painter import (  # noqa: PLC0415 - seldom asked for
            write_heading,
        )

        opening = self._opening
        for (top, _), text in zip(opening.stretches(), opening.headings.values(), strict=False):
            at = head + top - opening.heading_height()
            write_heading(painter, at, opening.width_of_list, text)

"""Bar charts, painted by us: labelled directly, coloured by meaning and patterned, with a table
one key away. They show counts that a page hands over and compute nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.marks import mark
from timebok_desktop.ui.painted import PaintedGroup
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.shapes import paint_shape
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE, font, tokens
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import grouped_count

_PATTERNS: dict[Tone, Qt.BrushStyle] = {
    "clear": Qt.BrushStyle.SolidPattern,
    "warning": Qt.BrushStyle.BDiagPattern,
    "stop": Qt.BrushStyle.DiagCrossPattern,
    "note": Qt.BrushStyle.Dense5Pattern,
    "neutral": Qt.BrushStyle.SolidPattern,
}


_LABELS = 0.45
"""Of a chart's width, what labels beside the bars may take."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `key` is what `BarChart.chosen` tells when it is picked; one that `leads` nowhere
    cannot be."""

    key: str
    label: str
    value: int
    tone: Tone = "neutral"
    with_shape: bool = False
    leads: bool = True


class BarChart(PaintedGroup):
    """Horizontal bars with their label before and their number after them.

    Arrow keys walk along the bars, Return or a click picks one: `chosen(key)`.
    """

    chosen = Signal(str)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self._hovered = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self._current = min(self._current, max(0, len(self._bars) - 1))
        self._hovered = -1
        self._take_focus_where_it_leads()
        self.setAccessibleDescription("; ".join(map(_sentence, self._bars)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A row for every bar."""
        return QSize(320, max(1, len(self._bars)) * self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are higher where there is no room for labels beside the bars."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Bars may shrink, rows may not."""
        return QSize(200, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A chart that leads nowhere any more lets the focus go, but never takes it away."""
        super().focusOutEvent(event)
        self._take_focus_where_it_leads()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk and pick."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._bars:
            self._current = max(0, min(len(self._bars) - 1, self._current + step))
            announce(self, _sentence(self._bars[self._current]))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._bars:
            self._pick(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the bar under the pointer."""
        row = self._row_at(event.position())
        if row >= 0:
            self._current = row
            self._pick(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which bar would be picked."""
        row = self._row_at(event.position())
        self._hovered = row if row >= 0 and self._bars[row].leads else -1
        if self._hovered >= 0:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing would be picked."""
        self._hovered = -1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint all bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labels, numbers, most = self._columns()
        above = self._label_height() if self._is_stacked() else 0
        for row, bar in enumerate(self._bars):
            top = row * self._row_height()
            line = QRectF(0, top, self.width(), self._row_height())
            if row == self._hovered or (row == self._current and self.hasFocus()):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens().selected))
                painter.drawRoundedRect(line.adjusted(0, 1, 0, -1), 6, 6)
                mark(painter, line.adjusted(0, 1, 0, -1).toRect(), 1)
            beside = line.adjusted(0, above, 0, 0)
            if above:
                name = QRectF(0, top + 2, self.width(), above)
                self._paint_label(painter, bar, name, self.width() - SPACE.s)
            else:
                self._paint_label(painter, bar, line, labels)
            room = max(8.0, self.width() - labels - numbers - 3 * SPACE.s)
            length = room * bar.value / most if most else 0.0
            self._paint_bar(
                painter,
                bar,
                QRectF(labels + SPACE.s, beside.top() + 8, length, beside.height() - 16),
            )
            painter.setFont(font("strong", tabular=True))
            painter.setPen(QColor(tokens().ink))
            painter.drawText(
                QRectF(labels + 2 * SPACE.s + length, beside.top(), numbers, beside.height()),
                Qt.AlignmentFlag.AlignVCenter,
                grouped_count(bar.value),
            )

    def _paint_label(self, painter: QPainter, bar: Bar, line: QRectF, width: float) -> None:
        left = float(SPACE.s)
        if bar.with_shape:
            size = self._shape_size()
            place = QRectF(left, line.center().y() - size / 2, size, size)
            paint_shape(painter, bar.tone, place)
            left += size + SPACE.s
        painter.setFont(font())
        painter.setPen(QColor(tokens().ink))
        text = QFontMetrics(font()).elidedText(
            bar.label, Qt.TextElideMode.ElideRight, int(width - left)
        )
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    @staticmethod
    def _paint_bar(painter: QPainter, bar: Bar, where: QRectF) -> None:
        if bar.value <= 0:
            return
        where.setWidth(max(3.0, where.width()))
        ink = QColor(tokens().accent if bar.tone == "neutral" else tokens().of_tone(bar.tone))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QColor(tokens().soft_of_tone(bar.tone)))
        painter.drawRoundedRect(where, 3, 3)
        painter.setBrush(QBrush(ink, _PATTERNS[bar.tone]))
        painter.drawRoundedRect(where, 3, 3)

    def _columns(self) -> tuple[float, float, int]:
        strong = QFontMetrics(font("strong", tabular=True))
        numbers = max(
            (strong.horizontalAdvance(grouped_count(bar.value)) for bar in self._bars), default=0
        )
        most = max((bar.value for bar in self._bars), default=0)
        labels = 0.0 if self._is_stacked() else self._label_width()
        return labels, numbers + SPACE.s, most

    def _label_width(self) -> float:
        metrics = QFontMetrics(font())
        widths = (
            metrics.horizontalAdvance(bar.label) + (self._shape_size() + SPACE.s) * bar.with_shape
            for bar in self._bars
        )
        return max(widths, default=0) + 2.0 * SPACE.s

    def _is_stacked(self) -> bool:
        """Whether labels stand above their bars, as they would be cut beside them."""
        return self._label_width() > _LABELS * self.width()

    @staticmethod
    def _shape_size() -> int:
        return max(10, QFontMetrics(font()).height() * 10 // 17)

    @staticmethod
    def _label_height() -> int:
        return QFontMetrics(font()).height() + 4

    def _pick(self, row: int) -> None:
        if self._bars[row].leads:
            self.chosen.emit(self._bars[row].key)

    def _take_focus_where_it_leads(self) -> None:
        leads = any(bar.leads for bar in self._bars)
        if leads:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        elif not self.hasFocus():
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _row_at(self, where: QPointF) -> int:
        row = int(where.y() // self._row_height())
        return row if 0 <= row < len(self._bars) else -1

    def _row_height(self) -> int:
        beside = max(28, QFontMetrics(font()).height() + 12)
        return self._label_height() + beside if self._is_stacked() else beside


class ChartCard(QFrame):
    """A chart under its title, with a button that turns it into a table and back."""

    chosen = Signal(str)

    def __init__(
        self, title: str, label_title: str, value_title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress(self, look="card")
        self.chart = BarChart(title)
        self.table: RecordTable[Bar] = RecordTable(
            "",
            title,
            (
                Column(label_title, lambda bar: bar.label, stretch=True),
                Column(
                    value_title,
                    lambda bar: grouped_count(bar.value),
                    order=lambda bar: bar.value,
                    numeric=True,
                    width=90,
                ),
            ),
        )
        self.table.hide()
        self._switch = QPushButton(self.tr("Show as table"))
        self._switch.setAccessibleName(self.tr("Show as table: {title}").format(title=title))
        dress(self._switch, look="quiet")
        self._switch.clicked.connect(self.turn)
        self._lay_out(title)
        self.chart.chosen.connect(self.chosen)
        self.table.opened.connect(self._pick)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars, in both forms."""
        self.chart.show_bars(bars)
        self.table.show_records(tuple(bars), key=lambda bar: bar.key)

    def _pick(self, bar: Bar) -> None:
        if bar.leads:
            self.chosen.emit(bar.key)

    def turn(self) -> None:
        """Turn the chart into its table, or back."""
        as_table = self.table.isHidden()
        self.table.setVisible(as_table)
        self.chart.setVisible(not as_table)
        self._switch.setText(self.tr("Show as chart") if as_table else self.tr("Show as table"))

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(Text(title, "heading"), 1)
        head.addWidget(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.l)
        layout.setSpacing(SPACE.s)
        layout.addLayout(head)
        layout.addWidget(self.chart)
        layout.addWidget(self.table)
        layout.addStretch()


def _sentence(bar: Bar) -> str:
    return f"{bar.label}: {grouped_count(bar.value)}"

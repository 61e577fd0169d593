"""The shapes that go with every tone, so that nothing is told by colour alone.

Circle: clear. Triangle: warning. Square: stop. The letter i: note. Ring: neutral.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from timebok_desktop.domain.codes import Outcome, Severity, Status
from timebok_desktop.ui.theme import tokens
from timebok_desktop.ui.tokens import Tone

TONE_OF_OUTCOME: dict[Outcome, Tone] = {
    Outcome.CLEAR: "clear",
    Outcome.WARNINGS: "warning",
    Outcome.STOPPED: "stop",
}
TONE_OF_SEVERITY: dict[Severity, Tone] = {
    Severity.STOP: "stop",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
TONE_OF_STATUS: dict[Status, Tone] = {
    Status.APPROVED: "clear",
    Status.ACKNOWLEDGED: "clear",
    Status.EXPORT_FAILED: "stop",
    Status.REJECTED: "stop",
}
"""Statuses that are not named are neutral."""


def tone_of_status(status: Status) -> Tone:
    """The tone of a status."""
    return TONE_OF_STATUS.get(status, "neutral")


def paint_shape(painter: QPainter, tone: Tone, where: QRectF) -> None:
    """Paint the shape of a tone in its colour, filling `where`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(tokens().of_tone(tone))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(ink))
    if tone == "clear":
        painter.drawEllipse(where)
    elif tone == "warning":
        painter.drawPolygon(
            QPolygonF(
                [QPointF(where.center().x(), where.top()), where.bottomRight(), where.bottomLeft()]
            )
        )
    elif tone == "stop":
        painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5))
    elif tone == "note":
        _paint_letter_i(painter, where)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(where.adjusted(1, 1, -1, -1))
    painter.restore()


def _paint_letter_i(painter: QPainter, where: QRectF) -> None:
    width = where.width() / 4
    middle = where.center().x() - width / 2
    painter.drawRect(
        QRectF(middle, where.top() + where.height() * 0.38, width, where.height() * 0.62)
    )
    painter.drawEllipse(QRectF(middle - 0.3, where.top(), width + 0.6, width + 0.6))

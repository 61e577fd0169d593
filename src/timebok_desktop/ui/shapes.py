"""The shapes that go with every tone, so that nothing is told by colour alone.

Circle: clear. Triangle: warning. Square: stop. The letter i: note. Ring: neutral.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPixmap, QPolygonF

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
_RING = 1.5


def tone_of_status(status: Status) -> Tone:
    """The tone of a status."""
    return TONE_OF_STATUS.get(status, "neutral")


def pixel(colour: str) -> QPixmap:
    """A colour to paint surfaces with. A first paint has no time for brushes of colours: PySide
    builds all enumerations of `Qt` for them.
    """
    made = QPixmap(1, 1)
    made.fill(QColor(colour))
    return made


def paint_shape(painter: QPainter, tone: Tone, where: QRectF) -> None:
    """Paint the shape of a tone in its colour, filling `where`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_outline(tone, where), QBrush(pixel(tokens().of_tone(tone))))
    painter.restore()


def paint_dot(painter: QPainter, colour: str, where: QRectF) -> None:
    """Paint a dot of a colour, filling `where`."""
    path = QPainterPath()
    path.addEllipse(where)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QBrush(pixel(colour)))


def _outline(tone: Tone, where: QRectF) -> QPainterPath:
    path = QPainterPath()
    if tone == "clear":
        path.addEllipse(where)
    elif tone == "warning":
        top = QPointF(where.center().x(), where.top())
        path.addPolygon(QPolygonF([top, where.bottomRight(), where.bottomLeft(), top]))
    elif tone == "stop":
        path.addRect(where.adjusted(0.5, 0.5, -0.5, -0.5))
    elif tone == "note":
        _add_letter_i(path, where)
    else:
        outer = where.adjusted(_RING / 4, _RING / 4, -_RING / 4, -_RING / 4)
        path.addEllipse(outer)
        path.addEllipse(outer.adjusted(_RING, _RING, -_RING, -_RING))
    return path


def _add_letter_i(path: QPainterPath, where: QRectF) -> None:
    width = where.width() / 4
    middle = where.center().x() - width / 2
    path.addRect(QRectF(middle, where.top() + where.height() * 0.38, width, where.height() * 0.62))
    path.addEllipse(QRectF(middle - 0.3, where.top(), width + 0.6, width + 0.6))

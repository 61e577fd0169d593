"""What stands in lines that break: it is never squeezed below what its lines need in its width."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Upright(QWidget):
    """Its layout says how high it must be in the width that it has; Qt asks for no width."""

    _least: QSize | None = None

    def minimumSizeHint(self) -> QSize:
        """As wide as its layout must be, as high as that is in the present width."""
        if self._least is None:
            self._least = self._measured()
        return self._least

    def event(self, event: QEvent) -> bool:
        """What stands in it has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._least = None
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._least = None
            self.updateGeometry()

    def _measured(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return QSize(least.width(), layout.totalMinimumHeightForWidth(self.width()))

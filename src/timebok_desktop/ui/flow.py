"""A layout that breaks its widgets into lines, so that large text never cuts a button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then the next line; each line at the left, or `at_end` at the right."""

    def __init__(
        self, spacing: int, parent: QWidget | None = None, *, at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        heights = [height for height, _line in self._lines(width)]
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

    def setGeometry(self, rect: QRect) -> None:
        """Put all widgets in their places."""
        super().setGeometry(rect)
        self._arrange(rect)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() + self.spacing() for hint in hints)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest of them must fit."""
        hints = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def _arrange(self, rect: QRect) -> None:
        y, spacing = rect.y(), self.spacing()
        for height, line in self._lines(rect.width()):
            x = rect.x()
            if self._at_end:
                taken = sum(hint.width() + spacing for _item, hint in line) - spacing
                x += max(0, rect.width() - taken)
            for item, hint in line:
                middle = y + (height - hint.height()) // 2
                item.setGeometry(QRect(QPoint(x, middle), hint))
                x += hint.width() + spacing
            y += height + spacing

    def _lines(self, room: int) -> list[tuple[int, list[tuple[QLayoutItem, QSize]]]]:
        """The height of each line, and what stands in it."""
        lines: list[tuple[int, list[tuple[QLayoutItem, QSize]]]] = []
        left, spacing = -1, self.spacing()
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if not lines or hint.width() > left:
                lines.append((hint.height(), [(item, hint)]))
                left = room
            else:
                height, line = lines[-1]
                line.append((item, hint))
                lines[-1] = (max(height, hint.height()), line)
            left -= hint.width() + spacing
        return lines

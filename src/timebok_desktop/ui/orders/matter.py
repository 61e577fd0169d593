"""The place of the matter in the panel: the order in detail, or the letter about it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Matter(QStackedWidget):
    """Needs the room of what is shown, not of what is not."""

    def minimumSizeHint(self) -> QSize:
        """As small as the shown one can be."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

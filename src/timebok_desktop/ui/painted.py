"""What is painted by us and takes the focus: charts and the like.

Of a plain QWidget Qt tells assistive technology only that it is there; a group has a role, a name
and a description, and says what is current by `ui.announce`.
"""

from __future__ import annotations

from PySide6.QtWidgets import QGroupBox, QWidget


class PaintedGroup(QGroupBox):
    """A group without a title or a frame, for a class that paints it; its accessible name is what
    it is called.
    """

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)

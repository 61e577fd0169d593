"""A bar that tells how far a job has come, and stands still: Qt's own goes to and fro for as long
as nobody knows how much there is to do. The words beside it say that something runs.
"""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget


class StillBar(QProgressBar):
    """Keeps its room while a job has nothing to tell yet, so that nothing beside it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.hide()

    def begin(self) -> None:
        """A job has begun; nobody knows how far it has to go."""
        self.hide()
        self._keep_room(wanted=True)

    def end(self) -> None:
        """Nothing runs any more."""
        self.hide()
        self._keep_room(wanted=False)

    def _keep_room(self, *, wanted: bool) -> None:
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(wanted)
        self.setSizePolicy(policy)

    def advance(self, done: int, total: int) -> None:
        """So far it has come; a total of 0 is unknown."""
        self.setVisible(total > 0)
        if total > 0:
            self.setRange(0, total)
            self.setValue(done)

"""Single letters where the panel has taken the list's place: they are the list's letters there, as
long as nothing is written or asked where the focus is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from timebok_desktop.ui.orders.review_panel import ReviewPanel
from timebok_desktop.ui.orders.table import OrderTable

_WRITTEN_IN = QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox | QComboBox


class LetterKeys(QObject):
    """Listens where the focus is in the panel, and nowhere else."""

    def __init__(self, panel: ReviewPanel, table: OrderTable) -> None:
        super().__init__(panel)
        self._panel, self._table = panel, table
        self._listens_at: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A letter of the list is its command."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._panel.has_taken_over and self._table.take_letter(event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._listens_at is not None and isValid(self._listens_at):
            self._listens_at.removeEventFilter(self)
        self._listens_at = now if now is not None and self._may_listen_at(now) else None
        if self._listens_at is not None:
            self._listens_at.installEventFilter(self)

    def _may_listen_at(self, widget: QWidget) -> bool:
        """In the panel, but not where something is written, nor where something is asked."""
        asking = (*self._panel.forms(), self._panel.letter)
        return (
            self._panel.isAncestorOf(widget)
            and not isinstance(widget, _WRITTEN_IN)
            and not any(one.isAncestorOf(widget) for one in asking)
        )

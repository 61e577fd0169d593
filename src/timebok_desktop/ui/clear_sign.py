"""The cross in a field that empties it. Qt's own fades in and out; this one is there or not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from timebok_desktop.ui.icons import set_icon


def let_empty(field: QLineEdit) -> None:
    """Put the cross into a field, for as long as something stands in it."""
    words = QCoreApplication.translate("ClearSign", "Empty the field")
    empty = QAction(words, field)
    set_icon(empty, "close", "muted")
    empty.triggered.connect(field.clear)
    field.textChanged.connect(lambda text: empty.setVisible(bool(text)))
    field.addAction(empty, QLineEdit.ActionPosition.TrailingPosition)
    empty.setVisible(bool(field.text()))  # its button takes no note of it before it is there

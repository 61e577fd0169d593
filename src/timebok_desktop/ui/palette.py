"""The command palette: every command by a few letters of its name, without a dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timebok_desktop.domain.folding import words
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_WIDTH = 520
_HEIGHT = 420


class CommandPalette(QFrame):
    """A panel over the window; Escape or losing the focus closes it and gives the focus back."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        dress(self, look="card")
        self._actions: list[QAction] = []
        self._before: QWidget | None = None
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("Command"))
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._filter)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setProperty("look", "flush")
        self._list.itemActivated.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self.hide()

    def open(self, actions: list[QAction]) -> None:
        """Offer these actions (those that are possible now)."""
        self._actions = [action for action in actions if action.isEnabled()]
        self._before = self.window().focusWidget()
        window = self.window()
        width, height = min(_WIDTH, window.width() - 32), min(_HEIGHT, window.height() - 96)
        self.setGeometry((window.width() - width) // 2, 56, width, height)
        self._field.clear()
        self._filter("")
        self.show()
        self.raise_()
        self._field.setFocus()

    def close_palette(self) -> None:
        """Close and give the focus back."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()
            self._before = None
        self.closed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrow keys, Return and Escape work from the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            last = self._list.count() - 1
            self._list.setCurrentRow(max(0, min(last, self._list.currentRow() + step)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentItem())
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
            return
        super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        wanted = words(text)
        self._list.clear()
        for place, action in enumerate(self._actions):
            name = action.text().replace("&", "")
            if all(any(part in word for word in words(name)) for part in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(action.icon(), f"{name}    {keys}", self._list)
                item.setData(Qt.ItemDataRole.UserRole, place)
        self._list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        action = self._actions[item.data(Qt.ItemDataRole.UserRole)]
        self.close_palette()
        action.trigger()

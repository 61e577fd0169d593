"""The commands of a window, as QActions made from `ui.action_records`: pages and the window connect
to them; menus, buttons and the command palette all show the same ones.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from timebok_desktop.ui.action_records import MENUS, RECORDS, ActionRecord
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.plain import plain_tooltip

__all__ = ["MENUS", "RECORDS", "ActionRecord", "Actions", "menu_title"]


class Actions(QObject):
    """The QActions of one window, by their object names."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._by_name = {record.name: self._make(record) for record in RECORDS}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def of_menu(self, menu: str) -> list[QAction]:
        """The actions of a menu, as declared."""
        return [self._by_name[record.name] for record in RECORDS if record.menu == menu]

    def all(self) -> list[QAction]:
        """Every action."""
        return list(self._by_name.values())

    def of_letter(self, letter: str) -> QAction | None:
        """The action that a single letter triggers in the list of orders."""
        for record in RECORDS:
            if record.letter and record.letter == letter.upper():
                return self._by_name[record.name]
        return None

    def draw_icons(self) -> None:
        """Give the actions their icons; left until a menu opens, for the first paint's sake."""
        for record in RECORDS:
            action = self._by_name[record.name]
            if record.icon and action.icon().isNull():
                set_icon(action, record.icon)

    def retranslate(self) -> None:
        """Say all texts in the language now installed."""
        for record in RECORDS:
            action = self._by_name[record.name]
            action.setText(QCoreApplication.translate("Actions", record.text))
            keys = [action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)]
            keys += [record.letter] if record.letter else []
            action.setToolTip(plain_tooltip(f"{action.text()} ({', '.join(keys)})"))

    def _make(self, record: ActionRecord) -> QAction:
        action = QAction(self)
        action.setObjectName(record.name)
        action.setShortcut(QKeySequence(record.shortcut))
        action.setMenuRole(QAction.MenuRole.NoRole)
        return action


def menu_title(text: str) -> str:
    """The title of a menu of `MENUS`."""
    return QCoreApplication.translate("Actions", text)

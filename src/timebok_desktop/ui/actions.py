"""The commands of a window, as QActions made from `ui.action_records`: pages and the window connect
to them; menus, buttons and the command palette all show the same ones.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Signal
from PySide6.QtGui import QAction, QKeySequence

from timebok_desktop.ui.action_records import MENUS, RECORDS, ActionRecord
from timebok_desktop.ui.chosen_keys import ChosenKeys
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.plain import plain_tooltip

__all__ = ["MENUS", "RECORDS", "ActionRecord", "Actions", "menu_title"]

LETTER = "timebok_letter"
"""The property of an action that holds its letter in the list."""
_WHY_NOT = "whyNot"


class Actions(QObject):
    """The QActions of one window, by their object names. Signal `keysChanged()` after one of them
    got other keys (`keys`).
    """

    keysChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.keys = ChosenKeys(self)
        self._by_name = {record.name: self._make(record) for record in RECORDS}
        self.retranslate()
        self.keys.changed.connect(self._take_keys)

    def keep_keys_in(self, state: QSettings) -> None:
        """Have the keys that were chosen on this machine, and keep changes of them there."""
        self.keys.keep_in(state)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def of_menu(self, menu: str) -> list[QAction]:
        """The actions of a menu, as declared."""
        return [self._by_name[record.name] for record in RECORDS if record.menu == menu]

    def all(self) -> list[QAction]:
        """Every action."""
        return list(self._by_name.values())

    def allow(self, name: str, why_not: str) -> None:
        """Let a command be given, or not, for a reason that its buttons tell: "" for none."""
        action = self._by_name[name]
        action.setProperty(_WHY_NOT, why_not)
        self._tell_tooltip(action)
        action.setEnabled(not why_not)

    def of_letter(self, letter: str) -> QAction | None:
        """The action that a single letter triggers in the list of orders."""
        wanted = letter.upper()
        for name, action in self._by_name.items():
            if wanted and self.keys.letter(name) == wanted:
                return action
        return None

    def key(self, name: str, *, in_list: bool = False) -> str:
        """What to press for a command, as a text names it: the letter where the reader is `in_list`
        and there is one, the shortcut, or where it has neither, its name in the menu."""
        keys = self.keys.shortcut(name).toString(QKeySequence.SequenceFormat.NativeText)
        letter = self.keys.letter(name)
        name_in_menu = self._by_name[name].text().replace("&", "").removesuffix(" …")
        return (in_list and letter) or keys or letter or f"«{name_in_menu}»"

    def has_key(self, name: str) -> bool:
        """Whether a command has a shortcut."""
        return not self.keys.shortcut(name).isEmpty()

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
            action.setProperty(LETTER, self.keys.letter(record.name))
            self._tell_tooltip(action)

    def _take_keys(self) -> None:
        for name, action in self._by_name.items():
            action.setShortcut(self.keys.shortcut(name))
        self.retranslate()
        self.keysChanged.emit()

    def _tell_tooltip(self, action: QAction) -> None:
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        keys = ", ".join(one for one in (shortcut, self.keys.letter(action.objectName())) if one)
        told = f"{action.text()} ({keys})" if keys else action.text()
        why_not = action.property(_WHY_NOT)
        action.setToolTip(plain_tooltip(f"{told}\n{why_not}" if why_not else told))

    def _make(self, record: ActionRecord) -> QAction:
        action = QAction(self)
        action.setObjectName(record.name)
        action.setShortcut(self.keys.shortcut(record.name))
        action.setMenuRole(QAction.MenuRole.NoRole)
        return action


def menu_title(text: str) -> str:
    """The title of a menu of `MENUS`."""
    return QCoreApplication.translate("Actions", text)

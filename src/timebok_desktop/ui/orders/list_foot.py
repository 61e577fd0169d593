"""Below the list of orders: how many there are and how many are selected, also said aloud."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.translatable import QT_TRANSLATE_NOOP
from timebok_desktop.ui.wording import grouped_count, orders_in_words


class ListFoot(QObject):
    """Speaks for a table, in a `line` of its own. Signals `selectionCounted(number)` of selected
    orders, when it changes what is said, and `told(any orders, several selected)` whenever it
    counts.
    """

    selectionCounted = Signal(int)
    told = Signal(bool, bool)

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._any = self._several = False
        self.line = QHBoxLayout()
        self.count = Text("", "small")
        self.selection = Text("", "small")
        self.line.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.s)
        self.line.setSpacing(SPACE.m)
        self.line.addWidget(self.count)
        self.line.addWidget(self.selection)
        self._buttons = FlowLayout(SPACE.s, at_end=True)
        self.line.addLayout(self._buttons, 1)

    def offer(self, *buttons: QWidget) -> None:
        """Place buttons at the end."""
        for button in buttons:
            self._buttons.addWidget(button)

    def say_count(self, total: int) -> None:
        """Say how many orders there are."""
        self._any = total > 0
        self.told.emit(self._any, self._several)
        words = orders_in_words(total)
        if words != self.count.text():
            self.count.setText(words)
            announce(self._table, words)

    def say_selection(self, number: int) -> None:
        """Say how many orders are selected, where it is more than one."""
        self._several = number > 1
        self.told.emit(self._any, self._several)
        words = ""
        if number > 1:
            words = _say(QT_TRANSLATE_NOOP("OrderList", "{count} selected (Esc clears)")).format(
                count=grouped_count(number)
            )
        if words != self.selection.text():
            self.selection.setText(words)
            announce(
                self._table, words or _say(QT_TRANSLATE_NOOP("OrderList", "One order selected"))
            )
            self.selectionCounted.emit(number)


def _say(text: str) -> str:
    return QCoreApplication.translate("OrderList", text)

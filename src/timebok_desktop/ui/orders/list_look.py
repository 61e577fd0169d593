"""Choosing how the list looks: its columns and the height of its rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.orders import looks
from timebok_desktop.ui.orders.columns import ALWAYS_SHOWN, COLUMNS, column_title
from timebok_desktop.ui.orders.table import OrderTable


class ListLook(QObject):
    """Changes the look of a table, and keeps it with the window's arrangement."""

    def __init__(self, table: OrderTable) -> None:
        super().__init__(table)
        self._table = table
        self.menu = QMenu(table)
        self.menu.setObjectName("columnMenu")
        self.menu.aboutToShow.connect(self._offer)
        views: tuple[QWidget, ...] = (table, table.horizontalHeader())
        for one in views:
            one.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            one.customContextMenuRequested.connect(partial(self._open_at, one))

    def commands(self) -> dict[str, Callable[[], None]]:
        """What the menu View offers."""
        return {"columnsAction": self.open_menu, "compactAction": self.change_height}

    def recall(self, state: QSettings) -> None:
        """Take the look up again."""
        self._table.take_look(looks.recalled(state))

    def remember(self, state: QSettings) -> None:
        """Keep the look."""
        looks.remember(state, self._table.look())

    def open_menu(self) -> None:
        """Offer the columns, below the titles."""
        self._open_at(self._table, QPoint(0, 0))

    def change_height(self) -> None:
        """Compact rows, or the usual ones."""
        look = self._table.look()
        self._table.take_look(look._replace(compact=not look.compact))
        announce(self._table, self.tr("Usual rows") if look.compact else self.tr("Compact rows"))

    def show_column(self, section: int, *, wanted: bool) -> None:
        """Show a column, or hide it."""
        look = self._table.look()
        widths = list(look.widths)
        widths[section] = COLUMNS[section].width if wanted else 0
        self._table.take_look(look._replace(widths=tuple(widths)))
        text = self.tr("Column {column} shown") if wanted else self.tr("Column {column} hidden")
        announce(self._table, text.format(column=column_title(section)))

    def reset(self) -> None:
        """The columns and widths that everybody begins with."""
        self._table.take_look(looks.Look(compact=self._table.look().compact))
        announce(self._table, self.tr("Columns reset"))

    def _offer(self) -> None:
        self.menu.clear()
        look = self._table.look()
        for section in range(len(COLUMNS)):
            if section not in ALWAYS_SHOWN:
                column = self._checkable(column_title(section), on=look.widths[section] > 0)
                column.toggled.connect(
                    lambda on, section=section: self.show_column(section, wanted=on)
                )
        self.menu.addSeparator()
        compact = self._checkable(self.tr("Compact rows"), on=look.compact)
        compact.toggled.connect(lambda _on: self.change_height())
        self.menu.addAction(self.tr("Reset columns")).triggered.connect(self.reset)

    def _checkable(self, text: str, *, on: bool) -> QAction:
        action = self.menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _open_at(self, widget: QWidget, place: QPoint) -> None:
        self.menu.popup(widget.mapToGlobal(place))

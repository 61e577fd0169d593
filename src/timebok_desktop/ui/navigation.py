"""The rail on the left: where I am, with the number of what waits beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timebok_desktop.ui.icons import as_it_is, pixmap
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.theme import ICON, SPACE, tokens


class Navigation(QFrame):
    """The list of pages; `chosen(key)` follows its current row."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.list = QListWidget()
        self.list.setObjectName("navigation")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = QPixmap(ICON, ICON)
        room.fill(Qt.GlobalColor.transparent)
        for record in PAGES:
            title = QCoreApplication.translate("Pages", record.title)
            item = QListWidgetItem(title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, record.key)
            item.setIcon(room)
            item.setSizeHint(QSize(0, max(36, self.list.fontMetrics().height() + SPACE.l)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.s, SPACE.m, SPACE.s, SPACE.m)
        layout.addWidget(self.list)
        widest = max(
            self.list.fontMetrics().horizontalAdvance(self.list.item(row).text())
            for row in range(self.list.count())
        )
        self.setFixedWidth(widest + ICON + 4 * SPACE.m)
        self.list.currentRowChanged.connect(self._tell)

    def show_key(self, key: str) -> None:
        """Make a page the current one."""
        for row, record in enumerate(PAGES):
            if record.key == key:
                self.list.setCurrentRow(row)

    def title_of(self, key: str) -> str:
        """The title of a page, as the rail shows it."""
        rows = (row for row, record in enumerate(PAGES) if record.key == key)
        return self.list.item(next(rows)).text()

    def recolour(self) -> None:
        """Redraw the icons in the colours now in force."""
        for row, record in enumerate(PAGES):
            drawn = pixmap(record.icon, QColor(tokens().ink), ICON, 2.0)
            self.list.item(row).setIcon(as_it_is(drawn))

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(PAGES[row].key)

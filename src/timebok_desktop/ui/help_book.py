"""The help as a book: the keys and every guide in a list, a search over all of them, the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.guides import Guide, GuideView
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.theme import SPACE

_LIST_WIDTH = 260


class HelpBook(QWidget):
    """`keys` is the page that is shown first; the guides follow it in the list."""

    def __init__(self, keys: QWidget, guides: Sequence[Guide]) -> None:
        super().__init__()
        self._guides = {guide.name: guide for guide in guides}
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Search the guides"))
        self.search.setAccessibleName(self.tr("Search the guides; Enter goes to the next hit"))
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.next_hit)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Guides"))
        self.list.setProperty("look", "flush")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._show)
        self.found = Text("", "muted", wrap=True)
        self.view = GuideView()
        self.view.guideWanted.connect(self.open_guide)
        self._pages = QStackedWidget()
        self._pages.addWidget(keys)
        self._pages.addWidget(self.view)
        self._fill()
        self._lay_out()

    @property
    def current(self) -> str:
        """The name of the guide that is open, "" for the keys."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def open_guide(self, name: str) -> None:
        """Open a guide; a search that hides it is cleared."""
        place = [*self._guides].index(name) + 1
        if self.list.item(place).isHidden():
            self.search.clear()
        self.list.setCurrentRow(place)

    def next_hit(self) -> None:
        """Go to the next place that says what is searched for, in the next guide if need be."""
        wanted = self.search.text().strip()
        names = [name for name, guide in self._guides.items() if wanted and guide.has(wanted)]
        if not names or (self.current in names and self.view.find_next(wanted)):
            return
        following = names.index(self.current) + 1 if self.current in names else 0
        self._turn_to(names[following % len(names)], wanted)

    def _turn_to(self, name: str, wanted: str) -> None:
        if name == self.current:
            self.view.show_guide(self._guides[name])
        self.open_guide(name)
        self.view.find_next(wanted)

    def _fill(self) -> None:
        entries = [("", self.tr("Keys"))]
        entries += [(guide.name, guide.title) for guide in self._guides.values()]
        for name, title in entries:
            item = QListWidgetItem(title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setMaximumWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.found, self.list):
            column.addWidget(widget)
        self.found.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.l)
        layout.addWidget(left, 1)
        layout.addWidget(self._pages, 3)

    def _narrow(self, text: str) -> None:
        """List the guides that say what is searched for."""
        wanted = text.strip()
        hits = 0
        for place, guide in enumerate(self._guides.values(), start=1):
            says = guide.has(wanted)
            hits += says
            self.list.item(place).setHidden(not says)
        told = self.tr("{count} of {all} guides").format(count=hits, all=len(self._guides))
        self.found.setText(told if wanted else "")
        self.found.setVisible(bool(wanted))
        if wanted:
            announce(self.found, told)

    def _show(self, item: QListWidgetItem | None) -> None:
        name = str(item.data(Qt.ItemDataRole.UserRole)) if item else ""
        if name:
            self.view.show_guide(self._guides[name])
        self._pages.setCurrentIndex(1 if name else 0)

"""The help beside the work: contents, search, the page that is read, and the way back. It never
covers what is decided, and closing it gives the focus back.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.folding import words
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.cards import button, row
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.guides import GuideView
from timebok_desktop.ui.help_library import Address, HelpLibrary
from timebok_desktop.ui.help_list import HelpList
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

_LETTERS = 50
"""So many stand on a line at least."""
_SAY = 400
"""Milliseconds of rest before the number of hits is said aloud."""
_MOST = 50
_REMEMBERED = 100


@dataclass(slots=True)
class _Place:
    """Where one is in the help: None is the table of contents."""

    address: Address | None
    scrolled: int = -1


class HelpBook(QFrame):
    """`closed()` after it was closed."""

    closed = Signal()
    _ready = _leaving = False

    def __init__(self, library: HelpLibrary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpBook")
        self.setAccessibleName(self.tr("Help"))
        dress(self, look="card")
        self._fit()
        self.guides = library
        self._places = [_Place(None)]
        self._here = 0
        self._topic: Address | None = None
        self._speaking = QTimer(self, singleShot=True, interval=_SAY)
        self._speaking.timeout.connect(self._say_count)
        self._make_buttons()
        self.search = QLineEdit()
        let_empty(self.search)
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setAccessibleDescription(
            self.tr("Up and down choose a hit, Enter opens it, Escape closes the help.")
        )
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.told = Text("", "small")
        self.list = HelpList()
        self.list.picked.connect(self._picked)
        self.view = GuideView()
        self.view.linkFollowed.connect(self._follow)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        layout.setSpacing(SPACE.s)
        layout.addLayout(row(self.back, self.forward, self.contents, None, self.close_button))
        layout.addWidget(self.search)
        layout.addWidget(self.told)
        layout.addWidget(self._pages, 1)
        self.told.hide()
        self._show()
        self._ready = True

    @property
    def address(self) -> Address | None:
        """The page that is read; None in the table of contents."""
        return self._places[self._here].address

    def open_topic(self, topic: Address | None) -> None:
        """Open on what the help is asked about; asked about the same again, where one was."""
        if topic != self._topic or topic is None:
            self._topic = topic
            if topic is not None:
                self.go(topic)
        self.take_focus()

    def go(self, address: Address | None) -> None:
        """Turn to a page, or to the table of contents."""
        self._leave_search()
        if address == self.address:
            self._show()
            return
        self._keep_place()
        del self._places[self._here + 1 :]
        self._places = [*self._places, _Place(address)][-_REMEMBERED:]
        self._here = len(self._places) - 1
        self._show()

    def look_for(self, text: str) -> None:
        """Search for a text, as if it were typed."""
        self.search.setText(text)
        self.search.setFocus()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) among the pages that were read."""
        if not 0 <= self._here + by < len(self._places):
            return
        self._leave_search()
        self._keep_place()
        self._here += by
        self._show()
        self.take_focus()

    def take_focus(self) -> None:
        """Begin where it is read, or where it is searched."""
        (self.view if self._pages.currentWidget() is self.view else self.search).setFocus()

    def close_book(self) -> None:
        """Close."""
        self._keep_place()
        self.hide()
        self.closed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrow keys and Return work from the search field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._pages.currentWidget() is self.list:
            self.list.step(step)
            item = self.list.currentItem()
            if item is not None:
                announce(self.search, str(item.data(Qt.ItemDataRole.AccessibleTextRole)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.text().strip():
            self.list.take()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_book()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The page is written in the colours now in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._ready:
            self._keep_place()
            self._show()
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons for back and forward turn the pages of the help."""
        by = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}.get(event.button(), 0)
        if by:
            self.step(by)
            return
        super().mousePressEvent(event)

    def _fit(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)

    def _make_buttons(self) -> None:
        self.back = button(
            "", lambda: self.step(-1), look="quiet", icon="back", name=self.tr("Back in the help")
        )
        self.forward = button(
            "",
            lambda: self.step(1),
            look="quiet",
            icon="next",
            name=self.tr("Forward in the help"),
        )
        self.contents = button(
            self.tr("Contents"),
            self._open_contents,
            look="quiet",
            name=self.tr("Contents of the help"),
        )
        self.close_button: QPushButton = button(
            self.tr("Close"), self.close_book, look="quiet", name=self.tr("Close the help")
        )
        for one in (self.back, self.forward):
            one.setToolTip(plain_tooltip(one.accessibleName()))

    def _open_contents(self) -> None:
        self.go(None)
        self.search.setFocus()

    def _picked(self, address: Address) -> None:
        wanted = words(self.search.text())
        self.go(address)
        if wanted:
            self.view.find_word(wanted)
        self.view.setFocus()

    def _follow(self, link: str) -> None:
        here = self.address.page if self.address is not None else ""
        address = self.guides.resolve(link, here)
        if address is not None:
            self.go(address)

    def _search(self, text: str) -> None:
        if self._leaving:
            return
        searching = bool(words(text))
        self.told.setVisible(searching)
        if not searching:
            self._show()
            return
        hits = self.guides.search(text)
        self.list.show_hits(hits[:_MOST])
        self._pages.setCurrentWidget(self.list)
        self.told.setText(self.tr("%n hit(s)", "", len(hits)))
        self._speaking.start()

    def _say_count(self) -> None:
        if self.told.isVisible():
            announce(self.search, self.told.text())

    def _leave_search(self) -> None:
        self._leaving = True
        self.search.clear()
        self._leaving = False
        self.told.hide()

    def _keep_place(self) -> None:
        self._places[self._here].scrolled = self.view.verticalScrollBar().value()

    def _show(self) -> None:
        place = self._places[self._here]
        if place.address is None:
            self.list.show_contents(self.guides.chapters())
            self._pages.setCurrentWidget(self.list)
        else:
            self.view.show_text(self.guides.page(place.address.page).text, place.address.section)
            self._pages.setCurrentWidget(self.view)
            if place.scrolled >= 0:
                self.view.verticalScrollBar().setValue(place.scrolled)
        self.back.setEnabled(self._here > 0)
        self.forward.setEnabled(self._here < len(self._places) - 1)

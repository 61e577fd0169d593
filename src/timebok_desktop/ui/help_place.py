"""Where the help stands: beside the work where there is room for both, else over what is not being
decided, so that the decision bar is never covered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.help_book import HelpBook
from timebok_desktop.ui.help_keys import keys_in_words
from timebok_desktop.ui.help_library import Address, HelpLibrary
from timebok_desktop.ui.help_topics import topic
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE

if TYPE_CHECKING:
    from timebok_desktop.ui.main_window import MainWindow

_LEAST_HEIGHT = 200
_FREE_BELOW = 120
"""So much stays free below help that lies over the work: the decision bar stands there."""


class HelpPlace(QObject):
    """Opens and closes the help of a window. The book is made when it is first asked for."""

    def __init__(self, window: MainWindow, work: QWidget) -> None:
        self._beside = _Room(work)
        super().__init__(self._beside)
        self._window, self._work = window, work
        self._guides: HelpLibrary | None = None
        self._width = 0
        self.book: HelpBook | None = None
        self._before: FocusBefore | None = None
        for old in window.findChildren(HelpBook):  # of the language before
            old.hide()
            old.deleteLater()
        window.context.helpWanted.connect(self.open_link)
        window.installEventFilter(self)

    @property
    def room(self) -> QSplitter:
        """The work, with room for the help on its right."""
        return self._beside

    @property
    def guides(self) -> HelpLibrary:
        """The help in the language of the window."""
        if self._guides is None:
            context = self._window.context
            self._guides = HelpLibrary(context.language, lambda: keys_in_words(context.actions))
        return self._guides

    def ask(self) -> None:
        """Help with what the focus is at; asked from within the help, back to the work."""
        if self.has_focus():
            self._give_focus_back()
        else:
            self.open(topic(self._window))

    def has_focus(self) -> bool:
        """Whether it is the help that is read now."""
        focus, book = self._window.focusWidget(), self.book
        return book is not None and book.isVisible() and bool(focus) and book.isAncestorOf(focus)

    def open(self, address: Address | None) -> None:
        """Open the help on a page of it."""
        book = self._made()
        if self._before is not None:
            self._before.was(self._window.focusWidget())
        if book.isHidden():
            self._put()
            book.show()
            self._share()
        book.open_topic(address)

    def open_link(self, link: str) -> None:
        """Open the help where a link leads; behind a question mark stands what is searched for."""
        if link.startswith("?"):
            self.open(None)
            self._made().look_for(link[1:])
            return
        address = self.guides.resolve(link)
        if address is not None:
            self.open(address)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The room may have changed."""
        if event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self.put_again)
        return False

    def put_again(self) -> None:
        """Stand where there is room now."""
        if self.book is not None and self.book.isVisible():
            self._put()

    def _made(self) -> HelpBook:
        if self.book is None:
            self.book = HelpBook(self.guides)
            self._before = FocusBefore(self.book)
            self.book.hide()
            self.book.closed.connect(self._closed)
            self._window.tasks.run(self.guides.prepare, owner=self.book)
        return self.book

    def _put(self) -> None:
        """Beside the work or over it."""
        book = self._made()
        if self._has_room():
            if self._beside.indexOf(book) < 0:
                self._beside.addWidget(book)
                dress(book, look="surface")
            return
        if book.parentWidget() is not self._window:
            visible = book.isVisible()
            book.setParent(self._window)
            dress(book, look="card")
            book.setVisible(visible)
        book.setGeometry(self._over_the_work())
        book.raise_()

    def _has_room(self) -> bool:
        room = self._window.width() - self._window.navigation.width() - self._beside.handleWidth()
        return room - self._work.minimumSizeHint().width() >= self._made().minimumWidth()

    def _over_the_work(self) -> QRect:
        """Over the list of orders where a case stands beside it, else at the left edge."""
        window = self._window
        if window.current_page == "orders" and window.orders.panel.isVisible():
            table = window.orders.list
            if table.isVisible() and table.width() >= self._made().minimumWidth():
                return QRect(table.mapTo(window, QPoint(0, 0)), table.size())
        top = window.header.height() + SPACE.m
        left = window.navigation.width() + SPACE.m
        foot = window.work_bar.height() + _FREE_BELOW
        width = min(self._usual_width(), window.width() - left - SPACE.m)
        return QRect(left, top, width, max(_LEAST_HEIGHT, window.height() - top - foot))

    def _usual_width(self) -> int:
        return self._made().minimumWidth() * 6 // 5

    def _share(self) -> None:
        """The help takes no more than it needs when it first comes; its edge can be dragged."""
        if self._beside.indexOf(self._made()) >= 0:
            room = self._beside.width() - self._work.minimumSizeHint().width()
            wanted = min(self._width or self._usual_width(), room)
            width = max(self._made().minimumWidth(), wanted)
            self._beside.setSizes([self._beside.width() - width, width])

    def _closed(self) -> None:
        if self._beside.indexOf(self._made()) >= 0:
            self._width = self._made().width()
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        if self._before is None or not self._before.give_back():
            self._window.page(self._window.current_page).take_focus()


class _Room(QSplitter):
    """The work, and the help where it stands beside it. It asks for no more than the work needs:
    a window that is made smaller lets the help lie over the work instead.
    """

    def __init__(self, work: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._work = work
        self.setChildrenCollapsible(False)
        self.addWidget(work)
        self.setStretchFactor(0, 1)

    def minimumSizeHint(self) -> QSize:
        """What the work needs."""
        return self._work.minimumSizeHint()

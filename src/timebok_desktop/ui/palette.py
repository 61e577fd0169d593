"""The command palette: commands, orders, parties, municipalities, settings and help by a few
letters of their names, without a dialog.

What the window knows is shown with the key; what the store is asked for stands below it when it
comes, and an answer that has been overtaken is thrown away. Nothing waits for the store, but a
Return that is pressed before its answer has come is kept until then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.domain.folding import words
from timebok_desktop.ui.announce import announce
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.focus_before import FocusBefore
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.palette_hits import (
    SEARCH_HELP,
    Group,
    Hit,
    Ranked,
    grouped,
    is_number,
    with_found,
    with_last,
)
from timebok_desktop.ui.palette_painter import HIT, PalettePainter
from timebok_desktop.ui.palette_recent import RecentChoices
from timebok_desktop.ui.palette_sources import Found, PaletteSources, look_up
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.tasks import Tasks
from timebok_desktop.ui.theme import SPACE

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk
    from timebok_desktop.services.views import TableView
    from timebok_desktop.ui.help_library import HelpLibrary

_LETTERS, _LINES = 105, 36
"""So much stands in it at most, whatever the size of the text."""
_PAUSE = 60
"""Milliseconds between the last key and the question to the store."""
_SAY = 400
"""Milliseconds of rest before the number of hits is said aloud."""
_LEAST_LETTERS = 2
_ALL = 100
"""So many commands are listed while nothing is typed."""


class CommandPalette(QFrame):
    """A panel over the window; Escape gives the focus back, and losing the focus closes it.
    Signals: `closed()`, and `strayed()` where what had the focus before has gone.
    """

    closed = Signal()
    strayed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        context: Context,
        state: QSettings,
        library: Callable[[], HelpLibrary],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        dress(self, look="card")
        self._desk, self._tasks, self._context = desk, tasks, context
        self.sources = PaletteSources(context, library, self)
        self._recent = RecentChoices(state)
        self._at_hand: list[Hit] = []
        self._found: list[Ranked] = []
        self._before = FocusBefore(self)
        self._waiting = self._eager = self._moved = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._speaking = QTimer(self, singleShot=True, interval=_SAY)
        self._speaking.timeout.connect(self._say_count)
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            self.tr("Command, order, HER-id, municipality, setting or help …")
        )
        self.field.setToolTip(plain_tooltip(self.field.placeholderText()))
        self.field.setAccessibleName(self.tr("Go to or do"))
        self.field.setAccessibleDescription(
            self.tr("Up and down choose, Enter takes, Escape closes.")
        )
        self.field.setMinimumHeight(SPACE.xxl)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._typed)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Hits"))
        self.list.setProperty("look", "flush")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(PalettePainter(self.list))
        self.list.itemClicked.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.told = Text("", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.s)
        layout.setSpacing(SPACE.s)
        for widget in (self.field, self.list, self.told):
            layout.addWidget(widget)
        _application().focusChanged.connect(self._focus_went)
        self.hide()

    def open(self) -> None:
        """Open on what was chosen lately and every command."""
        if self.isVisible():
            self.field.setFocus()
            return
        self._before.remember()
        self._at_hand = self.sources.at_hand()
        window, letters = self.window(), self.fontMetrics()
        wanted = QSize(letters.averageCharWidth() * _LETTERS, letters.height() * _LINES)
        width = min(wanted.width(), window.width() - SPACE.xxl)
        height = min(wanted.height(), window.height() - 3 * SPACE.xxl)
        self.setGeometry((window.width() - width) // 2, 56, width, height)
        self.field.clear()
        self._typed("")
        self.show()
        self.raise_()
        self.field.setFocus()
        self._tasks.run(
            self._desk.table,
            "municipalities",
            owner=self,
            done=self._learn,
            failed=self._tell,
            latest="municipalities",
        )

    def close_palette(self) -> None:
        """Close and give the focus back."""
        self._put_away()
        if not self._before.give_back():
            self.strayed.emit()

    def hits(self) -> list[Hit]:
        """The lines as they stand below each other."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [hit for item in items if isinstance(hit := item.data(HIT), Hit)]

    def current(self) -> Hit | None:
        """The line that Return takes."""
        item = self.list.currentItem()
        hit = item.data(HIT) if item is not None else None
        return hit if isinstance(hit, Hit) else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Arrow keys, page keys, Return and Escape work from the field."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(1)) - 1)
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
        }.get(Qt.Key(event.key()), 0)
        if step:
            self._step(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._return_pressed()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_palette()
            return
        super().keyPressEvent(event)

    # -- what is typed and what comes of it ------------------------------------------------------
    def _typed(self, text: str) -> None:
        self._moved = self._eager = False
        self._found = []
        self._pause.stop()
        self._tasks.void(self, "found")
        self._waiting = len("".join(words(text))) >= _LEAST_LETTERS
        if self._waiting:
            self._pause.start()
        self._show()

    def _ask(self) -> None:
        self._tasks.run(
            look_up,
            self._desk,
            self.field.text(),
            self._context.user,
            owner=self,
            done=self._show_found,
            failed=self._tell,
            latest="found",
        )

    def _show_found(self, found: Found) -> None:
        self._waiting = False
        some = (
            Ranked(Group.ORDERS, 0, tuple(self.sources.orders(found.orders))),
            Ranked(Group.PARTIES, 0, tuple(self.sources.parties(found.parties))),
        )
        self._found = [one for one in some if one.hits]
        self._show()
        if self._eager:
            self._return_pressed()

    def _learn(self, table: TableView) -> None:
        self.sources.learn_municipalities(table)
        self._at_hand = self.sources.at_hand()
        if self.isVisible():
            self._show()

    def _tell(self, error: TimebokError) -> None:
        self._waiting = False
        self._context.tell(error.text(self._context.language), "stop")
        self._show()

    def _groups(self) -> list[Ranked]:
        text = self.field.text()
        if words(text):
            found = with_found(grouped(self._at_hand, text), self._found, number=is_number(text))
            return with_last(found, self.sources.search_in_help(text))
        commands = [hit for hit in self._at_hand if hit.group is Group.COMMANDS]
        recent = self._recent.of(self._at_hand)
        return [
            *([Ranked(Group.RECENT, 0, tuple(recent))] if recent else []),
            *grouped(commands, "", _ALL),
        ]

    def _show(self) -> None:
        """Fill the list; who has gone to a line stays on it."""
        kept = self.current() if self._moved else None
        self.list.clear()
        for ranked in self._groups():
            heading = QListWidgetItem(ranked.group.heading, self.list)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            for hit in ranked.hits:
                item = QListWidgetItem(hit.title, self.list)
                item.setData(HIT, hit)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, hit.sentence())
        rows = self._rows()
        again = [row for row in rows if kept is not None and self._hit(row).key == kept.key]
        self.list.setCurrentRow((again or rows or [-1])[0])
        if not again:
            self.list.scrollToTop()
        self._tell_count(sum(self._hit(row).key != SEARCH_HELP for row in rows))

    def _tell_count(self, number: int) -> None:
        if not words(self.field.text()):
            self.told.setText("")
            self._speaking.stop()
            return
        told = self.tr("%n hit(s)", "", number)
        if self._waiting:
            told = self.tr("{hits}; looking among orders and parties …").format(hits=told)
        self.told.setText(told)
        if not self._waiting:
            self._speaking.start()

    def _say_count(self) -> None:
        hit = self.current()
        if self.isVisible():
            first = f" {hit.sentence()}" if hit is not None else ""
            announce(self.field, f"{self.told.text()}.{first}")

    # -- choosing --------------------------------------------------------------------------------
    def _rows(self) -> list[int]:
        every = range(self.list.count())
        return [row for row in every if isinstance(self.list.item(row).data(HIT), Hit)]

    def _hit(self, row: int) -> Hit:
        found = self.list.item(row).data(HIT)
        if not isinstance(found, Hit):
            raise TypeError(row)
        return found

    def _step(self, by: int) -> None:
        rows = self._rows()
        if not rows:
            return
        now = self.list.currentRow()
        place = rows.index(now) if now in rows else 0
        self._moved, self._eager = True, False
        row = rows[max(0, min(len(rows) - 1, place + by))]
        self.list.setCurrentRow(row)
        if row == rows[0]:
            self.list.scrollToTop()
        self._speaking.stop()
        announce(self.field, self._hit(row).sentence())

    def _return_pressed(self) -> None:
        """Take the current line, or wait for the answer that may bring another before it."""
        text = self.field.text()
        near = [one for one in grouped(self._at_hand, text, 1) if one.is_near]
        decided = self._moved or (near and not is_number(text))
        self._eager = self._waiting and not decided
        if not self._eager:
            self._take(self.list.currentItem())

    def _take(self, item: QListWidgetItem | None) -> None:
        hit = item.data(HIT) if item is not None else None
        if not isinstance(hit, Hit) or self.isHidden():
            return
        self._recent.remember(hit)
        self.close_palette()
        hit.follow()

    def _put_away(self) -> None:
        self.hide()
        self._pause.stop()
        self._speaking.stop()
        self._tasks.void(self, "found")
        self.closed.emit()

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self._put_away()


def _application() -> QApplication:
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        raise TypeError("a palette needs a QApplication")
    return running

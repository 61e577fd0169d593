"""The hands of the day: keys or mouse on what is seen, and an independent count of both.

Nothing here calls the window's own functions: keys go to the window system's window, clicks to
the middle of what stands there, found by its visible text. The count listens at the application
for what the window system delivers: a key chord, a click, a drag or a turn of the wheel is one
action, whoever caused it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QListWidget,
    QMenu,
    QWidget,
)

_ALONE = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_AltGr,
}
_REFERENCE = re.compile(r"RTB-\d{4}-\d{6}")
_TURNS = 6
_STILL = 3
_PATIENCE = 10_000
_NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Counter(QObject):
    """Counts what the window system delivers to any window of the application."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = self.clicks = self.drops = self.wheels = 0
        QApplication.instance().installEventFilter(self)

    @property
    def actions(self) -> int:
        """All of them."""
        return self.keys + self.clicks + self.drops + self.wheels

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """A key counts when it comes up, because a shortcut swallows its going down."""
        if isinstance(watched, QWindow):
            kind = event.type()
            if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyRelease:
                self.keys += event.key() not in _ALONE and not event.isAutoRepeat()
            self.clicks += kind == QEvent.Type.MouseButtonRelease
            self.drops += kind == QEvent.Type.Drop
            self.wheels += kind == QEvent.Type.Wheel
        return False

    def stop(self) -> None:
        """Listen no more."""
        QApplication.instance().removeEventFilter(self)


class Screen:
    """What is seen of a window, and when it has come to rest."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def rest(self) -> None:
        """Wait as a person does: until nothing is worked on and nothing changes any more."""
        seen: list[object] = []
        while len(seen) < _STILL or len(set(seen[-_STILL:])) > 1:
            QTest.qWait(10)
            assert self.window.tasks.settle(20)
            seen.append(self._look())

    def _look(self) -> object:
        focus = QApplication.focusWidget()
        pressable = sum(
            one.isEnabled() and one.isVisible() for one in self.window.findChildren(QAbstractButton)
        )
        return self.reference(), pressable, id(focus)

    def says(self, words: str) -> bool:
        """Whether something that is seen says this."""
        return any(words in text for _, text in self._texts())

    def told(self) -> list[str]:
        """Everything that is seen, for whoever looks for what is missing."""
        return [text for _, text in self._texts()]

    def wait_for(self, seen: Callable[[], object]) -> None:
        """Wait until something is seen, at most for as long as a person would."""
        deadline = QDeadlineTimer(_PATIENCE)
        while not seen() and not deadline.hasExpired():
            QTest.qWait(20)

    def reference(self) -> str:
        """The reference that the panel shows, "" where it shows none."""
        panel = self.window.findChild(QWidget, "reviewPanel") or self.window
        for label in panel.findChildren(QLabel):
            if _is_seen(label) and _REFERENCE.fullmatch(label.text().strip()):
                return label.text().strip()
        return ""

    def waiting(self, view: str) -> int:
        """The number beside a saved view."""
        views = self.window.findChild(QListWidget, "viewList")
        texts = [views.item(row).text() for row in range(views.count())]
        return next(int(one.rpartition(" ")[2]) for one in texts if one.startswith(view))

    def _texts(self) -> Iterator[tuple[QWidget, str]]:
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                for one in top.findChildren(QWidget):
                    if isinstance(one, QLabel | QAbstractButton) and _is_seen(one):
                        yield one, one.text().replace("&", "")

    def buttons(self, words: str) -> list[QAbstractButton]:
        """The buttons that are seen whole, that may be pressed, and that say this."""
        return [
            one
            for one, text in self._texts()
            if isinstance(one, QAbstractButton) and one.isEnabled() and text.startswith(words)
        ]

    def holds(self, words: str) -> bool:
        """Whether there is such a button, seen or scrolled away, that may be pressed."""
        return any(
            one.isEnabled() and one.isVisible() and one.text().replace("&", "").startswith(words)
            for one in self.window.findChildren(QAbstractButton)
        )


class Hand:
    """Real input to the window that is on top."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.counter = Counter()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """One key chord."""
        QTest.keyClick(_on_top(self.screen.window), key, modifier)
        self.screen.rest()

    def through_dialog(self, act: Callable[[], None], then: Callable[[], None]) -> None:
        """An action that opens one of the system's dialogs, which waits until `then` ended it."""
        with_dialog(act, then)
        self.screen.window.activateWindow()  # a window manager gives the window back
        self.screen.rest()

    def click_in_dialog(self, words: str) -> None:
        """One click on a button of the system's dialog."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, "no dialog is open"
        button = next(
            one
            for one in dialog.findChildren(QAbstractButton)
            if one.isVisible() and one.text().replace("&", "") == words
        )
        place = button.mapTo(dialog, button.rect().center())
        QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton, _NONE, place)

    def wait_for_files(self, number: int) -> None:
        """Until the dialog that is open lists so many files."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, "no dialog is open"
        lists = dialog.findChildren(QAbstractItemView)
        deadline = QDeadlineTimer(5000)
        while not deadline.hasExpired():
            if any(one.model().rowCount(one.rootIndex()) == number for one in lists):
                return
            QTest.qWait(20)
        raise AssertionError("the dialog lists no files")

    def key_in_dialog(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        """One key chord in a dialog of the system."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, "no dialog is open"
        QTest.keyClick(dialog.windowHandle(), key, modifier)

    def click(self, words: str, which: int = 0) -> None:
        """One click on the button that says this, on the one of them that is meant; what is not
        seen whole has to be scrolled to, which counts."""
        self.screen.wait_for(lambda: self.screen.holds(words))
        self.screen.rest()
        found = self.screen.buttons(words)
        for _ in range(_TURNS):
            if which < len(found):
                break
            self.turn_wheel()
            found = self.screen.buttons(words)
        found.sort(key=lambda one: one.mapToGlobal(QPoint()).y())
        assert which < len(found), f"no button says «{words}» ({which}): {self.screen.told()}"
        self.click_at(found[which], found[which].rect().center())

    def turn_wheel(self) -> None:
        """One turn of the wheel over the panel."""
        panel = self.screen.window.findChild(QWidget, "reviewPanel")
        if panel is None:
            return
        place = QPointF(panel.mapTo(self.screen.window, panel.rect().center()))
        turn = QWheelEvent(
            place,
            QPointF(self.screen.window.mapToGlobal(place)),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            _NONE,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.screen.window.windowHandle(), turn)
        self.screen.rest()

    def click_named(self, name: str) -> None:
        """One click on the button without words that assistive technology calls so."""
        found = [
            one
            for one in self.screen.window.findChildren(QAbstractButton)
            if one.accessibleName() == name and _is_seen(one)
        ]
        assert found, f"no button is called «{name}»"
        self.click_at(found[0], found[0].rect().center())

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        """One click at a place of a widget, which must be what lies there."""
        top = widget.window()
        at = widget.mapTo(top, place)
        there = top.childAt(at)
        assert there is widget or widget.isAncestorOf(there), f"{widget} is covered"
        QTest.mouseClick(top.windowHandle(), Qt.MouseButton.LeftButton, _NONE, at)
        self.screen.rest()

    def click_page(self, words: str) -> None:
        """One click on a page in the rail."""
        self._click_item("navigation", words)

    def _click_item(self, name: str, words: str) -> None:
        found = self.screen.window.findChild(QListWidget, name)
        rows = (found.item(row) for row in range(found.count()))
        item = next(one for one in rows if one.text().startswith(words))
        self.click_at(found.viewport(), found.visualItemRect(item).center())

    def choose_in_menu(self, words: str) -> None:
        """One click on the entry of the open menu that says this."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        entry = next(one for one in menu.actions() if one.text().startswith(words))
        place = menu.actionGeometry(entry).center()
        QTest.mouseClick(menu.windowHandle(), Qt.MouseButton.LeftButton, _NONE, place)
        self.screen.rest()

    def drop(self, paths: Sequence[Path]) -> None:
        """Files dragged from outside and let go over the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        window = self.screen.window.windowHandle()
        place = self.screen.window.rect().center()
        left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        QApplication.sendEvent(window, QDragEnterEvent(place, copy, data, left, _NONE))
        QApplication.sendEvent(window, QDropEvent(place.toPointF(), copy, data, left, _NONE))
        self.screen.rest()


def with_dialog(act: Callable[[], object], then: Callable[[], None]) -> None:
    """Do what opens a dialog of the system, and `then` once it is open; it must end the dialog."""
    failed: list[BaseException] = []
    timer = QTimer(interval=30)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isVisible():
            return
        timer.stop()
        try:
            then()
        except BaseException as error:  # noqa: BLE001 - told below, out of Qt's loop
            failed.append(error)
            dialog.close()

    timer.timeout.connect(answer)
    timer.start()
    act()
    timer.stop()
    if failed:
        raise failed[0]


def _is_seen(widget: QWidget) -> bool:
    """Whether all of it lies open; a label may be cut at its sides."""
    if not widget.isVisible():
        return False
    seen = widget.visibleRegion().boundingRect()
    return seen.height() >= widget.height() - 1 and seen.width() > 0


def _on_top(window: QWidget) -> QWindow:
    popup = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    return (popup or window).windowHandle()

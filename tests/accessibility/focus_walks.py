"""What is seen of the focus, and where Tab takes it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QTabBar,
    QWidget,
)

from accessibility.walks import path_of, taking_focus
from timebok_desktop.ui.contrast import contrast

_AROUND = 6
_LEAST = 3.0
_SLIVER = 24
"""Pixels of something larger than what it is scrolled in, too few to hold an outline."""
_SHARE = 0.9
"""Round corners and what lies over an edge take a little of the outline."""
_MOST_STEPS = 250


def unseen_focus(window: QWidget, within: QWidget | None = None) -> Iterator[str]:
    """Whatever has the focus looks different, by as many pixels as half its outline is long (it may
    be scrolled), each of them in a contrast of 3:1 to what was there.
    """
    for widget in taking_focus(within or window):
        _scroll_to(widget)
        seen_of_it = widget.visibleRegion().boundingRect()
        where = _around(widget, seen_of_it, window)
        if min(seen_of_it.width(), seen_of_it.height()) < _SLIVER:
            continue
        _without_focus(window, widget)
        before = window.grab(where).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.sendPostedEvents()
        after = window.grab(where).toImage()
        if not (
            widget.hasFocus() and widget.isVisible()
        ):  # a panel that goes away with the focus is nowhere without it
            continue
        seen, wanted = _changed(before, after), seen_of_it.width() + seen_of_it.height()
        if seen < wanted * _SHARE:
            yield f"{path_of(widget)}: {seen} pixels tell of the focus, {wanted} should"


def _without_focus(window: QWidget, widget: QWidget) -> None:
    widget.clearFocus()
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
    QApplication.sendPostedEvents()


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _around(widget: QWidget, seen: QRect, window: QWidget) -> QRect:
    place = QRect(widget.mapTo(window, seen.topLeft()), seen.size())
    return place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND) & window.rect()


def _changed(before: QImage, after: QImage) -> int:
    """How many pixels differ by a contrast of 3:1 and more; each colour pair is judged once."""
    judged: dict[tuple[int, int], bool] = {}
    count = 0
    first, second = (one.convertToFormat(QImage.Format.Format_RGB32) for one in (before, after))
    one, two = (memoryview(picture.constBits()).cast("B").cast("I") for picture in (first, second))
    for was, now in zip(one, two, strict=True):
        if was != now:
            pair = (was & 0xFFFFFF, now & 0xFFFFFF)
            if pair not in judged:
                judged[pair] = contrast(*(f"#{value:06x}" for value in pair)) >= _LEAST
            count += judged[pair]
    return count


# -- the way of Tab --------------------------------------------------------------------------


def tab_walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab leads from the first stop until it comes round."""
    stops: list[QWidget] = []
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for _ in range(_MOST_STEPS):
        focused = application.focusWidget()
        if focused is None or focused in stops[:-1]:
            return stops
        if focused not in stops:  # a text with links keeps Tab until the last of them
            stops.append(focused)
        QTest.keyClick(focused, key)
    return stops


def wrong_ways(window: QMainWindow) -> Iterator[str]:
    """Tab reaches everything, comes round, goes back the same way, and follows the eye."""
    wanted = _panel(window) or taking_focus(window)
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    there = tab_walk(window)
    for widget in wanted:
        if widget not in there and not _by_arrows(widget, there):
            yield f"{path_of(widget)} is not reached by Tab"
    wanted[0].setFocus(Qt.FocusReason.BacktabFocusReason)
    back = tab_walk(window, Qt.Key.Key_Backtab)
    if set(back) != set(there):
        missing = set(there) ^ set(back)
        yield f"Shift+Tab goes another way than Tab: {path_of(next(iter(missing)))}"
    for one, other in pairwise(there):
        if _goes_back(one, other, window):
            yield f"Tab leads back from {path_of(one)} to {path_of(other)}"


def ways_through(panel: QWidget) -> Iterator[str]:
    """Tab reaches everything in a panel, in the order of the eye, and Shift+Tab goes back; a panel
    that lies over the window keeps Tab to itself, and one that stands in it lets it go.
    """
    stops, over = taking_focus(panel), panel.parentWidget() is panel.window()
    if not stops:
        yield f"{path_of(panel)} has nothing that takes the focus"
        return
    back, left = _tab_through(panel, stops[0], Qt.Key.Key_Backtab)
    there, left_too = _tab_through(panel, back[-1], Qt.Key.Key_Tab)
    for widget in stops:
        if widget not in there and not _by_arrows(widget, there):
            yield f"{path_of(widget)} is not reached by Tab"
    if over in (left, left_too):
        yield f"{path_of(panel)} {'lets Tab go' if over else 'keeps Tab'}"
    back, _ = _tab_through(panel, there[-1], Qt.Key.Key_Backtab)
    if set(back) != set(there):
        missing = set(there) ^ set(back)
        yield f"Shift+Tab goes another way than Tab: {path_of(next(iter(missing)))}"
    for one, other in pairwise(there):
        if _goes_back(one, other, panel):
            yield f"Tab leads back from {path_of(one)} to {path_of(other)}"


def _tab_through(panel: QWidget, first: QWidget, key: Qt.Key) -> tuple[list[QWidget], bool]:
    """The stops in a panel until Tab comes round, and whether it leaves before."""
    forwards = key is Qt.Key.Key_Tab
    reason = Qt.FocusReason
    first.setFocus(reason.TabFocusReason if forwards else reason.BacktabFocusReason)
    stops: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        focused = QApplication.focusWidget()
        if focused is None or not (focused is panel or panel.isAncestorOf(focused)):
            return stops, True
        if focused in stops[:-1]:
            return stops, False
        if focused not in stops:  # a text with links keeps Tab until the last of them
            stops.append(focused)
        QTest.keyClick(focused, key)
    return stops, False


def _panel(window: QMainWindow) -> list[QWidget]:
    """What takes the focus in a panel that lies over the window, which keeps Tab to itself."""
    focused = window.focusWidget()
    stops = taking_focus(window)
    for panel in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        body = panel in (window.centralWidget(), window.statusBar())
        if not body and focused is not None and panel.isAncestorOf(focused):
            return [one for one in stops if panel.isAncestorOf(one)]
    return []


def _by_arrows(widget: QWidget, reached: list[QWidget]) -> bool:
    """Buttons of which one is chosen are one stop, and the arrow keys lead through them."""
    return isinstance(widget, QRadioButton) and any(
        isinstance(one, QRadioButton) and one.parentWidget() is widget.parentWidget()
        for one in reached
    )


def _goes_back(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Whether the next stop of the same zone lies above, or before on the same line."""
    if _zone(one, window) is not _zone(other, window):
        return False
    first, second = (QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in (one, other))
    same_line = min(first.bottom(), second.bottom()) - max(first.top(), second.top()) > (
        min(first.height(), second.height()) // 2
    )
    if same_line:
        return second.right() <= first.left()
    above = second.bottom() <= first.top()
    return above and second.left() < first.right()


def _zone(widget: QWidget, window: QWidget) -> QWidget:
    """What the eye takes as one: a pane of a splitter, a panel, else a child of the window."""
    around = widget
    while around.parentWidget() is not None and around.parentWidget() is not window:
        parent = around.parentWidget()
        scrolled = parent.parentWidget()
        if isinstance(scrolled, QScrollArea) and scrolled.viewport() is parent:
            return scrolled
        if isinstance(parent, QSplitter) or isinstance(around, QTabBar):
            return around
        if around.objectName().endswith(("Page", "Panel", "Palette", "rail", "header")):
            return around
        around = around.parentWidget()
    return around

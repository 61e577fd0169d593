"""The way of Tab: what takes the focus, in the order in which it is laid out.

Qt goes in the order in which widgets were made, which is another one wherever a part is built
again. A panel that lies over the window keeps Tab to itself until it is closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QWidget,
)


def lead_tab(window: QMainWindow, *, forwards: bool) -> bool:
    """Give the focus to the stop after that which has it, or before it; False where there is no
    other.
    """
    here = window.focusWidget()
    stops = list(tab_stops(_panel_of(window, here)))
    if not stops or stops == [here]:
        return False
    step = 1 if forwards else -1
    there = (0 if forwards else -1) if here not in stops else stops.index(here) + step
    stop = stops[there % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(reason)
    _show_in_scroll_areas(stop)
    return True


def _panel_of(window: QMainWindow, here: QWidget | None) -> QWidget:
    """The panel over the window that has the focus, else the window."""
    around = here
    while around is not None and around.parentWidget() is not window:
        around = around.parentWidget()
    underneath = (None, window.centralWidget(), window.statusBar())
    return window if around in underneath or around is None else around


def _show_in_scroll_areas(widget: QWidget) -> None:
    """Scroll whatever is around a widget so that it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Everything below `root` that Tab stops at, in the order of the layout."""
    for child in _in_order(root):
        if not child.isVisible() or child.isWindow():
            continue
        stops = child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None
        if stops and child.isEnabled():
            yield child
        if not stops or _holds_stops(child):
            yield from tab_stops(child)


def _holds_stops(widget: QWidget) -> bool:
    """Parts of a field are no stops of their own; what stands in a scrolled area is."""
    return isinstance(widget, QScrollArea | QAbstractItemView) or widget.layout() is not None


def _in_order(parent: QWidget) -> list[QWidget]:
    if isinstance(parent, QSplitter):
        panes = (parent.widget(place) for place in range(parent.count()))
        return [pane for pane in panes if pane is not None]
    layout = None if parent.isWindow() else parent.layout()
    laid_out = list(_of_layout(layout)) if layout is not None else []
    rest = [one for one in parent.children() if isinstance(one, QWidget) and one not in laid_out]
    return laid_out + sorted(rest, key=_place)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of_layout(inner)


def _places(layout: QLayout) -> Sequence[int]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        return sorted(places, key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    return places


def _place(widget: QWidget) -> tuple[int, int]:
    corner: QPoint = widget.pos()
    return corner.y(), corner.x()

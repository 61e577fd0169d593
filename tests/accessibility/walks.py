"""What every widget in sight is held to; each walk gives its findings as sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from timebok_desktop.ui.labels import ElidedText, Text

LEAST_TARGET = 24


def path_of(widget: QWidget) -> str:
    """Where a widget stands, from the outermost part that has a name of its own."""
    steps: list[str] = []
    around: QWidget | None = widget
    while around is not None and around.parentWidget() is not None:
        name = around.objectName()
        if around is widget or (name and not name.startswith("qt_")):
            words = getattr(around, "text", None)
            text = words() if callable(words) and around is widget else ""
            said = f" «{str(text)[:30]}»" if text else ""
            steps.append(f"{type(around).__name__}{f'#{name}' if name else ''}{said}")
        around = around.parentWidget()
    return " < ".join(steps)


def in_sight(window: QWidget) -> list[QWidget]:
    """All widgets of the window that are shown."""
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def taking_focus(window: QWidget) -> list[QWidget]:
    """What Tab reaches; parts of a field or of tabs are reached with its arrow keys."""
    return [
        one
        for one in in_sight(window)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one.isEnabled()
        and not isinstance(one.parentWidget(), QAbstractSpinBox | QTabBar)
    ]


_TOLD_BY_NAME = (QScrollArea, QKeySequenceEdit)
"""Qt gives these no role: their name says what to do with them."""
_SAYS_NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client)
"""Roles that tell no more than that something is there. A scroll area takes the focus only to be
scrolled by keys; its name and the texts in it are read.
"""


# -- names -----------------------------------------------------------------------------------


def nameless(window: QWidget) -> Iterator[str]:
    """What takes the focus tells its name and what it is, and no neighbour has the same name."""
    names: defaultdict[tuple[QWidget | None, str], list[QWidget]] = defaultdict(list)
    for widget in in_sight(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name).strip() if told else ""
        if not name or name == type(widget).__name__:
            yield f"{path_of(widget)} has no name"
        elif told.role() in _SAYS_NOTHING and not isinstance(widget, _TOLD_BY_NAME):
            yield f"{path_of(widget)} does not tell what it is"
        elif not isinstance(widget, QLabel | QLineEdit):
            names[_group(widget), name].append(widget)
    for (_around, name), alike in names.items():
        roles = {QAccessible.queryAccessibleInterface(one).role() for one in alike}
        if len(alike) > len(roles):
            yield f"«{name}» is the name of {len(alike)} things: {path_of(alike[-1])}"


def _group(widget: QWidget) -> QWidget | None:
    around = widget.parentWidget()
    while around is not None and not (around.objectName() or around.accessibleName()):
        around = around.parentWidget()
    return around


def untold_reasons(window: QWidget) -> Iterator[str]:
    """What cannot be done tells why, to whoever points at it and to a screen reader."""
    for widget in in_sight(window):
        if isinstance(widget, QPushButton) and not widget.isEnabled():
            told = QAccessible.queryAccessibleInterface(widget)
            if not told.text(QAccessible.Text.Description).strip() or not widget.toolTip():
                yield f"{path_of(widget)} cannot be pressed and does not say why"


_BREAKS = re.compile(r"(?<=[/-])|\s+")
"""Where Qt may begin another line."""

# -- room ------------------------------------------------------------------------------------


def cut(window: QWidget) -> Iterator[str]:
    """Every text fits its place, or what is left out can be read elsewhere."""
    for widget in in_sight(window):
        found = _cut_text(widget)
        if found:
            yield f"{path_of(widget)}: {found}"
        found = _cut_by_others(widget, window)
        if found:
            yield f"{path_of(widget)}: {found}"


def _cut_text(widget: QWidget) -> str:  # noqa: C901, PLR0911, PLR0912 - one kind of widget a line
    room = widget.contentsRect()
    match widget:
        case ElidedText():
            whole = widget.shown() == widget.text() or widget.toolTip()
            return "" if whole and widget.accessibleName() else "left out and not in the tooltip"
        case QLabel() if widget.text() and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                return (
                    f"{widget.heightForWidth(widget.width())} px high text in {widget.height()} px"
                )
            metrics = widget.fontMetrics()
            words = _BREAKS.split(widget.text())
            wide = max(metrics.horizontalAdvance(word) for word in words)
            return f"a word of {wide} px in {room.width()} px" if wide > room.width() + 1 else ""
        case QLabel() if widget.text():
            return _smaller(widget)
        case QToolButton() if _inside_field(widget):
            return ""  # a sign without words, for which the field makes room
        case QPushButton() | QCheckBox() | QRadioButton() | QToolButton() if widget.text():
            return _smaller(widget)
        case QComboBox():
            style = QStyleOptionComboBox()
            widget.initStyleOption(style)
            field = widget.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox,
                style,
                QStyle.SubControl.SC_ComboBoxEditField,
                widget,
            )
            wide = widget.fontMetrics().horizontalAdvance(widget.currentText())
            if wide > field.width() and not widget.toolTip():
                return f"«{widget.currentText()}» of {wide} px in {field.width()} px"
            return ""
        case QAbstractSpinBox():
            field = widget.findChild(QLineEdit)
            wide = widget.fontMetrics().horizontalAdvance(widget.text())
            return f"{wide} px in {field.width()} px" if wide > field.width() else ""
        case QLineEdit():
            if isinstance(widget.parentWidget(), QAbstractSpinBox):
                return ""
            if widget.height() < widget.fontMetrics().height():
                return "lower than its text"
            wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            icons = sum(24 for _ in widget.actions())
            if (
                not widget.text()
                and wide > room.width() - 20 - icons
                and (widget.placeholderText() not in (widget.accessibleName(), widget.toolTip()))
            ):
                return f"placeholder of {wide} px in {room.width()} px"
            return ""
        case QHeaderView():
            return _cut_titles(widget)
        case QTabBar():
            return _cut_tabs(widget)
        case QListView():
            return _cut_items(widget)
        case QTableView():
            return _cut_rows(widget)
    return ""


def _smaller(widget: QWidget) -> str:
    wanted, got = widget.sizeHint(), widget.size()
    if widget.minimumSizeHint().width() < wanted.width() and isinstance(widget, QPushButton):
        wanted = widget.minimumSizeHint()
    if got.width() + 1 < wanted.width():
        return f"{wanted.width()} px wide text in {got.width()} px"
    if got.height() + 1 < wanted.height():
        return f"{wanted.height()} px high text in {got.height()} px"
    return ""


def _cut_by_others(widget: QWidget, window: QWidget) -> str:  # noqa: PLR0911 - one reason each
    """Whether what is around a widget hides part of it for good."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        return ""
    if isinstance(widget, QLabel) and not widget.text():
        return ""
    inner, around = QRect(QPoint(0, 0), widget.size()), widget
    while around is not window and around.parentWidget() is not None:
        inner = inner.translated(around.pos())
        around = around.parentWidget()
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            wide = inner.left() < -1 or inner.right() > around.width()
            if wide and area.horizontalScrollBarPolicy() == never:
                return f"reaches {inner.right()} px in {around.width()} px that do not scroll"
            if wide and area.horizontalScrollBar().maximum() == 0:
                return f"reaches {inner.right()} px in {around.width()} px that do not scroll"
            return ""
        if not around.rect().adjusted(-1, -1, 1, 1).contains(inner):
            return (
                f"{inner.getRect()} does not fit into {path_of(around)} {around.size().toTuple()}"
            )
    return ""


def _cut_titles(header: QHeaderView) -> str:
    if header.orientation() is Qt.Orientation.Vertical:
        return ""
    model, missing = header.model(), []
    for section in range(header.count()):
        title = str(model.headerData(section, header.orientation()) or "")
        tip = model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        wide = header.fontMetrics().horizontalAdvance(title) + 22
        if not header.isSectionHidden(section) and wide > header.sectionSize(section) and not tip:
            missing.append(f"«{title}» {wide} px in {header.sectionSize(section)} px")
    return ", ".join(missing)


def _cut_tabs(tabs: QTabBar) -> str:
    missing = [
        tabs.tabText(at)
        for at in range(tabs.count())
        if tabs.tabRect(at).width() < tabs.tabSizeHint(at).width() and not tabs.tabToolTip(at)
    ]
    return f"tabs {missing}" if missing else ""


def _cut_items(view: QListView) -> str:
    model, missing = view.model(), []
    drawn_by_qt = view.itemDelegate().metaObject().className() == "QStyledItemDelegate"
    if model is None or view.wordWrap() or not drawn_by_qt:
        return ""
    for row in range(min(model.rowCount(), 60)):
        index = model.index(row, view.modelColumn())
        hint, place = _wanted(view, index), view.visualRect(index)
        scrolls = view.horizontalScrollBar().maximum() > 0
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        beyond = max(place.right(), hint.width()) > view.viewport().width() and not scrolls
        if place.isValid() and not view.isRowHidden(row) and beyond and not tip:
            missing.append(f"«{index.data()}» {hint.width()} px in {view.viewport().width()} px")
        if place.isValid() and hint.height() > place.height() + 1:
            missing.append(f"«{index.data()}» {hint.height()} px in {place.height()} px")
    return ", ".join(missing[:3])


def _wanted(view: QListView, index: QModelIndex) -> QSize:
    """What a line needs with its words and its picture, whatever size it was told to have."""
    style, option = view.style(), QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.text = str(index.data() or "")
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    if index.data(Qt.ItemDataRole.DecorationRole) is not None:
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = view.iconSize()
    hint = style.sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, option, QSize(), view)
    return hint.expandedTo(QSize(0, view.sizeHintForIndex(index).height()))


def _cut_rows(view: QTableView) -> str:
    model, missing = view.model(), []
    for row in range(min(model.rowCount(), 5)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text = str(index.data() or "")
            lines = text.count("\n") + 1
            if view.rowHeight(row) < view.fontMetrics().height() * min(lines, 2) * 0.9:
                missing.append(f"row {row} is {view.rowHeight(row)} px high")
            wide = max(view.fontMetrics().horizontalAdvance(line) for line in text.split("\n"))
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if wide + 16 > view.columnWidth(column) and not tip and not view.isColumnHidden(column):
                missing.append(f"«{text}» {wide} px in {view.columnWidth(column)} px")
    return ", ".join(dict.fromkeys(missing[:3]))


# -- targets ---------------------------------------------------------------------------------

EXEMPT = {
    "QSpinBox": "its arrows: the number is typed, or changed by the arrow keys, in the same field",
    "QScrollBar": "wheel, keys and dragging the content do the same",
    "QSplitterHandle": "the widths are a convenience; every part scrolls",
}
"""Smaller targets that WCAG 2.5.8 allows, and why."""


def small_targets(window: QWidget) -> Iterator[str]:
    """What is clicked is at least 24 px in both directions."""
    for widget in in_sight(window):
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractSpinBox):
            whole = widget.parentWidget()  # of which the field inside is only a part
            if isinstance(whole, QAbstractSpinBox | QComboBox) or _inside_field(widget):
                continue
            low = min(widget.width(), widget.height())
            if low < LEAST_TARGET:
                yield f"{path_of(widget)} is {widget.width()} x {widget.height()} px"
        elif isinstance(widget, QTabBar):
            for at in range(widget.count()):
                if widget.tabRect(at).height() < LEAST_TARGET:
                    yield f"{path_of(widget)}: tab of {widget.tabRect(at).height()} px"
        elif isinstance(widget, QAbstractItemView):
            model = widget.model()
            if model is not None and model.rowCount():
                height = widget.visualRect(model.index(0, 0)).height()
                if 0 < height < LEAST_TARGET:
                    yield f"{path_of(widget)}: rows of {height} px"


def _inside_field(widget: QWidget) -> bool:
    """A sign inside a field, which has the keyboard's way beside it (Escape empties a search)."""
    return isinstance(widget.parentWidget(), QLineEdit)


def texts_of(window: QWidget) -> list[Text]:
    """All labels in sight."""
    return [one for one in in_sight(window) if isinstance(one, Text)]

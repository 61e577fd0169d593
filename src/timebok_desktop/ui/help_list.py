"""The list of the help: its table of contents, or what a search has found. Each line is two: what
it is, and a line of its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from timebok_desktop.ui.help_library import Address, HelpHit, HelpPage
from timebok_desktop.ui.marks import mark
from timebok_desktop.ui.theme import SPACE, font, tokens

_ADDRESS = Qt.ItemDataRole.UserRole
_BELOW = Qt.ItemDataRole.UserRole + 1
_LEAST = 32
Index = QModelIndex | QPersistentModelIndex


class HelpList(QListWidget):
    """`picked(Address)` when a line is taken."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpList")
        self.setAccessibleName(self.tr("Contents of the help"))
        self.setProperty("look", "flush")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Painter(self))
        self.itemClicked.connect(self.take)
        self.itemActivated.connect(self.take)

    def show_contents(self, chapters: Iterable[tuple[str, Sequence[HelpPage]]]) -> None:
        """Every page below the title of its chapter."""
        self.clear()
        for title, pages in chapters:
            self._add_heading(title)
            for page in pages:
                self._add(Address(page.name), page.title)
        self._choose_first()

    def show_hits(self, hits: Iterable[HelpHit]) -> None:
        """What was found, each with a line of its text."""
        self.clear()
        for hit in hits:
            heading = f"{hit.title} › {hit.heading}" if hit.heading else hit.title
            self._add(hit.address, heading, hit.line)
        self._choose_first()

    def addresses(self) -> list[Address]:
        """Where the lines lead, as they stand below each other."""
        return [one for row in range(self.count()) if (one := self._address(row)) is not None]

    def current_address(self) -> Address | None:
        """Where the current line leads."""
        return self._address(self.currentRow())

    def step(self, by: int) -> None:
        """Go to the next or previous line."""
        rows = list(self._rows())
        if rows:
            place = rows.index(self.currentRow()) if self.currentRow() in rows else -by
            self.setCurrentRow(rows[max(0, min(len(rows) - 1, place + by))])

    def take(self, item: QListWidgetItem | None = None) -> None:
        """Open what a line, or the current one, leads to."""
        address = (item or self.currentItem() or QListWidgetItem()).data(_ADDRESS)
        if isinstance(address, Address):
            self.picked.emit(address)

    def _add_heading(self, title: str) -> None:
        QListWidgetItem(title, self).setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, address: Address, title: str, below: str = "") -> None:
        item = QListWidgetItem(title, self)
        item.setData(_ADDRESS, address)
        item.setData(_BELOW, below)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}. {below}" if below else title)

    def _choose_first(self) -> None:
        self.setCurrentRow(next(self._rows(), -1))
        self.scrollToTop()

    def _rows(self) -> Iterator[int]:
        return (row for row in range(self.count()) if self._address(row) is not None)

    def _address(self, row: int) -> Address | None:
        item = self.item(row)
        found = item.data(_ADDRESS) if item is not None else None
        return Address(*found) if found is not None else None


class _Painter(QStyledItemDelegate):
    """Paints a heading, a page, or a hit with its line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the words need in the width that is there."""
        width = option.rect.width() or 300  # a list that is not yet laid out has none
        title, below = _texts(index)
        if index.data(_ADDRESS) is None:
            return QSize(width, QFontMetrics(font("small")).height() + SPACE.l)
        room = width - 2 * SPACE.m
        height = _height(title, font("strong" if below else "base"), room)
        height += _height(below, font("small"), room) if below else 0
        return QSize(width, max(_LEAST, height + 2 * SPACE.xs + SPACE.xs))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        painter.save()
        area = QRect(option.rect)
        title, below = _texts(index)
        if index.data(_ADDRESS) is None:
            _write(painter, area.adjusted(SPACE.m, SPACE.s, 0, 0), title, font("small"), "muted")
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(area, QColor(tokens().selected))
                mark(painter, area)
            area.adjust(SPACE.m, SPACE.xs, -SPACE.m, -SPACE.xs)
            written = font("strong" if below else "base")
            _write(painter, area, title, written, "ink")
            area.setTop(area.top() + _height(title, written, area.width()))
            _write(painter, area, below, font("small"), "muted")
        painter.restore()


def _texts(index: Index) -> tuple[str, str]:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or ""), str(index.data(_BELOW) or "")


_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


def _height(text: str, written: QFont, width: int) -> int:
    return QFontMetrics(written).boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, text).height()


def _write(painter: QPainter, area: QRect, text: str, written: QFont, role: str) -> None:
    painter.setFont(written)
    painter.setPen(QColor(getattr(tokens(), role)))
    painter.drawText(area, _WRAPPED, text)

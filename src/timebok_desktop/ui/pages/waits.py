"""How long orders had waited when they were decided: a table of counties by categories, each cell a
number and a bar of its length. It computes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timebok_desktop.services.figure_views import WaitFigures
from timebok_desktop.ui.cards import Card
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.theme import tokens
from timebok_desktop.ui.wording import grouped_count

_ROWS = 16
_BAR, _ROOM = 4.0, 14
"""The height of a bar, and what a row is higher for it."""
_PADDING = 10.0
_BEFORE = 2
"""Columns before those of the categories: the county, and how many were decided."""


class CountyWaits(NamedTuple):
    """A county (None: all of them) with what is known by category (None: all of them)."""

    county: str | None
    by_category: Mapping[str | None, WaitFigures]


class WaitCard(Card):
    """`chosen(county, category)` tells whose orders are wanted; None is all."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Working days from receipt to decision"), parent)
        self._categories: tuple[str | None, ...] = (None,)
        self._longest = 0
        self.explained = Text(
            self.tr(
                "Half of the orders that were approved or rejected waited so long or shorter; "
                "nine in ten no longer than the number in brackets."
            ),
            "muted",
            wrap=True,
        )
        self.table = RecordTable[CountyWaits](
            "waitTable", self.tr("Working days from receipt to decision"), self._columns()
        )
        self.table.setItemDelegate(_Bars(self))
        header = self.table.verticalHeader()
        header.setDefaultSectionSize(header.defaultSectionSize() + _ROOM)
        self.nothing = Text(self.tr("Nothing was decided in this period."), "muted", wrap=True)
        for one in (self.explained, self.table, self.nothing):
            self.body.addWidget(one)
        self.table.opened.connect(self._open)
        self.show_waits(())

    def show_waits(self, waits: Sequence[WaitFigures]) -> None:
        """Show the waiting times of a period, all counties first."""
        self._categories = tuple(dict.fromkeys((None, *(one.category for one in waits))))
        self._longest = max((one.ninetieth for one in waits), default=0)
        self.table.show_columns(self._columns())
        counties = dict.fromkeys(one.county for one in waits)
        rows = [
            CountyWaits(county, {one.category: one for one in waits if one.county == county})
            for county in counties
        ]
        self.table.show_records(rows, key=lambda one: one.county)
        self.table.fit_height(_ROWS)
        for widget in (self.explained, self.table):
            widget.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def figures_at(self, index: QModelIndex | QPersistentModelIndex) -> WaitFigures | None:
        """What a cell tells of; None where that is no waiting time."""
        place = index.column() - _BEFORE
        if place < 0:
            return None
        return self.table.records.record(index.row()).by_category.get(self._categories[place])

    @property
    def longest(self) -> int:
        """The longest bar, in working days."""
        return self._longest

    def room(self) -> int:
        """What the longest bar may take: the same in every column, so that bars compare."""
        widths = range(_BEFORE, self.table.records.columnCount())
        return min(self.table.columnWidth(column) for column in widths)

    def _open(self, row: CountyWaits) -> None:
        place = self.table.currentIndex().column() - _BEFORE
        category = self._categories[place] if place >= 0 else None
        if category is None or category in row.by_category:
            self.chosen.emit(row.county, category)

    def _columns(self) -> tuple[Column[CountyWaits], ...]:
        return (
            Column(
                self.tr("County"),
                self._name_of,
                order=lambda one: (one.county is not None, one.county or ""),
                stretch=True,
            ),
            Column(
                self.tr("Decided"),
                lambda one: grouped_count(one.by_category[None].orders),
                order=lambda one: one.by_category[None].orders,
                numeric=True,
                width=90,
            ),
            *(self._of_category(category) for category in self._categories),
        )

    def _of_category(self, category: str | None) -> Column[CountyWaits]:
        def told(words: Callable[[WaitFigures], str]) -> Callable[[CountyWaits], str]:
            return lambda one: (
                words(one.by_category[category]) if category in one.by_category else "–"
            )

        def order(one: CountyWaits) -> tuple[int, int]:
            found = one.by_category.get(category)
            return (found.median, found.ninetieth) if found else (-1, -1)

        title = self.tr("All categories") if category is None else category
        return Column(
            title or self.tr("not stated"),
            told(lambda found: f"{found.median} ({found.ninetieth})"),
            order=order,
            spoken=told(self._spoken),
            tooltip=told(self._spoken),
            numeric=True,
            width=110,
        )

    def _spoken(self, found: WaitFigures) -> str:
        return self.tr(
            "half within {median}, nine in ten within {ninetieth} working days, of {count} decided"
        ).format(median=found.median, ninetieth=found.ninetieth, count=grouped_count(found.orders))

    def _name_of(self, one: CountyWaits) -> str:
        if one.county is None:
            return self.tr("All counties")
        return one.county or self.tr("not stated")


class _Bars(QStyledItemDelegate):
    """Under the number a bar to the median, and a line on to nine in ten."""

    def __init__(self, card: WaitCard) -> None:
        super().__init__(card)
        self._card = card

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The number as ever, and its bar."""
        super().paint(painter, option, index)
        found = self._card.figures_at(index)
        if found is None or not self._card.longest:
            return
        cell = QRectF(option.rect)
        room = self._card.room() - 2 * _PADDING
        top = cell.bottom() - _BAR - 4
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        for days, height in ((found.ninetieth, 1.5), (found.median, _BAR)):
            length = room * days / self._card.longest
            left = cell.right() - _PADDING - length
            painter.drawRect(QRectF(left, top + (_BAR - height) / 2, length, height))
        painter.restore()

"""What another page narrowed the queue by, as chips that can be taken away one by one.

It shows only what no field of the filters can show; it never asks for orders.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from timebok_desktop.domain.codes import OPEN_STATUSES, OUTCOME_WORDS, STATUS_WORDS
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.views import HAPPENING_WORDS, Happening, OrderQuery, TableView
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.icons import set_icon
from timebok_desktop.ui.plain import plain_button, plain_tooltip
from timebok_desktop.ui.stylesheet import dress
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.wording import exact_date, grouped_count, grouped_her_id

_DECISIONS = {
    Happening.REJECTED: Action.REJECT,
    Happening.REQUESTED: Action.REQUEST_INFORMATION,
    Happening.HELD: Action.HOLD,
    Happening.WITHDRAWN: Action.WITHDRAW,
}
_NOTHING_HAPPENED: Mapping[str, Any] = {
    "happened": None,
    "happened_from": None,
    "happened_to": None,
    "reason": "",
}
_FEW = 3
"""So many names are said one by one; beyond that they are counted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality with its county, from the table of municipalities."""

    number: str
    name: str
    county: str


class FilterChips(QWidget):
    """One chip for each thing; `removed(OrderQuery)` with what is left."""

    removed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query = OrderQuery()
        self._places: tuple[Place, ...] = ()
        self._row = FlowLayout(SPACE.xs, self)
        self.hide()

    def show_query(self, query: OrderQuery) -> None:
        """Show what a query is narrowed by."""
        if query != self._query:
            self._query = query
            self._fill()

    def learn(self, table: TableView) -> None:
        """Take in the table of municipalities."""
        number, name, county = (
            table.columns.index(column) for column in ("municipality_number", "name", "county")
        )
        self.learn_places([Place(row[number], row[name], row[county]) for row in table.rows])

    def learn_places(self, places: Sequence[Place]) -> None:
        """Take in the names that municipalities are said by."""
        self._places = tuple(places)
        self._fill()

    def labels(self) -> list[str]:
        """What the chips say."""
        return [label for label, _ in self._narrowings()]

    def _fill(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for label, without in self._narrowings():
            self._row.addWidget(self._chip(label, without))
        self.setVisible(self._row.count() > 0)

    def _chip(self, label: str, without: Mapping[str, Any]) -> QPushButton:
        chip = QPushButton(plain_button(label), self)
        dress(chip, look="chip")
        set_icon(chip, "close", "ink")
        chip.setLayoutDirection(_mirrored(self.layoutDirection()))
        words = self.tr("Take away the filter: {label}").format(label=label)
        chip.setAccessibleName(words)
        chip.setToolTip(plain_tooltip(words))
        chip.clicked.connect(partial(self._remove, without))
        chip.show()
        return chip

    def _remove(self, without: Mapping[str, Any], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.removed.emit(replace(self._query, **without))

    def _narrowings(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        query, say = self._query, self._context.say
        if query.statuses:
            is_open = set(query.statuses) == OPEN_STATUSES
            words = ", ".join(say(STATUS_WORDS[one]) for one in query.statuses)
            yield self.tr("Open orders") if is_open else words, {"statuses": ()}
        if query.unverified:
            yield _translated("Not verified"), {"unverified": False}
        yield from self._of_the_desk()
        if query.outcomes:
            words = ", ".join(say(OUTCOME_WORDS[one]) for one in query.outcomes)
            yield words, {"outcomes": ()}
        if query.categories:
            words = ", ".join(one or self.tr("not stated") for one in query.categories)
            yield self.tr("Category: {names}").format(names=words), {"categories": ()}
        if query.rules:
            words = ", ".join(say(RULES[one].title) if one in RULES else one for one in query.rules)
            yield words, {"rules": ()}
        if query.municipality_numbers:
            yield self._said_places(query.municipality_numbers), {"municipality_numbers": ()}
        if query.municipality_number:
            yield self._said_places((query.municipality_number,)), {"municipality_number": ""}
        if query.her_id:
            yield f"HER-id {grouped_her_id(query.her_id)}", {"her_id": ""}
        if query.holder:
            yield self.tr("Held by {holder}").format(holder=query.holder), {"holder": ""}
        yield from self._narrowings_in_time(query)

    def _narrowings_in_time(self, query: OrderQuery) -> Iterator[tuple[str, Mapping[str, Any]]]:
        if query.waiting_from is not None or query.waiting_to is not None:
            yield self._said_days(query), {"waiting_from": None, "waiting_to": None}
        if query.happened is not None:
            yield self._said_happening(query, query.happened), _NOTHING_HAPPENED

    def _of_the_desk(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What caseworkers have done with the orders, and not done."""
        if self._query.claimed_until is not None:
            day = exact_date(self._query.claimed_until)
            words = self.tr("Taken on {day} or earlier").format(day=day)
            yield words, {"claimed_until": None}
        if self._query.unread:
            yield self.tr("Unread"), {"unread": False}

    def _said_places(self, numbers: Sequence[str]) -> str:
        wanted = set(numbers)
        if wanted == {""}:
            return self.tr("County not known")
        known = [place for place in self._places if place.number in wanted]
        for county in {place.county for place in known}:
            if wanted == {place.number for place in self._places if place.county == county}:
                return county
        if len(numbers) > _FEW:
            return self.tr("{count} municipalities").format(count=grouped_count(len(numbers)))
        names = {place.number: place.name for place in known}
        return ", ".join(f"{number} {names.get(number, '')}".strip() for number in numbers)

    def _said_happening(self, query: OrderQuery, what: Happening) -> str:
        words = self._context.say(HAPPENING_WORDS[what])
        if query.reason:
            action = _DECISIONS.get(what, Action.REJECT)
            known = REASON_CODES[action].get(query.reason)
            words = f"{words} ({self._context.say(known) if known else query.reason})"
        first, last = query.happened_from, query.happened_to
        if first is None or last is None or first == last:
            days = [exact_date(day) for day in (first, last) if day is not None]
            return " ".join((words, *days[:1]))
        return self.tr("{what} {first} to {last}").format(
            what=words, first=exact_date(first), last=exact_date(last)
        )

    def _said_days(self, query: OrderQuery) -> str:
        first, last = query.waiting_from, query.waiting_to
        if first is None:
            day = exact_date(last) if last else ""
            return self.tr("Waiting since {day} or longer").format(day=day)
        if last is None or first == last:
            return self.tr("Waiting since {day}").format(day=exact_date(first))
        return self.tr("Waiting since {first} to {last}").format(
            first=exact_date(first), last=exact_date(last)
        )


def _translated(text: str) -> str:
    """A text that the list says, too."""
    return QCoreApplication.translate("OrderList", text)


def _mirrored(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The cross stands behind the words."""
    left = Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if direction is left else left

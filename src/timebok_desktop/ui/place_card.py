"""The map in its card: beside it the place in focus in words, behind it the same as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import OUTCOME_WORDS, Outcome
from timebok_desktop.domain.phrases import Language
from timebok_desktop.services.views import PlaceState
from timebok_desktop.ui.cards import Card, button, clear, row
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.place_map import PlaceMap
from timebok_desktop.ui.place_words import (
    HEAVIEST_FIRST,
    names_of,
    oldest_words,
    orders_words,
    outcome_words,
    place_name,
    place_sentence,
    place_tone,
)
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.shape_label import ShapeLabel
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import grouped_count

_KEY = "F2"
_LETTERS = 34
"""The least room for the words beside the map."""
_ROWS = 16


class PlaceCard(Card):
    """`chosen(number)` tells whose orders are wanted; "" those of no known municipality."""

    chosen = Signal(str)

    def __init__(
        self, language: Language, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._language, self._today = language, today
        self.setObjectName("placeCard")
        title = self.tr("Municipalities with open orders")
        self.head.addWidget(Text(title, "heading"), 1)
        self.switch = button(self.tr("Show as table (F2)"), self.turn, look="quiet")
        self.head.addWidget(self.switch)
        self.body.addLayout(self.head)
        self.map = PlaceMap(self._sentence)
        self.map.setAccessibleName(
            self.tr(
                "{title}, map. Arrow keys go from place to place, letters to a name, Page Up and "
                "Page Down through the counties. Return shows the orders, F2 the table."
            ).format(title=title)
        )
        self.table = RecordTable[PlaceState]("placeTable", title, self._columns())
        self.table.setMinimumHeight(_ROWS * 2 * QFontMetrics(font()).height())
        self.table.hide()
        self._beside = self._words()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(SPACE.xl)
        self._row.addWidget(self.map, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(self._row)
        self.body.addWidget(self.table)
        self.map.chosen.connect(self.chosen)
        self.map.wandered.connect(self._show_place)
        self.table.opened.connect(lambda place: self.chosen.emit(place.number))
        shortcut = QShortcut(QKeySequence(_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.turn)

    def show_places(self, places: Sequence[PlaceState]) -> None:
        """Show other counts, in both forms."""
        self.map.show_places([place for place in places if place.number])
        self._show_states([place for place in places if place.number])
        self.table.show_records(
            sorted(places, key=lambda place: -place.open_orders), key=lambda place: place.number
        )
        lost = next((place for place in places if not place.number), None)
        self.lost.setVisible(lost is not None)
        if lost is not None:
            self.lost.setText(
                self.tr("Not on the map: {orders} of an unknown municipality").format(
                    orders=orders_words(lost)
                )
            )
            self.lost.setAccessibleName(self.lost.text())

    def turn(self) -> None:
        """Turn the map into its table, or back; the focus comes along."""
        as_table = self.table.isHidden()
        focused = self.map.hasFocus() or self.table.hasFocus()
        self.table.setVisible(as_table)
        self.map.setVisible(not as_table)
        self._beside.setVisible(not as_table)
        self.switch.setText(
            self.tr("Show as map (F2)") if as_table else self.tr("Show as table (F2)")
        )
        self.switch.setAccessibleName(self.switch.text())
        if focused:
            (self.table if as_table else self.map).setFocus(Qt.FocusReason.OtherFocusReason)
        if as_table and not self.table.currentIndex().isValid() and self.table.records.rowCount():
            self.table.select_row(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stand below the map where there is no room beside it."""
        super().resizeEvent(event)
        words = _LETTERS * QFontMetrics(font()).averageCharWidth()
        wide = self.width() >= self.map.sizeHint().width() + words + SPACE.xl
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )

    def _sentence(self, place: PlaceState) -> str:
        return place_sentence(place, self._today(), self._language)

    def _words(self) -> QWidget:
        beside = QWidget()
        layout = QVBoxLayout(beside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        self._name = Text("", "heading", wrap=True)
        self._county = Text("", "muted", wrap=True)
        self._counts = QVBoxLayout()
        self._counts.setSpacing(SPACE.xs)
        self.open_button = button(self.tr("Show the orders"), self._open_current)
        self.lost = button(
            "",
            lambda: self.chosen.emit(""),
            look="quiet",
            name=self.tr("Orders of an unknown municipality"),
        )
        self.lost.hide()
        for one in (self._name, self._county):
            layout.addWidget(one)
        layout.addLayout(self._counts)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(SPACE.l)
        layout.addLayout(self._key())
        layout.addWidget(self.lost, 0, Qt.AlignmentFlag.AlignLeft)
        return beside

    def _key(self) -> QVBoxLayout:
        key = QVBoxLayout()
        key.setSpacing(SPACE.xs)
        key.addWidget(
            Text(
                self.tr(
                    "The larger the mark, the more open orders. Its shape tells the heaviest "
                    "outcome among them; a dot has none."
                ),
                "muted",
                wrap=True,
            )
        )
        self._states = QVBoxLayout()
        self._states.setSpacing(SPACE.xs)
        key.addLayout(self._states)
        return key

    def _show_states(self, places: Sequence[PlaceState]) -> None:
        """How many municipalities have each state, so that the key is an answer, too."""
        found = Counter(place_tone(place) for place in places if place.open_orders)
        tones: list[tuple[Tone, str]] = [
            (TONE_OF_OUTCOME[outcome], OUTCOME_WORDS[outcome].text(self._language))
            for outcome in HEAVIEST_FIRST
        ]
        clear(self._states)
        for tone, words in (*tones, ("neutral", self.tr("Not verified"))):
            if not found[tone]:
                continue
            told = self.tr("{state} in {count} municipalities")
            if found[tone] == 1:
                told = self.tr("{state} in 1 municipality")
            told = told.format(state=words, count=grouped_count(found[tone]))
            self._states.addLayout(_with_shape(tone, told))

    def _show_place(self, place: PlaceState) -> None:
        self._name.setText(place_name(place))
        oldest = oldest_words(place, self._today())
        told = [place.county, orders_words(place)]
        if oldest:
            told.append(self.tr("oldest: {age}").format(age=oldest))
        self._county.setText(" · ".join(told))
        clear(self._counts)
        for words, count, tone in outcome_words(place, self._language):
            self._counts.addLayout(_with_shape(tone, f"{words}: {grouped_count(count)}"))
        self.open_button.setEnabled(place.open_orders > 0)
        self.open_button.setAccessibleName(
            self.tr("Show the orders of {place}").format(place=place_name(place))
        )

    def _open_current(self) -> None:
        if self.map.current is not None:
            self.chosen.emit(self.map.current.number)

    def _columns(self) -> tuple[Column[PlaceState], ...]:
        return (
            Column(
                self.tr("Municipality"),
                lambda place: names_of(place) or place_name(place),
                order=lambda place: _alphabetical(place.name),
                stretch=True,
                tone=lambda place: place_tone(place) if place.open_orders else None,
            ),
            Column(self.tr("Number"), lambda place: place.number, width=80),
            Column(
                self.tr("County"),
                lambda place: place.county,
                order=lambda place: _alphabetical(place.county),
                width=150,
            ),
            _counting(self.tr("Open orders"), lambda place: place.open_orders, 120),
            *(
                _counting(OUTCOME_WORDS[outcome].text(self._language), _of(outcome), 100)
                for outcome in HEAVIEST_FIRST
            ),
            _counting(self.tr("Not verified"), lambda place: place.by_outcome.get("", 0), 130),
            Column(
                self.tr("Oldest has waited"),
                lambda place: oldest_words(place, self._today()) or "–",
                order=lambda place: -(place.oldest or date.max).toordinal(),
                width=150,
            ),
        )


def _with_shape(tone: Tone, words: str) -> QHBoxLayout:
    return row(ShapeLabel(tone), Text(words), None)


def _of(outcome: Outcome) -> Callable[[PlaceState], int]:
    return lambda place: place.by_outcome.get(outcome.value, 0)


def _counting(title: str, count: Callable[[PlaceState], int], width: int) -> Column[PlaceState]:
    return Column(
        title, lambda place: grouped_count(count(place)), order=count, numeric=True, width=width
    )


def _alphabetical(name: str) -> str:
    """In the order of the Norwegian alphabet: æ, ø, å last."""
    return name.casefold().translate(str.maketrans("æøå", "{|}"))

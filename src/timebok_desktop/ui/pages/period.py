"""The part of the overview that looks back: what happened in a period, chosen by the reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from timebok_desktop.domain.workflow import DECISION_WORDS, Action
from timebok_desktop.services.figure_views import DayFigures, Figures, RuleFigures
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.views import (
    HAPPENING_WORDS,
    Happening,
    OrderQuery,
    RuleDescription,
)
from timebok_desktop.ui.cards import Card, button, choice_field
from timebok_desktop.ui.charts import Bar, ChartCard
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.pages.waits import WaitCard
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.theme import SPACE
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import exact_date, grouped_count

_MOST_DAYS = 31
"""A longer period is told week by week."""
_ROWS = 12
_HAPPENED = {
    Action.REJECT: Happening.REJECTED,
    Action.REQUEST_INFORMATION: Happening.REQUESTED,
}
_COUNTED = (
    Happening.RECEIVED,
    Happening.DECIDED,
    Happening.EXPORTED,
    Happening.ACKNOWLEDGED,
)


class Volume(NamedTuple):
    """What happened on a day, or in the week that begins on it."""

    begins: date
    words: str
    counts: tuple[int, int, int, int]


class PeriodSection(QWidget):
    """`wanted()` when another period, county or category was chosen; `reportWanted()` and
    `printWanted()`; `ordersWanted(OrderQuery, county)` which orders a bar or a row counts, the
    county None where they are those of all.
    """

    wanted = Signal()
    reportWanted = Signal()
    printWanted = Signal()
    ordersWanted = Signal(object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("periodSection")
        self._context = context
        self._titles: Mapping[str, RuleDescription] = {}
        self._days: tuple[date | None, date | None] = (None, None)
        self._long = False
        self.period = choice_field(self.tr("Period"), self._periods())
        self.county = choice_field(self.tr("County"), [("", self.tr("All counties"))])
        self.category = choice_field(self.tr("Category"), [("", self.tr("All categories"))])
        for box in (self.period, self.county, self.category):
            box.currentIndexChanged.connect(lambda _index: self.wanted.emit())
        count, orders = self.tr("Count"), self.tr("Orders")
        self.volume = ChartCard(self.tr("Through the desk"), self.tr("What"), orders)
        self.decisions = ChartCard(self.tr("Decisions"), self.tr("Decision"), count)
        self.reasons = ChartCard(self.tr("Reasons for returns"), self.tr("Reason"), count)
        self.days = RecordTable[Volume]("volumeTable", self.tr("Day by day"), self._columns())
        self.rules = RecordTable[RuleFigures](
            "overruledTable", self.tr("Rules and overruling"), self._rule_columns()
        )
        self.waits = WaitCard()
        self._lead_on()
        self._lay_out()

    def show_choices(self, counties: Sequence[str], categories: Sequence[str]) -> None:
        """What can be chosen; a choice that was made stays."""
        for box, names in ((self.county, counties), (self.category, categories)):
            _fill(box, names)

    def show_figures(self, figures: Figures, rules: Mapping[str, RuleDescription]) -> None:
        """Show the figures of the chosen period."""
        self._titles = rules
        self.span.setText(
            self.tr("{first} to {last}").format(
                first=exact_date(figures.first), last=exact_date(figures.last)
            )
        )
        self._days, self._long = (figures.first, figures.last), is_by_week(figures)
        self.volume.show_bars(
            [
                self._bar(Happening.RECEIVED, figures.received),
                self._bar(Happening.DECIDED, figures.decided),
                self._bar(Happening.EXPORTED, figures.exported),
                self._bar(Happening.ACKNOWLEDGED, figures.acknowledged),
                self._bar(Happening.FAILED, figures.failed, "stop"),
            ]
        )
        self.decisions.show_bars(
            [
                self._bar(Happening.FIRST_APPROVAL, figures.approved_first),
                self._bar(Happening.APPROVED, figures.approved, "clear"),
                self._bar(Happening.REJECTED, figures.rejected, "stop"),
                self._bar(Happening.REQUESTED, figures.requested),
                self._bar(Happening.HELD, figures.held),
                self._bar(Happening.WITHDRAWN, figures.withdrawn),
            ]
        )
        self.reasons.show_bars(self._reasons(figures))
        self.days.show_records(volumes(figures, self.tr("week {week}, {year}")), key=_begins)
        self.rules.show_records(figures.rules, key=lambda one: one.code)
        self.waits.show_waits(figures.waits)
        for table in (self.days, self.rules):
            table.fit_height(_ROWS)

    def arrange(self, columns: int) -> None:
        """Put the charts beside each other where there is room."""
        while self._beside.takeAt(0) is not None:
            pass
        for place, chart in enumerate((self.volume, self.decisions)):
            self._beside.addWidget(chart, place // columns, place % columns)
        for column in range(2):
            self._beside.setColumnStretch(column, int(column < columns))

    def first_day(self, today: date) -> date | None:
        """The first day of the chosen period; None from the beginning."""
        return first_day_of(str(self.period.currentData()), today)

    def _periods(self) -> list[tuple[str, str]]:
        return [
            ("week", self.tr("This week")),
            ("month", self.tr("This month")),
            ("quarter", self.tr("This quarter")),
            ("year", self.tr("This year")),
            ("all", self.tr("From the beginning")),
        ]

    def _lay_out(self) -> None:
        self.span = Text("", "muted", wrap=True)
        choices = FlowLayout(spacing=SPACE.s)
        for box in (self.period, self.county, self.category):
            choices.addWidget(box)
        choices.addWidget(button(self.tr("Save day report"), self.reportWanted.emit))
        choices.addWidget(button(self.tr("Print day report"), self.printWanted.emit))
        days, rules = Card(self.tr("Day by day")), Card(self.tr("Rules and overruling"))
        days.body.addWidget(self.days)
        rules.body.addWidget(
            Text(
                self.tr(
                    "Of the orders that were decided on: how many had a finding of the rule, and "
                    "how many of them were approved in spite of it."
                ),
                "muted",
                wrap=True,
            )
        )
        rules.body.addWidget(self.rules)
        self._beside = QGridLayout()
        self._beside.setSpacing(SPACE.m)
        self.arrange(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.l, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(Text(self.tr("What happened"), "heading"))
        layout.addLayout(choices)
        layout.addWidget(self.span)
        layout.addLayout(self._beside)
        for part in (self.reasons, self.waits, days, rules):
            layout.addWidget(part)

    def _reasons(self, figures: Figures) -> list[Bar]:
        returned = {
            (action, code): count
            for (action, code), count in figures.reasons.items()
            if action in {Action.REJECT, Action.REQUEST_INFORMATION}
        }

        def words(action: Action, code: str) -> str:
            reason = self._context.say(REASON_CODES[action][code])
            return f"{reason} ({self._context.say(DECISION_WORDS[action]).lower()})"

        ordered = sorted(returned.items(), key=lambda one: (-one[1], one[0]))
        return [
            Bar(f"{_HAPPENED[action]}/{code}", words(action, code), count)
            for (action, code), count in ordered
        ]

    def _bar(self, what: Happening, count: int, tone: Tone = "neutral") -> Bar:
        words = self._context.say(HAPPENING_WORDS[what])
        return Bar(what.value, words, count, tone, tone != "neutral", leads=count > 0)

    def _lead_on(self) -> None:
        """Each bar and row shows the orders that it counts."""
        for chart in (self.volume, self.decisions, self.reasons):
            chart.chosen.connect(self._want_bar)
        self.days.opened.connect(self._want_days)
        self.rules.opened.connect(
            lambda one: self._want(OrderQuery(happened=Happening.JUDGED, rules=(one.code,)))
        )
        self.waits.chosen.connect(self._want_waited)
        told = self.tr("Return shows the orders behind the number.")
        for table in (self.days, self.rules, self.waits.table):
            table.setAccessibleDescription(told)

    def _want_bar(self, key: str) -> None:
        what, _, reason = key.partition("/")
        self._want(OrderQuery(happened=Happening(what), reason=reason))

    def _want_days(self, one: Volume) -> None:
        """Of the number that is current, else what came in."""
        place = max(0, self.days.currentIndex().column() - 1)
        if one.counts[place]:
            last = one.begins + timedelta(days=6 if self._long else 0)
            first_of_all, last_of_all = self._days
            first = max(one.begins, first_of_all or one.begins)
            self._want(
                OrderQuery(
                    happened=_COUNTED[place],
                    happened_from=first,
                    happened_to=min(last, last_of_all or last),
                )
            )

    def _want_waited(self, county: str | None, category: str | None) -> None:
        categories = () if category is None else (category,)
        self._want(OrderQuery(happened=Happening.DECIDED, categories=categories), county)

    def _want(self, query: OrderQuery, county: str | None = None) -> None:
        """Within the chosen period, county and category."""
        first, last = self._days
        category = str(self.category.currentData())
        query = replace(
            query,
            happened_from=query.happened_from or first,
            happened_to=query.happened_to or last,
            categories=query.categories or ((category,) if category else ()),
        )
        self.ordersWanted.emit(
            query, self.county.currentData() or None if county is None else county
        )

    def _columns(self) -> tuple[Column[Volume], ...]:
        titles = (
            self.tr("Received"),
            self.tr("Decided"),
            self.tr("Exported"),
            self.tr("Acknowledged"),
        )
        return (
            Column(self.tr("Day or week"), lambda one: one.words, order=_begins, stretch=True),
            *(_counted(title, place) for place, title in enumerate(titles)),
        )

    def _rule_columns(self) -> tuple[Column[RuleFigures], ...]:
        return (
            Column(self.tr("Rule"), self._title_of, stretch=True, width=240),
            Column(
                self.tr("Had it"),
                lambda one: grouped_count(one.fired),
                order=lambda one: one.fired,
                numeric=True,
                width=90,
            ),
            Column(
                self.tr("Approved anyway"),
                lambda one: grouped_count(one.overruled),
                order=lambda one: one.overruled,
                numeric=True,
                width=140,
            ),
            Column(
                self.tr("Share"),
                lambda one: f"{round(100 * one.overruled / one.fired)} %",
                order=lambda one: one.overruled / one.fired,
                numeric=True,
                width=80,
            ),
        )

    def _title_of(self, one: RuleFigures) -> str:
        known = self._titles.get(one.code)
        return self._context.say(known.title) if known else one.code


def first_day_of(period: str, today: date) -> date | None:
    """The first day of the period that `today` lies in; None where it has no beginning."""
    match period:
        case "week":
            return today - timedelta(days=today.weekday())
        case "month":
            return today.replace(day=1)
        case "quarter":
            return today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        case "year":
            return today.replace(month=1, day=1)
    return None


def is_by_week(figures: Figures) -> bool:
    """Whether the period is too long to be told day by day."""
    return (figures.last - figures.first).days >= _MOST_DAYS


def volumes(figures: Figures, week_words: str) -> list[Volume]:
    """Newest first: day by day, or week by week where the period is long."""
    by_week = is_by_week(figures)
    found: defaultdict[date, list[DayFigures]] = defaultdict(list)
    for one in figures.days:
        found[one.day - timedelta(days=one.day.weekday()) if by_week else one.day].append(one)

    def words(day: date) -> str:
        year, week, _ = day.isocalendar()
        return week_words.format(week=week, year=year) if by_week else exact_date(day)

    return [
        Volume(
            day,
            words(day),
            (
                sum(one.received for one in days),
                sum(one.decided for one in days),
                sum(one.exported for one in days),
                sum(one.acknowledged for one in days),
            ),
        )
        for day, days in sorted(found.items(), reverse=True)
    ]


def _begins(one: Volume) -> date:
    return one.begins


def _counted(title: str, place: int) -> Column[Volume]:
    return Column(
        title,
        lambda one: grouped_count(one.counts[place]),
        order=lambda one: one.counts[place],
        numeric=True,
        width=110,
    )


def _fill(box: QComboBox, names: Sequence[str]) -> None:
    box.blockSignals(True)
    chosen = box.currentData()
    while box.count() > 1:
        box.removeItem(1)
    for name in names:
        box.addItem(name, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)

"""The part of the overview that looks back: what happened in a period, chosen by the reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from timebok_desktop.domain.workflow import DECISION_WORDS, Action
from timebok_desktop.services.figure_views import DayFigures, Figures, RuleFigures
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.views import RuleDescription
from timebok_desktop.ui.cards import Card, button, choice_field
from timebok_desktop.ui.charts import Bar, ChartCard
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.wording import exact_date, grouped_count

_MOST_DAYS = 31
"""A longer period is told week by week."""
_ROWS = 8


class Volume(NamedTuple):
    """What happened on a day, or in the week that begins on it."""

    begins: date
    words: str
    counts: tuple[int, int, int, int]


class PeriodSection(QWidget):
    """`wanted()` when another period, county or category was chosen; `reportWanted()`."""

    wanted = Signal()
    reportWanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("periodSection")
        self._context = context
        self._titles: Mapping[str, RuleDescription] = {}
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
        self.volume.show_bars(
            [
                Bar("received", self.tr("Received"), figures.received),
                Bar("decided", self.tr("Approved or rejected"), figures.decided),
                Bar("exported", self.tr("Exported"), figures.exported),
                Bar("acknowledged", self.tr("Acknowledged"), figures.acknowledged),
            ]
        )
        self.decisions.show_bars(
            [
                Bar("first", self.tr("First approval"), figures.approved_first),
                Bar("approved", self.tr("Approved"), figures.approved, "clear", True),
                Bar("rejected", self.tr("Rejected"), figures.rejected, "stop", True),
                Bar("requested", self.tr("Information requested"), figures.requested),
                Bar("held", self.tr("Put on hold"), figures.held),
                Bar("withdrawn", self.tr("Withdrawn"), figures.withdrawn),
            ]
        )
        self.reasons.show_bars(self._reasons(figures))
        self.days.show_records(volumes(figures, self.tr("week {week}, {year}")), key=_begins)
        self.rules.show_records(figures.rules, key=lambda one: one.code)

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
        for table in (self.days, self.rules):
            table.setMinimumHeight(_ROWS * 2 * QFontMetrics(font()).height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE.l, 0, 0)
        layout.setSpacing(SPACE.m)
        layout.addWidget(Text(self.tr("What happened"), "heading"))
        layout.addLayout(choices)
        layout.addWidget(self.span)
        for part in (self.volume, self.decisions, self.reasons, days, rules):
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
            Bar(f"{action}/{code}", words(action, code), count) for (action, code), count in ordered
        ]

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


def volumes(figures: Figures, week_words: str) -> list[Volume]:
    """Newest first: day by day, or week by week where the period is long."""
    by_week = (figures.last - figures.first).days >= _MOST_DAYS
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

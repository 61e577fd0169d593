"""The overview page: the state of the desk in numbers and bars. It counts nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from timebok_desktop.domain.codes import (
    LEAVING_STATUSES,
    OPEN_STATUSES,
    OUTCOME_WORDS,
    STATUS_WORDS,
    Outcome,
    Status,
)
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.services.ports_reports import ReportDocument
from timebok_desktop.services.views import OrderQuery, Overview, RuleDescription
from timebok_desktop.ui.cards import Card, EmptyState, button, clear, row, scrolled
from timebok_desktop.ui.charts import Bar, ChartCard
from timebok_desktop.ui.file_choice import FileQuestion
from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.page import Page
from timebok_desktop.ui.pages.age_range import waiting_between
from timebok_desktop.ui.pages.period import PeriodSection
from timebok_desktop.ui.place_card import PlaceCard
from timebok_desktop.ui.plain import plain_tooltip
from timebok_desktop.ui.printing import ChoosePrinter, choose_printer, print_report
from timebok_desktop.ui.shapes import TONE_OF_OUTCOME, TONE_OF_SEVERITY, tone_of_status
from timebok_desktop.ui.theme import SPACE, font
from timebok_desktop.ui.tokens import Tone
from timebok_desktop.ui.wording import exact_date, grouped_count

_WIDE = 760
"""From this width on there are two columns of charts."""
_OPEN = tuple(sorted(OPEN_STATUSES))


class OverviewPage(Page):
    """Headline numbers and charts; each bar shows its orders in the queue."""

    object_name = "overviewPage"

    def build(self) -> None:
        """Make the widgets of the page."""
        self.add_title(
            self.tr("Overview"),
            self.tr("Open orders now. Choose a bar to see its orders; each chart has a table."),
        )
        self._rule_titles: dict[str, RuleDescription] = {}
        self._headlines = QGridLayout()
        self._headlines.setSpacing(SPACE.m)
        self.charts: dict[str, ChartCard] = {}
        for name, title, label in self._declared():
            card = ChartCard(title, label, self.tr("Orders"))
            card.setObjectName(f"{name}Chart")
            self.charts[name] = card
        self.charts["status"].chosen.connect(
            lambda key: self._want(OrderQuery(statuses=(Status(key),)))
        )
        self.charts["outcome"].chosen.connect(self._want_outcome)
        self.charts["category"].chosen.connect(
            lambda key: self._want(OrderQuery(statuses=_OPEN, categories=(key,)))
        )
        self.charts["age"].chosen.connect(self._want_age)
        self.charts["rule"].chosen.connect(
            lambda key: self._want(OrderQuery(statuses=_OPEN, rules=(key,)))
        )
        self.charts["county"].chosen.connect(self._want_county)
        self.places = PlaceCard(self.context.language, lambda: norwegian_day(self.context.now()))
        self.places.chosen.connect(self._want_place)
        self.happened = PeriodSection(self.context)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        self._columns = 0
        self._arrange()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, SPACE.s, 0)
        layout.setSpacing(SPACE.m)
        layout.addLayout(self._headlines)
        layout.addWidget(self.places)
        layout.addLayout(row(*self._sides, spacing=SPACE.m))
        layout.addWidget(self.charts["rule"])
        self.happened.wanted.connect(self._ask_figures)
        self.happened.reportWanted.connect(self._save_report)
        self.happened.printWanted.connect(self._print_report)
        self.happened.ordersWanted.connect(self._want_of)
        self.choose_printer: ChoosePrinter = choose_printer
        layout.addWidget(self.happened)
        layout.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(inner))
        self._stack.addWidget(self._nothing())
        self.content.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Ask for the numbers."""
        if not self._rule_titles:
            self.ask(self.desk.rules, done=self._keep_rules, latest="rules")
        self.ask(self.desk.overview, done=self._show, latest="overview")
        self._ask_figures()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column of charts where there is little room."""
        super().resizeEvent(event)
        if self._built:
            self._arrange()

    def _declared(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("outcome", self.tr("What verification found"), self.tr("Outcome")),
            ("age", self.tr("Working days waited"), self.tr("Working days")),
            ("category", self.tr("Categories"), self.tr("Category")),
            ("status", self.tr("Where all orders stand"), self.tr("Status")),
            ("county", self.tr("Counties"), self.tr("County")),
            ("rule", self.tr("Rules that fire most often"), self.tr("Rule")),
        )

    def _arrange(self) -> None:
        columns = 2 if self.width() >= _WIDE * self.fontMetrics().averageCharWidth() / 7 else 1
        if columns == self._columns:
            return
        self._columns = columns
        self.happened.arrange(columns)
        for side in self._sides:
            while side.takeAt(0) is not None:
                pass
        beside = [card for name, card in self.charts.items() if name != "rule"]
        for place, card in enumerate(beside):
            self._sides[place % columns].addWidget(card)
        for side in self._sides[:columns]:
            side.setSpacing(SPACE.m)
            side.addStretch(1)

    def _nothing(self) -> QWidget:
        return EmptyState(
            self.tr("Nothing to count yet"),
            self.tr(
                "When orders have been imported, this page shows how many there are, how long "
                "they have waited and what stops them."
            ),
            button(self.tr("Go to the orders"), lambda: self.context.pageWanted.emit("orders", "")),
        )

    def _keep_rules(self, rules: tuple[RuleDescription, ...]) -> None:
        self._rule_titles = {rule.code: rule for rule in rules}

    def _show(self, overview: Overview) -> None:
        self._stack.setCurrentIndex(0 if any(overview.by_status.values()) else 1)
        self._show_headlines(overview)
        say = self.context.say
        self.charts["status"].show_bars(
            [
                Bar(status.value, say(STATUS_WORDS[status]), count, tone_of_status(status), True)
                for status in Status
                if (count := overview.by_status.get(status, 0))
            ]
        )
        self.charts["outcome"].show_bars(self._outcomes(overview.by_outcome))
        self.charts["age"].show_bars([Bar(key, key, count) for key, count in overview.ages.items()])
        self.charts["rule"].show_bars(self._rules(overview.by_rule))
        for name, counts in (("category", overview.by_category), ("county", overview.by_county)):
            self.charts[name].show_bars(_by_size(counts, self.tr("not stated")))
        self.places.setVisible(bool(overview.places))
        self.places.show_places(overview.places)
        self.happened.show_choices(
            sorted({place.county for place in overview.places if place.county}),
            sorted(overview.by_category),
        )
        for name, card in self.charts.items():
            card.setVisible(bool(card.chart.accessibleDescription()) or name == "status")

    def _outcomes(self, counts: Mapping[str, int]) -> list[Bar]:
        bars = [
            Bar(
                outcome.value,
                self.context.say(OUTCOME_WORDS[outcome]),
                counts[outcome.value],
                TONE_OF_OUTCOME[outcome],
                True,
            )
            for outcome in reversed(Outcome)
            if counts.get(outcome.value)
        ]
        if counts.get(""):
            bars.append(Bar("", self.tr("Not verified"), counts[""], "neutral", True))
        return bars

    def _rules(self, counts: Mapping[str, int]) -> list[Bar]:
        def bar(code: str, count: int) -> Bar:
            known = self._rule_titles.get(code)
            label = self.context.say(known.title) if known else code
            tone: Tone = TONE_OF_SEVERITY[known.severity] if known else "neutral"
            return Bar(code, label, count, tone, True)

        found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return [bar(code, count) for code, count in found[:10]]

    def _show_headlines(self, overview: Overview) -> None:
        clear(self._headlines)
        waiting = overview.by_status.get(Status.AWAITING_SECOND_APPROVAL, 0)
        ready = sum(overview.by_status.get(status, 0) for status in LEAVING_STATUSES)
        numbers = (
            (
                grouped_count(overview.open_orders),
                self.tr("open order(s)", "", overview.open_orders),
                "",
            ),
            (grouped_count(overview.by_outcome.get("stopped", 0)), self.tr("stopped"), ""),
            (grouped_count(waiting), self.tr("await second approval"), ""),
            (grouped_count(ready), self.tr("ready to export", "", ready), ""),
            self._oldest(overview),
        )
        for place, (number, words, detail) in enumerate(numbers):
            self._headlines.addWidget(_headline(number, words, detail), 0, place)
            self._headlines.setColumnStretch(place, 1)

    def _oldest(self, overview: Overview) -> tuple[str, str, str]:
        if overview.oldest_open is None:
            return ("–", self.tr("working day(s) for the oldest", "", 0), "")
        today = norwegian_day(self.context.now())
        days = working_days_between(overview.oldest_open, today)
        return (
            grouped_count(days),
            self.tr("working day(s) for the oldest", "", days),
            self.tr("has waited since {date}").format(date=exact_date(overview.oldest_open)),
        )

    def _want(self, query: OrderQuery) -> None:
        self.context.queueWanted.emit(query)

    def _want_of(self, query: OrderQuery, county: str | None) -> None:
        if county is None:
            self._want(query)
        else:
            self._want_in(query, county)

    def _want_age(self, group: str) -> None:
        first, last = waiting_between(group, norwegian_day(self.context.now()))
        self._want(OrderQuery(statuses=_OPEN, waiting_from=first, waiting_to=last))

    def _want_county(self, county: str) -> None:
        self._want_in(OrderQuery(statuses=_OPEN), county)

    def _want_in(self, query: OrderQuery, county: str) -> None:
        def answer(numbers: tuple[str, ...]) -> None:
            self._want(replace(query, municipality_numbers=numbers))

        self.ask(self._municipalities_of, county, done=answer, latest="county")

    def _municipalities_of(self, county: str) -> tuple[str, ...]:
        table = self.desk.table("municipalities")
        number, name = table.columns.index("municipality_number"), table.columns.index("county")
        return tuple(row[number] for row in table.rows if row[name] == county) or ("",)

    def _want_place(self, number: str) -> None:
        if number:
            self._want(OrderQuery(statuses=_OPEN, municipality_numbers=(number,)))
        else:
            self._want_county("")

    def _ask_figures(self) -> None:
        today, section = norwegian_day(self.context.now()), self.happened
        self.ask(
            self.desk.figures,
            section.first_day(today),
            today,
            section.county.currentData(),
            section.category.currentData(),
            done=lambda figures: section.show_figures(figures, self._rule_titles),
            latest="figures",
        )

    def _save_report(self) -> None:
        day = norwegian_day(self.context.now()).isoformat()
        name = self.tr("day-report-{day}.pdf").format(day=day)
        question = FileQuestion(self.tr("Save the day report"), "save", "PDF (*.pdf)", name)
        path = self.context.choose_file(self, question)
        if path is None:
            return
        self.act(
            partial(self.desk.save_day_report, replaces=True),
            path,
            self.context.language,
            words=self.tr("Saving the day report"),
            done=lambda _report: self.context.tell(
                self.tr("The day report is saved: {path}").format(path=path), "clear"
            ),
            lasting=False,
        )

    def _print_report(self) -> None:
        self.ask(self.desk.day_report_sheets, self.context.language, done=self._print_sheets)

    def _print_sheets(self, report: ReportDocument) -> None:
        try:
            printer = self.choose_printer(self, report.title)
        except RefusedError as error:
            self.tell_failure(error)
            return
        if printer is None:
            return
        if print_report(report, printer):
            self.context.tell(self.tr("The day report has been sent to the printer."), "clear")
        else:
            self.context.tell(
                self.tr(
                    "The printer did not take the day report. See to the printer and try again, "
                    "or save the report as PDF."
                ),
                "stop",
            )

    def _want_outcome(self, key: str) -> None:
        outcomes = (Outcome(key),) if key else ()
        self._want(OrderQuery(statuses=_OPEN, outcomes=outcomes, unverified=not key))


def _by_size(counts: Mapping[str, int], unknown: str) -> Sequence[Bar]:
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Bar(name, name or unknown, count) for name, count in found]


def _headline(number: str, words: str, detail: str) -> Card:
    card = Card()
    figure = Text(number, "title")
    figure.setFont(font("title", tabular=True))
    card.body.setSpacing(0)
    card.body.addWidget(figure)
    card.body.addWidget(Text(words, "muted", wrap=True))
    card.body.addStretch(1)  # all numbers stand on one line, however long their words
    if detail:
        card.setToolTip(plain_tooltip(detail))
    figure.setAccessibleName(f"{number} {words} {detail}".strip())
    return card

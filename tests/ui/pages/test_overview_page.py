"""The overview page: numbers, bars, and the way from a bar to its orders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import OPEN_STATUSES, Outcome, Status
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.pages.age_range import waiting_between
from timebok_desktop.ui.pages.overview import OverviewPage

Make = Callable[..., Any]
OPEN = tuple(sorted(OPEN_STATUSES))


@pytest.mark.parametrize(
    ("chart", "row", "query"),
    [
        ("outcome", 0, OrderQuery(statuses=OPEN, outcomes=(Outcome.STOPPED,))),
        ("status", 0, OrderQuery(statuses=(Status.RECEIVED,))),
        ("category", 0, OrderQuery(statuses=OPEN, categories=("Koronavaksine",))),
        ("rule", 0, OrderQuery(statuses=OPEN, rules=("HER-OWNER",))),
        ("county", 0, OrderQuery(statuses=OPEN, municipality_numbers=("3405", "3440"))),
    ],
)
def test_that_a_bar_shows_its_orders_in_the_queue(
    make_page: Make, qtbot: QtBot, chart: str, row: int, query: OrderQuery
) -> None:
    page = make_page(OverviewPage)
    wanted: list[OrderQuery] = []
    page.context.queueWanted.connect(wanted.append)
    bars = page.charts[chart].chart
    bars.setFocus()
    for _ in range(row):
        qtbot.keyClick(bars, Qt.Key.Key_Down)
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert page.tasks.settle(10)
    assert wanted == [query]


def test_that_an_age_shows_the_orders_of_those_days(make_page: Make) -> None:
    page = make_page(OverviewPage)
    wanted: list[OrderQuery] = []
    page.context.queueWanted.connect(wanted.append)
    page.charts["age"].chosen.emit("3-5")
    (query,) = wanted
    assert query.waiting_from == date(2026, 11, 16)
    assert query.waiting_to == date(2026, 11, 18)


@pytest.mark.parametrize("group", ["0", "1", "2", "3-5", "6-10", "11+"])
def test_that_the_days_of_an_age_are_exactly_those_with_that_age(group: str) -> None:
    today = date(2026, 5, 19)  # after a public holiday
    first, last = waiting_between(group, today)
    low, high = {"0": (0, 0), "1": (1, 1), "2": (2, 2), "3-5": (3, 5), "6-10": (6, 10)}.get(
        group, (11, None)
    )
    for day in (date.fromordinal(today.toordinal() - back) for back in range(40)):
        age = working_days_between(day, today)
        inside = low <= age and (high is None or age <= high)
        assert inside == ((first is None or first <= day) and day <= last)


def test_that_each_chart_turns_into_its_table(make_page: Make, click: Any) -> None:
    page = make_page(OverviewPage)
    card = page.charts["category"]
    card.turn()
    assert card.table.isVisible()
    assert card.table.records.index(0, 0).data() == "Koronavaksine"
    assert card.table.records.index(0, 1).data() == "19"


def test_that_rules_are_named_in_words(make_page: Make) -> None:
    page = make_page(OverviewPage)
    assert (
        page.charts["rule"].table.records.index(0, 0).data() == "Parten eies av en annen virksomhet"
    )


def test_that_an_empty_desk_leads_to_the_orders(make_page: Make, click: Any) -> None:
    page = make_page(OverviewPage, FakeDesk(rows=()))
    wanted: list[str] = []
    page.context.pageWanted.connect(lambda key, _subject: wanted.append(key))
    click(page, "Gå til bestillingene")
    assert wanted == ["orders"]


def test_that_a_narrow_page_has_one_column_of_charts(make_page: Make) -> None:
    page = make_page(OverviewPage)
    outcome, age = page.charts["outcome"], page.charts["age"]
    assert outcome.y() == age.y()
    page.resize(600, 700)
    page.layout().activate()
    assert page._columns == 1

"""The part of the overview that looks back: periods, choices, and the day report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk

from timebok_desktop.services.figure_views import DayFigures, Figures
from timebok_desktop.ui.pages.overview import OverviewPage
from timebok_desktop.ui.pages.period import first_day_of, volumes

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("period", "first"),
    [
        ("week", date(2026, 11, 16)),
        ("month", date(2026, 11, 1)),
        ("quarter", date(2026, 10, 1)),
        ("year", date(2026, 1, 1)),
        ("all", None),
    ],
)
def test_that_a_period_begins_on_its_first_day(period: str, first: date | None) -> None:
    assert first_day_of(period, date(2026, 11, 20)) == first


def test_that_what_is_chosen_is_asked_for(make_page: Make, fake_desk: FakeDesk) -> None:
    page = make_page(OverviewPage)
    section = page.happened
    section.period.setCurrentIndex(section.period.findData("year"))
    section.county.setCurrentIndex(section.county.findData("Oslo"))
    section.category.setCurrentIndex(section.category.findData("Lab"))
    assert page.tasks.settle(10)
    first, _, county, category = fake_desk.asked_figures[-1]
    assert (first, county, category) == (date(2026, 1, 1), "Oslo", "Lab")
    page.refresh()
    assert page.tasks.settle(10)
    assert fake_desk.asked_figures[-1][2:] == ("Oslo", "Lab")


def test_that_figures_stand_in_charts_and_tables(make_page: Make) -> None:
    section = make_page(OverviewPage).happened
    assert "Mottatt: 12" in section.volume.chart.accessibleDescription()
    assert "Samme bestilling finnes fra før (avviste): 4" in (
        section.reasons.chart.accessibleDescription()
    )
    rules = section.rules.records
    assert [rules.index(0, column).data() for column in range(1, 4)] == ["4", "3", "75 %"]
    days = section.days.records
    assert [days.index(0, column).data() for column in range(1, 5)] == ["12", "9", "4", "3"]


def test_that_a_long_period_is_told_by_week() -> None:
    days = tuple(DayFigures(date(2026, 1, day), 1, 0, 0, 0) for day in (5, 6, 11, 12))
    nothing: dict[str, Any] = dict.fromkeys(
        ("received", "approved_first", "approved", "rejected", "requested", "held", "withdrawn"), 0
    )
    figures = Figures(
        first=date(2026, 1, 1),
        last=date(2026, 3, 1),
        days=days,
        exported=0,
        acknowledged=0,
        failed=0,
        reasons={},
        by_caseworker={},
        rules=(),
        **nothing,
    )
    found = volumes(figures, "uke {week}, {year}")
    assert [(one.words, one.counts[0]) for one in found] == [("uke 3, 2026", 1), ("uke 2, 2026", 3)]


def test_that_the_day_report_is_saved_where_it_was_wanted(
    make_page: Make, click: Any, choosing: Any, tmp_path: Path
) -> None:
    page = make_page(OverviewPage)
    path = tmp_path / "dag.pdf"
    choosing(page, path)
    click(page, "Lagre dagsrapport")
    assert path.read_text() == "nb"

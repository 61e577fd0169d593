"""The part of the overview that looks back: periods, choices, and the day report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.services.figure_views import DayFigures, Figures
from timebok_desktop.services.views import Happening, OrderQuery
from timebok_desktop.ui import printing
from timebok_desktop.ui.charts import Bar, ChartCard
from timebok_desktop.ui.pages.overview import OverviewPage
from timebok_desktop.ui.pages.period import first_day_of, volumes

Make = Callable[..., Any]
HAND = Qt.CursorShape.PointingHandCursor


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


def test_that_each_bar_and_row_shows_the_orders_that_it_counts(
    make_page: Make, qtbot: QtBot
) -> None:
    page = make_page(OverviewPage)
    section = page.happened
    section.category.setCurrentIndex(section.category.findData("Lab"))
    assert page.tasks.settle(10)
    wanted: list[OrderQuery] = []
    page.context.queueWanted.connect(wanted.append)

    def press_return(widget: QWidget) -> OrderQuery:
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        assert page.tasks.settle(10)
        return wanted.pop()

    first, last = section._days
    within: dict[str, Any] = {"happened_from": first, "happened_to": last}
    lab = {"categories": ("Lab",), **within}
    for card in (section.volume, section.reasons):
        card.turn()
    failed = section.volume.table.records.rowCount() - 1
    section.volume.table.select_row(failed)
    assert press_return(section.volume.table) == OrderQuery(happened=Happening.FAILED, **lab)
    section.reasons.table.select_row(0)
    assert press_return(section.reasons.table) == OrderQuery(
        happened=Happening.REJECTED, reason="duplicate", **lab
    )
    section.rules.select_row(0)
    assert press_return(section.rules) == OrderQuery(
        happened=Happening.JUDGED, rules=("HER-OWNER",), **lab
    )
    assert press_return(section.decisions.chart).happened is Happening.FIRST_APPROVAL
    section.days.setCurrentIndex(section.days.records.index(0, 2))
    day = press_return(section.days)
    assert (day.happened, day.happened_from) == (Happening.DECIDED, last)
    table = section.waits.table
    row = next(n for n in range(3) if table.records.index(n, 0).data() == "Innlandet")
    table.setCurrentIndex(table.records.index(row, 3))
    assert press_return(table) == OrderQuery(
        happened=Happening.DECIDED,
        categories=("Koronavaksine",),
        municipality_numbers=("3405", "3440"),
        **within,
    )


def test_that_a_bar_that_leads_nowhere_cannot_be_picked(qtbot: QtBot) -> None:
    card = ChartCard("Beslutninger", "Hva", "Antall")
    qtbot.addWidget(card)
    picked: list[str] = []
    card.chosen.connect(picked.append)
    card.show_bars([Bar("none", "Ingen", 0, leads=False), Bar("some", "Noen", 3)])
    card.resize(400, 200)
    with qtbot.waitExposed(card):
        card.show()
    chart, row = card.chart, card.chart.height() // 2
    for y, shape in ((row // 2, Qt.CursorShape.ArrowCursor), (row + row // 2, HAND)):
        # To this window itself: what lies at its place on the screen may belong to another test.
        QTest.mouseMove(card.windowHandle(), chart.mapTo(card, QPoint(50, y)))
        qtbot.waitUntil(lambda shape=shape: chart.cursor().shape() is shape)
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(50, y))
    assert picked == ["some"]
    card.table.select_row(0)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert picked == ["some"]
    assert chart.focusPolicy() is Qt.FocusPolicy.StrongFocus
    chart.clearFocus()
    card.show_bars([Bar("none", "Ingen", 0, leads=False)])
    assert chart.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_that_waiting_times_stand_by_county_and_category(make_page: Make) -> None:
    table = make_page(OverviewPage).happened.waits.table
    records = table.records
    titles = [
        records.headerData(column, Qt.Orientation.Horizontal)
        for column in range(records.columnCount())
    ]
    assert titles == ["Fylke", "Avgjort", "Alle kategorier", "Koronavaksine", "Lab"]
    cells = [[records.index(row, column).data() for column in range(5)] for row in range(3)]
    assert cells == [
        ["Alle fylker", "9", "2 (6)", "2 (6)", "1 (4)"],
        ["Innlandet", "5", "3 (6)", "3 (6)", "–"],
        ["Oslo", "4", "1 (4)", "1 (1)", "1 (4)"],
    ]
    said = records.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Koronavaksine: halvparten innen 3, ni av ti innen 6 virkedager, 5 avgjort" in said


def test_that_the_day_report_is_printed(make_page: Make, click: Any, tmp_path: Path) -> None:
    page = make_page(OverviewPage)
    told: list[str] = []
    page.context.messaged.connect(lambda message: told.append(message.text))
    path = tmp_path / "utskrift.pdf"

    def to_file(_parent: QWidget, title: str) -> QPrinter:
        printer = QPrinter()
        printer.setDocName(title)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    page.choose_printer = to_file
    click(page, "Skriv ut dagsrapport")
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(path).pages]
    assert len(sheets) > 1
    words = " ".join(" ".join(sheets).split())
    for expected in ("Dagsrapport", "Linje <b>89</b> 89", "Og 2 til.", "Frister", "Ingen."):
        assert expected in words
    page.choose_printer = lambda _parent, _title: None
    click(page, "Skriv ut dagsrapport")
    path = tmp_path / "ingen" / "utskrift.pdf"
    page.choose_printer = to_file
    click(page, "Skriv ut dagsrapport")
    assert told == [
        "Dagsrapporten er sendt til skriveren.",
        (
            "Skriveren tok ikke imot dagsrapporten. Se til skriveren og prøv igjen, eller lagre "
            "rapporten som PDF."
        ),
    ]


def test_that_it_is_said_where_there_is_no_printer(
    make_page: Make, click: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    page = make_page(OverviewPage)
    told: list[str] = []
    page.context.messaged.connect(lambda message: told.append(message.text))
    click(page, "Skriv ut dagsrapport")
    (words,) = told
    assert words.startswith("Ingen skriver er satt opp på denne maskinen.")

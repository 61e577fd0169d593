"""The log page: newest first, paging, one order, verification."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fake_desk import FakeDesk
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.labels import Text
from timebok_desktop.ui.pages.log import PAGE_SIZE, LogPage

Make = Callable[..., Any]


def test_that_the_newest_entry_stands_first(make_page: Make) -> None:
    page = make_page(LogPage)
    assert page.table.records.record(0).seq == 400
    assert page.table.records.rowCount() == PAGE_SIZE


def test_that_older_entries_follow_without_gap_until_there_are_none(
    make_page: Make, click: Any
) -> None:
    page = make_page(LogPage, FakeDesk(log=FakeDesk().log[:250]))
    click(page, page.older_button)
    click(page, page.older_button)
    rows = range(page.table.records.rowCount())
    assert [page.table.records.record(row).seq for row in rows] == list(range(250, 0, -1))
    assert not page.older_button.isVisible()


def test_that_one_order_can_be_followed(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(LogPage)
    qtbot.keyClicks(page.filter_field, "rtb-2026-000001")
    qtbot.waitUntil(lambda: 0 < page.table.records.rowCount() < PAGE_SIZE)
    assert {
        page.table.records.record(row).subject for row in range(page.table.records.rowCount())
    } == {"RTB-2026-000001"}


def test_that_an_entry_is_told_in_words_and_leads_to_its_order(
    make_page: Make, click: Any, qtbot: QtBot
) -> None:
    page = make_page(LogPage)
    wanted: list[tuple[str, str]] = []
    page.context.pageWanted.connect(lambda *what: wanted.append(what))
    page.show_subject("RTB-2026-000001")
    assert page.tasks.settle(10)
    page.table.select_row(0)

    def words() -> set[str]:
        return {label.text() for label in page.findChildren(Text) if label.isVisibleTo(page)}

    expected = {"Til totrinnskontroll", "ja", '{"HER-OWNER": "Avklart"}'}
    qtbot.waitUntil(lambda: expected <= words())
    click(page, "Vis bestillingen")
    assert wanted == [("orders", "RTB-2026-000001")]


def test_that_a_whole_log_is_said_to_be_whole(make_page: Make, click: Any) -> None:
    page = make_page(LogPage)
    click(page, page.verify_button)
    assert page.notice.text.text() == "Loggen er uskadd: 400 oppføringer kontrollert."
    click(page, "Lukk")
    assert not page.notice.isVisible()


def test_that_a_broken_log_says_from_where(make_page: Make, click: Any) -> None:
    page = make_page(LogPage, FakeDesk(intact=False))
    click(page, page.verify_button)
    assert page.notice.text.text() == "Loggen er endret fra og med oppføring 117."
    assert page.notice.property("tone") == "stop"
    assert page.verify_button.isEnabled()


def test_that_nothing_in_the_log_is_said(make_page: Make) -> None:
    page = make_page(LogPage, FakeDesk(log=()))
    assert page._shown.text() == "Ingen oppføringer."

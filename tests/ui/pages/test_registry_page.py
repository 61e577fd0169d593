"""The registry page: search, details, snapshots, import and its question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.services.settings import Settings
from timebok_desktop.ui.pages.registry import RegistryPage

Make = Callable[..., Any]


def _shown(page: RegistryPage, column: int) -> list[str]:
    model = page.party_table.records
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_that_typing_searches_the_parties(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(RegistryPage)
    qtbot.keyClicks(page.search_field, "tromsø legevakt")
    qtbot.waitUntil(lambda: _shown(page, 2) == ["Legevakta i Tromsø"])


def test_that_a_chosen_party_shows_its_owner_and_its_siblings(make_page: Make) -> None:
    page = make_page(RegistryPage)
    page.show_subject("8100011")
    assert page.tasks.settle(10)
    assert page.details.heading.text() == "Smittevern"
    top = page.details.tree.topLevelItem(0)
    assert top.text(0) == "Lillehammer kommune"
    assert top.childCount() == 3
    assert "ikke aktiv" in top.child(2).text(0)


def test_that_return_in_the_tree_follows_to_the_owner(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(RegistryPage)
    page.show_subject("8100011")
    assert page.tasks.settle(10)
    page.details.tree.setCurrentItem(page.details.tree.topLevelItem(0))
    qtbot.keyClick(page.details.tree, Qt.Key.Key_Return)
    assert page.tasks.settle(10)
    assert page.details.heading.text() == "Lillehammer kommune"


def test_that_an_unknown_her_id_is_told_in_the_services_words(make_page: Make) -> None:
    page = make_page(RegistryPage)
    told: list[str] = []
    page.context.messaged.connect(lambda message: told.append(message.text))
    page.show_subject("999")
    assert page.tasks.settle(10)
    assert told == ["HER-id 999 finnes ikke i AR-uttrekket."]


def test_that_the_newest_snapshot_is_marked_as_current(make_page: Make) -> None:
    page = make_page(RegistryPage)
    model = page.snapshot_list.table.records
    assert [model.index(row, 0).data() for row in range(3)] == ["Gjeldende", "Beholdt", "Beholdt"]
    assert [model.index(row, 2).data() for row in range(3)] == ["3 dager", "31 dager", "60 dager"]


def test_that_an_import_tells_what_was_left_out(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(RegistryPage)
    choosing(page, Path("ar-export.json"))
    click(page, page.import_button)
    assert fake_desk.done == ["import_registry ar-export.json", "verify"]
    assert page.importing.notice.detail.text().startswith(
        "38 bestillinger ble verifisert mot det: stoppet 5, advarsel 12, klar 21."
    )
    assert "287 555" in page.importing.notice.text.text().replace("\u00a0", " ")
    assert "/CommunicationParties/7" in page.importing.notice.detail.text()
    assert not page.importing.progress.isVisible()
    assert page.snapshot_list.table.records.rowCount() == 4


def test_that_far_fewer_parties_are_asked_about_and_no_keeps_all(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    fake_desk.fewer = True
    page = make_page(RegistryPage)
    choosing(page, Path("liten.json"))
    click(page, page.import_button)
    assert "langt færre parter" in page.importing.notice.text.text()
    click(page, "Behold det gjeldende uttrekket")
    assert not page.importing.notice.isVisible()
    assert fake_desk.done == []


def test_that_far_fewer_parties_are_taken_after_a_yes(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    fake_desk.fewer = True
    page = make_page(RegistryPage)
    choosing(page, Path("liten.json"))
    click(page, page.import_button)
    click(page, "Bruk filen likevel")
    assert fake_desk.done == ["import_registry liten.json", "verify"]


def test_that_an_import_says_so_where_nothing_was_verified(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    fake_desk.kept_settings = Settings(language="nb", verify_after_import=False)
    page = make_page(RegistryPage)
    choosing(page, Path("ar-export.json"))
    click(page, page.import_button)
    assert fake_desk.done == ["import_registry ar-export.json"]
    assert "er ikke verifisert mot det" in page.importing.notice.detail.text()


def test_that_an_unreadable_file_is_told_where_it_was_chosen(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_others: object) -> None:
        raise UnreadableError("Filen slutter for tidlig.", "Fila sluttar for tidleg.", code="cut")

    monkeypatch.setattr(fake_desk, "import_registry", refuse)
    page = make_page(RegistryPage)
    choosing(page, Path("kuttet.json"))
    click(page, page.import_button)
    assert page.importing.notice.text.text() == "Filen slutter for tidlig."
    assert not page.importing.progress.isVisible()


def test_that_stop_cancels_the_import(make_page: Make, choosing: Any, fake_desk: FakeDesk) -> None:
    page = make_page(RegistryPage)
    cancelled: list[int] = []
    page.tasks.cancel = cancelled.append
    page.importing.start(Path("stor.json"))
    page.importing._stop()
    assert len(cancelled) == 1
    assert page.tasks.settle(10)


def test_that_without_a_snapshot_the_page_says_what_belongs_there(
    make_page: Make, click: Any, choosing: Any
) -> None:
    page = make_page(RegistryPage, FakeDesk(kept_snapshots=(), parties=()))
    asked = choosing(page, None)
    click(page, "Velg et AR-uttrekk …")
    assert len(asked) == 1


def test_that_markup_in_a_party_is_shown_as_it_stands(make_page: Make) -> None:
    desk = FakeDesk()
    evil = "<img src='file:///etc/passwd'>"
    desk.parties = tuple(replace(p, display_name=evil, description=evil) for p in desk.parties)
    page = make_page(RegistryPage, desk)
    page.show_party(8100011)
    assert page.tasks.settle(10)
    assert page.details.heading.text() == evil
    assert page.details.heading.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;img" in page.party_table.records.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) or (
        "<img" not in page.party_table.records.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    )

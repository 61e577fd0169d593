"""The page of configurations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.ui.pages.configurations import ConfigurationsPage

Make = Callable[..., Any]


def test_that_ended_configurations_are_shown_on_request(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(ConfigurationsPage)
    assert page.table.records.rowCount() == 12
    qtbot.keyClick(page.past, Qt.Key.Key_Space)
    assert page.tasks.settle(10)
    states = {page.table.records.index(row, 0).data() for row in range(17)}
    assert states == {"Gjeldende", "Erstattet", "Avsluttet", "Angret"}


def test_that_a_search_narrows_the_list(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(ConfigurationsPage)
    qtbot.keyClicks(page.search_field, "tromsø")
    qtbot.waitUntil(lambda: page.table.records.rowCount() == 3)


def test_that_a_configuration_shows_its_history_and_leads_to_its_order(
    make_page: Make, click: Any
) -> None:
    page = make_page(ConfigurationsPage)
    wanted: list[tuple[str, str]] = []
    page.context.pageWanted.connect(lambda *what: wanted.append(what))
    page.table.select_row(1)
    assert page.tasks.settle(10)
    click(page, "Vis bestillingen")
    click(page, "Vis i AR")
    assert wanted == [("orders", "RTB-2026-000001"), ("registry", "8100021")]


def test_that_a_base_is_imported_and_its_refused_rows_are_told(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(ConfigurationsPage)
    choosing(page, Path("grunnlag.csv"))
    click(page, page.import_button)
    assert page.notice.text.text() == "Importere 41 konfigurasjoner?"
    click(page, "Importer dem")
    assert fake_desk.done == ["import_configurations grunnlag.csv"]
    assert page.notice.text.text() == "41 konfigurasjoner importert. Avvist: 1."
    assert page.notice.detail.text() == "rad 4, her_id: HER-id mangler"


def test_that_a_refused_base_is_told(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk, monkeypatch: Any
) -> None:
    def refuse(path: Path, user: str, *, dry_run: bool) -> None:
        raise RefusedError("Kolonnen her_id mangler.", "Kolonnen her_id manglar.")

    monkeypatch.setattr(fake_desk, "import_configurations", refuse)
    page = make_page(ConfigurationsPage)
    choosing(page, Path("feil.csv"))
    click(page, page.import_button)
    assert page.notice.text.text() == "Kolonnen her_id mangler."


def test_that_an_empty_desk_offers_the_import(make_page: Make, click: Any, choosing: Any) -> None:
    page = make_page(ConfigurationsPage, FakeDesk(current=(), past=()))
    asked = choosing(page, None)
    click(page, "Velg en CSV-fil …")
    assert len(asked) == 1


def test_that_only_ended_ones_do_not_count_as_empty(make_page: Make) -> None:
    page = make_page(ConfigurationsPage, FakeDesk(current=()))
    assert page.search_field.isVisible()

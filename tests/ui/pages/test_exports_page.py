"""The exports page: preview, export, packages, receipts, verification."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.phrases import same
from timebok_desktop.domain.problems import Problem
from timebok_desktop.ui.pages.exports import ExportsPage

Make = Callable[..., Any]


def test_that_the_preview_says_what_leaves_and_what_is_held_back_and_why(make_page: Make) -> None:
    page = make_page(ExportsPage)
    assert page.preview.leaving.records.rowCount() == 6
    assert page.preview.held.records.index(0, 0).data() == "RTB-2026-000021"
    assert "endret i AR" in page.preview.held.records.index(0, 1).data()


def test_that_an_export_says_what_leaves_and_where_to_before_it_is_confirmed(
    make_page: Make, click: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(ExportsPage)
    click(page, page.export_button)
    assert fake_desk.done == []
    assert page.notice.text.text() == "Eksportere 6 bestillinger?"
    told = page.notice.detail.text()
    assert "mappen «exports» i arbeidsmappen" in told
    assert "kan ikke angres" in told
    assert "1 bestilling holdes tilbake." in told
    click(page, "Eksporter nå")
    assert fake_desk.done == ["export delta"]
    assert page.notice.text.text() == (
        "Pakke 15 er skrevet. 6 konfigurasjoner er eksportert. 1 bestilling ble holdt tilbake."
    )
    assert page.package_list.table.records.rowCount() == 5
    assert page.export_button.isEnabled()
    assert "Importer kvitteringen" in page.notice.detail.text()
    click(page, "Gå til pakker og kvitteringer")
    assert page.package_list.isVisible()


def test_that_escape_leaves_everything_as_it_is(
    make_page: Make, click: Any, qtbot: QtBot, fake_desk: FakeDesk
) -> None:
    page = make_page(ExportsPage)
    click(page, page.export_button)
    qtbot.keyClick(focused(page), Qt.Key.Key_Escape)
    assert page.tasks.settle(10)
    assert fake_desk.done == []
    assert not page.notice.isVisible()
    assert focused(page) is page.export_button


def test_that_a_question_goes_when_what_would_leave_may_have_changed(
    make_page: Make, click: Any
) -> None:
    page = make_page(ExportsPage)
    click(page, page.export_button)
    page.context.storeChanged.emit()
    assert page.tasks.settle(10)
    assert not page.notice.isVisible()


def test_that_a_full_export_is_explained_first(
    make_page: Make, click: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(ExportsPage)
    click(page, page.full_button)
    assert fake_desk.done == []
    click(page, "Eksporter alt")
    assert fake_desk.done == ["export full"]


def test_that_an_export_goes_to_the_folder_that_is_chosen(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(ExportsPage)
    asked = choosing(page, Path("ut"))
    click(page, page.folder_button)
    assert asked[0].kind == "folder"
    assert "Pakken legges i: ut." in page.notice.detail.text()
    assert fake_desk.done == []
    click(page, "Eksporter nå")
    assert fake_desk.done == ["export delta"]


def test_that_nothing_to_export_is_no_failure(make_page: Make, click: Any) -> None:
    page = make_page(ExportsPage, FakeDesk(ready=(), held=()))
    assert page.preview._stack.currentIndex() == 1
    click(page, page.export_button)
    assert page.notice.text.text() == "Det er ingenting å eksportere."


def test_that_a_full_disk_is_told_and_the_button_comes_back(
    make_page: Make, click: Any, fake_desk: FakeDesk, monkeypatch: Any
) -> None:
    def fail(*_arguments: object, **_keywords: object) -> None:
        raise UnavailableError("Disken er full.", "Disken er full.")

    monkeypatch.setattr(fake_desk, "export", fail)
    page = make_page(ExportsPage)
    click(page, page.export_button)
    click(page, "Eksporter nå")
    assert page.notice.text.text() == "Disken er full."
    assert page.export_button.isEnabled()


def test_that_a_package_says_in_a_word_how_its_receipts_stand(make_page: Make) -> None:
    page = make_page(ExportsPage)
    model = page.package_list.table.records
    assert [model.index(row, 0).data() for row in range(3)] == ["Venter", "Feilet", "Kvittert"]


def test_that_a_receipt_is_taken_in_with_its_unknown_lines(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(ExportsPage)
    choosing(page, Path("kvittering.json"))
    page.commands["importReceiptAction"]()
    assert page.tasks.settle(10)
    notice = page.package_list.notice
    assert "6 kvittert. 1 feilet. 1 ukjent." in notice.detail.text()
    click(page, "Importer den")
    assert fake_desk.done == ["import_receipts kvittering.json"]
    assert "6 kvittert. 1 feilet. 1 ukjent." in notice.text.text()
    assert "RTB-2026-009999" in notice.detail.text()


def test_that_the_public_key_is_saved_where_it_was_asked(
    make_page: Make, choosing: Any, tmp_path: Path
) -> None:
    page = make_page(ExportsPage)
    asked = choosing(page, tmp_path / "trust.json")
    page.commands["trustFileAction"]()
    assert page.tasks.settle(10)
    assert (tmp_path / "trust.json").exists()
    assert asked[0].suggested == "trust.json"


def test_that_a_listed_package_is_verified_by_a_click(
    make_page: Make, click: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(ExportsPage)
    page.tabs.setCurrentIndex(1)
    page.package_list.table.select_row(0)
    click(page, page.package_list.verify_button)
    assert page.tabs.currentIndex() == 2
    assert fake_desk.done[0].endswith("- None")
    assert page.verification.notice.text.text().startswith("Pakken er uskadd")


def test_that_every_problem_of_a_package_is_listed(
    make_page: Make, click: Any, choosing: Any, qtbot: QtBot
) -> None:
    problems = tuple(
        Problem(f"data/fhir/{n}.json", "changed", same("Endret"), refuses=True) for n in range(12)
    )
    desk = FakeDesk(package_problems=problems)
    page = make_page(ExportsPage, desk)
    page.commands["verifyPackageAction"]()
    choosing(page, Path("pakke.timebok-package"))
    click(page, "Fil …")
    choosing(page, Path("noekkel.json"))
    click(page, button_of(page, "Velg den offentlige nøkkelen du vil stole på"))
    page.verification.after.setValue(13)
    qtbot.mouseClick(page.verification.verify_button, Qt.MouseButton.LeftButton)
    assert page.tasks.settle(10)
    assert desk.done == ["verify_package pakke.timebok-package noekkel.json 13"]
    assert page.verification.problems.records.rowCount() == 12
    assert "12 feil" in page.verification.notice.text.text()


def focused(page: ExportsPage) -> QWidget:
    """The widget of the page that has the focus, or would have it in an active window."""
    found = page.focusWidget()
    assert found is not None
    return found


def button_of(page: ExportsPage, name: str) -> Any:
    return next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)

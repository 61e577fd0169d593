"""The settings page: general settings, tables, store, caseworker, rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.phrases import same
from timebok_desktop.services.settings import Settings
from timebok_desktop.ui.pages.settings import SettingsPage

Make = Callable[..., Any]


def _on(page: SettingsPage, section: str) -> None:
    page.show_subject(section)
    assert page.tasks.settle(10)


def test_that_saving_waits_for_a_change_and_tells_the_window(
    make_page: Make, click: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(SettingsPage)
    general = page.general
    assert not general.save_button.isEnabled()
    told: list[Settings] = []
    page.context.settingsChanged.connect(told.append)
    general.language.setCurrentIndex(general.language.findData("nn"))
    general.theme.setCurrentIndex(general.theme.findData("high-contrast"))
    general.second_approval.click()
    general.snapshot_age.setValue(1)
    assert general.snapshot_age.text() == "1 dag"
    general.snapshot_age.setValue(21)
    assert general.snapshot_age.text() == "21 dager"
    assert general.state.text() == "Ikke lagret ennå"
    click(page, general.save_button)
    assert fake_desk.kept_settings == Settings(
        language="nn", theme="high-contrast", second_approval=False, snapshot_max_age_days=21
    )
    assert told == [fake_desk.kept_settings]
    assert not general.save_button.isEnabled()


def test_that_unsaved_settings_survive_news_from_the_store(make_page: Make) -> None:
    page = make_page(SettingsPage)
    page.general.deadline.setValue(9)
    page.context.storeChanged.emit()
    assert page.tasks.settle(10)
    assert page.general.deadline.value() == 9


def test_that_changes_can_be_taken_back(make_page: Make, click: Any) -> None:
    page = make_page(SettingsPage)
    page.general.deadline.setValue(9)
    click(page, page.general.undo_button)
    assert page.general.deadline.value() == 5
    assert page.general.state.text() == ""


def test_that_the_inbox_folder_is_chosen(make_page: Make, click: Any, choosing: Any) -> None:
    page = make_page(SettingsPage)
    asked = choosing(page, Path("innboks"))
    page.general.choose_inbox()
    assert asked[0].kind == "folder"
    assert page.general.inbox.text() == "innboks"


def test_that_a_language_that_was_never_chosen_stays_unchosen_until_it_is(make_page: Make) -> None:
    page = make_page(SettingsPage, FakeDesk(kept_settings=Settings()))
    assert page.general.language.currentData() == "nb"
    assert not page.general.save_button.isEnabled()


def test_that_the_caseworker_is_named_and_switching_is_the_windows_action(
    make_page: Make, click: Any
) -> None:
    page = make_page(SettingsPage)
    _on(page, "caseworker")
    asked: list[bool] = []
    page.context.actions["switchUserAction"].triggered.connect(lambda _on: asked.append(True))
    click(page, page.caseworker.switch_button)
    assert len(asked) == 1
    page.context.change_user("bjørn")
    assert page.caseworker.name.text() == "bjørn"


def test_that_each_listed_rule_has_a_way_to_its_page(make_page: Make) -> None:
    page = make_page(SettingsPage)
    _on(page, "rules")
    wanted: list[str] = []
    page.context.helpWanted.connect(wanted.append)
    table = page.rules.table
    table.selectRow(2)
    code = table.records.record(2).code
    assert table.property("timebok_rule") == code
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert wanted == [f"regler.md#{code.lower()}"]


def test_that_all_rules_are_listed_with_weight_and_source(make_page: Make) -> None:
    page = make_page(SettingsPage)
    _on(page, "rules")
    model = page.rules.table.records
    assert model.rowCount() == 27
    codes = [model.index(row, 2).data() for row in range(27)]
    row = codes.index("HER-INACTIVE")
    assert model.index(row, 0).data() == "Stopper"


def test_that_a_whole_store_is_said_to_be_whole(make_page: Make, click: Any) -> None:
    page = make_page(SettingsPage)
    _on(page, "store")
    click(page, page.store.check_button)
    assert page.store.notice.text.text() == "Lageret er uskadd."


def test_that_a_damaged_store_lists_its_problems(make_page: Make, click: Any) -> None:
    page = make_page(SettingsPage, FakeDesk(store_problems=(same("side 7"), same("side 9"))))
    _on(page, "store")
    click(page, page.store.check_button)
    assert page.store.notice.text.text() == "Lageret er skadet: 2 feil."
    assert page.store.notice.detail.text() == "side 7\nside 9"


def test_that_a_backup_goes_where_it_was_asked(
    make_page: Make, choosing: Any, tmp_path: Path
) -> None:
    page = make_page(SettingsPage)
    asked = choosing(page, tmp_path / "kopi.timebok-backup")
    page.commands["backupAction"]()
    assert page.tasks.settle(10)
    assert (tmp_path / "kopi.timebok-backup").exists()
    assert asked[0].suggested == "timebok-2026-11-23.timebok-backup"
    assert page.store.isVisible()


def test_that_restoring_asks_first(
    make_page: Make, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    page = make_page(SettingsPage)
    _on(page, "store")
    choosing(page, Path("kopi.timebok-backup"))
    click(page, page.store.restore_button)
    assert fake_desk.done == []
    click(page, "La være")
    assert fake_desk.done == []
    click(page, page.store.restore_button)
    click(page, "Gjenopprett fra denne kopien")
    assert fake_desk.done == ["restore kopi.timebok-backup"]


def test_that_a_failed_backup_is_told(
    make_page: Make, choosing: Any, fake_desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(target: Path, *, replaces: bool) -> None:
        raise UnavailableError("Disken er full.", "Disken er full.")

    monkeypatch.setattr(fake_desk, "backup", fail)
    page = make_page(SettingsPage)
    choosing(page, Path("kopi"))
    page.commands["backupAction"]()
    assert page.tasks.settle(10)
    assert page.store.notice.text.text() == "Disken er full."


def test_that_the_sections_are_reached_by_the_arrow_keys(make_page: Make, qtbot: QtBot) -> None:
    page = make_page(SettingsPage)
    page.sections.setFocus()
    for _ in range(4):
        qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    assert page.tasks.settle(10)
    assert page.rules.isVisible()

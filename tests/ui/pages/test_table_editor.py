"""Editing the reference tables: cells, choices, rows, saving all or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_desk import FakeDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from timebok_desktop.ui.pages.settings import SettingsPage
from timebok_desktop.ui.table_editor import TableModel

Make = Callable[..., Any]


@pytest.fixture
def vendors(make_page: Make) -> SettingsPage:
    """The settings page on the table of vendors."""
    page: SettingsPage = make_page(SettingsPage)
    page.show_subject("vendors")
    assert page.tasks.settle(10)
    return page


def _model() -> TableModel:
    model = TableModel(str, str)
    model.show(("a", "b"), (("1", "yes"), ("2", "no")), {"b": ("yes", "no", "unknown")})
    return model


def test_that_the_model_keeps_the_promises_of_qt() -> None:
    model = _model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add_row(0)
    model.setData(model.index(1, 0), "x")
    model.remove([0, 2])
    model.take_back()
    assert tester.model() is model


def test_that_an_empty_row_is_no_change() -> None:
    model = TableModel(str, str)
    model.show(("a", "b"), (("1", "2"),), {})
    model.add_row(0)
    assert not model.is_changed
    assert model.rows == (("1", "2"),)


def test_that_writing_the_same_is_no_change() -> None:
    model = _model()
    assert not model.setData(model.index(0, 0), " 1 ")
    assert not model.is_changed


def test_that_a_changed_row_is_marked_in_its_margin_and_weight() -> None:
    model = _model()
    model.setData(model.index(1, 0), "3")
    vertical = Qt.Orientation.Vertical
    assert [model.headerData(row, vertical) for row in range(2)] == ["1", "2 •"]
    assert model.data(model.index(1, 0), Qt.ItemDataRole.FontRole) is not None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.FontRole) is None


def test_that_a_cell_is_typed_into_with_the_keyboard(vendors: SettingsPage, qtbot: QtBot) -> None:
    editor = vendors.tables.editor
    editor.setCurrentIndex(editor.rows_model.index(0, 1))
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    line = editor.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Fjordjournal 6")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: editor.rows_model.rows[0][1] == "Fjordjournal 6")
    assert vendors.tables.save_button.isEnabled()
    assert vendors.tables.state.text() == "3 rader, ikke lagret ennå"


def test_that_a_choice_is_picked_from_its_list_in_words(
    vendors: SettingsPage, qtbot: QtBot
) -> None:
    editor = vendors.tables.editor
    editor.setCurrentIndex(editor.rows_model.index(0, 2))
    editor.edit(editor.currentIndex())
    box = editor.findChild(QComboBox)
    assert [box.itemText(place) for place in range(box.count())] == ["ja", "nei", "ukjent"]
    assert box.accessibleName() == "Integrert"
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert editor.rows_model.rows[0][2] == "unknown"


def test_that_a_value_that_is_no_choice_is_kept_until_it_is_changed(
    make_page: Make, fake_desk: FakeDesk
) -> None:
    table = fake_desk.tables["vendors"]
    odd = type(table)(
        table.name,
        table.title,
        table.help,
        table.columns,
        (("A", "B", "maybe", "yes", "no"),),
        table.choices,
    )
    fake_desk.tables["vendors"] = odd
    page = make_page(SettingsPage)
    page.show_subject("vendors")
    assert page.tasks.settle(10)
    editor = page.tables.editor
    editor.edit(editor.rows_model.index(0, 2))
    box = editor.findChild(QComboBox)
    assert box.currentData() == "maybe"


def test_that_rows_are_added_filled_and_saved_as_one(
    vendors: SettingsPage, click: Any, fake_desk: FakeDesk
) -> None:
    tables = vendors.tables
    click(vendors, tables.add_button)
    model = tables.editor.rows_model
    row = tables.editor.currentIndex().row()
    model.setData(model.index(row, 0), "Ny (oppdiktet)")
    model.setData(model.index(row, 1), "System")
    click(vendors, tables.save_button)
    assert fake_desk.done == ["replace_table vendors 4"]
    assert ("Ny (oppdiktet)", "System", "unknown", "unknown", "unknown") in (
        fake_desk.tables["vendors"].rows
    )
    assert not tables.save_button.isEnabled()
    assert tables.notice.text.text() == "Lagret: 4 rader."


def test_that_chosen_rows_are_removed(vendors: SettingsPage, click: Any) -> None:
    editor = vendors.tables.editor
    selection = editor.selectionModel()
    for row in (0, 2):
        selection.select(editor.rows_model.index(row, 1), selection.SelectionFlag.Select)
    click(vendors, vendors.tables.remove_button)
    assert [row[1] for row in editor.rows_model.rows] == ["Fjordjournal 4"]


def test_that_delete_empties_the_chosen_cells(vendors: SettingsPage, qtbot: QtBot) -> None:
    editor = vendors.tables.editor
    editor.setCurrentIndex(editor.rows_model.index(1, 1))
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.rows_model.rows[1][1] == ""


def test_that_what_is_refused_stays_in_the_editor(
    vendors: SettingsPage, click: Any, fake_desk: FakeDesk
) -> None:
    model = vendors.tables.editor.rows_model
    model.setData(model.index(1, 0), "")
    click(vendors, vendors.tables.save_button)
    assert "Rad 2 mangler verdi" in vendors.tables.notice.text.text()
    assert model.rows[1][0] == ""
    assert vendors.tables.save_button.isEnabled()
    assert fake_desk.done == []


def test_that_leaving_a_changed_table_asks_first(vendors: SettingsPage, click: Any) -> None:
    tables = vendors.tables
    tables.editor.rows_model.setData(tables.editor.rows_model.index(0, 0), "Endret")
    tables.open_table("categories")
    assert vendors.tasks.settle(10)
    assert tables.chooser.currentData() == "vendors"
    click(vendors, "Bli her")
    assert tables.editor.rows_model.rows[0][0] == "Endret"
    tables.open_table("categories")
    click(vendors, "Gå uten å lagre")
    assert tables.chooser.currentData() == "categories"
    assert tables.editor.rows_model.rows[0][0] == "Koronatest"


def test_that_unsaved_rows_survive_news_from_the_store(vendors: SettingsPage) -> None:
    model = vendors.tables.editor.rows_model
    model.setData(model.index(0, 0), "Endret")
    vendors.context.storeChanged.emit()
    assert vendors.tasks.settle(10)
    assert model.rows[0][0] == "Endret"


def test_that_changes_are_taken_back(vendors: SettingsPage, click: Any) -> None:
    model = vendors.tables.editor.rows_model
    model.setData(model.index(0, 0), "Endret")
    model.remove([2])
    click(vendors, vendors.tables.undo_button)
    assert model.rows[0][0] == "Fjordjournal AS (oppdiktet)"
    assert len(model.rows) == 3


def test_that_an_empty_table_offers_its_first_row(vendors: SettingsPage, click: Any) -> None:
    vendors.tables.open_table("service_types")
    assert vendors.tasks.settle(10)
    click(vendors, "Legg til den første raden")
    assert vendors.tables.editor.rows_model.rowCount() == 1
    assert vendors.tables.editor.isVisible()


def test_that_a_csv_replaces_the_rows_and_the_rows_of_before_come_back(
    vendors: SettingsPage, click: Any, choosing: Any, fake_desk: FakeDesk, tmp_path: Path
) -> None:
    source = tmp_path / "vendors.csv"
    source.write_text(
        "vendor,system,integrated,receives_answers,integrated_via_practitioner\n"
        "Ny,En,yes,no,unknown\n",
        encoding="utf-8",
    )
    choosing(vendors, source)
    before = fake_desk.tables["vendors"].rows
    click(vendors, vendors.tables.import_button)
    assert fake_desk.tables["vendors"].rows == (("Ny", "En", "yes", "no", "unknown"),)
    assert vendors.tables.editor.rows_model.rows == fake_desk.tables["vendors"].rows
    click(vendors, vendors.tables.notice.buttons.itemAt(1).widget())
    assert fake_desk.tables["vendors"].rows == before


def test_that_a_csv_takes_the_place_of_unsaved_rows_after_a_yes(
    vendors: SettingsPage, click: Any, choosing: Any, fake_desk: FakeDesk
) -> None:
    click(vendors, vendors.tables.add_button)
    model = vendors.tables.editor.rows_model
    model.setData(model.index(vendors.tables.editor.currentIndex().row(), 0), "Ny (oppdiktet)")
    choosing(vendors, Path("vendors.csv"))
    click(vendors, vendors.tables.import_button)
    assert fake_desk.done == []
    click(vendors, "La være")
    assert model.is_changed


def test_that_a_table_is_written_as_csv(
    vendors: SettingsPage, click: Any, choosing: Any, tmp_path: Path
) -> None:
    asked = choosing(vendors, tmp_path / "ut.csv")
    click(vendors, vendors.tables.export_button)
    assert asked[0].suggested == "vendors.csv"
    assert "Fjordjournal 5" in (tmp_path / "ut.csv").read_text(encoding="utf-8")

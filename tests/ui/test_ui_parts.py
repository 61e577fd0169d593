"""Charts, tables of records and the other parts that every page may use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import defects, theme, translation
from timebok_desktop.ui.cards import counted_in, number_field
from timebok_desktop.ui.charts import Bar, BarChart, ChartCard
from timebok_desktop.ui.context import Context, Message
from timebok_desktop.ui.flow import FlowLayout
from timebok_desktop.ui.message_bar import MessageBar
from timebok_desktop.ui.record_table import Column, RecordTable
from timebok_desktop.ui.shapes import paint_shape

Person = tuple[str, int]
BARS = (Bar("stopped", "Stoppet", 5, "stop", with_shape=True), Bar("clear", "Klar", 1200, "clear"))


@pytest.fixture
def people(qtbot: QtBot) -> RecordTable[Person]:
    made: RecordTable[Person] = RecordTable(
        "people",
        "Folk",
        (
            Column("Navn", lambda one: one[0], stretch=True, tone=lambda _one: "clear"),
            Column("Alder", lambda one: str(one[1]), order=lambda one: one[1], numeric=True),
        ),
    )
    qtbot.addWidget(made)
    made.show_records([("Bo", 9), ("<b>Ane</b>", 10)], key=lambda one: one[0])
    return made


def test_that_numbers_are_sorted_as_numbers(people: RecordTable[Person]) -> None:
    tester = QAbstractItemModelTester(
        people.records, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    people.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [people.records.record(row)[1] for row in range(2)] == [10, 9]
    people.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [people.records.record(row)[1] for row in range(2)] == [9, 10]
    tester.deleteLater()


def test_that_the_current_record_stays_current_when_others_come(
    people: RecordTable[Person],
) -> None:
    people.select_row(1)
    people.show_records([("Cy", 1), ("<b>Ane</b>", 11)], key=lambda one: one[0])
    assert people.current() == ("<b>Ane</b>", 11)


def test_that_a_record_is_one_sentence_and_its_tooltip_no_markup(
    people: RecordTable[Person],
) -> None:
    model = people.records
    index = model.index(1, 0)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Navn: <b>Ane</b>, Alder: 10"
    assert "<b>" not in model.data(index, Qt.ItemDataRole.ToolTipRole)


def test_that_return_opens_the_record(people: RecordTable[Person], qtbot: QtBot) -> None:
    people.select_row(0)
    with qtbot.waitSignal(people.opened) as opened:
        QTest.keyClick(people, Qt.Key.Key_Return)
    assert opened.args == [("Bo", 9)]


def test_that_a_chart_is_walked_and_picked_by_keyboard_and_mouse(qtbot: QtBot) -> None:
    chart = BarChart("Utfall")
    qtbot.addWidget(chart)
    chart.show_bars(BARS)
    chart.resize(400, 80)
    chart.show()
    assert chart.accessibleDescription() == "Stoppet: 5; Klar: 1\u00a0200"
    with qtbot.waitSignal(chart.chosen) as picked:
        QTest.keyClick(chart, Qt.Key.Key_Down)
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert picked.args == ["clear"]
    with qtbot.waitSignal(chart.chosen) as picked:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert picked.args == ["stopped"]
    QTest.mouseMove(chart, QPoint(30, 10))
    assert not chart.grab().isNull()


def test_that_labels_stand_above_their_bars_rather_than_be_cut(qtbot: QtBot) -> None:
    chart = BarChart("Regler")
    qtbot.addWidget(chart)
    chart.show_bars([Bar("one", "Journalsystemet tar ikke imot svarene", 3), Bar("two", "To", 1)])
    chart.resize(1200, 80)
    chart.show()
    beside = chart.sizeHint().height()
    chart.resize(420, 200)
    above = chart.sizeHint().height()
    assert above > 1.5 * beside
    with qtbot.waitSignal(chart.chosen) as picked:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(30, above - 8))
    assert picked.args == ["two"]


def test_that_a_table_is_as_high_as_its_rows(people: RecordTable[Person]) -> None:
    people.resize(400, 300)
    people.show()
    people.fit_height(3)
    short = people.height()
    people.show_records([(str(n), n) for n in range(9)], key=lambda one: one[0])
    people.fit_height(3)
    row = people.verticalHeader().defaultSectionSize()
    assert people.height() == short + row
    assert people.verticalScrollBar().maximum() > 0


def test_that_every_chart_has_its_table_one_key_away(qtbot: QtBot) -> None:
    card = ChartCard("Utfall", "Utfall", "Antall")
    qtbot.addWidget(card)
    card.show_bars(BARS)
    card.show()
    assert card.chart.isVisible()
    card.findChild(QPushButton).click()
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    assert card.table.records.rowCount() == 2
    card.turn()
    assert card.chart.isVisible()


def test_that_every_tone_has_a_shape_of_its_own(qapp: QApplication) -> None:
    pictures = set()
    for tone in ("clear", "warning", "stop", "note", "neutral"):
        picture = QImage(20, 20, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_shape(painter, tone, QRectF(2, 2, 16, 16))
        painter.end()
        pictures.add(
            tuple(picture.pixelColor(x, y).alpha() > 127 for x in range(20) for y in range(20))
        )
    assert len(pictures) == 5


def test_that_a_message_offers_one_thing_to_do_and_goes_away(qtbot: QtBot) -> None:
    bar, followed = MessageBar(), []
    qtbot.addWidget(bar)
    bar.show_message(
        Message("<b>Nei</b>", "stop", "fordi", "Prøv igjen", lambda: followed.append(1))
    )
    assert bar.message is not None
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in bar.findChildren(QLabel))
    bar.findChild(QPushButton).click()
    assert followed == [1]
    assert bar.message is None


def test_that_buttons_flow_into_more_lines_where_there_is_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(8, holder)
    for number in range(6):
        layout.addWidget(QPushButton(f"Knapp {number}"))
    assert layout.count() == 6
    assert layout.heightForWidth(2000) < layout.heightForWidth(150)
    assert layout.itemAt(9) is None
    assert layout.takeAt(0) is not None
    assert layout.takeAt(9) is None


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_that_a_field_keeps_its_width_while_it_counts(qapp: QApplication, percent: int) -> None:
    theme.scale_text(qapp, percent)
    theme.apply(qapp, "light")
    field = number_field("Dager", 1, 250)
    counted_in(field, lambda number: " virkedag" if number == 1 else " virkedager")
    widths = []
    for number in (1, 2, 100):
        field.setValue(number)
        widths.append(field.sizeHint().width())
    theme.scale_text(qapp, 100)
    theme.apply(qapp, "light")
    assert len(set(widths)) == 1


def test_that_context_speaks_to_the_window(qtbot: QtBot) -> None:
    context, told, noted = Context("anna", "nn"), [], []
    context.messaged.connect(told.append)
    context.noted.connect(noted.append)
    context.tell("Hei", "clear")
    context.note("Gjort")
    assert told == [Message("Hei", "clear")]
    assert noted == ["Gjort"]


def test_that_a_fault_in_a_slot_is_described_by_its_places_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[defects.Defect] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    defects.catch_the_rest(told.append)
    nobody: dict[str, str] = {}
    try:
        nobody["Kari Nordmann"]
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    assert told[0].kind == "KeyError"
    assert "Nordmann" not in told[0].report
    assert "test_ui_parts.py" in told[0].report


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_compiled_and_source_translations_say_the_same(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    source = resource_folder() / "translations" / f"timebok_{language}.ts"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    if not lrelease.exists():
        pytest.skip("no lrelease beside this Python")
    compiled = tmp_path / f"timebok_{language}.qm"
    subprocess.run([lrelease, "-silent", source, "-qm", compiled], check=True)
    said = []
    for folder in (tmp_path, source.parent):
        translation.install(qapp, language, folder)
        said.append(
            [
                qapp.translate("Pages", "Orders"),
                qapp.translate("Actions", "Put on hold …"),
                qapp.translate("Header", "Registry extract %n day(s) old", None, 1),
                qapp.translate("Header", "Registry extract %n day(s) old", None, 3),
                qapp.translate("Nowhere", "Not translated"),
            ]
        )
    assert said[0] == said[1]
    assert said[0][0].startswith("Bestilling")
    translation.install(qapp, "nb", source.parent)

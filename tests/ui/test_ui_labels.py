"""Labels show data as it stands: nothing is read as markup, nothing is opened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import icons, theme, translation
from timebok_desktop.ui.actions import RECORDS
from timebok_desktop.ui.contrast import contrast
from timebok_desktop.ui.labels import (
    Chip,
    ElidedText,
    IdentifierText,
    Text,
)
from timebok_desktop.ui.page_list import PAGES
from timebok_desktop.ui.plain import plain_button, plain_tooltip
from timebok_desktop.ui.wording import (
    age_in_words,
    grouped_her_id,
    grouped_organization_number,
    moment_in_words,
    remaining_in_words,
)
from timebok_desktop.ui.work_bar import seconds_left

NAUGHTY = (
    "<b>fet</b>",
    "<img src='file:///etc/passwd'>",
    "<a href='http://eksempel.invalid'>x</a>",
    "<table><tr><td>1</td></tr></table>",
    "&lt;b&gt;",
    "Bø & Sønn",
)


@pytest.mark.parametrize("text", NAUGHTY)
def test_that_a_label_never_reads_markup(qtbot: QtBot, text: str) -> None:
    label = Text(text, selectable=True)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == text
    assert label.accessibleName() == text


@pytest.mark.parametrize("text", NAUGHTY)
def test_that_a_tooltip_is_either_no_markup_or_escaped(text: str) -> None:
    tip = plain_tooltip(text)
    assert not GuiQt.mightBeRichText(tip) or ("<img" not in tip and "<a " not in tip)


def test_that_an_ampersand_in_data_stays_an_ampersand_on_a_button() -> None:
    assert plain_button("Bø & Sønn") == "Bø && Sønn"


def test_that_an_elided_text_can_keep_its_distinguishing_end(qtbot: QtBot) -> None:
    label = ElidedText("/en/lang/mappe/til/RTB-2026-000123.eml", elide="start")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.shown().endswith("000123.eml")
    assert label.toolTip() == label.text()
    label.resize(1000, 20)
    assert label.toolTip() == ""


def test_that_an_identifier_is_copied_without_its_spaces(qtbot: QtBot) -> None:
    label = IdentifierText("945578564", grouped_organization_number("945578564"))
    qtbot.addWidget(label)
    assert label.text() == "945\u00a0578\u00a0564"
    assert label.accessibleName() == "945578564"
    copy = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, "c")
    label.keyPressEvent(copy)
    assert QGuiApplication.clipboard().text() == "945578564"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("8143043", "81 43 043"), ("43043", "43 043"), ("123", "123"), ("x12", "x12")],
)
def test_that_her_ids_are_grouped_from_the_end(sent: str, shown: str) -> None:
    assert grouped_her_id(sent).replace("\u00a0", " ") == shown


def test_that_what_is_no_organisation_number_is_left_alone() -> None:
    assert grouped_organization_number("94557") == "94557"


def test_that_moments_are_told_in_working_days(qapp: QApplication) -> None:
    translation.install(qapp, "nb", resource_folder() / "translations")
    friday = datetime(2026, 11, 20, 9, 12, tzinfo=UTC)
    assert moment_in_words(friday, friday + timedelta(minutes=5)) == "i dag 10:12"
    assert moment_in_words(friday, friday + timedelta(days=4)) == "for 2 virkedager siden"
    assert moment_in_words(friday, friday + timedelta(days=60)) == "20.11.2026"
    assert age_in_words(1) == "1 virkedag"


def test_that_a_chip_tells_its_word_to_assistive_technology(qtbot: QtBot) -> None:
    chip = Chip("Stoppet", "stop")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Stoppet"
    chip.show_state("Klar", "clear")
    assert chip.accessibleName() == "Klar"
    assert chip.sizeHint().width() > 40


@pytest.mark.parametrize("mode", ["light", "dark", "high-contrast"])
def test_that_every_mode_dresses_the_application(qapp: QApplication, mode: theme.Mode) -> None:
    try:
        theme.scale_text(qapp, 200)
        chosen = theme.apply(qapp, mode)
        assert theme.tokens() == chosen
        assert contrast(chosen.ink, chosen.surface) >= 4.5
        assert theme.font("title").pointSizeF() > theme.font("base").pointSizeF()
    finally:
        theme.scale_text(qapp, 100)
        theme.apply(qapp, "light")


def test_that_every_icon_that_is_named_is_drawn(qapp: QApplication) -> None:
    folder: Path = resource_folder() / "icons"
    for name in {record.icon for record in (*RECORDS, *PAGES)} - {""}:
        assert (folder / f"{name}.svg").is_file(), name
        picture = icons.pixmap(name, QColor("#ff0000")).toImage()
        reds = [
            picture.pixelColor(x, y).red()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() > 100
        ]
        assert reds, name
        assert max(reds) == 255, name


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "noen sekunder igjen"),
        (11, "omtrent 20 sekunder igjen"),
        (49, "omtrent 50 sekunder igjen"),
        (70, "omtrent ett minutt igjen"),
        (150, "omtrent 2 minutter igjen"),
        (5300, "omtrent 88 minutter igjen"),
        (7300, "omtrent 2 timer igjen"),
    ],
)
def test_that_the_remaining_time_is_told_as_roughly_as_it_is_known(
    qapp: QApplication, seconds: float, words: str
) -> None:
    translation.install(qapp, "nb", resource_folder() / "translations")
    assert remaining_in_words(seconds) == words


def test_that_the_rest_takes_as_long_as_the_pace_says() -> None:
    assert seconds_left(10, 25, 100) == 30
    assert seconds_left(0.5, 25, 100) is None
    assert seconds_left(10, 0, 100) is None
    assert seconds_left(10, 100, 100) is None

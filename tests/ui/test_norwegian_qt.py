"""What Qt itself says is Norwegian in both languages: file dialogs, context menus, keys, roles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from defusedxml.ElementTree import parse
from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.phrases import LANGUAGES, Language
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.ui import translation
from timebok_desktop.ui.action_records import RECORDS

TRANSLATIONS = resource_folder() / "translations"
KEY = re.compile(
    r"|Ctrl|Skift|Alt|Enter|Esc|Mellomrom|Delete|Pil (opp|ned|venstre|høyre|høgre)|F\d+|\S"
)
NATIVE = QKeySequence.SequenceFormat.NativeText

both = pytest.mark.parametrize("language", LANGUAGES)


class Unanswered(QTranslator):
    """Is asked only for what no translation of ours has answered, and keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[tuple[str, str]] = set()

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        _disambiguation: object = None,
        _n: int = -1,
    ) -> str | None:
        """Keep what was asked for; keys are asked for in their hundreds to read a single one, and
        the names of file types are the system's.
        """
        if context not in ("QShortcut", "QMimeType"):
            self.texts.add((context, sourceText))
        return None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt asks no translator that is empty."""
        return False


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Callable[[Language], Unanswered]]:
    """Makes a language the window's, and tells what of Qt's own texts it leaves in English."""
    unanswered = Unanswered()
    qapp.installTranslator(unanswered)

    def speak(language: Language) -> Unanswered:
        translation.install(qapp, language, TRANSLATIONS)
        unanswered.texts.clear()
        return unanswered

    yield speak
    qapp.removeTranslator(unanswered)
    translation.install(qapp, "nb", TRANSLATIONS)


@both
@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
def test_that_file_dialogs_are_norwegian(
    speaking: Callable[[Language], Unanswered],
    qtbot: QtBot,
    tmp_path: Path,
    language: Language,
    mode: QFileDialog.FileMode,
) -> None:
    unanswered = speaking(language)
    (tmp_path / "mappe").mkdir()
    (tmp_path / "fil.csv").write_text("x", "utf-8")
    for accept in QFileDialog.AcceptMode:
        dialog = QFileDialog(None, "Velg", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.setAcceptMode(accept)
        dialog.show()
        view = dialog.findChild(QTreeView)
        assert view is not None
        model = view.model()
        qtbot.waitUntil(lambda one=view: one.model().rowCount(one.rootIndex()) > 0)
        for column in range(model.columnCount()):
            assert model.headerData(column, Qt.Orientation.Horizontal)
            model.index(0, column, view.rootIndex()).data()
        dialog.close()
    assert unanswered.texts == set()


@both
def test_that_context_menus_of_fields_are_norwegian(
    speaking: Callable[[Language], Unanswered], qtbot: QtBot, language: Language
) -> None:
    unanswered = speaking(language)
    for field in (QLineEdit("x"), QPlainTextEdit("x"), QTextBrowser()):
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        assert menu.actions()
        menu.deleteLater()
    _open_menu_of(QSpinBox(), qtbot)
    assert unanswered.texts == set()


def _open_menu_of(field: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(field)
    field.show()

    def close() -> None:
        popup = cast("QMenu", QApplication.activePopupWidget())
        assert popup.actions()
        popup.close()

    QTimer.singleShot(100, close)
    place = QPoint(2, 2)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(reason, place, field.mapToGlobal(place)))


@both
def test_that_buttons_of_messages_are_norwegian(
    speaking: Callable[[Language], Unanswered], qtbot: QtBot, language: Language
) -> None:
    unanswered = speaking(language)
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in QMessageBox.StandardButton:
        if button is not QMessageBox.StandardButton.NoButton:
            box.addButton(button)
    box.setDetailedText("x")
    box.show()
    words = {one.text() for one in box.buttons()}
    assert {"Avbryt", "&Ja", "&Nei", "Lagre", "Lukk"} <= words
    assert unanswered.texts == set()


@both
def test_that_keys_are_norwegian_and_still_the_same_keys(
    speaking: Callable[[Language], Unanswered], language: Language
) -> None:
    speaking(language)
    for record in RECORDS:
        keys = QKeySequence(record.shortcut)
        assert keys.count() == (1 if record.shortcut else 0)
        assert keys.toString(QKeySequence.SequenceFormat.PortableText) == record.shortcut
        assert QKeySequence(keys.toString(NATIVE)) == keys
        words = keys.toString(NATIVE).split("+")
        assert [one for one in words if not KEY.fullmatch(one)] == []
    assert QKeySequence("Ctrl+Shift+Return").toString(NATIVE) == "Ctrl+Skift+Enter"
    assert QKeySequence("Alt+Down").toString(NATIVE) == "Alt+Pil ned"


@both
def test_that_what_assistive_technology_can_do_is_norwegian(
    speaking: Callable[[Language], Unanswered], qtbot: QtBot, language: Language
) -> None:
    unanswered = speaking(language)
    widgets: tuple[QWidget, ...] = (QPushButton("x"), QCheckBox("x"), QComboBox(), QTabBar())
    for widget in widgets:
        qtbot.addWidget(widget)
        actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
        for name in actions.actionNames() if actions else ():
            assert actions.localizedActionName(name)
            actions.localizedActionDescription(name)
    assert unanswered.texts == set()


def test_that_both_catalogues_answer_the_same_texts_in_full() -> None:
    told = []
    for language in LANGUAGES:
        messages = {}
        for context in parse(TRANSLATIONS / f"qtbase_{language}.ts").iter("context"):
            for message in context.iter("message"):
                key = tuple(message.findtext(part, "") for part in ("source", "comment"))
                messages[context.findtext("name", ""), *key] = message.findtext("translation", "")
        told.append(messages)
    assert told[0].keys() == told[1].keys()
    for messages in told:
        for key, words in messages.items():
            assert words, key
            assert re.findall(r"%\d", words) == re.findall(r"%\d", key[1]), key
            assert words.count("&") == key[1].count("&"), key
            assert words.endswith(" ") == key[1].endswith(" "), key


@both
def test_that_numbers_and_dates_of_qt_are_norwegian(
    speaking: Callable[[Language], Unanswered], language: Language
) -> None:
    speaking(language)
    locale = QLocale()
    assert locale.toString(1.5) == "1,5"
    written = locale.toString(QDate(2026, 5, 17), QLocale.FormatType.LongFormat)
    assert written.endswith("17. mai 2026")
    assert locale.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert {Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday}.isdisjoint(locale.weekdays())

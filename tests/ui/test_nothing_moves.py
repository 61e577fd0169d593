"""Nothing moves by itself, so that it need not ask whether the system wants less motion."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import timebok_desktop
from timebok_desktop.ui import theme
from timebok_desktop.ui.clear_sign import let_empty
from timebok_desktop.ui.still_bar import StillBar

MOVES = (
    "Animation",
    "QProgressBar(",  # goes to and fro as long as nobody knows how far; `StillBar` does not
    "QTimeLine",
    "QMovie",
    "QScroller",
    "QGraphicsOpacityEffect",
    "QSplashScreen",
    "setAnimated",
    "setClearButtonEnabled",  # fades in and out
    "setCursorFlashTime",  # is the system's
    "setMovable",  # slides
    "setRange(0, 0)",
)


def test_that_nothing_of_ours_is_animated() -> None:
    sources = {
        path.name: path.read_text("utf-8")
        for path in Path(timebok_desktop.__file__).parent.rglob("*.py")
    }
    found = [f"{name}: {one}" for name, text in sources.items() for one in MOVES if one in text]
    assert found == []


def test_that_menus_lists_and_tips_come_at_once(qapp: QApplication) -> None:
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, True)
    qapp.setEffectEnabled(Qt.UIEffect.UI_FadeMenu, True)
    theme.apply(qapp, "light")
    assert not any(qapp.isEffectEnabled(effect) for effect in Qt.UIEffect)


def test_that_a_bar_stands_still_while_nobody_knows_how_far_it_goes(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    holder, bar, field = QWidget(), StillBar(), QLineEdit()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(bar)
    layout.addWidget(field)
    holder.show()
    bar.begin()
    layout.activate()
    place = field.geometry()
    assert not bar.isVisible()
    bar.advance(3, 10)
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 3, 10)
    bar.advance(3, 0)
    assert not bar.isVisible()
    assert field.geometry() == place
    bar.end()
    layout.activate()
    assert field.geometry() != place
    holder.grab()
    assert moving(holder) == []


def test_that_the_cross_that_empties_a_field_is_there_at_once(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    field = QLineEdit()
    qtbot.addWidget(field)
    let_empty(field)
    field.show()
    cross = field.findChild(QToolButton)
    assert not cross.isVisible()
    field.setText("ås")
    assert cross.isVisible()
    assert moving(field) == []
    cross.click()
    assert (field.text(), cross.isVisible()) == ("", False)


def moving(widget: QWidget) -> list[QAbstractAnimation]:
    return widget.findChildren(QAbstractAnimation)

"""What automation and assistive technology rely on in the window that `create_window` builds."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from timebok_desktop.app import create_window

WIDGETS = (
    "navigation",
    "ordersPage",
    "registryPage",
    "configurationsPage",
    "exportsPage",
    "overviewPage",
    "logPage",
    "settingsPage",
    "orderTable",
    "searchField",
    "viewList",
    "reviewPanel",
    "orderPane",
    "registryPane",
    "configurationPane",
    "findingsList",
    "historyList",
)
ACTIONS = (
    "importAction",
    "verifyAction",
    "nextAction",
    "approveAction",
    "rejectAction",
    "requestInformationAction",
    "holdAction",
    "undoAction",
    "exportAction",
    "paletteAction",
)


@pytest.fixture
def window(qapp, desk, order):
    order()
    order()
    made = create_window(desk.workspace, "anna")
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


def test_that_everything_bears_its_name_once_before_any_event(window):
    assert window.objectName() == "mainWindow"
    for name in WIDGETS:
        assert len(window.findChildren(QWidget, name)) == 1, name
    for name in ACTIONS:
        assert len(window.findChildren(QAction, name)) == 1, name


def test_that_the_table_has_all_orders_once_events_are_processed(window, qapp, qtbot):
    table = window.findChild(QTableView, "orderTable")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2, timeout=5000)


def test_that_every_action_stands_in_a_menu_of_the_menu_bar(window):
    menus = window.menuBar().findChildren(QMenu)
    listed = {action.objectName() for menu in menus for action in menu.actions()}
    assert set(ACTIONS) <= listed


def test_that_all_that_takes_focus_tells_its_name_on_every_page(window, qapp):
    navigation = window.findChild(QWidget, "navigation")
    for row in range(navigation.count()):
        navigation.setCurrentRow(row)
        window.tasks.settle(10)
        qapp.processEvents()
    nameless = [
        (type(widget).__name__, widget.objectName())
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (
            widget.accessibleName()
            and QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        )
    ]
    assert nameless == []


TWICE = """
import sys
from pathlib import Path
from timebok_desktop.app import create_window
from timebok_desktop.bootstrap import open_office
from PySide6.QtWidgets import QApplication, QTableView
for number in (1, 2):
    open_office(Path(sys.argv[number])).close()
    window = create_window(Path(sys.argv[number]), "anna")
    QApplication.processEvents()
    print(window.objectName(), window.findChild(QTableView, "orderTable").model().columnCount() > 0)
    window.close()
"""


def test_that_it_is_built_twice_in_one_process_without_a_running_event_loop(tmp_path):
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", TWICE, tmp_path / "a", tmp_path / "b"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["mainWindow True"] * 2
    assert "Traceback" not in done.stderr


def test_that_each_menu_tells_apart_what_belongs_together(window):
    longest = 9
    for menu in window.menuBar().findChildren(QMenu):
        group = 0
        for action in menu.actions():
            group = 0 if action.isSeparator() else group + 1
            assert group <= longest, menu.title()
        assert not any(menu.actions()[end].isSeparator() for end in (0, -1) if menu.actions())

"""The focus in whatever opens: it goes in, is seen, is led through, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from accessibility.focus_walks import unseen_focus, ways_through
from accessibility.panels import Opened, not_listed, panels
from accessibility.scenes import opened, settle
from accessibility.walks import path_of
from timebok_desktop.bootstrap import open_office
from timebok_desktop.cli import main
from timebok_desktop.domain.codes import Outcome
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.message_bar import MessageBar


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    """The sample world, with an order of each kind that a command asks about."""
    folder = tmp_path_factory.mktemp("panels") / "sample"
    assert main(["sample", "--workspace", str(folder)]) == 0
    office = open_office(folder)
    stopped = OrderQuery(outcomes=(Outcome.STOPPED,))
    on_hold, rejected = office.desk.order_page(stopped, "anna", 2).rows
    office.desk.decide(on_hold.reference, Action.HOLD, "anna", "awaiting-vendor")
    office.desk.decide(rejected.reference, Action.REJECT, "anna", "not-valid: finnes ikke")
    for name, user in (("anna", "anna"), ("berit", "berit")):
        (clear,) = office.desk.order_page(OrderQuery(outcomes=(Outcome.CLEAR,)), name, 1).rows
        office.desk.decide(clear.reference, Action.APPROVE, user)
    office.close()
    return folder


def test_that_the_focus_goes_into_every_panel_is_led_and_seen_there_and_comes_back(
    world: Path,
) -> None:
    findings: list[str] = []
    assert not_listed() == []
    with opened(world, "nb") as window:
        for one in panels(window):
            findings += [f"{one.name}: {found}" for found in _found(window, one)]
        findings += _in_a_cell(window)
    assert not findings, "\n".join(findings)


def _found(window: MainWindow, one: Opened) -> list[str]:
    if one.panel is None:
        return [f"the focus is at {_path(QApplication.focusWidget())}, in no panel"]
    first = QApplication.focusWidget()
    found = [*ways_through(one.panel), *unseen_focus(window, one.panel)]
    found += [f"{path_of(each.parent())} moves" for each in _moving(window)]
    if not one.panel.isVisible():
        return [*found, "it goes away before Escape"]
    if isinstance(one.panel, MessageBar):  # the focus goes back where it came from the last time
        one.before.setFocus()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Escape)
    settle(window)
    if one.panel.isVisible():
        found.append("Escape does not close it")
        one.panel.hide()
    elif QApplication.focusWidget() is not one.before:
        now = _path(QApplication.focusWidget())
        found.append(f"the focus came from {_path(one.before)} and goes to {now}")
    return found


def _in_a_cell(window: MainWindow) -> list[str]:
    """What opens in a table to be written in."""
    window.show_page("settings", "forms")
    settle(window)
    table = window.findChild(QTableView, "tableEditor")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    cell = QApplication.focusWidget()
    if not table.isAncestorOf(cell):
        return [f"a cell does not take the focus: {_path(cell)}"]
    QTest.keyClick(cell, Qt.Key.Key_Escape)
    settle(window)
    now = QApplication.focusWidget()
    return [] if now is table else [f"the focus of a cell goes to {_path(now)}"]


def _moving(window: QWidget) -> list[QAbstractAnimation]:
    every = window.findChildren(QAbstractAnimation)
    return [one for one in every if one.totalDuration()]  # Qt puts widgets in place in no time


def _path(widget: QWidget | None) -> str:
    return path_of(widget) if widget is not None else "nothing"

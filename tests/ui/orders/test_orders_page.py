"""The list of orders through its public doors: object names, search, views, the place in it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, reference_of, settle, table
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.orders.model import PLACEHOLDER

CONTRACT_NAMES = (
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
CONTRACT_ACTIONS = (
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


def test_that_every_name_of_the_contract_is_there(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    window = make_window(orders_desk)
    assert window.objectName() == "mainWindow"
    for name in CONTRACT_NAMES:
        assert window.findChild(QWidget, name) is not None, name
    for name in CONTRACT_ACTIONS:
        assert window.findChild(QAction, name) is not None, name


def test_that_the_table_starts_on_all_orders_with_the_first_one_shown(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    window = make_window(orders_desk)
    assert table(window).model().rowCount() == 38
    assert window.orders.list.filters.query() == OrderQuery()
    assert table(window).currentIndex().row() == 0
    assert window.orders.panel.case is not None


def test_that_every_action_has_a_menu_a_shortcut_and_a_name(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    actions = make_window(orders_desk).context.actions.all()
    shortcuts = [action.shortcut().toString() for action in actions]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)
    assert all("+" in one or one.startswith("F") for one in shortcuts)


def test_that_whatever_takes_focus_has_a_name(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    window.orders.panel.open_amendment("her_id")
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_that_no_label_on_the_page_reads_markup(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    naughty = "<img src='file:///etc/passwd'><b>x</b>"
    order = orders_desk.orders["RTB-2026-000008"]
    orders_desk.orders[order.reference] = replace(
        order, municipality_name=naughty, vendor=naughty, comment=naughty, source_name=naughty
    )
    window = make_window(orders_desk)
    choose(window, qtbot, order.reference)
    labels = window.findChildren(QLabel)
    assert any(naughty in label.text() for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert not [widget for widget in window.findChildren(QWidget) if "<img" in widget.toolTip()]


def test_that_a_row_is_read_as_one_sentence(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    model = make_window(orders_desk).orders.list.model
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    row = model.order(0)
    for part in (row.reference, row.municipality_name, row.her_id, row.category, "Ny"):
        assert part in spoken


def test_that_the_model_keeps_qts_rules_while_rows_come_and_go(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    model = window.orders.list.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    window.orders.show_query(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    assert 0 < model.rowCount() < 38
    orders_desk.add(900, ())
    window.context.storeChanged.emit()
    window.orders.show_query(OrderQuery())
    settle(window, qtbot)
    assert model.rowCount() == 39
    tester.deleteLater()


def test_that_rows_that_have_not_come_are_placeholders_and_nothing_waits(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = OrdersDesk(number=400)
    window = make_window(desk)
    desk.gate = threading.Event()
    table(window).scrollToBottom()
    table(window).viewport().repaint()
    model = window.orders.list.model
    assert model.data(model.index(399, 0)) == PLACEHOLDER
    desk.gate.set()
    settle(window, qtbot)
    assert model.data(model.index(399, 0)) != PLACEHOLDER
    asked = [ids for name, ids in desk.calls if name == "order_rows"]
    assert max(len(ids) for ids in asked) < 200


def test_that_search_narrows_as_it_is_typed_and_says_how_many(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    search = window.findChild(QLineEdit, "searchField")
    QTest.keyClicks(search, "tromsø")
    settle(window, qtbot)
    found = {
        window.orders.list.model.order(row).municipality_name
        for row in range(window.orders.list.model.rowCount())
    }
    assert found == {"Tromsø"}
    assert window.orders.list.count.text() == f"{window.orders.list.model.rowCount()} bestillinger"


def test_that_an_empty_view_says_what_belongs_there_and_offers_the_way_out(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(search="finnes ikke"))
    settle(window, qtbot)
    empty = window.orders.list.empty
    assert empty.isVisible()
    assert window.orders.panel.case is None
    empty.findChild(QPushButton).click()
    settle(window, qtbot)
    assert table(window).model().rowCount() == 38


def test_that_a_desk_without_orders_offers_the_import(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window(OrdersDesk(number=0))
    empty = window.orders.list.empty
    assert empty.isVisible()
    window.context.choose_files = lambda _page, _title: [tmp_path / "ny.csv"]
    empty.findChild(QPushButton).click()
    settle(window, qtbot)
    assert table(window).model().rowCount() == 1


def test_that_selection_and_place_survive_a_refresh(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = OrdersDesk(number=300)
    window = make_window(desk)
    window.orders.list.table.choose_row(200)
    settle(window, qtbot)
    reference, top = reference_of(window), table(window).verticalScrollBar().value()
    desk.add(901, ())
    window.context.storeChanged.emit()
    settle(window, qtbot)
    assert reference_of(window) == reference
    assert abs(table(window).verticalScrollBar().value() - top) <= 1


def test_that_the_order_of_an_older_query_never_replaces_newer_hits(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.storeChanged.emit()
    search = window.findChild(QLineEdit, "searchField")
    for length in range(1, 7):
        search.setText("tromsø"[:length])
    assert window.tasks.settle(10)
    model = window.orders.list.model
    assert {model.order(row).municipality_name for row in range(model.rowCount())} == {"Tromsø"}
    settle(window, qtbot)
    qtbot.wait(120)
    settle(window, qtbot)
    assert {model.order(row).municipality_name for row in range(model.rowCount())} == {"Tromsø"}


def test_that_return_in_the_search_goes_to_the_hits(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.activateWindow()
    search = window.findChild(QLineEdit, "searchField")
    window.context.actions["findAction"].trigger()
    assert search.hasFocus()
    QTest.keyClicks(search, "bergen")
    QTest.keyClick(search, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert table(window).hasFocus()
    assert "Bergen" in window.orders.panel.case.municipality_title


def test_that_names_that_look_like_markup_are_painted_as_they_stand(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    number = make_window(orders_desk).orders.list.model.ids[0]
    first = orders_desk.orders[f"RTB-2026-{number:06d}"]

    def painted(name: str) -> QImage:
        changed = replace(first, municipality_name=name, municipality_number="")
        orders_desk.orders[first.reference] = changed
        window = make_window(orders_desk)
        view = table(window)
        place = QRect(0, 0, view.columnWidth(0) + 130, 39)
        return view.viewport().grab(place).toImage()

    assert painted("<b>M</b>") != painted("M")
    assert painted("M") == painted("M")

"""Columns, widths and the height of rows are the caseworker's choice, and are remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle, table
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from timebok_desktop.services.queue_views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders import looks, view_sorts
from timebok_desktop.ui.orders.columns import COLUMNS, column_title
from timebok_desktop.ui.orders.table import OrderTable


def offered(window: MainWindow) -> dict[str, QAction]:
    """What the menu of columns offers now."""
    menu = window.orders.look.menu
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


def titles(view: OrderTable) -> list[str]:
    return [
        column_title(section) for section in range(len(COLUMNS)) if not view.isColumnHidden(section)
    ]


@pytest.fixture
def window(make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot) -> MainWindow:
    made = make_window(orders_desk)
    settle(made, qtbot)
    return made


def test_that_columns_are_shown_and_hidden_from_one_menu(window: MainWindow) -> None:
    view = table(window)
    usual = titles(view)
    assert usual == ["Utfall", "Kommune", "HER-id", "Alder"]
    offered(window)["Leverandør"].trigger()
    offered(window)["Alder"].trigger()
    assert titles(view) == ["Utfall", "Kommune", "HER-id", "Leverandør"]
    assert set(offered(window)) >= {"Kategori", "Org.nummer", "Mottatt", "Hos"}
    offered(window)["Tilbakestill kolonnene"].trigger()
    assert titles(view) == usual


def test_that_what_an_order_is_and_whose_cannot_be_hidden(window: MainWindow) -> None:
    assert not {"Utfall", "Kommune"} & set(offered(window))


def test_that_no_column_is_squeezed_away_by_the_others(window: MainWindow, qtbot: QtBot) -> None:
    view = table(window)
    for name in ("Kategori", "Leverandør", "Org.nummer", "Mottatt", "Hos"):
        offered(window)[name].trigger()
    settle(window, qtbot)
    assert min(view.columnWidth(section) for section in range(len(COLUMNS))) >= 80
    assert view.horizontalScrollBar().maximum() > 0
    offered(window)["Tilbakestill kolonnene"].trigger()
    settle(window, qtbot)
    assert view.horizontalScrollBar().maximum() == 0


def test_that_an_extra_column_has_its_texts(window: MainWindow) -> None:
    view = table(window)
    model = view.model()
    section = titles_of_all().index("Kategori")
    row = window.orders.list.model.order(0)
    assert row is not None
    assert str(model.index(0, section).data()).startswith(row.category)


def titles_of_all() -> list[str]:
    return [column_title(section) for section in range(len(COLUMNS))]


def test_that_rows_become_compact_and_usual_again(window: MainWindow) -> None:
    view = table(window)
    usual = view.rowHeight(0)
    window.context.actions["compactAction"].trigger()
    assert 32 <= view.rowHeight(0) < usual
    assert offered(window)["Kompakte rader"].isChecked()
    window.context.actions["compactAction"].trigger()
    assert view.rowHeight(0) == usual


def test_that_the_look_is_there_again_at_the_next_start(
    window: MainWindow,
    make_window: Callable[..., MainWindow],
    orders_desk: OrdersDesk,
    qtbot: QtBot,
) -> None:
    view = table(window)
    offered(window)["Hos"].trigger()
    offered(window)["HER-id"].trigger()
    view.setColumnWidth(3, 171)
    window.context.actions["compactAction"].trigger()
    kept = view.look()
    window.close()
    again = make_window(orders_desk)
    settle(again, qtbot)
    assert table(again).look() == kept
    assert titles(table(again)) == titles(view)
    assert table(again).columnWidth(3) == 171


@pytest.mark.parametrize(
    "widths", [["1"], ["0"] * len(COLUMNS), ["x"] * len(COLUMNS), ["9999"] * len(COLUMNS), "7"]
)
def test_that_a_look_that_cannot_be_is_the_usual_one(tmp_path: Path, widths: object) -> None:
    state = QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)
    state.setValue("orders/columns", widths)
    assert looks.recalled(state) == looks.Look()


def test_that_a_column_that_nothing_is_sorted_by_leaves_the_order(window: MainWindow) -> None:
    before = list(window.orders.list.model.ids)
    offered(window)["Leverandør"].trigger()
    section = titles_of_all().index("Leverandør")
    table(window).horizontalHeader().sectionClicked.emit(section)
    assert list(window.orders.list.model.ids) == before
    assert table(window).contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


def test_that_each_view_is_sorted_as_it_was_at_the_next_start(
    window: MainWindow,
    make_window: Callable[..., MainWindow],
    orders_desk: OrdersDesk,
    qtbot: QtBot,
) -> None:
    filters = window.orders.list.filters
    filters.sort_by("urgency", descending=False)
    filters.views.choose("new")
    assert filters.query().sort == "urgency"  # as all orders are, until somebody sorts it
    filters.sort_by("received_at", descending=True)
    filters.views.choose("mine")
    assert filters.query().sort == "urgency"
    window.orders.show_query(OrderQuery(view="new", sort="her_id"))  # another page's own wish
    window.close()
    again = make_window(orders_desk)
    settle(again, qtbot)
    filters = again.orders.list.filters
    assert (filters.query().view, filters.query().sort) == ("all", "urgency")
    filters.views.choose("new")
    assert (filters.query().sort, filters.query().descending) == ("received_at", True)
    filters.clear()
    assert filters.query() == OrderQuery(sort="urgency")


@pytest.mark.parametrize("kept", ["all:nonsense:up", "all:urgency:sideways", "x:urgency:up", ":::"])
def test_that_a_sorting_that_cannot_be_is_the_usual_one(tmp_path: Path, kept: str) -> None:
    state = QSettings(str(tmp_path / "state.ini"), QSettings.Format.IniFormat)
    state.setValue("orders/sorts", kept)
    assert view_sorts.first_query(state) == OrderQuery()

"""Views of one's own stand after the others, bring their filters along and come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle
from pytestqt.qtbot import QtBot

from timebok_desktop.services.queue_views import VIEW_SUFFIX
from timebok_desktop.services.view_text import view_text
from timebok_desktop.services.views import SAVED_VIEWS, OrderQuery, OwnView
from timebok_desktop.ui.main_window import MainWindow

BUILT_IN = len(SAVED_VIEWS)
LAB = OrderQuery(view="new", categories=("Lab",), search="RTB")


@pytest.fixture
def window(make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot) -> MainWindow:
    made = make_window(orders_desk)
    settle(made, qtbot)
    return made


def narrow(window: MainWindow, qtbot: QtBot, query: OrderQuery = LAB) -> None:
    window.orders.list.show_query(query)
    settle(window, qtbot)


def trigger(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.context.actions[name].trigger()
    settle(window, qtbot)


def save(window: MainWindow, qtbot: QtBot, name: str) -> None:
    trigger(window, qtbot, "saveViewAction")
    window.orders.own_views.form.name.setText(name)
    window.orders.own_views.form.submit()
    settle(window, qtbot)


def shown(window: MainWindow) -> OrderQuery:
    return window.orders.list.filters.query()


def test_that_what_the_list_shows_becomes_a_view(window: MainWindow, qtbot: QtBot) -> None:
    views, keep = window.orders.list.filters.views, window.orders.list.filters.keep
    assert keep.isHidden()
    narrow(window, qtbot)
    assert not keep.isHidden()
    save(window, qtbot, "Lab nå")
    assert views.count() == BUILT_IN + 1
    assert views.currentRow() == BUILT_IN
    assert views.item(BUILT_IN).text().startswith("★ Lab nå")
    assert keep.isHidden()
    assert window.orders.own_views.form.isHidden()


def test_that_a_view_brings_its_filters_and_takes_them_with_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    narrow(window, qtbot)
    save(window, qtbot, "Lab nå")
    views = window.orders.list.filters.views
    views.setCurrentRow(0)
    settle(window, qtbot)
    assert shown(window) == OrderQuery()
    views.setCurrentRow(BUILT_IN)
    settle(window, qtbot)
    assert shown(window) == LAB


def test_that_a_name_that_is_taken_is_said_at_the_name(window: MainWindow, qtbot: QtBot) -> None:
    narrow(window, qtbot)
    save(window, qtbot, "Lab nå")
    save(window, qtbot, "Lab nå")
    form = window.orders.own_views.form
    assert not form.isHidden()
    assert "Lab nå" in form.complaint.text()


def test_that_a_deleted_view_comes_back_from_the_message(window: MainWindow, qtbot: QtBot) -> None:
    narrow(window, qtbot)
    save(window, qtbot, "Lab nå")
    told = []
    window.context.messaged.connect(told.append)
    trigger(window, qtbot, "deleteViewAction")
    views = window.orders.list.filters.views
    assert views.count() == BUILT_IN
    assert shown(window) == OrderQuery()
    told[-1].follow()
    settle(window, qtbot)
    assert views.count() == BUILT_IN + 1
    assert shown(window) == LAB


def test_that_a_view_is_changed_to_what_the_list_shows(window: MainWindow, qtbot: QtBot) -> None:
    narrow(window, qtbot)
    save(window, qtbot, "Lab nå")
    window.orders.list.filters.search.setText("RTB-2026")
    settle(window, qtbot)
    trigger(window, qtbot, "changeViewAction")
    assert window.orders.list.filters.views.own() == OwnView("Lab nå", shown(window))


def test_that_a_view_dropped_as_a_file_is_shown_and_offered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / f"lab{VIEW_SUFFIX}"
    path.write_text(view_text(OwnView("Lab fra Ola", LAB)), "utf-8")
    window.commands.take_files([path])
    settle(window, qtbot)
    assert shown(window) == LAB
    assert window.orders.own_views.form.name.text() == "Lab fra Ola"


def test_that_a_file_that_is_no_view_is_refused_in_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / f"feil{VIEW_SUFFIX}"
    path.write_text("{}", "utf-8")
    told = []
    window.context.messaged.connect(told.append)
    window.commands.take_files([path])
    settle(window, qtbot)
    assert "schema" in told[-1].text
    assert shown(window) == OrderQuery()

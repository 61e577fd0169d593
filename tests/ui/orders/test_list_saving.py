"""Saving the list on the screen from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle
from pytestqt.qtbot import QtBot

from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.file_choice import FileQuestion


@pytest.mark.parametrize("chosen", ["ut.csv", "ut.json"])
def test_that_the_list_on_the_screen_is_saved_where_the_caseworker_says(
    make_window: MakeWindow,
    orders_desk: OrdersDesk,
    qtbot: QtBot,
    tmp_path: Path,
    chosen: str,
) -> None:
    window = make_window(orders_desk)
    asked: list[FileQuestion] = []

    def choose(_: object, question: FileQuestion) -> Path:
        asked.append(question)
        return tmp_path / chosen

    window.context.choose_file = choose
    window.orders.show_query(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    window.context.actions["saveListAction"].trigger()
    settle(window, qtbot)
    assert [question.kind for question in asked] == ["save"]
    (call,) = [given for name, given in orders_desk.calls if name == "save_list"]
    assert call == (
        tmp_path / chosen,
        OrderQuery(categories=("Lab",)),
        window.context.user,
        window.context.language,
    )


def test_that_nothing_is_saved_where_the_caseworker_thinks_better_of_it(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.choose_file = lambda *_: None
    window.context.actions["saveListAction"].trigger()
    settle(window, qtbot)
    assert "save_list" not in [name for name, _ in orders_desk.calls]

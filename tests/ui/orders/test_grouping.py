"""Orders of one municipality stand together under a heading that is also said aloud."""

from __future__ import annotations

from itertools import groupby

from invented_orders import OrdersDesk
from orders_window import MakeWindow, press, settle, table
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timebok_desktop.services.queue_views import GROUPED_BY, OrderGroup
from timebok_desktop.ui.orders.groups import Groups

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_that_a_list_is_cut_where_a_municipality_begins() -> None:
    groups = Groups([OrderGroup("0301", 3), OrderGroup("1103", 1), OrderGroup("5501", -2)])
    assert [row for row in range(6) if groups.begins_at(row)] == [0, 3, 4]
    assert list(groups.stretches(1, 5)) == [(1, 2), (3, 3), (4, 5)]
    assert list(groups.stretches(3, 3)) == [(3, 3)]
    assert list(Groups().stretches(2, 9)) == [(2, 9)]


def test_that_orders_are_put_together_by_municipality(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    settle(window, qtbot)
    view, model, filters = table(window), window.orders.list.model, window.orders.list.filters
    usual, before = view.rowHeight(0), list(model.ids)
    chosen = window.orders.list.current()
    action = window.context.actions["groupAction"]
    action.trigger()
    settle(window, qtbot)
    assert filters.query().sort == GROUPED_BY
    assert window.orders.list.current() == chosen  # the order that was looked at stays so

    numbers = [model.order(row).municipality_number for row in range(model.rowCount())]
    assert numbers == sorted(numbers)
    counts = [len(list(some)) for _, some in groupby(numbers)]
    starts = [sum(counts[:place]) for place in range(len(counts))]
    assert max(counts) > 1
    for row in range(model.rowCount()):
        heading = model.heading(row)
        assert (heading is not None) == (row in starts)
        assert (view.rowHeight(row) >= usual + 24) == (row in starts)
        spoken = model.index(row, 0).data(SPOKEN)
        name = model.order(row).municipality_name
        assert spoken.startswith(f"{numbers[row]} {name}, ") == (row in starts)
        if heading is not None:
            count = counts[starts.index(row)]
            assert heading.text == f"{numbers[row]} {name} · {count}"
            assert heading.said.endswith("1 bestilling" if count == 1 else f"{count} bestillinger")

    view.choose_row(starts[1] - 1)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_count() == 2
    press(window, qtbot, Qt.Key.Key_Escape)
    assert view.current_row() == starts[1]  # a heading is no stop on the way

    window.context.actions["compactAction"].trigger()
    assert view.rowHeight(0) > view.rowHeight(1) or 1 in starts
    assert view.rowHeight(starts[1]) >= 32 + 24
    window.context.actions["compactAction"].trigger()
    action.trigger()
    settle(window, qtbot)
    assert list(model.ids) == before
    assert {view.rowHeight(row) for row in range(model.rowCount())} == {usual}
    assert not model.index(0, 0).data(SPOKEN).startswith(model.order(0).municipality_number)

"""Orders that belong together are shown together, as filters that can be taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, settle
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import OPEN_STATUSES, Severity
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.phrases import same
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow

REFERENCE = "RTB-2026-000002"


def show(window: MainWindow, qtbot: QtBot, rule: str) -> list[QPushButton]:
    """The buttons of a case with one finding of a rule."""
    choose(window, qtbot, REFERENCE)
    case = window.orders.panel.case
    assert case is not None
    finding = Finding(rule, Severity.WARNING, "her_id", same("Flere bestillinger"))
    window.orders.panel.show_case(replace(case, findings=(finding,)))
    shown = window.orders.panel.findings.findChildren(QPushButton)
    texts = {"Show them together", "Vis dem samlet"}
    return [one for one in shown if one.text() in texts]


@pytest.mark.parametrize("rule", ["DUPLICATE-ORDER", "HER-IN-USE"])
def test_that_a_finding_on_several_orders_shows_them_together(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, rule: str
) -> None:
    window = make_window(orders_desk)
    settle(window, qtbot)
    (button,) = show(window, qtbot, rule)
    order = orders_desk.orders[REFERENCE]
    button.click()
    settle(window, qtbot)
    filters = window.orders.list.filters
    query = filters.query()
    assert (query.her_id, query.categories) == (order.her_id, (order.category,))
    assert set(query.statuses) == OPEN_STATUSES
    assert any(label.startswith("HER-id") for label in filters.chips.labels())
    filters.clear()
    settle(window, qtbot)
    assert filters.query() == OrderQuery()


def test_that_a_finding_on_one_order_alone_does_not(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    settle(window, qtbot)
    assert show(window, qtbot, "HER-OWNER") == []

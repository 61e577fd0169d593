"""The party of an order stands among its relatives in AR, each one key away from its entry."""

from __future__ import annotations

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, settle
from pytestqt.qtbot import QtBot


def test_that_owner_and_relatives_are_listed_with_their_state_when_they_are_looked_at(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    assert not [call for call in orders_desk.calls if call[0] == "party_relatives"]
    tabs = window.orders.panel.tabs
    tabs.setCurrentWidget(tabs.family)
    settle(window, qtbot)
    lines = [tabs.family.item(row).text().strip() for row in range(tabs.family.count())]
    assert lines[0].startswith("Eier: 80\u00a000\u00a0000  Kommunen")
    assert lines[1].startswith("Bestillingens HER-id: 81\u00a043\u00a0123")
    assert lines[2].endswith("Legevakt  ·  aktiv")
    assert lines[3].endswith("Nedlagt legevakt  ·  ikke aktiv")
    wanted: list[tuple[str, str]] = []
    window.context.pageWanted.disconnect()
    window.context.pageWanted.connect(lambda *where: wanted.append(where))
    tabs.family.itemActivated.emit(tabs.family.item(3))
    assert wanted == [("registry", "8000009")]

"""The party of an order stands among its relatives in AR, each one key away from its entry."""

from __future__ import annotations

from dataclasses import replace

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import PartyType
from timebok_desktop.domain.party import Party
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.party_family import Family, PartyFamily


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


def family_shown(window: MainWindow, qtbot: QtBot) -> PartyFamily:
    choose(window, qtbot, "RTB-2026-000008")
    tabs = window.orders.panel.tabs
    tabs.setCurrentWidget(tabs.family)
    settle(window, qtbot)
    return tabs.family


def lines_of(family: PartyFamily) -> list[str]:
    return [family.item(row).text().strip() for row in range(family.count())]


def wanted_of(window: MainWindow) -> list[tuple[str, str]]:
    wanted: list[tuple[str, str]] = []
    window.context.pageWanted.disconnect()
    window.context.pageWanted.connect(lambda *where: wanted.append(where))
    return wanted


def test_that_one_click_and_one_key_each_open_a_relative_once(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    family = family_shown(window, qtbot)
    wanted = wanted_of(window)
    spot = family.visualItemRect(family.item(2)).center()
    QTest.mouseClick(family.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted == [("registry", "8000008")]
    QTest.keyClick(family, Qt.Key.Key_Return)
    assert wanted == [("registry", "8000008")] * 2


def test_that_the_order_s_own_party_stands_out_and_each_is_spoken_as_a_sentence(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    family = family_shown(make_window(orders_desk), qtbot)
    assert family.currentRow() == 1
    assert [family.item(row).font().bold() for row in range(4)] == [False, True, False, False]
    spoken = family.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Samme eier: Nedlagt legevakt, HER-id 80\u00a000\u00a0009, ikke aktiv"


def test_that_more_relatives_than_are_listed_are_told_of_and_led_to(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    family = family_shown(window, qtbot)
    owner = Party(8000000, PartyType.ORGANIZATION, "Kommunen")
    many = tuple(Party(8200000 + one, PartyType.SERVICE, "Legevakt") for one in range(61))
    family.show_family(8143123, Family(owner, many[:60], ()))
    assert not [line for line in lines_of(family) if line.startswith("Det er flere")]
    family.show_family(8143123, Family(owner, many, ()))
    assert lines_of(family)[-1] == "Det er flere under Kommunen. Åpne den for å se dem."
    wanted = wanted_of(window)
    family.itemActivated.emit(family.item(family.count() - 1))
    assert wanted == [("registry", "8000000")]


def test_that_an_owner_that_is_not_there_is_said_to_be_missing(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    family = family_shown(window, qtbot)
    case = window.orders.panel.case
    assert case is not None
    assert case.party is not None
    for above, words in (
        (None, "AR oppgir ingen eier for bestillingens HER-id."),
        (8000000, "Eieren, HER-id 80\u00a000\u00a0000, er ikke i AR-uttrekket."),
    ):
        family.show_case(replace(case, party=replace(case.party, parent_her_id=above)))
        family.show_family(8143123, Family(None, (), ()))
        assert lines_of(family)[0] == words


def test_that_a_failure_is_told_for_its_own_party_only_and_asked_again_when_looked_at_again(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    family = family_shown(window, qtbot)
    family.show_failure(8000001, "Noe annet")
    assert lines_of(family)[0].startswith("Eier:")
    family.show_failure(8143123, "Ikke nå")
    assert lines_of(family) == ["Ikke nå"]
    tabs = window.orders.panel.tabs
    tabs.setCurrentWidget(tabs.history)
    tabs.setCurrentWidget(family)
    settle(window, qtbot)
    assert lines_of(family)[0].startswith("Eier:")

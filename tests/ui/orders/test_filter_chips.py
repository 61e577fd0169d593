"""What another page narrowed the queue by is shown as chips and can be taken away."""

from __future__ import annotations

from datetime import date

import pytest
from invented_findings import PLACES
from invented_orders import OrdersDesk
from orders_window import MakeWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import OPEN_STATUSES, Outcome, Status
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow

COUNTY = tuple(number for number, _, _ in PLACES)
OPEN = tuple(sorted(OPEN_STATUSES))


def show(window: MainWindow, query: OrderQuery) -> list[str]:
    window.context.queueWanted.emit(query)
    assert window.tasks.settle(10)
    return window.orders.list.filters.chips.labels()


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        (OrderQuery(statuses=OPEN), ["Åpne bestillinger"]),
        (OrderQuery(unverified=True), ["Ikke verifisert"]),
        (OrderQuery(rules=("HER-OWNER",)), ["Parten eies av en annen virksomhet"]),
        (OrderQuery(categories=("Influensa",)), ["Kategori: Influensa"]),
        (OrderQuery(municipality_numbers=("",)), ["Ukjent fylke"]),
        (OrderQuery(municipality_numbers=COUNTY), ["Innlandet"]),
        (OrderQuery(municipality_numbers=COUNTY[:1]), [" ".join(PLACES[0][:2])]),
        (
            OrderQuery(waiting_from=date(2026, 11, 16), waiting_to=date(2026, 11, 18)),
            ["Har ventet siden 16.11.2026–18.11.2026"],
        ),
        (
            OrderQuery(waiting_to=date(2026, 11, 6)),
            ["Har ventet siden 06.11.2026 eller lenger"],
        ),
        (OrderQuery(outcomes=(Outcome.CLEAR,), statuses=(Status.RECEIVED,)), []),
    ],
)
def test_that_what_no_field_shows_is_a_chip(
    make_window: MakeWindow, orders_desk: OrdersDesk, query: OrderQuery, labels: list[str]
) -> None:
    window = make_window(orders_desk)
    assert show(window, query) == labels
    assert window.orders.list.filters.query() == query


def test_that_a_chip_is_taken_away_by_itself(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    show(window, OrderQuery(statuses=OPEN, rules=("HER-OWNER",)))
    chips = window.orders.list.filters.chips
    chip = next(
        one
        for one in chips.findChildren(QPushButton)
        if one.accessibleName() == "Fjern filteret: Parten eies av en annen virksomhet"
    )
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.tasks.settle(10)
    assert chips.labels() == ["Åpne bestillinger"]
    assert window.orders.list.filters.query() == OrderQuery(statuses=OPEN)
    window.orders.list.filters.clear()
    assert not chips.isVisible()


def test_that_a_chosen_status_stands_in_the_place_of_the_chip(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    window = make_window(orders_desk)
    show(window, OrderQuery(statuses=OPEN))
    filters = window.orders.list.filters
    filters.status.setCurrentIndex(filters.status.findData(Status.ON_HOLD.value))
    assert filters.chips.labels() == []
    assert filters.query().statuses == (Status.ON_HOLD,)
    filters.status.setCurrentIndex(0)
    assert filters.query() == OrderQuery()

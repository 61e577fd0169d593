"""Who has a case and since when stands in its row and at its head, told apart where it is long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow, settle
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.order import Order
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.services.settings import Settings
from timebok_desktop.services.views import Case
from timebok_desktop.ui import translation
from timebok_desktop.ui.orders.columns import AGE, sentence, shown

MONDAY = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


@dataclass
class HeldDesk(OrdersDesk):
    """Bjarne has had the first order for three weeks, and the second since now."""

    def _held(self, number: int) -> dict[str, object]:
        since = datetime.now(UTC) - timedelta(days=21 if number == 1 else 0)
        return {"holder": "bjarne", "held_since": since} if number <= 2 else {}

    def _row(self, order: Order) -> OrderRow:
        held = self._held(int(order.reference[-6:]))
        row = super()._row(order)._replace(**held)
        return row._replace(status=Status.IN_REVIEW) if held else row

    def case(self, reference: str, user: str) -> Case:
        case, held = super().case(reference, user), self._held(int(reference[-6:]))
        status = Status.IN_REVIEW if held else case.order.status
        return replace(case, order=replace(case.order, status=status), **held)


@pytest.mark.parametrize(
    ("days", "status", "cell", "words"),
    [
        (0, Status.IN_REVIEW, "bjarne · 16.03.", "hos bjarne siden 16.03.2026"),
        (2, Status.IN_REVIEW, "bjarne · 16.03.", "hos bjarne siden 16.03.2026"),
        (
            3,
            Status.IN_REVIEW,
            "▲ bjarne · 16.03.",
            "hos bjarne siden 16.03.2026, i 3 virkedager: lenger enn 2 virkedager",
        ),
        (30, Status.ON_HOLD, "bjarne · 16.03.", "hos bjarne siden 16.03.2026"),
    ],
)
def test_that_a_row_says_since_when_and_whether_that_is_long(
    qapp: QApplication, days: int, status: Status, cell: str, words: str
) -> None:
    translation.install(qapp, "nb", resource_folder() / "translations")
    desk = OrdersDesk()
    row = desk._row(desk.orders["RTB-2026-000003"])._replace(
        holder="bjarne", status=status, held_since=MONDAY
    )
    now = MONDAY + timedelta(days=days)
    assert shown(row, "nb", now).lines[AGE][1] == cell
    assert sentence(row, "nb", now).endswith(words)
    assert shown(row, "nb", now, claimed_limit=250).lines[AGE][1] == "bjarne · 16.03."
    unknown = row._replace(held_since=None)
    assert shown(unknown, "nb", now).lines[AGE][1] == "bjarne"
    assert sentence(unknown, "nb", now).endswith("hos bjarne")


def test_that_a_case_says_it_and_the_list_shows_only_these(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(HeldDesk())
    settle(window, qtbot)
    orders = window.orders

    def told() -> list[str]:
        labels = [one for one in orders.panel.findChildren(QLabel) if one.isVisible()]
        return [one.text() for one in labels if "os bjarne siden" in one.text()]

    orders.list.choose(1)
    settle(window, qtbot)
    assert [one[:13] for one in told()] == ["▲ Hos bjarne "]
    assert "lenger enn 2 virkedager" in told()[0]
    orders.list.choose(2)
    settle(window, qtbot)
    assert ["▲" in one for one in told()] == [False]
    window.context.settingsChanged.emit(Settings(language="nb", due_claimed_working_days=100))
    orders.list.choose(1)
    settle(window, qtbot)
    assert ["▲" in one for one in told()] == [False]

    window.context.actions["onlyHeldLongAction"].trigger()
    day = orders.list.filters.query().claimed_until
    assert day is not None
    assert orders.list.filters.chips.labels() == [f"Tatt {day:%d.%m.%Y} eller tidligere"]
    window.context.actions["onlyHeldLongAction"].trigger()
    assert orders.list.filters.query().claimed_until is None

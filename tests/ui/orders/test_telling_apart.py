"""What tells orders apart stays to be read where there is little room, in every theme."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from invented_orders import OrdersDesk
from orders_window import MakeWindow
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Kind, Outcome, Scheme, Status
from timebok_desktop.services.queue_views import OrderRow
from timebok_desktop.ui.main_window import MainWindow, WindowOptions
from timebok_desktop.ui.orders.columns import shown
from timebok_desktop.ui.orders.looks import Look
from timebok_desktop.ui.orders.row_painter import Cells, RowPainter, column_widths, row_height
from timebok_desktop.ui.orders.view_list import ViewList
from timebok_desktop.ui.theme import tokens

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)


def row(**fields: object) -> OrderRow:
    first = OrderRow(
        id=1,
        reference="RTB-2026-000001",
        status=Status.RECEIVED,
        kind=Kind.CHANGE,
        scheme=Scheme.RESOURCE_SCHEDULE,
        municipality_number="3114",
        municipality_name="Våler (Østfold)",
        organization_number="964965137",
        her_id="8143043",
        category="Koronavaksine",
        form="",
        vendor="",
        external_reference="",
        received_at=NOW,
        waiting_since=NOW,
        outcome=Outcome.CLEAR,
        holder="",
    )
    return first._replace(**fields)


def painted(one: OrderRow) -> QImage:
    """A row in a list that is no wider than it must be."""
    widths = column_widths(Look().widths)
    places = tuple((sum(widths[:place]), width) for place, width in enumerate(widths))
    cells = Cells(sum(widths), places, row_height())
    picture = QImage(cells.width, cells.height, QImage.Format.Format_RGB32)
    picture.fill(QColor(tokens().surface))
    painter = QPainter(picture)
    RowPainter(tokens(), cells, 1).paint(painter, 0, [shown(one, "nb", NOW)], [False])
    painter.end()
    return picture


@pytest.mark.parametrize(
    "other",
    [
        {"category": "Koronatest"},
        {"kind": Kind.DEACTIVATE},
        {"municipality_name": "Våler (Innlandet)"},
        {"reference": "RTB-2026-000002"},
    ],
)
def test_that_rows_that_differ_look_different_in_a_narrow_list(
    make_window: MakeWindow, orders_desk: OrdersDesk, other: dict[str, object]
) -> None:
    make_window(orders_desk)
    assert painted(row()) == painted(row())
    assert painted(row(**other)) != painted(row())


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_that_no_count_of_a_view_is_cut(
    qtbot: QtBot, orders_desk: OrdersDesk, tmp_path: object, theme: str
) -> None:
    options = WindowOptions(
        user="anna", state_file=tmp_path / "window.ini", language="nb", theme=theme
    )
    window = MainWindow(orders_desk, options)
    window.show()
    assert window.tasks.settle(10)
    views = window.findChild(ViewList, "viewList")
    for place in range(views.count()):
        item = views.item(place)
        room = views.visualItemRect(item).width() - 12
        assert room >= views.fontMetrics().horizontalAdvance(item.text()), item.text()
    window.close()
    window.deleteLater()

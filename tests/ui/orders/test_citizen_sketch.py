"""The sketch of what a citizen meets: a key away, labelled as ours, read as sentences."""

from __future__ import annotations

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, press, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Kind
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.citizen_sketch import CitizenSketch


def sketch_of(window: MainWindow) -> CitizenSketch:
    found = window.findChild(CitizenSketch, "citizenSketch")
    assert found is not None
    return found


def reference_where(desk: OrdersDesk, kind: Kind, form: str) -> str:
    return next(
        one.reference
        for one in desk.orders.values()
        if one.kind is kind and one.form == form and one.outcome is not None
    )


def test_that_one_key_shows_what_the_citizen_meets(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000001")
    press(window, qtbot, Qt.Key.Key_B)
    sketch = sketch_of(window)
    assert sketch.isVisible()
    assert sketch.after.hasFocus()


def test_that_the_sketch_says_whose_it_is(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000001")
    texts = [label.text() for label in sketch_of(window).findChildren(QLabel)]
    assert "Vår egen skisse, ikke Helsenorge" in texts


def test_that_a_sketch_is_read_as_sentences(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, reference_where(orders_desk, Kind.ACTIVATE, "koronavaksine-1"))
    told = sketch_of(window).after.accessibleName()
    assert told.startswith("Etter godkjenning. Tjeneste: Smittevern. Sted: ")
    assert "Skjema: Koronavaksine 1: Egenerklæring (Standard)" in told
    assert "Svarene: Sendes til journalsystemet" in told


def test_that_what_changes_is_said_and_marked(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = reference_where(orders_desk, Kind.ACTIVATE, "koronavaksine-1")
    window = make_window(orders_desk)
    choose(window, qtbot, reference)
    case = orders_desk.case(reference, "anna")
    sketch = sketch_of(window)
    before = tuple(one for one in case.citizen.after)
    sketch.after.show_sketch(before, None, frozenset({"form"}), window.context)
    assert "Skjema (endres): " in sketch.after.accessibleName()
    assert "→" in [label.text() for label in sketch.after.findChildren(QLabel)]


def test_that_the_sketches_stand_below_each_other_where_there_is_little_room(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000001")
    press(window, qtbot, Qt.Key.Key_B)
    sketch = sketch_of(window)
    assert sketch.today.y() == sketch.after.y()
    window.orders.splitter.setSizes([1000, 300])
    window.resize(1210, 900)
    settle(window, qtbot)
    assert sketch.today.y() < sketch.after.y()
    assert sketch.height() >= sketch.layout().totalHeightForWidth(sketch.width())


def test_that_it_comes_to_the_front_where_the_list_has_the_whole_window(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.resize(1100, 800)
    choose(window, qtbot, "RTB-2026-000001")
    assert not window.orders.panel.isVisible()
    press(window, qtbot, Qt.Key.Key_B)
    assert sketch_of(window).isVisible()
    assert sketch_of(window).after.hasFocus()

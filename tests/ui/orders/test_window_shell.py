"""The shell of the window: pages, panels, colours, coming and going."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from invented_orders import OrdersDesk
from orders_window import table
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.errors import CancelledError, RefusedError
from timebok_desktop.domain.norway import day_begins
from timebok_desktop.services.settings import Settings
from timebok_desktop.ui import theme
from timebok_desktop.ui.context import Message
from timebok_desktop.ui.focus import FocusRing
from timebok_desktop.ui.main_window import MainWindow, WindowOptions
from timebok_desktop.ui.wording import local_day

MakeWindow = Callable[..., MainWindow]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(30)
    assert window.tasks.settle(10)


def test_that_one_command_goes_round_all_appearances_and_says_which_it_is(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    told: list[str] = []
    window.context.noted.connect(told.append)
    worn = [theme.tokens().name]
    chosen = []
    for _ in range(4):
        window.context.actions["themeAction"].trigger()
        settle(window, qtbot)
        worn.append(theme.tokens().name)
        chosen.append(orders_desk.kept_settings.theme)
    assert chosen == ["dark", "high-contrast", "system", "light"]
    assert worn == ["light", "dark", "contrast", "light", "light"]
    assert told == [
        "Utseende: Mørkt",
        "Utseende: Høy kontrast",
        "Utseende: Som systemet",
        "Utseende: Lyst",
    ]


def test_that_text_grows_at_once_with_everything_on_the_screen(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    height = table(window).rowHeight(0)
    window.take_settings(replace(orders_desk.kept_settings, text_size=200))
    settle(window, qtbot)
    assert table(window).rowHeight(0) > 1.5 * height
    window.take_settings(replace(orders_desk.kept_settings, text_size=100))
    settle(window, qtbot)
    assert table(window).rowHeight(0) == height


def test_that_what_the_program_is_stands_over_the_window_and_can_be_closed(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.actions["aboutAction"].trigger()
    assert window.help_panel.isVisible()
    QTest.keyClick(window.help_panel, Qt.Key.Key_Escape)
    assert window.help_panel.isHidden()
    window.context.actions["aboutAction"].trigger()
    assert window.help_panel.isVisible()
    window.help_panel.findChild(QPushButton).click()
    assert window.help_panel.isHidden()


def test_that_work_shows_its_progress_and_can_be_cancelled(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)

    def long_work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        progress(62, 100)
        while not cancelled():
            time.sleep(0.001)
        raise CancelledError

    window.orders.act(long_work, words="Verifiserer")
    shown = window.work_bar.findChildren(QLabel)
    qtbot.waitUntil(lambda: any("62\u00a0%" in label.text() for label in shown), timeout=3000)
    stop = next(one for one in window.work_bar.findChildren(QPushButton) if one.isVisible())
    stop.click()
    settle(window, qtbot)
    assert window.messages.message.text.startswith("Avbrutt")
    assert not stop.isVisible()


def test_that_a_wrong_passphrase_leaves_the_caseworker_as_it_was(
    qapp: QApplication, orders_desk: OrdersDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    def unlock(user: str, passphrase: str) -> None:
        if passphrase.startswith("feil"):
            raise RefusedError("Feil passfrase.", "Feil passfrase.")

    options = WindowOptions("anna", tmp_path / "w.ini", "nb", "light", unlock=unlock)
    window = MainWindow(orders_desk, options)
    window.show()
    settle(window, qtbot)
    window.context.actions["switchUserAction"].trigger()
    user, passphrase = window.user_switch.findChildren(QLineEdit)
    user.setText("bjarne")
    passphrase.setText("feil")
    QTest.keyClick(passphrase, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.context.user == "anna"
    assert window.messages.message.text == "Feil passfrase."
    assert passphrase.text() == ""
    passphrase.setText("riktig")
    QTest.keyClick(passphrase, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.context.user == "bjarne"
    window.close()
    window.deleteLater()


def test_that_the_arrangement_is_remembered_in_the_workspace(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(orders_desk)
    window.resize(1300, 850)
    window.orders.splitter.setSizes([600, 500])
    sizes = window.orders.splitter.sizes()
    window.close()
    assert (tmp_path / "window.ini").is_file()
    again = make_window(orders_desk)
    assert isinstance(again.state.value("geometry"), QByteArray)
    assert abs(again.orders.splitter.sizes()[0] - sizes[0]) < 10


def test_that_the_focus_ring_is_on_whatever_has_the_focus(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.activateWindow()
    ring = window.findChild(FocusRing)
    search = window.orders.list.filters.search
    search.setFocus()
    qtbot.wait(10)
    place = search.mapTo(window, QPoint(0, 0))
    assert ring.isVisible()
    assert ring.geometry().adjusted(3, 3, -3, -3).contains(place + QPoint(1, 1))
    window.resize(1350, 880)
    qtbot.wait(10)
    assert ring.geometry().contains(search.mapTo(window, QPoint(1, 1)))


def noon_before(days: int) -> datetime:
    """Noon of the Norwegian day so long ago: ages are told in days, whatever the hour."""
    return day_begins(local_day(datetime.now(UTC)) - timedelta(days)) + timedelta(hours=12)


def test_that_the_header_warns_of_an_old_or_missing_extract(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    orders_desk.snapshot = replace(orders_desk.snapshot, taken_at=noon_before(3))
    window = make_window(orders_desk)
    assert window.header.evidence.text() == "AR-uttrekk 3 dager gammelt"
    orders_desk.snapshot = replace(orders_desk.snapshot, taken_at=noon_before(33))
    window.context.storeChanged.emit()
    settle(window, qtbot)
    assert window.header.evidence.text() == "▲ AR-uttrekk 33 dager gammelt"
    taken = orders_desk.snapshot.taken_at
    window.header.show_snapshot(orders_desk.snapshot, taken + timedelta(hours=1), 14)
    assert window.header.evidence.text() == "AR-uttrekk fra i dag"
    window.header.show_snapshot(orders_desk.snapshot, taken + timedelta(days=14, hours=1), 14)
    assert window.header.evidence.text().startswith("▲")  # as the rule SNAPSHOT-STALE counts
    orders_desk.snapshot = None
    window.context.storeChanged.emit()
    settle(window, qtbot)
    assert window.header.evidence.text().startswith("▲ Ingen AR-uttrekk")


def test_that_a_newer_message_takes_the_place_of_an_older(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.tell("Først", "clear")
    window.context.messaged.emit(Message("Så", "stop"))
    assert window.messages.message.text == "Så"


def test_that_another_page_can_point_to_an_order(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.pageWanted.emit("orders", "RTB-2026-000007")
    settle(window, qtbot)
    settle(window, qtbot)
    assert window.orders.panel.case.order.reference == "RTB-2026-000007"


def test_that_a_window_built_anew_leaves_nothing_of_the_old_one(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    defects: list[object] = []
    window.tasks.defectFound.connect(defects.append)
    for _ in range(4):
        window.context.actions["languageAction"].trigger()
        settle(window, qtbot)
        qtbot.wait(20)
    assert len(window.findChildren(FocusRing)) == 1
    assert len(window.findChildren(QWidget, "orderTable")) == 1
    assert len(window.findChildren(QWidget, "helpPanel")) == 1
    window.context.change_user("bjarne")
    settle(window, qtbot)
    assert window.orders.list.model.rowCount() == 38
    assert defects == []


def test_that_an_invented_world_is_marked_in_every_language(
    make_window: Callable[..., MainWindow], orders_desk: OrdersDesk
) -> None:
    window = make_window(orders_desk)
    assert window.header.sample.isHidden()
    for language, words in (
        ("nn", "Eksempelverd: alt er oppdikta"),
        ("nb", "Eksempelverden: alt er oppdiktet"),
    ):
        window.take_settings(Settings(language=language, sample_world=True))
        assert not window.header.sample.isHidden()
        assert window.header.sample.accessibleName() == words
    window.take_settings(Settings(language="nb"))
    assert window.header.sample.isHidden()

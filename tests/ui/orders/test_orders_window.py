"""What the window does around the orders: files, language, palette, faults, caseworkers."""

from __future__ import annotations

from pathlib import Path

from invented_orders import OrdersDesk
from orders_window import MakeWindow, choose, reference_of, settle, table
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot


def test_that_files_dropped_on_the_window_are_imported(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(orders_desk)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "post.eml"))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle(window, qtbot)
    assert table(window).model().rowCount() == 39
    assert window.messages.message.text.startswith("1 bestilling")


def test_that_a_refused_verification_is_told_in_the_bar(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    orders_desk.snapshot = None
    window = make_window(orders_desk)
    window.context.actions["verifyAction"].trigger()
    settle(window, qtbot)
    assert window.messages.message.text == "Det finnes ikke noe AR-uttrekk."
    assert window.messages.message.tone == "stop"


def test_that_the_language_is_asked_for_once_and_can_be_changed(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk, language=None)
    assert window.language_choice.isVisible()
    window.findChild(QPushButton, "nnButton").click()
    settle(window, qtbot)
    assert orders_desk.kept_settings.language == "nn"
    assert window.language_choice.isHidden()
    assert window.context.actions["holdAction"].text() == "Set på vent …"
    assert "bestillingar" in window.orders.list.count.text()
    window.context.actions["languageAction"].trigger()
    settle(window, qtbot)
    assert window.context.actions["holdAction"].text() == "Sett på vent …"


def test_that_the_palette_finds_a_command_and_runs_it(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.actions["paletteAction"].trigger()
    field = window.palette_panel.findChild(QLineEdit)
    QTest.keyClicks(field, "avvis")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.palette_panel.isHidden()
    assert window.orders.panel.reason_form.isVisible()


def test_that_a_defect_on_the_lane_leaves_a_report_and_the_session_goes_on(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    del orders_desk.findings["RTB-2026-000005"]
    choose(window, qtbot, "RTB-2026-000005")
    assert window.messages.message.tone == "stop"
    choose(window, qtbot, "RTB-2026-000006")
    assert reference_of(window) == "RTB-2026-000006"


def test_that_another_caseworker_takes_over(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.actions["switchUserAction"].trigger()
    assert window.user_switch.isVisible()
    window.user_switch.wanted.emit("bjarne", "")
    settle(window, qtbot)
    assert window.context.user == "bjarne"
    assert window.header.user.text() == "bjarne"

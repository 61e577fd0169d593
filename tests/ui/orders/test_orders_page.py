"""The page of orders through its public doors: the window, its object names, its keys."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from invented_orders import INTERIM, OrdersDesk
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery
from timebok_desktop.ui.main_window import MainWindow
from timebok_desktop.ui.orders.model import PLACEHOLDER

MakeWindow = Callable[..., MainWindow]
CONTRACT_NAMES = (
    "navigation",
    "ordersPage",
    "registryPage",
    "configurationsPage",
    "exportsPage",
    "overviewPage",
    "logPage",
    "settingsPage",
    "orderTable",
    "searchField",
    "viewList",
    "reviewPanel",
    "orderPane",
    "registryPane",
    "configurationPane",
    "findingsList",
    "historyList",
)
CONTRACT_ACTIONS = (
    "importAction",
    "verifyAction",
    "nextAction",
    "approveAction",
    "rejectAction",
    "requestInformationAction",
    "holdAction",
    "undoAction",
    "exportAction",
    "paletteAction",
)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Let everything that was asked come home."""
    qtbot.wait(50)
    assert window.tasks.settle(10)
    qtbot.wait(10)


def table(window: MainWindow) -> QTableView:
    found = window.findChild(QTableView, "orderTable")
    assert found is not None
    return found


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(table(window), key)
    settle(window, qtbot)


def choose(window: MainWindow, qtbot: QtBot, reference: str) -> None:
    window.orders.list.choose(int(reference[-6:]))
    settle(window, qtbot)


def reference_of(window: MainWindow) -> str:
    case = window.orders.panel.case
    assert case is not None
    return case.order.reference


def decided(desk: OrdersDesk) -> list[tuple]:
    return [call[1] for call in desk.calls if call[0] == "decide"]


def clear_orders(desk: OrdersDesk) -> list[str]:
    return [reference for reference, found in desk.findings.items() if not found]


def test_that_every_name_of_the_contract_is_there(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    window = make_window(orders_desk)
    assert window.objectName() == "mainWindow"
    for name in CONTRACT_NAMES:
        assert window.findChild(QWidget, name) is not None, name
    for name in CONTRACT_ACTIONS:
        assert window.findChild(QAction, name) is not None, name


def test_that_the_table_starts_on_all_orders_with_the_first_one_shown(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    window = make_window(orders_desk)
    assert table(window).model().rowCount() == 38
    assert window.orders.list.filters.query() == OrderQuery()
    assert table(window).currentIndex().row() == 0
    assert window.orders.panel.case is not None


def test_that_every_action_has_a_menu_a_shortcut_and_a_name(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    actions = make_window(orders_desk).context.actions.all()
    shortcuts = [action.shortcut().toString() for action in actions]
    assert all(shortcuts)
    assert len(set(shortcuts)) == len(shortcuts)
    assert all("+" in one or one.startswith("F") for one in shortcuts)


def test_that_whatever_takes_focus_has_a_name(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    window.orders.panel.open_amendment("her_id")
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_that_no_label_on_the_page_reads_markup(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    naughty = "<img src='file:///etc/passwd'><b>x</b>"
    order = orders_desk.orders["RTB-2026-000008"]
    orders_desk.orders[order.reference] = replace(
        order, municipality_name=naughty, vendor=naughty, comment=naughty, source_name=naughty
    )
    window = make_window(orders_desk)
    choose(window, qtbot, order.reference)
    labels = window.findChildren(QLabel)
    assert any(naughty in label.text() for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert not [widget for widget in window.findChildren(QWidget) if "<img" in widget.toolTip()]


def test_that_a_row_is_read_as_one_sentence(
    make_window: MakeWindow, orders_desk: OrdersDesk
) -> None:
    model = make_window(orders_desk).orders.list.model
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    row = model.order(0)
    for part in (row.reference, row.municipality_name, row.her_id, row.category, "Ny"):
        assert part in spoken


def test_that_the_model_keeps_qts_rules_while_rows_come_and_go(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    model = window.orders.list.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    window.orders.show_query(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    assert 0 < model.rowCount() < 38
    orders_desk.add(900, ())
    window.context.storeChanged.emit()
    window.orders.show_query(OrderQuery())
    settle(window, qtbot)
    assert model.rowCount() == 39
    tester.deleteLater()


def test_that_rows_that_have_not_come_are_placeholders_and_nothing_waits(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = OrdersDesk(number=400)
    window = make_window(desk)
    desk.gate = threading.Event()
    table(window).scrollToBottom()
    table(window).viewport().repaint()
    model = window.orders.list.model
    assert model.data(model.index(399, 0)) == PLACEHOLDER
    desk.gate.set()
    settle(window, qtbot)
    assert model.data(model.index(399, 0)) != PLACEHOLDER
    asked = [ids for name, ids in desk.calls if name == "order_rows"]
    assert max(len(ids) for ids in asked) < 200


def test_that_search_narrows_as_it_is_typed_and_says_how_many(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    search = window.findChild(QLineEdit, "searchField")
    QTest.keyClicks(search, "tromsø")
    settle(window, qtbot)
    found = {
        window.orders.list.model.order(row).municipality_name
        for row in range(window.orders.list.model.rowCount())
    }
    assert found == {"Tromsø"}
    assert window.orders.list.count.text() == f"{window.orders.list.model.rowCount()} bestillinger"


def test_that_an_empty_view_says_what_belongs_there_and_offers_the_way_out(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(search="finnes ikke"))
    settle(window, qtbot)
    empty = window.orders.list.empty
    assert empty.isVisible()
    assert window.orders.panel.case is None
    empty.findChild(QPushButton).click()
    settle(window, qtbot)
    assert table(window).model().rowCount() == 38


def test_that_a_desk_without_orders_offers_the_import(
    make_window: MakeWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window(OrdersDesk(number=0))
    empty = window.orders.list.empty
    assert empty.isVisible()
    window.context.choose_files = lambda _page, _title: [tmp_path / "ny.csv"]
    empty.findChild(QPushButton).click()
    settle(window, qtbot)
    assert table(window).model().rowCount() == 1


def test_that_one_key_approves_and_goes_on(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = clear_orders(orders_desk)[0]
    choose(window, qtbot, reference)
    following = window.orders.list.model.ids[table(window).currentIndex().row() + 1]
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk) == [(reference, Action.APPROVE, "", {})]
    assert orders_desk.orders[reference].status is Status.AWAITING_SECOND_APPROVAL
    assert reference_of(window) == f"RTB-2026-{following:06d}"
    assert table(window).hasFocus()


def test_that_in_a_view_that_the_order_leaves_the_next_one_takes_its_place(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(view="new"))
    settle(window, qtbot)
    reference = clear_orders(orders_desk)[3]
    choose(window, qtbot, reference)
    row = table(window).currentIndex().row()
    following = window.orders.list.model.ids[row + 1]
    press(window, qtbot, Qt.Key.Key_A)
    assert table(window).model().rowCount() == 37
    assert table(window).currentIndex().row() == row
    assert reference_of(window) == f"RTB-2026-{following:06d}"


def test_that_a_second_key_before_the_next_case_has_come_decides_nothing(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, clear_orders(orders_desk)[0])
    for _ in range(5):
        QTest.keyClick(table(window), Qt.Key.Key_A)
    settle(window, qtbot)
    assert len(decided(orders_desk)) == 1


def test_that_undo_takes_back_the_decision_just_made(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = clear_orders(orders_desk)[0]
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_A)
    press(window, qtbot, Qt.Key.Key_U)
    assert orders_desk.orders[reference].status is Status.RECEIVED
    assert decided(orders_desk)[-1][:2] == (reference, Action.UNDO)


def test_that_warnings_are_answered_one_by_one_before_the_approval(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    reference = next(one for one, found in orders_desk.findings.items() if INTERIM in found)
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_A)
    form = window.orders.panel.override_form
    assert form.isVisible()
    assert decided(orders_desk) == []
    form.submit()
    assert form.complaint.isVisible()
    form.findChild(QLineEdit, "override-HER-OWNER").setText("Interkommunalt samarbeid")
    form.submit()
    assert form.complaint.isVisible(), "the checklist is not ticked yet"
    for box in form.findChildren(QCheckBox):
        box.setChecked(True)
    form.submit()
    settle(window, qtbot)
    ((_reference, action, _reason, overrides),) = decided(orders_desk)
    assert action is Action.APPROVE
    assert overrides["HER-OWNER"] == "Interkommunalt samarbeid"
    assert overrides["INTERIM-SOLUTION"]


def test_that_the_second_approver_confirms_with_one_key(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = next(one for one, found in orders_desk.findings.items() if INTERIM in found)
    given = {"HER-OWNER": "Avtalt", "INTERIM-SOLUTION": "Krysset av"}
    orders_desk.decide(reference, Action.APPROVE, "bjarne", "", given)
    orders_desk.calls.clear()
    window = make_window(orders_desk)
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk) == [(reference, Action.APPROVE, "", given)]
    assert orders_desk.orders[reference].status is Status.APPROVED


def test_that_nobody_is_offered_a_second_approval_of_their_own(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    reference = clear_orders(orders_desk)[0]
    orders_desk.decide(reference, Action.APPROVE, "anna")
    window = make_window(orders_desk)
    choose(window, qtbot, reference)
    assert not window.context.actions["approveAction"].isEnabled()
    assert "allerede godkjent" in window.orders.panel.bar.why_not.text()


def test_that_a_stopped_order_says_why_it_cannot_be_approved(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    assert not window.context.actions["approveAction"].isEnabled()
    assert window.orders.panel.bar.why_not.isVisible()
    press(window, qtbot, Qt.Key.Key_A)
    assert decided(orders_desk) == []


@pytest.mark.parametrize(
    ("key", "action", "status"),
    [
        (Qt.Key.Key_R, Action.REJECT, Status.REJECTED),
        (Qt.Key.Key_I, Action.REQUEST_INFORMATION, Status.AWAITING_INFORMATION),
        (Qt.Key.Key_H, Action.HOLD, Status.ON_HOLD),
    ],
)
def test_that_other_decisions_ask_for_their_reason_inline(
    make_window: MakeWindow,
    orders_desk: OrdersDesk,
    qtbot: QtBot,
    key: Qt.Key,
    action: Action,
    status: Status,
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    press(window, qtbot, key)
    form = window.orders.panel.reason_form
    assert form.isVisible()
    form.text.setText("Avklart på telefon")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    settle(window, qtbot)
    ((reference, made, reason, _overrides),) = decided(orders_desk)
    assert (reference, made) == ("RTB-2026-000002", action)
    assert reason.endswith("Avklart på telefon")
    assert orders_desk.orders[reference].status is status


def test_that_escape_closes_a_form_and_gives_the_focus_back(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    press(window, qtbot, Qt.Key.Key_R)
    form = window.orders.panel.reason_form
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    assert form.isHidden()
    assert table(window).hasFocus()
    assert decided(orders_desk) == []


def test_that_letters_typed_in_the_search_decide_nothing(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    search = window.findChild(QLineEdit, "searchField")
    search.setFocus()
    QTest.keyClicks(search, "arih")
    settle(window, qtbot)
    assert search.text() == "arih"
    assert decided(orders_desk) == []
    assert window.orders.panel.reason_form.isHidden()


def test_that_a_suggestion_is_taken_with_one_action(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    findings = window.findChild(QListWidget, "findingsList")
    assert findings.count() == 2
    spoken = findings.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Stopper: HER-id 8143040 er deaktivert")
    take = next(
        button
        for button in findings.findChildren(QPushButton)
        if "8143043" in button.accessibleName()
    )
    take.click()
    settle(window, qtbot)
    amended = [call[1] for call in orders_desk.calls if call[0] == "amend"]
    assert amended[0][:2] == ("RTB-2026-000002", {"her_id": "8143043"})
    assert reference_of(window) == "RTB-2026-000002"
    assert findings.count() == 1


def test_that_a_field_is_amended_inline_with_a_reason(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000002")
    window.orders.panel.open_amendment("vendor")
    form = window.orders.panel.amend_form
    assert form.value.text() == "Fjordjournal AS (oppdiktet)"
    form.value.setText("Ny journal AS (oppdiktet)")
    form.submit()
    assert form.complaint.isVisible()
    form.reason.setText("Bekreftet av kommunen")
    form.submit()
    settle(window, qtbot)
    amended = [call[1] for call in orders_desk.calls if call[0] == "amend"]
    changes = {"vendor": "Ny journal AS (oppdiktet)"}
    assert amended == [("RTB-2026-000002", changes, "Bekreftet av kommunen")]


def test_that_selection_and_place_survive_a_refresh(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = OrdersDesk(number=300)
    window = make_window(desk)
    window.orders.list.table.choose_row(200)
    settle(window, qtbot)
    reference, top = reference_of(window), table(window).verticalScrollBar().value()
    desk.add(901, ())
    window.context.storeChanged.emit()
    settle(window, qtbot)
    assert reference_of(window) == reference
    assert abs(table(window).verticalScrollBar().value() - top) <= 1


def test_that_the_panes_say_what_was_ordered_what_ar_says_and_what_becomes(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    texts = {
        name: " | ".join(
            label.text() for label in window.findChild(QWidget, name).findChildren(QLabel)
        )
        for name in ("orderPane", "registryPane", "configurationPane")
    }
    assert "81\u00a043\u00a0123" in texts["orderPane"]
    assert "sendt som" not in texts["orderPane"]
    assert "≠" in texts["registryPane"]
    assert "Smittevern" in texts["registryPane"]
    assert "før: Gammel journal AS (oppdiktet)" in texts["configurationPane"]


def test_that_the_rows_of_the_panes_stand_on_one_line(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    panes = window.orders.panel.comparison
    for field in ("her_id", "vendor", "category", "system"):
        tops = {
            pane.cells[field].mapTo(window, pane.cells[field].rect().topLeft()).y()
            for pane in (panes.order, panes.registry, panes.configuration)
        }
        assert len(tops) == 1, field


def test_that_history_tells_decisions_with_their_reasons(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    given = "awaiting-vendor: ringt i dag"
    orders_desk.decide("RTB-2026-000005", Action.HOLD, "bjarne", given)
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000005")
    history = window.findChild(QListWidget, "historyList")
    assert "bjarne" in history.item(0).text()
    assert "Venter på journalleverandøren: ringt i dag" in history.item(0).text()
    assert "bestillinger-uke-47.xlsx" in history.item(history.count() - 1).text()


def test_that_a_narrow_window_lets_the_panel_take_over_with_a_way_back(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.resize(1000, 800)
    settle(window, qtbot)
    page = window.orders
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    page.panel.backWanted.emit()
    assert page.list.isVisible()
    window.resize(1440, 900)
    settle(window, qtbot)
    assert page.list.isVisible()
    assert page.panel.isVisible()


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


def test_that_all_clear_orders_are_approved_with_one_confirmation(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.orders.show_query(OrderQuery(categories=("Lab",)))
    settle(window, qtbot)
    window.context.actions["approveClearAction"].trigger()
    settle(window, qtbot)
    form = window.orders.panel.bulk_form
    clear = {
        reference
        for reference in clear_orders(orders_desk)
        if orders_desk.orders[reference].category == "Lab"
    }
    assert form.list.count() == len(clear)
    form.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    form.submit()
    settle(window, qtbot)
    approved = {reference for reference, *_rest in decided(orders_desk)}
    assert approved < clear
    assert len(approved) == len(clear) - 1
    assert window.messages.message.text.startswith(f"{len(approved)} bestillinger godkjent")


def test_that_the_order_of_an_older_query_never_replaces_newer_hits(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.context.storeChanged.emit()
    search = window.findChild(QLineEdit, "searchField")
    for length in range(1, 7):
        search.setText("tromsø"[:length])
    assert window.tasks.settle(10)
    model = window.orders.list.model
    assert {model.order(row).municipality_name for row in range(model.rowCount())} == {"Tromsø"}
    settle(window, qtbot)
    qtbot.wait(120)
    settle(window, qtbot)
    assert {model.order(row).municipality_name for row in range(model.rowCount())} == {"Tromsø"}


def test_that_the_source_of_every_field_is_a_key_away(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, "RTB-2026-000008")
    press(window, qtbot, Qt.Key.Key_S)
    source = window.orders.panel.tabs.source
    assert source.isVisible()
    lines = [source.item(row).text() for row in range(source.count())]
    assert "HER-id: 8 143 123  ·  row 8, HER-id" in lines
    assert any("bestillinger-uke-47.xlsx" in line for line in lines)


def test_that_in_a_narrow_window_work_goes_on_in_the_panel(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    choose(window, qtbot, clear_orders(orders_desk)[0])
    window.resize(1000, 800)
    settle(window, qtbot)
    QTest.keyClick(table(window), Qt.Key.Key_Return)
    before = reference_of(window)
    window.context.actions["approveAction"].trigger()
    settle(window, qtbot)
    assert window.orders.panel.isVisible()
    assert reference_of(window) != before
    assert window.orders.panel.isAncestorOf(window.focusWidget())


def test_that_return_in_the_search_goes_to_the_hits(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot
) -> None:
    window = make_window(orders_desk)
    window.activateWindow()
    search = window.findChild(QLineEdit, "searchField")
    window.context.actions["findAction"].trigger()
    assert search.hasFocus()
    QTest.keyClicks(search, "bergen")
    QTest.keyClick(search, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert table(window).hasFocus()
    assert "Bergen" in window.orders.panel.case.municipality_title


@pytest.mark.parametrize(
    "text",
    [
        "<img src='file:///etc/passwd'>",
        "Kristian\u202eSand",
        "a" * 4000,
        "linje\nskift\ttab",
        "\u0000\ufeff",
        "🏥 أحمد 你好",
    ],
)
def test_that_any_text_is_shown_as_it_stands_in_every_place(
    make_window: MakeWindow, orders_desk: OrdersDesk, qtbot: QtBot, text: str
) -> None:
    reference = "RTB-2026-000002"
    order = orders_desk.orders[reference]
    orders_desk.orders[reference] = replace(
        order,
        municipality_name=text,
        category=text,
        form=text,
        vendor=text,
        system=text,
        comment=text,
        external_reference=text,
        source_name=text,
        contact=replace(order.contact, name=text, email=text),
        extras={text: text},
        places={"her_id": text},
    )
    orders_desk.decide(reference, Action.HOLD, text, text)
    orders_desk.holders[reference] = text
    window = make_window(orders_desk, text)
    choose(window, qtbot, reference)
    window.orders.panel.open_amendment("vendor")
    for tab in range(3):
        window.orders.panel.tabs.setCurrentIndex(tab)
        assert not window.grab().isNull()
    labels = window.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert text in {label.text() for label in labels}
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    assert not any("<img" in tip for tip in tips)
    assert window.tasks.settle(5)

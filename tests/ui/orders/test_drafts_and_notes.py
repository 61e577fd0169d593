"""What is typed is kept as it is typed; notes stay with the order."""

from __future__ import annotations

import pytest
from invented_orders import OrdersDesk
from orders_window import choose, press, reference_of, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from timebok_desktop.domain.errors import RefusedError

FIRST, SECOND = "RTB-2026-000001", "RTB-2026-000002"


@pytest.fixture
def window(make_window, orders_desk: OrdersDesk, qtbot):
    made = make_window(orders_desk)
    settle(made, qtbot)
    return made


def drafts(desk: OrdersDesk, reference: str) -> dict[str, str]:
    found = desk.written.get(reference)
    return dict(found.drafts) if found else {}


def keep(window, qtbot) -> None:
    """Let the pause after the last key pass."""
    qtbot.waitUntil(lambda: not window.orders.drafts._unsaved, timeout=5000)
    settle(window, qtbot)


def type_reason(window, qtbot, words: str) -> None:
    press(window, qtbot, Qt.Key.Key_H)
    QTest.keyClicks(window.orders.panel.reason_form.text, words)


def test_that_a_reason_is_kept_while_it_is_typed(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    type_reason(window, qtbot, "Venter på Per")
    keep(window, qtbot)
    assert drafts(orders_desk, reference) == {"reason/hold/text": "Venter på Per"}
    saves = [call for call in orders_desk.calls if call[0] == "save_draft"]
    assert len(saves) < len("Venter på Per")


def test_that_a_draft_comes_back_and_goes_when_it_is_used(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    type_reason(window, qtbot, "Venter på Per")
    form, notice = window.orders.panel.reason_form, window.orders.panel.notice
    QTest.keyClick(form.text, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert notice.isVisible()
    choose(window, qtbot, SECOND)
    assert not notice.isVisible()
    choose(window, qtbot, reference)
    assert notice.places() == ("reason/hold",)
    notice.goOn.emit("reason/hold")
    settle(window, qtbot)
    assert form.text.text() == "Venter på Per"
    assert not notice.isVisible()
    form.confirm.click()
    settle(window, qtbot)
    assert drafts(orders_desk, reference) == {}
    choose(window, qtbot, reference)
    assert not notice.isVisible()


def test_that_drafts_can_be_thrown_away(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    type_reason(window, qtbot, "Venter")
    QTest.keyClick(window.orders.panel.reason_form.text, Qt.Key.Key_Escape)
    settle(window, qtbot)
    window.orders.panel.notice._discard.click()
    settle(window, qtbot)
    assert drafts(orders_desk, reference) == {}
    assert not window.orders.panel.notice.isVisible()
    type_reason(window, qtbot, "")
    assert window.orders.panel.reason_form.text.text() == ""
    QTest.keyClick(window.orders.panel.reason_form.text, Qt.Key.Key_Escape)
    window.orders.list.step(1)  # the message brings them back, wherever the work has gone
    settle(window, qtbot)
    window.messages.message.follow()
    settle(window, qtbot)
    assert "Venter" in drafts(orders_desk, reference).values()
    choose(window, qtbot, reference)
    assert window.orders.panel.notice.isVisible()


def test_that_what_is_typed_is_kept_when_the_focus_leaves(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    press(window, qtbot, Qt.Key.Key_H)
    window.orders.panel.reason_form.text.setFocus()
    QTest.keyClicks(window.orders.panel.reason_form.text, "Venter")
    window.orders.list.table.setFocus()
    assert window.tasks.settle(10)
    assert drafts(orders_desk, reference) == {"reason/hold/text": "Venter"}


def test_that_what_is_typed_is_kept_when_the_window_closes(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    type_reason(window, qtbot, "Venter på")
    window.close()
    assert drafts(orders_desk, reference) == {"reason/hold/text": "Venter på"}


def test_that_a_chosen_code_is_kept_too(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    press(window, qtbot, Qt.Key.Key_H)
    code = window.orders.panel.reason_form.code
    QTest.keyClick(code.focusProxy(), Qt.Key.Key_3)
    keep(window, qtbot)
    assert drafts(orders_desk, reference) == {"reason/hold/code": "awaiting-colleague"}
    press(window, qtbot, Qt.Key.Key_Escape)
    choose(window, qtbot, SECOND)
    choose(window, qtbot, reference)
    press(window, qtbot, Qt.Key.Key_H)
    assert code.code() == "awaiting-colleague"


def test_that_reasons_for_warnings_are_kept(window, orders_desk, qtbot) -> None:
    warned = next(
        reference
        for reference, found in orders_desk.findings.items()
        if [one.rule for one in found] == ["HER-OWNER"]
    )
    choose(window, qtbot, warned)
    press(window, qtbot, Qt.Key.Key_A)
    form = window.orders.panel.override_form
    QTest.keyClicks(form.findChild(QLineEdit, "override-HER-OWNER"), "Interkommunal")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert drafts(orders_desk, warned) == {"override/HER-OWNER": "Interkommunal"}
    window.orders.panel.notice.goOn.emit("override")
    settle(window, qtbot)
    assert form.findChild(QLineEdit, "override-HER-OWNER").text() == "Interkommunal"


def test_that_another_caseworker_does_not_go_on_with_it(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    type_reason(window, qtbot, "Venter")
    window.context.change_user("ola")
    settle(window, qtbot)
    users = {call[1][3] for call in orders_desk.calls if call[0] == "save_draft"}
    assert users == {"anna"}
    assert drafts(orders_desk, reference) == {"reason/hold/text": "Venter"}


def test_that_a_note_is_written_by_keys_and_stays(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    press(window, qtbot, Qt.Key.Key_N)
    form = window.orders.panel.note_form
    assert form.text.hasFocus()
    QTest.keyClicks(form.text, "Ringte")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    QTest.keyClicks(form.text, "Ingen svarte")
    keep(window, qtbot)
    assert drafts(orders_desk, reference) == {"note": "Ringte\nIngen svarte"}
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert not [call for call in orders_desk.calls if call[0] == "decide"]
    (note,) = orders_desk.written[reference].notes
    assert note.text == "Ringte\nIngen svarte"
    tabs = window.orders.panel.tabs
    assert tabs.currentWidget() is tabs.written
    assert tabs.tabText(tabs.indexOf(tabs.written)) == "Brev og notater (1)"
    assert "anna noterte" in tabs.written.item(0).text()
    assert drafts(orders_desk, reference) == {}


def test_that_an_empty_note_is_asked_for_again(window, orders_desk, qtbot) -> None:
    press(window, qtbot, Qt.Key.Key_N)
    form = window.orders.panel.note_form
    form.confirm.click()
    assert form.isVisible()
    assert form.complaint.text() == "Skriv notatet først."


def test_that_a_note_that_is_refused_is_not_lost(window, orders_desk, qtbot, monkeypatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise RefusedError("Går ikke.", "Går ikkje.")

    monkeypatch.setattr(orders_desk, "add_note", refuse)
    press(window, qtbot, Qt.Key.Key_N)
    form = window.orders.panel.note_form
    QTest.keyClicks(form.text, "Ringte")
    form.submit()
    settle(window, qtbot)
    assert form.isVisible()
    assert form.text.toPlainText() == "Ringte"
    assert window.messages.message.text == "Går ikke."


def test_that_a_draft_that_cannot_be_kept_is_told(window, orders_desk, qtbot, monkeypatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise RefusedError("Disken er full.", "Disken er full.")

    monkeypatch.setattr(orders_desk, "save_draft", refuse)
    type_reason(window, qtbot, "Venter")
    keep(window, qtbot)
    assert window.messages.message.text == "Disken er full."


def test_that_an_amendment_is_kept_by_its_field(window, orders_desk, qtbot, monkeypatch) -> None:
    reference = reference_of(window)
    press(window, qtbot, Qt.Key.Key_E)
    form = window.orders.panel.amend_form
    form.field.setCurrentIndex(form.field.findData("her_id"))
    form.value.selectAll()
    QTest.keyClicks(form.value, "81234")
    QTest.keyClicks(form.reason, "Ringte")
    QTest.keyClick(form.reason, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert drafts(orders_desk, reference) == {
        "amend/her_id/reason": "Ringte",
        "amend/her_id/value": "81234",
    }
    assert window.orders.panel.notice.places() == ("amend/her_id",)
    window.orders.panel.notice.goOn.emit("amend/her_id")
    assert (form.value.text(), form.reason.text()) == ("81234", "Ringte")
    form.field.setCurrentIndex(form.field.findData("category"))
    assert form.reason.text() == ""


def test_that_what_is_typed_is_kept_when_the_window_is_covered(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    type_reason(window, qtbot, "Venter")
    window.centralWidget().hide()
    assert window.tasks.settle(10)
    assert drafts(orders_desk, reference) == {"reason/hold/text": "Venter"}
    window.centralWidget().show()
    assert window.orders.panel.reason_form.text.text() == "Venter"

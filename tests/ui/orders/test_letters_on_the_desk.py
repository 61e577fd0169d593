"""The letter on the page of orders: with its decision or after it, by keys alone, never lost."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from invented_orders import OrdersDesk
from orders_window import choose, decided, press, reference_of, settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.correspondence_views import Correspondence
from timebok_desktop.ui.orders.columns import sentence, shown
from timebok_desktop.ui.orders.drafts import PAUSE

FIRST, SECOND = "RTB-2026-000001", "RTB-2026-000002"


@pytest.fixture
def window(make_window, orders_desk: OrdersDesk, tmp_path: Path, qtbot):
    made = make_window(orders_desk)
    made.context.choose_file = lambda _page, question: tmp_path / question.suggested
    settle(made, qtbot)
    return made


def saved(desk: OrdersDesk) -> list[tuple]:
    return [call[1] for call in desk.calls if call[0] == "save_letter"]


def begin(window, qtbot, key: Qt.Key = Qt.Key.Key_I):
    """The reason of a decision, and on to its letter."""
    press(window, qtbot, key)
    form = window.orders.panel.reason_form
    form.text.setText("Noe mangler")
    QTest.mouseClick(form.with_letter, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    return window.orders.panel.letter


def test_that_a_decision_and_its_letter_are_made_together_and_the_next_comes(
    window, orders_desk, qtbot
) -> None:
    reference = reference_of(window)
    sheet = begin(window, qtbot)
    assert decided(orders_desk) == []
    assert sheet.isVisible()
    assert sheet.recipient.text() == "kari@example.no"
    QTest.mouseClick(sheet.buttons["eml"], Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert orders_desk.orders[reference].status is Status.AWAITING_INFORMATION
    ((kept, letter, name, user),) = saved(orders_desk)
    assert (kept, name, user) == (reference, f"{reference}-brev.eml", "anna")
    assert letter.kind is LetterKind.REQUEST_INFORMATION
    assert reference_of(window) != reference
    assert not sheet.isVisible()
    press(window, qtbot, Qt.Key.Key_U)
    assert orders_desk.orders[reference].status is Status.RECEIVED


def test_that_nothing_is_decided_when_the_letter_is_put_away(window, orders_desk, qtbot) -> None:
    sheet = begin(window, qtbot, Qt.Key.Key_R)
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert not sheet.isVisible()
    assert decided(orders_desk) == saved(orders_desk) == []
    assert window.orders.list.table.hasFocus()


def test_that_a_letter_that_is_not_finished_decides_nothing(window, orders_desk, qtbot) -> None:
    sheet = begin(window, qtbot)
    sheet.text.clear()
    QTest.mouseClick(sheet.buttons["pdf"], Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert decided(orders_desk) == saved(orders_desk) == []
    assert sheet.complaint.text() == "Brevet er tomt."
    assert sheet.complaint.isVisible()


def test_that_a_letter_is_written_by_keys_after_the_decision(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    orders_desk.decide(reference, Action.REJECT, "anna", "Feil")
    window.orders.refresh()
    settle(window, qtbot)
    press(window, qtbot, Qt.Key.Key_L)
    sheet = window.orders.panel.letter
    assert sheet.isVisible()
    assert not sheet.has_deadline.isVisible()
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    ((_, letter, name, _),) = saved(orders_desk)
    assert (letter.kind, name[-4:]) == (LetterKind.REJECTION, ".eml")
    assert reference_of(window) == reference
    assert window.orders.panel.tabs.written.item(0).text().startswith("i dag")
    assert "Avslag" in window.orders.panel.tabs.history.item(0).text()


def test_that_its_draft_never_comes_back_behind_a_slow_letter(
    window, orders_desk, qtbot, monkeypatch
) -> None:
    save = orders_desk.save_letter

    def slowly(*arguments, **named):
        time.sleep(2 * PAUSE / 1000)
        return save(*arguments, **named)

    monkeypatch.setattr(orders_desk, "save_letter", slowly)
    sheet = begin(window, qtbot)
    QTest.keyClicks(sheet.text, "Takk for sist. ")
    QTest.keyClick(sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    assert len(saved(orders_desk)) == 1
    names = [call[0] for call in orders_desk.calls]
    assert names.index("save_draft") < names.index("save_letter")
    assert "save_draft" not in names[names.index("save_letter") :]


def test_that_a_decision_is_not_made_twice_where_its_letter_could_not_be_saved(
    window, orders_desk, qtbot, monkeypatch
) -> None:
    reference = reference_of(window)
    save = orders_desk.save_letter
    error = UnavailableError("Disken er full.", "Disken er full.")
    monkeypatch.setattr(orders_desk, "save_letter", _failing(error))
    sheet = begin(window, qtbot)
    sheet.buttons["docx"].click()
    settle(window, qtbot)
    assert orders_desk.orders[reference].status is Status.AWAITING_INFORMATION
    assert window.messages.message.text == "Disken er full."
    monkeypatch.setattr(orders_desk, "save_letter", save)
    assert sheet.isVisible()
    sheet.buttons["docx"].click()
    settle(window, qtbot)
    assert len(saved(orders_desk)) == len(decided(orders_desk)) == 1


def _failing(error: Exception):
    def fail(*_arguments: object) -> None:
        raise error

    return fail


def test_that_the_bar_offers_the_letter_once_there_is_something_to_tell(
    window, orders_desk, qtbot
) -> None:
    button = window.orders.panel.bar._letter
    assert not button.isVisible()
    orders_desk.decide(reference_of(window), Action.REJECT, "anna", "Feil")
    window.orders.refresh()
    settle(window, qtbot)
    assert button.isVisible()
    assert button.accessibleName() == "Skriv brev"
    button.click()
    settle(window, qtbot)
    assert window.orders.panel.letter.isVisible()


def test_that_without_a_decision_the_letter_says_what_is_missing(
    window, orders_desk, qtbot
) -> None:
    press(window, qtbot, Qt.Key.Key_L)
    assert not window.orders.panel.letter.isVisible()
    assert "beslutning" in window.messages.message.text


def test_that_another_language_has_its_own_words_and_drafts(window, orders_desk, qtbot) -> None:
    sheet = begin(window, qtbot)
    QTest.keyClicks(sheet.text, "Kjære kommune. ")
    sheet.language.setCurrentIndex(1)
    settle(window, qtbot)
    assert "på nn." in sheet.text.toPlainText()
    assert "Kjære" not in sheet.text.toPlainText()
    sheet.language.setCurrentIndex(0)
    settle(window, qtbot)
    assert sheet.text.toPlainText().startswith("Kjære kommune. Hei")


def test_that_a_deadline_moves_in_the_text_and_can_be_left_out(window, orders_desk, qtbot) -> None:
    sheet = begin(window, qtbot)
    sheet.day.setText("3.12.2099")
    QTest.keyClick(sheet.day, Qt.Key.Key_Return)
    assert "torsdag 3. desember 2099" in sheet.text.toPlainText()
    assert sheet.letter().deadline == date(2099, 12, 3)
    assert sheet.weekday.text() == "torsdag"
    sheet.day.setText("5.12.2099")
    QTest.keyClick(sheet.day, Qt.Key.Key_Return)
    assert sheet.weekday.text() == "lørdag: ikke en virkedag"
    before = sheet.text.toPlainText()
    sheet.has_deadline.click()
    assert "desember" not in sheet.text.toPlainText()
    assert sheet.letter().deadline is None
    sheet.has_deadline.click()
    assert sheet.text.toPlainText() == before
    assert sheet.letter().deadline == date(2099, 12, 5)


@pytest.mark.parametrize("wrong", ["i morgen", "31.02.2099", ""])
def test_that_a_deadline_that_is_no_day_is_told_and_forgotten(
    window, orders_desk, qtbot, wrong
) -> None:
    sheet = begin(window, qtbot)
    sheet.day.setText(wrong)
    QTest.keyClick(sheet.day, Qt.Key.Key_Return)
    assert sheet.day.text() == "01.12.2099"
    assert "dd.mm.åååå" in sheet.complaint.text()


def test_that_the_queue_shows_deadline_and_answer_by_word_and_shape(
    window, orders_desk, qtbot
) -> None:
    today = date.today()  # noqa: DTZ011 - the window's own clock
    late = orders_desk._row(orders_desk.orders[FIRST])._replace(deadline=today - timedelta(days=3))
    now = window.context.now()
    assert shown(late, "nb", now).lines[3][0] == "▲ over frist"
    assert "over frist" in sentence(late, "nb", now)
    soon = late._replace(deadline=today + timedelta(days=40), is_answer=True)
    assert shown(soon, "nb", now).lines[3][0] == f"frist {soon.deadline:%d.%m.}"
    assert shown(soon, "nb", now).lines[0][1] == "Ny · svar"


def test_that_the_panel_leads_from_answer_to_question_and_back(window, orders_desk, qtbot) -> None:
    orders_desk.written[FIRST] = Correspondence(answered_by=SECOND)
    orders_desk.written[SECOND] = Correspondence(answers=(FIRST,), deadline=date(2020, 1, 2))
    asked = orders_desk.orders[FIRST]
    answer = replace(asked, reference=SECOND, form="koronavaksine-2", her_id="8123456")
    orders_desk.orders[SECOND] = answer
    choose(window, qtbot, SECOND)
    links = window.orders.panel.links
    assert links.changed.text() == (
        f"Endret siden da: HER-id (før: {asked.her_id}), Skjema (før: {asked.form or '–'})"
    )
    assert links.earlier.text() == f"Svar på {FIRST}"
    assert links.deadline.accessibleName() == "Over fristen 02.01.2020"
    links.earlier.click()
    settle(window, qtbot)
    assert reference_of(window) == FIRST
    assert links.later.text() == f"Svaret kom med {SECOND}"
    assert not links.earlier.isVisible()


def test_that_a_letter_that_was_begun_is_gone_on_with(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    sheet, notice = begin(window, qtbot), window.orders.panel.notice
    QTest.keyClicks(sheet.text, "Kjære. ")
    sheet.has_deadline.click()
    QTest.keyClick(sheet.subject, Qt.Key.Key_Escape)
    settle(window, qtbot)
    assert "letter/request-information" in notice.places()
    notice.goOn.emit("letter/request-information")
    settle(window, qtbot)
    form = window.orders.panel.reason_form
    assert form.isVisible()
    form.with_letter.click()
    settle(window, qtbot)
    assert sheet.text.toPlainText().startswith("Kjære. Hei")
    assert sheet.letter().deadline is None
    sheet.close_letter()
    orders_desk.decide(reference, Action.REQUEST_INFORMATION, "anna", "x")
    window.orders.refresh()
    settle(window, qtbot)
    notice.goOn.emit("letter/request-information")
    settle(window, qtbot)
    assert sheet.pending is None
    assert sheet.text.toPlainText().startswith("Kjære. Hei")


def test_that_a_letter_of_a_decision_that_cannot_be_made_is_told(
    window, orders_desk, qtbot
) -> None:
    window.orders.panel.notice.goOn.emit("letter/approval")
    settle(window, qtbot)
    assert "gjelder ikke lenger" in window.messages.message.text
    window.orders.panel.notice.goOn.emit("note")
    assert window.orders.panel.note_form.isVisible()
    window.orders.panel.notice.goOn.emit("override")
    settle(window, qtbot)


def test_that_nothing_is_saved_where_no_file_is_chosen(window, orders_desk, qtbot) -> None:
    sheet = begin(window, qtbot)
    window.context.choose_file = lambda _page, _question: None
    sheet.buttons["eml"].click()
    settle(window, qtbot)
    assert decided(orders_desk) == saved(orders_desk) == []
    assert sheet.isVisible()


def test_that_a_kept_letter_shows_its_words_when_it_is_opened(window, orders_desk, qtbot) -> None:
    reference = reference_of(window)
    letter = orders_desk.letter(reference, "anna", LetterKind.REJECTION).letter
    orders_desk.save_letter(reference, letter, Path("brev.pdf"), "anna")
    orders_desk.add_note(reference, "Ringte", "berit")
    window.orders.refresh()
    settle(window, qtbot)
    written = window.orders.panel.tabs.written
    note, kept = written.item(0), written.item(1)
    assert "Hilsen" not in kept.text()
    written.itemActivated.emit(kept)
    assert "Hilsen" in kept.text()
    written.itemActivated.emit(kept)
    assert "Hilsen" not in kept.text()
    written.itemActivated.emit(note)
    assert "Ringte" in note.text()

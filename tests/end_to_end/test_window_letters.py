"""From a finding to the answer in the real window: letter, deadline, and the same case again."""

from __future__ import annotations

from datetime import date
from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from timebok_desktop.app import create_window

ASKED = {
    "herId": "12ab",
    "externalReference": "K-1",
    "language": "nn",
    "contact": {"email": "oda@example.no"},
}


@pytest.fixture
def window(desk, order, tmp_path: Path, qapp):
    order(**ASKED)
    made = create_window(desk.workspace, "anna")
    made.resize(1440, 900)
    made.show()
    made.context.choose_file = lambda _page, question: tmp_path / question.suggested
    settle(made)
    yield made
    made.close()
    made.deleteLater()


def settle(window) -> None:
    for _ in range(3):
        assert window.tasks.settle(20)
        QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def press(window, key: Qt.Key) -> None:
    QTest.keyClick(window.orders.list.table, key)
    settle(window)


def test_that_a_case_goes_to_the_municipality_and_comes_back(
    window, desk, order, tmp_path: Path, qtbot
) -> None:
    panel = window.orders.panel
    reference = panel.case.order.reference
    press(window, Qt.Key.Key_I)
    panel.reason_form.submit()
    settle(window)
    assert desk("orders", "show", reference).document["status"] == "awaiting_information"
    press(window, Qt.Key.Key_L)
    assert panel.letter.language.currentData() == "nn"
    assert "«12ab» kan ikkje vere ein HER-id" in panel.letter.text.toPlainText()
    QTest.keyClicks(panel.letter.text, "Takk for sist. ")
    QTest.keyClick(panel.letter.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    (path,) = tmp_path.glob("*.eml")
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert message["To"] == "oda@example.no"
    assert message.get_content().startswith("Takk for sist. Hei")
    shown = desk("orders", "show", reference).document
    assert shown["status"] == "awaiting_information"
    assert date.fromisoformat(shown["deadline"]) > date.today()  # noqa: DTZ011 - the desk's clock
    assert panel.links.deadline.isVisible()
    assert panel.case.correspondence.drafts == {}

    answer = order(**{**ASKED, "herId": "9001001"})
    window.context.storeChanged.emit()
    settle(window)
    window.orders.show_subject(answer)
    qtbot.waitUntil(lambda: panel.case.order.reference == answer, timeout=5000)
    assert panel.links.earlier.text().endswith(reference)
    assert "Takk for sist." in panel.case.correspondence.letters[0].text
    panel.links.earlier.click()
    qtbot.waitUntil(lambda: panel.case.order.reference == reference, timeout=5000)
    assert panel.links.later.text().endswith(answer)

"""What is to be done first is kept with every change, and says why."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from timebok_desktop.domain.urgency import Reason, urgency_of
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery

FIRST = OrderQuery(sort="urgency")
MONDAY = date(2026, 3, 16)


def told(bench, reference):
    """The urgency of an order, as its row and its case tell it."""
    with bench.office.store.read() as unit:
        assert unit.orders.miscounts() == []
    (row,) = bench.desk.order_page(OrderQuery(search=reference), "kari", 5).rows
    assert bench.desk.case(reference, "kari").urgency == row.urgency
    return urgency_of(row.urgency)


@pytest.mark.parametrize(
    ("action", "reason", "due"),
    [
        (Action.CLAIM, Reason.WAITING, date(2026, 3, 23)),
        (Action.HOLD, Reason.HELD, date(2026, 3, 30)),
        (Action.REQUEST_INFORMATION, Reason.UNANSWERED, date(2026, 3, 23)),
        (Action.APPROVE, Reason.SECOND_APPROVAL, date(2026, 3, 17)),
    ],
)
def test_that_a_decision_and_its_undoing_change_the_reason(office, action, reason, due) -> None:
    reference = office.order()
    before = told(office, reference)
    office.desk.decide(reference, action, "kari", "form")
    found = told(office, reference)
    assert (found.reason, found.due) == (reason, due)
    if action is not Action.CLAIM:
        office.desk.decide(reference, Action.UNDO, "kari")
    assert told(office, reference) == before


def test_that_a_rejected_order_is_not_to_be_done(office) -> None:
    reference = office.order()
    office.desk.decide(reference, Action.REJECT, "kari", "other")
    assert told(office, reference) is None


def test_that_a_letter_sets_the_day_after_its_deadline(office) -> None:
    reference = office.order(category="Koronatest")
    office.desk.decide(reference, Action.REQUEST_INFORMATION, "kari", "form")
    letter = office.desk.letter(reference, "kari").letter
    office.desk.save_letter(reference, letter, office.folder / "brev.eml", "kari")
    found = told(office, reference)
    assert (found.reason, found.since) == (Reason.DEADLINE, letter.deadline)
    assert found.due > letter.deadline


def test_that_an_answer_comes_before_what_is_only_new(office) -> None:
    asked = office.order(category="Koronatest", externalReference="K-1")
    office.desk.decide(asked, Action.REQUEST_INFORMATION, "kari", "form")
    new = office.order()
    answer = office.order(
        category="Koronatest", form="koronatest-1", externalReference="K-1", verify=False
    )
    assert told(office, answer).reason is Reason.ANSWERED
    rows = office.desk.order_page(FIRST, "kari", 5).rows
    assert [row.reference for row in rows] == [answer, new, asked]


def test_that_an_amended_date_counts_at_once(office) -> None:
    reference = office.order()
    office.desk.amend(reference, {"desired_from": "2026-03-18"}, "ringt", "kari")
    found = told(office, reference)
    assert (found.reason, found.since) == (Reason.DESIRED, date(2026, 3, 18))
    assert found.due == date(2026, 3, 11)


def test_that_many_decided_at_once_are_kept_like_one(office) -> None:
    references = [office.order(desiredFrom="2026-03-19"), office.order(herId="8000002")]
    ids = office.desk.order_ids(OrderQuery(), "kari")
    before = [told(office, one) for one in references]
    made = office.desk.decide_many(ids, Action.HOLD, "kari", "other")
    assert made.done == len(references)
    assert [told(office, one).reason for one in references] == [Reason.DESIRED, Reason.HELD]
    office.desk.undo_many(made.decisions, "kari")
    assert [told(office, one) for one in references] == before


def test_that_other_days_in_the_settings_count_for_all_orders(office) -> None:
    reference = office.order()
    office.desk.change_settings({"due_new_working_days": "2"}, "kari")
    assert told(office, reference).due == MONDAY + timedelta(days=2)


def test_that_other_days_in_the_file_count_from_the_next_start(office) -> None:
    reference = office.order()
    office.close()
    settings = office.folder.parent / "workspace" / "settings.toml"
    settings.write_text("due_new_working_days = 3\n", "utf-8")
    assert told(office, reference).due == MONDAY + timedelta(days=3)

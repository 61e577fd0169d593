"""Who approves second has seen what the first approver saw, and has opened all that was flagged."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.looks import Look
from timebok_desktop.services.views import OrderQuery

GIVEN = {"VENDOR-UNKNOWN": "ringte dem"}


@pytest.fixture
def waiting(office):
    """An order that kari has approved in spite of a warning."""
    reference = office.order(vendor="Ukjent")
    office.decide(reference, ("kari", "approve"), overrides=GIVEN)
    return reference


def approve(office, reference, *, seen=(), **more):
    look = Look(office.desk.case(reference, "ola").shown, seen)
    return office.desk.decide(reference, Action.APPROVE, "ola", look=look, **more)


def test_that_the_second_approver_is_shown_what_the_first_one_saw(office, waiting):
    case = office.desk.case(waiting, "ola")
    first = case.first_approval
    assert (first.by, dict(first.overrides)) == ("kari", GIVEN)
    assert first.at == office.now
    assert first.snapshot == office.desk.current_snapshot()
    assert first.same_entry
    assert case.to_see == ("VENDOR-UNKNOWN",)


def test_that_nothing_is_to_be_seen_where_no_second_approval_is_awaited(office):
    case = office.desk.case(office.order(vendor="Ukjent"), "kari")
    assert case.first_approval is None
    assert case.to_see == ()


def test_that_a_clean_order_asks_the_second_approver_for_nothing(office):
    reference = office.order()
    office.decide(reference, ("kari", "approve"))
    assert office.desk.case(reference, "ola").to_see == ()
    approve(office, reference)
    assert office.status(reference) == "approved"


def test_that_an_entry_that_changed_since_the_first_approval_is_told(
    office, waiting, make_party, make_organisation
):
    office.registry(
        make_organisation(), make_party(8000001, Name="Et annet navn"), make_party(8000002)
    )
    office.desk.verify([waiting], user="ola")
    first = office.desk.case(waiting, "ola").first_approval
    assert not first.same_entry
    assert first.snapshot != office.desk.current_snapshot()


@pytest.mark.parametrize("seen", [(), ("HER-OWNER",)])
def test_that_what_was_shown_is_not_approved_with_a_flagged_part_unopened(office, waiting, seen):
    before = office.state()
    with pytest.raises(RefusedError, match=r"Åpne og se på dette først: VENDOR-UNKNOWN"):
        approve(office, waiting, seen=seen)
    assert office.state() == before


def test_that_what_was_opened_is_kept_with_the_approval_and_signed(office, waiting):
    approve(office, waiting, seen={"VENDOR-UNKNOWN", "HER-OWNER"})
    assert office.status(waiting) == "approved"
    event = office.desk.audit_events(waiting)[-1]
    assert event.details["seen"] == ["VENDOR-UNKNOWN"]
    assert event.details["overrides"] == GIVEN
    assert office.export().configurations == 1


def test_that_a_reason_of_ones_own_counts_as_having_looked(office, waiting):
    office.decide(waiting, ("ola", "undo"))
    office.decide(waiting, ("kari", "approve"), overrides=GIVEN)
    with pytest.raises(RefusedError, match="VENDOR-UNKNOWN"):
        approve(office, waiting, overrides=GIVEN)  # the first approver's reason, handed on
    approve(office, waiting, seen=("VENDOR-UNKNOWN",), overrides=GIVEN)
    assert office.status(waiting) == "approved"


def test_that_a_command_confirms_with_its_one_action(office, waiting):
    office.decide(waiting, ("ola", "approve"))
    assert office.status(waiting) == "approved"
    assert "seen" not in office.desk.audit_events(waiting)[-1].details


def test_that_many_at_once_leave_flagged_ones_to_be_opened(office, waiting):
    clean = office.order(category="Vaksine", herId="8000002")
    office.decide(clean, ("kari", "approve"))
    ids = office.desk.order_ids(OrderQuery(), "ola")
    preview = office.desk.preview_many(ids, Action.APPROVE, "ola")
    outcome = office.desk.decide_many(ids, Action.APPROVE, "ola")
    assert preview.refused == outcome.refused
    (held,) = outcome.refused
    assert held.reference == waiting
    assert "må godkjennes for seg: VENDOR-UNKNOWN" in held.why.text("nb")
    assert office.status(clean) == "approved"
    assert office.status(waiting) == "awaiting_second_approval"

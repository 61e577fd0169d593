"""Orders go from desk to desk: logged, never silently, and nobody's hold outlives them."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.errors import UsageError
from timebok_desktop.services.views import OrderQuery


def ids(office):
    return office.desk.order_ids(OrderQuery(sort="reference"), "kari")


def holders(office):
    return [(row.status.value, row.holder) for row in office.desk.order_rows(ids(office))]


def entries(office):
    return [
        (event.by, event.action, event.subject, dict(event.details))
        for event in office.desk.audit_events()
        if event.action == "handed-over"
    ]


def test_that_a_colleague_gets_orders_and_sees_them_among_their_own(office) -> None:
    references = [office.order(), office.order(herId="8000002")]
    office.decide(references[0], ("kari", "claim"))
    outcome = office.desk.hand_over(ids(office), " Ola ", "kari", "ferie")
    assert (outcome.done, outcome.refused) == (2, ())
    assert holders(office) == [("in_review", "Ola")] * 2
    mine = office.desk.order_ids(OrderQuery(view="mine"), "ola")
    assert sorted(mine) == sorted(ids(office))
    assert office.desk.view_counts("ola")["mine"] == 2
    assert sorted(entries(office), key=lambda one: one[2]) == [
        ("kari", "handed-over", references[0], {"from": "kari", "to": "Ola", "reason": "ferie"}),
        ("kari", "handed-over", references[1], {"from": "kari", "to": "Ola", "reason": "ferie"}),
    ]
    assert office.desk.check_store().ok
    assert office.desk.verify_audit().intact


def test_that_what_a_colleague_holds_is_taken_only_with_a_reason(office) -> None:
    reference = office.order()
    office.decide(reference, ("kari", "claim"))
    (held,) = office.desk.hand_over(ids(office), "ola", "ola").refused
    assert "kollega" in held.why.text("nb")
    assert holders(office) == [("in_review", "kari")]
    assert entries(office) == []
    assert office.desk.hand_over(ids(office), "ola", "ola", "kari er syk").done == 1
    assert holders(office) == [("in_review", "ola")]


def test_that_an_order_stays_where_it_is_when_it_is_there_already(office) -> None:
    office.decide(office.order(), ("kari", "hold"), reason="venter")
    (held,) = office.desk.hand_over(ids(office), "KARI", "kari").refused
    assert "allerede" in held.why.text("nb")


def test_that_what_nobody_holds_is_not_handed_over(office) -> None:
    office.decide(office.order(), ("kari", "approve"))
    (held,) = office.desk.hand_over(ids(office), "ola", "kari", "x").refused
    assert "Ingen holder" in held.why.text("nb")
    assert holders(office)[0][0] == "awaiting_second_approval"


def test_that_a_status_stays_and_a_national_number_in_the_reason_is_masked(office) -> None:
    office.decide(office.order(), ("kari", "hold"), reason="venter")
    office.desk.hand_over(ids(office), "ola", "kari", "gjelder 13097248022")
    assert holders(office) == [("on_hold", "ola")]
    assert "13097248022" not in repr(entries(office))


def test_that_an_order_is_handed_to_somebody(office) -> None:
    office.order()
    for to, user in ((" ", "kari"), ("ola", " ")):
        with pytest.raises(UsageError):
            office.desk.hand_over(ids(office), to, user)


def test_that_a_holder_has_an_order_since_it_was_taken_or_handed_over(office) -> None:
    reference = office.order()
    desk, taken = office.desk, office.now

    def since():
        assert desk.case(reference, "kari").held_since == row().held_since
        return row().held_since

    def row():
        return desk.order_rows(ids(office))[0]

    assert since() is None
    office.decide(reference, ("kari", "claim"))
    assert since() == taken
    office.later(days=1)
    desk.amend(reference, {"comment": "ringt"}, "på telefon", "kari")
    assert since() == taken  # to write on it is not to take it anew
    desk.hand_over(ids(office), "ola", "kari", "ferie")
    assert since() == office.now
    office.later(days=1)
    office.decide(reference, ("kari", "hold"), reason="venter")
    assert (row().holder, since()) == ("kari", office.now)
    office.decide(reference, ("kari", "undo"))
    assert row().held_since == (office.now if row().holder else None)
    assert desk.check_store().ok


def test_that_the_cases_that_are_held_for_long_can_be_asked_for(office) -> None:
    office.decide(office.order(), ("kari", "claim"))
    day = office.now.date()
    office.later(days=3)
    office.decide(office.order(herId="8000002"), ("ola", "claim"))
    office.decide(office.order(category="Vaksine"), ("ola", "hold"), reason="venter")
    desk, (first, second, _) = office.desk, ids(office)
    for sort in ("received_at", "urgency"):
        assert list(desk.order_ids(OrderQuery(claimed_until=day, sort=sort), "kari")) == [first]
        late = OrderQuery(claimed_until=office.now.date(), sort=sort)
        assert sorted(desk.order_ids(late, "kari")) == [first, second]
        assert desk.order_page(late, "kari", 5).total == 2
    early = OrderQuery(claimed_until=day.replace(day=day.day - 1))
    assert list(desk.order_ids(early, "kari")) == []

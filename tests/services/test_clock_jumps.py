"""A clock that jumps: order is kept by number, the log says so, and nothing is deleted early."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.services.queue_views import OrderQuery

CONTACT = {"name": "Oda Oppdiktet", "email": "oda@example.no"}


def jumps(office):
    return [e for e in office.desk.audit_events() if e.action.startswith("clock-")]


def test_that_a_clock_that_was_set_back_is_logged_before_what_follows(office):
    reference = office.order()
    before = office.desk.audit_events()[-1]
    office.later(days=-40)
    office.decide(reference, ("kari", "claim"))
    back, claim = office.desk.audit_events()[-2:]
    assert (back.action, back.by, back.seq) == ("clock-set-back", "", before.seq + 1)
    assert datetime.fromisoformat(back.details["before"]) == before.at
    assert back.at == claim.at == office.now
    assert claim.action == "claim"
    assert office.desk.verify_audit().intact


def test_that_it_is_logged_once(office):
    reference = office.order()
    office.later(days=-40)
    office.decide(reference, ("kari", "claim"), ("kari", "release"), ("kari", "claim"))
    assert len(jumps(office)) == 1


def test_that_decisions_keep_their_order_when_the_clock_goes_back(office):
    reference = office.order()
    office.decide(reference, ("kari", "claim"))
    office.later(days=-3)
    office.decide(reference, ("kari", "hold"), reason="venter")
    case = office.desk.case(reference, "kari")
    assert [one.kind.value for one in case.decisions] in (["claim", "hold"], ["hold", "claim"])
    told = [e.action for e in office.desk.audit_events(reference)]
    assert told.index("claim") < told.index("hold")
    assert office.decide(reference, ("kari", "undo")) == "in_review"


def test_that_packages_keep_their_order_when_the_clock_goes_back(office):
    office.approve(office.order())
    first = office.export()
    office.later(days=-400)
    office.approve(office.order(herId="8000002"))
    second = office.export()
    assert (first.sequence, second.sequence) == (1, 2)
    assert [one.sequence for one in office.desk.packages()] == [2, 1]
    assert office.desk.verify_package(Path(second.path)).valid


@pytest.mark.parametrize("minutes", [-29, 0, 60 * 24 * 366])
def test_that_an_ordinary_wait_is_not_told_of(office, minutes):
    reference = office.order()
    office.later(minutes=minutes)
    office.decide(reference, ("kari", "claim"))
    assert jumps(office) == []


def test_that_the_end_of_summer_time_is_no_jump(office):
    office.now = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30, and an hour later 02:30 again
    first = office.order()
    office.later(hours=1)
    second = office.order(herId="8000002")
    assert jumps(office) == []
    rows = office.desk.order_rows(office.desk.order_ids(OrderQuery(sort="received_at"), "kari"))
    assert [row.reference for row in rows] == [first, second]


def test_that_nothing_is_deleted_because_the_clock_went_ten_years_ahead(office):
    reference = office.order(contact=CONTACT)
    office.approve(reference)
    office.export()
    office.receipt(office.desk.packages()[0].uuid, (reference, "ok"))
    office.later(days=3652)
    for _day in range(2):
        with pytest.raises(RefusedError, match=r"Ingenting slettes før 14\.04\.2036"):
            office.desk.retain("kari")
        office.later(days=1)
    assert [one.action for one in jumps(office)] == ["clock-far-ahead"]
    assert office.get(reference).contact.name == "Oda Oppdiktet"
    office.later(days=-3652)
    assert office.desk.retain("kari").orders == 0
    assert office.get(reference).contact.name == "Oda Oppdiktet"


def test_that_it_is_deleted_when_the_clock_has_stood_by_it_for_thirty_days(office):
    reference = office.order(contact=CONTACT)
    office.approve(reference)
    office.export()
    office.receipt(office.desk.packages()[0].uuid, (reference, "ok"))
    office.later(days=3652)
    with pytest.raises(RefusedError):
        office.desk.retain("kari")
    office.later(days=30)
    assert office.desk.retain("kari").orders == 1
    assert office.get(reference).contact.name == ""

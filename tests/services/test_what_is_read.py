"""What a caseworker has not seen as it is now is unread for that caseworker alone; nothing of it is
logged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timebok_desktop.domain.errors import UsageError
from timebok_desktop.services.views import OrderQuery

UNREAD = OrderQuery(unread=True)


def unread(office, user):
    """The places of the unread orders in the queue, by the rows, by the filter and by pages."""
    desk = office.desk
    every = desk.order_ids(OrderQuery(), user)
    rows = desk.order_rows(every, user)
    found = [place for place, row in enumerate(rows) if row.unread]
    for query in (UNREAD, replace(UNREAD, sort="her_id"), replace(UNREAD, search="stavanger")):
        assert sorted(desk.order_ids(query, user)) == [every[place] for place in found]
        page = desk.order_page(query, user, 100)
        assert sorted(row.id for row in page.rows) == [every[place] for place in found]
        assert page.total == len(found)
        assert all(row.unread for row in page.rows)
    assert [row.unread for row in desk.order_page(OrderQuery(), user, 100).rows] == [
        row.unread for row in rows
    ]
    return found


def test_that_an_order_is_unread_until_that_caseworker_has_seen_it(office) -> None:
    office.order()
    office.order(herId="8000002")
    office.close()
    events = len(office.desk.audit_events())
    ids = office.desk.order_ids(OrderQuery(), "kari")
    assert not any(row.unread for row in office.desk.order_rows(ids))  # nobody looks
    assert unread(office, "kari") == unread(office, "ola") == [0, 1]
    office.desk.mark_read(ids[:1], "KARI")
    assert unread(office, "kari") == [1]
    assert unread(office, "ola") == [0, 1]
    office.desk.mark_read(ids, "kari")
    office.desk.mark_unread(ids[1:], "Kari")
    assert unread(office, "kari") == [1]
    assert len(office.desk.audit_events()) == events
    assert office.desk.check_store().ok
    about = office.desk.about_person("kari", "ola")
    assert [one["reference"] for one in about["opened"]] == [
        office.desk.order_rows(ids)[0].reference
    ]
    with pytest.raises(UsageError):
        office.desk.mark_read(ids, " ")


def test_that_another_verdict_makes_it_unread_but_not_an_old_snapshot(
    office, make_party, make_organisation
) -> None:
    office.order()
    office.desk.mark_read(office.desk.order_ids(OrderQuery(), "kari"), "kari")
    assert unread(office, "kari") == []
    office.later(days=30)
    office.desk.verify(everything=True, user="ola")
    assert office.desk.order_page(OrderQuery(), "kari", 1).rows[0].rules == ("SNAPSHOT-STALE",)
    assert unread(office, "kari") == []
    office.registry(make_organisation(), make_party(8000001, Active=False), make_party(8000002))
    office.desk.verify(everything=True, user="ola")
    assert unread(office, "kari") == [0]


def test_that_a_colleagues_amendment_makes_it_unread(office) -> None:
    reference = office.order()
    ids = office.desk.order_ids(OrderQuery(), "kari")
    office.desk.mark_read(ids, "kari")
    office.desk.mark_read(ids, "ola")
    office.desk.amend(reference, {"comment": "ringt"}, "på telefon", "ola")
    assert unread(office, "kari") == [0]
    assert unread(office, "ola") == []


def test_that_what_is_finished_is_never_unread(office) -> None:
    reference = office.order()
    office.decide(reference, ("kari", "reject"), reason="feil")
    assert unread(office, "ola") == []
    office.decide(reference, ("kari", "reopen"), reason="feil")
    assert unread(office, "ola") == [0]

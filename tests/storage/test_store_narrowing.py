"""What the overview narrows the queue down to: days, orders without a verdict, odd categories."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from timebok_desktop.domain.codes import Outcome, Status
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.services.views import OrderQuery


def test_that_a_day_of_the_queue_is_a_day_in_norway(store, fill, make_order):
    moments = [
        datetime(2026, 7, 1, 21, 59, tzinfo=UTC),
        datetime(2026, 7, 1, 22, 0, tzinfo=UTC),
        datetime(2026, 7, 2, 21, 59, tzinfo=UTC),
        datetime(2026, 7, 2, 22, 0, tzinfo=UTC),
    ]
    ids = fill(*(make_order(n, received_at=at) for n, at in enumerate(moments, start=1)))
    with store.read() as unit:
        day = date(2026, 7, 2)
        on_the_day = OrderQuery(waiting_from=day, waiting_to=day)
        assert list(unit.orders.ids(on_the_day, "")) == ids[1:3]
        assert unit.orders.statistics().open_by_day == {
            "2026-07-01": 1,
            "2026-07-02": 2,
            "2026-07-03": 1,
        }


def test_that_an_order_waits_since_it_was_submitted(store, fill, make_order):
    oslo = timezone(timedelta(hours=2))
    received = datetime(2026, 7, 6, 8, 0, tzinfo=UTC)
    submitted = [
        datetime(2026, 7, 2, 0, 30, tzinfo=oslo),  # still 1 July in UTC
        datetime(2026, 7, 1, 23, 59, 59, 999999, tzinfo=oslo),
        datetime(2026, 7, 7, 12, 0, tzinfo=oslo),  # after the receipt: does not count
        None,
    ]
    stored = [
        make_order(n, received_at=received, submitted_at=at)
        for n, at in enumerate(submitted, start=1)
    ]
    ids = fill(*stored)
    with store.read() as unit:
        rows = unit.orders.rows(ids)
        assert [row.waiting_since for row in rows] == [one.waiting_since for one in stored]
        days = Counter(norwegian_day(one.waiting_since).isoformat() for one in stored)
        assert unit.orders.statistics().open_by_day == days
        assert days == {"2026-07-01": 1, "2026-07-02": 1, "2026-07-06": 2}
        for day, count in days.items():
            on_the_day = date.fromisoformat(day)
            query = OrderQuery(waiting_from=on_the_day, waiting_to=on_the_day)
            assert len(unit.orders.ids(query, "")) == count
        assert list(unit.orders.ids(OrderQuery(), "")) == ids


def test_that_orders_without_a_verdict_can_be_asked_for(store, fill, make_order):
    ids = fill(make_order(1), make_order(2, outcome=Outcome.CLEAR), make_order(3))
    with store.read() as unit:
        assert list(unit.orders.ids(OrderQuery(unverified=True), "")) == [ids[0], ids[2]]


def test_that_what_is_no_category_is_found_as_it_was_sent(
    store, fill, make_order, make_keys, put_order
):
    odd = make_order(2, category="Influensa")
    fill(make_order(1))
    with store.write() as unit:
        odd_id = put_order(unit, odd, replace(make_keys(odd), category=""))
        unit.commit()
    with store.read() as unit:
        assert list(unit.orders.ids(OrderQuery(categories=("Influensa",)), "")) == [odd_id]


def test_that_orders_with_one_her_id_are_found_page_by_page(store, fill, make_order):
    numbers = ["81234", "81235", "81234", "feil", "081234", "81234"]
    ids = fill(*(make_order(n, her_id=one) for n, one in enumerate(numbers, start=1)))
    query = OrderQuery(her_id="81234", statuses=(Status.RECEIVED,), descending=True)
    due = [ids[5], ids[4], ids[2], ids[0]]
    assert list(store.queue.ids(query, "")) == due
    rows, after = store.queue.page(query, "", 3, None)
    assert [row.id for row in rows] == due[:3]
    rows, after = store.queue.page(query, "", 3, after)
    assert ([row.id for row in rows], after) == (due[3:], None)
    assert store.queue.count(query, "", at_once=False) == len(due)
    assert list(store.queue.ids(OrderQuery(her_id="feil"), "")) == []

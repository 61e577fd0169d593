"""The queue in SQL gives what a plain Python sort and filter give; search survives every text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Kind, Outcome, Status
from timebok_desktop.domain.errors import CancelledError, RefusedError
from timebok_desktop.domain.folding import words
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.rule_codes import BIT
from timebok_desktop.domain.urgency import Dates, UrgencyDays, key_of
from timebok_desktop.services.ports_orders import VerifiedAt
from timebok_desktop.services.queue_views import GROUPED_BY, SAVED_VIEWS, SORT_FIELDS, OrderQuery
from timebok_desktop.storage import queue_sql
from timebok_desktop.storage.queue_terms import SORTS, match_expression

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
PLACES = list(Status)
OUTCOMES = [Outcome.STOPPED, Outcome.WARNINGS, Outcome.CLEAR, None]


def as_of(snapshot):
    return VerifiedAt(snapshot, NOW.date(), is_stale=False)


SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

DESIRED = [date(2026, 3, 18), date(2026, 12, 1), date.min, date.max]
SUBMITTED = [NOW - timedelta(days=n) for n in (1, 30, 60_000)]
ORDERS = st.lists(
    st.fixed_dictionaries(
        {
            "status": st.sampled_from(PLACES),
            "outcome": st.sampled_from(OUTCOMES),
            "municipality_number": st.sampled_from(["0301", "1103", "9999", ""]),
            "category": st.sampled_from(["Lab", "Vaksine", "ukjent"]),
            "her_id": st.sampled_from(["7", "81234", "81235", "feil", "Z-1", "å"]),
            "received_at": st.integers(0, 3).map(lambda n: NOW + timedelta(days=n)),
            "holder": st.sampled_from(["", "Kari", "ola"]),
            "desired_from": st.sampled_from([None, *DESIRED]),
            "submitted_at": st.sampled_from([None, *SUBMITTED]),
        }
    ),
    max_size=14,
)


def urgency_key(one):
    dates = Dates(norwegian_day(one.waiting_since), desired=one.desired_from)
    return key_of(one.status, dates, UrgencyDays())


def plain_value(one, holder, field):
    """What a field sorts by, worked out without SQL; by reference is by arrival."""
    match field:
        case "received_at" | "reference":
            return ()
        case "status":
            return (PLACES.index(one.status),)
        case "outcome":
            return (OUTCOMES.index(one.outcome),)
        case "holder":
            return (holder.casefold(),)
        case "urgency":
            return (urgency_key(one),)
    value = getattr(one, field)
    if field == "her_id":
        value = int(value) if value.isdigit() else 0
    return (value,)


@pytest.fixture
def queue_of(open_store, tmp_path, make_order, make_keys, put_order):
    """A store of its own for one example; returns it with its orders as (id, order, holder)."""
    count = iter(range(10_000))

    def _queue(rows):
        store = open_store(tmp_path / f"{next(count)}.sqlite3")
        placed = []
        with store.write() as unit:
            for number, row in enumerate(rows, start=1):
                holder = row["holder"]
                fields = {name: value for name, value in row.items() if name != "holder"}
                one = make_order(number, **fields)
                placed.append((put_order(unit, one, make_keys(one), holder), one, holder))
            unit.commit()
        return store, placed

    return _queue


def _fields(stored):
    return {name: getattr(stored, name) for name in type(stored).__dataclass_fields__}


def pages(queue, query, size):
    found, after = [], None
    while True:
        rows, after = queue.page(query, "kari", size, after)
        found += [row.id for row in rows]
        if after is None:
            return queue.count(query, "kari", at_once=False), found


def test_that_every_sort_that_is_offered_exists():
    assert set(SORTS) == set(SORT_FIELDS)


@SLOW
@given(
    rows=ORDERS,
    field=st.sampled_from(SORT_FIELDS),
    descending=st.booleans(),
    size=st.integers(1, 5),
)
def test_that_pages_by_keyset_equal_a_plain_sort(queue_of, rows, field, descending, size):
    store, placed = queue_of(rows)
    query = OrderQuery(sort=field, descending=descending)
    due = [
        identity
        for _, identity in sorted(
            ((plain_value(one, holder, field), identity) for identity, one, holder in placed),
            reverse=descending,
        )
    ]
    assert pages(store.queue, query, size) == (len(due), due)
    assert list(store.queue.ids(query, "kari")) == due
    assert [row.id for row in store.queue.rows(due)] == due
    with store.read() as unit:
        assert unit.orders.miscounts() == []
    store.close()


@SLOW
@given(
    rows=ORDERS,
    view=st.sampled_from([view.name for view in SAVED_VIEWS]),
    statuses=st.lists(st.sampled_from(PLACES), max_size=2),
    categories=st.lists(st.sampled_from(["Lab", "Vaksine"]), max_size=2),
    outcomes=st.lists(st.sampled_from(OUTCOMES[:3]), max_size=2),
    municipality=st.sampled_from(["", "0301", "1103"]),
    holder=st.sampled_from(["", "KARI"]),
    field=st.sampled_from(SORT_FIELDS),
    descending=st.booleans(),
    size=st.integers(1, 5),
)
def test_that_filters_equal_plain_filters(  # noqa: PLR0917 - the parts of one query
    queue_of,
    rows,
    view,
    statuses,
    categories,
    outcomes,
    municipality,
    holder,
    field,
    descending,
    size,
):
    store, placed = queue_of(rows)
    wanted = next(one for one in SAVED_VIEWS if one.name == view)
    query = OrderQuery(
        view=view,
        statuses=tuple(statuses),
        categories=tuple(categories),
        outcomes=tuple(outcomes),
        municipality_number=municipality,
        holder=holder,
        sort=field,
        descending=descending,
    )
    fitting = [
        (plain_value(one, held_by, field), identity)
        for identity, one, held_by in placed
        if (not wanted.statuses or one.status in wanted.statuses)
        and (not wanted.mine or held_by.casefold() == "kari")
        and (not statuses or one.status in statuses)
        and (not categories or one.category in categories)
        and (not outcomes or one.outcome in outcomes)
        and (not municipality or one.municipality_number == municipality)
        and (not holder or held_by.casefold() == "kari")
    ]
    due = [identity for _, identity in sorted(fitting, reverse=descending)]
    assert list(store.queue.ids(query, "Kari")) == due
    assert pages(store.queue, query, size) == (len(due), due)
    by_place = replace(query, sort=GROUPED_BY)
    grouped, groups = store.queue.grouped_ids(by_place, "Kari")
    assert list(grouped) == list(store.queue.ids(by_place, "Kari"))
    assert [row.municipality_number for row in store.queue.rows(grouped)] == [
        group.municipality_number for group in groups for _ in range(group.orders)
    ]
    counted, held = store.queue.counts("KARI")
    assert sum(counted.values()) == len(placed)
    assert sum(held.values()) == sum(by == "Kari" for _, _, by in placed)
    store.close()


@pytest.mark.parametrize("query", [OrderQuery(sort="comment"), OrderQuery(view="mitt utvalg")])
def test_that_an_unknown_sort_or_view_is_refused(store, query):
    with pytest.raises(RefusedError), store.read() as unit:
        unit.orders.ids(query, "kari")


SEARCHED = {
    1: "RTB-2026-000001 Sør-Odal 3415 945578564 81234 Lab",
    2: "RTB-2026-000002 Kárášjohka Karasjok 5610 81235 Vaksine",
    3: "RTB-2026-000003 Ås 3218 O'Brien & sønner 0301",
}


@pytest.fixture
def searchable(store, fill, make_order):
    fill(
        *(make_order(number) for number in SEARCHED),
        search=lambda one: " ".join(words(SEARCHED[int(one.reference[-1])])),
    )

    def _hits(text):
        with store.read() as unit:
            return sorted(unit.orders.ids(OrderQuery(search=text), ""))

    return _hits


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("odal", [1]),
        ("sør-odal", [1]),
        ("SOR OD", [1]),
        ("karasjoh", [2]),
        ("Kárášjohka", [2]),
        ("aas", [3]),
        ("ås", [3]),
        ("å", [3]),
        ("945 578 564", [1]),
        ("945578564", [1]),
        ("945 578", [1]),
        ("812 34", [1]),
        ("8123", [1, 2]),
        ("3415 81234", [1]),
        ("3415 81235", []),
        ("RTB-2026-000002", [2]),
        ("rtb 2026", [1, 2, 3]),
        ("o'brien", [3]),
        ("lab vaksine", []),
        ("finnes ikke", []),
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
        ("*", [1, 2, 3]),
        ('"', [1, 2, 3]),
        ("lab AND vaksine", []),
        ("NOT lab", []),
        ("NEAR(lab)", []),
        ("words:lab", []),
        ("lab\x00", [1]),
        ("12 \x00", []),
    ],
)
def test_that_search_finds_words_and_numbers_by_their_beginning(searchable, text, hits):
    assert searchable(text) == hits


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.text() | st.text("\"*^:()-+{}ANDORNT NEAR,æ0\x00'%_", max_size=30))
def test_that_no_text_breaks_the_search(searchable, text):
    assert set(searchable(text)) <= {1, 2, 3}


@pytest.mark.parametrize(
    "text", [" ".join(map(str, range(3000))), "a " * 20_000, "ab1 " + "x" * 100_000, "\ud800"]
)
def test_that_a_pasted_page_does_not_break_the_search(searchable, text):
    assert set(searchable(text)) <= {1, 2, 3}


def test_that_what_is_asked_of_the_index_is_quoted():
    assert match_expression('sør "odal*') == '"sor"* AND "odal"*'
    assert match_expression("945 578") == '"945578"* OR ("945"* AND "578"*)'
    assert match_expression("\u200b") == ""


def test_that_an_amended_order_is_found_by_its_new_words_alone(store, fill, make_order):
    (identity,) = fill(make_order(), search=lambda _: "gammel")
    with store.write() as unit:
        stored = unit.orders.by_ids([identity])[0]
        keys = type(stored.keys)(**{**_fields(stored.keys), "search_text": "ny"})
        unit.orders.save(type(stored)(**{**_fields(stored), "keys": keys}))
        assert list(unit.orders.ids(OrderQuery(search="gammel"), "")) == []
        assert list(unit.orders.ids(OrderQuery(search="ny"), "")) == [identity]
        unit.orders.save(unit.orders.by_ids([identity])[0])
        assert list(unit.orders.ids(OrderQuery(search="ny"), "")) == [identity]


def test_that_an_order_comes_back_as_it_was_stored(store, fill, make_order):
    sent = make_order(
        kind=Kind.CHANGE,
        her_id="åttifem",
        had_interim_solution=True,
        desired_from=date(2026, 4, 1),
        submitted_at=datetime(2026, 3, 1, 12, 0, tzinfo=timezone(timedelta(hours=1))),
        comment="Ødegård; «hei»\nlinje to",
        as_sent={"her_id": "åttifem", "desired_from": date(2026, 4, 1), "organization_number": 1.5},
        places={"her_id": "row 2, HER-id"},
        extras={"Farge": "blå"},
        masked={"comment": "line 4"},
        source_sha256="ab",
        source_name="ordre.json",
    )
    (identity,) = fill(sent)
    with store.read() as unit:
        (stored,) = unit.orders.by_ids([identity])
        assert stored.order.as_sent["desired_from"] == "2026-04-01"
        same = {**sent.as_sent, "desired_from": "2026-04-01"}
        assert stored.order == make_order(**{**_fields_of(sent), "as_sent": same})
        assert stored.keys.her_id is None
        assert unit.orders.get(sent.reference) == stored
        assert unit.orders.ids_of_references([sent.reference, "nei"]) == {sent.reference: identity}
        assert unit.orders.by_ids([99, identity]) == [stored]
        assert unit.orders.get("nei") is None


def _fields_of(one):
    return {n: getattr(one, n) for n in type(one).__dataclass_fields__ if n != "reference"}


def test_that_verdicts_are_kept_counted_and_found_by_their_rules(
    store, fill, make_order, snapshot_of, make_party
):
    first, second = fill(make_order(1), make_order(2))
    snapshot = snapshot_of(make_party(1))
    with store.write() as unit:
        assert unit.verdicts.begin(as_of(snapshot), "waiting") == (2, [range(81234, 81235)])
        unit.verdicts.keep([(first, BIT["HER-UNKNOWN"]), (second, 0)], snapshot)
        unit.verdicts.keep([], snapshot)
        unit.commit()
    with store.write() as unit:
        assert unit.orders.rows([first])[0].rules == ("HER-UNKNOWN",)
        outcomes = [row.outcome for row in unit.orders.rows([first, second])]
        assert outcomes == [Outcome.STOPPED, Outcome.CLEAR]
        assert unit.verdicts.begin(as_of(snapshot), "waiting")[0] == 0
        assert unit.verdicts.begin(as_of(snapshot), "all")[0] == 2
        assert list(unit.orders.ids(OrderQuery(rules=("HER-UNKNOWN",)), "")) == [first]
        assert list(unit.orders.ids(OrderQuery(municipality_numbers=("1103",)), "")) == [
            first,
            second,
        ]
        assert unit.orders.statistics().by_rule == {"HER-UNKNOWN": 1}
        assert unit.orders.miscounts() == []


def test_that_an_order_of_all_is_stopped_as_soon_as_nobody_waits_for_it(
    store, fill, make_order, monkeypatch
):
    monkeypatch.setattr(queue_sql, "_STEPS", 100)
    ids = fill(*(make_order(number) for number in range(1, 200)), search=lambda _: "felles")
    query = OrderQuery(search="felles", sort="municipality_number")
    assert list(store.queue.ids(query, "", lambda: False)) == ids
    asked = iter([False, False])
    with pytest.raises(CancelledError):
        store.queue.ids(query, "", lambda: next(asked, True))
    assert list(store.queue.ids(query, "")) == ids


def test_that_numbers_of_references_are_given_once_a_year(store):
    with store.write() as unit:
        assert [unit.orders.take_reference_numbers(2026, 2) for _ in range(3)] == [1, 3, 5]
        assert unit.orders.take_reference_numbers(2027, 1) == 1


def test_that_earlier_orders_are_those_of_the_municipality(store, fill, make_order):
    ids = fill(
        *(
            make_order(n, municipality_number=m)
            for n, m in enumerate(("1103", "1103", "", "0301"), 1)
        )
    )
    with store.read() as unit:
        assert [row.id for row in unit.orders.earlier("1103", ids[0], 5)] == [ids[1]]
        assert unit.orders.earlier("", ids[2], 5) == ()

"""The queue in SQL gives what a plain Python sort and filter give; search survives every text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.codes import Kind, Outcome, Severity, Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.findings import Finding, Suggestion
from timebok_desktop.domain.folding import words
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.services.views import SAVED_VIEWS, SORT_FIELDS, OrderQuery
from timebok_desktop.storage.queue import SORTS, match_expression

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
PLACES = list(Status)
OUTCOMES = [Outcome.STOPPED, Outcome.WARNINGS, Outcome.CLEAR, None]
SLOW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

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
        }
    ),
    max_size=14,
)


def plain_value(one, holder, field):
    """What a field sorts by, worked out without SQL."""
    if field == "status":
        return PLACES.index(one.status)
    if field == "outcome":
        return OUTCOMES.index(one.outcome)
    if field == "holder":
        return holder.casefold()
    if field == "her_id":
        return f"{int(one.her_id):010}" if one.her_id.isdigit() else one.her_id
    return getattr(one, field)


@pytest.fixture
def queue_of(open_store, tmp_path, make_order, make_keys):
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
                identity = unit.orders.add(one, make_keys(one))
                stored = unit.orders.by_ids([identity])[0]
                unit.orders.save(type(stored)(**{**_fields(stored), "holder": holder}))
                placed.append((identity, one, holder))
            unit.commit()
        return store, placed

    return _queue


def _fields(stored):
    return {name: getattr(stored, name) for name in type(stored).__dataclass_fields__}


def pages(unit, query, size):
    found, after = [], None
    while True:
        total, rows, after = unit.orders.page(query, "kari", size, after)
        found += [row.id for row in rows]
        if after is None:
            return total, found


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
    with store.read() as unit:
        assert pages(unit, query, size) == (len(due), due)
        assert list(unit.orders.ids(query, "kari")) == due
        assert [row.id for row in unit.orders.rows(due)] == due
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
)
def test_that_filters_equal_plain_filters(
    queue_of, rows, view, statuses, categories, outcomes, municipality, holder
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
        sort="reference",
    )
    due = [
        identity
        for identity, one, held_by in placed
        if (not wanted.statuses or one.status in wanted.statuses)
        and (not wanted.mine or held_by.casefold() == "kari")
        and (not statuses or one.status in statuses)
        and (not categories or one.category in categories)
        and (not outcomes or one.outcome in outcomes)
        and (not municipality or one.municipality_number == municipality)
        and (not holder or held_by.casefold() == "kari")
    ]
    with store.read() as unit:
        assert list(unit.orders.ids(query, "Kari")) == due
        counted = unit.orders.count_by_status()
        assert sum(counted.values()) == len(placed)
        held = unit.orders.held_by("KARI")
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
        submitted_at=datetime(2026, 3, 1, 12, 0),  # noqa: DTZ001 - as a source may say it
        comment="Ødegård; «hei»\nlinje to",
        as_sent={"her_id": "åttifem", "desired_from": date(2026, 4, 1), "form": None, "n": 1.5},
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


def test_that_findings_come_back_as_they_were_shown(
    store, fill, make_order, snapshot_of, make_party
):
    first, second = fill(make_order(1), make_order(2))
    snapshot = snapshot_of(make_party(1))
    reason = Phrase("Nær {town}", "Nær {town}", {"town": "Bø"})
    found = Finding(
        "HER-UNKNOWN",
        Severity.STOP,
        "her_id",
        Phrase("Ukjent {n}", "Ukjend {n}", {"n": 7}),
        {"her_id": 7, "names": ("a", "b"), "known": False, "none": None},
        (Suggestion(1, "Legevakt", (reason,)),),
    )
    with store.write() as unit:
        verdicts = [(first, Outcome.STOPPED, (found,)), (second, Outcome.CLEAR, ())]
        unit.orders.set_findings(verdicts, snapshot)
        unit.orders.set_findings([], snapshot)
        unit.orders.set_findings(iter(verdicts), snapshot)
        (kept,) = unit.orders.findings([first, second])[first]
        assert kept.phrase == Phrase("Ukjent 7", "Ukjend 7")
        assert kept.evidence == found.evidence
        assert kept.suggestions[0].reasons == (Phrase("Nær Bø", "Nær Bø"),)
        assert unit.orders.rows([first])[0].rules == ("HER-UNKNOWN",)
        assert list(unit.orders.ids_to_verify(snapshot, everything=False)) == []
        assert list(unit.orders.ids_to_verify(snapshot, everything=True)) == [first, second]
        assert list(unit.orders.ids(OrderQuery(rules=("HER-UNKNOWN",)), "")) == [first]
        assert list(unit.orders.ids(OrderQuery(municipality_numbers=("1103",)), "")) == [
            first,
            second,
        ]
        assert unit.orders.statistics().by_rule == {"HER-UNKNOWN": 1}


def test_that_numbers_of_references_are_given_once_a_year(store):
    with store.write() as unit:
        assert [unit.orders.next_reference_number(2026) for _ in range(3)] == [1, 2, 3]
        assert unit.orders.next_reference_number(2027) == 1


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

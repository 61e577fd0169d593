"""One undo takes back a decision on many orders: to each what an undo of it alone does."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timebok_desktop.domain.errors import CancelledError, RefusedError, UsageError
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery

PLACES = (
    {},
    {"herId": "8000002"},
    {"herId": "8000002", "category": "Vaksine"},
    {"herId": "8000002", "category": "Vaksine"},  # says the same as the one before
    {"kind": "deactivate", "category": "Vaksine"},
    {"kind": "change", "herId": "8000002"},
    {"herId": "feil"},
)
WHO = {"ola": "kari", "kari": "ola"}
STEPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(WHO)),
        st.sampled_from([one for one in Action if one is not Action.UNDO]),
        st.frozensets(st.integers(0, len(PLACES) - 1), min_size=1),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)
OVERRIDES = dict.fromkeys(
    ("HER-IN-USE", "DUPLICATE-ORDER", "CHANGE-WITHOUT-BASE", "ALREADY-CONFIGURED"), "vurdert"
)


def ids(office):
    return office.desk.order_ids(OrderQuery(sort="reference"), "kari")


def rows(office):
    return office.desk.order_rows(ids(office))


def told(office, *, log=True):
    """All that decisions and their undoing change, without times and numbers of entries."""
    cases = [office.desk.case(row.reference, "kari") for row in rows(office)]
    events = [
        (event.by, event.action, event.subject, {**event.details, "decision": 0, "outcome": ""})
        for event in office.desk.audit_events()
        if event.subject and log
    ]
    return (
        [(one.order.status, one.holder) for one in cases],
        [
            (d.kind, d.by, d.reason, d.overrides, d.status_after, d.current, d.taken_back)
            for one in cases
            for d in one.decisions
            if log or not (d.taken_back or d.kind is Action.UNDO)
        ],
        sorted(repr(row.configuration) for row in office.desk.configurations(past=log)),
        events,
    )


@pytest.fixture
def make_twins(tmp_path_factory, make_workbench, make_party, make_organisation):
    """Makes offices with the same orders: one undoes one by one, the other all at once."""
    opened = []

    def make(orders=PLACES):
        made = []
        for _ in range(2):
            office = make_workbench(tmp_path_factory.mktemp("office"))
            office.registry(make_organisation(), make_party(8000001), make_party(8000002))
            for fields in orders:
                office.order(**fields)
            made.append(office)
        opened.extend(made)
        return made

    yield make
    for office in opened:
        office.close()


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_that_one_undo_of_many_is_the_undo_of_each(make_twins, steps) -> None:
    one, many = make_twins()
    for user, action, places, undone in steps:
        outcomes = [
            office.desk.decide_many(
                [order for place, order in enumerate(ids(office)) if place in places],
                action,
                user,
                "fordi",
            )
            for office in (one, many)
        ]
        assert outcomes[0] == outcomes[1]
        decided = outcomes[1].decisions
        assert len(decided) == outcomes[1].done
        if not undone:
            continue
        refused = set()
        held = {held.reference for held in outcomes[0].refused}
        for place, row in enumerate(rows(one)):
            if place in places and row.reference not in held:
                refused |= undo_each(one, [row.reference], user)
        undoing = many.desk.undo_many(decided, user)
        assert {held.reference for held in undoing.refused} == refused
        assert undoing.done == len(decided) - len(refused)
        assert told(many) == told(one)
    for office in (one, many):
        assert office.desk.check_store().ok


BASES = ({}, {"herId": "8000002"})
BUILDING = (
    {"kind": "change"},
    {"kind": "deactivate"},
    {"kind": "change", "herId": "8000002"},
    {"kind": "deactivate", "herId": "8000002"},
    {"category": "Vaksine"},
)
CHAINS = (
    [("kari", Action.WITHDRAW)],
    [("kari", Action.WITHDRAW), ("ola", Action.REOPEN)],
)


def approve_all(office, users=("kari", "ola")):
    for user in users:
        for row in rows(office):
            with suppress(RefusedError):
                office.desk.decide(row.reference, Action.APPROVE, user, "", OVERRIDES)


def undo_each(office, references, user):
    refused = set()
    for reference in references:
        try:
            office.desk.decide(reference, Action.UNDO, user)
        except RefusedError:
            refused.add(reference)
    return refused


@pytest.mark.parametrize("steps", CHAINS)
def test_that_what_was_approved_comes_back_as_it_would_for_each(make_twins, steps) -> None:
    one, many = make_twins()
    for office in (one, many):
        approve_all(office)
    for user, action in steps:
        decided = [
            office.desk.decide_many(ids(office), action, user, "nei") for office in (one, many)
        ]
    held = {held.reference for held in decided[0].refused}
    references = [row.reference for row in rows(one) if row.reference not in held]
    refused = undo_each(one, references, "ola")
    outcome = many.desk.undo_many(decided[1].decisions, "ola")
    assert {held.reference for held in outcome.refused} == refused
    assert told(many) == told(one)
    for office in (one, many):
        assert office.desk.check_store().ok


@pytest.mark.parametrize("backwards", [False, True])
def test_that_configurations_that_build_on_each_other_go_as_they_came(
    make_twins, backwards
) -> None:
    one, many = make_twins(BASES)
    for office in (one, many):
        approve_all(office)
        for fields in BUILDING:  # without a warning, so that many may be approved at once
            office.order(**fields)
        approve_all(office, ["kari"])
    before = told(many, log=False)
    decided = [
        office.desk.decide_many(
            ids(office)[len(BASES) :][:: -1 if backwards else 1], Action.APPROVE, "ola"
        )
        for office in (one, many)
    ]
    assert decided[0].done >= 5
    assert told(many, log=False) != before
    held = {held.reference for held in decided[0].refused}
    references = [row.reference for row in rows(one)[len(BASES) :] if row.reference not in held]
    assert undo_each(one, references, "ola") == set()
    assert many.desk.undo_many(decided[1].decisions, "ola").refused == ()
    assert told(many)[:2] == told(one)[:2]
    assert told(many, log=False) == told(one, log=False)
    assert told(many, log=False)[2] == before[2]
    assert office.desk.check_store().ok


def test_that_what_somebody_decided_since_is_named_and_stays(office) -> None:
    for number in range(3):
        office.order(herId=f"800000{number % 2 + 1}", category=("Lab", "Lab", "Vaksine")[number])
    decided = office.desk.decide_many(ids(office), Action.HOLD, "kari", "fordi").decisions
    later = rows(office)[1].reference
    office.decide(later, ("ola", "reject"))
    outcome = office.desk.undo_many(decided, "kari")
    assert [held.reference for held in outcome.refused] == [later]
    assert "etterpå" in outcome.refused[0].why.text("nb")
    assert outcome.done == 2
    assert office.status(later) == "rejected"
    assert office.desk.undo_many(decided, "kari").done == 0


def test_that_exported_orders_are_named_and_stay(office) -> None:
    office.order()
    office.settings(second_approval=False)
    decided = office.desk.decide_many(ids(office), Action.APPROVE, "kari")
    assert decided.done == 1
    office.export()
    outcome = office.desk.undo_many(decided.decisions, "kari")
    assert (outcome.done, len(outcome.refused)) == (0, 1)
    assert "Angre" in outcome.refused[0].why.text("nb")


def test_that_an_undo_of_many_is_somebodys_and_may_be_stopped(office) -> None:
    office.order()
    decided = office.desk.decide_many(ids(office), Action.HOLD, "kari", "fordi").decisions
    before = office.state()
    with pytest.raises(UsageError):
        office.desk.undo_many(decided, " ")
    with pytest.raises(CancelledError):
        office.desk.undo_many(decided, "kari", cancelled=lambda: True)
    assert office.state() == before
    steps = []
    office.desk.undo_many(decided, "kari", progress=lambda *step: steps.append(step))
    assert steps == [(0, 1), (1, 1)]

"""Decisions on many orders do to each what a decision on it alone does, all in one transaction."""

from __future__ import annotations

from functools import partial

import pytest

from timebok_desktop.domain.codes import Kind
from timebok_desktop.domain.errors import CancelledError, RefusedError, UsageError
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.verification import STORED_STATUSES
from timebok_desktop.services.views import OrderQuery

PLACES = (
    {},
    {"herId": "8000002"},
    {"herId": "8000002", "category": "Vaksine"},
    {"herId": "8000002", "category": "Vaksine"},  # says the same as the one before
    {"herId": "8009999"},
    {"kind": "deactivate", "category": "Vaksine"},
    {"herId": "feil"},
)


@pytest.fixture
def twins(tmp_path, make_workbench, make_party, make_organisation):
    """Two offices with the same orders: one decides one by one, the other all at once."""
    made = []
    for name in ("one", "many"):
        folder = tmp_path / name
        folder.mkdir()
        office = make_workbench(folder)
        office.registry(make_organisation(), make_party(8000001), make_party(8000002))
        for fields in PLACES:
            office.order(**fields)
        office.order(verify=False, externalReference="ikke verifisert")
        made.append(office)
    yield made
    for office in made:
        office.close()


def ids(office):
    return office.desk.order_ids(OrderQuery(), "kari")


def references(office):
    return [row.reference for row in office.desk.order_rows(ids(office))]


def told(office):
    """All that decisions change, without what tells the two ways apart: one by one, each decision
    sees what the one before it left."""
    cases = [office.desk.case(reference, "kari") for reference in references(office)]
    log = [
        (event.by, event.action, event.subject, {**event.details, "decision": 0, "outcome": ""})
        for event in office.desk.audit_events()
        if event.subject
    ]
    configurations = office.desk.configurations(past=True)
    return (
        [(one.order.status, one.holder) for one in cases],
        [
            (d.kind, d.by, d.reason, d.overrides, d.status_after, d.current)
            for one in cases
            for d in one.decisions
        ],
        [
            sorted(finding.rule for finding in one.findings)
            for one in cases
            if one.order.status in STORED_STATUSES
        ],
        sorted(repr(row.configuration) for row in configurations),
        log,
    )


@pytest.mark.parametrize(
    "steps",
    [
        [("kari", "approve"), ("ola", "approve")],
        [("kari", "approve"), ("kari", "approve"), ("ola", "approve"), ("ola", "reopen")],
        [("kari", "claim"), ("kari", "hold"), ("kari", "reopen"), ("kari", "release")],
        [("kari", "request-information"), ("kari", "withdraw"), ("kari", "reopen")],
        [("kari", "approve"), ("ola", "reject")],
        [("kari", "approve"), ("ola", "approve"), ("kari", "withdraw")],
    ],
)
def test_that_many_at_once_become_what_each_becomes_alone(twins, steps) -> None:
    one, many = twins
    for user, name in steps:
        action = Action(name)
        refused = {}
        for reference in references(one):
            try:
                one.desk.decide(reference, action, user, "fordi")
            except RefusedError as error:
                refused[reference] = error.text("nn")
        preview = many.desk.preview_many(ids(many), action, user)
        outcome = many.desk.decide_many(ids(many), action, user, "fordi")
        assert {held.reference: held.why.text("nn") for held in outcome.refused} == refused
        assert preview.refused == outcome.refused
        assert outcome.done == len(preview.ids) == len(ids(many)) - len(refused)
        assert sum(change.orders for change in preview.changes) == outcome.done
    assert told(many) == told(one)
    for office in twins:
        assert office.desk.check_store().ok


def test_that_a_preview_says_what_sorts_of_orders_would_change(office) -> None:
    for category in ("Lab", "Vaksine", "Vaksine"):
        office.order(category=category, herId="8000002" if category == "Lab" else "8000001")
    office.order(herId="feil")
    preview = office.desk.preview_many(ids(office), Action.REJECT, "kari")
    assert [(one.kind, one.category, one.form, one.orders) for one in preview.changes] == [
        (Kind.ACTIVATE, "Lab", "", 2),
        (Kind.ACTIVATE, "Vaksine", "", 2),
    ]
    assert office.status("RTB-2026-000001") == "received"


def test_that_a_decision_on_many_that_is_stopped_changes_nothing(office) -> None:
    for _ in range(3):
        office.order()
    for answers in ([True], [False, True]):
        before = office.state()
        asked = partial(next, iter(answers))
        with pytest.raises(CancelledError):
            office.desk.decide_many(ids(office), Action.REJECT, "kari", "fordi", cancelled=asked)
        assert office.state() == before


def test_that_a_bulk_decision_is_somebodys_and_undo_is_for_one_order(office) -> None:
    office.order()
    with pytest.raises(UsageError):
        office.desk.decide_many(ids(office), Action.APPROVE, " ")
    outcome = office.desk.decide_many(ids(office), Action.UNDO, "kari")
    assert (outcome.done, len(outcome.refused)) == (0, 1)
    assert office.desk.decide_many([99], Action.APPROVE, "kari").refused == ()


def test_that_many_are_refused_where_the_day_has_brought_a_finding(office, make_party) -> None:
    office.supplement(make_party(8000001, Valid={"From": None, "To": "2026-03-17T00:00:00"}))
    office.order()
    office.later(days=3)
    assert office.desk.preview_many(ids(office), Action.APPROVE, "kari").refused == ()
    (held,) = office.desk.decide_many(ids(office), Action.APPROVE, "kari").refused
    assert "HER-INACTIVE" in held.why.text("nb")

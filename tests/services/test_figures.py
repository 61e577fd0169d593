"""The figures of a period are what counting decision by decision gives."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from datetime import date, timedelta
from math import ceil
from pathlib import Path

import pytest

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.workflow import Action
from timebok_desktop.domain.working_days import working_days_between
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.views import Happening, OrderQuery

NUMBERS = ("0301", "1101", "1103", "5501")
REASONS = {
    "reject": ("wrong-her-id", "duplicate: se den andre", "Ola ringte"),
    "request-information": ("her-id", "form: mangler"),
    "hold": ("awaiting-vendor",),
    "withdraw": ("by-municipality",),
}
SORTS = {
    Happening.RECEIVED: {("received", "")},
    Happening.DECIDED: {("approve", "approved"), ("reject", "rejected")},
    Happening.FIRST_APPROVAL: {("approve", "awaiting_second_approval")},
    Happening.APPROVED: {("approve", "approved")},
    Happening.REJECTED: {("reject", "rejected")},
    Happening.REQUESTED: {("request-information", "awaiting_information")},
    Happening.HELD: {("hold", "on_hold")},
    Happening.WITHDRAWN: {("withdraw", "withdrawn")},
    Happening.JUDGED: {
        ("approve", "approved"),
        ("approve", "awaiting_second_approval"),
        ("reject", "rejected"),
        ("request-information", "awaiting_information"),
    },
    Happening.EXPORTED: {("exported", "None")},
    Happening.ACKNOWLEDGED: {("receipt", "True")},
    Happening.FAILED: {("receipt", "False")},
}
MOVES = ("claim", "approve", "approve", *REASONS, None)


@pytest.fixture(scope="module", params=range(3))
def worked(make_office, tmp_path_factory, request):
    """Some weeks of random work, only looked at afterwards."""
    draw = random.Random(request.param)  # noqa: S311
    office = make_office(tmp_path_factory.mktemp("worked"))
    unanswered = {}
    for _ in range(30):
        reference = office.order(
            municipalityNumber=draw.choice(NUMBERS),
            organizationNumber=None,
            category=draw.choice(("Lab", "Vaksine")),
            vendor=draw.choice((None, "Ukjent AS")),
        )
        move = draw.choice(MOVES)
        if move == "approve":
            approve(office, reference, draw)
        elif move:
            reason = draw.choice(REASONS.get(move, ("",)))
            office.desk.decide(reference, Action(move), draw.choice(("kari", "ola")), reason)
            if draw.random() < 0.3 and move != "claim":
                office.desk.decide(reference, Action.UNDO, "kari")
        office.later(hours=draw.choice((0, 1, 7, 30, 80)))
        if draw.random() < 0.4:
            send(office, unanswered)
        if draw.random() < 0.4:
            answer(office, unanswered, draw)
    yield office
    office.close()


@pytest.fixture(scope="module")
def scanned(worked):
    """Every order of that world with its county and its case, looked at one by one."""
    counties = {place.number: place.county for place in worked.desk.overview().places}
    rows = worked.desk.order_rows(worked.desk.order_ids(OrderQuery(), "kari"))
    return [
        (row, counties[row.municipality_number], worked.desk.case(row.reference, "kari"))
        for row in rows
    ]


def of_scope(scanned, county, category):
    return [
        (row, case)
        for row, its, case in scanned
        if county in {"", its} and category in {"", row.category}
    ]


def approve(office, reference, draw):
    for user in ("kari", "ola") if draw.random() < 0.7 else ("kari",):
        case = office.desk.case(reference, user)
        given = dict.fromkeys(case.warnings_to_override, "avklart")
        office.desk.decide(reference, Action.APPROVE, user, "", given)


def send(office, unanswered):
    report = office.export()
    if report.path:
        index = json.loads((Path(report.path) / "data" / "index.json").read_text("utf-8"))
        left = [one["order_reference"] for one in index["configurations"]]
        unanswered[index["uuid"]] = left


def answer(office, unanswered, draw):
    """For a part of what has left; some of it twice, which changes nothing."""
    for package, left in unanswered.items():
        told = [(one, draw.choice(("ok", "ok", "failed"))) for one in left if draw.random() < 0.6]
        for _ in range(draw.choice((1, 2))):
            office.receipt(package, *told)
        left[:] = [one for one in left if one not in dict(told)]


def days_of(office, days):
    last = norwegian_day(office.now)
    return last - timedelta(days=days), last


@pytest.mark.parametrize("days", [0, 6, 400])
@pytest.mark.parametrize(
    ("county", "category"), [("", ""), ("Rogaland", ""), ("", "Lab"), ("Oslo", "Vaksine")]
)
def test_that_the_figures_are_what_counting_gives(worked, scanned, days, county, category):
    first, last = days_of(worked, days)
    figures = worked.desk.figures(first, last, county, category)
    received, decided, kinds, reasons = Counter(), Counter(), Counter(), Counter()
    fired, overruled = Counter(), Counter()
    for row, case in of_scope(scanned, county, category):
        if first <= norwegian_day(row.received_at) <= last:
            received[norwegian_day(row.received_at)] += 1
        closing = None
        for one in case.decisions:
            day = norwegian_day(one.at)
            if one.taken_back or one.kind is Action.UNDO or not first <= day <= last:
                continue
            kinds[one.kind, one.status_after.value] += 1
            reasons[one.kind] += 1
            if one.kind is Action.REJECT or one.status_after.value == "approved":
                decided[day] += 1
            if one.kind in {Action.APPROVE, Action.REJECT, Action.REQUEST_INFORMATION}:
                closing = one
        if closing is not None:
            fired.update({*row.rules, *closing.overrides})
            overruled.update(closing.overrides.keys())
    assert {d.day: d.received for d in figures.days if d.received} == received
    assert {d.day: d.decided for d in figures.days if d.decided} == decided
    assert figures.received == sum(received.values())
    assert figures.decided == sum(decided.values())
    assert figures.approved_first == kinds[Action.APPROVE, "awaiting_second_approval"]
    assert figures.approved == kinds[Action.APPROVE, "approved"]
    assert figures.requested == kinds[Action.REQUEST_INFORMATION, "awaiting_information"]
    assert figures.rejected == kinds[Action.REJECT, "rejected"]
    for kind in (Action.REJECT, Action.REQUEST_INFORMATION, Action.HOLD, Action.WITHDRAW):
        assert sum(n for (k, _), n in figures.reasons.items() if k is kind) == reasons[kind]
    assert {rule.code: rule.fired for rule in figures.rules} == fired
    assert {rule.code: rule.overruled for rule in figures.rules if rule.overruled} == overruled
    by_user = Counter()
    for counts in figures.by_caseworker.values():
        by_user.update(counts)
    assert sum(by_user.values()) == sum(kinds.values())


@pytest.mark.parametrize("days", [3, 400])
@pytest.mark.parametrize(("county", "category"), [("", ""), ("Rogaland", ""), ("", "Lab")])
def test_that_what_left_and_what_came_back_are_what_the_log_tells(
    worked, scanned, days, county, category
):
    first, last = days_of(worked, days)
    sent, good, bad = Counter(), Counter(), Counter()
    for _, case in of_scope(scanned, county, category):
        for event in case.events:
            day = norwegian_day(event.at)
            if first <= day <= last and event.action == "exported":
                sent[day] += 1
            elif first <= day <= last and event.action == "receipt":
                (good if event.details["ok"] else bad)[day] += 1
    figures = worked.desk.figures(first, last, county, category)
    assert {d.day: d.exported for d in figures.days if d.exported} == sent
    assert {d.day: d.acknowledged for d in figures.days if d.acknowledged} == good
    told = (figures.exported, figures.acknowledged, figures.failed)
    assert told == (sent.total(), good.total(), bad.total())
    if (days, county, category) == (400, "", ""):
        assert min(told) > 0


@pytest.mark.parametrize("days", [6, 400])
@pytest.mark.parametrize(("county", "category"), [("", ""), ("Rogaland", "Lab")])
def test_that_waiting_times_are_those_of_each_decision(worked, scanned, days, county, category):
    first, last = days_of(worked, days)
    waited = defaultdict(list)
    for row, its, case in scanned:
        if county not in {"", its} or category not in {"", row.category}:
            continue
        for one in case.decisions:
            day = norwegian_day(one.at)
            final = one.kind is Action.REJECT or (
                one.kind is Action.APPROVE and one.status_after.value == "approved"
            )
            if final and not one.taken_back and first <= day <= last:
                age = working_days_between(norwegian_day(row.received_at), day)
                for place in ((None, None), (its, None), (None, row.category), (its, row.category)):
                    waited[place].append(age)
    figures = worked.desk.figures(first, last, county, category)
    assert {(one.county, one.category) for one in figures.waits} == waited.keys()
    for one in figures.waits:
        ages = sorted(waited[one.county, one.category])
        assert one.orders == len(ages)
        assert one.median == ages[ceil(len(ages) * 0.5) - 1]
        assert one.ninetieth == ages[ceil(len(ages) * 0.9) - 1]


def test_that_waiting_times_go_along_with_what_an_order_says(office):
    references = [office.order(herId=number) for number in ("8000001", "8000002")]
    office.later(days=7)
    today = norwegian_day(office.now)
    for one in references:
        office.approve(one)
    assert office.desk.figures(today, today).waits[0][2:] == (2, 5, 5)
    office.decide(references[0], ("ola", "undo"))
    assert office.desk.figures(today, today).waits[0].orders == 1
    office.decide(references[1], ("kari", "reopen"))
    office.desk.amend(references[1], {"category": "Vaksine"}, "avtalt", "kari")
    assert {w.category for w in office.desk.figures(today, today).waits} == {None, "Vaksine"}
    assert office.desk.check_store().problems == ()


@pytest.mark.parametrize("days", [3, 400])
def test_that_the_queue_shows_the_orders_that_a_figure_counts(worked, scanned, days):
    first, last = days_of(worked, days)
    happened = defaultdict(set)
    for row, _, case in scanned:
        told = [(row.received_at, "received", "")]
        told += [
            (one.at, one.kind.value, one.status_after.value)
            for one in case.decisions
            if not one.taken_back
        ]
        told += [
            (event.at, event.action, str(event.details.get("ok")))
            for event in case.events
            if event.action in {"exported", "receipt"}
        ]
        for at, sort, detail in told:
            if first <= norwegian_day(at) <= last:
                happened[sort, detail].add(row.id)
    for what, sorts in SORTS.items():
        query = OrderQuery(happened=what, happened_from=first, happened_to=last, sort="category")
        found = worked.desk.order_ids(query, "kari")
        page = worked.desk.order_page(query, "kari", 200)
        assert [row.id for row in page.rows] == list(found)
        assert page.total == len(found)
        assert set(found) == set().union(*(happened[one] for one in sorts))


def test_that_the_queue_knows_the_reason_of_a_return(worked):
    last = norwegian_day(worked.now)
    figures = worked.desk.figures(None, last)
    for what, kind in (
        (Happening.REJECTED, Action.REJECT),
        (Happening.REQUESTED, Action.REQUEST_INFORMATION),
    ):
        for code in REASON_CODES[kind]:
            query = OrderQuery(happened=what, happened_to=last, reason=code)
            found = worked.desk.order_ids(query, "kari")
            assert len(found) == figures.reasons.get((kind, code), 0)


@pytest.mark.parametrize("happened", [None, Happening.RECEIVED, Happening.DECIDED])
def test_that_any_day_of_the_calendar_can_be_asked_for(office, happened):
    office.decide(office.order(), ("kari", "reject"), reason="her-id")
    for first, last, expected in (
        (date.min, date.max, 1),
        (date.min, date.min, 0),
        (date.max, date.max, 0),
    ):
        query = OrderQuery(waiting_from=first, waiting_to=last)
        if happened is not None:
            query = OrderQuery(happened=happened, happened_from=first, happened_to=last)
        assert len(office.desk.order_ids(query, "kari")) == expected
        assert office.desk.figures(first, last).received == expected
    for day in (date.min, date.max):
        assert not office.desk.order_ids(OrderQuery(claimed_until=day), "kari")


def test_that_words_without_a_code_are_counted_but_not_shown(office):
    office.desk.decide(office.order(), Action.REJECT, "kari", "Ola Nordmann ringte")
    figures = office.desk.figures(None, norwegian_day(office.now))
    assert figures.reasons == {(Action.REJECT, "other"): 1}


def test_that_a_period_without_a_beginning_begins_with_the_first_order(office):
    office.order()
    began = norwegian_day(office.now)
    office.later(days=40)
    figures = office.desk.figures(None, norwegian_day(office.now))
    assert (figures.first, figures.received) == (began, 1)


def test_that_what_left_and_came_back_is_counted(office, tmp_path):
    reference = office.order()
    office.approve(reference)
    office.desk.export(tmp_path / "out", "kari")
    today = norwegian_day(office.now)
    assert office.desk.figures(today, today).exported == 1
    assert office.desk.figures(today, today, category="Vaksine").exported == 0

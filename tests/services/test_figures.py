"""The figures of a period are what counting decision by decision gives."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest

from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.views import OrderQuery

NUMBERS = ("0301", "1101", "1103", "5501")
REASONS = {
    "reject": ("wrong-her-id", "duplicate: se den andre", "Ola ringte"),
    "request-information": ("her-id", "form: mangler"),
    "hold": ("awaiting-vendor",),
    "withdraw": ("by-municipality",),
}
MOVES = ("claim", "approve", "approve", *REASONS, None)


@pytest.fixture(scope="module", params=range(3))
def worked(make_office, tmp_path_factory, request):
    """Some weeks of random work, only looked at afterwards."""
    draw = random.Random(request.param)  # noqa: S311
    office = make_office(tmp_path_factory.mktemp("worked"))
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
    yield office
    office.close()


def approve(office, reference, draw):
    for user in ("kari", "ola") if draw.random() < 0.7 else ("kari",):
        case = office.desk.case(reference, user)
        given = dict.fromkeys(case.warnings_to_override, "avklart")
        office.desk.decide(reference, Action.APPROVE, user, "", given)


def days_of(office, days):
    last = norwegian_day(office.now)
    return last - timedelta(days=days), last


@pytest.mark.parametrize("days", [0, 6, 400])
@pytest.mark.parametrize(
    ("county", "category"), [("", ""), ("Rogaland", ""), ("", "Lab"), ("Oslo", "Vaksine")]
)
def test_that_the_figures_are_what_counting_gives(worked, days, county, category):
    first, last = days_of(worked, days)
    figures = worked.desk.figures(first, last, county, category)
    counties = {p.number: p.county for p in worked.desk.overview().places}
    received, decided, kinds, reasons = Counter(), Counter(), Counter(), Counter()
    fired, overruled = Counter(), Counter()
    for row in worked.desk.order_rows(worked.desk.order_ids(OrderQuery(), "kari")):
        if county and counties[row.municipality_number] != county:
            continue
        if category and row.category != category:
            continue
        if first <= norwegian_day(row.received_at) <= last:
            received[norwegian_day(row.received_at)] += 1
        closing = None
        for one in worked.desk.case(row.reference, "kari").decisions:
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

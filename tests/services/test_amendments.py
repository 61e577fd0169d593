"""Amendments: what was sent stays, approvals fall away, the rules judge the amended value."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.errors import NotFoundError, RefusedError, UsageError
from timebok_desktop.services.views import OrderQuery


def test_that_what_was_sent_stays_and_the_amended_value_is_judged(office):
    reference = office.order(herId="8009999")
    assert "HER-UNKNOWN" in office.rules(reference)
    order = office.desk.amend(reference, {"HER-id": "8 000 001"}, "ringte", "kari")
    assert (order.her_id, order.as_sent["her_id"]) == ("8000001", "8009999")
    assert office.rules(reference) == []
    assert order.outcome is not None
    event = office.desk.audit_events(reference)[-1]
    assert event.action == "amended"
    assert event.details["changes"] == {"her_id": ["8009999", "8000001"]}
    assert event.details["reason"] == "ringte"
    assert office.desk.verify_audit().intact


@pytest.mark.parametrize(
    ("steps", "before", "after"),
    [
        ([], "received", "received"),
        (["claim"], "in_review", "in_review"),
        (["hold"], "on_hold", "on_hold"),
        (["request-information"], "awaiting_information", "received"),
        (["approve"], "awaiting_second_approval", "in_review"),
    ],
)
def test_that_approvals_fall_away_with_an_amendment(office, steps, before, after):
    reference = office.order()
    office.decide(reference, *(("kari", step) for step in steps))
    assert office.status(reference) == before
    office.desk.amend(reference, {"comment": "ny"}, "opplyst", "ola")
    assert office.status(reference) == after
    case = office.desk.case(reference, "kari")
    assert not any(d.current and d.kind.value == "approve" for d in case.decisions)
    assert office.approve(reference) == "approved"


def test_that_the_configuration_falls_away_with_an_amended_approval(office):
    reference = office.order()
    office.approve(reference)
    office.desk.amend(reference, {"her_id": "8000002"}, "feil tjeneste", "ola")
    assert office.status(reference) == "in_review"
    assert office.desk.case(reference, "ola").holder == "ola"
    assert office.desk.configurations() == ()
    assert office.approve(reference) == "approved"
    (row,) = office.desk.configurations()
    assert row.configuration.key.her_id == 8000002
    assert [o.configuration.ended_reason for o in office.desk.configurations(past=True)] == [
        "",
        "undone",
    ]


@pytest.mark.parametrize("steps", [["reject"], ["withdraw"]])
def test_that_a_closed_order_is_not_amended(office, steps):
    reference = office.order()
    office.decide(reference, *(("kari", step) for step in steps))
    before = office.state()
    with pytest.raises(RefusedError):
        office.desk.amend(reference, {"comment": "ny"}, "opplyst", "ola")
    assert office.state() == before


@pytest.mark.parametrize(
    ("changes", "reason", "error"),
    [
        ({"farge": "blå"}, "fordi", UsageError),
        ({"comment": "ny"}, " ", UsageError),
        ({"her_id": ""}, "fordi", RefusedError),
        ({"kind": "kanskje"}, "fordi", RefusedError),
        ({"desired_from": "snart"}, "fordi", RefusedError),
        ({"comment": "x" * 1_000_000}, "fordi", RefusedError),
        ({"comment": "halv\ud800"}, "fordi", RefusedError),
        ({"comment": "hel"}, "halv\ud800", RefusedError),
    ],
)
def test_that_a_refused_amendment_changes_nothing(office, changes, reason, error):
    reference = office.order()
    before = office.state()
    with pytest.raises(error):
        office.desk.amend(reference, changes, reason, "kari")
    assert office.state() == before


def test_that_an_unknown_order_is_not_amended(office):
    with pytest.raises(NotFoundError):
        office.desk.amend("RTB-9", {"comment": "ny"}, "fordi", "kari")


@pytest.mark.parametrize("name", ["contact.email", "contact/email", "E-post", "contact_email"])
def test_that_personal_data_does_not_go_into_the_log(office, name):
    reference = office.order()
    office.desk.amend(reference, {name: "ny@example.no"}, "nytt nummer", "kari")
    assert office.get(reference).contact.email == "ny@example.no"
    assert "ny@example.no" not in repr(office.desk.audit_events())
    assert office.desk.audit_events(reference)[-1].details["changes"] == {"contact_email": None}


def test_that_every_kind_of_value_survives_the_amendment_of_another(office):
    reference = office.order(
        hadInterimSolution=False,
        desiredFrom="2026-04-01",
        submittedAt="2026-03-01T12:00:00+01:00",
        farge="blå",
    )
    before = office.get(reference)
    after = office.desk.amend(reference, {"comment": "ny"}, "opplyst", "kari")
    for name in ("had_interim_solution", "desired_from", "submitted_at", "extras", "contact"):
        assert getattr(after, name) == getattr(before, name)
    assert (after.as_sent, after.places) == (before.as_sent, before.places)


def test_that_an_amended_order_is_found_by_its_new_words(office):
    reference = office.order(externalReference="GAMMEL-1")
    office.desk.amend(reference, {"externalReference": "NY-2"}, "opplyst", "kari")

    def hits(text):
        return list(office.desk.order_ids(OrderQuery(search=text), "kari"))

    assert hits("gammel") == []
    assert len(hits("ny 2")) == 1


def test_that_both_of_a_pair_are_judged_again(office):
    first, second = office.order(), office.order()
    assert office.rules(first) == office.rules(second) == ["DUPLICATE-ORDER"]
    office.desk.amend(second, {"her_id": "8000002"}, "en annen", "kari")
    assert office.rules(first) == office.rules(second) == []
    office.desk.amend(second, {"her_id": "8000001"}, "likevel ikke", "kari")
    assert office.rules(first) == office.rules(second) == ["DUPLICATE-ORDER"]


def test_that_an_order_is_amended_without_a_snapshot(bench):
    reference = bench.order(verify=False)
    order = bench.desk.amend(reference, {"category": "Vaksine"}, "opplyst", "kari")
    assert (order.category, order.outcome) == ("Vaksine", None)


def test_that_a_masked_number_stays_marked_and_a_new_one_is_masked(office):
    reference = office.order(comment="fødselsnummer 01817050006 her")
    sent = office.get(reference)
    assert "01817050006" not in repr(sent)
    assert "comment" in sent.masked
    assert office.rules(reference) == ["PERSONAL-ID"]
    office.desk.amend(reference, {"comment": "ryddet"}, "01817050006", "kari")
    assert "comment" in office.get(reference).masked
    office.desk.amend(reference, {"vendor": "se 01817050006"}, "opplyst", "kari")
    assert office.get(reference).masked["vendor"] == "amendment"
    assert "01817050006" not in repr(office.state())

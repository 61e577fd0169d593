"""Decisions through the desk: every step of the workflow, every refused one, four eyes, undo."""

from __future__ import annotations

import pytest

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import NotFoundError, RefusedError, UsageError
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services import configuration_changes, export
from timebok_desktop.services.approving import fingerprint_now

ALLOWED = {
    ("received", "claim"): "in_review",
    ("in_review", "release"): "received",
    **{
        (before, "approve"): "awaiting_second_approval"
        for before in ("received", "in_review", "on_hold")
    },
    ("awaiting_second_approval", "approve"): "approved",
    **{
        (before, action): after
        for before in ("received", "in_review", "on_hold", "awaiting_second_approval")
        for action, after in (
            ("request-information", "awaiting_information"),
            ("hold", "on_hold"),
            ("reject", "rejected"),
        )
    },
    **{
        (before, "withdraw"): "withdrawn"
        for before in (
            "received",
            "in_review",
            "awaiting_information",
            "on_hold",
            "awaiting_second_approval",
            "approved",
            "rejected",
        )
    },
    **{
        (before, "reopen"): "in_review"
        for before in ("rejected", "withdrawn", "on_hold", "approved")
    },
    ("in_review", "undo"): "received",
    ("awaiting_information", "undo"): "received",
    ("on_hold", "undo"): "received",
    ("awaiting_second_approval", "undo"): "received",
    ("approved", "undo"): "awaiting_second_approval",
    ("rejected", "undo"): "received",
    ("withdrawn", "undo"): "received",
}

MATRIX = [(status.value, action.value) for status in Status for action in Action]
"""Holding an order that is on hold already is in the contract's list of origins."""


@pytest.fixture
def brought_to(office):
    """An order in a status, on the shortest way to it."""
    ways = {
        "received": [],
        "in_review": ["claim"],
        "awaiting_information": ["request-information"],
        "on_hold": ["hold"],
        "awaiting_second_approval": ["approve"],
        "rejected": ["reject"],
        "withdrawn": ["withdraw"],
    }

    def _bring(status):
        reference = office.order(externalReference="K-1")
        if status in ways:
            office.decide(reference, *(("kari", action) for action in ways[status]))
        elif status == "superseded":
            office.decide(reference, ("kari", "request-information"))
            office.order(externalReference="K-1", comment="svar")
        else:
            office.approve(reference)
            if status != "approved":
                office.export()
                (package,) = office.desk.packages()
            if status in ("acknowledged", "export_failed"):
                said = "ok" if status == "acknowledged" else "failed"
                office.receipt(package.uuid, (reference, said))
        assert office.status(reference) == status
        return reference

    return _bring


@pytest.mark.parametrize(("status", "action"), MATRIX)
def test_that_the_workflow_allows_what_it_lists_and_changes_nothing_else(
    office, brought_to, status, action
):
    reference = brought_to(status)
    before = office.state()
    case = office.desk.case(reference, "ola")
    after = ALLOWED.get((status, action))
    assert (Action(action) in case.actions) is (after is not None)
    if after is None:
        with pytest.raises(RefusedError):
            office.desk.decide(reference, Action(action), "ola", "en grunn")
        assert office.state() == before
        return
    order, record = office.desk.decide(reference, Action(action), "ola", "en grunn")
    assert (order.status.value, record.status_before.value) == (after, status)
    assert (record.by, record.reason, record.at) == ("ola", "en grunn", office.now)
    assert office.status(reference) == after
    event = office.desk.audit_events(reference)[-1]
    assert (event.action, event.by) == (action, "ola")
    assert (event.details["from"], event.details["to"]) == (status, after)
    assert sum(one.current for one in office.desk.case(reference, "ola").decisions) <= 1
    assert office.desk.verify_audit().intact


@pytest.mark.parametrize("again", ["kari", "KARI", "Kari", " kari "])
def test_that_one_caseworker_never_satisfies_four_eyes(office, again):
    reference = office.order()
    office.decide(reference, ("kari", "approve"))
    before = office.state()
    with pytest.raises(RefusedError, match="allerede godkjent"):
        office.desk.decide(reference, Action.APPROVE, again)
    assert office.state() == before
    assert Action.APPROVE in office.desk.case(reference, again).blocked
    assert office.desk.case(reference, "ola").blocked == {}
    assert office.decide(reference, ("ola", "approve")) == "approved"


def test_that_one_approval_is_enough_where_the_second_is_off(office):
    office.settings(second_approval=False)
    assert office.decide(office.order(), ("kari", "approve")) == "approved"


def test_that_a_decision_is_somebodys(office):
    reference = office.order()
    before = office.state()
    with pytest.raises(UsageError):
        office.desk.decide(reference, Action.CLAIM, "  ")
    assert office.state() == before


def test_that_an_unknown_order_is_said(office):
    with pytest.raises(NotFoundError, match="RTB-9"):
        office.desk.decide("RTB-9", Action.CLAIM, "kari")


def test_that_half_a_character_in_a_reason_is_refused(office):
    reference = office.order()
    before = office.state()
    with pytest.raises(RefusedError):
        office.desk.decide(reference, Action.HOLD, "kari", "halv\ud800")
    assert office.state() == before


def test_that_a_national_identity_number_in_a_reason_is_masked(office, make_order):
    reference = office.order(vendor="Ukjent")
    number = "01817050006"  # of a synthetic person: the month has 80 added
    office.desk.decide(
        reference, Action.APPROVE, "kari", f"gjelder {number}", {"VENDOR-UNKNOWN": f"se {number}"}
    )
    assert number not in repr(office.state())
    (decision,) = office.desk.case(reference, "kari").decisions
    assert decision.reason == "gjelder ***********"


def test_that_a_stop_cannot_be_approved_over(office):
    reference = office.order(herId="8009999")
    assert "HER-UNKNOWN" in office.rules(reference)
    before = office.state()
    with pytest.raises(RefusedError, match="HER-id finnes ikke i AR-uttrekket"):
        office.desk.decide(
            reference, Action.APPROVE, "kari", overrides={"HER-UNKNOWN": "jeg vet bedre"}
        )
    assert office.state() == before
    assert Action.APPROVE in office.desk.case(reference, "kari").blocked


@pytest.mark.parametrize("overrides", [{}, {"VENDOR-UNKNOWN": "  "}, {"NO-RULE": "fordi"}])
def test_that_a_warning_needs_a_reason_for_its_rule(office, overrides):
    reference = office.order(vendor="Ukjent")
    assert office.rules(reference) == ["VENDOR-UNKNOWN"]
    before = office.state()
    with pytest.raises(RefusedError):
        office.desk.decide(reference, Action.APPROVE, "kari", overrides=overrides)
    assert office.state() == before


def test_that_the_second_approver_confirms_the_overrides_of_the_first(office):
    reference = office.order(vendor="Ukjent")
    case = office.desk.case(reference, "kari")
    assert case.warnings_to_override == ("VENDOR-UNKNOWN",)
    office.decide(reference, ("kari", "approve"), overrides={"VENDOR-UNKNOWN": "ringte dem"})
    case = office.desk.case(reference, "ola")
    assert case.confirmed_overrides == {"VENDOR-UNKNOWN": "ringte dem"}
    assert case.warnings_to_override == ()
    _, record = office.desk.decide(reference, Action.APPROVE, "ola")
    assert record.overrides == {"VENDOR-UNKNOWN": "ringte dem"}


def test_that_a_first_approval_after_a_hold_confirms_nothing(office):
    reference = office.order(vendor="Ukjent")
    office.decide(reference, ("kari", "approve"), overrides={"VENDOR-UNKNOWN": "ringte dem"})
    office.decide(reference, ("ola", "hold"))
    with pytest.raises(RefusedError, match="VENDOR-UNKNOWN"):
        office.decide(reference, ("kari", "approve"))


def test_that_approval_rests_on_the_current_snapshot(office, make_party, make_organisation):
    reference = office.order()
    office.registry(make_organisation(), make_party(8000001), make_party(8000002))
    before = office.state()
    with pytest.raises(RefusedError, match="gjeldende AR-uttrekk"):
        office.decide(reference, ("kari", "approve"))
    assert office.state() == before
    office.desk.verify([reference], user="kari")
    assert office.approve(reference) == "approved"


def test_that_a_supplement_asks_for_verification_again(office, make_party):
    reference = office.order()
    office.decide(reference, ("kari", "approve"))
    assert office.supplement(make_party(8000001, Name="Ny legevakt")).supplemented
    with pytest.raises(RefusedError, match="ikke verifisert"):
        office.decide(reference, ("ola", "approve"))
    assert not office.desk.case(reference, "ola").verified
    office.desk.verify(user="ola")
    assert office.decide(reference, ("ola", "approve")) == "approved"


def test_that_an_order_that_was_never_verified_is_not_approved(bench, make_party):
    reference = bench.order(verify=False)
    with pytest.raises(RefusedError, match="ikke verifisert"):
        bench.decide(reference, ("kari", "approve"))
    assert Action.APPROVE in bench.desk.case(reference, "kari").blocked
    bench.registry(make_party(8000001))
    with pytest.raises(RefusedError, match="ikke verifisert"):
        bench.decide(reference, ("kari", "approve"))


def test_that_what_came_since_the_findings_were_shown_is_not_approved_unseen(office, make_party):
    reference = office.order()
    office.later(days=15)
    before = office.state()
    with pytest.raises(RefusedError, match="SNAPSHOT-STALE"):
        office.decide(reference, ("kari", "approve"), overrides={"SNAPSHOT-STALE": "kjent"})
    assert office.state() == before
    office.desk.verify([reference], user="kari")
    office.later(days=1)  # a day older still is nothing new
    done = office.decide(reference, ("kari", "approve"), overrides={"SNAPSHOT-STALE": "kjent"})
    assert done == "awaiting_second_approval"


def test_that_undo_takes_approvals_back_one_by_one(office):
    reference = office.order()
    office.approve(reference)
    assert office.desk.configurations()
    assert office.decide(reference, ("per", "undo")) == "awaiting_second_approval"
    assert office.desk.configurations() == ()
    with pytest.raises(RefusedError, match="allerede"):
        office.decide(reference, ("kari", "approve"))
    assert office.decide(reference, ("per", "undo")) == "received"
    with pytest.raises(RefusedError, match="ingen beslutning å angre"):
        office.decide(reference, ("per", "undo"))
    history = office.desk.case(reference, "kari").decisions
    assert [(d.kind.value, d.taken_back, d.current) for d in history] == [
        ("approve", True, False),
        ("approve", True, False),
        ("undo", False, False),
        ("undo", False, False),
    ]
    assert office.approve(reference) == "approved"


def test_that_a_decision_by_the_one_who_undid_is_a_new_one(office):
    reference = office.order()
    office.decide(reference, ("kari", "approve"), ("kari", "undo"), ("ola", "approve"))
    assert office.decide(reference, ("kari", "approve")) == "approved"


@pytest.mark.parametrize("way", ["hold", "reject", "request-information", "withdraw"])
def test_that_undo_brings_a_first_approval_back_in_force(office, way):
    reference = office.order()
    office.decide(reference, ("kari", "approve"), ("ola", way), ("ola", "undo"))
    assert office.status(reference) == "awaiting_second_approval"
    with pytest.raises(RefusedError, match="allerede godkjent"):
        office.decide(reference, ("kari", "approve"))
    assert office.decide(reference, ("ola", "approve")) == "approved"


@pytest.mark.parametrize("way", ["reopen", "withdraw"])
def test_that_taking_a_withdrawal_back_brings_the_configuration_back(office, way):
    reference = office.order()
    office.approve(reference)
    office.decide(reference, ("per", way))
    assert office.desk.configurations() == ()
    assert office.decide(reference, ("per", "undo")) == "approved"
    (row,) = office.desk.configurations()
    assert row.configuration.order_reference == reference
    assert office.export().configurations == 1


def test_that_undo_does_not_bring_into_force_what_may_not_be_approved_now(
    office, make_party, make_organisation
):
    reference = office.order()
    office.approve(reference)
    office.decide(reference, ("per", "reopen"))
    office.registry(make_organisation(), make_party(8000002), make_party(8000003))
    before = office.state()
    with pytest.raises(RefusedError):
        office.decide(reference, ("per", "undo"))
    office.desk.verify([reference], user="per")
    assert "HER-UNKNOWN" in office.rules(reference)
    with pytest.raises(RefusedError, match="HER-id finnes ikke i AR-uttrekket"):
        office.decide(reference, ("per", "undo"))
    assert office.status(reference) == "in_review"
    assert before != office.state()


@pytest.mark.parametrize("first", ["hold", "reopen"])
def test_that_undo_never_lends_an_approval_to_amended_values(office, first):
    reference = office.order()
    if first == "reopen":
        office.approve(reference)
    else:
        office.decide(reference, ("kari", "approve"))
    office.decide(reference, ("per", first))
    office.desk.amend(reference, {"herId": "8000002"}, "en annen", "per")
    with pytest.raises(RefusedError, match="ingen beslutning å angre"):
        office.decide(reference, ("per", "undo"))
    assert office.desk.configurations() == ()


def test_that_a_claim_can_be_taken_back_after_an_amendment(office):
    reference = office.order()
    office.decide(reference, ("kari", "claim"))
    office.desk.amend(reference, {"comment": "ringt"}, "opplyst", "kari")
    assert office.decide(reference, ("kari", "undo")) == "received"


def test_that_undo_goes_back_to_what_was_decided_before(office):
    reference = office.order()
    office.decide(reference, ("kari", "claim"), ("kari", "hold"), ("kari", "undo"))
    assert office.status(reference) == "in_review"
    assert office.decide(reference, ("kari", "undo")) == "received"


def test_that_an_order_is_worked_on_before_there_is_a_snapshot(bench):
    reference = bench.order(verify=False)
    assert bench.decide(reference, ("kari", "claim"), ("kari", "reject")) == "rejected"


def test_that_an_order_without_a_usable_her_id_can_be_rejected(office):
    assert office.decide(office.order(herId="feil"), ("kari", "reject")) == "rejected"


def test_that_what_cannot_be_approved_cannot_be_carried_out(bench):
    reference = bench.order(verify=False, herId="feil")
    with bench.office.store.write() as unit:
        stored = unit.orders.get(reference)
        tables = bench.desk._context.tables(unit)
        assert fingerprint_now(unit, stored) == ""
        with pytest.raises(ValueError, match="HER-id and a category"):
            configuration_changes.carry_out(unit, tables, stored, bench.now)
        with pytest.raises(ValueError, match="has a HER-id"):
            export.carried_out(stored, None, None)


def test_that_who_works_on_an_order_holds_it(office):
    reference = office.order()
    for action, holder in (
        ("claim", "Kari"),
        ("release", ""),
        ("hold", "Kari"),
        ("reopen", "Kari"),
        ("approve", ""),
    ):
        office.decide(reference, ("Kari", action))
        assert office.desk.case(reference, "kari").holder == holder

"""Every step of the workflow, and every step that it does not have, by the command line."""

from __future__ import annotations

import json

import pytest

ACTIONS = (
    "claim",
    "release",
    "approve",
    "reject",
    "request-information",
    "hold",
    "reopen",
    "withdraw",
    "undo",
)

# How each status is reached: (action, by) from a new order; "export" and receipts are commands.
WAYS = {
    "received": [],
    "in_review": [("claim", "anna")],
    "awaiting_information": [("request-information", "anna")],
    "on_hold": [("hold", "anna")],
    "awaiting_second_approval": [("approve", "anna")],
    "approved": [("approve", "anna"), ("approve", "bjorn")],
    "rejected": [("reject", "anna")],
    "withdrawn": [("withdraw", "anna")],
    "exported": [("approve", "anna"), ("approve", "bjorn"), ("export", "")],
    "acknowledged": [("approve", "anna"), ("approve", "bjorn"), ("export", ""), ("receipt", "ok")],
    "export_failed": [
        ("approve", "anna"),
        ("approve", "bjorn"),
        ("export", ""),
        ("receipt", "failed"),
    ],
}

# The table of the workflow: status -> action -> status after. What is not here is refused.
TABLE = {
    "received": {
        "claim": "in_review",
        "approve": "awaiting_second_approval",
        "reject": "rejected",
        "request-information": "awaiting_information",
        "hold": "on_hold",
        "withdraw": "withdrawn",
    },
    "in_review": {
        "release": "received",
        "approve": "awaiting_second_approval",
        "reject": "rejected",
        "request-information": "awaiting_information",
        "hold": "on_hold",
        "withdraw": "withdrawn",
        "undo": "received",
    },
    "awaiting_information": {"withdraw": "withdrawn", "undo": "received"},
    "on_hold": {
        "approve": "awaiting_second_approval",
        "reject": "rejected",
        "request-information": "awaiting_information",
        "hold": "on_hold",
        "reopen": "in_review",
        "withdraw": "withdrawn",
        "undo": "received",
    },
    "awaiting_second_approval": {
        "approve": "approved",
        "reject": "rejected",
        "request-information": "awaiting_information",
        "hold": "on_hold",
        "withdraw": "withdrawn",
        "undo": "received",
    },
    "approved": {
        "reopen": "in_review",
        "withdraw": "withdrawn",
        "undo": "awaiting_second_approval",
    },
    "rejected": {"reopen": "in_review", "withdraw": "withdrawn", "undo": "received"},
    "withdrawn": {"reopen": "in_review", "undo": "received"},
    "exported": {},
    "acknowledged": {},
    "export_failed": {},
}


@pytest.fixture
def order_in(desk, order, tmp_path):
    """An order brought to a status by the steps that lead there."""

    def bring(status):
        reference = order()
        package = ""
        for step, who in WAYS[status]:
            if step == "export":
                package = desk("export", "--out", tmp_path / "out").document["package"]
            elif step == "receipt":
                receipt = tmp_path / "receipt.json"
                line = {"reference": reference, "status": who, "message": ""}
                uuid = package.rsplit("export-", 1)[1].split("-", 1)[1]
                receipt.write_text(json.dumps({"package": uuid, "results": [line]}))
                desk("receipts", "import", receipt)
            else:
                desk("decide", reference, step, by=who)
        return reference

    return bring


@pytest.mark.parametrize("status", WAYS)
def test_that_each_action_does_what_the_workflow_says_or_nothing(status, desk, order_in):
    for action, after in TABLE[status].items():
        reference = order_in(status)
        done = desk("decide", reference, action, by="carla").document
        assert done["status"] == after
        assert (done["decision"]["kind"], done["decision"]["by"]) == (action, "carla")
        assert desk("orders", "show", reference).document["status"] == after
        _put_away(desk, reference)
    reference = order_in(status)
    before = desk.state(), desk("orders", "show", reference).document
    for action in ACTIONS:
        if action not in TABLE[status]:
            refused = desk("decide", reference, action, by="carla", expect=1)
            assert refused.document["error"]["message"] in refused.err
            assert (desk.state(), desk("orders", "show", reference).document) == before


def _put_away(desk, reference):
    """Out of the way of the next order, which must not be its duplicate."""
    desk("decide", reference, "withdraw", by="carla", expect=None)


def test_that_nobody_is_two_people(desk, order):
    reference = order()
    desk("decide", reference, "approve", by="Anna")
    refused = desk("decide", reference, "approve", by="ANNA", expect=1)
    assert "ANNA" in refused.err
    assert desk("decide", reference, "approve", by="bjorn").document["status"] == "approved"


def test_that_a_stop_cannot_be_approved_even_with_a_reason(desk, order):
    reference = order(herId=123)
    for extra in ([], ["--override", "HER-UNKNOWN=kjent"]):
        refused = desk("decide", reference, "approve", *extra, expect=1)
        assert "HER-id finnes ikke i AR-uttrekket" in refused.err


def test_that_a_warning_needs_a_reason_which_the_second_approver_confirms(desk, order):
    reference = order(hadInterimSolution=True)
    assert "INTERIM-SOLUTION" in desk("decide", reference, "approve", expect=1).err
    first = desk(
        "decide", reference, "approve", "--override", "INTERIM-SOLUTION=sjekklisten er gått gjennom"
    ).document
    assert first["decision"]["overrides"] == {"INTERIM-SOLUTION": "sjekklisten er gått gjennom"}
    second = desk("decide", reference, "approve", by="bjorn").document
    assert second["decision"]["overrides"] == first["decision"]["overrides"]


def test_that_findings_must_rest_on_the_current_snapshot(desk, order, registry_file):
    unverified = order(verify=False)
    assert "timebok verify" in desk("decide", unverified, "approve", expect=1).err
    verified = order()
    desk("registry", "import", registry_file("newer.json"))
    desk("decide", verified, "approve", expect=1)
    desk("verify", verified)
    desk("decide", verified, "approve")


def test_that_an_order_is_exported_once(desk, order, tmp_path):
    reference = order()
    desk("decide", reference, "approve")
    desk("decide", reference, "approve", by="bjorn")
    first = desk("export", "--out", tmp_path / "out").document
    assert (first["sequence"], first["configurations"]) == (1, 1)
    again = desk("export", "--out", tmp_path / "out").document
    assert (again["package"], again["configurations"]) == (None, 0)
    full = desk("export", "--out", tmp_path / "out", "--full").document
    assert (full["sequence"], full["configurations"]) == (2, 1)


def test_that_an_order_whose_registry_entry_changed_is_held_back(
    desk, order, registry_file, tmp_path
):
    reference = order()
    desk("decide", reference, "approve")
    desk("decide", reference, "approve", by="bjorn")
    desk("registry", "import", registry_file("moved.json", oslo={"Name": "Legevakt"}))
    report = desk("export", "--out", tmp_path / "out", expect=1).document
    assert report["package"] is None
    assert [one["reference"] for one in report["held_back"]] == [reference]
    assert report["held_back"][0]["why"]
    assert desk("orders", "show", reference).document["status"] == "approved"


def test_that_a_failed_export_is_held_back_with_the_only_way_out_it_has(
    desk, order_in, registry_file, tmp_path
):
    reference = order_in("export_failed")
    desk("registry", "import", registry_file("moved.json", oslo={"Name": "Legevakt"}))
    report = desk("export", "--out", tmp_path / "out", expect=1).document
    assert [one["reference"] for one in report["held_back"]] == [reference]
    assert "endringsbestilling" in report["held_back"][0]["why"]


def test_that_a_failed_export_leaves_again(desk, order, order_in, tmp_path):
    reference = order_in("export_failed")
    report = desk("export", "--out", tmp_path / "out").document
    assert report["sequence"] == 2
    assert desk("orders", "show", reference).document["status"] == "exported"


def test_that_an_amendment_takes_approvals_away_and_keeps_what_was_sent(desk, order):
    reference = order(herId=9001009)
    shown = desk(
        "orders", "amend", reference, "herId=9001001", "--reason", "feil siffer", by="bjorn"
    ).document
    assert (shown["her_id"], shown["as_sent"]["her_id"]) == (9001001, 9001009)
    assert shown["findings"] == []
    desk("decide", reference, "approve")
    amended = desk("orders", "amend", reference, "comment=ny", "--reason", "ba om det").document
    assert amended["status"] == "in_review"
    desk("decide", reference, "approve", by="anna")


def test_that_an_answer_to_a_request_supersedes_the_order_that_waited(desk, order):
    waiting = order(externalReference="K-1", category="Lab")
    desk("decide", waiting, "request-information")
    answer = order(externalReference="K-1", category="Vaksine")
    assert desk("orders", "show", waiting).document["status"] == "superseded"
    assert desk("orders", "show", answer).document["status"] == "received"
    for action in ACTIONS:
        desk("decide", waiting, action, expect=1)

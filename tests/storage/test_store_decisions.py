"""What the database itself enforces: one current decision, four eyes, one current configuration."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from timebok_desktop.domain.codes import Kind, Scheme, Status
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.ports_approvals import CaseworkerKey

AT = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
KEY = ConfigurationKey("1103", 81234, "Lab")
RECEIVED, SECOND, APPROVED = Status.RECEIVED, Status.AWAITING_SECOND_APPROVAL, Status.APPROVED


def configuration(reference="", key=KEY, **fields):
    return Configuration(
        key, Scheme.RESOURCE_SCHEDULE, "", "", "", None, reference, created_at=AT, **fields
    )


def test_that_a_new_decision_takes_the_place_of_the_current_one(
    store, fill, make_order, make_decision
):
    (identity,) = fill(make_order())
    with store.write() as unit:
        claim = make_decision(Action.CLAIM, "kari", RECEIVED, Status.IN_REVIEW)
        hold = make_decision(Action.HOLD, "kari", Status.IN_REVIEW, Status.ON_HOLD)
        unit.decisions.add(identity, claim)
        unit.decisions.add(identity, hold)
        history = unit.decisions.history(identity)
        assert [(one.kind, one.current) for one in history] == [
            (Action.CLAIM, False),
            (Action.HOLD, True),
        ]
        assert unit.decisions.current(identity) == history[1]


def test_that_the_database_refuses_a_second_current_decision(
    store, fill, make_order, make_decision
):
    (identity,) = fill(make_order())

    def attempt():
        with store.write() as unit:
            unit.decisions.add(
                identity, make_decision(Action.CLAIM, "kari", RECEIVED, Status.IN_REVIEW)
            )
            unit.decisions.add(
                identity, make_decision(Action.HOLD, "kari", Status.IN_REVIEW, Status.ON_HOLD)
            )
            unit._connection.execute(text("UPDATE decision SET is_current = 1"))

    with pytest.raises(IntegrityError):
        attempt()


@pytest.mark.parametrize("again", ["Kari", "KARI", "kari ", " ka ri"])
def test_that_the_database_refuses_two_standing_approvals_by_one_caseworker(
    store, fill, make_order, make_decision, signed_by, again
):
    (identity,) = fill(make_order())

    def attempt():
        with store.write() as unit:
            unit.decisions.add(
                identity,
                make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, signed_by(unit, "kari")),
            )
            unit.decisions.add(
                identity,
                make_decision(Action.APPROVE, again, SECOND, APPROVED, signed_by(unit, again)),
            )

    with pytest.raises(IntegrityError):
        attempt()


def test_that_an_approval_stands_again_when_what_ended_it_is_taken_back(
    store, fill, make_order, make_decision, signed_by
):
    (identity,) = fill(make_order())
    with store.write() as unit:
        first = make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, signed_by(unit, "kari"))
        unit.decisions.add(identity, first)
        unit.decisions.end_approvals(identity)
        held = unit.decisions.add(
            identity, make_decision(Action.HOLD, "ola", SECOND, Status.ON_HOLD)
        )
        assert unit.decisions.standing_approvals(identity) == ()
        assert unit.decisions.fingerprint(identity) == ""
        back = unit.decisions.take_back(identity, held)
        assert back is not None
        assert (back.kind, back.current) == (Action.APPROVE, True)
        assert [one.by for one in unit.decisions.standing_approvals(identity)] == ["kari"]
        assert unit.decisions.take_back(identity, back) is None
        assert unit.decisions.standing_approvals(identity) == ()
        assert unit.decisions.current(identity) is None


def test_that_void_decisions_are_neither_current_nor_standing(
    store, fill, make_order, make_decision, signed_by
):
    (identity,) = fill(make_order())
    with store.write() as unit:
        unit.decisions.add(
            identity,
            make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, signed_by(unit, "kari")),
        )
        unit.decisions.void_all(identity)
        assert unit.decisions.current(identity) is None
        assert unit.decisions.standing_approvals(identity) == ()
        assert len(unit.decisions.history(identity)) == 1


def test_that_the_database_refuses_a_decision_without_an_order(store, make_decision):
    with pytest.raises(IntegrityError), store.write() as unit:
        unit.decisions.add(77, make_decision(Action.CLAIM, "kari", RECEIVED, Status.IN_REVIEW))


def test_that_the_database_refuses_a_second_current_configuration_of_a_key(store):
    def attempt():
        with store.write() as unit:
            unit.configurations.add(configuration("RTB-2026-000001"))
            unit.configurations.add(configuration("RTB-2026-000002"))

    with pytest.raises(IntegrityError):
        attempt()


def test_that_a_configuration_comes_back_as_it_was(store):
    with store.write() as unit:
        unit.configurations.add(configuration("RTB-2026-000001"))
        before = unit.configurations.current(KEY)
        ending = Proposal(Kind.DEACTIVATE, KEY, None, before)
        unit.configurations.carry_out([(ending, "RTB-2026-000002")], AT)
        assert unit.configurations.current(KEY) is None
        assert unit.configurations.listed(past=False) == []
        assert len(unit.configurations.listed(past=True)) == 1
        ended = unit.configurations.ended_by("RTB-2026-000002")
        assert ended is not None
        assert (ended.ended_at, ended.ended_reason) == (AT, "deactivated")
        pair = [(KEY.her_id, KEY.category)]
        assert unit.configurations.ended_by_orders(pair, ["RTB-2026-000002"]) == [ended]
        assert unit.configurations.ended_by_orders(pair, ["RTB-2026-000001"]) == []
        assert unit.configurations.ended_by_orders(pair, []) == []
        unit.configurations.hand_over("RTB-2026-000002", "RTB-2026-000003", "deactivated")
        assert unit.configurations.ended_by("RTB-2026-000002") is None
        unit.configurations.bring_back("RTB-2026-000003")
        assert unit.configurations.current(KEY) == before
        assert unit.configurations.made_by("RTB-2026-000001") == before
        unit.configurations.undo("RTB-2026-000001", AT)
        assert unit.configurations.made_by("RTB-2026-000001") is None
        assert unit.configurations.history(81234, "Lab")[0].ended_reason == "undone"


def test_that_configurations_are_found_by_many_pairs(store):
    with store.write() as unit:
        for number in range(3):
            unit.configurations.add(configuration(key=ConfigurationKey("1103", number + 1, "Lab")))
        pairs = [(number, "Lab") for number in range(1200)]
        found = unit.configurations.of_pairs(pairs)
        assert sorted(one.key.her_id for one in found) == [1, 2, 3]


def test_that_a_configuration_without_a_moment_is_our_own_fault(store):
    with pytest.raises(ValueError, match="moment"), store.write() as unit:
        unit.configurations.add(
            Configuration(KEY, Scheme.RESOURCE_SCHEDULE, "", "", "", None, created_at=None)
        )


def test_that_the_database_refuses_an_approval_that_is_not_signed(
    store, fill, make_order, make_decision
):
    (identity,) = fill(make_order())
    with store.write() as unit, pytest.raises(IntegrityError):
        unit.decisions.add(identity, make_decision(Action.APPROVE, "kari", RECEIVED, SECOND))


def test_that_the_database_refuses_an_approval_signed_by_somebody_else(
    store, fill, make_order, make_decision, signed_by
):
    (identity,) = fill(make_order())
    with store.write() as unit:
        others = signed_by(unit, "ola")
        with pytest.raises(IntegrityError):
            unit.decisions.add(
                identity, make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, others)
            )
        own = signed_by(unit, "KARI")
        mixed = own._replace(key=others.key)
        with pytest.raises(IntegrityError):
            unit.decisions.add(
                identity, make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, mixed)
            )
        unit.decisions.add(identity, make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, own))


def test_that_the_database_refuses_two_standing_approvals_with_one_key(
    store, fill, make_order, make_decision, signed_by
):
    (identity,) = fill(make_order())
    with store.write() as unit:
        first = signed_by(unit, "kari")
        unit.decisions.add(identity, make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, first))
        second = signed_by(unit, "ola")
        added = unit.decisions.add(
            identity, make_decision(Action.APPROVE, "ola", SECOND, APPROVED, second)
        )
        run = unit._connection.exec_driver_sql
        run("DROP TRIGGER decision_keeps_its_statement")
        with pytest.raises(IntegrityError):
            run(
                "UPDATE decision SET signed_with = ?, by_key = 'ola' WHERE id = ?",
                (first.key, added.id),
            )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE approval_statement SET statement = 'another'",
        "DELETE FROM approval_statement",
        "UPDATE caseworker_key SET x = 'another'",
        "DELETE FROM caseworker_key",
        "REPLACE INTO approval_statement SELECT id, '', '', thumbprint FROM approval_statement",
        "UPDATE decision SET statement_id = NULL",
        "UPDATE decision SET signed_with = 'another'",
        "UPDATE decision SET evidence = 'another'",
        "UPDATE decision SET by_key = 'another'",
    ],
)
def test_that_the_database_keeps_what_was_signed(
    store, fill, make_order, make_decision, signed_by, statement
):
    (identity,) = fill(make_order())
    with store.write() as unit:
        own = signed_by(unit, "kari")
        unit.decisions.add(identity, make_decision(Action.APPROVE, "kari", RECEIVED, SECOND, own))
        unit.commit()
    with store.write() as unit, pytest.raises(IntegrityError):
        unit._connection.exec_driver_sql(statement)


def test_that_the_newest_key_of_a_caseworker_is_the_one_signed_with(store, signed_by):
    with store.write() as unit:
        assert unit.approvals.key_of("kari") is None
        for thumbprint in ("one", "two"):
            unit.approvals.register(CaseworkerKey("Kari", thumbprint, "x"), AT)
        assert unit.approvals.key_of(" KARI").thumbprint == "two"
        assert [key.thumbprint for key in unit.approvals.every_key()] == ["one", "two"]
        assert signed_by(unit, "kari").key == "two"

"""Whatever three caseworkers do to three orders in whatever order, the desk stays sound."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.workflow import Action

USERS = st.sampled_from(["kari", "KARI", "ola", "per"])
KINDS = ("activate", "change", "deactivate")
APPROVED = {"approved", "exported", "export_failed", "acknowledged"}
NUMBERS = st.integers(0, 2)


class Desk(RuleBasedStateMachine):
    """Three orders of one key: activate, change, deactivate."""

    make_workbench: Callable[..., Any]
    make_party: Callable[..., dict[str, Any]]
    make_organisation: Callable[..., dict[str, Any]]

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.bench = self.make_workbench(self.folder)
        self.bench.registry(
            self.make_organisation(), self.make_party(8000001), self.make_party(8000002)
        )
        self.orders = [self.bench.order(kind=kind, verify=False) for kind in KINDS]
        self.bench.desk.verify(user="kari")
        self.round = 0
        self.approved_value: dict[tuple[str, str], str] = {}

    def teardown(self):
        self.bench.close()
        shutil.rmtree(self.folder)

    def attempt(self, call):
        """What is refused changes nothing."""
        before = self.bench.state()
        try:
            call()
        except RefusedError:
            assert self.bench.state() == before

    @rule(number=NUMBERS, action=st.sampled_from(list(Action)), user=USERS)
    def decide(self, number, action, user):
        reference = self.orders[number]
        overrides = dict.fromkeys(self.bench.rules(reference), "avtalt")
        given = overrides if action is Action.APPROVE else {}

        def decided():
            order, _ = self.bench.desk.decide(reference, action, user, "", given)
            if action is Action.APPROVE:
                self.approved_value[reference, user.casefold()] = order.her_id

        self.attempt(decided)

    @rule(number=NUMBERS, user=USERS)
    def approve_twice(self, number, user):
        for one in (user, "per"):
            self.decide(number, Action.APPROVE, one)

    @rule(number=NUMBERS, user=USERS, her_id=st.sampled_from(["8000001", "8000002"]))
    def amend(self, number, user, her_id):
        changes = {"her_id": her_id}
        reference = self.orders[number]
        self.attempt(lambda: self.bench.desk.amend(reference, changes, "rettet", user))

    @rule(
        number=NUMBERS,
        user=USERS,
        way=st.sampled_from([Action.HOLD, Action.REOPEN]),
        her_id=st.sampled_from(["8000001", "8000002"]),
    )
    def amend_and_go_back(self, number, user, way, her_id):
        self.decide(number, way, user)
        self.amend(number, user, her_id)
        self.decide(number, Action.UNDO, user)

    @rule()
    def verify(self):
        self.bench.desk.verify(user="per")

    @rule(changed=st.booleans())
    def supplement(self, changed):
        self.round += changed
        name = f"Legevakt {self.round}"
        self.bench.supplement(self.make_party(8000001, Name=name))

    @rule(full=st.booleans())
    def leave(self, full):
        self.bench.export(full=full)

    @precondition(lambda self: self.bench.desk.packages())
    @rule(said=st.sampled_from(["ok", "failed"]), which=st.integers(0, 9))
    def answer(self, said, which):
        packages = self.bench.desk.packages()
        package = packages[which % len(packages)].uuid
        left = {one: self.bench.status(one) for one in self.orders}
        self.bench.receipt(package, *((one, said) for one in self.orders))
        for one, before in left.items():
            if before != "exported":
                assert self.bench.status(one) == before

    @invariant()
    def the_log_is_whole(self):
        assert self.bench.desk.verify_audit().intact

    @invariant()
    def what_follows_from_the_orders_is_kept(self):
        with self.bench.office.store.read() as unit:
            assert unit.orders.miscounts() == []

    @invariant()
    def four_eyes_and_one_current_decision(self):
        with self.bench.office.store.read() as unit:
            for reference in self.orders:
                stored = unit.orders.get(reference)
                history = unit.decisions.history(stored.id)
                assert sum(one.current for one in history) <= 1
                approvers = [
                    one.by.casefold() for one in unit.decisions.standing_approvals(stored.id)
                ]
                assert len(set(approvers)) == len(approvers)
                for one in approvers:
                    assert self.approved_value[reference, one] == stored.order.her_id
                if stored.order.status.value in APPROVED:
                    assert len(approvers) == 2
                elif stored.order.status.value == "awaiting_second_approval":
                    assert len(approvers) == 1
                else:
                    assert approvers == []

    @invariant()
    def configurations_follow_the_approvals(self):
        with self.bench.office.store.read() as unit:
            status = {r: unit.orders.get(r).order.status.value for r in self.orders}
            current = unit.configurations.listed(past=False)
            assert len({one.key for one in current}) == len(current)
            assert all(status[one.order_reference] in APPROVED for one in current)
            for reference, kind in zip(self.orders, KINDS, strict=True):
                made = unit.configurations.made_by(reference)
                approved = status[reference] in APPROVED
                if kind == "deactivate":
                    assert made is None
                    continue
                assert (made is not None) is approved
                if approved and not made.current:
                    assert made.ended_reason in {"replaced", "deactivated"}
                    assert status[made.ended_by] in APPROVED


@pytest.fixture
def machine_over(make_workbench, make_party, make_organisation):
    """The state machine over workspaces of its own."""
    builders = {
        "make_workbench": staticmethod(make_workbench),
        "make_party": staticmethod(make_party),
        "make_organisation": staticmethod(make_organisation),
    }
    return type("BoundDesk", (Desk,), builders)


def test_that_the_desk_stays_sound_whatever_is_done(machine_over):
    run_state_machine_as_test(
        machine_over,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

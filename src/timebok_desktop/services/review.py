"""Review: decisions with undo and four eyes, each one transaction with its log entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rules.verdict import verdict_of
from timebok_desktop.domain.workflow import UNDOABLE, Action, refused, status_after
from timebok_desktop.services import configuration_changes
from timebok_desktop.services.approval import (
    confirmed_overrides,
    require_another,
    require_caseworker,
    require_current,
    require_overrides,
)
from timebok_desktop.services.configuration_changes import ABSENT
from timebok_desktop.services.context import Service
from timebok_desktop.services.facts import pair_of
from timebok_desktop.services.notes_and_drafts import used_by
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import NewDecision, UnitOfWork
from timebok_desktop.services.reasons import INTERIM_CHECKLIST, REASON_CODES
from timebok_desktop.services.verification import bench, is_verified, required_order
from timebok_desktop.services.views import DecisionRecord

HELD = frozenset({Status.IN_REVIEW, Status.ON_HOLD, Status.AWAITING_INFORMATION})


class ReviewService(Service):
    """Implements the deciding part of the desk."""

    def decide(
        self,
        reference: str,
        action: Action,
        user: str,
        reason: str = "",
        overrides: Mapping[str, str] | None = None,
    ) -> tuple[Order, DecisionRecord]:
        """Make or take back a decision; it is durable when this returns."""
        require_caseworker(user)
        why = mask(reason)[0]
        reasons = {rule: mask(text)[0] for rule, text in (overrides or {}).items()}
        with self._context.store.write() as unit:
            stored = required_order(unit, reference)
            if action is Action.UNDO:
                done, record = self._undo(unit, stored, user, why)
            else:
                done, record = self._decide(unit, stored, action, user, why, reasons)
            unit.correspondence.drop_drafts(stored.id, user, used_by(action))
            pair = pair_of(stored)
            if pair is not None:
                unit.verdicts.refresh_neighbours({pair}, self._context.tables(unit))
            unit.commit()
        return done.order, record

    def reason_codes(self, action: Action) -> Mapping[str, Phrase]:
        """The reason codes offered for an action."""
        return REASON_CODES.get(action, {})

    def interim_checklist(self) -> tuple[Phrase, ...]:
        """What to look through where an order had the interim solution."""
        return INTERIM_CHECKLIST

    def _decide(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        action: Action,
        user: str,
        reason: str,
        overrides: Mapping[str, str],
    ) -> tuple[StoredOrder, DecisionRecord]:
        before = stored.order.status
        second = self._context.settings_file.load().second_approval
        after = status_after(action, before, second_approval=second)
        counted: Mapping[str, str] = {}
        mark = ""
        if action is Action.APPROVE:
            require_another([one.by for one in unit.decisions.standing_approvals(stored.id)], user)
            counted = self._approvable(unit, stored, overrides)
            mark = self._fingerprint(unit, stored)
        else:
            unit.decisions.end_approvals(stored.id)
        record = unit.decisions.add(
            stored.id,
            NewDecision(action, user, self._now(), reason, counted, before, after, mark),
        )
        moved = self._move(unit, stored, after, user)
        self._log(unit, moved, record)
        return moved, record

    def _undo(
        self, unit: UnitOfWork, stored: StoredOrder, user: str, reason: str
    ) -> tuple[StoredOrder, DecisionRecord]:
        before = stored.order.status
        last = unit.decisions.current(stored.id)
        if before not in UNDOABLE:
            raise refused(Action.UNDO, before)
        if last is None or last.status_after is not before:
            raise RefusedError(
                "{reference} har ingen beslutning å angre.",
                "{reference} har inga avgjerd å angre.",
                reference=stored.order.reference,
            )
        after = last.status_before
        unit.decisions.take_back(stored.id, last)
        if after is Status.APPROVED:
            # What was approved comes into force again, so it must still be approvable.
            approvals = unit.decisions.standing_approvals(stored.id)
            self._approvable(
                unit, stored, {k: v for a in approvals for k, v in a.overrides.items()}
            )
        record = unit.decisions.add(
            stored.id,
            NewDecision(
                Action.UNDO, user, self._now(), reason, {}, before, after, takes_back=last.id
            ),
        )
        moved = self._move(unit, stored, after, user)
        self._log(unit, moved, record)
        return moved, record

    def _approvable(
        self, unit: UnitOfWork, stored: StoredOrder, overrides: Mapping[str, str]
    ) -> dict[str, str]:
        """The overrides that count, or a RefusedError that says why it may not be approved."""
        snapshot = unit.registry.current()
        verified = is_verified(stored, snapshot)
        fresh = 0
        if snapshot is not None:
            fresh = verdict_of(bench(self._context, unit, snapshot).judged([stored])[0])
        reference, kind = stored.order.reference, stored.order.kind
        require_current(reference, stored.rules or 0, fresh, verified=verified)
        approvals = unit.decisions.standing_approvals(stored.id)
        confirmed = confirmed_overrides(stored.order.status, approvals)
        return require_overrides(fresh, kind, overrides, confirmed)

    def _fingerprint(self, unit: UnitOfWork, stored: StoredOrder) -> str:
        snapshot = unit.registry.current()
        her_id = stored.keys.her_id
        if snapshot is None or her_id is None:
            return ""
        return unit.registry.fingerprints(snapshot.id, [her_id]).get(her_id, ABSENT)

    def _move(self, unit: UnitOfWork, stored: StoredOrder, after: Status, user: str) -> StoredOrder:
        """The order in its new status; configurations follow."""
        tables = self._context.tables(unit)
        if after is Status.APPROVED:
            configuration_changes.carry_out(unit, tables, stored, self._now())
        elif stored.order.status is Status.APPROVED:
            configuration_changes.take_back(unit, stored.order.reference, self._now())
        moved = replace(
            stored,
            order=replace(stored.order, status=after),
            holder=user if after in HELD else "",
            keys=replace(stored.keys, search_text=""),
        )
        unit.orders.save(moved)
        return moved

    def _log(self, unit: UnitOfWork, moved: StoredOrder, record: DecisionRecord) -> None:
        outcome = moved.order.outcome
        told = told_of(
            record.id,
            (record.status_before, record.status_after),
            record.reason,
            record.overrides,
            moved.snapshot_id,
            outcome.value if outcome else None,
        )
        unit.audit.append(record.at, record.by, record.kind.value, moved.order.reference, told)


def told_of(
    decision: int,
    steps: tuple[str, str],
    reason: str,
    overrides: Mapping[str, str],
    snapshot: int | None,
    outcome: str | None,
) -> dict[str, object]:
    """What the log says of a decision."""
    return {
        "decision": decision,
        "from": str(steps[0]),
        "to": str(steps[1]),
        "reason": reason,
        "overrides": dict(overrides),
        "snapshot": snapshot,
        "outcome": outcome,
    }

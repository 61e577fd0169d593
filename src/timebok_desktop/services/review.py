"""Review: decisions with undo and four eyes, each one transaction with its log entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from timebok_desktop.domain.codes import Kind, Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.rule_codes import codes_of
from timebok_desktop.domain.rules.verdict import masks_by_severity, verdict_of
from timebok_desktop.domain.workflow import UNDOABLE, Action, refused, status_after
from timebok_desktop.services import configuration_changes
from timebok_desktop.services.approval import (
    confirmed_overrides,
    require_another,
    require_caseworker,
    require_current,
    require_overrides,
)
from timebok_desktop.services.approving import (
    Looks,
    fingerprint_now,
    require_as_shown,
    require_unchanged,
    require_unlocked,
    shown_now,
    sign,
)
from timebok_desktop.services.checklists import checklists, ticked_reasons
from timebok_desktop.services.context import Service
from timebok_desktop.services.draft_fields import used_by
from timebok_desktop.services.facts import pair_of
from timebok_desktop.services.looks import Look
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import NewDecision, UnitOfWork
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.second_look import flagged, require_seen
from timebok_desktop.services.shown import ShownOrder, evidence_hash, step_of
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
        look: Look | None = None,
    ) -> tuple[Order, DecisionRecord]:
        """Make or take back a decision; it is durable when this returns."""
        require_caseworker(user)
        require_unlocked(self._context, user)
        why = mask(reason)[0]
        reasons = {rule: mask(text)[0] for rule, text in (overrides or {}).items()}
        with self._context.store.write() as unit:
            stored = required_order(unit, reference)
            if action is Action.UNDO:
                done, record = self._undo(unit, stored, user, why)
            else:
                opened: Collection[str] = ()
                if action is Action.APPROVE and look is not None:
                    opened = self._require_as_shown(unit, stored, look, reasons)
                    reasons |= self._ticked(unit, stored, look)
                done, record = self._decide(unit, stored, action, user, why, reasons, opened)
            unit.correspondence.drop_drafts(stored.id, user, used_by(action))
            pair = pair_of(stored)
            if pair is not None:
                unit.verdicts.refresh_neighbours({pair}, self._context.tables(unit))
            unit.commit()
        return done.order, record

    def reason_codes(self, action: Action) -> Mapping[str, Phrase]:
        """The reason codes offered for an action."""
        return REASON_CODES.get(action, {})

    def _decide(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        action: Action,
        user: str,
        reason: str,
        overrides: Mapping[str, str],
        seen: Collection[str],
    ) -> tuple[StoredOrder, DecisionRecord]:
        before = stored.order.status
        second = self._context.settings_file.load().second_approval
        after = status_after(action, before, second_approval=second)
        if action is Action.APPROVE:
            new = self._approval(unit, stored, user, reason, overrides, after, seen)
        else:
            unit.decisions.end_approvals(stored.id)
            new = NewDecision(action, user, self._now(), reason, {}, before, after)
        record = unit.decisions.add(stored.id, new)
        moved = self._move(unit, stored, after, user)
        self._log(unit, moved, record, seen)
        return moved, record

    def _approval(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        user: str,
        reason: str,
        overrides: Mapping[str, str],
        after: Status,
        seen: Collection[str],
    ) -> NewDecision:
        """A signed approval, or a RefusedError that says why there may be none."""
        before, now = stored.order.status, self._now()
        require_another([one.by for one in unit.decisions.standing_approvals(stored.id)], user)
        counted = self._approvable(unit, stored, overrides)
        looks = Looks(self._context, unit)
        order = self._require_unchanged(unit, stored, looks)
        mark = fingerprint_now(unit, stored)
        evidence = evidence_hash(stored.rules or 0, mark, unit.registry.current(), counted, seen)
        digest = looks.digest(order, evidence, step_of(before, after))
        signed = sign(self._context, unit, user, now, {order.reference: digest})
        return NewDecision(
            Action.APPROVE,
            user,
            now,
            reason,
            counted,
            before,
            after,
            mark,
            signed=signed,
            evidence=evidence,
        )

    def _require_unchanged(self, unit: UnitOfWork, stored: StoredOrder, looks: Looks) -> ShownOrder:
        """What is shown of the order; RefusedError where an approval no longer covers it."""
        order = looks.orders([stored.id])[stored.id]
        approvals = unit.bulk.approvals([stored.id]).get(stored.id, [])
        looks.load(approvals)
        require_unchanged(order.reference, looks.void(order, approvals, looks.change(order)))
        return order

    def _require_as_shown(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        look: Look,
        overrides: Mapping[str, str],
    ) -> tuple[str, ...]:
        """What had to be opened, and was; RefusedError where something else is there than was
        shown, or was flagged and not opened."""
        looks = Looks(self._context, unit)
        order = looks.orders([stored.id])[stored.id]
        approvals = unit.decisions.standing_approvals(stored.id)
        now = shown_now(unit, looks, stored, order, approvals)
        require_as_shown(order.reference, look.shown, now)
        status = stored.order.status
        confirmed = confirmed_overrides(status, approvals)
        to_see = flagged(status, stored.order.kind, stored.rules or 0, confirmed)
        answered = overrides.keys() - confirmed.keys()  # who gives a reason has seen the finding
        require_seen(order.reference, to_see, {*look.seen, *answered})
        return to_see

    def _ticked(self, unit: UnitOfWork, stored: StoredOrder, look: Look) -> dict[str, str]:
        """The reasons that ticked checklists come to; RefusedError where a point is missing. What
        the first approver ticked is confirmed with the rest."""
        _, warns = masks_by_severity(deactivation=stored.order.kind is Kind.DEACTIVATE)
        approvals = unit.decisions.standing_approvals(stored.id)
        confirmed = confirmed_overrides(stored.order.status, approvals)
        asked = [rule for rule in codes_of((stored.rules or 0) & warns) if rule not in confirmed]
        lists = checklists(self._context.tables(unit), asked)
        return ticked_reasons(stored.order.reference, lists, look.ticked)

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
            self._require_unchanged(unit, stored, Looks(self._context, unit))
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

    def _log(
        self,
        unit: UnitOfWork,
        moved: StoredOrder,
        record: DecisionRecord,
        seen: Collection[str] = (),
    ) -> None:
        outcome = moved.order.outcome
        told = told_of(
            record.id,
            (record.status_before, record.status_after),
            record.reason,
            record.overrides,
            moved.snapshot_id,
            outcome.value if outcome else None,
        )
        if seen:
            told["seen"] = sorted(seen)
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

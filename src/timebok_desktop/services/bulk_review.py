"""The same decision on many orders: one preview, one transaction, the rules of a single decision.

Nothing is skipped silently: what may not be decided is named with its reason and stays as it was.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from timebok_desktop.domain.codes import OPEN_STATUSES, Kind, Status
from timebok_desktop.domain.errors import CancelledError, RefusedError
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.workflow import Action, refused, status_after
from timebok_desktop.services import configuration_changes
from timebok_desktop.services.approval import (
    require_another,
    require_caseworker,
    require_current,
    require_overrides,
)
from timebok_desktop.services.approving import require_unlocked, sign
from timebok_desktop.services.bulk_approving import ReadyApprovals, ready
from timebok_desktop.services.bulk_diff import combined
from timebok_desktop.services.configuration_changes import ABSENT
from timebok_desktop.services.context import Context, Service
from timebok_desktop.services.ports_bulk import Deciding, Move, OrderState, Signed, Standing
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.review import HELD, told_of
from timebok_desktop.services.second_look import require_nothing_flagged
from timebok_desktop.services.verification import verified_at
from timebok_desktop.services.views import BulkOutcome, BulkPreview, HeldBack


@dataclass(frozen=True)
class _Evidence:
    """What approvals are judged by; `fresh` are verdicts of now, {} where they are not asked."""

    snapshot: Snapshot | None
    fresh: Mapping[int, int]
    approvals: Mapping[int, list[Standing]]
    fingerprints: Mapping[int, str]


class BulkReviewService(Service):
    """Implements bulk decisions of the desk."""

    def preview_many(self, ids: Sequence[int], action: Action, user: str) -> BulkPreview:
        """What the decision would do to each of these orders; nothing is changed."""
        with self._context.store.read() as unit:
            states = unit.bulk.states(ids)
            moves, held = self._planned(unit, states, action, user, {})
            shown = b""
            if action is Action.APPROVE:
                signing = ready(self._context, unit, moves, None, looks_only=True)
                moves, held = signing.moves, (*held, *signing.held)
                shown = bytes.fromhex("".join(signing.shown))
            differences = unit.bulk.differences([move.state.id for move in moves])
            changes = combined(moves, differences, self._context.tables(unit), action)
        ids_through = array("q", (move.state.id for move in moves))
        waits = any(move.after == Status.AWAITING_SECOND_APPROVAL for move in moves)
        return BulkPreview(ids_through, changes, held, shown, waits)

    def decide_many(
        self,
        ids: Sequence[int],
        action: Action,
        user: str,
        reason: str = "",
        shown: bytes | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> BulkOutcome:
        """The same decision on each, in one transaction; where it is cancelled, none is made."""
        require_caseworker(user)
        require_unlocked(self._context, user)
        why = mask(reason)[0]
        with self._context.store.write() as unit:
            states = unit.bulk.states(ids)
            if progress:
                progress(0, len(states))
            fresh = fresh_verdicts(self._context, unit, states) if action is Action.APPROVE else {}
            moves, held = self._planned(unit, states, action, user, fresh)
            signing = None
            if action is Action.APPROVE:
                signing = ready(self._context, unit, moves, _by_id(ids, shown))
                moves, held = signing.moves, (*held, *signing.held)
            if cancelled and cancelled():
                raise CancelledError
            decisions = range(0)
            if moves:
                decisions = self._carry_out(unit, moves, action, user, why, signing)
            if cancelled and cancelled():
                raise CancelledError
            unit.commit()
        if progress:
            progress(len(states), len(states))
        return BulkOutcome(len(moves), held, decisions)

    def _planned(
        self,
        unit: UnitOfWork,
        states: Sequence[OrderState],
        action: Action,
        user: str,
        fresh: Mapping[int, int],
    ) -> tuple[list[Move], tuple[HeldBack, ...]]:
        second = self._context.settings_file.load().second_approval
        evidence = _evidence(unit, states, action, fresh)
        moves: list[Move] = []
        held: list[HeldBack] = []
        for state in states:
            try:
                moves.append(_move(state, action, user, evidence, second_approval=second))
            except RefusedError as error:
                held.append(HeldBack(state.reference, error.phrase))
        return moves, tuple(held)

    def _carry_out(
        self,
        unit: UnitOfWork,
        moves: Sequence[Move],
        action: Action,
        user: str,
        reason: str,
        signing: ReadyApprovals | None,
    ) -> range:
        now = self._now()
        signed = sign(self._context, unit, user, now, signing.signed) if signing else None
        deciding = deciding_of(action, user, now, reason, signed)
        decisions = unit.bulk.decide(moves, deciding)
        carry_out_approved(self._context, unit, moves, now)
        ended = [move.state.reference for move in moves if move.state.status == Status.APPROVED]
        configuration_changes.take_back_many(unit, ended, now)
        settle(self._context, unit, moves, decisions, deciding)
        return range(decisions[0], decisions[-1] + 1)


def deciding_of(
    action: Action, user: str, at: datetime, reason: str, signed: Signed | None = None
) -> Deciding:
    """What is the same for every order of a bulk decision."""
    return Deciding(action, user, at, reason, _names(HELD), _names(OPEN_STATUSES), signed)


def fresh_verdicts(
    context: Context, unit: UnitOfWork, states: Sequence[OrderState]
) -> Mapping[int, int]:
    """The verdicts of now by id, as a single approval asks for them."""
    snapshot = unit.registry.current()
    if snapshot is None or not states:
        return {}
    tables, at = context.tables(unit), verified_at(context, snapshot)
    unit.verdicts.work_out_facts(at, tables, unit.tables.version())
    return unit.verdicts.fresh(at, tables, [state.id for state in states])


def carry_out_approved(
    context: Context, unit: UnitOfWork, moves: Sequence[Move], at: datetime
) -> None:
    """What becomes approved comes into force."""
    tables = context.tables(unit)
    ids = [move.state.id for move in moves if move.after == Status.APPROVED]
    proposed = (
        (configuration_changes.proposed_by(tables, stored, at=at), stored.order.reference)
        for stored in unit.orders.by_ids(ids)
    )
    unit.configurations.carry_out(
        [(one, reference) for one, reference in proposed if one is not None], at
    )


def settle(
    context: Context,
    unit: UnitOfWork,
    moves: Sequence[Move],
    decisions: Sequence[int],
    deciding: Deciding,
) -> None:
    """The log tells of each; the neighbours of these orders are judged again."""
    unit.audit.append_many(
        deciding.at,
        deciding.by,
        deciding.action.value,
        (
            (
                move.state.reference,
                told_of(
                    decision,
                    (move.state.status, move.after),
                    deciding.reason,
                    move.overrides,
                    move.state.snapshot_id,
                    move.state.outcome,
                ),
            )
            for decision, move in zip(decisions, moves, strict=True)
        ),
    )
    pairs = {  # to their neighbours, an open order is an open order
        (move.state.her_id, move.state.category_key)
        for move in moves
        if move.state.her_id
        and move.state.category_key
        and not {move.state.status, move.after} <= deciding.open
    }
    unit.verdicts.refresh_neighbours(pairs, context.tables(unit))


def _by_id(ids: Sequence[int], shown: bytes | None) -> dict[int, str] | None:
    """What was shown of each of these orders."""
    if shown is None:
        return None
    size = len(shown) // max(1, len(ids))
    return {
        identity: shown[place * size : (place + 1) * size].hex()
        for place, identity in enumerate(ids)
    }


def _evidence(
    unit: UnitOfWork, states: Sequence[OrderState], action: Action, fresh: Mapping[int, int]
) -> _Evidence:
    if action is not Action.APPROVE:
        return _Evidence(None, {}, {}, {})
    snapshot = unit.registry.current()
    her_ids = {state.her_id for state in states if state.her_id}
    return _Evidence(
        snapshot,
        fresh,
        unit.bulk.approvals([state.id for state in states]),
        unit.registry.fingerprints(snapshot.id, her_ids) if snapshot else {},
    )


def _move(
    state: OrderState, action: Action, user: str, evidence: _Evidence, *, second_approval: bool
) -> Move:
    """What the decision does to one order; RefusedError where it may not be made."""
    status = Status(state.status)
    if action is Action.UNDO:
        raise refused(action, status)
    after = status_after(action, status, second_approval=second_approval)
    if action is not Action.APPROVE:
        return Move(state, after.value, {})
    approvals = evidence.approvals.get(state.id, [])
    require_another([one.by for one in approvals], user)
    known = state.rules or 0
    fresh = evidence.fresh.get(state.id, known)
    require_current(state.reference, known, fresh, verified=is_verified(state, evidence.snapshot))
    waits = status is Status.AWAITING_SECOND_APPROVAL
    confirmed = approvals[0].overrides if waits and approvals else {}
    require_nothing_flagged(state.reference, status, Kind(state.kind), fresh, approvals)
    overrides = require_overrides(fresh, Kind(state.kind), {}, confirmed)
    mark = evidence.fingerprints.get(state.her_id, ABSENT) if state.her_id else ""
    return Move(state, after.value, overrides, mark)


def is_verified(state: OrderState, snapshot: Snapshot | None) -> bool:
    """Whether the verdict on an order rests on this snapshot."""
    return (
        snapshot is not None
        and state.rules is not None
        and (state.snapshot_id, state.snapshot_revision) == (snapshot.id, snapshot.revision)
    )


def _names(statuses: Iterable[Status]) -> frozenset[str]:
    return frozenset(status.value for status in statuses)

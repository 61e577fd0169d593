"""One undo for a decision on many orders: one transaction, the rules of a single undo for each.

Only what that decision did is taken back. An order that somebody has decided on since, or that has
left, stays as it is and is named with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from timebok_desktop.domain.codes import Kind, Status
from timebok_desktop.domain.errors import CancelledError, RefusedError
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.rules.verdict import verdict_of
from timebok_desktop.domain.workflow import UNDOABLE, Action, refused
from timebok_desktop.services import configuration_changes
from timebok_desktop.services.approval import (
    require_caseworker,
    require_current,
    require_overrides,
)
from timebok_desktop.services.approving import Looks, require_unchanged, require_unlocked
from timebok_desktop.services.bulk_review import (
    carry_out_approved,
    deciding_of,
    is_verified,
    settle,
)
from timebok_desktop.services.context import Context, Service
from timebok_desktop.services.ports_bulk import Made, Move, OrderState, Standing
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.shown import ShownOrder
from timebok_desktop.services.verification import bench
from timebok_desktop.services.views import BulkOutcome, HeldBack


class BulkUndoService(Service):
    """Implements the undo of bulk decisions of the desk."""

    def undo_many(
        self,
        decisions: range,
        user: str,
        reason: str = "",
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> BulkOutcome:
        """Take back these decisions (`BulkOutcome.decisions`), as far as they may be."""
        require_caseworker(user)
        require_unlocked(self._context, user)
        with self._context.store.write() as unit:
            made = unit.bulk_undo.made(decisions)
            done, held, entries = 0, list[HeldBack](), list[int]()
            for piece in _pieces(made):
                if progress:
                    progress(done + len(held), len(made))
                moves, taken, kept = _planned(self._context, unit, piece)
                if cancelled and cancelled():
                    raise CancelledError
                held += kept
                done += len(moves)
                if moves:
                    entries += self._take_back(unit, moves, taken, user, mask(reason)[0])
            unit.commit()
        if progress:
            progress(len(made), len(made))
        undone = range(entries[0], entries[-1] + 1) if entries else range(0)
        return BulkOutcome(done, tuple(held), undone)

    def _take_back(
        self,
        unit: UnitOfWork,
        moves: Sequence[Move],
        taken: Sequence[int],
        user: str,
        reason: str,
    ) -> Sequence[int]:
        now = self._now()
        deciding = deciding_of(Action.UNDO, user, now, reason)
        entries = unit.bulk_undo.take_back(moves, taken, deciding)
        carry_out_approved(self._context, unit, moves, now)
        ended = [move.state.reference for move in moves if move.state.status == Status.APPROVED]
        configuration_changes.take_back_many(unit, ended, now)
        settle(self._context, unit, moves, entries, deciding)
        return entries


def _pieces(made: Sequence[Made]) -> Sequence[Sequence[Made]]:
    """What is taken back together. What was approved before comes into force again and is judged
    by what is in force then, so each of those sees what the one before it brought back."""
    if any(one.before == Status.APPROVED for one in made):
        return [[one] for one in made]
    return [made]


@dataclass(frozen=True)
class _Evidence:
    """What approvals that come into force again are judged by."""

    looks: Looks
    snapshot: Snapshot | None
    fresh: Mapping[int, int]
    approvals: Mapping[int, list[Standing]]
    orders: Mapping[int, ShownOrder]


def _planned(
    context: Context, unit: UnitOfWork, made: Sequence[Made]
) -> tuple[list[Move], list[int], list[HeldBack]]:
    """The moves back, the decision that each takes back, and what stays as it is."""
    states = {state.id: state for state in unit.bulk.states([one.order_id for one in made])}
    known = [(one, states[one.order_id]) for one in made if one.order_id in states]
    evidence = _evidence(context, unit, known)
    moves, taken, held = [], [], []
    for one, state in known:
        try:
            _require_last(one, state)
            if one.before == Status.APPROVED:
                _require_approvable(state, evidence)
        except RefusedError as error:
            held.append(HeldBack(state.reference, error.phrase))
            continue
        moves.append(Move(state, one.before, {}))
        taken.append(one.decision)
    return moves, taken, held


def _evidence(
    context: Context, unit: UnitOfWork, known: Sequence[tuple[Made, OrderState]]
) -> _Evidence:
    back = [(one, state) for one, state in known if one.before == Status.APPROVED]
    looks, ids = Looks(context, unit), [state.id for _, state in back]
    approvals = unit.bulk_undo.approvals_before([one.decision for one, _ in back])
    looks.load(one for given in approvals.values() for one in given)
    snapshot, stored = unit.registry.current(), unit.orders.by_ids(ids)
    judged = bench(context, unit, snapshot).judged(stored) if snapshot and stored else []
    return _Evidence(
        looks,
        snapshot,
        {one.id: verdict_of(found) for one, found in zip(stored, judged, strict=False)},
        approvals,
        looks.orders(ids),
    )


def _require_last(one: Made, state: OrderState) -> None:
    """A decision is taken back while it is its order's last one, and the order has not left."""
    status = Status(state.status)
    if status not in UNDOABLE:
        raise refused(Action.UNDO, status)
    if not one.is_current or one.after != state.status:
        raise RefusedError(
            "Bestillingen er behandlet på nytt etterpå. Angre den for seg.",
            "Bestillinga er behandla på nytt etterpå. Angre ho for seg.",
        )


def _require_approvable(state: OrderState, evidence: _Evidence) -> None:
    """What was approved comes into force again, so it must still be approvable."""
    known = state.rules or 0
    fresh = evidence.fresh.get(state.id, known)
    verified = is_verified(state, evidence.snapshot)
    require_current(state.reference, known, fresh, verified=verified)
    approvals = evidence.approvals.get(state.id, [])
    given = {rule: why for one in approvals for rule, why in one.overrides.items()}
    require_overrides(fresh, Kind(state.kind), given, {})
    order = evidence.orders[state.id]
    looks = evidence.looks
    require_unchanged(state.reference, looks.void(order, approvals, looks.change(order)))

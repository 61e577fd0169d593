"""Approving many orders: one statement for all of them, with a hash for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.services.approving import Looks, require_as_shown, require_unchanged
from timebok_desktop.services.context import Context
from timebok_desktop.services.ports_bulk import Move, Standing
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.shown import SHOWN, digest, evidence_hash, order_hash, step_of
from timebok_desktop.services.views import HeldBack


@dataclass(frozen=True)
class ReadyApprovals:
    """The approvals that may be made, what was or is shown of each (in the same order), what is
    signed of each by reference, and those that may not be made after all."""

    moves: list[Move]
    shown: list[str]
    signed: dict[str, str]
    held: tuple[HeldBack, ...]


def ready(
    context: Context,
    unit: UnitOfWork,
    moves: Sequence[Move],
    shown: Mapping[int, str] | None,
    *,
    looks_only: bool = False,
) -> ReadyApprovals:
    """Hold planned approvals against earlier signatures, and against what was `shown`, by id.

    What is shown is worked out where it is asked for, or `looks_only`; what is signed, elsewhere.
    """
    looks, snapshot = Looks(context, unit), unit.registry.current()
    ids = [move.state.id for move in moves]
    orders, approvals = looks.orders(ids), unit.bulk.approvals(ids)
    looks.load(one for given in approvals.values() for one in given)
    made = ReadyApprovals([], [], {}, ())
    held = []
    for move in moves:
        state, order = move.state, orders[move.state.id]
        given = approvals.get(state.id, ())
        change, own = looks.change(order), order_hash(order)
        rules, mark = state.rules or 0, move.fingerprint
        now = ""
        if looks_only or shown is not None:
            seen = evidence_hash(rules, mark, snapshot, _confirmed(state.status, given))
            now = digest(order.reference, change, own, seen, SHOWN)
        try:
            if given:
                require_unchanged(order.reference, looks.void(order, given, change))
            if shown is not None:
                require_as_shown(order.reference, shown.get(state.id, ""), now)
        except RefusedError as error:
            held.append(HeldBack(order.reference, error.phrase))
            continue
        if looks_only:
            made.moves.append(move)
            made.shown.append(now)
            continue
        evidence = evidence_hash(rules, mark, snapshot, move.overrides)
        step = step_of(state.status, move.after)
        made.moves.append(replace(move, evidence=evidence))
        made.signed[order.reference] = digest(order.reference, change, own, evidence, step)
    return replace(made, held=tuple(held))


def _confirmed(status: str, approvals: Sequence[Standing]) -> Mapping[str, str]:
    """What the first approver set aside, as it is shown to the second one."""
    if status != Status.AWAITING_SECOND_APPROVAL or not approvals:
        return {}
    return approvals[0].overrides

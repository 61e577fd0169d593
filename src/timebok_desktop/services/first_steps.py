"""The way of a new workspace from empty to its first package and receipt: what is done, what next.

What is done is read from the store, never noted anywhere; only what was skipped is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from timebok_desktop.domain.codes import Outcome
from timebok_desktop.domain.folding import squeezed
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.queue_views import OrderQuery

if TYPE_CHECKING:
    from timebok_desktop.services.desk import Desk


class Step(StrEnum):
    """A step, in the order of the way."""

    SNAPSHOT = "snapshot"
    VENDORS = "vendors"
    ORDERS = "orders"
    APPROVE = "approve"
    SECOND = "second"
    EXPORT = "export"
    RECEIPT = "receipt"


SKIPPABLE = frozenset({Step.VENDORS, Step.RECEIPT})
"""Steps that others depend on, so that they may be left for later."""

CLEAR = OrderQuery(view="new", outcomes=(Outcome.CLEAR,))
"""The orders that are easiest to begin with."""

AWAITING_ANOTHER = OrderQuery(view="awaiting-second-approval")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a workspace has come. `steps` leaves out the second approval where it is off.

    `needs_another` where what awaits a second approval was approved by the caseworker who asks;
    `has_clear` where a new order without findings waits.
    """

    done: frozenset[Step] = frozenset()
    skipped: frozenset[Step] = frozenset()
    steps: tuple[Step, ...] = tuple(Step)
    needs_another: bool = False
    has_clear: bool = False

    @property
    def next(self) -> Step | None:
        """The first step that is neither done nor skipped."""
        passed = self.done | self.skipped
        return next((step for step in self.steps if step not in passed), None)

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do."""
        return self.next is None


def progress_of(desk: Desk, user: str, skipped: Iterable[Step] = ()) -> Progress:
    """How far a workspace has come; runs on the lane."""
    steps = tuple(Step) if desk.settings().second_approval else _without_second()
    progress = Progress(done=_done(desk, user), skipped=frozenset(skipped), steps=steps)
    if progress.next is Step.APPROVE:
        waiting = desk.order_page(CLEAR, user, 1, counted=False).rows
        return Progress(progress.done, progress.skipped, steps, has_clear=bool(waiting))
    if progress.next is Step.SECOND:
        own = _all_own(desk, user)
        return Progress(progress.done, progress.skipped, steps, needs_another=own)
    return progress


def _without_second() -> tuple[Step, ...]:
    return tuple(step for step in Step if step is not Step.SECOND)


def _done(desk: Desk, user: str) -> frozenset[Step]:
    counts = desk.view_counts(user)
    packages = desk.packages()
    second = bool(packages or counts["ready-to-export"] or counts["without-receipt"])
    facts = {
        Step.SNAPSHOT: desk.current_snapshot() is not None,
        Step.VENDORS: bool(desk.table("vendors").rows),
        Step.ORDERS: bool(counts["all"]),
        Step.APPROVE: second or bool(counts["awaiting-second-approval"]),
        Step.SECOND: second,
        Step.EXPORT: bool(packages),
        Step.RECEIPT: any(one.acknowledged or one.failed for one in packages),
    }
    return frozenset(step for step, done in facts.items() if done)


def _all_own(desk: Desk, user: str) -> bool:
    """Whether the first order that awaits another caseworker was approved by this one."""
    rows = desk.order_page(AWAITING_ANOTHER, user, 1, counted=False).rows
    if not rows:
        return False
    decisions = desk.case(rows[0].reference, user).decisions
    return any(
        one.kind is Action.APPROVE and not one.taken_back and squeezed(one.by) == squeezed(user)
        for one in decisions
    )

"""Verification: the rules against the current snapshot, for one order or for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from timebok_desktop.domain.codes import LEAVING_STATUSES, OPEN_STATUSES, Outcome
from timebok_desktop.domain.errors import CancelledError, NotFoundError, RefusedError
from timebok_desktop.domain.findings import outcome_of
from timebok_desktop.domain.party import Snapshot
from timebok_desktop.services.context import Context, Service
from timebok_desktop.services.facts import Bench, Pair, pair_of
from timebok_desktop.services.ports_store import StoredOrder, UnitOfWork
from timebok_desktop.services.views import VerificationReport, VerifiedOrder

_BATCH = 1000
STORED_STATUSES = OPEN_STATUSES | LEAVING_STATUSES
"""Orders whose findings are kept up to date; after export they stay as they were decided on."""


class VerificationService(Service):
    """Implements the verification part of the desk."""

    def verify(
        self,
        references: Sequence[str] = (),
        *,
        everything: bool = False,
        user: str,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        details: bool = True,
    ) -> VerificationReport:
        """Verify orders in batches; a batch that was finished stays when cancelled."""
        with self._context.store.read() as unit:
            snapshot = required_snapshot(unit)
            ids = self._wanted(unit, snapshot, references, everything=everything)
        counts: Counter[Outcome] = Counter(dict.fromkeys(Outcome, 0))
        verified: list[VerifiedOrder] = []
        besides = set(ids)  # all of them are judged once, each against all its neighbours
        for start in range(0, len(ids), _BATCH):
            if cancelled and cancelled():
                raise CancelledError
            for one in self._verify_batch(ids[start : start + _BATCH], besides):
                counts[one.outcome] += 1
                if details:
                    verified.append(one)
            if progress:
                progress(min(start + _BATCH, len(ids)), len(ids))
        with self._context.store.write() as unit:
            told = {outcome.value: count for outcome, count in counts.items()}
            unit.audit.append(
                self._now(), user, "verified", "", {"snapshot": snapshot.id, "counts": told}
            )
            unit.commit()
        return VerificationReport(snapshot, dict(counts), tuple(verified))

    def _wanted(
        self, unit: UnitOfWork, snapshot: Snapshot, references: Sequence[str], *, everything: bool
    ) -> Sequence[int]:
        if not references:
            return unit.orders.ids_to_verify(snapshot, everything=everything)
        found = unit.orders.ids_of_references(references)
        for reference in references:
            if reference not in found:
                raise unknown_order(reference)
        return [found[reference] for reference in dict.fromkeys(references)]

    def _verify_batch(self, ids: Sequence[int], besides: set[int]) -> list[VerifiedOrder]:
        with self._context.store.write() as unit:
            stored = unit.orders.by_ids(ids)
            verified = judge_and_keep(self._context, unit, stored)
            refresh_pairs(
                self._context,
                unit,
                {pair for one in stored if (pair := pair_of(one))},
                besides=besides,
            )
            unit.commit()
        return verified


def bench(context: Context, unit: UnitOfWork, snapshot: Snapshot) -> Bench:
    """What verification needs, as this transaction sees it."""
    return Bench(
        unit=unit,
        tables=context.tables(unit),
        snapshot=snapshot,
        now=context.clock(),
        snapshot_max_age_days=context.settings_file.load().snapshot_max_age_days,
    )


def judge_and_keep(
    context: Context, unit: UnitOfWork, orders: Sequence[StoredOrder]
) -> list[VerifiedOrder]:
    """Judge orders; what is found is kept for those that are still on their way."""
    snapshot = required_snapshot(unit)
    findings = bench(context, unit, snapshot).judged(orders)
    verdicts = [
        (stored, outcome_of(found), found) for stored, found in zip(orders, findings, strict=True)
    ]
    unit.orders.set_findings(
        (
            (stored.id, outcome, found)
            for stored, outcome, found in verdicts
            if stored.order.status in STORED_STATUSES
        ),
        snapshot,
    )
    return [
        VerifiedOrder(stored.order.reference, outcome, found) for stored, outcome, found in verdicts
    ]


def refresh_pairs(
    context: Context, unit: UnitOfWork, pairs: Iterable[Pair], besides: set[int]
) -> None:
    """Judge the open orders of these pairs again: a neighbour came, changed or went.

    Only those whose findings rest on the current snapshot; the others wait for verification.
    """
    snapshot = unit.registry.current()
    if snapshot is None:
        return
    ids = {other.id for other in unit.orders.open_neighbours(pairs)} - besides
    current = [
        stored for stored in unit.orders.by_ids(sorted(ids)) if is_verified(stored, snapshot)
    ]
    if current:
        judge_and_keep(context, unit, current)


def is_verified(stored: StoredOrder, snapshot: Snapshot | None) -> bool:
    """Whether an order's findings rest on this snapshot as it is now."""
    return (
        snapshot is not None
        and stored.order.outcome is not None
        and (stored.snapshot_id, stored.snapshot_revision) == (snapshot.id, snapshot.revision)
    )


def required_snapshot(unit: UnitOfWork) -> Snapshot:
    """The current snapshot; RefusedError where none was ever imported."""
    snapshot = unit.registry.current()
    if snapshot is None:
        raise RefusedError(
            "Det finnes ikke noe AR-uttrekk å verifisere mot. Last inn et først "
            "(«timebok registry import FIL»).",
            "Det finst ikkje noko AR-uttrekk å verifisere mot. Last inn eitt først "
            "(«timebok registry import FIL»).",
        )
    return snapshot


def required_order(unit: UnitOfWork, reference: str) -> StoredOrder:
    """An order by reference; NotFoundError where there is none."""
    stored = unit.orders.get(reference)
    if stored is None:
        raise unknown_order(reference)
    return stored


def unknown_order(reference: str) -> NotFoundError:
    """Nobody has given this reference."""
    return NotFoundError(
        "Bestillingen {reference} finnes ikke. Se referansene med «timebok orders list».",
        "Bestillinga {reference} finst ikkje. Sjå referansane med «timebok orders list».",
        reference=reference,
    )

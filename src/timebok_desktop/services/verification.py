"""Verification: the rules against the current snapshot, for one order or for all.

Many orders are judged at once in the store; one by one, with words, evidence and suggestions, where
somebody looks. Both say the same (`tests/services/test_bulk_and_single.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from timebok_desktop.domain.codes import LEAVING_STATUSES, OPEN_STATUSES, Outcome
from timebok_desktop.domain.errors import CancelledError, NotFoundError, RefusedError
from timebok_desktop.domain.findings import Finding, outcome_of
from timebok_desktop.domain.party import Snapshot, norwegian_day
from timebok_desktop.domain.rules.verdict import as_found, verdict_of
from timebok_desktop.services.context import Context, Service
from timebok_desktop.services.facts import Bench
from timebok_desktop.services.ports_orders import Judging, StoredOrder, VerifiedAt
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.views import VerificationReport, VerifiedOrder

_BATCH = 1000
STORED_STATUSES = OPEN_STATUSES | LEAVING_STATUSES
"""Orders whose verdicts are kept up to date; after export they stay as they were decided on."""


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
        """Verify orders in one transaction: where it is cancelled, nothing has changed."""
        with self._context.store.write() as unit:
            snapshot = required_snapshot(unit)
            if references:
                verified = self._verify_named(unit, references)
                counts = Counter(one.outcome for one in verified)
            else:
                found = self._verify_many(
                    unit, snapshot, progress, cancelled, everything=everything
                )
                counts = Counter(found)
                verified = list(self._told(unit)) if details else []
            told = verified_entry(snapshot, counts)
            unit.audit.append(self._now(), user, "verified", "", told)
            unit.commit()
        every = {outcome: counts[outcome] for outcome in Outcome}
        return VerificationReport(snapshot, every, tuple(verified))

    def _verify_named(self, unit: UnitOfWork, references: Sequence[str]) -> list[VerifiedOrder]:
        found = unit.orders.ids_of_references(references)
        for reference in references:
            if reference not in found:
                raise unknown_order(reference)
        ids = [found[reference] for reference in dict.fromkeys(references)]
        verified = []
        for start in range(0, len(ids), _BATCH):
            stored = unit.orders.by_ids(ids[start : start + _BATCH])
            verified += judge_and_keep(self._context, unit, stored)
        return verified

    def _verify_many(
        self,
        unit: UnitOfWork,
        snapshot: Snapshot,
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], bool] | None,
        *,
        everything: bool,
    ) -> dict[Outcome, int]:
        tables, at = self._context.tables(unit), verified_at(self._context, snapshot)
        unit.verdicts.work_out_facts(at, tables, unit.tables.version())
        count, shares = unit.verdicts.begin(at, "all" if everything else "waiting")
        for done, share in enumerate(shares):
            if cancelled and cancelled():
                raise CancelledError
            if progress:
                progress(count * done // len(shares), count)
            unit.verdicts.judge(at, tables, share)
        if progress and shares:
            progress(count, count)
        unit.verdicts.rest_all_on(at)
        return unit.verdicts.outcomes()

    def _told(self, unit: UnitOfWork) -> Iterator[VerifiedOrder]:
        """The findings on the orders just judged, in words."""
        ids = unit.verdicts.judged()
        for start in range(0, len(ids), _BATCH):
            stored = unit.orders.by_ids(ids[start : start + _BATCH])
            found = findings_on(self._context, unit, stored)
            for one, findings in zip(stored, found, strict=True):
                yield VerifiedOrder(one.order.reference, outcome_of(findings), findings)


def verified_entry(snapshot: Snapshot, counts: Mapping[Outcome, int]) -> dict[str, object]:
    """What the log says of a verification."""
    told = {outcome.value: counts.get(outcome, 0) for outcome in Outcome}
    return {"snapshot": snapshot.id, "counts": told}


def verified_at(context: Context, snapshot: Snapshot) -> VerifiedAt:
    """What a verification now rests on."""
    now = context.clock()
    limit = timedelta(days=context.settings_file.load().snapshot_max_age_days)
    return VerifiedAt(snapshot, norwegian_day(now), is_stale=now - snapshot.taken_at > limit)


def judging_now(
    context: Context, unit: UnitOfWork, today: date, *, worth_much: bool = False
) -> Judging | None:
    """What orders that come in are verified by at once; None where something has to be worked out
    for all orders first. What the parties of a new day come to is, where it is worth much."""
    snapshot, tables = unit.registry.current(), context.tables(unit)
    if snapshot is None:
        return None
    at, version = verified_at(context, snapshot), unit.tables.version()
    if at.today != today or not unit.verdicts.rests_on(at):
        return None
    if worth_much:
        unit.verdicts.work_out_facts(at, tables, version)
    return Judging(at, tables) if unit.verdicts.has_facts(at, tables, version) else None


def bench(context: Context, unit: UnitOfWork, snapshot: Snapshot) -> Bench:
    """What verification needs, as this transaction sees it."""
    return Bench(
        unit=unit,
        tables=context.tables(unit),
        snapshot=snapshot,
        now=context.clock(),
        snapshot_max_age_days=context.settings_file.load().snapshot_max_age_days,
    )


def findings_on(
    context: Context, unit: UnitOfWork, orders: Sequence[StoredOrder]
) -> list[tuple[Finding, ...]]:
    """What the verdicts on these orders stand for, in words, on the snapshot each rests on.

    Nothing for an order that was never verified.
    """
    snapshots = {one.id: one for one in unit.registry.snapshots()}
    found: dict[int, tuple[Finding, ...]] = {}
    for identity in {one.snapshot_id for one in orders if one.rules}:
        snapshot = snapshots.get(identity) if identity is not None else None
        if snapshot is None:
            continue
        here = [one for one in orders if one.rules and one.snapshot_id == identity]
        for one, case in zip(here, bench(context, unit, snapshot).cases(here), strict=True):
            found[one.id] = as_found(case, one.rules or 0)
    return [found.get(one.id, ()) for one in orders]


def judge_and_keep(
    context: Context, unit: UnitOfWork, orders: Sequence[StoredOrder]
) -> list[VerifiedOrder]:
    """Judge orders one by one; the verdict is kept for those that are still on their way."""
    snapshot = required_snapshot(unit)
    findings = bench(context, unit, snapshot).judged(orders)
    unit.verdicts.keep(
        [
            (stored.id, verdict_of(found))
            for stored, found in zip(orders, findings, strict=True)
            if stored.order.status in STORED_STATUSES
        ],
        snapshot,
    )
    return [
        VerifiedOrder(stored.order.reference, outcome_of(found), found)
        for stored, found in zip(orders, findings, strict=True)
    ]


def is_verified(stored: StoredOrder, snapshot: Snapshot | None) -> bool:
    """Whether an order's verdict rests on this snapshot as it is now."""
    return (
        snapshot is not None
        and stored.rules is not None
        and (stored.snapshot_id, stored.snapshot_revision) == (snapshot.id, snapshot.revision)
    )


def required_snapshot(unit: UnitOfWork) -> Snapshot:
    """The current snapshot; RefusedError where none was ever imported."""
    snapshot = unit.registry.current()
    if snapshot is None:
        raise RefusedError(
            "Det finnes ikke noe AR-uttrekk å verifisere mot. Importer et først "
            "(«timebok registry import FIL»).",
            "Det finst ikkje noko AR-uttrekk å verifisere mot. Importer eitt først "
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

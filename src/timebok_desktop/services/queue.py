"""The queue and the review of one order: everything that is only looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from timebok_desktop.domain.citizen import CitizenPreview, citizen_preview
from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.configuration import Proposal
from timebok_desktop.domain.errors import RefusedError
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.party import Party, Snapshot, norwegian_day
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import AMENDABLE, UNDOABLE, Action, allowed_actions
from timebok_desktop.services.approval import (
    confirmed_overrides,
    require_another,
    require_current,
    require_overrides,
    warnings_of,
)
from timebok_desktop.services.approving import Looks, fingerprint_now, shown_now
from timebok_desktop.services.checklists import checklists
from timebok_desktop.services.configuration_changes import proposal
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_orders import Queue, StoredOrder
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.queue_looks import QueueLooks
from timebok_desktop.services.second_look import first_approval, flagged
from timebok_desktop.services.verification import findings_on, is_verified, required_order
from timebok_desktop.services.views import (
    AuditEvent,
    Case,
    DecisionRecord,
    FirstApproval,
)

_EARLIER = 20
_LAST_ID = 2**63 - 1


class QueueService(QueueLooks, Service):
    """Implements the looking part of the desk."""

    def queue(self) -> Queue:
        """The store's own."""
        return self._context.store.queue

    def case(self, reference: str, user: str) -> Case:
        """All that a review of one order needs."""
        with self._context.store.read() as unit:
            return self._case(unit, required_order(unit, reference), user)

    def original(self, sha256: str) -> bytes:
        """What was imported, unchanged."""
        return b"".join(self._context.originals.pieces(sha256))

    def save_original(self, reference: str, target: Path, user: str) -> int:
        """Write the file that an order came in with; that is logged, since it lies open there."""
        with self._context.store.read() as unit:
            sha256 = required_order(unit, reference).order.source_sha256
        size = self._context.disk.write_new(target, self._context.originals.pieces(sha256))
        with self._context.store.write() as unit:
            told = {"file": sha256, "bytes": size}
            unit.audit.append(self._now(), user, "original-saved", reference, told)
            unit.commit()
        return size

    def _case(self, unit: UnitOfWork, stored: StoredOrder, user: str) -> Case:
        order = stored.order
        snapshot = unit.registry.current()
        findings = findings_on(self._context, unit, [stored])[0]
        approvals = unit.decisions.standing_approvals(stored.id)
        decisions = unit.decisions.history(stored.id)
        confirmed = confirmed_overrides(order.status, approvals)
        party = parent = None
        if snapshot is not None and stored.keys.her_id is not None:
            party = unit.registry.party(snapshot.id, stored.keys.her_id)
            if party is not None and party.parent_her_id is not None:
                parent = unit.registry.party(snapshot.id, party.parent_her_id)
        source = unit.files.known(order.source_sha256)
        tables = self._context.tables(unit)
        proposed = proposal(unit, tables, stored)
        snapshots = unit.registry.snapshots()
        rests_on = [one for one in snapshots if one.id == stored.snapshot_id]
        events = unit.audit.events(order.reference)
        row = unit.orders.rows([stored.id])[0]
        actions = set(allowed_actions(order.status))
        if order.status in UNDOABLE and any(
            one.current and one.status_after is order.status for one in decisions
        ):
            actions.add(Action.UNDO)
        return Case(
            order=order,
            holder=stored.holder,
            municipality_title=stored.keys.municipality_title,
            party=party,
            parent=parent,
            snapshot=snapshot,
            findings=findings,
            findings_snapshot=rests_on[0] if rests_on else None,
            verified=is_verified(stored, snapshot),
            proposal=proposed,
            decisions=decisions,
            events=events,
            earlier=unit.orders.earlier(stored.keys.municipality, stored.id, _EARLIER),
            warnings_to_override=tuple(w for w in warnings_of(findings) if w not in confirmed),
            confirmed_overrides=confirmed,
            actions=frozenset(actions),
            blocked=self._blocked(unit, stored, findings, approvals, user, actions),
            may_amend=order.status in AMENDABLE,
            source_has_personal_number=source is not None and source.has_personal_number,
            correspondence=unit.correspondence.of_order(stored.id, user),
            shown=self._shown(unit, stored, approvals),
            urgency=row.urgency,
            held_since=row.held_since,
            citizen=self._citizen(unit, stored, proposed, party),
            first_approval=_first_approval(unit, stored, approvals, events, snapshots),
            to_see=flagged(order.status, order.kind, stored.rules or 0, confirmed),
            checklists=checklists(tables, (w for w in warnings_of(findings) if w not in confirmed)),
        )

    def _citizen(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        proposed: Proposal | None,
        party: Party | None,
    ) -> CitizenPreview:
        """What a citizen meets; of an order that took effect, beside what it ended."""
        if proposed is not None and proposed.before is None:
            ended = unit.configurations.ended_by(stored.order.reference)
            proposed = replace(proposed, before=ended)
        return citizen_preview(
            proposed, party, self._context.tables(unit), norwegian_day(self._now())
        )

    def _shown(
        self, unit: UnitOfWork, stored: StoredOrder, approvals: Sequence[DecisionRecord]
    ) -> str:
        looks = Looks(self._context, unit)
        order = looks.orders([stored.id])[stored.id]
        return shown_now(unit, looks, stored, order, approvals)

    def _blocked(
        self,
        unit: UnitOfWork,
        stored: StoredOrder,
        findings: Sequence[Finding],
        approvals: Sequence[DecisionRecord],
        user: str,
        actions: set[Action],
    ) -> Mapping[Action, Phrase]:
        """Why an action that the workflow knows is not open to this caseworker now."""
        if Action.APPROVE not in actions:
            return {}
        try:
            require_another([one.by for one in approvals], user)
            known = stored.rules or 0
            verified = is_verified(stored, unit.registry.current())
            require_current(stored.order.reference, known, known, verified=verified)
            answered = dict.fromkeys(warnings_of(findings), "–")
            require_overrides(known, stored.order.kind, answered, {})
        except RefusedError as error:
            return {Action.APPROVE: error.phrase}
        return {}


def _first_approval(
    unit: UnitOfWork,
    stored: StoredOrder,
    approvals: Sequence[DecisionRecord],
    events: Sequence[AuditEvent],
    snapshots: Sequence[Snapshot],
) -> FirstApproval | None:
    """What the first approver saw, where a second approval is awaited."""
    if stored.order.status is not Status.AWAITING_SECOND_APPROVAL or not approvals:
        return None
    same = unit.decisions.fingerprint(stored.id) == fingerprint_now(unit, stored)
    return first_approval(approvals[0], events, snapshots, same_entry=same)

"""An invented desk that keeps the workflow's promises in memory, for the page of orders."""

# ruff: noqa: ARG002 - the signatures are those of the Desk protocol

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from invented_citizen import invented_citizen
from invented_findings import CHECKLIST, INTERIM, SNAPSHOT, STOPPED, WARNED, invented_order
from invented_registry import InventedRegistry
from invented_views import InventedViews
from invented_writing import InventedWriting

from timebok_desktop.domain.codes import (
    Kind,
    Outcome,
    PartyType,
    Severity,
    Status,
)
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.errors import NotFoundError, RefusedError
from timebok_desktop.domain.findings import Finding, outcome_of
from timebok_desktop.domain.order import Order
from timebok_desktop.domain.party import Party, ServiceType, Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.workflow import Action, allowed_actions, refused, status_after
from timebok_desktop.services.correspondence_views import Correspondence
from timebok_desktop.services.draft_fields import used_by
from timebok_desktop.services.looks import Look
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.settings import Settings
from timebok_desktop.services.views import (
    SAVED_VIEWS,
    AuditEvent,
    BulkChange,
    BulkOutcome,
    BulkPreview,
    Case,
    DecisionRecord,
    HeldBack,
    ImportedFile,
    ImportReport,
    OrderPage,
    OrderQuery,
    OrderRow,
    VerificationReport,
)


@dataclass
class OrdersDesk(InventedViews, InventedWriting, InventedRegistry):
    """Orders, findings and decisions in memory; thread-safe, as the lane is another thread."""

    number: int = 38
    orders: dict[str, Order] = field(default_factory=dict)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    decisions: dict[str, list[DecisionRecord]] = field(default_factory=dict)
    bulk_made: list[str] = field(default_factory=list)
    holders: dict[str, str] = field(default_factory=dict)
    kept_settings: Settings = field(default_factory=lambda: Settings(language="nb"))
    snapshot: Snapshot | None = SNAPSHOT
    second_approval: bool = True

    def __post_init__(self) -> None:
        """Fill the desk."""
        for number in range(1, self.number + 1):
            self.add(number, self._invented(number))

    def add(self, number: int, findings: tuple[Finding, ...]) -> Order:
        """One more order."""
        order = invented_order(number, findings)
        self.orders[order.reference] = order
        self.findings[order.reference] = findings
        return order

    # -- the queue -----------------------------------------------------------------------------
    def order_ids(
        self, query: OrderQuery, user: str, cancelled: Callable[[], bool] | None = None
    ) -> array[int]:
        """The ids of a query."""
        self.calls.append(("order_ids", query))
        return array("q", (row.id for row in self._rows(query, user)))

    def order_rows(self, ids: Sequence[int], user: str = "") -> tuple[OrderRow, ...]:
        """The rows of these ids."""
        self.calls.append(("order_rows", tuple(ids)))
        if self.gate is not None:
            self.gate.wait(5)
        return tuple(
            self._row(self.orders[f"RTB-2026-{one:06d}"])
            for one in ids
            if f"RTB-2026-{one:06d}" in self.orders
        )

    def order_page(
        self, query: OrderQuery, user: str, limit: int, after: str = "", *, counted: bool = True
    ) -> OrderPage:
        """The first page."""
        rows = self._rows(query, user)
        return OrderPage(len(rows), tuple(rows[:limit]), "")

    def view_counts(self, user: str) -> Mapping[str, int]:
        """How many orders each view holds."""
        return {
            view.name: len(self._rows(OrderQuery(view=view.name), user)) for view in SAVED_VIEWS
        }

    def case(self, reference: str, user: str) -> Case:
        """All of one order."""
        self.calls.append(("case", reference))
        if reference not in self.orders:
            raise NotFoundError("{ref} finnes ikke.", "{ref} finst ikkje.", ref=reference)
        return _case(self, self.orders[reference], user)

    # -- what changes ----------------------------------------------------------------------------
    def decide(
        self,
        reference: str,
        action: Action,
        user: str,
        reason: str = "",
        overrides: Mapping[str, str] | None = None,
        look: Look | None = None,
    ) -> tuple[Order, DecisionRecord]:
        """Decide, by the workflow."""
        ticked = look.ticked if look is not None else {}
        overrides = {**(overrides or {}), **{rule: "; ".join(ticked[rule]) for rule in ticked}}
        order = self.orders[reference]
        self.discard_drafts(reference, used_by(action), user)
        made = self.decisions.setdefault(reference, [])
        if action is Action.UNDO:
            if not made:
                raise refused(action, order.status)
            last = made.pop()
            after = last.status_before
        else:
            after = status_after(action, order.status, second_approval=self.second_approval)
            approved = [one for one in made if one.kind is Action.APPROVE]
            if action is Action.APPROVE and any(one.by == user for one in approved):
                raise RefusedError("Du har godkjent.", "Du har godkjent.")
        decision = DecisionRecord(
            len(made) + 1,
            action,
            user,
            datetime.now(UTC),
            reason,
            MappingProxyType(dict(overrides or {})),
            order.status,
            after,
            current=True,
        )
        if action is not Action.UNDO:
            made.append(decision)
        self.orders[reference] = replace(order, status=after)
        self.calls.append(("decide", (reference, action, reason, dict(overrides or {}))))
        return self.orders[reference], decision

    def save_list(self, path: Path, query: OrderQuery, user: str, *, language: str) -> int:
        """Say what would be saved."""
        self.calls.append(("save_list", (path, query, user, language)))
        return len(self._rows(query, user))

    def preview_many(self, ids: Sequence[int], action: Action, user: str) -> BulkPreview:
        """What would happen: stopped orders and those that the workflow does not let are held."""
        through, held = [], []
        for one in ids:
            order = self.orders[f"RTB-2026-{one:06d}"]
            why = self._why_not(order, action)
            if why is None:
                through.append(order)
            else:
                held.append(HeldBack(order.reference, why))
        counted = Counter((order.kind, order.category, order.form) for order in through)
        changes = tuple(BulkChange(*sort, number) for sort, number in sorted(counted.items()))
        passed = array("q", (int(order.reference[-6:]) for order in through))
        return BulkPreview(passed, changes, tuple(held))

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
        """Decide those that may be."""
        preview = self.preview_many(ids, action, user)
        first = len(self.bulk_made) + 1
        for one in preview.ids:
            self.decide(f"RTB-2026-{one:06d}", action, user, reason)
            self.bulk_made.append(f"RTB-2026-{one:06d}")
        made = range(first, len(self.bulk_made) + 1)
        return BulkOutcome(len(preview.ids), preview.refused, made)

    def undo_many(self, decisions: range, user: str, reason: str = "") -> BulkOutcome:
        """Take back what a bulk decision did."""
        self.calls.append(("undo_many", decisions))
        for made in decisions:
            self.decide(self.bulk_made[made - 1], Action.UNDO, user, reason)
        return BulkOutcome(len(decisions), ())

    def _why_not(self, order: Order, action: Action) -> Phrase | None:
        if action is Action.APPROVE and order.outcome is Outcome.STOPPED:
            return Phrase("Bestillingen har funn som stopper.", "Bestillinga har funn som stoppar.")
        try:
            status_after(action, order.status, second_approval=self.second_approval)
        except RefusedError as error:
            return error.phrase
        return None

    def amend(self, reference: str, changes: Mapping[str, str], reason: str, user: str) -> Order:
        """Amend and verify again: an amended HER-id is taken for right."""
        self.calls.append(("amend", (reference, dict(changes), reason)))
        findings = tuple(one for one in self.findings[reference] if one.field not in changes)
        self.findings[reference] = findings
        self.orders[reference] = replace(
            self.orders[reference], outcome=outcome_of(findings), **changes
        )
        return self.orders[reference]

    def import_orders(
        self,
        paths: Sequence[Path],
        user: str,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        verifying: bool = False,
    ) -> ImportReport:
        """Take one order from every file."""
        files = []
        for path in paths:
            order = self.add(len(self.orders) + 1, ())
            files.append(ImportedFile(str(path), "", "csv", "imported", (order.reference,), ()))
        return ImportReport(tuple(files), len(files), 0, 0)

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
        """Verify, or refuse where there is no extract."""
        self.calls.append(("verify", everything))
        if self.snapshot is None:
            raise RefusedError(
                "Det finnes ikke noe AR-uttrekk.", "Det finst ikkje noko AR-uttrekk."
            )
        if progress is not None:
            progress(1, 2)
        counts = dict.fromkeys(Outcome, 0)
        for found in self.findings.values():
            counts[outcome_of(found)] += 1
        return VerificationReport(self.snapshot, counts, ())

    # -- the rest --------------------------------------------------------------------------------
    def reason_codes(self, action: Action) -> Mapping[str, Phrase]:
        """The codes of the services."""
        return REASON_CODES.get(action, {})

    def current_snapshot(self) -> Snapshot | None:
        """The extract."""
        return self.snapshot

    def settings(self) -> Settings:
        """The settings."""
        return self.kept_settings

    def save_settings(self, settings: Settings, user: str) -> None:
        """Keep them."""
        self.kept_settings = settings

    def _invented(self, number: int) -> tuple[Finding, ...]:
        if number % 7 == 2:
            return (STOPPED, WARNED)
        if number % 5 == 3:
            return (WARNED, INTERIM) if number % 2 else (WARNED,)
        return ()

    def _rows(self, query: OrderQuery, user: str) -> list[OrderRow]:
        view = next(one for one in SAVED_VIEWS if one.name == query.view)
        rows = [self._row(order) for order in self.orders.values()]
        wanted = query.search.casefold()
        return sorted(
            (
                row
                for row in rows
                if (not view.statuses or row.status in view.statuses)
                and (not view.mine or row.holder == user)
                and (not query.statuses or row.status in query.statuses)
                and (not query.categories or row.category in query.categories)
                and (not query.outcomes or row.outcome in query.outcomes)
                and (wanted in f"{row.municipality_name} {row.reference}".casefold())
            ),
            key=lambda row: (getattr(row, query.sort) or "", row.id),
            reverse=query.descending,
        )

    def _row(self, order: Order) -> OrderRow:
        return OrderRow(
            id=int(order.reference[-6:]),
            reference=order.reference,
            status=order.status,
            kind=order.kind,
            scheme=order.scheme,
            municipality_number=order.municipality_number,
            municipality_name=order.municipality_name,
            organization_number=order.organization_number,
            her_id=order.her_id,
            category=order.category,
            form=order.form,
            vendor=order.vendor,
            external_reference=order.external_reference,
            received_at=order.received_at,
            waiting_since=order.waiting_since,
            outcome=order.outcome,
            holder=self.holders.get(order.reference, ""),
        )


def _case(desk: OrdersDesk, order: Order, user: str) -> Case:
    findings = desk.findings[order.reference]
    party = Party(
        her_id=int(order.her_id),
        type=PartyType.SERVICE,
        name="Smittevern",
        parent_name=f"{order.municipality_name} kommune",
        parent_organization_number="938103105" if WARNED in findings else order.organization_number,
        municipality_number=order.municipality_number,
        municipality_name=order.municipality_name,
        service_type=ServiceType("8663", "KA0301", "Smittevern"),
        active=STOPPED not in findings,
        valid_to=datetime(2025, 4, 24, tzinfo=UTC) if STOPPED in findings else None,
        location_description=f"{order.municipality_name} sentrum",
    )
    key = ConfigurationKey(order.municipality_number, int(order.her_id), order.category)
    after = Configuration(key, order.scheme, order.form, order.vendor, order.system, None)
    before = None
    if order.kind is Kind.CHANGE:
        before = replace(after, vendor="Gammel journal AS (oppdiktet)")
    warnings = tuple(one.rule for one in findings if one.severity is Severity.WARNING)
    made = tuple(desk.decisions.get(order.reference, ()))
    confirmed: Mapping[str, str] = {}
    blocked: dict[Action, Phrase] = {}
    actions = allowed_actions(order.status) | ({Action.UNDO} if made else frozenset())
    if order.status is Status.AWAITING_SECOND_APPROVAL and made:
        confirmed = made[-1].overrides
        if made[-1].by == user:
            words = Phrase("Du har allerede godkjent.", "Du har alt godkjent.")
            blocked[Action.APPROVE] = words
    if order.outcome is Outcome.STOPPED:
        words = Phrase(
            "Bestillingen har funn som stopper og kan ikke godkjennes.",
            "Bestillinga har funn som stoppar og kan ikkje godkjennast.",
        )
        blocked[Action.APPROVE] = words
    rows = desk._rows(OrderQuery(), user)
    return Case(
        order=order,
        holder=desk.holders.get(order.reference, ""),
        municipality_title=order.municipality_name,
        party=party,
        parent=None,
        snapshot=desk.snapshot,
        findings=findings,
        findings_snapshot=desk.snapshot,
        verified=True,
        proposal=Proposal(order.kind, key, after, before),
        decisions=made,
        events=(AuditEvent(1, order.received_at, user, "import", order.reference, {}, "00"),),
        earlier=tuple(
            row
            for row in rows
            if row.municipality_number == order.municipality_number
            and row.reference < order.reference
        ),
        warnings_to_override=warnings,
        confirmed_overrides=confirmed,
        actions=frozenset(actions),
        blocked=blocked,
        may_amend=order.status in (Status.RECEIVED, Status.IN_REVIEW),
        correspondence=desk.written.get(order.reference) or Correspondence(),
        citizen=invented_citizen(Proposal(order.kind, key, after, before), party),
        checklists={"INTERIM-SOLUTION": CHECKLIST} if INTERIM in findings else {},
    )

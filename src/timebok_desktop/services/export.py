"""Export: approved orders leave as a signed package, receipts come back.

Before an order leaves it is verified again; one whose registry entry changed since the approval is
held back, with the reason.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timebok_desktop.domain.codes import LEAVING_STATUSES, Kind, Severity, Status
from timebok_desktop.domain.configuration import ConfigurationKey, Proposal
from timebok_desktop.domain.findings import Finding
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.configuration_changes import fingerprint
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_files import (
    Approval,
    LeavingOrder,
    Municipality,
    PackageCheck,
    PackageHeader,
    WrittenPackage,
)
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import PackageRecord, UnitOfWork
from timebok_desktop.services.verification import bench, required_snapshot
from timebok_desktop.services.views import (
    DecisionRecord,
    ExportReport,
    HeldBack,
    OrderRow,
    PackageRow,
)

_REOPEN = Phrase(
    "Gjenåpne bestillingen og vurder den på nytt.",
    "Opne bestillinga på nytt og vurder henne igjen.",
)
_NEW_ORDER = Phrase(
    "Den har vært eksportert før: be kommunen om en endringsbestilling.",
    "Ho har vore eksportert før: be kommunen om ei endringsbestilling.",
)
_FRESH = Phrase(
    "Last inn et nytt AR-uttrekk, og eksporter igjen.",
    "Last inn eit nytt AR-uttrekk, og eksporter igjen.",
)
_ALL_LEFT = (Status.EXPORTED, Status.ACKNOWLEDGED)


@dataclass(frozen=True)
class _Selection:
    """What leaves and what does not."""

    leaving: tuple[tuple[StoredOrder, LeavingOrder], ...]
    held_back: tuple[HeldBack, ...]


class ExportService(Service):
    """Implements the export part of the desk."""

    def export_preview(self) -> tuple[tuple[OrderRow, ...], tuple[HeldBack, ...]]:
        """What the next export would take and what it would hold back."""
        with self._context.store.read() as unit:
            if unit.registry.current() is None:
                return (), ()
            selection = self._select(unit, full=False)
            rows = unit.orders.rows([stored.id for stored, _ in selection.leaving])
        return rows, selection.held_back

    def export(
        self,
        out: Path | None,
        user: str,
        *,
        full: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> ExportReport:
        """Write the package, then note in one transaction that its orders have left."""
        folder = out or self._context.exports
        with self._context.store.write() as unit:
            if not unit.orders.references_with_status([*LEAVING_STATUSES, *_ALL_LEFT]):
                return ExportReport("", None, 0, (), "")
            selection = self._select(unit, full=full)
            if not selection.leaving:
                return ExportReport("", None, 0, selection.held_back, "")
            if progress:
                progress(0, len(selection.leaving))
            header = self._header(unit, user, full=full)
            leaving = [order for _, order in selection.leaving]
            written = self._context.packager.write(folder, header, leaving, progress=progress)
            self._note(unit, header, written, selection)
            unit.commit()
        if progress:
            progress(written.configurations, written.configurations)
        return ExportReport(
            str(written.path),
            header.sequence,
            written.configurations,
            selection.held_back,
            written.sha256,
        )

    def packages(self) -> tuple[PackageRow, ...]:
        """All packages that have left, newest first."""
        with self._context.store.read() as unit:
            return tuple(_package_row(record) for record in unit.packages.listed())

    def verify_package(
        self, path: Path, trust: Path | None = None, after: int | None = None
    ) -> PackageCheck:
        """Verify a package folder or archive."""
        return self._context.packager.verify(path, [trust] if trust else [], after)

    def export_trust(self, target: Path) -> None:
        """Write the public key that packages are verified with."""
        self._context.packager.export_trust(target)

    def _header(self, unit: UnitOfWork, user: str, *, full: bool) -> PackageHeader:
        last = unit.packages.last()
        return PackageHeader(
            sequence=last.header.sequence + 1 if last else 1,
            uuid=str(uuid.uuid4()),
            previous_sha256=last.sha256 if last else "",
            created=self._now(),
            by=user,
            full=full,
            audit_head=unit.audit.head(),
        )

    def _note(
        self,
        unit: UnitOfWork,
        header: PackageHeader,
        written: WrittenPackage,
        selection: _Selection,
    ) -> None:
        record = PackageRecord(header, written.sha256, str(written.path), written.configurations)
        unit.packages.add(record, [stored.id for stored, _ in selection.leaving])
        for stored, _ in selection.leaving:
            if stored.order.status in LEAVING_STATUSES:
                _set_status(unit, stored, Status.EXPORTED)
                unit.audit.append(
                    header.created,
                    header.by,
                    "exported",
                    stored.order.reference,
                    {"package": header.uuid, "sequence": header.sequence},
                )
        told = {
            "package": header.uuid,
            "sequence": header.sequence,
            "sha256": written.sha256,
            "configurations": written.configurations,
            "held_back": [held.reference for held in selection.held_back],
        }
        unit.audit.append(header.created, header.by, "package-written", "", told)

    def _select(self, unit: UnitOfWork, *, full: bool) -> _Selection:
        snapshot = required_snapshot(unit)
        tables = self._context.tables(unit)
        references = unit.orders.references_with_status([*LEAVING_STATUSES])
        if full:
            references += [
                one.order_reference
                for one in unit.configurations.listed(past=False)
                if one.order_reference
            ]
        ids = unit.orders.ids_of_references(list(dict.fromkeys(references)))
        stored = unit.orders.by_ids(sorted(ids.values()))
        findings = bench(self._context, unit, snapshot).judged(stored)
        parties = _parties(unit, snapshot, stored)
        leaving, held = [], []
        for one, found in zip(stored, findings, strict=True):
            party = parties.get(one.keys.her_id) if one.keys.her_id else None
            approvals = unit.decisions.standing_approvals(one.id)
            why = None
            if one.order.status in LEAVING_STATUSES:
                mark = unit.decisions.fingerprint(one.id)
                changed = fingerprint(party) != mark
                why = _held_back(found, approvals, one.order.status, changed=changed)
            if why is not None:
                held.append(HeldBack(one.order.reference, why))
                continue
            owner = parties.get(party.parent_her_id) if party and party.parent_her_id else None
            leaving.append((one, _leaving(unit, tables, snapshot, one, party, owner, approvals)))
        return _Selection(tuple(leaving), tuple(held))


def _parties(
    unit: UnitOfWork, snapshot: Snapshot, stored: Sequence[StoredOrder]
) -> dict[int, Party]:
    parties = unit.registry.parties(
        snapshot.id, [one.keys.her_id for one in stored if one.keys.her_id is not None]
    )
    owners = [party.parent_her_id for party in parties.values() if party.parent_her_id]
    return {**unit.registry.parties(snapshot.id, owners), **parties}


def _held_back(
    findings: Sequence[Finding],
    approvals: Sequence[DecisionRecord],
    status: Status,
    *,
    changed: bool,
) -> Phrase | None:
    """Why an order may not leave; None where it may.

    Only what rests on the registry counts beside stops: that another municipality has ordered in
    the meantime does not take an approval back.
    """
    way_out = _NEW_ORDER if status is Status.EXPORT_FAILED else _REOPEN
    accepted = {rule for approval in approvals for rule in approval.overrides}
    new = sorted(
        {
            finding.rule
            for finding in findings
            if finding.severity is Severity.STOP
            or (
                finding.severity is Severity.WARNING
                and RULES[finding.rule].rests_on_registry
                and finding.rule not in accepted
            )
        }
    )
    if new:
        advice = _FRESH if new == ["SNAPSHOT-STALE"] else way_out
        return Phrase(
            "Nye funn mot gjeldende AR-uttrekk: {rules}. {advice}",
            "Nye funn mot gjeldande AR-uttrekk: {rules}. {advice}",
            {"rules": ", ".join(new), "advice": advice},
        )
    if changed:
        return Phrase(
            "Oppføringen i AR er endret etter godkjenningen (avvik). {advice}",
            "Oppføringa i AR er endra etter godkjenninga (avvik). {advice}",
            {"advice": way_out},
        )
    return None


def _leaving(
    unit: UnitOfWork,
    tables: ReferenceTables,
    snapshot: Snapshot,
    stored: StoredOrder,
    party: Party | None,
    owner: Party | None,
    approvals: Sequence[DecisionRecord],
) -> LeavingOrder:
    proposal = _carried_out(unit, stored)
    number = proposal.key.municipality_number
    entry = tables.municipality_by_number.get(number)
    after = proposal.after
    form = next(iter(tables.forms_named(after.form)), None) if after and after.form else None
    return LeavingOrder(
        order=stored.order,
        proposal=proposal,
        party=party,
        owner=owner,
        municipality=Municipality(
            number=number,
            name=entry.name if entry else stored.keys.municipality_title,
            organization_number=entry.organization_number if entry else "",
            county=entry.county if entry else "",
        ),
        snapshot=snapshot,
        approvals=tuple(
            Approval(approval.by, approval.at, tuple(sorted(approval.overrides.items())))
            for approval in approvals
            if approval.kind is Action.APPROVE
        ),
        form_name=form.name if form else "",
    )


def _carried_out(unit: UnitOfWork, stored: StoredOrder) -> Proposal:
    """What the approval of this order did: the set-up it made and the one that it ended."""
    her_id, category = stored.keys.her_id, stored.keys.category
    if her_id is None:
        raise ValueError("an approved order has a HER-id")
    order = stored.order
    made = unit.configurations.made_by(order.reference)
    ended = unit.configurations.ended_by(order.reference)
    known = made or ended
    key = (
        known.key
        if known
        else ConfigurationKey(
            stored.keys.municipality or order.municipality_number, her_id, category
        )
    )
    return Proposal(order.kind, key, made if order.kind is not Kind.DEACTIVATE else None, ended)


def _set_status(unit: UnitOfWork, stored: StoredOrder, status: Status) -> None:
    unit.orders.save(
        replace(
            stored,
            order=replace(stored.order, status=status),
            holder="",
            keys=replace(stored.keys, search_text=""),
        )
    )


def _package_row(record: PackageRecord) -> PackageRow:
    header = record.header
    return PackageRow(
        sequence=header.sequence,
        uuid=header.uuid,
        created=header.created,
        by=header.by,
        full=header.full,
        configurations=record.configurations,
        sha256=record.sha256,
        path=record.path,
        acknowledged=record.acknowledged,
        failed=record.failed,
        waiting=record.waiting,
    )

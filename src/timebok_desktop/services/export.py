"""Export: approved orders leave as a signed package, receipts come back.

Before an order leaves it is verified again; one whose registry entry changed since the approval is
held back, with the reason.
"""

from __future__ import annotations

import uuid
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from timebok_desktop.domain.codes import LEAVING_STATUSES, Kind, Status
from timebok_desktop.domain.configuration import Configuration, ConfigurationKey, Proposal
from timebok_desktop.domain.errors import UnavailableError
from timebok_desktop.domain.party import Party, Snapshot
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.domain.reference import ReferenceTables
from timebok_desktop.services.approving import Looks
from timebok_desktop.services.context import Service
from timebok_desktop.services.leaving import CHUNK, Selection, selected
from timebok_desktop.services.ports_bulk import Standing
from timebok_desktop.services.ports_files import (
    Approval,
    Demands,
    EarlierPackage,
    LeavingOrder,
    Municipality,
    PackageCheck,
    PackageHeader,
    Signatures,
    WrittenPackage,
)
from timebok_desktop.services.ports_orders import StoredOrder
from timebok_desktop.services.ports_store import PackageRecord, UnitOfWork
from timebok_desktop.services.shown import order_hash
from timebok_desktop.services.verification import required_snapshot, verified_at
from timebok_desktop.services.views import ExportReport, HeldBack, OrderRow, PackageRow

_OTHER_LOG = Phrase(
    "Pakken viser til en logg som denne arbeidsmappen ikke har. Loggen er kuttet, byttet ut eller "
    "gjenopprettet fra en eldre sikkerhetskopi.",
    "Pakken viser til ein logg som denne arbeidsmappa ikkje har. Loggen er kutta, bytt ut eller "
    "gjenoppretta frå ein eldre tryggingskopi.",
)
_ALL_LEFT = (Status.EXPORTED, Status.ACKNOWLEDGED)


class ExportService(Service):
    """Implements the export part of the desk."""

    def export_preview(self) -> tuple[tuple[OrderRow, ...], tuple[HeldBack, ...]]:
        """What the next export would take and what it would hold back."""
        with self._context.store.read() as unit:
            snapshot = unit.registry.current()
            if snapshot is None:
                return (), ()
            at = verified_at(self._context, snapshot)
            ids = unit.orders.ids_with_status([*LEAVING_STATUSES])
            fresh: Mapping[int, int] = {}  # the verdicts as they were last kept
            tables = self._context.tables(unit)
            if unit.verdicts.has_facts(at, tables, unit.tables.version()):
                fresh = unit.verdicts.fresh(at, tables, ids)
            selection = selected(self._context, unit, snapshot, ids, fresh)
            rows = unit.orders.rows(selection.leaving)
        return rows, selection.held_back

    def export(
        self,
        out: Path | None,
        user: str,
        *,
        full: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ExportReport:
        """Write the package beside, note in one transaction that its orders have left, and give
        the package its name. What a killed program left between the two is settled first.
        """
        folder = out or self._context.exports
        self.finish_last_package()
        with self._context.store.write() as unit:
            if not unit.orders.ids_with_status([*LEAVING_STATUSES, *_ALL_LEFT]):
                return ExportReport("", None, 0, (), "")
            selection = self._select(unit, full=full)
            if not selection.leaving:
                return ExportReport("", None, 0, selection.held_back, "")
            if progress:
                progress(0, len(selection.leaving))
            header = self._header(unit, user, full=full)

            def note(whole: WrittenPackage) -> None:
                self._note(unit, header, whole, selection)
                unit.commit()

            written = self._context.packager.write(
                folder,
                header,
                self._gathered(unit, selection),
                _signatures(unit, selection),
                expected=len(selection.leaving),
                progress=progress,
                cancelled=cancelled,
                note=note,
            )
        if progress:
            progress(written.configurations, written.configurations)
        return ExportReport(
            str(written.path),
            header.sequence,
            written.configurations,
            selection.held_back,
            written.sha256,
        )

    def finish_last_package(self) -> None:
        """Give the last package its name, where the program was killed before it could."""
        with self._context.store.read() as unit:
            last = unit.packages.last()
        if last is not None and not Path(last.path).exists():
            self._context.packager.settle(Path(last.path))

    def packages(self) -> tuple[PackageRow, ...]:
        """All packages that have left, newest first."""
        with self._context.store.read() as unit:
            return tuple(_package_row(record) for record in unit.packages.listed())

    def verify_package(
        self,
        path: Path,
        trust: Path | None = None,
        after: int | None = None,
        seen: Path | None = None,
        *,
        strict: bool = False,
    ) -> PackageCheck:
        """Verify a package folder or archive; one of our own must also fit to our own log."""
        packager = self._context.packager
        demands = Demands(after, seen, strict)
        check = packager.verify(path, [trust] if trust else [], demands)
        if check.log is None or check.signed_by != packager.own_key():
            return check
        with self._context.store.read() as unit:
            known = unit.audit.contains(check.log.sequence, check.log.head)
        if known:
            return check
        problem = Problem("data/index.json", "log-unknown", _OTHER_LOG, refuses=True)
        return replace(check, valid=False, problems=(*check.problems, problem))

    def export_trust(self, target: Path) -> None:
        """Write the public key that packages are verified with."""
        self._context.packager.export_trust(target)

    def _header(self, unit: UnitOfWork, user: str, *, full: bool) -> PackageHeader:
        last = unit.packages.last()
        earlier = tuple(_earlier(one) for one in reversed(unit.packages.listed()))
        for one in earlier:
            if not unit.audit.contains(one.sequence, one.head):
                raise UnavailableError(
                    "Loggen inneholder ikke lenger det den inneholdt da pakke {package} ble laget. "
                    "Den er kuttet eller byttet ut, så ingenting kan eksporteres. Gjenopprett en "
                    "sikkerhetskopi som er nyere enn pakken («timebok store restore FIL»).",
                    "Loggen inneheld ikkje lenger det han inneheldt då pakke {package} vart laga. "
                    "Han er kutta eller bytt ut, så ingenting kan eksporterast. Gjenopprett ein "
                    "tryggingskopi som er nyare enn pakken («timebok store restore FIL»).",
                    package=one.package,
                )
        end = unit.audit.checkpoint()
        return PackageHeader(
            sequence=last.header.sequence + 1 if last else 1,
            uuid=str(uuid.uuid4()),
            previous_sha256=last.sha256 if last else "",
            created=self._now(),
            by=user,
            full=full,
            audit_head=end.head,
            audit_sequence=end.sequence,
            workspace=unit.audit.origin(),
            earlier=earlier,
        )

    def _note(
        self,
        unit: UnitOfWork,
        header: PackageHeader,
        written: WrittenPackage,
        selection: Selection,
    ) -> None:
        record = PackageRecord(header, written.sha256, str(written.path), written.configurations)
        unit.packages.add(record, selection.leaving)
        states = unit.bulk.states(selection.leaving)
        left = [state for state in states if state.status in LEAVING_STATUSES]
        unit.bulk.leave([state.id for state in left])
        told_each = {"package": header.uuid, "sequence": header.sequence}
        unit.audit.append_many(
            header.created,
            header.by,
            "exported",
            ((state.reference, told_each) for state in left),
        )
        told = {
            "package": header.uuid,
            "sequence": header.sequence,
            "sha256": written.sha256,
            "configurations": written.configurations,
            "held_back": [held.reference for held in selection.held_back],
        }
        unit.audit.append(header.created, header.by, "package-written", "", told)

    def _select(self, unit: UnitOfWork, *, full: bool) -> Selection:
        snapshot = required_snapshot(unit)
        ids = unit.orders.ids_with_status([*LEAVING_STATUSES])
        if full:
            ids = array("q", sorted({*ids, *unit.configurations.orders_of_current()}))
        at = verified_at(self._context, snapshot)
        tables = self._context.tables(unit)
        unit.verdicts.work_out_facts(at, tables, unit.tables.version())
        return selected(self._context, unit, snapshot, ids, unit.verdicts.fresh(at, tables, ids))

    def _gathered(self, unit: UnitOfWork, selection: Selection) -> Iterator[LeavingOrder]:
        """The leaving orders with all that their export says, gathered as they are asked for."""
        snapshot, tables = required_snapshot(unit), self._context.tables(unit)
        looks = Looks(self._context, unit)
        parties: dict[int, Party] = {}
        for start in range(0, len(selection.leaving), CHUNK):
            part = selection.leaving[start : start + CHUNK]
            stored, shown = unit.orders.by_ids(part), looks.orders(part)
            _gather_parties(unit, snapshot, stored, parties)
            made, ended = unit.configurations.of_orders([one.order.reference for one in stored])
            for one in stored:
                party = parties.get(one.keys.her_id) if one.keys.her_id else None
                owner = parties.get(party.parent_her_id) if party and party.parent_her_id else None
                reference = one.order.reference
                proposal = carried_out(one, made.get(reference), ended.get(reference))
                approvals = selection.approvals.get(one.id, ())
                hashed = order_hash(shown[one.id])
                yield _leaving(tables, snapshot, one, proposal, (party, owner), approvals, hashed)


def _gather_parties(
    unit: UnitOfWork, snapshot: Snapshot, stored: Sequence[StoredOrder], known: dict[int, Party]
) -> None:
    """Look up the parties of these orders and their owners, once for all of an export."""
    asked = {one.keys.her_id for one in stored if one.keys.her_id is not None} - known.keys()
    found = unit.registry.parties(snapshot.id, asked)
    owners = {party.parent_her_id for party in found.values() if party.parent_her_id}
    known.update(unit.registry.parties(snapshot.id, owners - known.keys()))
    known.update(found)


def _leaving(
    tables: ReferenceTables,
    snapshot: Snapshot,
    stored: StoredOrder,
    proposal: Proposal,
    parties: tuple[Party | None, Party | None],
    approvals: Sequence[Standing],
    order_sha256: str,
) -> LeavingOrder:
    number = proposal.key.municipality_number
    entry = tables.municipality_by_number.get(number)
    after = proposal.after
    form = next(iter(tables.forms_named(after.form)), None) if after and after.form else None
    return LeavingOrder(
        order=stored.order,
        proposal=proposal,
        party=parties[0],
        owner=parties[1],
        municipality=Municipality(
            number=number,
            name=entry.name if entry else stored.keys.municipality_title,
            organization_number=entry.organization_number if entry else "",
            county=entry.county if entry else "",
        ),
        snapshot=snapshot,
        approvals=tuple(
            [
                Approval(
                    approval.by,
                    approval.at,
                    tuple(sorted(approval.overrides.items())) if approval.overrides else (),
                    approval.statement,
                    approval.evidence,
                )
                for approval in approvals
            ]
        ),
        form_name=form.name if form else "",
        order_sha256=order_sha256,
    )


def carried_out(
    stored: StoredOrder, made: Configuration | None, ended: Configuration | None
) -> Proposal:
    """What the approval of this order did: the set-up it made and the one that it ended."""
    her_id, category = stored.keys.her_id, stored.keys.category
    if her_id is None:
        raise ValueError("an approved order has a HER-id")
    order = stored.order
    known = made or ended
    key = (
        known.key
        if known
        else ConfigurationKey(
            stored.keys.municipality or order.municipality_number, her_id, category
        )
    )
    return Proposal(order.kind, key, made if order.kind is not Kind.DEACTIVATE else None, ended)


def _signatures(unit: UnitOfWork, selection: Selection) -> Signatures:
    """What the approvals of the leaving orders were signed with."""
    asked = {
        one.statement
        for identity in selection.leaving
        for one in selection.approvals.get(identity, ())
        if one.statement is not None
    }
    return Signatures(unit.approvals.statements(asked), unit.approvals.every_key())


def _earlier(record: PackageRecord) -> EarlierPackage:
    header = record.header
    return EarlierPackage(header.sequence, record.sha256, header.audit_sequence, header.audit_head)


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

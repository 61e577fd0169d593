"""Registry snapshots: import, supplement, look-up. A snapshot is kept; one of them is current."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from timebok_desktop.domain.errors import (
    CancelledError,
    NotFoundError,
    RefusedError,
    UnreadableError,
)
from timebok_desktop.domain.identifiers import HER_ID_MAXIMUM
from timebok_desktop.domain.party import Party, Snapshot, norwegian_day
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_files import RegistryHeader
from timebok_desktop.services.ports_store import UnitOfWork
from timebok_desktop.services.verification import required_snapshot, verified_at
from timebok_desktop.services.views import RegistryImportReport

_BATCH = 500
_FAR_FEWER = 0.8
"""An export with less than this share of the current snapshot's parties is asked about."""


class RegistryService(Service):
    """Implements the registry part of the desk."""

    def current_snapshot(self) -> Snapshot | None:
        """The snapshot that verification rests on now."""
        with self._context.store.read() as unit:
            return unit.registry.current()

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All kept snapshots, newest first."""
        with self._context.store.read() as unit:
            return tuple(unit.registry.snapshots())

    def import_registry(
        self,
        path: Path,
        user: str,
        taken_at: datetime | None = None,
        accept_fewer: Callable[[int, int], bool] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> RegistryImportReport:
        """Import an AR file in one transaction: a full export switches, the rest supplements."""
        sha256 = self._context.originals.keep_file(path)
        with self._context.store.write() as unit:
            before = unit.registry.current()
            intake = _RegistryIntake(unit, before, sha256, path.name, self._now())
            for item in self._context.registry_reader.read(path):
                if cancelled and cancelled():
                    raise CancelledError
                intake.take(item)
                if progress and intake.parties % _BATCH == 0:
                    progress(intake.parties, before.parties if before else 0)
            snapshot = intake.finish(taken_at, self._now())
            supplemented = before is not None and snapshot.id == before.id
            if before is not None and not supplemented:
                _ask_about_fewer(snapshot, before, accept_fewer)
            at, tables = verified_at(self._context, snapshot), self._context.tables(unit)
            unit.verdicts.work_out_facts(at, tables, unit.tables.version())
            unit.audit.append(
                self._now(),
                user,
                "registry-supplemented" if supplemented else "registry-imported",
                "",
                {
                    "snapshot": snapshot.id,
                    "taken_at": snapshot.taken_at.isoformat(),
                    "parties": snapshot.parties,
                    "sha256": sha256,
                    "refused": len(intake.problems),
                },
            )
            unit.commit()
        return RegistryImportReport(snapshot, supplemented, tuple(intake.problems))

    def party(self, her_id: int) -> Party:
        """A party of the current snapshot."""
        with self._context.store.read() as unit:
            snapshot = required_snapshot(unit)
            usable = 1 <= her_id <= HER_ID_MAXIMUM
            party = unit.registry.party(snapshot.id, her_id) if usable else None
        if party is None:
            raise _absent(her_id, snapshot)
        return party

    def party_relatives(self, her_id: int) -> tuple[Party | None, tuple[Party, ...]]:
        """A party's parent and its children in the current snapshot."""
        party = self.party(her_id)
        with self._context.store.read() as unit:
            snapshot = required_snapshot(unit)
            parent = None
            if party.parent_her_id is not None:
                parent = unit.registry.party(snapshot.id, party.parent_her_id)
            return parent, tuple(unit.registry.children(snapshot.id, her_id, _BATCH))

    def search_parties(self, text: str, limit: int = 50) -> tuple[Party, ...]:
        """Parties that have every word of `text`; a number may be typed in groups.

        Without words: the first services, for a look around.
        """
        with self._context.store.read() as unit:
            snapshot = unit.registry.current()
            if snapshot is None:
                return ()
            return tuple(unit.registry.search(snapshot.id, [text], limit))


class _RegistryIntake:
    """Takes what a reader gives and puts the parties where they belong."""

    def __init__(
        self,
        unit: UnitOfWork,
        before: Snapshot | None,
        sha256: str,
        name: str,
        imported_at: datetime,
    ) -> None:
        self._unit = unit
        self._before = before
        self._origin = (sha256, name, imported_at)
        self._header: RegistryHeader | None = None
        self._target: int | None = None
        self._waiting: list[Party] = []
        self.parties = 0
        self.problems: list[Problem] = []

    def take(self, item: RegistryHeader | Party | Problem) -> None:
        """One thing from the file."""
        if isinstance(item, Party):
            self._waiting.append(item)
            self.parties += 1
            if len(self._waiting) >= _BATCH:
                self._flush()
        elif isinstance(item, Problem):
            self.problems.append(item)
        else:
            self._header = item

    def finish(self, taken_at: datetime | None, now: datetime) -> Snapshot:
        """Everything is read: switch to the new snapshot, or let it supplement the current one.

        What the file is may stand after its parties, so they always go into a snapshot of their
        own first.
        """
        self._flush()
        header = self._header
        if header is None or self._target is None:
            raise UnreadableError(
                "Filen har ingen kommunikasjonsparter som kan leses. Ingenting er endret. "
                "Kontroller at det er et AR-uttrekk.",
                "Fila har ingen kommunikasjonspartar som kan lesast. Ingenting er endra. "
                "Kontroller at det er eit AR-uttrekk.",
                code="no-parties",
            )
        registry = self._unit.registry
        if self._before is not None and not header.full:
            return registry.supplement(self._before.id, self._target)
        moment = taken_at or header.taken_at or now
        inactive = registry.any_inactive(self._target, norwegian_day(moment).isoformat())
        dated = RegistryHeader(header.format, header.full, moment, header.last_event_id)
        return registry.finish_snapshot(self._target, dated, includes_deactivated=inactive)

    def _flush(self) -> None:
        if not self._waiting:
            return
        if self._target is None:
            sha256, name, at = self._origin
            self._target = self._unit.registry.begin_snapshot(at, sha256, name, at)
        self._unit.registry.add_parties(self._target, self._waiting)
        self._waiting = []


def _ask_about_fewer(
    snapshot: Snapshot, before: Snapshot, accept_fewer: Callable[[int, int], bool] | None
) -> None:
    if snapshot.parties >= before.parties * _FAR_FEWER:
        return
    if accept_fewer is not None and accept_fewer(snapshot.parties, before.parties):
        return
    raise RefusedError(
        "Uttrekket har langt færre parter enn det gjeldende: {new} mot {old}. Det er ikke tatt i "
        "bruk. Er det likevel riktig, så godta det uttrykkelig («--accept-fewer»).",
        "Uttrekket har langt færre partar enn det gjeldande: {new} mot {old}. Det er ikkje teke i "
        "bruk. Er det likevel rett, så godta det uttrykkjeleg («--accept-fewer»).",
        new=snapshot.parties,
        old=before.parties,
    )


def _absent(her_id: int, snapshot: Snapshot) -> NotFoundError:
    if snapshot.includes_deactivated:
        return NotFoundError(
            "HER-id {her_id} finnes ikke i AR-uttrekket, som også har deaktiverte parter.",
            "HER-id {her_id} finst ikkje i AR-uttrekket, som òg har deaktiverte partar.",
            her_id=her_id,
        )
    return NotFoundError(
        "HER-id {her_id} finnes ikke i AR-uttrekket. Uttrekket utelater deaktiverte parter, så "
        "parten kan være deaktivert.",
        "HER-id {her_id} finst ikkje i AR-uttrekket. Uttrekket utelèt deaktiverte partar, så "
        "parten kan vere deaktivert.",
        her_id=her_id,
    )

"""Intake: files come in, orders stand in the queue. Nothing is lost, nothing comes in twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.errors import CancelledError, NotFoundError, UnreadableError
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.context import Service
from timebok_desktop.services.facts import pair_of
from timebok_desktop.services.ports_files import Part
from timebok_desktop.services.ports_intake import OrderPreparer
from timebok_desktop.services.ports_orders import (
    PREPARED_FIELDS,
    Judging,
    PreparedOrder,
    StoredOrder,
)
from timebok_desktop.services.ports_store import NewFile, UnitOfWork
from timebok_desktop.services.reading_limits import reading_limits
from timebok_desktop.services.verification import judging_now, verified_entry
from timebok_desktop.services.views import ImportedFile, ImportReport

_LONG_ORDER = 1000
"""Bytes that an order takes in a file at the most, as a rule."""
_LARGE = 1024 * 1024
"""Bytes of a file from which it pays to work out first what all its orders are compared with."""
_MASKED = PREPARED_FIELDS.index("masked")

LARGEST_FILE = 1024 * 1024 * 1024
"""Bytes. The readers have narrower limits of their own for each format."""

_TAKEN = frozenset({"imported", "partly"})


@dataclass
class _Intake:
    """What one file has given so far."""

    name: str
    sha256: str
    at: datetime
    by: str
    file_format: str = ""
    source_id: int | None = None
    ids: list[range] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    skipping: bool = False
    has_personal_number: bool = False
    judging: Judging | None = None
    any_waits: bool = True

    @property
    def refused(self) -> int:
        return sum(problem.refuses for problem in self.problems)

    @property
    def outcome(self) -> str:
        if not self.references:
            return "refused" if self.refused or not self.skipping else "duplicate"
        return "partly" if self.refused else "imported"

    def file(self, outcome: str, audit_seq: int | None = None) -> NewFile:
        """The file as it is remembered."""
        return NewFile(
            self.sha256,
            mask(self.name)[0],
            self.file_format,
            outcome,
            self.at,
            self.by,
            has_personal_number=self.has_personal_number,
            audit_seq=audit_seq,
        )


class IntakeService(Service):
    """Implements the intake part of the desk."""

    def import_orders(
        self,
        paths: Sequence[Path],
        user: str,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        verifying: bool = False,
    ) -> ImportReport:
        """Import files and folders; each file is one transaction of its own."""
        with self._reading() as reader:
            return self._import(reader, paths, user, progress, cancelled, verifying=verifying)

    def _reading(self) -> AbstractContextManager[OrderPreparer]:
        """A reader for files that follow each other, within the limits of the workspace."""
        limits = reading_limits(self._context.settings_file.load())
        return self._context.order_reader.session(limits)

    def _import(
        self,
        reader: OrderPreparer,
        paths: Sequence[Path],
        user: str,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        *,
        verifying: bool,
    ) -> ImportReport:
        files = list(dict.fromkeys(file for path in paths for file in self._files_of(path)))
        done: list[ImportedFile] = []
        counts: Counter[str] = Counter()
        for number, path in enumerate(files, start=1):
            if cancelled and cancelled():
                raise CancelledError
            imported = self._import_file(reader, path, user, cancelled, verifying=verifying)
            done.append(imported)
            counts["accepted"] += len(imported.orders)
            counts["refused"] += sum(problem.refuses for problem in imported.problems)
            counts["duplicates"] += imported.outcome == "duplicate"
            if progress:
                progress(number, len(files))
        return ImportReport(
            tuple(done), counts["accepted"], counts["refused"], counts["duplicates"]
        )

    def _files_of(self, path: Path) -> list[Path]:
        """The files that a path stands for; one that is missing is refused in its turn."""
        try:
            return self._context.disk.files_below(path)
        except NotFoundError:
            return [path.absolute()]

    def take_inbox(self, user: str, *, verifying: bool = False) -> ImportReport:
        """Import what has settled in the inbox and move it out of it."""
        folder = self._context.settings_file.load().inbox_folder
        found = self._context.inbox.scan(Path(folder)) if folder else []
        reports: list[ImportReport] = []
        if not found:
            return ImportReport((), 0, 0, 0)
        with self._reading() as reader:
            for path in found:
                report = self._import(reader, [path], user, verifying=verifying)
                taken = all(file.outcome != "refused" for file in report.files)
                self._context.inbox.settle(path, taken=taken)
                reports.append(report)
        return ImportReport(
            tuple(file for report in reports for file in report.files),
            sum(report.accepted for report in reports),
            sum(report.refused for report in reports),
            sum(report.duplicates for report in reports),
        )

    def _import_file(
        self,
        reader: OrderPreparer,
        path: Path,
        user: str,
        cancelled: Callable[[], bool] | None,
        *,
        verifying: bool,
    ) -> ImportedFile:
        try:
            self._context.disk.require_size(path, LARGEST_FILE)
            sha256 = self._context.originals.keep_file(path)
        except (UnreadableError, NotFoundError) as error:
            return ImportedFile(str(path), "", "", "refused", (), (_problem_of(error),))
        kept = self._context.originals.readable(sha256, path)
        intake = _Intake(_name_of(path), sha256, self._now(), user)
        with self._context.store.write() as unit:
            known = unit.files.known(sha256)
            if known is not None and known.outcome in _TAKEN:
                return ImportedFile(str(path), sha256, "", "duplicate", (), ())
            if verifying:
                today = norwegian_day(intake.at)
                large = kept.stat().st_size >= _LARGE
                intake.judging = judging_now(self._context, unit, today, worth_much=large)
            try:
                intake.file_format = reader.recognise_file(intake.name, kept)
                self._take_items(reader, unit, intake, kept, cancelled)
                self._context.originals.require_same(sha256, path)
            except (UnreadableError, NotFoundError) as error:
                intake.references.clear()
                intake.skipping = False
                intake.problems = [_problem_of(error)]
            if intake.references or intake.outcome == "duplicate":
                self._conclude(unit, intake)
                unit.commit()
        if not intake.references and intake.outcome == "refused":
            self._remember_refusal(intake)
        return ImportedFile(
            str(path),
            sha256,
            intake.file_format,
            intake.outcome,
            tuple(intake.references),
            tuple(intake.problems),
            intake.any_waits,
        )

    def _take_items(
        self,
        reader: OrderPreparer,
        unit: UnitOfWork,
        intake: _Intake,
        kept: Path,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        tables, today = self._context.tables(unit), norwegian_day(intake.at)
        expected = kept.stat().st_size // _LONG_ORDER
        with (
            unit.orders.many(expected, intake.judging),
            closing(reader.prepare(intake.name, kept, tables, today, cancelled)) as items,
        ):
            for item in items:
                if cancelled and cancelled():
                    raise CancelledError
                if isinstance(item, Part):
                    self._begin_part(unit, intake, item)
                elif isinstance(item, Problem):
                    if not intake.skipping:
                        intake.problems.append(item)
                elif not intake.skipping:
                    _store(unit, intake, item)

    def _begin_part(self, unit: UnitOfWork, intake: _Intake, part: Part) -> None:
        """An attachment that came in before, in another mail or by itself, is not taken again."""
        known = unit.files.known(part.sha256)
        intake.skipping = known is not None and known.outcome in _TAKEN
        if intake.skipping:
            intake.problems.append(_attachment_known(part.name))
        else:
            unit.files.add(
                NewFile(part.sha256, part.name, part.format, "imported", intake.at, intake.by)
            )

    def _conclude(self, unit: UnitOfWork, intake: _Intake) -> None:
        """All orders of a file are there: what they mean for others, and the log."""
        told: dict[str, object] = {
            "file": intake.sha256,
            "outcome": intake.outcome,
            "orders": len(intake.references),
            "refused": intake.refused,
        }
        replaced: list[tuple[StoredOrder, str]] = []
        if intake.ids:
            told |= {"first": intake.references[0], "last": intake.references[-1]}
            ids = _ids_of(intake)
            replaced = _superseded(unit, ids)
            tables = self._context.tables(unit)
            unit.verdicts.refresh_added(ids, tables)
            left = {pair for waiting, _ in replaced if (pair := pair_of(waiting))}
            unit.verdicts.refresh_neighbours(left, tables)
        if replaced:
            told["supersedes"] = [waiting.order.reference for waiting, _ in replaced]
        event = unit.audit.append(intake.at, intake.by, "file-imported", "", told)
        unit.files.add(intake.file(intake.outcome, event.seq))
        if intake.judging and intake.ids:
            self._tell_verified(unit, intake, intake.judging)
        for waiting, by in replaced:
            reference = waiting.order.reference
            unit.audit.append(intake.at, intake.by, "superseded", reference, {"by": by})

    def _tell_verified(self, unit: UnitOfWork, intake: _Intake, judging: Judging) -> None:
        counts = unit.verdicts.outcomes_of(_ids_of(intake))
        told = {"file": intake.sha256, **verified_entry(judging.at.snapshot, counts)}
        unit.audit.append(intake.at, intake.by, "verified", "", told)
        intake.any_waits = unit.verdicts.any_waits()

    def _remember_refusal(self, intake: _Intake) -> None:
        with self._context.store.write() as unit:
            unit.files.add(intake.file("refused"))
            codes = sorted({problem.code for problem in intake.problems})
            unit.audit.append(
                intake.at, intake.by, "file-refused", "", {"file": intake.sha256, "why": codes}
            )
            unit.commit()


def _store(unit: UnitOfWork, intake: _Intake, rows: Sequence[PreparedOrder]) -> None:
    """Give orders their references and add them."""
    if intake.source_id is None:
        intake.source_id = unit.files.add(intake.file("imported"))
    year = norwegian_day(intake.at).year
    first = unit.orders.take_reference_numbers(year, len(rows))
    references = [f"RTB-{year}-{number:06}" for number in range(first, first + len(rows))]
    intake.ids.append(unit.orders.add(rows, references, intake.at, intake.source_id))
    intake.references += references
    intake.has_personal_number |= any(row[_MASKED] != "{}" for row in rows)


def _ids_of(intake: _Intake) -> range:
    return range(intake.ids[0].start, intake.ids[-1].stop)


def _name_of(path: Path) -> str:
    """The file's name; what no text can hold (bytes that are not UTF-8) is marked in it."""
    return path.name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _superseded(unit: UnitOfWork, ids: range) -> list[tuple[StoredOrder, str]]:
    """The answer to a request for information replaces the order that waited for it.

    Returns those that were replaced, with the reference of the answer.
    """
    answers: dict[int, list[tuple[StoredOrder, StoredOrder]]] = {}
    for waiting_id, new_id in unit.orders.waiting_for_answers_to(ids):
        waiting, new = unit.orders.by_ids([waiting_id, new_id])
        if _is_answer(waiting, new):
            answers.setdefault(waiting_id, []).append((waiting, new))
    taken: set[int] = set()
    replaced = []
    for pairs in answers.values():
        waiting, new = max(pairs, key=lambda pair: _likeness(pair[0], pair[1], taken))
        taken.add(new.id)
        supersede(unit, waiting)
        unit.correspondence.link_answer(waiting.id, new.id)
        replaced.append((waiting, new.order.reference))
    return replaced


def _likeness(waiting: StoredOrder, new: StoredOrder, taken: set[int]) -> tuple[bool, ...]:
    """How well an answer fits, where a municipality uses one reference for several orders."""
    return (
        new.keys.category == waiting.keys.category and new.keys.her_id == waiting.keys.her_id,
        new.id not in taken,
        new.keys.category == waiting.keys.category,
        new.keys.her_id == waiting.keys.her_id,
    )


def _is_answer(waiting: StoredOrder, new: StoredOrder) -> bool:
    """The same external reference from the same sender: the same municipality or organisation."""
    municipality = new.keys.municipality
    number = new.order.organization_number
    return (municipality != "" and municipality == waiting.keys.municipality) or (
        number != "" and number == waiting.order.organization_number
    )


def supersede(unit: UnitOfWork, waiting: StoredOrder) -> None:
    """The answer to a request for information replaces the order that waited for it."""
    unit.decisions.void_all(waiting.id)
    unit.orders.save(
        replace(
            waiting,
            order=replace(waiting.order, status=Status.SUPERSEDED),
            holder="",
            keys=replace(waiting.keys, search_text=""),
        )
    )


def _problem_of(error: UnreadableError | NotFoundError) -> Problem:
    if isinstance(error, UnreadableError):
        return Problem(error.at, error.code, error.phrase, refuses=True)
    return Problem("", "not-found", error.phrase, refuses=True)


def _attachment_known(name: str) -> Problem:
    return Problem(
        f"attachment {name}",
        "duplicate-attachment",
        Phrase(
            "Vedlegget {name} er importert før og er ikke importert på nytt.",
            "Vedlegget {name} er importert før og er ikkje importert på nytt.",
            {"name": name},
        ),
        refuses=False,
    )

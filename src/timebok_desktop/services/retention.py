"""Retention: contact data are deleted a set time after the receipt, with evidence in the log.

What is deleted is who to talk to: name, e-mail, telephone and role, in the order, in what was sent,
in letters and notes, and the kept file. The comment stays, since the decision was made on it and is
signed over it; so does everything else that a decision rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from timebok_desktop.domain.errors import RefusedError, UsageError
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.services.clock_jumps import DOUBT, FAR_AHEAD
from timebok_desktop.services.context import Service
from timebok_desktop.services.ports_store import UnitOfWork

_BATCH = 500
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class RetentionReport:
    """What retention has deleted, or would delete: orders, kinds of data with how many, and kept
    originals, of which so many had a national identity number. `days` is the setting, 0 for
    never."""

    days: int
    orders: int
    kinds: Mapping[str, int]
    originals: int
    marked: int


class RetentionService(Service):
    """Implements retention of the desk."""

    def would_retain(self, user: str, days: int) -> RetentionReport:
        """What would be deleted now if contact data were kept for so many days."""
        return self._retain(user, days, dry_run=True)

    def retain(self, user: str, *, dry_run: bool = False) -> RetentionReport:
        """Delete what has served its time; where it was stopped before, the rest of it first.

        RefusedError where something is due, but the clock has just gone far ahead.
        """
        days = self._context.settings_file.load().contact_retention_days
        return self._retain(user, days, dry_run=dry_run)

    def _retain(self, user: str, days: int, *, dry_run: bool) -> RetentionReport:
        if days == 0:
            return RetentionReport(0, 0, {}, 0, 0)
        if not dry_run:
            self._remove_files()
        now = self._now()
        with self._context.store.read() as unit:
            due = unit.retention.due(now - timedelta(days=days))
            if not due and not unit.retention.due_originals():
                return RetentionReport(days, 0, {}, 0, 0)
        with self._context.store.write() as unit:
            _require_sure_clock(unit, now)
            due = unit.retention.due(now - timedelta(days=days))
            kinds: Counter[str] = Counter()
            for start in range(0, len(due), _BATCH):
                told = unit.retention.delete_contact(due[start : start + _BATCH], now)
                kinds.update(kind for each in told.values() for kind in each)
                unit.audit.append_many(
                    now,
                    user,
                    "contact-deleted",
                    ((reference, {"kinds": list(each)}) for reference, each in told.items()),
                )
            originals = unit.retention.due_originals()
            marked = sum(one.is_marked for one in originals)
            unit.retention.note_deleted(originals, now)
            report = RetentionReport(days, len(due), dict(kinds), len(originals), marked)
            if dry_run:
                return report  # leaving the unit of work takes it all back
            unit.audit.append(now, user, "retention", "", _told(report))
            unit.commit()
        self._remove_files()
        with self._context.store.read() as unit:
            unit.retention.tidy()
        return report

    def about_person(self, text: str, user: str) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What is stored about a person, by name, e-mail address or telephone number. That it was
        asked is logged, not about whom."""
        if len(text.strip()) < _SHORTEST:
            raise UsageError(
                "Oppgi minst {least} tegn av navnet, e-postadressen eller telefonnummeret.",
                "Oppgi minst {least} teikn av namnet, e-postadressa eller telefonnummeret.",
                least=_SHORTEST,
            )
        with self._context.store.write() as unit:
            found = unit.retention.about(text)
            counts = {kind: len(records) for kind, records in found.items()}
            unit.audit.append(self._now(), user, "person-exported", "", counts)
            unit.commit()
        return found

    def _remove_files(self) -> None:
        """What is noted as deleted is not there any more, whenever the program was stopped."""
        with self._context.store.read() as unit:
            names = unit.retention.deleted_originals()
        for name in names:
            self._context.originals.delete(name)


def _require_sure_clock(unit: UnitOfWork, now: datetime) -> None:
    unit.audit.note_clock(now)
    jumped = unit.audit.clock_jump()
    if jumped is None or jumped.action != FAR_AHEAD or now >= jumped.at + DOUBT:
        return
    unit.commit()  # the log keeps that the clock has jumped
    raise RefusedError(
        "Klokken på maskinen har gått fra {before} til {after} siden forrige oppføring i loggen. "
        "Ingenting slettes før {until}. Kontroller klokken. Går den riktig, slettes "
        "kontaktopplysningene automatisk da.",
        "Klokka på maskina har gått frå {before} til {after} sidan førre oppføringa i loggen. "
        "Ingenting blir sletta før {until}. Kontroller klokka. Går ho rett, blir "
        "kontaktopplysningane sletta automatisk då.",
        before=_day(datetime.fromisoformat(str(jumped.details["before"]))),
        after=_day(jumped.at),
        until=_day(jumped.at + DOUBT),
    )


def _day(when: datetime) -> str:
    return f"{norwegian_day(when):%d.%m.%Y}"


def _told(report: RetentionReport) -> dict[str, object]:
    return {
        "days": report.days,
        "orders": report.orders,
        "kinds": dict(report.kinds),
        "originals": report.originals,
        "marked": report.marked,
    }

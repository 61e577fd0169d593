"""What happened in a period, counted: the overview and the day report rest on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.norway import day_begins, day_ends
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.rule_codes import codes_of
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.context import Service
from timebok_desktop.services.figure_views import DayFigures, Figures, RuleFigures
from timebok_desktop.services.ports_figures import DecidedRow, JudgedRow, Scope
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.waits import waits_of

_OTHER = "other"


class FigureService(Service):
    """Implements the figures of the desk."""

    def figures(
        self, first: date | None, last: date, county: str = "", category: str = ""
    ) -> Figures:
        """What happened from `first` (None: from the beginning) to `last`, days in Norway."""
        with self._context.store.read() as unit:
            store = unit.figures
            if first is None:
                began = store.first_day()
                first = min(last, norwegian_day(began)) if began else last
            tables = self._context.tables(unit)
            county_of = {
                number: entry.county for number, entry in tables.municipality_by_number.items()
            }
            numbers = [number for number, its in county_of.items() if its == county]
            scope = Scope(
                day_begins(first),
                day_ends(last),
                numbers if county else None,
                category,
            )
            received, exported = store.received(scope), store.exported(scope)
            acknowledged = store.answered(scope, ok=True)
            failed = store.answered(scope, ok=False)
            decided, judged = store.decided(scope), store.judged(scope)
            waited = store.waited(scope)
        kinds = Counter[tuple[str, str]]()
        for row in decided:
            kinds[row.kind, row.status_after] += row.orders
        final = [(row.at, row.orders) for row in decided if _is_final(row)]
        each_day = [_by_day(rows) for rows in (received, final, exported, acknowledged)]
        return Figures(
            first=first,
            last=last,
            days=tuple(
                DayFigures(day, *(counts[day] for counts in each_day))
                for day in sorted(set().union(*each_day))
            ),
            received=_sum(received),
            approved_first=kinds[Action.APPROVE, Status.AWAITING_SECOND_APPROVAL],
            approved=kinds[Action.APPROVE, Status.APPROVED],
            rejected=_of_kind(decided, Action.REJECT),
            requested=_of_kind(decided, Action.REQUEST_INFORMATION),
            held=_of_kind(decided, Action.HOLD),
            withdrawn=_of_kind(decided, Action.WITHDRAW),
            exported=_sum(exported),
            acknowledged=_sum(acknowledged),
            failed=_sum(failed),
            reasons=_reasons(decided),
            by_caseworker=_by_caseworker(decided),
            rules=_rules(judged),
            waits=waits_of(waited, county_of),
        )


def _is_final(row: DecidedRow) -> bool:
    return row.kind == Action.REJECT or (
        row.kind == Action.APPROVE and row.status_after == Status.APPROVED
    )


def _by_day(rows: Iterable[tuple[datetime, int]]) -> Counter[date]:
    found: Counter[date] = Counter()
    for at, count in rows:
        found[norwegian_day(at)] += count
    return found


def _sum(rows: Iterable[tuple[datetime, int]]) -> int:
    return sum(count for _, count in rows)


def _of_kind(rows: Iterable[DecidedRow], kind: Action) -> int:
    return sum(row.orders for row in rows if row.kind == kind)


def _reasons(rows: Iterable[DecidedRow]) -> dict[tuple[Action, str], int]:
    """Only codes: words of a person may name somebody."""
    found: Counter[tuple[Action, str]] = Counter()
    for row in rows:
        action = Action(row.kind)
        if action in {Action.REJECT, Action.REQUEST_INFORMATION, Action.HOLD, Action.WITHDRAW}:
            code = row.reason.strip()
            found[action, code if code in REASON_CODES[action] else _OTHER] += row.orders
    return dict(found)


def _by_caseworker(rows: Iterable[DecidedRow]) -> dict[str, dict[Action, int]]:
    found: defaultdict[str, Counter[Action]] = defaultdict(Counter)
    for row in rows:
        found[row.by][Action(row.kind)] += row.orders
    return {user: dict(counts) for user, counts in sorted(found.items())}


def _rules(rows: Iterable[JudgedRow]) -> tuple[RuleFigures, ...]:
    fired: Counter[str] = Counter()
    overruled: Counter[str] = Counter()
    for row in rows:
        for code in set(codes_of(row.rules)) | row.overruled:
            fired[code] += row.orders
        for code in row.overruled:
            overruled[code] += row.orders
    most_first = sorted(fired, key=lambda code: (-fired[code], code))
    return tuple(RuleFigures(code, fired[code], overruled[code]) for code in most_first)

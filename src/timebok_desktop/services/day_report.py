"""The day report: what came in, what was decided by whom, what left, what waits and what stops.

Caseworkers stand in it by user name; contact data and words of a person never do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from timebok_desktop.domain.codes import OPEN_STATUSES, STATUS_WORDS, Severity, Status
from timebok_desktop.domain.norway import NORWAY
from timebok_desktop.domain.party import norwegian_day
from timebok_desktop.domain.phrases import Language, Phrase
from timebok_desktop.domain.rules import RULES
from timebok_desktop.domain.workflow import ACTION_WORDS
from timebok_desktop.services.figure_views import Figures
from timebok_desktop.services.figures import FigureService
from timebok_desktop.services.overviews import OverviewService
from timebok_desktop.services.ports_reports import ReportDocument, ReportSection
from timebok_desktop.services.reasons import REASON_CODES
from timebok_desktop.services.views import Overview

_NOTHING = Phrase("Ingen.", "Ingen.")
_ORDERS = Phrase("Bestillinger", "Bestillingar")
_NOT_STATED = Phrase("Ikke oppgitt", "Ikkje oppgitt")
_MOST = 200
"""Deadlines that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """An order whose municipality was told a deadline that is today or has passed."""

    reference: str
    municipality: str
    deadline: date


@dataclass(frozen=True, slots=True)
class DayReport:
    """`figures` are of the day; `overview` and `deadlines` are as things stand when it is made."""

    day: date
    made: datetime
    figures: Figures
    overview: Overview
    stopped_by: Mapping[str, int]
    deadlines: tuple[Deadline, ...]


class DayReportService(FigureService, OverviewService):
    """Implements the reports of the desk."""

    def day_report(self, day: date | None = None) -> DayReport:
        """The report of a day in Norway, by default of today."""
        now = self._now()
        day = day or norwegian_day(now)
        overview = self.overview()
        stopping = {
            code: count
            for code, count in overview.by_rule.items()
            if code in RULES and RULES[code].severity is Severity.STOP
        }
        return DayReport(day, now, self.figures(day, day), overview, stopping, self._deadlines(day))

    def save_day_report(
        self, path: Path, language: Language, day: date | None = None, *, replaces: bool = False
    ) -> DayReport:
        """Write it as a tagged PDF; one that exists stays, unless it is to be replaced."""
        report = self.day_report(day)
        content = self._context.reports.pdf(_document(report, language))
        self._context.disk.write_new(path, [content], replaces=replaces)
        return report

    def day_report_sheets(self, language: Language, day: date | None = None) -> ReportDocument:
        """The same words, for a printer."""
        return _document(self.day_report(day), language)

    def _deadlines(self, day: date) -> tuple[Deadline, ...]:
        with self._context.store.read() as unit:
            ids = unit.orders.ids_with_status((Status.AWAITING_INFORMATION,))
            rows = unit.orders.rows(ids)
        due = [
            Deadline(
                row.reference, f"{row.municipality_number} {row.municipality_name}", row.deadline
            )
            for row in rows
            if row.deadline is not None and row.deadline <= day
        ]
        return tuple(sorted(due, key=lambda one: (one.deadline, one.reference)))


def _document(report: DayReport, language: Language) -> ReportDocument:
    made = report.made.astimezone(NORWAY).strftime("%d.%m.%Y %H:%M")
    note = Phrase(
        "Laget {made}. Det som venter, stopper og har frist, er slik det var da.",
        "Laga {made}. Det som ventar, stoppar og har frist, er slik det var då.",
        {"made": made},
    )
    title = Phrase("Dagsrapport {day}", "Dagsrapport {day}", {"day": _day(report.day)})
    return ReportDocument(
        language,
        title.text(language),
        note.text(language),
        "Timebok Desktop",
        tuple(_sections(report, language)),
    )


def _sections(report: DayReport, language: Language) -> Iterable[ReportSection]:
    def section(
        heading: Phrase,
        columns: tuple[Phrase, ...],
        rows: Iterable[tuple[Phrase | str, ...]],
        more: Phrase | None = None,
    ) -> ReportSection:
        return ReportSection(
            heading.text(language),
            tuple(column.text(language) for column in columns),
            tuple(
                tuple(one.text(language) if isinstance(one, Phrase) else one for one in row)
                for row in rows
            ),
            _NOTHING.text(language),
            more.text(language) if more else "",
        )

    yield section(Phrase("Dagen", "Dagen"), (Phrase("Hva", "Kva"), _ORDERS), _happened(report))
    yield section(
        Phrase("Virkedager fra mottatt til avgjort", "Verkedagar frå motteke til avgjort"),
        (
            Phrase("Kategori", "Kategori"),
            _ORDERS,
            Phrase("Halvparten innen", "Halvparten innan"),
            Phrase("Ni av ti innen", "Ni av ti innan"),
        ),
        [
            (_of_category(one.category), str(one.orders), str(one.median), str(one.ninetieth))
            for one in report.figures.waits
            if one.county is None
        ],
    )
    yield section(
        Phrase("Beslutninger etter saksbehandler", "Avgjerder etter saksbehandlar"),
        (Phrase("Saksbehandler", "Saksbehandlar"), Phrase("Hva", "Kva"), Phrase("Antall", "Tal")),
        [
            (user, ACTION_WORDS[action], str(count))
            for user, counts in report.figures.by_caseworker.items()
            for action, count in sorted(counts.items())
        ],
    )
    yield section(
        Phrase("Begrunnelser", "Grunngivingar"),
        (Phrase("Begrunnelse", "Grunngiving"), Phrase("Hva", "Kva"), Phrase("Antall", "Tal")),
        [
            (REASON_CODES[action][code], ACTION_WORDS[action], str(count))
            for (action, code), count in sorted(report.figures.reasons.items())
        ],
    )
    yield section(
        Phrase("Det som venter", "Det som ventar"),
        (Phrase("Status", "Status"), _ORDERS),
        _waiting(report.overview),
    )
    yield section(
        Phrase("Ventetid i virkedager", "Ventetid i verkedagar"),
        (Phrase("Virkedager", "Verkedagar"), _ORDERS),
        [(age, str(count)) for age, count in report.overview.ages.items()],
    )
    yield section(
        Phrase("Det som stopper, og hvorfor", "Det som stoppar, og kvifor"),
        (Phrase("Regel", "Regel"), _ORDERS),
        [
            (RULES[code].title, str(count))
            for code, count in sorted(report.stopped_by.items(), key=lambda one: (-one[1], one[0]))
        ],
    )
    yield section(
        Phrase("Frister som går ut eller er gått ut", "Fristar som går ut eller har gått ut"),
        (
            Phrase("Bestilling", "Bestilling"),
            Phrase("Kommune", "Kommune"),
            Phrase("Frist", "Frist"),
        ),
        [(one.reference, one.municipality, _day(one.deadline)) for one in report.deadlines[:_MOST]],
        _left_out(len(report.deadlines) - _MOST),
    )


def _of_category(category: str | None) -> Phrase | str:
    return Phrase("Alle", "Alle") if category is None else category or _NOT_STATED


def _left_out(count: int) -> Phrase | None:
    if count <= 0:
        return None
    return Phrase(
        "Og {count} til, som ikke står i denne listen.",
        "Og {count} til, som ikkje står i denne lista.",
        {"count": str(count)},
    )


def _happened(report: DayReport) -> list[tuple[Phrase, str]]:
    figures = report.figures
    told = (
        (Phrase("Kom inn", "Kom inn"), figures.received),
        (Phrase("Første godkjenning", "Første godkjenning"), figures.approved_first),
        (Phrase("Godkjent", "Godkjende"), figures.approved),
        (Phrase("Avvist", "Avviste"), figures.rejected),
        (Phrase("Bedt om opplysninger", "Bede om opplysningar"), figures.requested),
        (Phrase("Satt på vent", "Sette på vent"), figures.held),
        (Phrase("Trukket", "Trekte"), figures.withdrawn),
        (Phrase("Eksportert", "Eksporterte"), figures.exported),
        (Phrase("Kvittert", "Kvitterte"), figures.acknowledged),
        (Phrase("Kvittert med feil", "Kvitterte med feil"), figures.failed),
    )
    return [(words, str(count)) for words, count in told]


def _waiting(overview: Overview) -> list[tuple[Phrase | str, ...]]:
    return [
        (STATUS_WORDS[status], str(overview.by_status[status]))
        for status in Status
        if status in OPEN_STATUSES and overview.by_status.get(status)
    ]


def _day(day: date) -> str:
    return day.strftime("%d.%m.%Y")

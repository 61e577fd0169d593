"""The overview and the figures of the invented desk."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from invented_places import PLACES

from timebok_desktop.domain.codes import Status
from timebok_desktop.domain.phrases import Language
from timebok_desktop.domain.workflow import Action
from timebok_desktop.services.figure_views import DayFigures, Figures, RuleFigures, WaitFigures
from timebok_desktop.services.ports_reports import ReportDocument, ReportSection
from timebok_desktop.services.views import Overview

OVERVIEW = Overview(
    by_status={
        Status.RECEIVED: 28,
        Status.IN_REVIEW: 4,
        Status.AWAITING_INFORMATION: 3,
        Status.ON_HOLD: 1,
        Status.AWAITING_SECOND_APPROVAL: 2,
        Status.APPROVED: 6,
        Status.EXPORTED: 7,
        Status.ACKNOWLEDGED: 142,
        Status.REJECTED: 5,
    },
    by_outcome={"clear": 21, "warnings": 12, "stopped": 5},
    by_category={"Koronavaksine": 19, "Lab": 8, "Vaksine": 7, "Koronatest": 4},
    ages={"0": 9, "1": 11, "2": 7, "3-5": 9, "6-10": 1, "11+": 1},
    by_rule={
        "HER-OWNER": 7,
        "VENDOR-UNKNOWN": 6,
        "HER-INACTIVE": 3,
        "FORM-MISSING": 2,
        "DUPLICATE-ORDER": 1,
    },
    by_county={"Innlandet": 11, "Troms": 9, "Rogaland": 8, "Oslo": 6, "Vestland": 4},
    open_orders=38,
    oldest_open=date(2026, 11, 6),
    places=PLACES,
)

WAITS = (
    WaitFigures(None, None, 9, 2, 6),
    WaitFigures(None, "Koronavaksine", 6, 2, 6),
    WaitFigures(None, "Lab", 3, 1, 4),
    WaitFigures("Innlandet", None, 5, 3, 6),
    WaitFigures("Innlandet", "Koronavaksine", 5, 3, 6),
    WaitFigures("Oslo", None, 4, 1, 4),
    WaitFigures("Oslo", "Koronavaksine", 1, 1, 1),
    WaitFigures("Oslo", "Lab", 3, 1, 4),
)


class InventedFigures:
    """The part of the invented desk that counts."""

    asked_figures: list[tuple[date | None, date, str, str]]

    def figures(
        self, first: date | None, last: date, county: str = "", category: str = ""
    ) -> Figures:
        """Invented figures; what was asked for is kept."""
        self.asked_figures.append((first, last, county, category))
        return Figures(
            first=first or date(2026, 1, 5),
            last=last,
            days=(DayFigures(last, 12, 9, 4, 3),),
            received=12,
            approved_first=6,
            approved=5,
            rejected=4,
            requested=3,
            held=1,
            withdrawn=0,
            exported=4,
            acknowledged=3,
            failed=1,
            reasons={(Action.REJECT, "duplicate"): 4, (Action.REQUEST_INFORMATION, "form"): 3},
            by_caseworker={"anna": {Action.APPROVE: 6}},
            rules=(RuleFigures("HER-OWNER", 4, 3), RuleFigures("FORM-MISSING", 2, 0)),
            waits=WAITS,
        )

    def day_report_sheets(self, language: Language) -> ReportDocument:
        """A report with a section that has rows and one that has none."""
        title = {"nb": "Dagsrapport", "nn": "Dagsrapport (nynorsk)"}[language]
        rows = tuple((f"Linje <b>{number}</b>", str(number)) for number in range(90))
        return ReportDocument(
            language,
            title,
            "Oppdiktet.",
            "Timebok Desktop",
            (
                ReportSection("Dagen", ("Hva", "Bestillinger"), rows, "Ingen.", "Og 2 til."),
                ReportSection("Frister", ("Frist",), (), "Ingen."),
            ),
        )

    def save_day_report(self, path: Path, language: Language, *, replaces: bool = False) -> None:
        """Writes a file that says the language."""
        assert replaces or not path.exists()
        path.write_text(language)

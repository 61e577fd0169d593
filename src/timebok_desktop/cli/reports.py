"""`timebok report`: the figures of a day, and the report as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from timebok_desktop.cli.days import day_of
from timebok_desktop.cli.output import Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import UsageError
from timebok_desktop.services.day_report import DayReport


def report(session: Session) -> Answer:
    """`report [--day DATE] [--out FILE.pdf]`."""
    arguments = session.arguments
    day = day_of(arguments.day) if arguments.day else None
    if arguments.out is None:
        made, path = session.desk.day_report(day), None
    else:
        path = Path(arguments.out).absolute()
        if path.suffix.lower() != ".pdf":
            raise UsageError(
                "Rapporten lagres som PDF. Velg et filnavn som slutter på .pdf.",
                "Rapporten blir lagra som PDF. Vel eit filnamn som sluttar på .pdf.",
            )
        made = session.desk.save_day_report(path, session.language, day)
    document = _document(made, path)
    return Answer(document, _lines(document))


def _document(made: DayReport, path: Path | None) -> dict[str, Any]:
    figures, overview = made.figures, made.overview
    return {
        "day": made.day.isoformat(),
        "received": figures.received,
        "approved_first": figures.approved_first,
        "approved": figures.approved,
        "rejected": figures.rejected,
        "requested": figures.requested,
        "held": figures.held,
        "withdrawn": figures.withdrawn,
        "exported": figures.exported,
        "acknowledged": figures.acknowledged,
        "failed": figures.failed,
        "reasons": [
            {"action": action.value, "reason": code, "count": count}
            for (action, code), count in sorted(figures.reasons.items())
        ],
        "caseworkers": {
            user: {action.value: count for action, count in counts.items()}
            for user, counts in figures.by_caseworker.items()
        },
        "waiting": {
            "open": overview.open_orders,
            "ages": dict(overview.ages),
            "oldest": overview.oldest_open.isoformat() if overview.oldest_open else None,
        },
        "stopped_by": dict(made.stopped_by),
        "waited": [
            {
                "category": one.category,
                "orders": one.orders,
                "median": one.median,
                "ninetieth": one.ninetieth,
            }
            for one in figures.waits
            if one.county is None
        ],
        "deadlines": [
            {"reference": one.reference, "deadline": one.deadline.isoformat()}
            for one in made.deadlines
        ],
        "path": str(path) if path else None,
    }


def _lines(document: dict[str, Any]) -> list[str]:
    told = [f"{name}  {value}" for name, value in document.items() if isinstance(value, (int, str))]
    waiting = document["waiting"]
    return [*told, f"open  {waiting['open']}"]

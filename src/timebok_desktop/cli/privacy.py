"""`timebok retention run` and `timebok person export`."""

from __future__ import annotations

from dataclasses import asdict

from timebok_desktop.cli.output import Answer, columns
from timebok_desktop.cli.session import Session


def run_retention(session: Session) -> Answer:
    """`retention run [--dry-run]`."""
    dry_run = bool(session.arguments.dry_run)
    report = session.desk.retain(session.user, dry_run=dry_run)
    document = {**asdict(report), "dry_run": dry_run}
    return Answer(document, columns([(name, str(value)) for name, value in document.items()]))


def export_person(session: Session) -> Answer:
    """`person export TEXT`."""
    found = session.desk.about_person(session.arguments.text, session.user)
    rows = [(kind, str(len(records))) for kind, records in found.items()]
    return Answer({kind: list(records) for kind, records in found.items()}, columns(rows))

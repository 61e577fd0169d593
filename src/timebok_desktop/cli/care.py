"""`timebok init`, `tables ...`, `audit ...` and `store ...`."""

from __future__ import annotations

from pathlib import Path

from timebok_desktop.cli import documents
from timebok_desktop.cli.output import DONE, NEEDS_A_PERSON, Answer, columns
from timebok_desktop.cli.session import Session
from timebok_desktop.files.safe_csv import write_csv


def init(session: Session) -> Answer:
    """`init [--plain]`: an existing workspace stays as it is."""
    session.plain = bool(session.arguments.plain)
    workspace = session.office.workspace
    document = {"workspace": str(workspace.folder), "encrypted": workspace.is_encrypted}
    return Answer(document, [str(workspace.folder)])


def list_tables(session: Session) -> Answer:
    """`tables list`."""
    tables = [session.desk.table(name) for name in session.desk.table_names()]
    document = {
        "tables": [
            {
                "name": table.name,
                "title": table.title.text(session.language),
                "columns": list(table.columns),
                "rows": len(table.rows),
            }
            for table in tables
        ]
    }
    rows = [(t.name, str(len(t.rows)), t.title.text(session.language)) for t in tables]
    return Answer(document, columns(rows))


def export_table(session: Session) -> Answer:
    """`tables export NAME [FILE]`: to the file, else to stdout."""
    arguments = session.arguments
    table = session.desk.table(arguments.name)
    if arguments.file:
        target = Path(arguments.file).absolute()
        session.desk.export_table(arguments.name, target)
        document = {"name": table.name, "file": str(target), "rows": len(table.rows)}
        return Answer(document, [str(target)])
    written = write_csv([table.columns, *table.rows]).decode()
    document = {
        "name": table.name,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
    }
    return Answer(document, written.removesuffix("\r\n").split("\r\n"))


def import_table(session: Session) -> Answer:
    """`tables import NAME FILE`."""
    arguments = session.arguments
    table = session.desk.import_table(arguments.name, Path(arguments.file), session.user)
    return Answer(
        {"name": table.name, "rows": len(table.rows)}, [f"{table.name}: {len(table.rows)}"]
    )


def verify_audit(session: Session) -> Answer:
    """`audit verify`."""
    verdict = session.desk.verify_audit()
    document = {
        "events": verdict.events,
        "head": verdict.head,
        "intact": verdict.intact,
        "first_broken": verdict.first_broken,
    }
    lines = columns([(name, str(value)) for name, value in document.items()])
    return Answer(document, lines, DONE if verdict.intact else NEEDS_A_PERSON)


def list_audit(session: Session) -> Answer:
    """`audit list [--order REF]`."""
    reference = session.arguments.order or ""
    if reference:
        session.desk.case(reference, session.user)  # says so where there is no such order
    events = session.desk.audit_events(reference)
    rows = [
        (str(one.seq), one.at.isoformat(timespec="seconds"), one.by or "–", one.action, one.subject)
        for one in events
    ]
    return Answer({"events": [documents.event(one) for one in events]}, columns(rows))

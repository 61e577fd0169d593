"""`timebok registry ...` and `timebok configurations ...`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from timebok_desktop.cli import documents
from timebok_desktop.cli.orders import import_answer
from timebok_desktop.cli.output import DONE, NEEDS_A_PERSON, Answer, columns
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import UsageError
from timebok_desktop.domain.places import problem_in_words


def import_registry(session: Session) -> Answer:
    """`registry import FILE`."""
    arguments = session.arguments
    report = session.desk.import_registry(
        Path(arguments.file),
        session.user,
        moment_of(arguments.taken_at) if arguments.taken_at else None,
        accept_fewer=_asked_about_fewer(session),
        progress=session.progress("parter"),
    )
    problems = [documents.problem(found, session.language) for found in report.problems]
    taken = report.snapshot
    lines = [f"AR {taken.id}  {taken.taken_at.isoformat()}  {taken.parties}"]
    lines += [f"  {problem_in_words(found, session.language)}" for found in report.problems]
    document = {
        "snapshot": documents.snapshot(report.snapshot),
        "supplemented": report.supplemented,
        "problems": problems,
    }
    refused = any(found.refuses for found in report.problems)
    return Answer(document, lines, NEEDS_A_PERSON if refused else DONE)


def show_party(session: Session) -> Answer:
    """`registry show HERID`."""
    party = session.desk.party(session.arguments.her_id)
    document = documents.party(party)
    lines = columns([(name, str(value)) for name, value in document.items() if value])
    return Answer(document, lines)


def search(session: Session) -> Answer:
    """`registry search TEXT`."""
    parties = session.desk.search_parties(session.arguments.text, session.arguments.limit)
    rows = [
        (str(party.her_id), party.type.value, party.label, party.municipality_number)
        for party in parties
    ]
    return Answer({"parties": [documents.party(party) for party in parties]}, columns(rows))


def list_configurations(session: Session) -> Answer:
    """`configurations list`."""
    rows = session.desk.configurations(past=True)
    return _configurations([documents.configuration_row(row) for row in rows])


def show_configuration(session: Session) -> Answer:
    """`configurations show HERID CATEGORY`."""
    arguments = session.arguments
    rows = session.desk.configuration_history(arguments.her_id, arguments.category)
    return _configurations([documents.configuration_row(row) for row in rows])


def import_configurations(session: Session) -> Answer:
    """`configurations import FILE`."""
    report = session.desk.import_configurations(Path(session.arguments.file), session.user)
    return import_answer(session, report)


def _configurations(found: list[documents.Document]) -> Answer:
    rows = [
        (
            f"{one['municipality_number']} {one['municipality_name']}",
            str(one["her_id"]),
            one["category"],
            one["form"] or "–",
            one["order"] or "–",
            "●" if one["current"] else one["ended_reason"],
        )
        for one in found
    ]
    return Answer({"configurations": found}, columns(rows))


def _asked_about_fewer(session: Session) -> Callable[[int, int], bool]:
    def ask(new: int, old: int) -> bool:
        if session.arguments.accept_fewer:
            return True
        if not sys.stdin.isatty():
            return False
        question = {
            "nb": f"Uttrekket har langt færre parter enn det gjeldende: {new} mot {old}. "
            "Vil du bruke det? [j/N] ",
            "nn": f"Uttrekket har langt færre partar enn det gjeldande: {new} mot {old}. "
            "Vil du bruke det? [j/N] ",
        }
        sys.stderr.write(question[session.language])
        sys.stderr.flush()
        return sys.stdin.readline().strip().casefold() in {"j", "ja"}

    return ask


def moment_of(text: str) -> datetime:
    """A moment as typed; without a zone it is UTC. UsageError for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            "«{text}» er ikke et tidspunkt. Skriv det som 2026-11-23T08:00:00+01:00.",
            "«{text}» er ikkje eit tidspunkt. Skriv det som 2026-11-23T08:00:00+01:00.",
            text=text,
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

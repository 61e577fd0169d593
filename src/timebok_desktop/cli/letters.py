"""`timebok letters ...`: letters to the municipality, as proposed and as saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timebok_desktop.cli import correspondence_documents
from timebok_desktop.cli.days import day_of
from timebok_desktop.cli.output import Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.letter_kinds import LetterKind
from timebok_desktop.services.letter_views import ProposedLetter


def show_letter(session: Session) -> Answer:
    """`letters show REF`: nothing is saved."""
    proposed = _proposed(session)
    letter = proposed.letter
    lines = [letter.subject, "", letter.text]
    if letter.recipient:
        lines.insert(0, letter.recipient)
    notes = [proposed.blocked.text(session.language)] if proposed.blocked else []
    document = correspondence_documents.proposed_letter(proposed, session.language)
    return Answer(document, lines, notes=notes)


def save_letter(session: Session) -> Answer:
    """`letters save REF --out FILE`: as proposed, or with other words."""
    arguments = session.arguments
    letter = _proposed(session).letter
    if arguments.to is not None:
        letter = replace(letter, recipient=arguments.to)
    if arguments.subject is not None:
        letter = replace(letter, subject=arguments.subject)
    if arguments.text_file is not None:
        letter = replace(letter, text=_text_of(Path(arguments.text_file)))
    path = Path(arguments.out).absolute()
    saved = session.desk.save_letter(arguments.reference, letter, path, session.user)
    document = {
        "path": str(saved.path),
        "letter": correspondence_documents.letter(saved.record),
    }
    return Answer(document, [str(saved.path)], notes=session.plain_note())


def _proposed(session: Session) -> ProposedLetter:
    arguments = session.arguments
    return session.desk.letter(
        arguments.reference,
        session.user,
        LetterKind(arguments.kind) if arguments.kind else None,
        getattr(arguments, "language", None),
        day_of(arguments.deadline) if arguments.deadline else None,
        session.language,
    )


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "{path} er ikke UTF-8. Lagre filen som UTF-8.",
            "{path} er ikkje UTF-8. Lagre fila som UTF-8.",
            code="wrong-encoding",
            path=path,
        ) from error
    except OSError as error:
        raise UnreadableError(
            "{path} kan ikke leses ({why}). Kontroller at stien er riktig.",
            "{path} kan ikkje lesast ({why}). Kontroller at stien er rett.",
            code="cannot-read",
            path=path,
            why=error.strerror or "",
        ) from error

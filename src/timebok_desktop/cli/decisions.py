"""`timebok decide`: one decision, or a stream of them as JSON lines."""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from timebok_desktop.cli import documents
from timebok_desktop.cli.orders import pair
from timebok_desktop.cli.output import DONE, NEEDS_A_PERSON, Answer, document_text, say
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.codes import STATUS_WORDS
from timebok_desktop.domain.errors import RefusedError, UsageError
from timebok_desktop.domain.workflow import Action


class StreamedDecision(BaseModel):
    """One line of `decide --stream`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    reference: str
    action: str
    reason: str | None = None
    override: dict[str, str] | None = None
    by: str | None = None


def decide(session: Session) -> Answer:
    """`decide REF ACTION`, or `decide --stream`."""
    arguments = session.arguments
    if arguments.stream:
        if arguments.reference or arguments.action:
            raise UsageError(
                "«--stream» leser beslutninger fra standard inn og tar ingen referanse.",
                "«--stream» les avgjerder frå standard inn og tek ingen referanse.",
            )
        return _stream(session)
    if not arguments.reference or not arguments.action:
        raise UsageError(
            "Oppgi en referanse og en handling, for eksempel «timebok decide RTB-2026-000001 "
            "approve».",
            "Oppgi ein referanse og ei handling, til dømes «timebok decide RTB-2026-000001 "
            "approve».",
        )
    order, made = session.desk.decide(
        arguments.reference,
        Action(arguments.action),
        session.user,
        arguments.reason or "",
        dict(pair(text) for text in arguments.override or ()),
    )
    document = {
        "reference": order.reference,
        "status": order.status.value,
        "decision": documents.decision(made),
    }
    lines = [f"{order.reference}: {STATUS_WORDS[order.status].text(session.language)}"]
    return Answer(document, lines, notes=session.plain_note())


def _stream(session: Session) -> Answer:
    """A line out for each line in, written only after its decision is durable."""
    refused = 0
    sys.stderr.writelines(f"{note}\n" for note in session.plain_note())
    for line in sys.stdin:
        if not line.strip():
            continue
        answer = _streamed(session, line)
        refused += not answer["ok"]
        say(document_text(answer) + "\n")
    return Answer({}, code=NEEDS_A_PERSON if refused else DONE)


def _streamed(session: Session, line: str) -> dict[str, Any]:
    reference: str | None = None
    try:
        document = json.loads(line)
        reference = _reference_in(document)
        wanted = StreamedDecision.model_validate(document)
        order, _ = session.desk.decide(
            wanted.reference,
            Action(wanted.action),
            (wanted.by or "").strip() or session.user,
            wanted.reason or "",
            wanted.override or {},
        )
    except (ValidationError, ValueError, RecursionError) as error:
        return {
            "reference": reference,
            "ok": False,
            "status": None,
            "message": _unreadable(session, error),
        }
    except RefusedError as error:
        message = error.text(session.language)
        return {
            "reference": reference,
            "ok": False,
            "status": _status(session, reference),
            "message": message,
        }
    return {
        "reference": order.reference,
        "ok": True,
        "status": order.status.value,
        "message": STATUS_WORDS[order.status].text(session.language),
    }


def _reference_in(document: object) -> str | None:
    """What a line refers to, so that its refusal can be matched with it."""
    named = document.get("reference") if isinstance(document, dict) else None
    return named if isinstance(named, str) else None


def _status(session: Session, reference: str | None) -> str | None:
    try:
        return session.desk.case(reference or "", session.user).order.status.value
    except RefusedError:
        return None


def _unreadable(session: Session, error: Exception) -> str:
    start = (
        "Linjen er ikke en beslutning" if session.language == "nb" else "Linja er ikkje ei avgjerd"
    )
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{start}: {'.'.join(map(str, first['loc']))} ({first['type']})"
    return f"{start}."

"""Runs one command of the command line and says how it went by its exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from timebok_desktop.cli import open_window
from timebok_desktop.cli.arguments import Command, parser
from timebok_desktop.cli.noted import noted
from timebok_desktop.cli.opening import Opening
from timebok_desktop.cli.output import (
    COULD_NOT,
    NEEDS_A_PERSON,
    WRONG_USAGE,
    Answer,
    UnsaidError,
    document_text,
    for_terminal,
    print_answer,
    say,
)
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import RefusedError, TimebokError, UsageError
from timebok_desktop.files.machine_settings import MachineFile

_DEFECT = {
    "nb": "Det er en feil i programmet ({kind}). Ingenting halvferdig er lagret. Kjør på nytt med "
    "TIMEBOK_DEBUG=1 og send utskriften til dem som vedlikeholder programmet.",
    "nn": "Det er ein feil i programmet ({kind}). Ingenting halvferdig er lagra. Køyr på nytt med "
    "TIMEBOK_DEBUG=1 og send utskrifta til dei som held programmet ved like.",
}
_UNSAID = {
    "nb": "Kommandoen er utført, men svaret kunne ikke skrives ut ({why}). Frigjør plass eller "
    "skriv det et annet sted, og spør på nytt.",
    "nn": "Kommandoen er utført, men svaret kunne ikkje skrivast ut ({why}). Frigjer plass eller "
    "skriv det ein annan stad, og spør på nytt.",
}
_STOPPED = {"nb": "Avbrutt.", "nn": "Avbrote."}


def run(arguments: Sequence[str] | None, machine: MachineFile) -> int:
    """Run one command under what `machine` fixes; returns its exit code."""
    parsed = parser().parse_args(arguments)
    session = Session(parsed, machine)
    command: Command | None = getattr(parsed, "run", None)
    try:
        with noted(session) as ended:
            code = ended.code = _run(session, command)
    except BrokenPipeError:  # the reader of our output has gone
        _say_no_more()
        return COULD_NOT
    except UnsaidError as error:
        _say_no_more()
        return _failed(session, _UNSAID[session.language].format(why=error), COULD_NOT)
    except KeyboardInterrupt:
        return _failed(session, _STOPPED[session.language], COULD_NOT)
    except TimebokError as error:
        return _failed(session, error.text(session.language), exit_code(error))
    except Exception as error:  # noqa: BLE001 - the last line of defence: no traceback at a user
        if os.environ.get("TIMEBOK_DEBUG"):
            traceback.print_exc()
        told = _DEFECT[session.language].format(kind=type(error).__name__)
        return _failed(session, told, COULD_NOT)
    else:
        return code
    finally:
        session.close()


def _say_no_more() -> None:
    """What is still to be written out goes nowhere, or Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(session: Session, command: Command | None) -> int:
    if command is None:
        return _open_window(session)
    answer = command(session)
    session.back_up_if_due()
    if answer.document or answer.lines:
        print_answer(answer, as_json=session.as_json)
    if getattr(session.arguments, "open_window", False):
        return _open_window(session)
    return answer.code


def exit_code(error: TimebokError) -> int:
    """Which exit code an error means."""
    if isinstance(error, UsageError):
        return WRONG_USAGE
    return NEEDS_A_PERSON if isinstance(error, RefusedError) else COULD_NOT


def _failed(session: Session, message: str, code: int) -> int:
    with suppress(OSError):  # the exit code says it too
        sys.stderr.write(f"timebok: {for_terminal(message)}\n")
    if session.as_json:
        answer = Answer({"error": {"message": message, "code": code}})
        try:
            say(document_text(answer.document) + "\n")
        except (UnsaidError, BrokenPipeError):
            _say_no_more()
    return code


def _open_window(session: Session) -> int:
    files = tuple(Path(name).absolute() for name in getattr(session.arguments, "open_files", ()))
    opening = Opening(session.workspace, session.user, files)
    session.close()
    return open_window(opening, session.machine)

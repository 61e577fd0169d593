"""Notes every command that works on a workspace in the workspace's local log."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from timebok_desktop.cli.output import DONE
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import RefusedError, TimebokError, UsageError
from timebok_desktop.files.local_log import LocalLog
from timebok_desktop.files.workspace import workspace_in


@dataclass
class Ended:
    """How a command ended: its exit code, told by whoever runs it."""

    code: int = DONE


@contextmanager
def noted(session: Session) -> Iterator[Ended]:
    """Note what runs inside: its name, how long, and the kind of error that ended it."""
    begun, ended = time.monotonic(), Ended()
    try:
        yield ended
    except (RefusedError, UsageError) as error:
        _note(session, begun, f"refused ({type(error).__name__})")
        raise
    except BaseException as error:
        log = _log(session)
        if log is not None:
            log.failed(_name(session), time.monotonic() - begun, error)
        raise
    else:
        _note(session, begun, "done" if ended.code == DONE else "needs a person")


def _note(session: Session, begun: float, outcome: str) -> None:
    log = _log(session)
    if log is not None:
        log.ended(_name(session), time.monotonic() - begun, outcome)


def _log(session: Session) -> LocalLog | None:
    """None where the command has not asked for a workspace, or none could be made."""
    if not session.wanted:
        return None
    try:
        workspace = workspace_in(session.workspace)
    except TimebokError:
        return None
    return LocalLog(workspace.logs) if workspace.folder.is_dir() else None


def _name(session: Session) -> str:
    words = (getattr(session.arguments, word, None) for word in ("command", "subcommand"))
    return " ".join(word for word in words if word)

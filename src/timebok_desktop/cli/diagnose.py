"""`timebok diagnose`: what whoever helps needs to know, without personal data. Makes nothing."""

from __future__ import annotations

from timebok_desktop.bootstrap import diagnosed
from timebok_desktop.cli.output import Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.files.asking_qt import asked_qt
from timebok_desktop.files.machine_settings import MachineFile, workspace_folder
from timebok_desktop.files.system_user import system_user
from timebok_desktop.services.diagnosis import report_lines


def diagnose(session: Session) -> Answer:
    """`diagnose`."""
    try:
        folder = session.workspace
    except TimebokError:  # a broken file of the administrator's, or another place than it fixes
        folder = workspace_folder(getattr(session.arguments, "workspace", None), MachineFile(None))
    users = (session.user, system_user())
    report = diagnosed(folder, session.machine, users, asked_qt())
    return Answer(report, report_lines(report, session.language))

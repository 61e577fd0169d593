"""`timebok diagnose`: what whoever helps needs to know, without personal data. Makes nothing."""

from __future__ import annotations

from timebok_desktop.bootstrap import diagnosed
from timebok_desktop.cli.output import Answer
from timebok_desktop.cli.session import Session
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.files.asking_qt import asked_qt
from timebok_desktop.files.key_file import read_key_file
from timebok_desktop.files.keyrings import SystemKeyring
from timebok_desktop.files.machine_facts import within
from timebok_desktop.files.machine_settings import MachineFile, workspace_folder
from timebok_desktop.files.system_user import system_user
from timebok_desktop.files.workspace import Workspace, workspace_in
from timebok_desktop.services.diagnosis import report_lines
from timebok_desktop.unlocking import Unlocking

_PATIENCE = 5.0
"""Seconds for a keyring that may never answer, and a store that another program may hold."""


def diagnose(session: Session) -> Answer:
    """`diagnose`."""
    try:
        folder = session.workspace
    except TimebokError:  # a broken file of the administrator's, or another place than it fixes
        folder = workspace_folder(getattr(session.arguments, "workspace", None), MachineFile(None))
    users = (session.user, system_user())
    key = within(_PATIENCE, lambda: _store_key(workspace_in(folder)), None)
    report = diagnosed(folder, session.machine, users, asked_qt(), key)
    return Answer(report, report_lines(report, session.language))


def _store_key(workspace: Workspace) -> bytes | None:
    """The key of an encrypted store, where nobody has to be asked for it."""
    if not workspace.is_encrypted:
        return None
    unlocking = Unlocking(keyring=SystemKeyring(_PATIENCE))
    return unlocking.open(read_key_file(workspace.store_key), workspace).store[0]

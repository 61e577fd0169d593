"""What can be told of the program, the machine and the workspace without opening anything."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from typing import TypeVar
from zoneinfo import ZoneInfo

from timebok_desktop import __version__
from timebok_desktop.child_process import is_packed
from timebok_desktop.domain.errors import TimebokError
from timebok_desktop.files.keyrings import trusted_ring
from timebok_desktop.files.machine_settings import MachineFile
from timebok_desktop.files.network_share import is_on_network
from timebok_desktop.files.parts import part_versions
from timebok_desktop.files.settings_file import TomlSettings
from timebok_desktop.files.workspace import Workspace
from timebok_desktop.resource_folder import resource_folder
from timebok_desktop.services.diagnosis import Mask, Section

_T = TypeVar("_T")
_PATIENCE = 3.0
"""Seconds for what may never answer."""
_OURS = ("TIMEBOK_", "QT_", "LANG", "LC_", "TZ", "DISPLAY", "WAYLAND_", "XDG_SESSION_TYPE")


def program_facts(more: Mapping[str, str]) -> Section:
    """The versions of the program and of the parts it is made of, and `more` of them."""
    return {
        "version": __version__,
        "packed": is_packed(),
        "versions": {**more, **part_versions()},
    }


def machine_facts() -> Section:
    """The system and how it writes and counts time; not what the machine is called."""
    return {
        "system": _system(),
        "architecture": platform.machine(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "locale": ".".join(part or "–" for part in locale.getlocale()),
        "encoding": sys.getfilesystemencoding(),
        "time_zone": datetime.now().astimezone().strftime("%Z %z"),
        "knows_oslo": _knows_oslo(),
        "variables": tuple(sorted(name for name in os.environ if name.startswith(_OURS))),
    }


def path_facts(workspace: Workspace, machine: MachineFile, mask: Mask) -> Section:
    """Where everything is."""
    return {
        "workspace": mask(str(workspace.folder)),
        "settings_file": mask(str(workspace.settings)),
        "machine_file": mask(str(machine.path)),
        "logs": mask(str(workspace.logs)),
        "resources": mask(str(resource_folder())),
    }


def folder_facts(workspace: Workspace) -> Section:
    """The folder and the disk that the store is on."""
    existing = next(one for one in (workspace.folder, *workspace.folder.parents) if one.exists())
    backups = 0
    with suppress(OSError):
        backups = sum(1 for one in workspace.backups.iterdir() if one.is_file())
    free: int | None = None
    with suppress(OSError):
        free = shutil.disk_usage(existing).free
    return {
        "free_bytes": free,
        "network_share": within(_PATIENCE, lambda: is_on_network(workspace.folder), None),
        "writable": os.access(existing, os.W_OK),
        "backups": backups,
    }


def settings_facts(workspace: Workspace, machine: MachineFile) -> Section:
    """Which settings are not as they are shipped; not their values, among which are paths."""
    try:
        machine.fixed()
    except TimebokError:
        return {"machine_file": "broken"}
    try:
        origins = TomlSettings(workspace.settings, machine).origins()
    except (TimebokError, OSError):
        return {"settings_file": "broken"}
    return {
        "fixed": tuple(name for name, origin in origins.items() if origin == "administrator"),
        "changed": tuple(name for name, origin in origins.items() if origin == "workspace"),
    }


def keyring_facts() -> Section:
    """Which keyring the system offers, and whether it can be used; a silent one is not waited
    for.
    """
    return within(_PATIENCE, _keyring, {"backend": "no answer", "usable": False})


def within(seconds: float, ask: Callable[[], _T], otherwise: _T) -> _T:
    """What `ask` answers in time, else `otherwise`; it is left behind where it does not answer."""
    answers: list[_T] = []

    def work() -> None:
        with suppress(Exception):
            answers.append(ask())

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else otherwise


def _keyring() -> Section:
    trusted = trusted_ring()
    ring = import_module("keyring").get_keyring() if trusted is None else trusted
    name = f"{type(ring).__module__}.{type(ring).__qualname__}"
    return {"backend": name, "usable": trusted is not None}


def _system() -> str:
    with suppress(OSError, AttributeError):
        return str(platform.freedesktop_os_release()["PRETTY_NAME"])
    return f"{platform.system()} {platform.release()}"


def _knows_oslo() -> bool:
    try:
        return bool(ZoneInfo("Europe/Oslo"))
    except (LookupError, OSError, ValueError):
        return False

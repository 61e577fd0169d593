"""What the command line needs to open the window, and nothing else: it is loaded before the first
paint.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from timebok_desktop.files.machine_settings import MachineFile, machine_file, workspace_folder
from timebok_desktop.files.system_user import system_user

_NAMES = {"--workspace": "workspace", "--by": "by"}


class Opening(NamedTuple):
    """Which workspace to open, for whom, and with which files."""

    workspace: Path
    user: str
    files: tuple[Path, ...] = ()


def opening_of(arguments: Sequence[str], machine: MachineFile | None = None) -> Opening | None:
    """The opening that is asked for in its plain form; None for everything else. TimebokError
    where the administrator's settings do not allow it, or cannot be used.
    """
    named: dict[str, str] = {}
    opens = 0
    files: list[Path] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if word == "open":
            opens += 1
        elif name in _NAMES and (equals or rest):
            named[_NAMES[name]] = value if equals else rest.pop(0)
        elif opens and word and not word.startswith("-"):
            files.append(Path(word).absolute())
        else:
            return None
    if opens > 1 or any(not value or value.startswith("-") for value in named.values()):
        return None
    folder = workspace_folder(named.get("workspace"), machine_file(machine))
    return Opening(folder, caseworker(named.get("by")), tuple(files))


def caseworker(by: str | None) -> str:
    """The named caseworker, else the system's user."""
    return by.strip() if by and by.strip() else system_user()


def speak_utf8() -> None:
    """UTF-8 on every system. Other bytes are refused where they are read, not by a crash."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Half characters of file names come out as JSON and people can read them: \udcff.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")

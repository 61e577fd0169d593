"""The command line: every part of the main job without a window.

Opening the window takes a short way past the commands, which would have to be loaded first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from timebok_desktop.cli.opening import Opening, opening_of, speak_utf8
from timebok_desktop.domain.errors import TimebokError, UsageError
from timebok_desktop.files.machine_settings import MachineFile, machine_file

__all__ = ["desktop", "main"]

_WRONG_USAGE, _COULD_NOT = 2, 3


def main(arguments: Sequence[str] | None = None, machine: MachineFile | None = None) -> int:
    """Run one command; returns its exit code (0 done, 1 a person, 2 usage, 3 could not).

    `machine` is what an administrator has fixed, by default the machine's own file.
    """
    speak_utf8()
    machine = machine_file(machine)
    try:
        opening = opening_of(sys.argv[1:] if arguments is None else arguments, machine)
    except TimebokError as error:
        return refuse_window(error)
    if opening is not None:
        return open_window(opening, machine)
    from timebok_desktop.cli.run import run  # noqa: PLC0415 - the window can spare it

    return run(arguments, machine)


def desktop() -> int:
    """The program of the desktop's menu: `timebok open`, with what else was given."""
    return main(["open", *sys.argv[1:]])


def open_window(opening: Opening, machine: MachineFile) -> int:
    """The window, until it is closed."""
    # A machine without Qt's system libraries must still be able to run every other command.
    from timebok_desktop.app import run_window  # noqa: PLC0415

    return run_window(opening.workspace, opening.user, opening.files, machine)


def refuse_window(error: TimebokError) -> int:
    """Say why there is no window, where a window was asked for: on the screen too."""
    from timebok_desktop.app import say_refusal  # noqa: PLC0415 - see `open_window`

    say_refusal(error)
    return _WRONG_USAGE if isinstance(error, UsageError) else _COULD_NOT

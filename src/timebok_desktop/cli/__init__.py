"""The command line: every part of the main job without a window.

Opening the window takes a short way past the commands, which would have to be loaded first.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from timebok_desktop.cli.opening import Opening, opening_of, speak_utf8

__all__ = ["desktop", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code (0 done, 1 a person, 2 usage, 3 could not)."""
    speak_utf8()
    opening = opening_of(sys.argv[1:] if arguments is None else arguments)
    if opening is not None:
        return open_window(opening)
    from timebok_desktop.cli.run import run  # noqa: PLC0415 - the window can spare it

    return run(arguments)


def desktop() -> int:
    """The program of the desktop's menu: `timebok open`, with what else was given."""
    return main(["open", *sys.argv[1:]])


def open_window(opening: Opening) -> int:
    """The window, until it is closed."""
    # A machine without Qt's system libraries must still be able to run every other command.
    from timebok_desktop.app import run_window  # noqa: PLC0415

    return run_window(opening.workspace, opening.user, opening.files)

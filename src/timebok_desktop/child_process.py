"""How this program starts itself again for work that another process does better.

A packed program has no interpreter that could be given a module: it is its own interpreter, and a
first word of our own tells it that it is a child. Knows the standard library only, because it is
asked at every start of a packed program, before anything else is loaded.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

_CHILD = "--timebok-child"
_CONSOLE_PROGRAM = "timebok"

READ_ORDERS = "timebok_desktop.files.orders.reading_child"
PLACE_FILES = "timebok_desktop.files.package.placing"
LOOK_AT_SCREEN = "timebok_desktop.ui.screen_facts"

_BARE = frozenset({PLACE_FILES})
"""Modules that know the standard library only: they start without a look at what is installed."""


def is_packed() -> bool:
    """Whether this is the built program, which brings its own interpreter."""
    return bool(getattr(sys, "frozen", False))


def can_start() -> bool:
    """Whether it is known what would have to be started."""
    return bool(sys.executable)


def command(module: str, arguments: Sequence[str] = ()) -> list[str]:
    """What starts `module` in a process of its own."""
    if is_packed():
        return [str(_console_program()), _CHILD, module, *arguments]
    if module in _BARE:
        return [sys.executable, "-I", "-S", str(_file_of(module)), *arguments]
    return [sys.executable, "-m", module, *arguments]


def program(arguments: Sequence[str]) -> list[str]:
    """What starts the whole program anew, with these words of its command line."""
    if is_packed():
        return [str(_console_program()), *arguments]
    return [sys.executable, "-m", "timebok_desktop", *arguments]


def environment() -> dict[str, str]:
    """Ours, in which a child finds the program where this process does."""
    if is_packed():
        return dict(os.environ)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def run_as_child(arguments: Sequence[str]) -> bool:
    """Run the module that the arguments of a packed program name; False where they name none."""
    if len(arguments) < 2 or arguments[0] != _CHILD:  # noqa: PLR2004 - the word and the module
        return False
    module = arguments[1]
    if module not in (READ_ORDERS, PLACE_FILES, LOOK_AT_SCREEN):
        raise SystemExit(2)
    sys.argv = [module, *arguments[2:]]
    runpy.run_module(module, run_name="__main__")
    return True


def _console_program() -> Path:
    """The one with standard streams: a window's own program has none on Windows."""
    running = Path(sys.executable)
    beside = running.with_name(_CONSOLE_PROGRAM + running.suffix)
    return beside if beside.is_file() else running


def _file_of(module: str) -> Path:
    return Path(__file__).parent.joinpath(*module.split(".")[1:]).with_suffix(".py")

"""A report of our own faults that a caseworker can copy to us: places in the code, no data."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version

from timebok_desktop import __version__


@dataclass(frozen=True, slots=True)
class Defect:
    """What is known of a fault: the kind of exception and where it was raised."""

    kind: str
    report: str


def describe(error: BaseException) -> Defect:
    """A report without the exception's message and without values: those may be personal data."""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    kind = type(error).__name__
    lines = [
        f"timebok-desktop {__version__}, PySide6 {pyside_version}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}",
        kind,
        *places,
    ]
    return Defect(kind, "\n".join(lines))


def catch_the_rest(tell: Callable[[Defect], None]) -> None:
    """Have faults outside of jobs (in a slot of the window) told as well; the session goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            tell(describe(error.with_traceback(trace)))
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook

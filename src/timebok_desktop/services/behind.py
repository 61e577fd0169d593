"""What the window can tell of the program behind it, which it cannot find out by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from timebok_desktop.services.diagnosis import Report
from timebok_desktop.services.parts import Part


def _no_parts() -> tuple[Part, ...]:
    return ()


def _no_report(_screen: Mapping[str, Mapping[str, Any]]) -> Report:
    return {}


def _cannot_open(_other: str) -> bool:
    return False


class Behind(NamedTuple):
    """`parts` reads what the program is made of and `diagnose` all that can be told of it (given
    what Qt says); both take a moment. `licences` is the folder with all licences, where the
    program was installed with one. `open_beside` opens another window of the program, on a
    workspace of its own: "sample" is the sample world, "training" the training and
    "another-round" a new round of it; False where that could not be started.
    """

    parts: Callable[[], tuple[Part, ...]] = _no_parts
    diagnose: Callable[[Mapping[str, Mapping[str, Any]]], Report] = _no_report
    licences: Path | None = None
    open_beside: Callable[[str], bool] = _cannot_open

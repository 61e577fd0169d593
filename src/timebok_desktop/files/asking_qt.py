"""Asks Qt about fonts and screens in a process of its own, which may fail without ending ours."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from typing import Any

from timebok_desktop import child_process

_PATIENCE = 20
"""Seconds; a machine that starts Qt for the first time looks through all its fonts."""
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_FAILED: Mapping[str, Mapping[str, Any]] = {
    "versions": {},
    "fonts": {},
    "display": {"platform": "not started"},
}


def asked_qt() -> Mapping[str, Mapping[str, Any]]:
    """The sections `versions`, `fonts` and `display`; where Qt does not start on this screen, the
    fonts as they are without one.
    """
    found = _asked(None)
    if found is not None:
        return found
    without = _asked("offscreen")
    return _FAILED if without is None else {**without, "display": _FAILED["display"]}


def _asked(platform: str | None) -> Mapping[str, Mapping[str, Any]] | None:
    environment = child_process.environment()
    if platform:
        environment["QT_QPA_PLATFORM"] = platform
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            child_process.command(child_process.LOOK_AT_SCREEN),
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
            env=environment,
            creationflags=_NO_WINDOW,
        )
        told = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return {name: _as_facts(section) for name, section in told.items()}


def _as_facts(section: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in section.items()}

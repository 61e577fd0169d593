"""Who the operating system says is working."""

from __future__ import annotations

import getpass


def system_user() -> str:
    """The operating system's user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "ukjent"

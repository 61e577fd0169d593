"""The one date that everything bears that is built from the same sources."""

from __future__ import annotations

import os
import subprocess

from handing_out.project import ROOT

_BEFORE_ALL_COMMITS = 1_577_836_800
"""The first of January 2020, for sources without their history."""


def source_date() -> int:
    """Seconds since 1970: SOURCE_DATE_EPOCH where it is set, else the date of the last commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],  # noqa: S607 - whichever git it is
        capture_output=True,
        text=True,
        check=False,
    )
    said = asked.stdout.strip()
    return int(said) if said.isdigit() else _BEFORE_ALL_COMMITS

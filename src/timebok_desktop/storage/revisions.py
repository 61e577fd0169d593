"""The forms that a store may have."""

from __future__ import annotations

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
)
"""Every revision this program knows, oldest first."""
HEAD = REVISIONS[-1]
"""The revision that this program writes; the newest file in `migrations/versions`."""

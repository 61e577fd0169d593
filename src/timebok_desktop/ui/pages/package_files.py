"""How a package is told from a file of orders, by name alone: nothing is opened to find out."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = frozenset({".timebok-package", ".zip"})
_FOLDER_START = "timebok-export-"


def is_package(path: Path) -> bool:
    """Whether a file or folder bears the name of an export package."""
    return path.suffix.lower() in SUFFIXES or path.name.startswith(_FOLDER_START)

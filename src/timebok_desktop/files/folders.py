"""Folders and the names in them, made so that they outlive a loss of power.

A file that was synced is only safe when the folder that names it was synced too.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDERS_SYNC = os.name != "nt"
"""Windows cannot sync a folder, and syncs a file only through a handle that may write."""


def sync_folder(folder: str | Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if not FOLDERS_SYNC:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folders(folder: Path, mode: int = 0o777) -> None:
    """Make a folder, and those above it, where they are missing; their names are synced."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    folder.mkdir(mode, exist_ok=True)
    sync_folder(folder.parent)

"""Everything below a folder brought to the disk, with its errors told.

Syncing each file of a large package alone takes many times as long as writing it. Linux syncs a
file system as a whole and, since 5.8, tells of every write that failed meanwhile; elsewhere each
file is asked for its errors, which costs little where the system has synced everything before.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timebok_desktop.files import folders

_FEW_FILES = 100
"""With no more than these, other programs' unwritten data would cost more than it saves."""
_TELLS_ERRORS = (5, 8)
"""The version of Linux from which syncing a file system tells of failed writes."""


class WholeFileSystem:
    """The file system of a folder, held open from before the first write so that errors show."""

    def __init__(self, folder: Path) -> None:
        self._descriptor = os.open(folder, os.O_RDONLY) if folders.FOLDERS_SYNC else -1

    def close(self) -> None:
        """Let go of it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def sync(self) -> None:
        """Bring it to the disk; OSError where a write failed since this was opened."""
        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
        if syncfs(self._descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))


def can_sync_whole() -> bool:
    """Whether the system syncs a file system at once and tells of every failed write."""
    if sys.platform != "linux":
        return False
    version = re.match(r"(\d+)\.(\d+)", os.uname().release)
    return version is not None and (int(version[1]), int(version[2])) >= _TELLS_ERRORS


@contextmanager
def synced_tree(folder: Path, files: int, file_system: WholeFileSystem) -> Iterator[None]:
    """Sync the `files` below `folder`; what stands in the block is done meanwhile, or before."""
    if files > _FEW_FILES and can_sync_whole():
        with _meanwhile(file_system):
            yield
        return
    yield
    if files > _FEW_FILES and hasattr(os, "sync"):
        os.sync()
    _sync_each(folder)


def _sync_each(folder: Path) -> None:
    tree = list(os.walk(folder, topdown=False))
    files = [f"{root}{os.sep}{name}" for root, _, names in tree for name in names]
    for file in files:
        _sync_file(file)
    for root, _, _ in tree:
        folders.sync_folder(root)


@contextmanager
def _meanwhile(file_system: WholeFileSystem) -> Iterator[None]:
    failed: list[OSError] = []

    def sync() -> None:
        try:
            file_system.sync()
        except OSError as error:
            failed.append(error)

    thread = threading.Thread(target=sync)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if failed:
        raise failed[0]


def _sync_file(path: str | Path) -> None:
    descriptor = os.open(path, os.O_RDONLY if folders.FOLDERS_SYNC else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Whether a folder is on another machine: there a store's locks cannot be trusted."""

from __future__ import annotations

import sys
from pathlib import Path

# Not 9p: a virtual machine or a container sees its own disk by it.
_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "ceph", "fuse.ceph"),
        *("glusterfs", "fuse.glusterfs", "lustre", "beegfs", "davfs", "fuse.davfs2", "fuse.rclone"),
    }
)
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4


def is_on_network(folder: Path) -> bool | None:
    """None where the system does not tell."""
    if sys.platform == "win32":
        return _remote_drive(folder)
    return _by_mounts(folder.resolve(), _MOUNTS)


def _by_mounts(folder: Path, mounts: Path) -> bool | None:
    """By the kind of the file system that is mounted nearest above."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return None
    kinds = {}
    for line in lines:
        words = line.split(" ")
        place = words[1].replace("\\040", " ").replace("\\134", "\\")
        kinds[Path(place)] = words[2]
    nearest = next((one for one in (folder, *folder.parents) if one in kinds), None)
    return kinds[nearest] in _NETWORK if nearest else None


def _remote_drive(folder: Path) -> bool | None:  # pragma: no cover - on Windows alone
    if sys.platform != "win32":
        raise RuntimeError("only Windows has drives")
    import ctypes  # noqa: PLC0415 - on Windows alone

    anchor = folder.resolve().anchor
    return anchor.startswith("\\\\") or (
        ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
    )

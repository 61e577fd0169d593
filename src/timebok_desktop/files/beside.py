"""Opens another window of this program, as a process of its own on a workspace of its own.

What is tried out there never touches the workspace that it was opened from.
"""

from __future__ import annotations

import subprocess
import threading
from pathlib import Path

from timebok_desktop import child_process

_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_COMMANDS = {
    "sample": ("sample", "--open"),
    "training": ("train",),
    "another-round": ("train", "--again"),
}
"""By the name of what is opened: its command."""


def folder_beside(folder: Path, other: str) -> Path:
    """The folder of what is tried out from a workspace: beside it, never in it. A round of training
    stands in the folder of all rounds.
    """
    return folder.parent if other == "another-round" else folder.with_name(f"{folder.name}-{other}")


def start_beside(folder: Path, other: str, user: str) -> bool:
    """Start the other window; False where nothing could be started."""
    words = child_process.program(
        [*_COMMANDS[other], "--workspace", str(folder_beside(folder, other)), "--by", user]
    )
    try:
        _start(words)
    except OSError:
        return False
    return True


def _start(words: list[str]) -> threading.Thread:
    """It lives on when this window goes; who waits for it only takes note of its end."""
    running = subprocess.Popen(  # noqa: S603 - this program itself
        words,
        env=child_process.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_NO_CONSOLE,
    )
    waiting = threading.Thread(target=running.wait, daemon=True)
    waiting.start()
    return waiting

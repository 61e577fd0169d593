"""Watches and disturbs the system calls of a command, with strace.

A command is started stopped, strace is attached, then it goes on: only the command's own calls are
met, not those that load the program.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from soak.forked import Command, Ran, Server, kill_group

DATA = ("write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "fallocate")
NAMES = (
    *("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir"),
    *("mkdir", "mkdirat", "symlink", "symlinkat"),
)
MODES = ("chmod", "fchmod", "fchmodat")
SYNCS = ("fsync", "fdatasync", "syncfs", "sync_file_range")
WRITING = (*DATA, *NAMES, *MODES, *SYNCS)
"""The system calls that change what a disk holds."""

_ATTACH_SECONDS = 20.0


def why_not() -> str:
    """Why calls cannot be watched here; "" where they can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(
        ["strace", "-qq", "-o", os.devnull, "true"], check=False, capture_output=True
    )
    return "" if tried.returncode == 0 else "strace may not trace here"


def named(calls: Sequence[str]) -> str:
    """A set of calls as strace takes it; not every machine has each of them."""
    return ",".join(f"?{call}" for call in calls)


def traced(server: Server, command: Command, options: Sequence[str], log: Path) -> Ran:
    """Run a stopped command under strace with these options; its log goes to a file."""
    (child,) = server.begin(command)
    _wait_until(child, "State:\tT")
    tracer = subprocess.Popen(
        ["strace", "-f", "-qq", "-o", str(log), *options, "-p", str(child)],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _wait_until(child, "TracerPid:\t0", there=False)
    os.kill(child, signal.SIGCONT)
    (ran,) = server.end([command], [child])
    kill_group(child)  # what it started and left behind
    tracer.wait()
    return ran


def counted(server: Server, command: Command, calls: Sequence[str], log: Path) -> int:
    """How many of these calls a command makes by itself, in the thread that makes most."""
    traced(server, command, ["-e", f"trace={named(calls)}"], log)
    by_thread: dict[str, int] = {}
    for line in log.read_text("utf-8", "replace").splitlines():
        thread, _, rest = line.partition(" ")
        if "resumed>" not in rest and "(" in rest:
            by_thread[thread] = by_thread.get(thread, 0) + 1
    return max(by_thread.values(), default=0)


def disturbed(server: Server, command: Command, calls: Sequence[str], fault: str) -> Ran:
    """Run a command while a fault (`error=ENOSPC:when=3`) meets these calls."""
    meant = named(calls)
    options = ["-e", f"trace={meant}", "-e", f"inject={meant}:{fault}"]
    return traced(server, command, options, Path(os.devnull))


def _wait_until(child: int, line: str, *, there: bool = True) -> None:
    end = time.monotonic() + _ATTACH_SECONDS
    status = Path(f"/proc/{child}/status")
    while time.monotonic() < end:
        if (line + "\n" in _with_plain_state(status)) == there:
            return
        time.sleep(0.002)
    message = f"{line} did not come about"
    raise TimeoutError(message)


def _with_plain_state(status: Path) -> str:
    return "".join(f"{line.split(' (')[0]}\n" for line in status.read_text().splitlines())

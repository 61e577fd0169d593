"""Tries, as a process confined to reading, what such a process must not do; tells what it could."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from timebok_desktop.files.orders import confinement
from timebok_desktop.services.reading_limits import Allowance

MEBIBYTE = 2**20


def loaded() -> None:
    import wave  # noqa: F401, PLC0415 - a module that nobody has loaded


TRIED: dict[str, Callable[[], object]] = {
    "read": lambda: Path(__file__).read_bytes(),
    "write": lambda: Path(__file__).with_suffix(".out").write_bytes(b""),
    "listen": socket.socket,
    "connect": lambda: socket.create_connection(("127.0.0.1", 9), 1),
    "look up": lambda: socket.getaddrinfo("localhost", 9),
    "start": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
    "shell": lambda: os.system("true"),  # noqa: S605 - it must be refused
    "library": lambda: ctypes.CDLL(None),
    "import": loaded,
    "descriptor": lambda: os.dup(1),
    "pipe": os.pipe,
    "memory": lambda: bytearray(300 * MEBIBYTE),
    "grown": lambda: b" ".join([b"x"] * (300 * MEBIBYTE)),
}


def main() -> None:
    confinement.leave_network()
    confinement.confine()
    confinement.allow(Allowance(20, 256 * MEBIBYTE))
    could = []
    for name, attempt in TRIED.items():
        try:
            attempt()
        except (OSError, ImportError, MemoryError):
            continue
        could.append(name)
    print(could, threading.active_count())  # noqa: T201 - the answer to the parent


def spin(seconds: str) -> None:
    confinement.confine()
    confinement.allow(Allowance(float(seconds), 256 * MEBIBYTE))
    while True:
        pass


if __name__ == "__main__":
    spin(sys.argv[1]) if sys.argv[1:] else main()

"""What the process that reads strangers' files may do: compute, within limits, and nothing else.

The system enforces on Linux and macOS that it opens no file and no socket, writes none and starts
no program, since it may have no further file descriptors, and how long it computes for a file. On
Linux it also enforces the memory, and takes the network away where a user may do that. On Windows
a job object bounds memory, computing time and processes; files and sockets are refused there by
the program only, as an audit hook does everywhere. Neither stands for a file that takes the whole
process over on Windows.
"""

from __future__ import annotations

import contextlib
import importlib
import math
import os
import sys
import time

from timebok_desktop.services.reading_limits import MEBIBYTE, Allowance

if sys.platform == "win32":
    from timebok_desktop.files.orders import windows_job
else:
    import resource
    import signal

_MOST_MEMORY = 4096 * MEBIBYTE
_CODE = 256 * MEBIBYTE
"""Addresses that the program itself and its libraries take, beside the memory that it uses."""

_REFUSED = (
    *("open", "socket.", "subprocess.", "ctypes.", "os.exec", "os.fork", "os.posix_spawn"),
    *("os.spawn", "os.startfile", "os.system", "os.remove", "os.rename", "os.mkdir", "os.link"),
    *("os.symlink", "os.truncate", "os.listdir", "os.scandir", "winreg.", "webbrowser."),
)
_LATE_MODULES = (
    *(
        "email.parser",
        "email.generator",
        "email.iterators",
        "email.headerregistry",
        "email.contentmanager",
    ),
    *("email._header_value_parser", "quopri", "base64", "uuid", "linecache"),
)
_CODECS = (
    *("ascii", "latin_1", "utf_8", "utf_8_sig", "utf_7", "utf_16", "utf_16_le", "utf_16_be"),
    *("utf_32", "utf_32_le", "utf_32_be", "cp437", "cp850", "cp865", "cp1250", "cp1251", "cp1252"),
    *("cp1257", "iso8859_1", "iso8859_2", "iso8859_4", "iso8859_9", "iso8859_10", "iso8859_13"),
    *("iso8859_14", "iso8859_15", "mac_roman", "koi8_r", "idna", "punycode", "unicode_escape"),
    *("raw_unicode_escape", "aliases"),
)
"""What mails are written in here; other encodings are read as UTF-8 or Windows-1252."""


def leave_network() -> None:
    """Take the network away from this process, where a user may do that. Before any thread."""
    if sys.platform == "linux" and sys.version_info >= (3, 12):
        with contextlib.suppress(OSError):
            os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)


def confine() -> None:
    """Give up everything but computing, for good. What is needed must be loaded and started."""
    for name in (*_LATE_MODULES, *(f"encodings.{codec}" for codec in _CODECS)):
        importlib.import_module(name)
    for codec in _CODECS[:-1]:
        with contextlib.suppress(LookupError):
            "".encode(codec)
    sys.meta_path.clear()
    if sys.platform == "win32":
        windows_job.enter()
    else:
        for kind in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
            resource.setrlimit(kind, (0, 0))
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
        _limit_memory(_MOST_MEMORY, for_good=True)
    sys.addaudithook(_refuse)


def allow(allowance: Allowance) -> None:
    """What the next file may take. Beyond it the system ends the process, or has no memory."""
    used = time.process_time() + allowance.seconds
    if sys.platform == "win32":
        windows_job.allow(allowance.memory, used)
    else:
        _limit_memory(allowance.memory)
        signal.setitimer(signal.ITIMER_PROF, allowance.seconds)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used) + 1, most))


def rest() -> None:
    """The file has been read; waiting for the next one takes nothing."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, 0)


def _limit_memory(memory: int, *, for_good: bool = False) -> None:
    if sys.platform != "win32":
        for kind, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_AS, memory + _CODE)):
            _, hard = resource.getrlimit(kind)
            bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
            with contextlib.suppress(OSError, ValueError):  # macOS has limits that it refuses
                resource.setrlimit(kind, (bound, bound if for_good else hard))


def _refuse(event: str, _arguments: object) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(event)

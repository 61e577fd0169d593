"""A Debian 12 with nothing in it, in which what is handed out must run. Needs root and debootstrap.

The bare system is fetched once and kept below `.dev`; each root is a copy of it. Nothing of this
machine is seen from inside but its network, /proc and, for a window, the socket of a display.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from handing_out.project import ROOT

_KEPT = ROOT / ".dev" / "bare-root" / "bookworm"
_MIRROR = "http://deb.debian.org/debian"
_APT = ("apt-get", "-q", "-o", "APT::Sandbox::User=root", "-o", "Dpkg::Use-Pty=0", "-y")
USER = "anna"
HOME = Path("home", USER)


class Root:
    """One root; `run` runs in it as an ordinary user."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self, *words: object, as_root: bool = False, check: bool = True, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        done = subprocess.run(
            self.words(*words, as_root=as_root, **environment),
            capture_output=True,
            text=True,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{words}: {done.returncode}\n{done.stdout}\n{done.stderr}")
        return done

    def start(self, *words: object, **environment: str) -> subprocess.Popen[bytes]:
        """Start a command that goes on."""
        return subprocess.Popen(self.words(*words, as_root=False, **environment))

    def words(self, *words: object, as_root: bool, **environment: str) -> Sequence[str]:
        """The whole command, as this machine is told it."""
        home = "/root" if as_root else f"/{HOME}"
        settings = {"HOME": home, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
        named = [f"{name}={value}" for name, value in {**settings, **environment}.items()]
        who = () if as_root else ("setpriv", f"--reuid={USER}", f"--regid={USER}", "--clear-groups")
        change = ("chroot", str(self.folder), *who, "env", "-i", "-C", home, *named)
        return [*change, *(str(word) for word in words)]

    def apt(self, *words: object) -> None:
        """Let the system's package manager do something."""
        self.run(*_APT, *words, as_root=True, DEBIAN_FRONTEND="noninteractive")

    def put(self, path: Path, place: str = "tmp") -> str:
        """Copy a file in; where it lies there."""
        shutil.copy(path, self.folder / place)
        return f"/{place}/{path.name}"


def fetch() -> Path:
    """The bare system, fetched where it is not there yet."""
    if not (_KEPT / "done").is_file():
        shutil.rmtree(_KEPT, ignore_errors=True)
        _KEPT.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["debootstrap", "--variant=minbase", "bookworm", str(_KEPT / "root"), _MIRROR],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (_KEPT / "done").touch()
    return _KEPT / "root"


@contextmanager
def opened(folder: Path) -> Iterator[Root]:
    """A copy of the bare system in `folder`, with a user, gone afterwards."""
    subprocess.run(["cp", "-a", str(fetch()), str(folder)], check=True)
    root = Root(folder)
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    display = folder / "tmp" / ".X11-unix"
    display.mkdir()
    Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
    mounted = [folder / "proc", display]
    subprocess.run(["mount", "-t", "proc", "proc", str(mounted[0])], check=True)
    subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(display)], check=True)
    try:
        root.run("useradd", "--create-home", USER, as_root=True)
        root.run(*_APT, "update", as_root=True)
        yield root
    finally:
        for place in mounted:
            subprocess.run(["umount", "--lazy", str(place)], check=False)
        if not os.environ.get("TIMEBOK_KEEP_ROOT"):
            shutil.rmtree(folder, ignore_errors=True)

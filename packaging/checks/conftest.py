"""For the checks of what is handed out: what was built, and a bare system to try it in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bare_root import Root, opened

from handing_out import project

PICTURES = project.DIST / "pictures"
_DISPLAY = ":97"
_SIZE = "1440x900x24"
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv[:1])
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


@pytest.fixture(scope="session")
def package() -> Path:
    """The Debian package of this version."""
    (found,) = project.DIST.glob(f"{project.PROJECT}_{project.version()}_*.deb")
    return found


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Root]:
    """A system that nothing of ours was ever in."""
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        pytest.fail("this needs root and debootstrap")
    with opened(tmp_path_factory.mktemp("bare") / "root") as root:
        yield root


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, package: Path) -> Iterator[Root]:
    """A system with the package, and with nothing but what the package depends on."""
    with opened(tmp_path_factory.mktemp("installed") / "root") as root:
        root.apt("install", "--no-install-recommends", root.put(package))
        yield root


class Display:
    """A screen without a monitor, and what is seen on it."""

    name = _DISPLAY

    def picture(self, name: str) -> Path:
        """What the screen shows now."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        grab = [sys.executable, "-c", _GRAB, str(path)]
        environment = {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run(grab, check=True, env=environment)
        return path

    def keys(self, *names: str) -> None:
        """Press keys."""
        self._xdotool("key", *names)

    def wait_for(self, title: str) -> None:
        """Wait until a window with this title stands there and has come to rest."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", title)
        time.sleep(4)  # it is furnished after its first paint, and nothing outside tells when

    def _xdotool(self, *words: str) -> None:
        environment = {**os.environ, "DISPLAY": self.name}
        subprocess.run(["xdotool", *words], check=True, env=environment, timeout=60)


@pytest.fixture(scope="session")
def display() -> Iterator[Display]:
    """The screen."""
    server = ["Xvfb", _DISPLAY, "-screen", "0", _SIZE, "-noreset", "-ac"]
    with subprocess.Popen(server, stderr=subprocess.DEVNULL) as running:
        time.sleep(1)
        yield Display()
        running.terminate()

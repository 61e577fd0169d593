"""For all tests: the window is painted off screen, property tests are not timed, and nobody's own
keyring is touched.
"""

import os
import shlex
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("TIMEBOK_PASSPHRASE_FILE", None)
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

PACKED = """#!/bin/sh
PYTHONPATH={paths} exec {python} -c '
import sys
from timebok_desktop.child_process import run_as_child
sys.exit(not run_as_child(sys.argv[1:]))
' "$@"
"""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """What a test has closed is gone before the next one: Qt keeps it until an event loop runs, and
    polishes it with every change of looks until then. A window that is left open would catch the
    mouse of the tests that follow."""
    yield
    if core := sys.modules.get("PySide6.QtCore"):
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets and widgets.QApplication.instance():
        left = [one for one in widgets.QApplication.topLevelWidgets() if one.isVisible()]
        assert left == [], "a window was left open"


@pytest.fixture
def packed_program(tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> Path:
    """What stands in for a built program: it can start its own children and nothing else."""
    if os.name == "nt":
        pytest.skip("a script is no program on Windows")
    program = tmp_path_factory.mktemp("packed") / "timebok"
    words = {"paths": os.pathsep.join(sys.path), "python": sys.executable}
    program.write_text(PACKED.format(**{name: shlex.quote(text) for name, text in words.items()}))
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program

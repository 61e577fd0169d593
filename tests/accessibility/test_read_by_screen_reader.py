"""The real window on a real display, read through AT-SPI as Orca reads it.

`screen_reader.py` does the reading in a session of its own: a screen without a monitor, a bus, the
registry of assistive technology and the program. `./dev test` installs what that takes.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

READER = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
TOOLS = ("Xvfb", "xdotool", "dbus-run-session", SYSTEM_PYTHON)
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SEARCHED = "Koronavaksine"
OUTCOMES = {"clear": "Klar", "warnings": "Advarsel", "stopped": "Stoppet"}


def missing() -> str:
    """What this machine lacks to be read aloud."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is of Linux"
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not lacking and subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], check=False).returncode:
        lacking = ["gir1.2-atspi-2.0", "python3-gi"]
    return f"missing here: {', '.join(lacking)}" if lacking else ""


def timebok(*words: str) -> Any:
    """Run the program; its document."""
    command = [sys.executable, "-m", "timebok_desktop", *words, "--json", "--by", "anna"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen without a monitor, under a number that was free."""
    if lacking := missing():
        pytest.skip(lacking)
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        with os.fdopen(reads) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample world."""
    folder = tmp_path_factory.mktemp("read-aloud") / "workspace"
    timebok("sample", "--workspace", str(folder))
    return folder


@pytest.fixture(scope="module")
def orders(workspace: Path) -> dict[str, Any]:
    """The orders by reference, as they were before the window opened."""
    listed = timebok("orders", "list", "--limit", "100", "--workspace", str(workspace))
    return {order["reference"]: order for order in listed["orders"]}


@pytest.fixture(scope="module")
def clear(orders: dict[str, Any]) -> str:
    """An order that can be approved as it is."""
    return next(name for name, order in orders.items() if order["outcome"] == "clear")


@pytest.fixture(scope="module")
def hits(workspace: Path) -> str:
    """How many orders the search finds."""
    found = timebok("orders", "list", "--search", SEARCHED, "--workspace", str(workspace))
    return str(found["total"])


@pytest.fixture(scope="module")
def read(display: str, workspace: Path, hits: str, clear: str) -> Any:
    """All that the reader was told."""
    program = [sys.executable, "-m", "timebok_desktop", "open", "--workspace", str(workspace)]
    program += ["--language", "nb", "--by", "anna"]
    reader = ["dbus-run-session", "--", SYSTEM_PYTHON, str(READER), clear, SEARCHED, hits]
    reader += program
    runtime = workspace.parent / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    environment.pop("AT_SPI_BUS_ADDRESS", None)
    out, said = workspace.parent / "told.json", workspace.parent / "said.txt"
    with out.open("wb") as told, said.open("wb") as errors:
        session = subprocess.Popen(
            reader, stdout=told, stderr=errors, env=environment, start_new_session=True
        )
        try:
            code = session.wait(timeout=240)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(session.pid, signal.SIGKILL)
            session.wait()
    assert code == 0, said.read_text(errors="replace")[-3000:]
    return json.loads(out.read_text().splitlines()[-1])  # the registry speaks first


def test_that_everything_usable_on_every_page_is_read_with_a_name(read: Any) -> None:
    assert len(read["pages"]) == 7
    assert [page["nameless"] for page in read["pages"].values() if page["nameless"]] == []


def test_that_a_row_of_the_orders_is_read_as_one_sentence(read: Any, orders: Any) -> None:
    assert len(read["rows"]) > 1
    for said in read["rows"]:
        order = next(one for name, one in orders.items() if name in said)
        place = f"{order['municipality_number']} {order['municipality_name']}"
        wanted = [OUTCOMES[order["outcome"]], "Ny", place, order["category"]]
        assert [one for one in wanted if one not in said] == []
        assert "alder" in said or "frist" in said


def test_that_down_is_told_as_another_row(read: Any) -> None:
    first, second = read["stepped"]
    assert first != second


def test_that_the_number_of_hits_is_announced(read: Any, hits: str) -> None:
    assert f"{hits} bestillinger" in read["searched"]


def test_that_an_order_is_approved_by_the_action_of_its_button(
    read: Any, workspace: Path, clear: str
) -> None:
    assert ", Ny, " in read["approved"]["before"]
    assert ", Ny, " not in read["approved"]["after"]
    listed = timebok("orders", "list", "--limit", "100", "--workspace", str(workspace))
    status = {order["reference"]: order["status"] for order in listed["orders"]}
    assert status.get(clear) != "received"

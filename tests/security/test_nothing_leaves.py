"""No connection is opened and no name is looked up, by a whole day at the command line or by the
window; and every search pattern is one of ours.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "timebok_desktop"
WATCHED = """
import sys
tried = []
def watch(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
                 "socket.sendto", "urllib.Request"):
        tried.append((event, repr(details[1:])))
sys.addaudithook(watch)
"""
DAY = """
from timebok_desktop.cli import main
code = main(["demo", "--out", sys.argv[1], "--json"])
"""
WINDOW = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from timebok_desktop.app import create_window
application = QApplication([])
window = create_window(Path(sys.argv[1]) / "workspace", "kari")
window.show()
for key in ("registry", "configurations", "exports", "overview", "log", "settings", "orders"):
    window.show_page(key)
    for _ in range(20):
        application.processEvents()
window.close()
code = 0
"""
END = """
local = ("/", "b'/", "'/", "b'\\\\x00", "'\\\\x00")  # a socket of the machine itself has a path
outside = [one for one in tried if not any(mark in one[1] for mark in local)]
sys.stderr.write("OUTSIDE " + repr(outside) + "\\n")
raise SystemExit(code or (9 if outside else 0))
"""
_OURS_ALL_THE_SAME = {
    ("services/diagnosis.py", "name"): "made by re.escape two lines above",
    (
        "files/orders/workbook_guard.py",
        """b'<c r="[A-Z]+[0-9]{%d}' % digits""",
    ): "digits are numbers of our own",
}
"""Patterns that are put together, and why they are ours all the same."""
_COMPILERS = {"compile", "match", "search", "fullmatch", "sub", "findall", "finditer", "split"}


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, "-c", WATCHED + program + END, str(folder)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=300,
        check=False,
    )


def test_that_no_connection_is_opened(tmp_path: Path) -> None:
    """Neither by the main job at the command line nor by the window over what it left."""
    for program in (DAY, WINDOW):
        ended = run(program, tmp_path / "demo")
        assert ended.returncode == 0, ended.stderr
        assert "OUTSIDE []" in ended.stderr


def test_that_a_connection_would_be_seen(tmp_path: Path) -> None:
    ended = run("import socket\nsocket.getaddrinfo('localhost', 80)\ncode = 0", tmp_path)
    assert (ended.returncode, "getaddrinfo" in ended.stderr) == (9, True)


def is_written(pattern: ast.expr) -> bool:
    """Whether a pattern stands in the code, or is put together from constants and escaped texts."""
    if isinstance(pattern, ast.JoinedStr):
        return all(
            is_written(one.value) for one in pattern.values if isinstance(one, ast.FormattedValue)
        )
    if isinstance(pattern, ast.BinOp) and isinstance(pattern.op, ast.Add):
        return is_written(pattern.left) and is_written(pattern.right)
    text = ast.unparse(pattern)
    constant = isinstance(pattern, ast.Constant) or text.isupper()
    return constant or text.startswith("re.escape(")


def test_that_every_search_pattern_is_written_in_the_code_or_escaped() -> None:
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner, name = ast.unparse(node.func.value), node.func.attr
                if owner == "re" and name in _COMPILERS and not is_written(node.args[0]):
                    found.add((path.relative_to(SOURCES).as_posix(), ast.unparse(node.args[0])))
    assert found == set(_OURS_ALL_THE_SAME)


def test_that_there_are_no_logs_but_the_two() -> None:
    handlers = []
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [one.name for one in node.names] + [getattr(node, "module", "") or ""]
                if any(name.split(".")[0] in ("logging", "syslog") for name in names):
                    handlers.append(path.relative_to(SOURCES).as_posix())
    assert set(handlers) == {"files/local_log.py"}

"""The installed program on a system without Python: main job, large files, window, documents."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from bare_root import HOME, Root

from conftest import Display
from handing_out.project import PACKAGE_TYPE, PROJECT

PROGRAM = Path("usr", "lib", PROJECT)


def told(root: Root, *words: object, code: int = 0) -> Any:
    """What a command of the program tells."""
    done = root.run("timebok", *words, "--json", check=False)
    assert done.returncode == code, done.stderr + done.stdout
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def demo(installed: Root) -> Any:
    return told(installed, "demo", "--out", "demo")


def test_that_there_is_no_python_but_ours(installed: Root) -> None:
    found = installed.run(
        *("find", "/", "-xdev", "-name", "python3*", "-type", "f", "-perm", "/111"), as_root=True
    )
    ours = f"/{PROGRAM}/"
    assert [line for line in found.stdout.splitlines() if not line.startswith(ours)] == []


def test_that_the_demonstration_does_the_main_job(installed: Root, demo: Any) -> None:
    outcomes = {step["step"]: step["outcome"] for step in demo["steps"]}
    assert outcomes["package verify"] == "gyldig"
    checked = told(
        *(installed, "package", "verify", demo["package"], "--trust", demo["trust"]),
        *("--workspace", demo["workspace"]),
    )
    assert checked["valid"]


def test_that_the_main_job_is_done_step_by_step(installed: Root, demo: Any) -> None:
    world = Path(demo["trust"]).parent / "world"
    place = ("--workspace", "steps")
    told(installed, "init", "--plain", *place)
    _import_world(installed, world, *place)
    told(installed, "orders", "import", world / "orders", *place)
    told(installed, "verify", "--all", *place, code=1)
    clear = [
        one["reference"]
        for one in told(installed, "orders", "list", *place)["orders"]
        if one["outcome"] == "clear"
    ]
    assert clear
    for user in ("anna", "kari"):
        decided = told(installed, "decide", clear[0], "approve", "--by", user, *place)
    assert decided["status"] == "approved"
    made = told(installed, "export", "--out", "out", *place)
    assert made["configurations"] == 1
    assert told(installed, "package", "verify", made["package"], *place)["valid"]


def test_that_a_large_file_is_read_and_a_large_package_written_by_children(
    installed: Root,
) -> None:
    sizes = ("--orders", 12_000, "--parties", 8_000, "--seed", 7)
    formats = ("--order-format", "json-list", "--per-file", 12_000)
    told(installed, "synthesize", "--out", "large", *sizes, *formats)
    place = ("--workspace", "many")
    told(installed, "init", "--plain", *place)
    large = installed.folder / HOME / "large"
    _import_world(installed, Path("/", HOME, "large"), *place)
    biggest = max((large / "orders").rglob("*"), key=lambda one: one.stat().st_size)
    assert biggest.stat().st_size > 2 * 1024 * 1024
    read = installed.run(
        *("timebok", "orders", "import", _inside(installed, biggest), "--json", *place),
        check=False,
    )
    assert json.loads(read.stdout)["accepted"] > 10_000
    told(installed, "verify", "--all", *place, code=1)
    clear: list[str] = []
    after: tuple[object, ...] = ()
    while len(clear) < 2_100:
        page = told(installed, "orders", "list", "--limit", 5000, *after, *place)
        clear += [one["reference"] for one in page["orders"] if one["outcome"] == "clear"]
        if not page["next"]:
            break
        after = ("--after", page["next"])
    clear = clear[:2_100]  # two files each, and from 4,000 files on another process writes them
    lines = "".join(
        json.dumps({"reference": reference, "action": "approve", "by": user}) + "\n"
        for user in ("anna", "kari")
        for reference in clear
    )
    (installed.folder / "tmp" / "decisions").write_text(lines)
    installed.run(
        *("sh", "-c", "timebok decide --stream --workspace many < /tmp/decisions > answers"),
        check=False,
    )
    made = told(installed, "export", "--out", "large-out", *place)
    package = installed.folder / Path(made["package"]).relative_to("/")
    assert len(list((package / "data").rglob("*.json"))) > 4_000
    assert told(installed, "package", "verify", made["package"], *place)["valid"]


def _import_world(root: Root, world: Path, *place: str) -> None:
    """The tables and the registry of a world that the program has made."""
    for table in root.run("ls", world / "tables").stdout.split():
        told(root, "tables", "import", Path(table).stem, world / "tables" / table, *place)
    (registry,) = root.run("ls", world / "registry").stdout.split()
    told(root, "registry", "import", world / "registry" / registry, *place)


def _inside(root: Root, path: Path) -> str:
    return f"/{path.relative_to(root.folder)}"


def test_that_letters_can_be_typeset(installed: Root, demo: Any) -> None:
    """Their library brings fonts and a typesetter of its own along."""
    place = ("--workspace", demo["workspace"])
    orders = told(installed, "orders", "list", *place)["orders"]
    stopped = next(one["reference"] for one in orders if one["outcome"] == "stopped")
    done = installed.run(
        *("timebok", "letters", "save", stopped, "--out", "letter.pdf", *place), check=False
    )
    assert done.returncode == 0, done.stderr
    letter = installed.folder / HOME / "letter.pdf"
    assert letter.read_bytes().startswith(b"%PDF")


def test_that_a_workspace_can_be_encrypted(installed: Root) -> None:
    secret = installed.folder / HOME / "secret"
    secret.write_text("en setning som ingen gjetter\n")
    installed.run("chown", "anna:", f"/{HOME}/secret", as_root=True)
    named = {"TIMEBOK_PASSPHRASE_FILE": f"/{HOME}/secret"}
    made = installed.run("timebok", "init", "--workspace", "closed", "--json", **named)
    assert json.loads(made.stdout)["encrypted"] is True
    assert installed.run("timebok", "store", "check", "--workspace", "closed", **named)
    store = installed.folder / HOME / "closed" / "store.sqlite3"
    assert not store.read_bytes().startswith(b"SQLite format 3")
    refused = installed.run("timebok", "orders", "list", "--workspace", "closed", check=False)
    assert refused.returncode == 3
    assert "TIMEBOK_PASSPHRASE_FILE" in refused.stderr


def test_that_the_window_shows_the_queue(installed: Root, demo: Any, display: Display) -> None:
    window = installed.start(
        *("timebok-desktop", "--workspace", demo["workspace"], "--by", "anna"),
        DISPLAY=display.name,
    )
    try:
        display.wait_for("Timebok")
        assert _loaded(window.pid, "libqxcb.so")
        display.picture("window-orders")
        display.keys("ctrl+4")
        display.picture("window-another-page")
    finally:
        window.terminate()
        window.wait()


def test_that_a_package_opens_on_its_verification(
    installed: Root, demo: Any, display: Display
) -> None:
    source = installed.folder / Path(demo["package"]).relative_to("/")
    archive = shutil.make_archive(
        str(installed.folder / "tmp" / "pakke"), "zip", source.parent, source.name
    )
    package = Path(archive).rename(Path(archive).with_suffix(".timebok-package"))
    window = installed.start(
        *("timebok-desktop", _inside(installed, package), "--workspace", demo["workspace"]),
        DISPLAY=display.name,
    )
    try:
        display.wait_for("Timebok")
        display.picture("window-package")
        second = installed.run(
            *("timebok", "open", "--workspace", demo["workspace"]), DISPLAY=display.name
        )
        assert second.returncode == 0
    finally:
        window.terminate()
        window.wait()


def _loaded(process: int, library: str) -> bool:
    return library in Path(f"/proc/{process}/maps").read_text()


def test_that_a_replaced_qt_is_loaded(installed: Root, demo: Any, display: Display) -> None:
    """What the LGPL asks for: a library that somebody has changed takes the place of ours."""
    library = installed.folder / PROGRAM / "_internal/PySide6/Qt/lib/libQt6Widgets.so.6"
    kept = library.read_bytes()
    known, changed = b"Qt is a C++ toolkit", b"Qt IS A CHANGED ONE"
    if known not in kept:
        known, changed = (word.decode().encode("utf-16-le") for word in (known, changed))
    assert known in kept
    library.write_bytes(kept.replace(known, changed))
    window = installed.start(
        *("timebok-desktop", "--workspace", demo["workspace"]), DISPLAY=display.name
    )
    try:
        display.wait_for("Timebok")
        assert _loaded(window.pid, f"{PROGRAM}/_internal/PySide6/Qt/lib/libQt6Widgets.so.6")
        assert changed in _read_memory(window.pid, "libQt6Widgets.so.6")
    finally:
        window.terminate()
        window.wait()
        library.write_bytes(kept)


def _read_memory(process: int, library: str) -> bytes:
    """What a process has of a library in its memory, where it only reads."""
    content = b""
    with Path(f"/proc/{process}/mem").open("rb") as memory:
        for line in Path(f"/proc/{process}/maps").read_text().splitlines():
            if library in line and " r--p " in line:
                start, end = (int(part, 16) for part in line.split()[0].split("-"))
                memory.seek(start)
                content += memory.read(end - start)
    return content


def test_that_the_desktop_knows_the_package_and_claims_no_order_file(installed: Root) -> None:
    installed.apt(
        *("install", "--no-install-recommends", "desktop-file-utils", "shared-mime-info"),
        *("libglib2.0-bin", "man-db"),
    )
    kind = installed.run("gio", "mime", PACKAGE_TYPE).stdout
    assert f"{PROJECT}.desktop" in kind.splitlines()[0]
    (installed.folder / HOME / "a.timebok-package").write_bytes(b"PK\x03\x04")
    seen = installed.run("gio", "info", "-a", "standard::content-type", "a.timebok-package")
    assert PACKAGE_TYPE in seen.stdout
    spreadsheet = (
        "[Desktop Entry]\nType=Application\nName=Regneark\nExec=true %F\nMimeType=text/csv;\n"
    )
    applications = installed.folder / "usr/share/applications"
    (applications / "libreoffice-calc.desktop").write_text(spreadsheet)
    installed.run("update-desktop-database", as_root=True)
    assert "libreoffice-calc" in installed.run("gio", "mime", "text/csv").stdout.splitlines()[0]
    assert PROJECT not in installed.run("gio", "mime", "application/json").stdout


def test_that_the_manual_can_be_read(installed: Root) -> None:
    page = installed.folder / "usr/share/man/nb/man1/timebok.1.gz"
    assert page.is_file()
    shown = installed.run("man", "-l", "/usr/share/man/man1/timebok.1.gz")
    assert "EXIT STATUS" in shown.stdout

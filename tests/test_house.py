"""The habits of the house that no other tool checks."""

from __future__ import annotations

import ast
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import timebok_desktop

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "timebok_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
OURS = [*MODULES, *TESTS, *sorted((ROOT / "tools").glob("*.py")), ROOT / "hatch_build.py"]
LONGEST = 400
QT = "PySide6-Essentials>=6.11,<6.12"

# Written in parts, so that this file does not find itself.
HOMES = "|".join(("home", "Users", "root", "work"))
MACHINE_PATH = re.compile(r"(?<![\w.}/-])(?:[A-Za-z]:\\Users|/(?:" + HOMES + r"))[/\\]\w")


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prints(path: Path) -> list[str]:
    return [
        f"{place(path)}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]


def is_cli(path: Path) -> bool:
    return path.relative_to(PACKAGE).parts[0] in ("cli", "cli.py")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every text file that goes into the repository; sources only where there is no git."""
    listing = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        return OURS
    names = listing.stdout.decode("utf-8").split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from this tree, without any network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_that_a_module_says_what_it_is_for() -> None:
    silent = [
        place(path) for path in OURS if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_that_a_module_can_be_read_in_one_sitting() -> None:
    lengths = {place(path): len(path.read_text("utf-8").splitlines()) for path in OURS}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_that_only_the_command_line_prints() -> None:
    assert [line for path in MODULES if not is_cli(path) for line in prints(path)] == []


def test_that_test_folders_are_no_packages_and_their_files_have_names_of_their_own() -> None:
    names = [path.name for path in TESTS if path.name != "conftest.py"]
    assert "__init__.py" not in names
    assert len(names) == len(set(names))


def test_that_no_path_of_anybodys_machine_is_in_the_tree(tracked: list[Path]) -> None:
    found = []
    for path in tracked:
        if path.name == "uv.lock":
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{place(path)}:{number}: {line.strip()[:100]}"
            for number, line in enumerate(text.splitlines(), 1)
            if MACHINE_PATH.search(line) or str(ROOT) in line
        ]
    assert found == []


def test_that_qt_stays_in_the_series_it_was_proved_with(project: dict[str, Any]) -> None:
    assert QT in project["project"]["dependencies"]
    assert QT in project["build-system"]["requires"]
    locked = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    versions = {package["name"]: package["version"] for package in locked if "version" in package}
    assert versions["pyside6-essentials"].startswith("6.11.")


def test_that_the_version_is_said_once(project: dict[str, Any]) -> None:
    assert project["project"]["version"] == timebok_desktop.__version__


def test_that_every_resource_and_every_module_is_in_the_wheel(
    wheel: set[str], tracked: list[Path]
) -> None:
    resources = {
        f"timebok_desktop/{place(path)}"
        for path in tracked
        if path.is_relative_to(ROOT / "resources")
    }
    modules = {f"timebok_desktop/{path.relative_to(PACKAGE).as_posix()}" for path in MODULES}
    assert modules | resources <= wheel


def test_that_every_translation_is_compiled_into_the_wheel(wheel: set[str]) -> None:
    sources = (ROOT / "resources" / "translations").glob("*.ts")
    compiled = {f"timebok_desktop/resources/translations/{path.stem}.qm" for path in sources}
    assert compiled <= wheel


def test_that_the_wheel_carries_nothing_but_the_package(wheel: set[str]) -> None:
    folders = {name.split("/")[0] for name in wheel}
    version = timebok_desktop.__version__
    assert folders == {"timebok_desktop", f"timebok_desktop-{version}.dist-info"}
    assert [name for name in wheel if "__pycache__" in name or name.endswith(".pyc")] == []


def test_that_compiling_replaces_a_catalogue_and_never_writes_over_it(tmp_path: Path) -> None:
    """A window has its catalogue mapped into memory: writing over it ends the process."""
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        shutil.copy(source, tmp_path)
    compile_translations = runpy.run_path(str(ROOT / "hatch_build.py"))["compile_translations"]
    compile_translations(tmp_path)
    (kept, *_) = sorted(tmp_path.glob("*.qm"))
    link = tmp_path / "as-it-was"
    link.hardlink_to(kept)
    before = link.read_bytes()
    kept.with_suffix(".ts").write_text("<TS version='2.1'></TS>", "utf-8")
    compile_translations(tmp_path)
    assert link.read_bytes() == before
    assert kept.read_bytes() != before
    assert not list(tmp_path.glob("*.part"))

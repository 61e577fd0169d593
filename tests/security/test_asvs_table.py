"""The table of ASVS: each verdict has its reason, and each test that it names is there."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SOURCES = ROOT / "src" / "timebok_desktop"
CHAPTERS = {"1", "2", "5", "11", "13", "14", "15", "16"}
VERDICTS = {"test", "not applicable", "open"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    text = (HERE / "asvs.csv").read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in text if not line.startswith("#")))


@pytest.fixture(scope="module")
def modules() -> dict[str, ast.Module]:
    """Every module of the program, by its path."""
    return {
        path.relative_to(SOURCES).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in SOURCES.rglob("*.py")
    }


def names_of(path: Path) -> set[str]:
    """The tests of a file."""
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def imported(module: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_that_every_requirement_stands_once_in_a_chapter_of_the_table(
    rows: list[dict[str, str]],
) -> None:
    numbers = [row["requirement"] for row in rows]
    assert len(numbers) == len(set(numbers))
    assert all(re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", number) for number in numbers)
    assert {number.split(".")[0] for number in numbers} == CHAPTERS
    assert {row["level"] for row in rows} == {"1", "2"}


def test_that_every_verdict_has_its_reason(rows: list[dict[str, str]]) -> None:
    for row in rows:
        assert row["verdict"] in VERDICTS, row
        assert row["wording"], row
        assert row["reason"], row
        assert bool(row["tests"]) == (row["verdict"] == "test"), row


def test_that_every_test_that_is_named_is_there(rows: list[dict[str, str]]) -> None:
    for row in rows:
        for node in row["tests"].split():
            file, _, name = node.partition("::")
            assert name.startswith("test_that_"), node
            assert name in names_of(ROOT / file), f"{row['requirement']}: {node}"


def test_that_no_code_is_made_of_text(modules: dict[str, ast.Module]) -> None:
    for path, module in modules.items():
        called = {
            node.func.id
            for node in ast.walk(module)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"eval", "exec", "compile", "__import__"}, path


def test_that_no_broken_hash_secures_anything(modules: dict[str, ast.Module]) -> None:
    for path, module in modules.items():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", "")).lower()
            if name in ("md5", "sha1"):
                said = {word.arg: ast.unparse(word.value) for word in node.keywords}
                assert said.get("usedforsecurity") == "False", path


def test_that_only_invented_worlds_come_from_chance_that_can_be_repeated(
    modules: dict[str, ast.Module],
) -> None:
    for path, module in modules.items():
        assert "random" not in imported(module) or "synthesis" in path, path


def test_that_objects_are_rebuilt_only_from_the_programs_own_requests(
    modules: dict[str, ast.Module],
) -> None:
    unsafe = {"marshal", "shelve", "yaml", "dill"}
    assert {path for path, module in modules.items() if imported(module) & unsafe} == set()
    assert {path for path, module in modules.items() if "pickle" in imported(module)} <= {
        "files/orders/reading_child.py",
        "files/orders/reading_process.py",
    }

"""What is logged: the guide lists every entry that the program can write, and the window has a
word for it.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from timebok_desktop.domain.workflow import DECISION_WORDS
from timebok_desktop.services.clock_jumps import FAR_AHEAD, SET_BACK
from timebok_desktop.ui.pages.audit_words import action_words

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "timebok_desktop"
_AT = 2
"""Where an action stands among the arguments of `append` and `append_many`."""


def texts(node: ast.expr, module: ast.Module) -> set[str]:
    """The texts that an expression can be, as far as its module tells."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    if isinstance(node, ast.IfExp):
        return texts(node.body, module) | texts(node.orelse, module)
    if not isinstance(node, ast.Name):
        return set()
    found = set()
    for each in ast.walk(module):
        if isinstance(each, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == node.id for target in each.targets
        ):
            found |= texts(each.value, module)
        elif isinstance(each, ast.Call) and getattr(each.func, "attr", "") == "_log":
            found |= texts(each.args[0], module)
    return found


def logged() -> set[str]:
    """Every action that the program gives an entry."""
    found = {SET_BACK, FAR_AHEAD, *(action.value for action in DECISION_WORDS)}
    for path in SOURCES.rglob("*.py"):
        module = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = node.func.value
                if node.func.attr.startswith("append") and getattr(owner, "attr", "") == "audit":
                    found |= texts(node.args[_AT], module)
    return found


def listed(language: str) -> set[str]:
    text = (ROOT / "resources" / "guides" / language / "arbeidsflyt.md").read_text("utf-8")
    table = text.split("\n### ")[-1]
    return set(
        re.findall(r"`([a-z-]+)`", "\n".join(re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)))
    )


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_the_guide_lists_every_entry_of_the_log(language: str) -> None:
    assert {"approve", "file-imported", "store-rekeyed", "tables-added"} <= logged()
    assert listed(language) == logged()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_every_entry_of_the_log_has_its_words(language: str) -> None:
    assert [code for code in sorted(logged()) if action_words(code, language) == code] == []

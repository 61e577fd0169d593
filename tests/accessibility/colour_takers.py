"""The code that takes colours to paint with, as it is written and as it has run.

Only what has run has been seen. So whoever looks at pictures for pairs of colours also asks whether
all of this code took part in them.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from timebok_desktop import ui
from timebok_desktop.ui.tokens import Tokens, Tone

_FOLDER = Path(ui.__file__).parent
_HANDING_ON = ("theme.py", "tokens.py", "stylesheet.py")
"""They hand colours on: to the code looked for, and to the sheet, which is read by itself."""
_INNER = re.compile(r"(\.<locals>\.<\w+>)+$")


class Watched(Tokens):
    """Colours that note which code takes one of them."""

    def __getattribute__(self, name: str) -> Any:
        if name in Tokens._fields:
            _note(sys._getframe(1))
        return super().__getattribute__(name)

    def of_tone(self, tone: Tone) -> str:
        _note(sys._getframe(1))
        return super().of_tone(tone)

    def soft_of_tone(self, tone: Tone) -> str:
        _note(sys._getframe(1))
        return super().soft_of_tone(tone)


TAKEN: set[str] = set()
"""The code that has taken a colour."""


def _note(frame: FrameType | None) -> None:
    while frame is not None and Path(frame.f_code.co_filename).name in _HANDING_ON:
        frame = frame.f_back
    if frame is not None and Path(frame.f_code.co_filename).is_relative_to(_FOLDER):
        file = Path(frame.f_code.co_filename).relative_to(_FOLDER).as_posix()
        TAKEN.add(f"{file}: {_INNER.sub('', frame.f_code.co_qualname)}")


def takers() -> set[str]:
    """All code of the window that takes a colour."""
    return _code(_takes)


def holders() -> set[str]:
    """All code of the window that holds the colours without taking one: it could hide a taker."""
    return _code(_holds)


def _code(wanted: Callable[[ast.AST], bool]) -> set[str]:
    return {
        f"{path.relative_to(_FOLDER).as_posix()}: {name}"
        for path in _FOLDER.rglob("*.py")
        if path.name not in _HANDING_ON
        for name in _where(wanted, ast.parse(path.read_text("utf-8")), ())
    }


def _where(
    wanted: Callable[[ast.AST], bool], node: ast.AST, around: tuple[str, ...]
) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _where(wanted, child, (*around, child.name))
        elif isinstance(child, ast.FunctionDef):
            yield from _where(wanted, child, (*around, child.name, "<locals>"))
        else:
            if wanted(child):
                yield ".".join(around).removesuffix(".<locals>")
            yield from _where(wanted, child, around)


def _takes(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return _is_tokens(node.value)
    if isinstance(node, ast.Call):
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        return called == "colour" or (called == "getattr" and _is_tokens(node.args[0]))
    return False


def _holds(node: ast.AST) -> bool:
    """Whether all the colours are kept or given away under a name that is not looked for."""
    return any(
        _is_tokens(child) and isinstance(child, ast.Call)
        for child in ast.iter_child_nodes(node)
        if not _takes(node)
    )


def _is_tokens(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "tokens"
    if isinstance(node, ast.Attribute):
        return node.attr == "tokens"
    return isinstance(node, ast.Name) and node.id == "tokens"

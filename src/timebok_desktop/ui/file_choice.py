"""Choosing a file or folder with the system's own dialog; tests put another function in its place.

A page asks with `context.choose_file(self, FileQuestion(...))` and gets a path or None. A file to
save that exists already is asked about here; whoever saves to it may replace it then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True, slots=True)
class FileQuestion:
    """What is asked for: `patterns` as Qt writes them ("AR export (*.json *.xml)"), `suggested`
    the name that a file to save gets.
    """

    title: str
    kind: Literal["open", "save", "folder"] = "open"
    patterns: str = ""
    suggested: str = ""


ChooseFile = Callable[[QWidget, FileQuestion], Path | None]


def choose_with_dialog(parent: QWidget, question: FileQuestion) -> Path | None:
    """Ask with the system's dialog; None where the caseworker thought better of it."""
    if question.kind == "folder":
        chosen = QFileDialog.getExistingDirectory(parent, question.title)
    elif question.kind == "save":
        return _choose_to_save(parent, question)
    else:
        chosen, _ = QFileDialog.getOpenFileName(parent, question.title, "", question.patterns)
    return Path(chosen) if chosen else None


def _choose_to_save(parent: QWidget, question: FileQuestion) -> Path | None:
    """A name with its ending. The dialog has asked about what it was given; where the ending makes
    that the name of another file, it asks again.
    """
    name = question.suggested
    while True:
        chosen, pattern = QFileDialog.getSaveFileName(
            parent, question.title, name, question.patterns
        )
        if not chosen:
            return None
        path = with_ending(Path(chosen), pattern, question.patterns)
        if path == Path(chosen) or not path.exists():
            return path
        name = str(path)


def with_ending(path: Path, chosen: str, patterns: str) -> Path:
    """A path that ends as one of the patterns wants it, else as the chosen one does."""
    every = _ENDING.findall(patterns)
    if not every or any(path.name.casefold().endswith(one) for one in every):
        return path
    return path.with_name(path.name + (_ENDING.findall(chosen) or every)[0])


_ENDING = re.compile(r"\*(\.[\w.-]+)")

ChooseFiles = Callable[[QWidget, str], list[Path]]


def choose_many_with_dialog(parent: QWidget, title: str) -> list[Path]:
    """Ask for any number of files to open."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title)
    return [Path(one) for one in chosen]

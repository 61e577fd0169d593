"""Choosing a file or folder with the system's own dialog; tests put another function in its place.

A page asks with `context.choose_file(self, FileQuestion(...))` and gets a path or None.
"""

from __future__ import annotations

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
        chosen, _ = QFileDialog.getSaveFileName(
            parent, question.title, question.suggested, question.patterns
        )
    else:
        chosen, _ = QFileDialog.getOpenFileName(parent, question.title, "", question.patterns)
    return Path(chosen) if chosen else None


ChooseFiles = Callable[[QWidget, str], list[Path]]


def choose_many_with_dialog(parent: QWidget, title: str) -> list[Path]:
    """Ask for any number of files to open."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title)
    return [Path(one) for one in chosen]

"""In the code of the window: what could read data as markup, or follow it, stands in one place.

What a running window does with such data is held in `end_to_end/test_markup_in_window.py`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

import timebok_desktop
from timebok_desktop.services.ports_reports import ReportDocument, ReportSection
from timebok_desktop.ui.printing import pages_of

SOURCE = Path(timebok_desktop.__file__).parent
MODULES = sorted([*(SOURCE / "ui").rglob("*.py"), SOURCE / "app.py", SOURCE / "late_desk.py"])

LABELS = "ui/labels.py"
"""The only module that makes labels of Qt's own kind."""

GUIDES = "ui/guides.py"
"""Shows our own guides; no text of anybody else gets there."""
PRINTING = "ui/printing.py"
"""Puts words into a document by `insertText`, which reads nothing of them (tested below)."""

READ_MARKUP = {
    "QErrorMessage",
    "QGraphicsTextItem",
    "QLabel",
    "QTextBrowser",
    "QTextDocument",
    "QTextEdit",
    "QToolTip",
    "QWebEngineView",
    "QWhatsThis",
    "setHtml",
    "setMarkdown",
    "insertHtml",
    "appendHtml",
    "showText",
}
FOLLOW = {"QDesktopServices", "openUrl", "startfile", "QNetworkAccessManager", "urlopen"}
PLAIN = {"plain_tooltip", "tr", "translate"}


def names_in(module: Path) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name:
                yield name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((_name(base), node) for base in node.bases)
        elif isinstance(node, ast.Attribute):
            yield node.attr, node


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def where(names: set[str]) -> set[tuple[str, str]]:
    return {
        (module.relative_to(SOURCE).as_posix(), name)
        for module in MODULES
        for name, _ in names_in(module)
        if name in names
    }


def test_that_only_the_label_class_and_the_guides_could_read_markup() -> None:
    assert where(READ_MARKUP) == {
        (LABELS, "QLabel"),
        (GUIDES, "QTextBrowser"),
        (GUIDES, "setMarkdown"),
        (PRINTING, "QTextDocument"),
    }


def test_that_a_printed_report_shows_markup_as_it_stands(qapp: QApplication) -> None:
    words = "<b>Oslo</b> <img src='file:///etc/hostname'> &amp;"
    section = ReportSection(words, (words, words), ((words, words),), words)
    pages = pages_of(ReportDocument("nb", words, words, "anna", (section,)))
    assert pages.toPlainText().count(words) == 7


def test_that_nothing_follows_a_link_or_opens_what_a_text_names() -> None:
    assert where(FOLLOW) == set()
    assert where({"setOpenExternalLinks", "setOpenLinks"}) == {
        (LABELS, "setOpenExternalLinks"),
        (GUIDES, "setOpenExternalLinks"),
        (GUIDES, "setOpenLinks"),
    }
    for module in MODULES:
        for name, node in names_in(module):
            if name in ("setOpenExternalLinks", "setOpenLinks") and isinstance(node, ast.Call):
                assert [getattr(one, "value", None) for one in node.args] == [False], module


def test_that_every_message_box_shows_plain_text() -> None:
    for module in MODULES:
        calls = [name for name, node in names_in(module) if isinstance(node, ast.Call)]
        if "QMessageBox" in calls:
            assert calls.count("QMessageBox") <= calls.count("setTextFormat"), module
        for static in ("about", "information", "warning", "critical", "question"):
            assert f"QMessageBox.{static}(" not in module.read_text("utf-8"), module


def test_that_every_tooltip_is_escaped_or_our_own_words() -> None:
    for module in MODULES:
        for name, node in names_in(module):
            if name in ("setToolTip", "setWhatsThis", "setStatusTip") and isinstance(
                node, ast.Call
            ):
                (said,) = node.args
                is_plain = isinstance(said, ast.Call) and _name(said.func) in PLAIN
                is_escaped = isinstance(said, ast.IfExp) and _name_of_call(said.body) in PLAIN
                assert is_plain or is_escaped or isinstance(said, ast.Constant), (
                    module.name,
                    node.lineno,
                )


def _name_of_call(node: ast.AST) -> str:
    return _name(node.func) if isinstance(node, ast.Call) else ""

"""What an import did, as a notice: the counts and every problem with its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.places import problem_in_words
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.views import ImportReport
from timebok_desktop.ui.cards import Notice
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.tokens import Tone

_SHOWN = 8


def problem_lines(context: Context, problems: Sequence[Problem], limit: int = _SHOWN) -> str:
    """Problems one a line, with their place; what is beyond `limit` is counted."""
    lines = [problem_in_words(problem, context.language) for problem in problems[:limit]]
    if len(problems) > limit:
        more = QCoreApplication.translate("ImportOutcome", "and {count} more")
        lines.append(more.format(count=len(problems) - limit))
    return "\n".join(lines)


def show_import(notice: Notice, context: Context, report: ImportReport, words: str) -> None:
    """Tell what became of an imported file."""
    problems = [problem for file in report.files for problem in file.problems]
    if report.refused:
        refused = QCoreApplication.translate("ImportOutcome", "Refused: {count}.")
        words = f"{words} {refused.format(count=report.refused)}"
    if report.duplicates:
        known = QCoreApplication.translate("ImportOutcome", "Known already: {count}.")
        words = f"{words} {known.format(count=report.duplicates)}"
    tone: Tone = "clear"
    if report.refused or any(problem.refuses for problem in problems):
        tone = "warning" if report.accepted else "stop"
    close = QCoreApplication.translate("ImportOutcome", "Close")
    notice.show_notice(words, tone, problem_lines(context, problems), ((close, notice.hide),))

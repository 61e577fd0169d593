"""What an import came to, in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from timebok_desktop.domain.places import problem_in_words
from timebok_desktop.services.views import ImportReport
from timebok_desktop.ui.context import Context
from timebok_desktop.ui.tokens import Tone

_SHOWN = 12


def import_words(report: ImportReport, context: Context) -> tuple[str, Tone, str]:
    """The result, its tone, and the problems one a line with their file and place."""
    text = QCoreApplication.translate(
        "Import", "{accepted} orders imported, {refused} refused, {duplicates} already here."
    )
    if report.accepted == 1:
        text = QCoreApplication.translate(
            "Import", "1 order imported, {refused} refused, {duplicates} already here."
        )
    text = text.format(
        accepted=report.accepted, refused=report.refused, duplicates=report.duplicates
    )
    lines = [
        f"{Path(file.path).name} · {problem_in_words(problem, context.language)}"
        for file in report.files
        for problem in file.problems
    ]
    hidden = len(lines) - _SHOWN
    if hidden > 0:
        more = QCoreApplication.translate("Import", "… and {count} more").format(count=hidden)
        lines = [*lines[:_SHOWN], more]
    tone: Tone = "stop" if report.refused else "note" if lines else "clear"
    return text, tone, "\n".join(lines)

"""Printing: a report as pages, on the printer that the system's own dialog gives. Words are put in
as plain text; nothing in them is markup. Qt's printing is loaded when somebody prints.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from timebok_desktop.domain.errors import RefusedError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from timebok_desktop.services.ports_reports import ReportDocument, ReportSection

_POINTS = 10.0
_TITLE, _HEADING = 16.0, 12.0
_MARGIN = 20.0
"""Millimetres."""
_WIDE = 60.0
"""Of the width of a table, in per cent, what its first column takes at most."""

ChoosePrinter = Callable[[QWidget, str], "QPrinter | None"]
"""Asks which printer to print a title on; None where the caseworker thought better of it,
RefusedError where there is none."""


def has_printer() -> bool:
    """Whether the system knows of any printer."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - only where one prints

    return bool(QPrinterInfo.availablePrinterNames())


def choose_printer(parent: QWidget, title: str) -> QPrinter | None:
    """Ask with the system's dialog."""
    if not has_printer():
        raise RefusedError(
            "Ingen skriver er satt opp på denne maskinen. Sett opp en skriver i systemet, eller "
            "lagre rapporten som PDF.",
            "Ingen skrivar er sett opp på denne maskina. Set opp ein skrivar i systemet, eller "
            "lagre rapporten som PDF.",
        )
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - the same

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    return printer if dialog.exec() else None


def print_report(report: ReportDocument, printer: QPrinter) -> bool:
    """Print it on as many sheets as it takes, numbered; whether the printer took it."""
    printer.setPageMargins(
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
    )
    pages_of(report).print_(printer)
    return printer.printerState() is not printer.PrinterState.Error


def pages_of(report: ReportDocument) -> QTextDocument:
    """The report as a document of text."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(_sized(_POINTS))
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, report.title)
    cursor = QTextCursor(document)
    cursor.insertText(report.title, _look(_TITLE, bold=True))
    _paragraph(cursor, 0)
    cursor.insertText(report.note, _look(_POINTS))
    for section in report.sections:
        _put(cursor, section)
    return document


def _put(cursor: QTextCursor, section: ReportSection) -> None:
    _paragraph(cursor, 14)
    cursor.insertText(section.heading, _look(_HEADING, bold=True))
    _paragraph(cursor, 4)
    if not section.rows:
        cursor.insertText(section.empty, _look(_POINTS))
        return
    _put_table(cursor, section)
    if section.more:
        cursor.insertText(section.more, _look(_POINTS))


def _put_table(cursor: QTextCursor, section: ReportSection) -> None:
    columns = len(section.columns)
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setCellPadding(3)
    made.setCellSpacing(0)
    made.setBorder(0.5)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    rest = (100 - _WIDE) / max(1, columns - 1)
    widths = [_WIDE if columns > 1 else 100.0, *[rest] * (columns - 1)]
    made.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, width) for width in widths]
    )
    table = cursor.insertTable(len(section.rows) + 1, columns, made)
    for line, row in enumerate((section.columns, *section.rows)):
        for place, words in enumerate(row):
            cell = table.cellAt(line, place).firstCursorPosition()
            cell.insertText(words, _look(_POINTS, bold=line == 0))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _paragraph(cursor: QTextCursor, above: int) -> None:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    cursor.insertBlock(made, QTextCharFormat())


def _look(points: float, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(_sized(points, bold=bold))
    return made


def _sized(points: float, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font

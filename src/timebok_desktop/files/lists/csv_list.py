"""A list of orders as CSV that Excel with Norwegian settings opens, and that is no formula.

UTF-8 with its mark, semicolons, cells protected as `files.safe_csv` says. The last column has no
cells; its name tells our import that they are.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from timebok_desktop.domain.order_labels import PROTECTED
from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.lists.words import Words
from timebok_desktop.files.safe_csv import protected
from timebok_desktop.services.ports_files import ListedOrder


class CsvList:
    """Writes orders into an open file, one a row."""

    most: int | None = None

    def __init__(self, file: BinaryIO, language: Language) -> None:
        self._file = file
        self._words = Words(language)
        self._file.write(codecs.BOM_UTF8)
        self._file.write(_written([*self._words.labels, PROTECTED]).encode())

    def add(self, orders: Sequence[ListedOrder]) -> None:
        """Write these orders below the others."""
        cells = self._words.cells
        self._file.write("".join([_line(cells(order)) for order in orders]).encode())

    def close(self) -> None:
        """Nothing stands below the last row."""


def _line(cells: list[str]) -> str:
    line = f";{';'.join(cells)};"
    return f"{line[1:]}\r\n" if _is_plain(line, len(cells)) else _written([*protected(cells), ""])


def _is_plain(line: str, cells: int) -> bool:
    """Whether nothing in a row is quoted or protected: each cell stands between two semicolons.

    Most rows are so, and to see it takes a fifth of the time of going through the cells. In doubt
    a row is not: beyond Latin-1 there are signs like = and + that spreadsheets take for these, and
    what is not printable are line ends and signs that are not seen.
    """
    return (
        line.count(";") == cells + 1
        and line.isprintable()
        and not (
            '"' in line
            or "; " in line
            or ";'" in line
            or ";-" in line
            or ";+" in line
            or ";=" in line
            or ";@" in line
            or ";|" in line
        )
        and (line.isascii() or _is_latin_1(line))
    )


def _is_latin_1(text: str) -> bool:
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _written(cells: list[str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(cells)
    return text.getvalue()

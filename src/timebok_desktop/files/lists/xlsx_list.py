"""A list of orders as a workbook, written as it comes: one sheet in which every cell is text.

A cell that is text is never a formula, whatever it begins with. The texts stand in the cells
themselves, so nothing has to be remembered from row to row. Signs that XML cannot hold stand as
`_x0007_`; of those our own import leaves U+FFFE and U+FFFF as they are written.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from typing import BinaryIO

from timebok_desktop.domain.phrases import Language
from timebok_desktop.files.lists.words import Words
from timebok_desktop.services.ports_files import ListedOrder

_MOST_ROWS = 2**20 - 1
"""Rows below the header that a sheet has room for."""
_LEVEL = 1
"""Rows are alike; the usual level takes thrice the time and saves a sixth."""
_WIDTH = 18
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Bestillinger" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2"'
        f' Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/>'
        '</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
        '<patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/>'
        '<right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    ),
}
_SHEET = "xl/worksheets/sheet1.xml"
_END = "</sheetData></worksheet>"

_HEXADECIMAL = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a reader would take for a sign that XML cannot hold."""
_ESCAPES = {
    **{number: f"_x{number:04X}_" for number in (*range(0x20), 0xFFFE, 0xFFFF)},
    ord("\t"): "\t",
    ord("\n"): "\n",
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
}


class XlsxList:
    """Writes orders into an open file, one a row."""

    most: int | None = _MOST_ROWS

    def __init__(self, file: BinaryIO, language: Language) -> None:
        self._words = Words(language)
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL)
        for name, content in _PARTS.items():
            self._archive.writestr(name, _XML + content)
        self._sheet = self._archive.open(_SHEET, "w", force_zip64=True)
        width = len(self._words.labels)
        self._plain_row = _pieces_of_a_row(width, "")
        self._spaced_row = _pieces_of_a_row(width, ' xml:space="preserve"')
        self._number = 0
        self._write(
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            f'</sheetView></sheetViews><cols><col min="1" max="{width}" width="{_WIDTH}"'
            ' customWidth="1"/></cols><sheetData>\n' + self._row(self._words.labels)
        )

    def add(self, orders: Sequence[ListedOrder]) -> None:
        """Write these orders below the others."""
        self._write("".join([self._row(self._words.cells(order)) for order in orders]))

    def close(self) -> None:
        """Write what stands behind the rows, and let go of the file whatever comes of it."""
        with self._archive, self._sheet:
            self._write(_END)

    def _write(self, text: str) -> None:
        self._sheet.write(text.encode())

    def _row(self, cells: list[str]) -> str:
        self._number += 1
        number = str(self._number)
        if _is_plain(f" |{'|'.join(cells)}| "):
            pieces = self._plain_row[:]
        else:
            pieces = self._spaced_row[:]
            cells = [cell if cell.isalnum() else _escaped(cell) for cell in cells]
        pieces[1] = number
        pieces[3::4] = [number] * len(cells)
        pieces[5::4] = cells
        return "".join(pieces)


def _pieces_of_a_row(cells: int, space: str) -> list[str]:
    """What a row is joined of: its number is to stand second, then in turn that of each cell and
    the text in it."""
    pieces = ['<row r="', "", '"><c r="A']
    for column in range(cells):
        following = f'<c r="{_column(column + 1)}' if column + 1 < cells else "</row>\n"
        opening = f'" t="inlineStr"><is><t{space}>'
        pieces += ["", opening, "", f"</t></is></c>{following}"]
    return pieces


def _column(number: int) -> str:
    return chr(ord("A") + number)


def _is_plain(row: str) -> bool:
    """Whether no cell has signs that XML or a reader takes for more, or spaces at its ends; the
    cells stand between bars. In doubt it is not."""
    return row.isprintable() and not (
        "&" in row
        or "<" in row
        or ">" in row
        or "_x" in row
        or row.count("| ") > 1
        or row.count(" |") > 1
    )


def _escaped(text: str) -> str:
    return _HEXADECIMAL.sub("_x005F_", text).translate(_ESCAPES)

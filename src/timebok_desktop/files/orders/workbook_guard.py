"""A workbook made harmless before it is parsed: the parts that matter, packed anew, within limits.

The parser trusts the archive: it aborts the process on two far apart cells, and follows sizes that
lie. So each part is unpacked here under a limit, checked, and handed on in a fresh archive.
Knows nothing of orders, and never writes to disk.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.services.reading_limits import MEBIBYTE, ReadingLimits

_MOST_CELLS = 6_000_000
"""Rows times columns: the parser reserves room for all of them, empty or not."""

_PLAIN_ROWS, _PLAIN_COLUMNS = 199_999, 26
"""The size that a sheet keeps to in which nothing looks like `_BEYOND`."""

_RATIO_COUNTS_FROM = 2**20
_CHUNK = 2**20

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_READ = re.compile(r"\.(?:xml|rels)\Z", re.IGNORECASE)
_BEYOND = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z](?:[1-9][0-9]{0,4}|1[0-9]{5})")')
"""A cell that is not in the first 26 columns and below row 200,000, or does not say so plainly."""
_UNUSUAL = re.compile(rb'<c(?=[\s/>])(?! r="(?:[A-H]?[A-Z]|I[A-V])[1-9][0-9]{0,5}")')
_PREFIXED = re.compile(rb":(?:c|row)[\s/>]")
_WIDE = re.compile(rb'<c r="([A-Z]{2})[0-9]')
_LONG = {digits: re.compile(rb'<c r="[A-Z]+[0-9]{%d}' % digits) for digits in range(2, 7)}
_ROW_OR_CELL = re.compile(rb"""<(?:[^<>\s/:]+:)?(row|c)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]*)["']""")
_ERROR = re.compile(rb'"e"')
_ERROR_CELL = re.compile(rb"""(<c\s[^<>]*\bt\s*=\s*)["']e["']""")
_ANY_REFERENCE = re.compile(rb"""\sr\s*=""")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_FORMULA = re.compile(rb"<(?:[A-Za-z0-9]{1,20}:)?f[\s/>]")
_CELL_OF_FORMULA = re.compile(
    rb"""<(?:[A-Za-z0-9]{1,20}:)?c\s[^<>]{0,200}?\br=["']([A-Z]{1,3}[0-9]{1,7})["']"""
)
_CELL_WITHIN = 300
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class SafeWorkbook:
    """A fresh archive, whether sheets were left out of it because they are too large, and how
    many formulas its sheets have, with the cell of the first."""

    content: bytes
    too_large: bool
    formulas: int = 0
    first_formula: str = ""


def safe_workbook(content: bytes, limits: ReadingLimits) -> SafeWorkbook:
    """The workbook within limits; UnreadableError where it is damaged, encrypted or too large."""
    if content.startswith(_OLE):
        raise encrypted() if _ENCRYPTED_PACKAGE in content else damaged()
    try:
        return _packed_anew(content, limits)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as error:
        raise damaged() from error


def is_encrypted(content: bytes) -> bool:
    """Whether this is a workbook behind a password (an OLE file around it)."""
    return content.startswith(_OLE) and _ENCRYPTED_PACKAGE in content


def damaged() -> UnreadableError:
    """The refusal of a workbook that cannot be read."""
    return UnreadableError(
        "Regnearket er skadet eller er ikke en xlsx-fil. Åpne det i regnearkprogrammet, lagre "
        "det som xlsx, og importer på nytt.",
        "Reknearket er skadd eller er ikkje ei xlsx-fil. Opne det i reknearkprogrammet, lagre "
        "det som xlsx, og importer på nytt.",
        code="damaged-workbook",
    )


def encrypted() -> UnreadableError:
    """The refusal of a workbook behind a password."""
    return UnreadableError(
        "Regnearket er beskyttet med passord. Fjern passordet i regnearkprogrammet, lagre, og "
        "importer på nytt.",
        "Reknearket er verna med passord. Fjern passordet i reknearkprogrammet, lagre, og "
        "importer på nytt.",
        code="encrypted-workbook",
    )


def too_large(limits: ReadingLimits) -> UnreadableError:
    """The refusal of a workbook beyond the limits."""
    return UnreadableError(
        "Regnearket er for stort til å leses trygt (høyst {rows} rader, {columns} kolonner og "
        "{megabytes} MB utpakket). Del det i flere filer, og fjern celler langt utenfor tabellen.",
        "Reknearket er for stort til å lesast trygt (høgst {rows} rader, {columns} kolonnar og "
        "{megabytes} MB utpakka). Del det i fleire filer, og fjern celler langt utanfor tabellen.",
        code="too-large",
        rows=limits.rows,
        columns=limits.columns,
        megabytes=limits.unpacked_size,
    )


def _packed_anew(content: bytes, limits: ReadingLimits) -> SafeWorkbook:
    left = limits.unpacked_size * MEBIBYTE
    any_too_large = False
    formulas, first_formula = 0, ""
    fresh = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(fresh, "w") as target:
        for member in _parts(archive, limits):
            part = _unpacked(archive, member, left, limits)
            left -= len(part)
            if not _is_plain(part):
                raise damaged()
            if _too_large(part, limits):
                any_too_large = True
                continue
            found, first = _formulas(part)
            formulas, first_formula = formulas + found, first_formula or first
            target.writestr(member.filename, _with_readable_errors(part))
    return SafeWorkbook(fresh.getvalue(), any_too_large, formulas, first_formula)


def _parts(archive: zipfile.ZipFile, limits: ReadingLimits) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > limits.members:
        raise too_large(limits)
    names = {member.filename.casefold() for member in members}
    if len(names) != len(members) or "[content_types].xml" not in names:
        raise damaged()
    if any(member.flag_bits & 1 for member in members):
        raise encrypted()
    return [member for member in members if _READ.search(member.filename)]


def _unpacked(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, limits: ReadingLimits
) -> bytes:
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged()
    most = min(left, max(_RATIO_COUNTS_FROM, member.compress_size * limits.ratio))
    if member.file_size > most:
        raise too_large(limits)
    chunks, size = [], 0
    with archive.open(member) as source:
        while chunk := source.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                raise too_large(limits)
    return b"".join(chunks)


# A sheet is scanned several times, so each scan looks for one sign or one literal where it can:
# those take a tenth of the time of a pattern that may begin with several.


def _is_plain(part: bytes) -> bool:
    """Whether this can be XML as workbooks have it: no control signs, no declarations."""
    if b"\x00" in part or b"\x1b" in part:
        return False
    return b"!" not in part or _DECLARATION.search(part) is None


def _with_readable_errors(part: bytes) -> bytes:
    """Cells such as #N/A as text: the parser would hand them on as empty."""
    if _ERROR.search(part) or (b"'" in part and b"'e'" in part):
        return _ERROR_CELL.sub(rb'\1"str"', part)
    return part


def _formulas(part: bytes) -> tuple[int, str]:
    """How many cells of a sheet have a formula, and which is the first."""
    if b"<f" not in part and b":f" not in part:
        return 0, ""
    first = _FORMULA.search(part)
    if first is None or (b"<sheetData" not in part and b":sheetData" not in part):
        return 0, ""
    cells = part[max(0, first.start() - _CELL_WITHIN) : first.start()]
    reference = next(reversed(list(_CELL_OF_FORMULA.finditer(cells))), None)
    return len(_FORMULA.findall(part)), reference.group(1).decode() if reference else ""


def _too_large(part: bytes, limits: ReadingLimits) -> bool:
    if b"<sheetData" not in part and b":sheetData" not in part:
        return False
    prefixed = _PREFIXED.search(part)
    is_usual = limits.rows >= _PLAIN_ROWS and limits.columns >= _PLAIN_COLUMNS
    if is_usual and not prefixed and not _BEYOND.search(part):
        return False
    if prefixed or not is_usual or _UNUSUAL.search(part):
        rows, columns = _exact_size(part, limits)
    else:
        rows, columns = _size_at_most(part)
        if rows > limits.rows or rows * columns > _MOST_CELLS:
            rows, columns = _exact_size(part, limits)
    return rows > limits.rows or columns > limits.columns or rows * columns > _MOST_CELLS


def _size_at_most(part: bytes) -> tuple[int, int]:
    """An upper bound of rows and columns where every cell names its place in the usual way."""
    digits = next((count for count in range(6, 1, -1) if _LONG[count].search(part)), 1)
    wide = {match.group(1) for match in _WIDE.finditer(part)}
    return 10**digits - 1, max(map(_column, wide), default=_ALPHABET)


def _exact_size(part: bytes, limits: ReadingLimits) -> tuple[int, int]:
    """The farthest row and column of any cell, counted as a spreadsheet does."""
    if b"<!" in part or part.rfind(b"<?") > part.find(b"<?"):
        raise damaged()  # comments and the like could hide cells from the count
    row = column = rows = columns = 0
    for match in _ROW_OR_CELL.finditer(part):
        name, attributes = match.groups()
        reference = _REFERENCE.search(attributes)
        if reference is None and _ANY_REFERENCE.search(attributes):
            raise damaged()
        letters, digits = reference.groups() if reference else (b"", b"")
        if name == b"row":
            row, column = int(digits) if digits else row + 1, 0
        else:
            row = int(digits) if digits else row
            column = _column(letters) if letters else column + 1
        rows, columns = max(rows, row), max(columns, column)
        if rows > limits.rows or columns > limits.columns:
            break
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * _ALPHABET + letter - ord("A") + 1
    return number

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

MOST_ROWS = 200_000
MOST_COLUMNS = 256
_MOST_CELLS = 6_000_000
"""Rows times columns: the parser reserves room for all of them, empty or not."""

_MOST_BYTES = 200 * 2**20
_MOST_RATIO = 200
_RATIO_COUNTS_FROM = 2**20
_MOST_PARTS = 2_000
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
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class SafeWorkbook:
    """A fresh archive, and whether sheets were left out of it because they are too large."""

    content: bytes
    too_large: bool


def safe_workbook(content: bytes) -> SafeWorkbook:
    """The workbook within limits; UnreadableError where it is damaged, encrypted or too large."""
    if content.startswith(_OLE):
        raise encrypted() if _ENCRYPTED_PACKAGE in content else damaged()
    try:
        return _packed_anew(content)
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


def too_large() -> UnreadableError:
    """The refusal of a workbook beyond the limits."""
    return UnreadableError(
        "Regnearket er for stort til å leses trygt (høyst {rows} rader, {columns} kolonner og "
        "{megabytes} MB utpakket). Del det i flere filer, og fjern celler langt utenfor tabellen.",
        "Reknearket er for stort til å lesast trygt (høgst {rows} rader, {columns} kolonnar og "
        "{megabytes} MB utpakka). Del det i fleire filer, og fjern celler langt utanfor tabellen.",
        code="too-large",
        rows=MOST_ROWS,
        columns=MOST_COLUMNS,
        megabytes=_MOST_BYTES // 2**20,
    )


def _packed_anew(content: bytes) -> SafeWorkbook:
    left = _MOST_BYTES
    any_too_large = False
    fresh = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(fresh, "w") as target:
        for member in _parts(archive):
            part = _unpacked(archive, member, left)
            left -= len(part)
            if not _is_plain(part):
                raise damaged()
            if _too_large(part):
                any_too_large = True
                continue
            target.writestr(member.filename, _with_readable_errors(part))
    return SafeWorkbook(fresh.getvalue(), any_too_large)


def _parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = archive.infolist()
    if len(members) > _MOST_PARTS:
        raise too_large()
    names = {member.filename.casefold() for member in members}
    if len(names) != len(members) or "[content_types].xml" not in names:
        raise damaged()
    if any(member.flag_bits & 1 for member in members):
        raise encrypted()
    return [member for member in members if _READ.search(member.filename)]


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise damaged()
    most = min(left, max(_RATIO_COUNTS_FROM, member.compress_size * _MOST_RATIO))
    if member.file_size > most:
        raise too_large()
    chunks, size = [], 0
    with archive.open(member) as source:
        while chunk := source.read(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                raise too_large()
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


def _too_large(part: bytes) -> bool:
    if b"<sheetData" not in part and b":sheetData" not in part:
        return False
    prefixed = _PREFIXED.search(part)
    if not prefixed and not _BEYOND.search(part):
        return False
    if prefixed or _UNUSUAL.search(part):
        rows, columns = _exact_size(part)
    else:
        rows, columns = _size_at_most(part)
        if rows > MOST_ROWS or rows * columns > _MOST_CELLS:
            rows, columns = _exact_size(part)
    return rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > _MOST_CELLS


def _size_at_most(part: bytes) -> tuple[int, int]:
    """An upper bound of rows and columns where every cell names its place in the usual way."""
    digits = next((count for count in range(6, 1, -1) if _LONG[count].search(part)), 1)
    wide = {match.group(1) for match in _WIDE.finditer(part)}
    return 10**digits - 1, max(map(_column, wide), default=_ALPHABET)


def _exact_size(part: bytes) -> tuple[int, int]:
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
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            break
    return rows, columns


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * _ALPHABET + letter - ord("A") + 1
    return number

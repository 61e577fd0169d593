"""CSV that a spreadsheet never takes for formulas, and that comes back unchanged.

The convention: a cell that a spreadsheet could read as a formula gets one apostrophe in front;
reading takes exactly that apostrophe away again. A cell that already starts with apostrophes
before such a sign gets one more, so the way back is exact for every text.
This module must not know what the cells mean.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

_UNSEEN = r"\s\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
_TRIGGERS = r"=+\-@|＝＋－＠﹦﹢﹣﹫−"
_DANGEROUS = re.compile(rf"'*(?:[\t\r\n\x00]|[{_UNSEEN}\"']*[{_TRIGGERS}])")
"""Apostrophes, then a control sign or (after signs that are not seen) the start of a formula."""


def protect(cell: str) -> str:
    """`cell` as it may stand in a file: with an apostrophe where it could be a formula."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unprotect(cell: str) -> str:
    """The reverse of `protect`."""
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def protected(row: Iterable[str]) -> list[str]:
    """A whole row as it may stand in a file."""
    # What begins with a letter or a digit is no formula, and nearly every cell does.
    return [cell if not cell or cell[0].isalnum() else protect(cell) for cell in row]


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """`rows` as UTF-8 CSV (RFC 4180: comma, CRLF, doubled quotes), every cell protected."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows(map(protected, rows))
    return text.getvalue().encode("utf-8")


def read_csv(content: bytes) -> Iterator[list[str]]:
    """The rows of a file of `write_csv`, as they were. UnicodeDecodeError or csv.Error where the
    content is no such file."""
    text = io.StringIO(content.decode("utf-8"), newline="")
    for row in csv.reader(text, strict=True):
        yield [unprotect(cell) for cell in row]

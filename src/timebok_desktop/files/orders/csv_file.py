"""Orders in CSV: UTF-8 or Windows-1252; semicolon, comma or tab; quoted line ends.

Values are taken as they stand; an apostrophe in front of a formula sign is part of what was sent,
but for lists that we saved ourselves.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from timebok_desktop.domain.errors import UnreadableError
from timebok_desktop.domain.order_labels import PROTECTED
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.files.orders.file_format import FileFormat, Item
from timebok_desktop.files.orders.tabular import (
    HEADER_ROWS,
    Row,
    header_of,
    known_labels,
    no_header,
    orders_in,
)
from timebok_desktop.files.safe_csv import unprotect

# The limit is one for the whole process. The file's own size bounds a field, and a text that is
# too long refuses only its order, with its place.
csv.field_size_limit(2**31 - 1)

_DELIMITERS = ";,\t"
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n)', re.IGNORECASE)
_HEAD = 2**16
_CHUNK = 2**20
_TWICE_ENCODED = re.compile(rb"\xc3[\x85\x86\x98\xa5\xa6\xb8]")
"""Æ, ø or å in UTF-8: in a file that is not UTF-8 as a whole, somebody mixed two encodings."""


def read(source: BinaryIO, encoding: str) -> Iterator[Item]:
    """The orders of a CSV file, in its order. The source is read once, from its beginning."""
    begin = source.read(_HEAD)
    head = begin.decode(encoding, errors="ignore")
    separator = _SEPARATOR_LINE.match(head)
    skipped = separator.group() if separator else ""
    delimiter, row = _layout(head[len(skipped) :], separator.group(1) if separator else None)
    whole = io.BufferedReader(_Replayed(begin, source), _CHUNK)
    with io.TextIOWrapper(whole, encoding, newline="") as text:
        text.read(len(skipped))
        rows = _rows(text, delimiter)
        number, cells = next(itertools.islice(rows, row, None))
        if isinstance(cells, Problem):
            raise no_header()
        header = header_of(number, cells)
        if PROTECTED in header.others.values():
            rows = _unprotected(rows)
        yield from orders_in(header, rows)


def rows_of(content: bytes) -> Iterator[tuple[int, Row]]:
    """The header row of a CSV file and every row below it that can be read, with their numbers."""
    encoding = encoding_of(io.BytesIO(content))
    text = content.decode(encoding)
    separator = _SEPARATOR_LINE.match(text)
    text = text[separator.end() :] if separator else text
    delimiter, row = _layout(text[:_HEAD], separator.group(1) if separator else None)
    for number, cells in itertools.islice(_rows(io.StringIO(text, ""), delimiter), row, None):
        if not isinstance(cells, Problem):
            yield number, cells


def has_orders(content: bytes) -> bool:
    """Whether the content looks like CSV with a header of the order form."""
    try:
        encoding = encoding_of(io.BytesIO(content))
        _layout(content[:_HEAD].decode(encoding, errors="ignore"), None)
    except UnreadableError:
        return False
    return True


class _Replayed(io.RawIOBase):
    """A source from its beginning once more, by what has been read of it."""

    def __init__(self, begin: bytes, source: BinaryIO) -> None:
        self._begin = begin
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._begin[: len(buffer)] or self._source.read(len(buffer))
        self._begin = self._begin[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)


def encoding_of(source: BinaryIO) -> str:
    """The encoding that the whole of a file is in; refused where it is none that is known."""
    if not source.read(2).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        if _decodes(source, "utf-8"):
            return "utf-8-sig"
        if _decodes(source, "cp1252") and not _is_mixed(source):
            return "cp1252"
    raise UnreadableError(
        "Filen er verken UTF-8 eller Windows-1252, så bokstavene kan ikke leses sikkert. Lagre "
        "den som «CSV UTF-8» i regnearket, og importer på nytt.",
        "Fila er verken UTF-8 eller Windows-1252, så bokstavane kan ikkje lesast sikkert. Lagre "
        "ho som «CSV UTF-8» i reknearket, og importer på nytt.",
        code="wrong-encoding",
    )


FORMAT = FileFormat((".csv", ".tsv"), has_orders, stream=read, glance=encoding_of)


def _decodes(source: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for piece in _pieces(source):
            decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_mixed(source: BinaryIO) -> bool:
    last = b""
    for piece in _pieces(source):
        if _TWICE_ENCODED.search(last + piece):
            return True
        last = piece[-1:]
    return False


def _pieces(source: BinaryIO) -> Iterator[bytes]:
    source.seek(0)
    while piece := source.read(_CHUNK):
        yield piece


def _layout(head: str, delimiter: str | None) -> tuple[str, int]:
    """The delimiter, and which record is the header: where most labels of the form stand."""
    found = [
        (labels, candidate, row)
        for candidate in (delimiter or _DELIMITERS)
        for row, cells in enumerate(
            itertools.islice(
                csv.reader(io.StringIO(head, newline=""), delimiter=candidate), HEADER_ROWS
            )
        )
        if (labels := known_labels(cells))
    ]
    if not found:
        raise no_header()
    _, best, row = max(found, key=lambda layout: (layout[0], -layout[2]))
    return best, row


def _rows(text: io.TextIOBase, delimiter: str) -> Iterator[tuple[int, Row | Problem]]:
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    for number in itertools.count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, _badly_quoted(number, unclosed="end of data" in str(error))
        else:
            yield number, cells


def _unprotected(rows: Iterator[tuple[int, Row | Problem]]) -> Iterator[tuple[int, Row | Problem]]:
    """The rows of a list that we saved, as they were before they were made safe to open."""
    for number, cells in rows:
        if isinstance(cells, Problem):
            yield number, cells
        else:
            yield number, [unprotect(str(cell)) for cell in cells]


def _badly_quoted(number: int, *, unclosed: bool) -> Problem:
    never_closed = Phrase(
        "Et hermetegn i raden blir aldri lukket, så denne raden og alt som kommer etter, kan ikke "
        "leses. Rett hermetegnet, og importer på nytt.",
        "Eit hermeteikn i rada blir aldri lukka, så denne rada og alt som kjem etter, kan ikkje "
        "lesast. Rett hermeteiknet, og importer på nytt.",
    )
    text_after = Phrase(
        "Det står tekst etter et lukkende hermetegn, så raden kan ikke leses sikkert. Skriv "
        "hermetegn inne i en tekst dobbelt, og importer på nytt.",
        "Det står tekst etter eit lukkande hermeteikn, så rada kan ikkje lesast sikkert. Skriv "
        "hermeteikn inne i ein tekst dobbelt, og importer på nytt.",
    )
    return Problem(
        f"row {number}", "bad-quoting", never_closed if unclosed else text_after, refuses=True
    )

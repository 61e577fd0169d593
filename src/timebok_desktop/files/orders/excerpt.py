"""The place in an order file where a value stands, with what stands around it, as plain text.

Runs where order files are read, in the process that can do nothing else. Every text is masked and
cut to a length; it finds places by their names (`row 4, HER-id`) and decides nothing.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from timebok_desktop.domain.errors import NotFoundError
from timebok_desktop.domain.order_labels import field_of
from timebok_desktop.domain.personal_numbers import mask
from timebok_desktop.domain.sent_values import text_of
from timebok_desktop.files import strict_json
from timebok_desktop.files.orders import csv_file, mail, workbook
from timebok_desktop.files.orders.file_format import InnerReader
from timebok_desktop.services.ports_files import OrderFormat
from timebok_desktop.services.ports_intake import Excerpt

_ROW = re.compile(r"row (?P<number>[0-9]+)(?:, (?P<label>.*))?", flags=re.DOTALL)
_LINE = re.compile(r"(?:line|table row) [0-9]+")
_AROUND = 4
"""Lines of a mail before and after the one that is meant."""
_MOST = 40
_LONGEST = 2000
_LONGEST_LABEL = 80


def excerpt_of(
    kind: OrderFormat, content: bytes, place: str, field: str, reader: InnerReader
) -> Excerpt:
    """What stands at a place; NotFoundError where nothing does."""
    found = _FINDERS[kind](content, place, field, reader)
    if found is None:
        raise _not_found()
    lines, marked = found
    first = min(max(0, marked - _MOST // 2), max(0, len(lines) - _MOST))
    shown = lines[first : first + _MOST]
    return Excerpt(
        tuple((_plain(label, _LONGEST_LABEL), _plain(text, _LONGEST)) for label, text in shown),
        marked - first if marked >= 0 else -1,
    )


_Found = tuple[list[tuple[str, str]], int] | None


def _in_csv(content: bytes, place: str, field: str, _reader: InnerReader) -> _Found:
    return _in_rows(csv_file.rows_of(content), place, field)


def _in_workbook(content: bytes, place: str, field: str, reader: InnerReader) -> _Found:
    return _in_rows(workbook.rows_of(content, reader), place, field)


def _in_rows(rows: Iterator[tuple[int, Sequence[Any]]], place: str, field: str) -> _Found:
    """The cells of a row below each other, each with its heading; the first row is the header."""
    asked = _ROW.fullmatch(place)
    header = next(rows, None)
    if asked is None or header is None:
        return None
    number = int(asked["number"])
    cells = next((cells for at, cells in rows if at == number), None)
    if cells is None:
        return None
    headings = [text_of(cell) for cell in header[1]]
    pairs = itertools.zip_longest(headings, map(text_of, cells), fillvalue="")
    lines = [(heading, text) for heading, text in pairs if heading or text]
    marks = [at for at, (heading, _) in enumerate(lines) if field_of(heading) == field]
    named = [at for at, (heading, _) in enumerate(lines) if heading == asked["label"]]
    return lines, next(iter(marks + named), -1)


def _in_json(content: bytes, place: str, _field: str, _reader: InnerReader) -> _Found:
    """The object that holds the value, key by key."""
    try:
        inside: Any = strict_json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        return None
    *way, last = [_token(one) for one in place.split("/")[1:]] or [""]
    for token in way:
        if isinstance(inside, list) and token.isdecimal() and int(token) < len(inside):
            inside = inside[int(token)]
        elif isinstance(inside, dict) and token in inside:
            inside = inside[token]
        else:
            return None
    if isinstance(inside, list) and last.isdecimal() and int(last) < len(inside):
        inside, last = inside[int(last)], ""
    if not isinstance(inside, dict):
        return None
    keys = list(inside)
    lines = [(key, _written(inside[key])) for key in keys]
    return lines, keys.index(last) if last in inside else -1


def _token(pointer: str) -> str:
    return pointer.replace("~1", "/").replace("~0", "~")


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _in_mail(content: bytes, place: str, field: str, reader: InnerReader) -> _Found:
    """The line of the body with the lines around it, or what stands in an attachment."""
    if not place.startswith("attachment "):
        found = mail.body_with(content, place, field) if _LINE.fullmatch(place) else None
        if found is None:
            return None
        lines, marked = found
        first = max(0, marked - _AROUND)
        return lines[first : marked + _AROUND + 1], marked - first
    for name, inner in mail.attached(content):
        begin = f"attachment {name}, "
        if place.startswith(begin):
            kind = reader.recognise(name, inner)
            found = _FINDERS[kind](inner, place.removeprefix(begin), field, reader)
            if found is not None:
                return found
    return None


_FINDERS: dict[OrderFormat, Callable[[bytes, str, str, InnerReader], _Found]] = {
    "csv": _in_csv,
    "xlsx": _in_workbook,
    "json": _in_json,
    "mail": _in_mail,
}


def _plain(text: str, most: int) -> str:
    masked = mask(text)[0]
    return masked if len(masked) <= most else f"{masked[:most]} …"


def _not_found() -> NotFoundError:
    return NotFoundError(
        "Fant ikke stedet i originalfilen. Lagre originalen for å lese hele filen.",
        "Fann ikkje staden i originalfila. Lagre originalen for å lese heile fila.",
    )

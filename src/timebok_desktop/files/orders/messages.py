"""What goes between this process and the one that reads: requests and content there, plain data
back.

What comes back may come from a process that a file has got at. So it is JSON, no longer than it
needs to be, and of exactly the shape that is expected; everything else is `NotPlainError`.
"""

from __future__ import annotations

import io
import os
import struct
from enum import IntEnum
from typing import IO, Any

import orjson

from timebok_desktop.domain.errors import NotFoundError, UnreadableError
from timebok_desktop.domain.phrases import Phrase
from timebok_desktop.domain.problems import Problem
from timebok_desktop.services.ports_files import Part
from timebok_desktop.services.ports_intake import Excerpt
from timebok_desktop.services.ports_orders import PREPARED_FIELDS

_HEAD = struct.Struct("<BQ")
_LENGTH = struct.Struct("<Q")
_LONGEST_MESSAGE = 512 * 2**20
_PIECE = 2**18
_EXACT = 2**53
_CELLS = frozenset({str, int, type(None)})
_FORMATS = frozenset({"json", "csv", "xlsx", "mail"})


class NotPlainError(ValueError):
    """A message is not what the reading process may tell."""


class CutShortError(Exception):
    """The content of a file breaks off: who sent it has ended."""


class Told(IntEnum):
    """Kinds of messages."""

    ORDERS = 1
    PROBLEM = 2
    PART = 3
    REFUSED = 4
    DEFECT = 5
    END = 6
    NO_MEMORY = 7
    EXCERPT = 8


def written(kind: Told, data: Any) -> bytes:
    """A message as bytes: its kind, the length of what follows, and that as JSON."""
    try:
        body = orjson.dumps(data)
    except TypeError:  # halves of surrogate pairs, which no JSON in UTF-8 can hold
        body = orjson.dumps(_speakable(data))
    return _HEAD.pack(kind, len(body)) + body


def next_message(source: IO[bytes]) -> tuple[Told, Any] | None:
    """The next message; None where the other side ended, be it in the middle of one."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if length > _LONGEST_MESSAGE:
        raise NotPlainError
    body = source.read(length)
    if len(body) < length:
        return None
    try:
        return Told(kind), orjson.loads(body)
    except ValueError as error:
        raise NotPlainError from error


def _speakable(data: Any) -> Any:
    if isinstance(data, str):
        return data.encode("utf-8", "replace").decode()
    if isinstance(data, dict):
        return {_speakable(name): _speakable(value) for name, value in data.items()}
    return [_speakable(one) for one in data] if isinstance(data, (list, tuple)) else data


def framed(request: bytes) -> bytes:
    """A request to the reading process, with its length in front."""
    return _LENGTH.pack(len(request)) + request


def next_request(source: IO[bytes]) -> bytes | None:
    """The next request; None where nobody asks any more."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    request = source.read(length)
    return request if len(request) == length else None


def write_all(target: int, data: bytes) -> None:
    """Write all of it to a pipe."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(target, rest) :]


def send_content(target: int, source: IO[bytes]) -> None:
    """Write a file to a pipe, in pieces with their lengths, and an empty one behind them."""
    while piece := source.read(_PIECE):
        write_all(target, _LENGTH.pack(len(piece)) + piece)
    write_all(target, _LENGTH.pack(0))


class Content(io.RawIOBase):
    """The content of a file as it comes through a pipe; CutShortError where it breaks off."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._left = 0
        self._is_whole = False

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read some of it."""
        if not self._left and not self._is_whole:
            (self._left,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
            self._is_whole = self._left == 0
        piece = self._exactly(min(self._left, len(buffer)))
        self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def drain(self) -> None:
        """Read what is left, so that the next request comes next."""
        rest = bytearray(_PIECE)
        while self.readinto(rest):
            pass

    def _exactly(self, length: int) -> bytes:
        data = self._source.read(length)
        if len(data) < length:
            raise CutShortError
        return data


def item_written(item: list[Any] | Problem | Part) -> bytes:
    """Orders, a problem or a part as bytes."""
    if isinstance(item, Problem):
        plain = (item.at, item.code, _plain(item.phrase), item.refuses)
        return written(Told.PROBLEM, plain)
    if isinstance(item, Part):
        return written(Told.PART, (item.name, item.sha256, item.format))
    return written(Told.ORDERS, item)


def excerpt_written(excerpt: Excerpt) -> bytes:
    """What stands at a place, as bytes."""
    return written(Told.EXCERPT, (excerpt.marked, excerpt.lines))


def _excerpt(data: Any) -> Excerpt:
    marked, lines = _fields(data, int, list)
    pairs = tuple(tuple(_fields(line, str, str)) for line in lines)
    if not -1 <= marked < len(pairs):
        raise NotPlainError
    return Excerpt(pairs, marked)


def item_of(kind: Told, data: Any) -> list[Any] | Problem | Part | Excerpt:
    """The same from its message."""
    if kind is Told.EXCERPT:
        return _excerpt(data)
    if kind is Told.PROBLEM:
        at, code, phrase, refuses = _fields(data, str, str, list, bool)
        return Problem(at, code, _phrase(phrase), refuses)
    if kind is Told.PART:
        name, sha256, form = _fields(data, str, str, str)
        if form not in _FORMATS:
            raise NotPlainError
        return Part(name, sha256, form)
    if kind is not Told.ORDERS or type(data) is not list:
        raise NotPlainError
    return _orders(data)


def _orders(data: list[Any]) -> list[Any]:
    """Rows of as many cells as an order has, each a text, a whole number or nothing."""
    if not all(type(row) is list and len(row) == len(PREPARED_FIELDS) for row in data):
        raise NotPlainError
    if not all(_CELLS.issuperset(map(type, column)) for column in zip(*data, strict=True)):
        raise NotPlainError
    return list(map(tuple, data))


def refusal_written(error: UnreadableError | NotFoundError) -> bytes:
    """The refusal of the whole file as bytes."""
    code, at = (error.code, error.at) if isinstance(error, UnreadableError) else ("not-found", "")
    return written(Told.REFUSED, (code, at, _plain(error.phrase)))


def refusal_of(data: Any) -> UnreadableError:
    """The same from its message."""
    code, at, phrase = _fields(data, str, str, list)
    said = _phrase(phrase)
    return UnreadableError(said.nb, said.nn, code=code, at=at, **said.values)


def defect_of(data: Any) -> str:
    """What the other process says of a defect of ours."""
    (told,) = _fields([data], str)
    return str(told)


def _plain(phrase: Phrase) -> tuple[str, str, dict[str, Any]]:
    values = phrase.values.items()
    return phrase.nb, phrase.nn, {name: _plain_value(value) for name, value in values}


def _plain_value(value: object) -> Any:
    if isinstance(value, Phrase):
        return _plain(value)
    is_number = type(value) is int and abs(value) < _EXACT
    return value if is_number or type(value) in (str, bool) else str(value)


def _phrase(plain: list[Any]) -> Phrase:
    nb, nn, values = _fields(plain, str, str, dict)
    return Phrase(nb, nn, {name: _spoken(value) for name, value in values.items()})


def _spoken(value: Any) -> object:
    if type(value) is list:
        return _phrase(value)
    if type(value) not in (str, int, bool):
        raise NotPlainError
    return value


def _fields(data: Any, *kinds: type) -> list[Any]:
    if type(data) is not list or len(data) != len(kinds):
        raise NotPlainError
    if not all(type(value) is kind for value, kind in zip(data, kinds, strict=True)):
        raise NotPlainError
    return data
